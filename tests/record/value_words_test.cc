// SPDX-License-Identifier: MPL-2.0

#include "engine/record/value_words.h"

#include <gtest/gtest.h>

#include <string>

namespace sigte {
namespace {

Field Of(FieldType type) {
  Field field;
  field.type = type;
  return field;
}

Field Closed() {
  Field field = Of(FieldType::kText);
  field.choices = {{"a", {"Skole", "School"}, {}},
                   {"b", {"Job, løn", "Work, pay"}, {}},
                   {"c", {}, {}}};
  return field;
}

Field ListOf(Field field) {
  field.is_list = true;
  return field;
}

TEST(WrittenWords, OfTruthValuesAreYesAndNo) {
  const Field field = Of(FieldType::kBool);
  EXPECT_EQ(WrittenWords(field, "true", Lang::kDa), "ja");
  EXPECT_EQ(WrittenWords(field, "false", Lang::kDa), "nej");
  EXPECT_EQ(WrittenWords(field, "true", Lang::kEn), "yes");
  EXPECT_EQ(WrittenWords(field, "måske", Lang::kDa), "måske");
}

TEST(WrittenWords, OfNumbersHaveTheMarksOfTheLanguage) {
  Field field = Of(FieldType::kDecimal);
  EXPECT_EQ(WrittenWords(field, "1234.50", Lang::kDa), "1234,50");
  EXPECT_EQ(WrittenWords(field, "1234.50", Lang::kEn), "1234.50");
  EXPECT_EQ(WrittenWords(field, "-0.5", Lang::kDa), "-0,5");
  EXPECT_EQ(WrittenWords(field, "1.5e3", Lang::kDa), "1500");
  EXPECT_EQ(WrittenWords(field, "ca. 12.5", Lang::kDa), "ca. 12.5");
  field.unit = {"kr.", "DKK"};
  EXPECT_EQ(WrittenWords(field, "1234567.5", Lang::kDa), "1.234.567,5");
  EXPECT_EQ(WrittenWords(field, "1234567.5", Lang::kEn), "1,234,567.5");
}

// What merely looks like a value is a submitter's own words.
TEST(WrittenWords, OfTextsAreTheTexts) {
  const Field field = Of(FieldType::kText);
  for (const char* text : {"true", "12.5", "[\"a\"]", "null", ""}) {
    EXPECT_EQ(WrittenWords(field, text, Lang::kDa), text);
  }
}

TEST(WrittenWords, OfChoicesAreTheirTitles) {
  Field field = Closed();
  EXPECT_EQ(WrittenWords(field, "a", Lang::kDa), "Skole");
  EXPECT_EQ(WrittenWords(field, "c", Lang::kEn), "c");
  field.choices[2].title = {"Skole", "Other"};
  EXPECT_EQ(WrittenWords(field, "a", Lang::kDa), "Skole (a)");
  EXPECT_EQ(WrittenWords(field, "a", Lang::kEn), "School");
}

TEST(WrittenWords, OfListsAreTheirItemsBetweenCommas) {
  const Field texts = ListOf(Of(FieldType::kText));
  EXPECT_EQ(WrittenWords(texts, R"(["x", "y\u00e6", "true"])", Lang::kDa),
            "x, yæ, true");
  EXPECT_EQ(WrittenWords(ListOf(Closed()), R"(["a", "c"])", Lang::kEn),
            "School, c");
  EXPECT_EQ(
      WrittenWords(ListOf(Of(FieldType::kBool)), "[true, false]", Lang::kDa),
      "ja, nej");
}

TEST(WrittenWords, OfListsWhoseItemsHaveCommasHaveSemicolons) {
  const Field rates = ListOf(Of(FieldType::kDecimal));
  EXPECT_EQ(WrittenWords(rates, "[0.5, 1000.25]", Lang::kDa), "0,5; 1000,25");
  EXPECT_EQ(WrittenWords(rates, "[0.5, 1000.25]", Lang::kEn), "0.5, 1000.25");
  EXPECT_EQ(WrittenWords(ListOf(Closed()), R"(["a", "b"])", Lang::kDa),
            "Skole; Job, løn");
}

TEST(WrittenWords, OfAListWithoutItemsSayThatThereAreNone) {
  const Field field = ListOf(Closed());
  EXPECT_EQ(WrittenWords(field, "[]", Lang::kDa), "(ingen valgt)");
  EXPECT_EQ(WrittenWords(field, "[ ]", Lang::kEn), "(none chosen)");
}

TEST(WrittenWords, OfWhatIsNoListStayAsItIs) {
  const Field field = ListOf(Closed());
  EXPECT_EQ(WrittenWords(field, "a", Lang::kDa), "Skole");
  EXPECT_EQ(WrittenWords(field, "[[1]]", Lang::kDa), "[[1]]");
  EXPECT_EQ(WrittenWords(field, "{\"a\": 1}", Lang::kDa), "{\"a\": 1}");
}

TEST(LiteralWords, OfAListThatWasCutEndInThree) {
  const Field field = ListOf(Closed());
  EXPECT_EQ(LiteralWords(&field, R"(["a", "c", "a…)", Lang::kDa),
            "Skole, c, a…");
  EXPECT_EQ(LiteralWords(&field, R"(["a", …)", Lang::kDa), "Skole, …");
}

TEST(LiteralWords, KnowNoTitlesWithoutAField) {
  EXPECT_EQ(LiteralWords(nullptr, "\"a\"", Lang::kDa), "a");
  EXPECT_EQ(LiteralWords(nullptr, "12.5", Lang::kDa), "12,5");
  EXPECT_EQ(LiteralWords(nullptr, "unread", Lang::kDa), "unread");
}

TEST(OperandWords, SayWhatComparingGaveAndKeepTheQuotationMarksOfTexts) {
  const Field field = Closed();
  const Field truth = Of(FieldType::kBool);
  EXPECT_EQ(OperandWords(&truth, "== true", true, Lang::kDa), "er ja");
  EXPECT_EQ(OperandWords(&truth, "== true", false, Lang::kDa), "er ikke ja");
  EXPECT_EQ(OperandWords(nullptr, "> 12.5", true, Lang::kDa), "over 12,5");
  EXPECT_EQ(OperandWords(nullptr, "> 12.5", false, Lang::kDa), "højst 12,5");
  EXPECT_EQ(OperandWords(&field, "in [\"a\", \"c\"]", true, Lang::kEn),
            "one of: School, \"c\"");
  EXPECT_EQ(OperandWords(&field, "in [\"a\", \"c\"]", false, Lang::kEn),
            "none of: School, \"c\"");
  EXPECT_EQ(OperandWords(nullptr, "!= \"a b\"", true, Lang::kDa),
            "er ikke \"a b\"");
  EXPECT_EQ(OperandWords(nullptr, "contains \"a\"", false, Lang::kDa),
            "indeholder ikke \"a\"");
}

TEST(OperandWords, WithoutAnOperatorAreTheOperandWhateverItGave) {
  const Field field = Closed();
  for (const bool holds : {true, false}) {
    EXPECT_EQ(OperandWords(&field, "\"a\"", holds, Lang::kDa), "Skole");
    EXPECT_EQ(OperandWords(nullptr, "2019-01-01–2019-12-31", holds, Lang::kDa),
              "2019-01-01–2019-12-31");
    EXPECT_EQ(OperandWords(nullptr, "lov om leg", holds, Lang::kDa),
              "lov om leg");
    EXPECT_EQ(OperandWords(nullptr, "", holds, Lang::kDa), "");
  }
}

TEST(RangeWords, AreBoundsInWordsAndNumbersAsTheLanguageWritesThem) {
  Field field = Of(FieldType::kDecimal);
  EXPECT_EQ(RangeWords(field, ">= -12.5", Lang::kDa), "mindst -12,5");
  EXPECT_EQ(RangeWords(field, "> 1.5, < 2.25", Lang::kDa),
            "over 1,5 og under 2,25");
  EXPECT_EQ(RangeWords(field, ">= 1.5, <= 2", Lang::kEn),
            "at least 1.5 and at most 2");
  EXPECT_EQ(RangeWords(field, "-3–-1.5", Lang::kDa), "-3–-1,5");
  field.unit = {"kr.", "DKK"};
  EXPECT_EQ(RangeWords(field, "1000–20000", Lang::kDa), "1.000–20.000");
  EXPECT_EQ(RangeWords(field, "1000–20000", Lang::kEn), "1,000–20,000");
  EXPECT_EQ(RangeWords(field, "", Lang::kEn), "");
}

}  // namespace
}  // namespace sigte
