// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/issue.h"
#include "engine/base/source.h"

/// Rows of a table as its file gives them: CSV and workbooks alike. Knows no
/// field and no heading.
namespace sigte {

// Bounds of every table, whatever its file says.
inline constexpr std::uint32_t kMaxColumns = 16'384;      // a sheet's XFD
inline constexpr std::size_t kMaxRows = 1'048'576;        // of a sheet
inline constexpr std::size_t kMaxCellBytes = 256U << 10;  // eight times Excel's
inline constexpr const char* kMaxCellWords = "256 KiB";
inline constexpr std::size_t kMaxRowBytes = 16U << 20;  // 16 MiB
inline constexpr const char* kMaxRowWords = "16 MiB";

enum class CellKind : std::uint8_t {
  kText,
  kNumber,
  kBool,
  kDate,
  kError,         ///< an error value: "#N/A"
  kUncalculated,  ///< a formula without the value that it gave
  kMisquoted,     ///< CSV: text goes on behind the quotation mark that ends it
  kUnclosed,      ///< CSV: no quotation mark ends it; `text` has the first
  kUndecodable,   ///< CSV: bytes without a meaning in the file's encoding
  kZeroByte,      ///< CSV: a zero byte, which no text has; `text` has a blank
};

/// A cell in which something stands.
struct TableCell {
  std::uint32_t column = 0;  ///< from 1
  CellKind kind = CellKind::kText;
  std::string text;    ///< UTF-8; numbers and dates as plain text: "56 %"
  std::string number;  ///< kNumber: as JSON writes it, exactly: "56"
  std::string stored;  ///< kNumber: with what binary arithmetic added to it
  std::string beside;  ///< what its number format shows beside it: "kr."
  /// How often the format divides what it shows by a thousand: twice in
  /// 0.0,, ; `number` is what is stored.
  std::uint32_t thousands = 0;
  Place place;  ///< CSV: where its text begins in the file
  Span flaw;    ///< kUndecodable, kZeroByte: what stands for the first of them
  bool is_formula = false;
  /// CSV: offsets in `text` of the quotation marks that the file has doubled.
  std::vector<std::uint32_t> doubled = {};
};

struct TableRow {
  std::size_t number = 0;  ///< a sheet's row, a text's line, from 1
  bool hidden = false;
  std::vector<TableCell> cells;  ///< by column; blank cells are left out
  /// CSV: where each cell begins, blank ones too, by column - 1.
  std::vector<Place> places = {};

  const TableCell* At(std::uint32_t column) const {
    for (const TableCell& cell : cells) {
      if (cell.column == column) return &cell;
    }
    return nullptr;
  }
};

/// Something wrong with a table's file, with the cell where there is one.
struct TableFault {
  Issue issue;
  std::size_t row = 0;       ///< 0: no row in particular
  std::uint32_t column = 0;  ///< 0: no column in particular
  Place place;               ///< CSV: of the cell
  std::string text;          ///< what stands there
};

/// Gives a table's rows in order, those without any cell left out.
class RowSource {
 public:
  RowSource() = default;
  virtual ~RowSource() = default;
  RowSource(const RowSource&) = delete;
  RowSource& operator=(const RowSource&) = delete;

  /// The next row into `*row`, whose room is used again. False at the end, and
  /// where the file cannot be read any further: `fault()` then says why.
  virtual bool Next(TableRow* row) = 0;

  const std::optional<TableFault>& fault() const { return fault_; }

 protected:
  /// Always false, for `return Fail(…)`.
  bool Fail(MessageKey key, std::vector<LocalText> args = {},
            std::size_t row = 0, std::uint32_t column = 0) {
    Issue issue{key, Severity::kError, std::move(args), nullptr, {}, {}, {}};
    fault_ = TableFault{std::move(issue), row, column, {row, 1}, {}};
    return false;
  }

  std::optional<TableFault> fault_;
};

}  // namespace sigte
