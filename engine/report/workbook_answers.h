// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "engine/report/cases.h"
#include "engine/report/workbook.h"
#include "engine/report/workbook_plan.h"

/// The sheets that the template and the returned workbook share: the answers,
/// the lists behind them, and the hidden sheet that says what it is.
namespace sigte {

/// A column behind the fields: ours, or one that was sent and is no field's.
struct ExtraColumn {
  std::string heading;
  double width = 20;
  bool sent = false;  ///< to be read again, and mended; ours stand before it
};

/// One cell of a record, or of the head.
struct AnswerCell {
  CellValue value;
  Mark mark = Mark::kNone;
  std::string note;  ///< may be empty
};

struct AnswerRow {
  std::vector<AnswerCell> cells;    ///< by the plan's columns; may be empty
  std::vector<std::string> extras;  ///< by our extra columns; may be empty
  std::vector<AnswerCell> sent;     ///< by those that were sent; may be empty
  Mark extras_mark = Mark::kNone;
};

/// Writes the answers sheet from top to bottom.
class AnswersWriter {
 public:
  /// Borrows all. `prefilled`: the id column says nothing of a row being begun.
  AnswersWriter(const Program& program, const AnswersPlan& plan, Sheet* sheet,
                bool prefilled);

  /// The head and the headings. `heads`: by the plan's; may be empty.
  void Begin(const std::vector<AnswerCell>& heads,
             const std::vector<ExtraColumn>& extras);
  void Add(const AnswerRow& row);
  /// Lists, checks, colours, protection. At least one row must stand.
  void End();

  std::uint32_t next_row() const { return next_row_; }
  /// The headings of columns that hold nothing of the submission, ';' between.
  std::string ignored() const;

 private:
  void Head(std::uint32_t row, const PlannedField& head,
            const AnswerCell& cell);
  void Extras(std::uint32_t at, const AnswerRow& row);
  void MakeRoom(std::uint32_t at, const AnswerRow& row);
  void Headings(const std::vector<ExtraColumn>& extras);
  void Cell(std::uint32_t row, std::uint32_t column, const AnswerCell& cell,
            const PlannedField& planned, Look look);
  std::string GapOf(const AnswerRow& row) const;
  void Checks();

  const Program& program_;
  const AnswersPlan& plan_;
  Sheet* sheet_;
  bool prefilled_;
  std::vector<bool> blank_heads_;
  std::vector<ExtraColumn> extras_;
  std::uint32_t next_row_ = 0;
};

/// The labels of every list, a column each, as named ranges.
void WriteLists(const AnswersPlan& plan, Workbook* workbook, Sheet* sheet);

/// Key and value, row by row: what reads the workbook again goes by it.
void WriteIdentity(const Program& program, const std::string& answers,
                   const std::string& ignored, bool prefilled, Sheet* sheet);

/// The hidden sheet by which our workbooks say what they are: id, version and
/// digest of the ruleset, then `more`, as key and value.
void WriteDescription(
    const Program& program,
    const std::vector<std::pair<std::string, std::string>>& more, Sheet* sheet);

/// Title and identity as the file's properties.
WorkbookProperties PropertiesOf(const Program& program,
                                const std::string& title);

}  // namespace sigte
