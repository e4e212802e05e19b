// SPDX-License-Identifier: MPL-2.0

#include "engine/table/names.h"

#include <gtest/gtest.h>

#include <string>

#include "engine/text/language.h"
#include "tests/table/table_testing.h"

namespace sigte {
namespace {

std::string FieldOf(const std::string& heading) {
  const TableSetup& setup = Questionnaire();
  const FieldIndex field = setup.headings.Find(heading);
  return field == kNoField ? "-" : setup.layout[field].name;
}

std::string ChoiceOf(const char* field, const std::string& text) {
  const TableSetup& setup = Questionnaire();
  const std::string value =
      setup.values.ChoiceOf(setup.layout.Find(field), text);
  return value.empty() ? "-" : value;
}

TEST(HeadingNames, KnowTitlesInBothLanguagesNamesAndAliases) {
  EXPECT_EQ(FieldOf("Bruttoudgifter"), "gross_expenditure_tdkk");
  EXPECT_EQ(FieldOf("Gross expenditure"), "gross_expenditure_tdkk");
  EXPECT_EQ(FieldOf("gross_expenditure_tdkk"), "gross_expenditure_tdkk");
  EXPECT_EQ(FieldOf("udgift"), "gross_expenditure_tdkk");
  EXPECT_EQ(FieldOf("felt 2"), "gross_expenditure_tdkk");
  EXPECT_EQ(FieldOf("Løbenr."), "id");
  EXPECT_EQ(FieldOf("Kommunenavn"), "municipality");
  EXPECT_EQ(FieldOf("Kortlægning"), "mapping");
}

TEST(HeadingNames, FoldCaseLettersBlanksAndLineBreaks) {
  EXPECT_EQ(FieldOf("  PRIMÆR\nMÅLGRUPPE "), "primary_target");
  EXPECT_EQ(FieldOf("primaer maalgruppe"), "primary_target");
  EXPECT_EQ(FieldOf("Primær\u00A0 målgruppe"), "primary_target");
  EXPECT_EQ(FieldOf("Bruttoindtaegter"), "gross_income_tdkk");
  EXPECT_EQ(FieldOf("FORMAAL"), "purpose");
}

// Where one field alone is called so but for the blanks.
TEST(HeadingNames, FoldBlanksWithinAWordAsALastResort) {
  EXPECT_EQ(FieldOf("Brutto udgifter (1.000 kr.)"), "gross_expenditure_tdkk");
  EXPECT_EQ(FieldOf("Felt2"), "gross_expenditure_tdkk");
  EXPECT_EQ(FieldOf("Løbe nr"), "id");
  EXPECT_EQ(FieldOf("Kom mune"), "municipality");
  const Folder folder{Language{}};
  Layout layout;
  for (const char* name : {"ab c", "a bc", "abc d"}) {
    Field field;
    field.name = name;
    layout.Add(field);
  }
  const HeadingNames names(layout, folder);
  EXPECT_EQ(names.Find("a bc"), 1U);
  EXPECT_EQ(names.Find("abc"), kNoField);
  EXPECT_EQ(names.Find("abcd"), 2U);
}

TEST(HeadingNames, KnowANumberBeforeATitle) {
  EXPECT_EQ(FieldOf("Felt 1: Initiativ"), "title");
  EXPECT_EQ(FieldOf("Felt 10:\nAndel af målgruppen"), "share_percent");
  EXPECT_EQ(FieldOf("Field 1: Initiative"), "title");
  EXPECT_EQ(FieldOf("1. Initiativ"), "title");
  EXPECT_EQ(FieldOf("K2 Tilbudsområde"), "area");
  EXPECT_EQ(FieldOf("Felt 8: Hvad går indsatsen ud på?"), "content");
  // A number and a name that do not belong together mean nothing.
  EXPECT_EQ(FieldOf("Felt 1: Formål"), "-");
  EXPECT_EQ(FieldOf("9 Initiativ"), "-");
  // An explanation is no heading.
  EXPECT_EQ(FieldOf("Initiativ: skriv en titel"), "-");
}

TEST(HeadingNames, LeaveUnitsAndStarsOut) {
  EXPECT_EQ(FieldOf("Bruttoudgifter (1.000 kr.)"), "gross_expenditure_tdkk");
  EXPECT_EQ(FieldOf("Felt 3: Bruttoindtægter (i 1.000 kr.) *"),
            "gross_income_tdkk");
  EXPECT_EQ(FieldOf("Bruttoudgifter i 1.000 kr."), "gross_expenditure_tdkk");
  EXPECT_EQ(FieldOf("Andel af målgruppen [%]*"), "share_percent");
  EXPECT_EQ(FieldOf("Andel af målgruppen i procent"), "share_percent");
}

TEST(HeadingNames, GuessNothing) {
  EXPECT_EQ(FieldOf("Bemærkninger"), "-");
  EXPECT_EQ(FieldOf("Bruttoudgiftr"), "-");
  EXPECT_EQ(FieldOf(""), "-");
  EXPECT_EQ(FieldOf("*"), "-");
}

TEST(ChoiceNames, KnowValuesTitlesAliasesAndDescriptions) {
  EXPECT_EQ(ChoiceOf("area", "employment"), "employment");
  EXPECT_EQ(ChoiceOf("area", "Beskæftigelse"), "employment");
  EXPECT_EQ(ChoiceOf("area", "BESKAEFTIGELSE"), "employment");
  EXPECT_EQ(ChoiceOf("area", "Employment"), "employment");
  EXPECT_EQ(ChoiceOf("area", "kultur- og fritidsområdet"), "culture_leisure");
  EXPECT_EQ(ChoiceOf("financing", "1) tilskud fra staten"), "state");
  EXPECT_EQ(ChoiceOf("financing", "Puljemidler"), "state");
  EXPECT_EQ(ChoiceOf("primary_target", "a)"), "a");
  EXPECT_EQ(ChoiceOf("primary_target", "A"), "a");
  EXPECT_EQ(ChoiceOf("primary_target",
                     "a) Nyindvandrede flygtninge og familiesammenførte"),
            "a");
  EXPECT_EQ(ChoiceOf("secondary_target", "kvinder"), "women");
  EXPECT_EQ(ChoiceOf("secondary_target", "2) Kvinder"), "women");
  EXPECT_EQ(ChoiceOf("secondary_target", "2. kvinder"), "women");
}

TEST(ChoiceNames, KnowAMunicipalityByNameAndCode) {
  EXPECT_EQ(ChoiceOf("municipality", "240"), "240");
  EXPECT_EQ(ChoiceOf("municipality", "0240"), "240");
  EXPECT_EQ(ChoiceOf("municipality", "Egedal"), "240");
  EXPECT_EQ(ChoiceOf("municipality", "egedal kommune"), "240");
  EXPECT_EQ(ChoiceOf("municipality", "240 Egedal"), "240");
  EXPECT_EQ(ChoiceOf("municipality", "Egedal (240)"), "240");
  EXPECT_EQ(ChoiceOf("municipality", "Århus"), "751");
}

TEST(ChoiceNames, KnowANumberHoweverItIsWritten) {
  Field field;
  field.type = FieldType::kDecimal;
  field.choices = {{"1", {}, {}}, {"2.5", {}, {}}, {"1250", {}, {}}};
  const Folder folder{Language{}};
  const ChoiceNames names(field, folder);
  for (const char* text : {"1", "1,0", "1.00", "01", "+1"}) {
    EXPECT_EQ(names.Find(text), 0U) << text;
  }
  for (const char* text : {"2,50", "2.5", "2,5"}) {
    EXPECT_EQ(names.Find(text), 1U) << text;
  }
  for (const char* text : {"1.250", "1 250,0"}) {
    EXPECT_EQ(names.Find(text), 2U) << text;
  }
  for (const char* text : {"-1", "(1)", "1-", "-2,5", "1,01", "2,5,0", ""}) {
    EXPECT_EQ(names.Find(text), NameTable::kNone) << text;
  }
  // Either of two may be meant.
  field.choices.push_back({"1.25", {}, {}});
  const ChoiceNames both(field, folder);
  EXPECT_EQ(both.Find("1.250"), NameTable::kNone);
  EXPECT_EQ(both.Find("1.25"), 3U);
}

TEST(ChoiceNames, GuessNothing) {
  EXPECT_EQ(ChoiceOf("secondary_target", "1) Kvinder"), "-");
  EXPECT_EQ(ChoiceOf("municipality", "101 Egedal"), "-");
  EXPECT_EQ(ChoiceOf("municipality", "Atlantis"), "-");
  EXPECT_EQ(ChoiceOf("area", "Beskæftigelser"), "-");
  EXPECT_EQ(ChoiceOf("secondary_target", "Ikke oplyst"), "-");
}

// One name for two things means neither, but a title goes before an alias.
TEST(NameTable, KeepsNamesThatMeanOneThing) {
  NameTable names;
  names.Add("a", 1, 0);
  names.Add("a", 2, 0);
  names.Add("b", 1, 0);
  names.Add("b", 2, 1);
  names.Add("c", 1, 1);
  names.Add("c", 2, 0);
  names.Add("c", 2, 2);
  EXPECT_EQ(names.Find("a"), NameTable::kNone);
  EXPECT_EQ(names.Find("b"), 1u);
  EXPECT_EQ(names.Find("c"), 2u);
  EXPECT_EQ(names.Find("d"), NameTable::kNone);
}

}  // namespace
}  // namespace sigte
