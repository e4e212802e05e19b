// SPDX-License-Identifier: MPL-2.0

// Columns, widths, headings and lists of the answers sheet.

#include "engine/report/workbook_plan.h"

#include <algorithm>

#include "engine/base/ascii.h"
#include "engine/base/numbers.h"
#include "engine/base/utf8.h"
#include "engine/record/value_words.h"
#include "engine/report/workbook_text.h"

namespace sigte {
namespace {

// A list of all combinations has 2^n - 1 entries.
constexpr std::size_t kMostCombined = 4;
constexpr std::size_t kShortText = 64;    // code points
constexpr std::size_t kMiddleText = 500;  // code points
// Cells of Excel's text form show no longer text in older versions.
constexpr std::size_t kMostInTextForm = 255;

bool IsNumber(const Field& field) {
  return field.type == FieldType::kInt || field.type == FieldType::kDecimal;
}

bool AllDigits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, IsDigit);
}

std::string TitleOf(const Field& field, Lang lang) {
  const std::string& title = field.title.In(lang);
  return title.empty() ? field.name : title;
}

std::vector<std::string> LabelsOf(const Field& field, Lang lang) {
  std::vector<std::string> labels;
  for (const FieldChoice& choice : field.choices) {
    labels.push_back(ChoiceLabel(field, choice, lang));
  }
  if (field.choices.empty() && field.type == FieldType::kBool) {
    labels = {Message(lang, "workbook.yes"), Message(lang, "workbook.no")};
  }
  return labels;
}

// Fewer values first, each in the schema's order.
std::vector<std::string> Combinations(const std::vector<std::string>& labels) {
  std::vector<std::string> all;
  const std::size_t sets = std::size_t{1} << labels.size();
  for (std::size_t size = 1; size <= labels.size(); ++size) {
    for (std::size_t set = 1; set < sets; ++set) {
      std::vector<std::string> chosen;
      for (std::size_t i = 0; i < labels.size(); ++i) {
        if ((set >> i) % 2 == 1) chosen.push_back(labels[i]);
      }
      if (chosen.size() == size) all.push_back(JoinedLabels(chosen));
    }
  }
  return all;
}

double WidthOf(const Field& field, const std::vector<std::string>& labels) {
  if (!labels.empty()) {
    std::size_t longest = 0;
    for (const std::string& label : labels) {
      longest = std::max(longest, DisplayWidth(label));
    }
    return static_cast<double>(std::clamp<std::size_t>(longest + 4, 14, 27));
  }
  if (IsNumber(field) || field.type == FieldType::kBool) return 16;
  if (field.max_length.value_or(kMiddleText + 1) <= kShortText) return 13;
  return field.max_length.value_or(kMiddleText + 1) <= kMiddleText ? 32 : 48;
}

NumberForm FormOf(const Field& field, bool has_list) {
  if (has_list || field.is_list) return NumberForm::kGeneral;
  if (field.type == FieldType::kText) {
    const bool fits =
        field.max_length.value_or(kMostInTextForm + 1) <= kMostInTextForm;
    return fits ? NumberForm::kText : NumberForm::kGeneral;
  }
  // Years are no amounts: only what has a unit is grouped in thousands.
  return field.type == FieldType::kInt && !field.unit.empty()
             ? NumberForm::kWhole
             : NumberForm::kGeneral;
}

PlannedField Planned(const Layout& layout, FieldIndex index, Lang lang) {
  const Field& field = layout[index];
  PlannedField planned;
  planned.field = index;
  planned.heading = FieldHeading(field, lang);
  planned.labels = LabelsOf(field, lang);
  planned.fixed = field.of_file && field.choices.size() == 1;
  planned.width = WidthOf(field, planned.labels);
  if (field.is_list && planned.labels.size() <= kMostCombined) {
    planned.labels = Combinations(planned.labels);
  }
  if (!planned.labels.empty() && !planned.fixed) {
    planned.list = ListName(field.name);
  }
  planned.form = FormOf(field, !planned.labels.empty());
  return planned;
}

bool StandsInHead(const Layout& layout, FieldIndex index,
                  const std::vector<bool>& in_rows) {
  const Field& field = layout[index];
  const bool differs = index < in_rows.size() && in_rows[index];
  return field.of_group && !differs;
}

