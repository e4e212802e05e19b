// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/decimal.h"
#include "engine/report/workbook_style.h"

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

/// An Excel workbook (.xlsx) that is being written. The only place that knows
/// libxlsxwriter; knows nothing of records. The same calls give the same bytes.
namespace sigte {

/// Rows and columns count from 0.
struct CellRange {
  std::uint32_t first_row = 0;
  std::uint32_t first_column = 0;
  std::uint32_t last_row = 0;
  std::uint32_t last_column = 0;
};

/// What a cell accepts, and what is shown while it is selected. Advice only:
/// Excel does not check what is pasted.
struct InputCheck {
  enum class Kind : std::uint8_t { kAny, kList, kWhole, kDecimal, kLength };
  Kind kind = Kind::kAny;
  std::string list;  ///< kList: the name of a range
  std::optional<Decimal> minimum;
  std::optional<Decimal> maximum;
  std::size_t max_length = 0;  ///< kLength
  /// False: what does not fit may be kept all the same, after a question.
  bool strict = true;
  // Shortened to what Excel allows (workbook_text.h).
  std::string hint_title;
  std::string hint;
  std::string error_title;
  std::string error;
};

/// One sheet; lives as long as its workbook. Rows are written from the top:
/// a row before the last one written is lost to it.
class Sheet {
 public:
  using Row = std::uint32_t;
  using Column = std::uint32_t;

  const std::string& name() const { return name_; }

  /// A text, never a formula, whatever it begins with. Texts beyond
  /// kMostInCell are cut: false then.
  bool Text(Row row, Column column, std::string_view text, const Style& style);
  void Number(Row row, Column column, const Decimal& number,
              const Style& style);
  /// In English, with commas, "=" first. `shown` is its value until Excel
  /// works it out itself.
  void Formula(Row row, Column column, const std::string& formula,
               const std::string& shown, const Style& style);
  void NumberFormula(Row row, Column column, const std::string& formula,
                     std::int64_t shown, const Style& style);
  void Blank(Row row, Column column, const Style& style);
  /// A way to `cell` of `sheet`. After the first kMostLinks it is plain text.
  void Link(Row row, Column column, const std::string& sheet,
            const std::string& cell, std::string_view text, const Style& style);
  /// A remark at a cell. After the first kMostNotes nothing is written: what it
  /// says must stand elsewhere too.
  void Note(Row row, Column column, std::string_view text);
  /// A text over the columns [first, last] of one row.
  void Wide(Row row, Column first, Column last, std::string_view text,
            const Style& style);

  void Width(Column first, Column last, double letters);
  void Height(Row row, double points);
  void Check(const CellRange& range, const InputCheck& check);
  /// Cells for which the formula (relative to the first) is true look `mark`ed.
  void MarkWhere(const CellRange& range, const std::string& formula, Mark mark);
  /// Digits kept as text are meant so here.
  void ExpectTextNumbers(const CellRange& range);
  void Freeze(Row row, Column column);
  void Filter(const CellRange& range);
  /// All cells but those whose style is open are locked; no password.
  void Protect();
  void Hide();
  /// They stay with their rows and are read like others.
  void HideColumns(Column first, Column last);
  void Activate();
  /// A4 across, as wide as that many pages; row `repeat` stands on every page,
  /// and so do the first `columns` where there are several beside each other.
  void PrintAcross(std::optional<Row> repeat, std::uint16_t pages = 1,
                   Column columns = 0);
  void HideGrid();
  void Zoom(std::uint16_t percent);

  static constexpr std::size_t kMostLinks = 65000;
  static constexpr std::size_t kMostNotes = 10000;

 private:
  friend class Workbook;
  /// Excel's columns end at 16,384.
  static std::uint16_t Col(std::uint32_t column) {
    return static_cast<std::uint16_t>(column);
  }
  Sheet(class Workbook* workbook, lxw_worksheet* sheet, std::string name)
      : workbook_(workbook), sheet_(sheet), name_(std::move(name)) {}

  class Workbook* workbook_;
  lxw_worksheet* sheet_;
  std::string name_;
  std::size_t links_ = 0;
  std::size_t notes_ = 0;
};

/// What a workbook says of itself; all may be empty.
struct WorkbookProperties {
  std::string title;
  std::string subject;
  std::string comments;
  std::vector<std::pair<std::string, std::string>> custom;
};

class Workbook {
 public:
  /// Will be written to `path` when it is closed; what is too much for memory
  /// lies in `scratch_folder` until then.
  Workbook(const std::string& path, const std::string& scratch_folder);
  ~Workbook();
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;

  /// Sheets stand in the order that they are added. Characters that Excel has
  /// no room for in a name become '_', and it is cut at 31 units.
  Sheet* Add(const std::string& name);
  /// Gives a range of cells a name for formulas and lists.
  void Name(const std::string& name, const Sheet& sheet,
            const CellRange& range);
  void Describe(const WorkbookProperties& properties);

  /// Writes the file. False, with `error()` the library's words, where anything
  /// since the beginning went wrong.
  bool Close();
  const std::string& error() const { return error_; }

 private:
  friend class Sheet;
  lxw_format* FormatOf(const Style& style);
  void Expect(int result);
  void ExpectScratch();

  lxw_workbook* workbook_ = nullptr;
  std::vector<std::unique_ptr<Sheet>> sheets_;
  std::map<Style, lxw_format*> formats_;
  std::string scratch_folder_;
  std::string error_;
};

}  // namespace sigte
