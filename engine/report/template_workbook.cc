// SPDX-License-Identifier: MPL-2.0

// Sheets of the template, from left to right: instructions, answers, and hidden
// ones for lists and identity.

#include "engine/report/template_workbook.h"

#include <algorithm>

#include "engine/base/numbers.h"
#include "engine/record/value_words.h"
#include "engine/report/workbook.h"
#include "engine/report/workbook_answers.h"
#include "engine/report/workbook_plan.h"
#include "engine/report/workbook_text.h"

namespace sigte {
namespace {

constexpr std::size_t kMostListed = 12;  // choices told one by one

// Columns of the instructions.
constexpr std::uint32_t kNumber = 0;
constexpr std::uint32_t kField = 1;
constexpr std::uint32_t kAbout = 2;
constexpr std::uint32_t kAsked = 3;
constexpr std::uint32_t kChoices = 4;
constexpr double kFieldWidth = 34;
constexpr double kAboutWidth = 62;
constexpr double kAskedWidth = 14;
constexpr double kChoicesWidth = 58;
constexpr std::size_t kAcross = 160;  // letters over all of them

class Instructions {
 public:
  Instructions(const Program& program, const AnswersPlan& plan, Sheet* sheet)
      : program_(program), plan_(plan), lang_(plan.lang), sheet_(sheet) {}

  void Write(const TemplateWords& words, const std::string& answers,
             std::uint32_t last_row) {
    sheet_->HideGrid();
    sheet_->Width(kNumber, kNumber, 4);
    sheet_->Width(kField, kField, kFieldWidth);
    sheet_->Width(kAbout, kAbout, kAboutWidth);
    sheet_->Width(kAsked, kAsked, kAskedWidth);
    sheet_->Width(kChoices, kChoices, kChoicesWidth);
    Title(words.title);
    Steps(words.instructions);
    Progress(answers, last_row);
    Fields();
    sheet_->Protect();
    sheet_->PrintAcross(std::nullopt);
    sheet_->Activate();
  }

 private:
  void Title(const std::string& title) {
    sheet_->Height(row_, 30);
    sheet_->Text(row_++, kNumber, title, {Look::kTitle});
    Wide(Message(lang_, "workbook.version",
                 {program_.ruleset_id, program_.ruleset_version,
                  program_.ruleset_digest.substr(0, 12)}),
         kNumber, {Look::kSubtle});
    ++row_;
  }

  void Subtitle(const std::string& text) {
    sheet_->Height(row_, 22);
    sheet_->Text(row_++, kNumber, text, {Look::kSubtitle});
  }

  // Excel does not make room for text over several columns by itself.
  void Wide(const std::string& text, std::uint32_t first, const Style& style) {
    sheet_->Height(row_, RowHeight(LinesIn(text, kAcross)));
    sheet_->Wide(row_++, first, kChoices, text, style);
  }

  void Steps(const std::vector<std::string>& steps) {
    if (steps.empty()) return;
    Subtitle(Message(lang_, "workbook.how-to"));
    int number = 1;
    for (const std::string& step : steps) {
      sheet_->Height(row_, RowHeight(LinesIn(step, kAcross)));
      sheet_->Text(row_, kNumber, std::to_string(number++) + ".", {});
      sheet_->Wide(row_++, kField, kChoices, step, {});
    }
    ++row_;
  }

  void Progress(const std::string& answers, std::uint32_t last_row) {
    const std::uint32_t gap = plan_.gap_column();
    const std::string cells = QuotedSheet(answers) + "!" +
                              FixedReference(plan_.first_record(), gap) + ":" +
                              FixedReference(last_row, gap);
    const std::string tick = FormulaText(CompleteSign());
    Subtitle(Message(lang_, "workbook.progress"));
    const auto line = [&](const std::string& label,
                          const std::string& formula) {
      sheet_->Text(row_, kField, label, {Look::kLabel});
      sheet_->NumberFormula(row_++, kAbout, formula, 0, {Look::kLive});
    };
    line(Message(lang_, "workbook.begun"),
         "=SUMPRODUCT((LEN(" + cells + ")>0)*1)");
    line(Message(lang_, "workbook.incomplete"),
         "=SUMPRODUCT((LEN(" + cells + ")>0)*(" + cells + "<>" + tick + "))");
    ++row_;
  }

