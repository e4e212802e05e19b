// SPDX-License-Identifier: MPL-2.0

#include "engine/report/workbook_plan.h"

#include <memory>
#include <string>

#include "engine/record/value_words.h"
#include "engine/report/workbook_text.h"
#include "gtest/gtest.h"

namespace sigte {
namespace {

Field TextField(const std::string& name, const std::string& title) {
  Field field;
  field.name = name;
  field.title = {title, title};
  return field;
}

FieldChoice Choice(const std::string& value, const std::string& title) {
  FieldChoice choice;
  choice.value = value;
  choice.title = {title, title};
  return choice;
}

/// id, town (once for a file), title, spend, sources (a list), kind of file.
std::unique_ptr<Program> Outings() {
  auto program = std::make_unique<Program>();
  Field id = TextField("id", "Id");
  id.required = true;
  id.max_length = 64;
  Field town = TextField("town", "Town");
  town.of_group = town.asked_of_file = true;
  town.type = FieldType::kInt;
  town.choices = {Choice("1", "Aby"), Choice("2", "Bby")};
  Field title = TextField("title", "Title");
  title.required = true;
  title.number = "1";
  Field spend = TextField("spend", "Spend");
  spend.type = FieldType::kInt;
  spend.required = true;
  spend.number = "2";
  spend.unit = {"kr.", "DKK"};
  spend.minimum = Decimal::FromInt(0);
  Field sources = TextField("sources", "Sources");
  sources.is_list = true;
  sources.number = "K2";
  sources.choices = {Choice("a", "State"), Choice("b", "Own")};
  Field form = TextField("form", "Form");
  form.of_group = form.of_file = form.required = true;
  form.choices = {Choice("f-1", "")};
  for (const Field& field : {id, town, title, spend, sources, form}) {
    program->layout.Add(field);
  }
  program->layout.id = 0;
  program->layout.group = 1;
  program->layout.title = 2;
  return program;
}

class WorkbookPlan : public testing::Test {
 protected:
  std::string Headings(const std::vector<PlannedField>& fields) const {
    std::string text;
    for (const PlannedField& planned : fields) text += planned.heading + "|";
    return text;
  }