// Names that differ in the schema may be the same as ranges.
void MakeUnique(std::vector<std::string>* taken, PlannedField* planned) {
  if (planned->list.empty()) return;
  std::string name = planned->list;
  for (int n = 2; std::ranges::find(*taken, name) != taken->end(); ++n) {
    name = planned->list + "_" + std::to_string(n);
  }
  planned->list = name;
  taken->push_back(name);
}

std::string BoundsWords(const Field& field, Lang lang) {
  const auto words = [&](const Decimal& bound) {
    return WrittenWords(field, bound.ToString(), lang);
  };
  if (field.minimum && field.maximum) {
    return Message(lang, "workbook.from-to",
                   {words(*field.minimum), words(*field.maximum)});
  }
  if (field.minimum) {
    return Message(lang, "workbook.at-least", {words(*field.minimum)});
  }
  if (field.maximum) {
    return Message(lang, "workbook.at-most", {words(*field.maximum)});
  }
  return {};
}

std::string NumberError(const Field& field, Lang lang) {
  std::string text = field.type == FieldType::kInt
                         ? Message(lang, "workbook.whole-wanted")
                         : Message(lang, "workbook.number-wanted");
  const std::string bounds = BoundsWords(field, lang);
  if (!bounds.empty()) text += " " + bounds;
  text += ".";
  if (!IsAsked(field)) text += " " + Message(lang, "workbook.or-blank");
  return text;
}

std::string HintOf(const PlannedField& planned, const Field& field, Lang lang) {
  std::string hint = field.description.In(lang);
  if (field.is_list && !planned.list.empty()) {
    if (!hint.empty()) hint += " ";
    hint += field.choices.size() <= kMostCombined
                ? Message(lang, "workbook.several")
                : Message(lang, "workbook.several-typed");
  }
  return hint;
}

void SetKind(const PlannedField& planned, const Field& field, Lang lang,
             InputCheck* check) {
  check->strict = IsAsked(field);
  if (!planned.list.empty()) {
    check->kind = InputCheck::Kind::kList;
    check->list = planned.list;
    check->error = Message(lang, "workbook.choice-wanted");
    // More values than the list has combinations of are typed.
    check->strict = !field.is_list || field.choices.size() <= kMostCombined;
  } else if (IsNumber(field) && !field.is_list) {
    check->kind = field.type == FieldType::kInt ? InputCheck::Kind::kWhole
                                                : InputCheck::Kind::kDecimal;
    check->minimum = field.minimum;
    check->maximum = field.maximum;
    check->error = NumberError(field, lang);
  } else if (field.type == FieldType::kText && !field.is_list &&
             field.max_length.value_or(kMostInCell) < kMostInCell) {
    check->kind = InputCheck::Kind::kLength;
    check->max_length = *field.max_length;
    check->strict = true;
    check->error =
        Message(lang, "workbook.length-wanted", {CountText(*field.max_length)});
  }
}

std::string IsBlank(const std::string& cell) {
  return "TRIM(" + cell + ")=\"\"";
}

// Calls `use` with the cell and the field of everything that must be there.
template <typename Use>
void ForRequired(const AnswersPlan& plan, const Layout& layout,
                 std::uint32_t row, Use use) {
  for (std::uint32_t i = 0; i < plan.heads.size(); ++i) {
    const PlannedField& head = plan.heads[i];
    if (!IsAsked(layout[head.field]) || head.fixed) continue;
    use(FixedReference(i, 1), layout[head.field]);
  }
  for (std::uint32_t i = 0; i < plan.columns.size(); ++i) {
    const Field& field = layout[plan.columns[i].field];
    if (IsAsked(field)) use(CellReference(row, i), field);
  }
}

}  // namespace

std::uint32_t AnswersPlan::heading_row() const {
  return heads.empty() ? 0 : static_cast<std::uint32_t>(heads.size()) + 1;
}

std::uint32_t AnswersPlan::gap_column() const {
  return static_cast<std::uint32_t>(columns.size());
}

std::uint32_t AnswersPlan::ColumnOf(FieldIndex field) const {
  for (std::uint32_t i = 0; i < columns.size(); ++i) {
    if (columns[i].field == field) return i;
  }
  return kNone;
}