  void Fields() {
    Subtitle(Message(lang_, "workbook.fields"));
    const std::vector<std::string> headings = {
        Message(lang_, "workbook.the-field"),
        Message(lang_, "workbook.explanation"),
        Message(lang_, "workbook.asked"), Message(lang_, "workbook.choices")};
    for (std::uint32_t i = 0; i < headings.size(); ++i) {
      sheet_->Text(row_, kField + i, headings[i], {Look::kAskedHeading});
    }
    ++row_;
    for (const auto* fields : {&plan_.heads, &plan_.columns}) {
      for (const PlannedField& planned : *fields) {
        if (!planned.fixed) FieldRow(planned);
      }
    }
  }

  void FieldRow(const PlannedField& planned) {
    const Field& field = program_.layout[planned.field];
    const std::string& about = field.description.In(lang_);
    const std::string choices = ChoicesOf(field);
    const std::size_t lines =
        std::max({LinesIn(planned.heading, 30), LinesIn(about, 58),
                  LinesIn(choices, 54)});
    sheet_->Height(row_, RowHeight(lines));
    sheet_->Text(row_, kField, planned.heading, {Look::kLabel});
    sheet_->Text(row_, kAbout, about, {Look::kTable});
    sheet_->Text(row_, kAsked,
                 IsAsked(field) ? Message(lang_, "workbook.yes")
                                : Message(lang_, "workbook.no"),
                 {Look::kTable});
    sheet_->Text(row_++, kChoices, choices, {Look::kTable});
  }

  // What may be answered: values with what they mean, or the form of it.
  std::string ChoicesOf(const Field& field) const {
    if (field.choices.size() > kMostListed) {
      return Message(lang_, "workbook.many-choices",
                     {CountText(field.choices.size())});
    }
    std::string text;
    for (const FieldChoice& choice : field.choices) {
      text += (text.empty() ? "" : "\n") + ChoiceOf(field, choice);
    }
    if (!text.empty() || field.is_list) return text;
    return FormOf(field);
  }

  // A description that says the label again, and little else, is left out.
  std::string ChoiceOf(const Field& field, const FieldChoice& choice) const {
    constexpr std::size_t kLittle = 16;
    std::string label = ChoiceLabel(field, choice, lang_);
    const std::string& about = choice.description.In(lang_);
    const bool repeats = about.find(label) != std::string::npos;
    if (about.empty() || (repeats && about.size() < label.size() + kLittle)) {
      return label;
    }
    return repeats ? about : label + " \u2013 " + about;
  }

  std::string FormOf(const Field& field) const {
    switch (field.type) {
      case FieldType::kInt: return Message(lang_, "workbook.whole-number");
      case FieldType::kDecimal: return Message(lang_, "workbook.number");
      case FieldType::kBool:
        return Message(lang_, "workbook.yes") + "\n" +
               Message(lang_, "workbook.no");
      case FieldType::kText: break;
    }
    return field.max_length
               ? Message(lang_, "workbook.text-up-to",
                         {GroupedNumber(lang_, static_cast<std::int64_t>(
                                                   *field.max_length))})
               : Message(lang_, "workbook.text");
  }

  const Program& program_;
  const AnswersPlan& plan_;
  Lang lang_;
  Sheet* sheet_;
  std::uint32_t row_ = 0;
};

AnswerRow NumberedRow(const AnswersPlan& plan, std::size_t number) {
  AnswerRow row;
  row.cells.resize(plan.columns.size());
  row.cells[plan.id].value = {CellValue::Kind::kText, std::to_string(number),
                              false};
  return row;
}

}  // namespace

bool WriteTemplate(const Program& program, const TemplateWords& words,
                   const TemplateOptions& options, const std::string& path,
                   std::string* why) {
  const Lang lang = options.lang;
  const AnswersPlan plan = PlanAnswers(program, lang);
  const bool numbered = options.numbered && plan.id != AnswersPlan::kNone;
  Workbook workbook(path, options.scratch_folder);
  workbook.Describe(PropertiesOf(program, words.title));
  Sheet* about = workbook.Add(Message(lang, "workbook.instructions"));
  Sheet* answers = workbook.Add(Message(lang, "workbook.answers"));
  Sheet* lists = workbook.Add(Message(lang, "workbook.lists"));
  Sheet* identity = workbook.Add("_sigte");
  AnswersWriter writer(program, plan, answers, numbered);
  writer.Begin({}, {});
  for (std::size_t i = 1; i <= options.rows; ++i) {
    writer.Add(numbered ? NumberedRow(plan, i) : AnswerRow{});
  }
  const std::uint32_t last_row = writer.next_row() - 1;
  writer.End();
  Instructions(program, plan, about).Write(words, answers->name(), last_row);
  WriteLists(plan, &workbook, lists);
  WriteIdentity(program, answers->name(), writer.ignored(), numbered, identity);
  if (workbook.Close()) return true;
  *why = workbook.error();
  return false;
}

}  // namespace sigte
