// SPDX-License-Identifier: MPL-2.0

// Units that count many of another, beside numbers and in headings.

#include "engine/table/unit_names.h"

#include <gtest/gtest.h>

#include <string>

#include "engine/text/language.h"
#include "tests/growth.h"
#include "tests/table/table_testing.h"

namespace sigte {
namespace {

const UnitNames& Thousands() {
  const TableSetup& setup = Questionnaire();
  return setup.values.UnitsOf(setup.layout.Find("gross_income_tdkk"));
}

const UnitNames& Percent() {
  const TableSetup& setup = Questionnaire();
  return setup.values.UnitsOf(setup.layout.Find("share_percent"));
}

TEST(UnitNames, KnowTheOwnUnitByAllItsNames) {
  for (const char* text :
       {"1.000 kr.", "1000 KR", "(1 000 kr.)", "DKK 1,000", "t.kr.", "tkr",
        "T. kr.", "tusind kr.", "tDKK", "1.000 kroner", "kr. 1.000"}) {
    EXPECT_EQ(Thousands().Beside(text), UnitWord::kOwn) << text;
  }
  EXPECT_EQ(Percent().Beside("%"), UnitWord::kOwn);
  EXPECT_EQ(Percent().Beside("procent"), UnitWord::kOwn);
}

TEST(UnitNames, TellThePlainUnitAndOtherWordsApart) {
  for (const char* text : {"kr.", "KR", "DKK", "kroner", "DKK kr."}) {
    EXPECT_EQ(Thousands().Beside(text), UnitWord::kPlain) << text;
  }
  for (const char* text :
       {"mio. kr.", "%", "EUR", "ca.", "1.000.000 kr.", "\u20AC", "$"}) {
    EXPECT_EQ(Thousands().Beside(text), UnitWord::kOther) << text;
  }
  EXPECT_EQ(Thousands().Beside(" "), UnitWord::kNone);
  EXPECT_EQ(Percent().Beside("kr."), UnitWord::kOther);
}

// "<500" is no 500, with its unit or without.
TEST(UnitNames, RefuseSignsThatMayChangeANumber) {
  for (const char* text : {"<",      ">",
                           "~",      "\u2248",
                           "\u00B1", "?",
                           "!",      "*",
                           "****",   "kr. *",
                           "+",      "-",
                           "=",      "\u00A7",
                           "\u00A3", "/",
                           ";",      ":",
                           "(",      ")",
                           "( )",    "\u201C \u201D",
                           "< kr.",  "kr. ~",
                           "kr. ?",  "- kr.",
                           "-kr.",   "( kr.",
                           "kr. )("}) {
    EXPECT_EQ(Thousands().Beside(text), UnitWord::kOther) << text;
    EXPECT_EQ(Percent().Beside(text), UnitWord::kOther) << text;
  }
  EXPECT_EQ(Percent().Beside("< %"), UnitWord::kOther);
  EXPECT_EQ(Percent().Beside("~ procent"), UnitWord::kOther);
  for (const char* text : {"", ".", "\u00A0"}) {
    EXPECT_EQ(Thousands().Beside(text), UnitWord::kNone) << text;
  }
  EXPECT_EQ(Thousands().Beside("(kr.)"), UnitWord::kPlain);
  EXPECT_EQ(Percent().Beside("(%)"), UnitWord::kOwn);
}

TEST(UnitNames, KnowTheSignsInTheirOwnNames) {
  const Folder folder{Language{}};
  Field field;
  field.unit = {"kr./\u00E5r", "DKK/year"};
  EXPECT_EQ(UnitNames(field, folder).Beside("kr./\u00E5r"), UnitWord::kOwn);
  field.unit = {"\u20AC", "\u20AC"};
  EXPECT_EQ(UnitNames(field, folder).Beside("\u20AC"), UnitWord::kOwn);
  EXPECT_EQ(UnitNames(field, folder).Beside("\u00A3"), UnitWord::kOther);
  // Whether thousands or single ones are meant, a sign alone does not say.
  field.unit = {"1.000 \u20AC", "1,000 \u20AC"};
  EXPECT_EQ(UnitNames(field, folder).Beside("\u20AC"), UnitWord::kPlain);
}

// The sign of "T\u20AC" is no name of thousands, and neither is its letter.
TEST(UnitNames, KeepTheSignAndTheLetterOfANameTogether) {
  const Folder folder{Language{}};
  Field field;
  field.unit = {"1.000 EUR", "EUR 1,000"};
  field.unit_aliases = {"T\u20AC"};
  const UnitNames thousands(field, folder);
  EXPECT_EQ(thousands.Beside("T\u20AC"), UnitWord::kOwn);
  EXPECT_EQ(thousands.Beside("t \u20AC"), UnitWord::kOwn);
  EXPECT_EQ(thousands.Beside("\u20AC"), UnitWord::kOther);
  EXPECT_EQ(thousands.Beside("T"), UnitWord::kOther);
  EXPECT_EQ(thousands.InHeading("Udgift (T\u20AC)"), UnitWord::kOwn);
  field.unit_aliases = {"T\u20AC", "1.000 \u20AC"};
  const UnitNames both(field, folder);
  EXPECT_EQ(both.Beside("\u20AC"), UnitWord::kPlain);
  EXPECT_EQ(both.InHeading("Udgift (\u20AC)"), UnitWord::kPlain);
  EXPECT_EQ(both.InHeading("Udgift (M\u20AC)"), UnitWord::kOther);
}

TEST(UnitNames, TakeALongTextBesideANumberInItsStride) {
  const auto read = [](std::size_t size) {
    std::string text = "2";
    while (text.size() < size) text += " a b";
    EXPECT_EQ(Thousands().WithoutOwn(text), text);
    text += " 1.000 kr.";
    EXPECT_EQ(Thousands().WithoutOwn(text).size(), text.size() - 10);
  };
  EXPECT_LT(Growth(4'000, read), kLinearGrowth);
}

TEST(UnitNames, ReadWhatAHeadingHasInBrackets) {
  for (const char* text :
       {"Udgift (1.000 kr.)", "Udgift (i 1.000 kr.)", "Udgift [t.kr.]",
        "Udgift (regnskab 2019, 1.000 kr.)", "Udgift (kr. 1.000)",
        "Felt 2: vores udgift i 1.000 kr."}) {
    EXPECT_EQ(Thousands().InHeading(text), UnitWord::kOwn) << text;
  }
  for (const char* text :
       {"Udgift (kr.)", "Udgift [KR]", "Udgift (i kr.)", "Udgift (2019) (DKK)",
        "Felt 2: vores udgift i kr."}) {
    EXPECT_EQ(Thousands().InHeading(text), UnitWord::kPlain) << text;
  }
  for (const char* text : {"Udgift (mio. kr.)", "Udgift (hele kr.)",
                           "Udgift (1.000.000 kr.)", "Udgift (kr. pr. barn)"}) {
    EXPECT_EQ(Thousands().InHeading(text), UnitWord::kOther) << text;
  }
  for (const char* text :
       {"Udgift (1.000 EUR)", "Udgift (1000 \u20AC)", "Udgift (mio.)",
        "Udgift (MDKK)", "Udgift (EUR)", "Udgift (procent)",
        "Udgift [1.000 SEK]", "Udgift (1.000 CHF)", "Udgift (%)",
        "Felt 2: vores udgift i EUR"}) {
    EXPECT_EQ(Thousands().InHeading(text), UnitWord::kOther) << text;
  }
  for (const char* text :
       {"Udgift (1.000 kr., ikke EUR)", "Udgift (hele 1.000 kr.)"}) {
    EXPECT_EQ(Thousands().InHeading(text), UnitWord::kOwn) << text;
  }
  for (const char* text :
       {"Udgift", "Udgift (2020)", "Udgift (", "", "Udgift (regnskab 2019)",
        "Udgift (1.000)", "Udgift (felt 10)", "10. Udgift", "Udgift (netto)"}) {
    EXPECT_EQ(Thousands().InHeading(text), UnitWord::kNone) << text;
  }
  EXPECT_EQ(Percent().InHeading("Andel (kr.)"), UnitWord::kNone);
}

// "(mio. EUR)" makes other numbers of a field in EUR, too.
TEST(UnitNames, RefuseHeadingsInAnotherUnitThanAPlainOne) {
  const Folder folder{Language{}};
  Field field;
  field.type = FieldType::kInt;
  field.name = "grant";
  field.title = {"St\u00F8tte over 1.000 EUR", "Grant"};
  field.unit = {"EUR", "EUR"};
  field.unit_aliases = {"\u20AC", "Euro"};
  field.other_units = {"CHF", "Mio.", "\u00A3"};
  const UnitNames euros(field, folder);
  for (const char* text :
       {"Grant (Mio. EUR)", "Grant (CHF)", "Grant (1.000 EUR)", "Grant (TEUR)",
        "Grant (kEUR)", "Grant (T\u20AC)", "Grant (k \u20AC)",
        "Grant (1.000 \u20AC)", "Grant [mio.]", "Grant (1.000 USD)",
        "Grant (\u00A3)", "Grant in CHF", "Grant: 1.000 EUR"}) {
    EXPECT_EQ(euros.InHeading(text), UnitWord::kOther) << text;
  }
  for (const char* text :
       {"Grant (EUR)", "Grant (in \u20AC)", "Grant (2019, EUR)",
        "Grant (whole EUR)", "Grant in Euro"}) {
    EXPECT_EQ(euros.InHeading(text), UnitWord::kOwn) << text;
  }
  for (const char* text : {"Grant", "Grant (2019)", "Grant (1.000)",
                           "St\u00F8tte over 1.000 EUR", "Grant (net)"}) {
    EXPECT_EQ(euros.InHeading(text), UnitWord::kNone) << text;
  }
  // A longer name of the own unit has its words for itself.
  field.unit = {"Mio. EUR", "EUR million"};
  field.unit_aliases = {};
  field.other_units = {"EUR"};
  const UnitNames millions(field, folder);
  EXPECT_EQ(millions.InHeading("Grant (Mio. EUR)"), UnitWord::kOwn);
  EXPECT_EQ(millions.InHeading("Grant (EUR)"), UnitWord::kOther);
  // Without a unit nothing is said of one.
  field.unit = {};
  field.other_units = {};
  EXPECT_EQ(UnitNames(field, folder).InHeading("Grant (1.000 EUR)"),
            UnitWord::kNone);
}

TEST(UnitNames, CutTheOwnUnitOffBehindANumber) {
  EXPECT_EQ(Thousands().WithoutOwn("850 1.000 kr."), "850");
  EXPECT_EQ(Thousands().WithoutOwn("1.250\u00A0t.kr."), "1.250");
  EXPECT_EQ(Thousands().WithoutOwn("850 (DKK 1,000)"), "850");
  for (const char* text : {"1.000 kr.", "1 000 kr.", "850 000 kr.", "850 kr.",
                           "t.kr.", "850", ""}) {
    EXPECT_EQ(Thousands().WithoutOwn(text), text);
  }
  EXPECT_EQ(Percent().WithoutOwn("56 procent"), "56 procent");
}

TEST(UnitNames, RoundWhatIsCountedInWholes) {
  EXPECT_EQ(Thousands().FromPlain("25000"), "25");
  EXPECT_EQ(Thousands().FromPlain("25499.5"), "25");
  EXPECT_EQ(Thousands().FromPlain("25500"), "26");
  EXPECT_EQ(Thousands().FromPlain("-25500"), "-26");
  // 0 is an answer of its own.
  EXPECT_EQ(Thousands().FromPlain("499"), "0.499");
  EXPECT_EQ(Thousands().FromPlain("-100"), "-0.1");
  EXPECT_EQ(Thousands().FromPlain("0"), "0");
  EXPECT_EQ(Thousands().FromPlain("1E+300"), "");
}

TEST(UnitNames, SayWhetherTheyRounded) {
  const auto rounded = [](const char* number) {
    bool is = false;
    Thousands().FromPlain(number, &is);
    return is;
  };
  EXPECT_TRUE(rounded("25500"));
  EXPECT_FALSE(rounded("25000"));
  EXPECT_FALSE(rounded("499"));
}

// No number of a unit, no plain unit; "100 kr." is one, "3 kr." is none.
TEST(UnitNames, CountInPowersOfTenOnly) {
  const Folder folder{Language{}};
  Field field;
  field.type = FieldType::kDecimal;
  field.unit = {"3 kr.", "DKK 3"};
  EXPECT_EQ(UnitNames(field, folder).Beside("kr."), UnitWord::kOwn);
  field.unit = {"100 kr.", "DKK 100"};
  const UnitNames hundreds(field, folder);
  EXPECT_EQ(hundreds.Beside("kr."), UnitWord::kPlain);
  EXPECT_EQ(hundreds.FromPlain("250"), "2.5");
}

}  // namespace
}  // namespace sigte