std::uint32_t AnswersPlan::HeadOf(FieldIndex field) const {
  for (std::uint32_t i = 0; i < heads.size(); ++i) {
    if (heads[i].field == field) return i;
  }
  return kNone;
}

AnswersPlan PlanAnswers(const Program& program, Lang lang,
                        const std::vector<bool>& in_rows) {
  const Layout& layout = program.layout;
  AnswersPlan plan;
  plan.lang = lang;
  std::vector<std::string> taken;
  for (FieldIndex i = 0; i < layout.size(); ++i) {
    PlannedField planned = Planned(layout, i, lang);
    MakeUnique(&taken, &planned);
    if (StandsInHead(layout, i, in_rows)) {
      // Whose records they are comes first.
      plan.heads.insert(
          i == layout.group ? plan.heads.begin() : plan.heads.end(), planned);
    } else {
      if (i == layout.id) plan.id = plan.gap_column();
      plan.columns.push_back(planned);
    }
  }
  return plan;
}

bool IsAsked(const Field& field) {
  return field.required || field.asked_of_file;
}

std::string JoinedLabels(const std::vector<std::string>& labels) {
  std::string text;
  for (const std::string& label : labels) {
    text += (text.empty() ? "" : "; ") + label;
  }
  return text;
}

std::string FieldHeading(const Field& field, Lang lang) {
  std::string heading = TitleOf(field, lang);
  if (AllDigits(field.number)) {
    heading = Message(lang, "workbook.field", {field.number, heading});
  }
  const std::string& unit = field.unit.In(lang);
  return unit.empty() ? heading : heading + " (" + unit + ")";
}

InputCheck CheckOf(const PlannedField& planned, const Field& field, Lang lang) {
  InputCheck check;
  check.hint_title = planned.heading;
  check.hint = HintOf(planned, field, lang);
  check.error_title = planned.heading;
  SetKind(planned, field, lang, &check);
  return check;
}

std::string BegunFormula(const AnswersPlan& plan, std::uint32_t row,
                         bool prefilled) {
  std::string ranges;
  const auto add = [&](std::uint32_t first, std::uint32_t end) {
    if (first >= end) return;
    ranges += (ranges.empty() ? "" : ",") + ("$" + CellReference(row, first)) +
              ":$" + CellReference(row, end - 1);
  };
  if (!prefilled || plan.id == AnswersPlan::kNone) {
    add(0, plan.gap_column());
  } else {
    add(0, plan.id);
    add(plan.id + 1, plan.gap_column());
  }
  if (ranges.empty()) add(0, plan.gap_column());
  return "COUNTA(" + ranges + ")>0";
}

std::string GapFormula(const AnswersPlan& plan, const Layout& layout,
                       std::uint32_t row, bool prefilled) {
  std::string names;
  std::string count;
  ForRequired(
      plan, layout, row, [&](const std::string& cell, const Field& field) {
        // Excel takes no more than 255 units between quotation marks.
        const std::string title = TitleOf(field, plan.lang);
        const std::string name = ", " + std::string(FirstUtf16(title, 200));
        names += (names.empty() ? "" : "&") + ("IF(" + IsBlank(cell) + ",") +
                 FormulaText(name) + ",\"\")";
        count += "+(" + IsBlank(cell) + ")";
      });
  if (names.empty()) return "=\"\"";
  const std::string begun = BegunFormula(plan, row, prefilled);
  const std::string tick = FormulaText(CompleteSign());
  const auto whole = [&](const std::string& none, const std::string& gaps) {
    return "=IF(" + begun + ",IF(" + none + "," + tick + "," + gaps + "),\"\")";
  };
  std::string formula = whole("(0" + count + ")=0", "MID(" + names + ",3,999)");
  if (CountUtf16(formula) <= kMostInFormula) return formula;
  return whole("(0" + count + ")=0", "0" + count);
}

std::string GapText(const std::vector<std::string>& missing) {
  std::string text;
  for (const std::string& name : missing) {
    text += (text.empty() ? "" : ", ") + name;
  }
  return text.empty() ? CompleteSign() : text;
}

std::string CompleteSign() { return "\u2714"; }

}  // namespace sigte