  std::unique_ptr<Program> program_ = Outings();
  const Layout& layout_ = program_->layout;
};

TEST_F(WorkbookPlan, PutsAboveWhatMayStandOnceForAFile) {
  const AnswersPlan plan = PlanAnswers(*program_, Lang::kDa);
  EXPECT_EQ(Headings(plan.heads), "Town|Form|");
  EXPECT_EQ(Headings(plan.columns),
            "Id|Felt 1: Title|Felt 2: Spend (kr.)|Sources|");
  EXPECT_EQ(plan.heading_row(), 3u);
  EXPECT_EQ(plan.first_record(), 4u);
  EXPECT_EQ(plan.gap_column(), 4u);
  EXPECT_TRUE(plan.heads[1].fixed);
  EXPECT_EQ(plan.heads[1].list, "");
}

TEST_F(WorkbookPlan, PutsInTheRowsWhatDiffers) {
  std::vector<bool> differs(layout_.size());
  differs[1] = true;
  const AnswersPlan plan = PlanAnswers(*program_, Lang::kEn, differs);
  EXPECT_EQ(Headings(plan.heads), "Form|");
  EXPECT_EQ(Headings(plan.columns),
            "Id|Town|Field 1: Title|Field 2: Spend (DKK)|Sources|");
}

TEST_F(WorkbookPlan, OffersEveryCombinationOfAShortList) {
  const AnswersPlan plan = PlanAnswers(*program_, Lang::kEn);
  EXPECT_EQ(plan.columns[3].labels,
            (std::vector<std::string>{"State", "Own", "State; Own"}));
  EXPECT_EQ(plan.columns[3].list, "list_sources");
  EXPECT_TRUE(CheckOf(plan.columns[3], layout_[4], Lang::kEn).strict);
}

TEST_F(WorkbookPlan, OffersSingleValuesOfALongListAndLetsOthersBeTyped) {
  Layout layout;
  for (Field field : layout_.fields()) {
    if (field.is_list) {
      for (const char* more : {"c", "d", "e"}) {
        field.choices.push_back(Choice(more, more));
      }
    }
    layout.Add(field);
  }
  program_->layout = layout;
  const AnswersPlan plan = PlanAnswers(*program_, Lang::kEn);
  const PlannedField& sources = plan.columns.back();
  EXPECT_EQ(sources.labels.size(), 5u);
  const InputCheck check = CheckOf(sources, layout[4], Lang::kEn);
  EXPECT_FALSE(check.strict);
  EXPECT_EQ(check.hint, "Write several with semicolons between them.");
}

TEST_F(WorkbookPlan, ChecksNumbersByTheSchemasBounds) {
  const AnswersPlan plan = PlanAnswers(*program_, Lang::kEn);
  const InputCheck check = CheckOf(plan.columns[2], layout_[3], Lang::kEn);
  EXPECT_EQ(check.kind, InputCheck::Kind::kWhole);
  EXPECT_EQ(check.minimum, Decimal::FromInt(0));
  EXPECT_EQ(check.maximum, std::nullopt);
  EXPECT_TRUE(check.strict);
  EXPECT_EQ(check.error, "Write a whole number without a unit of at least 0.");
}

TEST_F(WorkbookPlan, SaysInAFormulaWhatIsMissing) {
  const AnswersPlan plan = PlanAnswers(*program_, Lang::kEn);
  EXPECT_EQ(
      GapFormula(plan, layout_, 4, true),
      "=IF(COUNTA($B5:$D5)>0,IF((0+(TRIM($B$1)=\"\")+(TRIM(A5)=\"\")+(TRIM(B5)"
      "=\"\")+(TRIM(C5)=\"\"))=0,\"\u2714\",MID(IF(TRIM($B$1)=\"\",\", Town\","
      "\"\")&IF(TRIM(A5)=\"\",\", Id\",\"\")&IF(TRIM(B5)=\"\",\", Title\",\"\")"
      "&IF(TRIM(C5)=\"\",\", Spend\",\"\"),3,999)),\"\")");
  EXPECT_EQ(BegunFormula(plan, 4, false), "COUNTA($A5:$D5)>0");
}

// A questionnaire with very many required fields: the number of blanks must do.
TEST_F(WorkbookPlan, CountsWhatIsMissingWhereTheNamesDoNotFit) {
  for (int i = 0; i < 200; ++i) {
    Field field = TextField("f" + std::to_string(i), std::string(60, 'x'));
    field.required = true;
    program_->layout.Add(field);
  }
  const AnswersPlan plan = PlanAnswers(*program_, Lang::kEn);
  const std::string formula = GapFormula(plan, program_->layout, 4, true);
  EXPECT_LE(CountUtf16(formula), kMostInFormula);
  EXPECT_EQ(formula.find("MID("), std::string::npos);
}

TEST_F(WorkbookPlan, GivesListsNamesOfTheirOwn) {
  Field one = TextField("a-b", "One");
  one.choices = {Choice("1", "x")};
  Field two = TextField("a.b", "Two");
  two.choices = {Choice("1", "y")};
  program_->layout.Add(one);
  program_->layout.Add(two);
  const AnswersPlan plan = PlanAnswers(*program_, Lang::kEn);
  EXPECT_EQ(plan.columns[4].list, "list_a_b");
  EXPECT_EQ(plan.columns[5].list, "list_a_b_2");
}

TEST_F(WorkbookPlan, TellsChoicesWithOneTitleApart) {
  Field field = TextField("kind", "Kind");
  field.choices = {Choice("1", "Same"), Choice("2", "Same"), Choice("3", "")};
  EXPECT_EQ(ChoiceLabel(field, field.choices[0], Lang::kDa), "Same (1)");
  EXPECT_EQ(ChoiceLabel(field, field.choices[2], Lang::kDa), "3");
}

}  // namespace
}  // namespace sigte
