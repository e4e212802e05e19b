// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/base/messages.h"
#include "engine/evaluate/program.h"
#include "engine/report/workbook.h"

/// The layout of the answers sheet: which field stands where, and how. Made
/// from the submission's layout alone.
namespace sigte {

/// A field with a place in the sheet.
struct PlannedField {
  FieldIndex field = kNoField;
  std::string heading;  ///< "Felt 2: Bruttoudgifter (1.000 kr.)"
  std::string list;     ///< the name of its range of labels; empty: none
  std::vector<std::string> labels;  ///< what the list offers
  double width = 12;                ///< letters
  NumberForm form = NumberForm::kGeneral;
  bool fixed = false;  ///< has one value only, which is filled in
};

/// Rows, from the top: one for each of `heads` (label, value), a blank one
/// where there are some, the headings, the records.
struct AnswersPlan {
  Lang lang = Lang::kDa;
  std::vector<PlannedField> heads;    ///< stand once, above the headings
  std::vector<PlannedField> columns;  ///< one value a record
  std::uint32_t id = kNone;           ///< in `columns`
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  std::uint32_t heading_row() const;
  std::uint32_t first_record() const { return heading_row() + 1; }
  /// The live column that says what is missing, right after the fields.
  std::uint32_t gap_column() const;
  /// Where a field stands in a record's row, or in the head; kNone: nowhere.
  std::uint32_t ColumnOf(FieldIndex field) const;
  std::uint32_t HeadOf(FieldIndex field) const;
};

/// Fields that may stand once for a file stand in the head, but for those of
/// `in_rows` (by field; empty: none), which differ from record to record.
AnswersPlan PlanAnswers(const Program& program, Lang lang,
                        const std::vector<bool>& in_rows = {});

/// Whether somebody must fill it in, with each record or once for all.
bool IsAsked(const Field& field);

/// Several values in one cell.
std::string JoinedLabels(const std::vector<std::string>& labels);

/// "Felt 1: Initiativ"
std::string FieldHeading(const Field& field, Lang lang);

/// What cells of a planned field accept and say.
InputCheck CheckOf(const PlannedField& planned, const Field& field, Lang lang);

/// The live formula of record row `row`: names the required fields that are
/// blank once anything is filled in; a tick where none is; nothing for a row
/// that is not begun. `prefilled`: the id says nothing of that.
std::string GapFormula(const AnswersPlan& plan, const Layout& layout,
                       std::uint32_t row, bool prefilled);
/// True for a row that is begun.
std::string BegunFormula(const AnswersPlan& plan, std::uint32_t row,
                         bool prefilled);
/// The formula's value for a row with these blanks.
std::string GapText(const std::vector<std::string>& missing);
/// The sign for a row with nothing missing.
std::string CompleteSign();

}  // namespace sigte
