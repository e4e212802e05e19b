// SPDX-License-Identifier: MPL-2.0

// CSV files: what cells hold as values of their fields.

#include <gtest/gtest.h>

#include <string>

#include "tests/table/table_file.h"
#include "tests/table/table_testing.h"

namespace sigte {
namespace {

// One row under all the required headings and `heading`, with `cell` in it.
std::string LineWith(const std::string& heading, const std::string& cell) {
  const std::string lines =
      CsvInWords(std::string(kHeading) + ";" + heading +
                 "\n1;240;social;Café;5;a;Møder;" + cell + "\n");
  const std::string before =
      std::string(kAssumed) +
      "2 {\"id\":\"1\",\"municipality\":240,\"area\":\"social\","
      "\"title\":\"Café\",\"gross_expenditure_tdkk\":5,"
      "\"primary_target\":\"a\",\"content\":\"Møder\"";
  EXPECT_EQ(lines.substr(0, before.size()), before);
  return lines.size() < before.size() ? lines : lines.substr(before.size());
}

// Blank, "-", "ukendt" and 0 stay four things where the field can tell them
// apart; where null is an answer, a marker is null.
TEST(TableReader, KeepsBlankMarkersAndZeroApart) {
  EXPECT_EQ(LineWith("Bruttoindtægter", ""), "}\n");
  EXPECT_EQ(LineWith("Bruttoindtægter", "-"), ",\"gross_income_tdkk\":null}\n");
  EXPECT_EQ(LineWith("Bruttoindtægter", "Ukendt"),
            ",\"gross_income_tdkk\":null}\n");
  EXPECT_EQ(LineWith("Bruttoindtægter", "0"), ",\"gross_income_tdkk\":0}\n");
  EXPECT_EQ(LineWith("Hjemmel", ""), "}\n");
  EXPECT_EQ(LineWith("Hjemmel", "-"), ",\"legal_basis\":\"-\"}\n");
  EXPECT_EQ(LineWith("Hjemmel", "ukendt"), ",\"legal_basis\":\"ukendt\"}\n");
  EXPECT_EQ(LineWith("Hjemmel", "0"), ",\"legal_basis\":\"0\"}\n");
  EXPECT_EQ(LineWith("Felt 7", "-"), ",\"secondary_target\":null}\n");
  EXPECT_EQ(LineWith("Felt 7", "Ikke oplyst"), ",\"secondary_target\":null}\n");
  EXPECT_EQ(LineWith("Felt 4", "-"), ",\"financing\":null}\n");
  EXPECT_EQ(LineWith("Felt 10", "\u00A0"), "}\n");
}

TEST(TableReader, ReadsListsInOneCell) {
  for (const char* cell :
       {"\"stat; kommune\"", "\"1) tilskud fra staten\n3\"", "1+3", "1,3",
        "1 & 3", "\"staten, kommunen finansierer selv\"", "\"1; 3;\"", "1 og 3",
        "Staten og kommunen", "stat OG kommune", "stat and 3",
        "stat og kommunale midler", "1, kommunen selv"}) {
    EXPECT_EQ(LineWith("Felt 4", cell),
              ",\"financing\":[\"state\",\"municipal\"]}\n")
        << cell;
  }
  EXPECT_EQ(LineWith("Felt 4", "Tilskud fra private"),
            ",\"financing\":[\"private\"]}\n");
  EXPECT_EQ(LineWith("Felt 4", "\"stat; EU\""),
            ",\"financing\":\"stat; EU\"}\n  2:30 error D354 'EU' is none of "
            "the field's values; several are written with semicolons between "
            "them\n");
  EXPECT_EQ(LineWith("Felt 4", "\"stat; tilskud fra privat\""),
            ",\"financing\":\"stat; tilskud fra privat\"}\n  2:30 error D354 "
            "'tilskud fra privat' is none of the field's values; several "
            "are written with semicolons between them; did you mean Tilskud "
            "fra private?\n");
}

// As with semicolons, so with any other sign: the schema has its say.
TEST(TableReader, KeepsAValueThatStandsTwiceInAList) {
  for (const char* cell : {"\"Kommunal; Kommunal\"", "\"Kommunal, Kommunal\"",
                           "Kommunal + kommune", "3+3", "\"3, 3\"", "3 og 3",
                           "kommunen og egne midler"}) {
    EXPECT_EQ(LineWith("Felt 4", cell),
              ",\"financing\":[\"municipal\",\"municipal\"]}\n")
        << cell;
  }
  for (const char* cell :
       {"\"3, Kommunen finansierer selv\"", "3) Kommunen finansierer selv",
        "Kommunal (3)", "\"Kommunal, 3\"", "3"}) {
    EXPECT_EQ(LineWith("Felt 4", cell), ",\"financing\":[\"municipal\"]}\n")
        << cell;
  }
}

TEST(TableReader, KnowsWhatPeopleCallTheMunicipalitysOwnMoney) {
  for (const char* cell : {"Kommunen selv", "kommunale midler", "Egne midler",
                           "kommunalt budget", "Kommunens egne midler"}) {
    EXPECT_EQ(LineWith("Felt 4", cell), ",\"financing\":[\"municipal\"]}\n")
        << cell;
  }
}

// Two of the questionnaire's groups are several; who is young is not said
// there.
TEST(TableReader, TakesTwoSecondaryTargetGroupsForSeveral) {
  for (const char* cell :
       {"kvinder og mænd", "Mænd og kvinder", "\"kvinder, børn\"",
        "Kvinder/mænd", "\"mænd, kvinder og børn\""}) {
    EXPECT_EQ(LineWith("Felt 7", cell), ",\"secondary_target\":\"several\"}\n")
        << cell;
  }
  for (const char* cell : {"børn og unge", "Børn/unge"}) {
    EXPECT_EQ(LineWith("Felt 7", cell), ",\"secondary_target\":\"children\"}\n")
        << cell;
  }
  EXPECT_EQ(LineWith("Felt 7", "unge"),
            ",\"secondary_target\":\"unge\"}\n  2:29 error D353 'unge' is none "
            "of the field's values\n");
}

TEST(TableReader, ReadsNumbersWithTheirUnits) {
  EXPECT_EQ(LineWith("Felt 10", "56 %"), ",\"share_percent\":56}\n");
  EXPECT_EQ(LineWith("Felt 10", "12,5"), ",\"share_percent\":12.5}\n");
  EXPECT_EQ(LineWith("Felt 10", "56 procent"), ",\"share_percent\":56}\n");
  for (const char* text :
       {"850 1.000 kr.", "850 t.kr.", "tkr. 850", "850 tusind kr."}) {
    EXPECT_EQ(LineWith("Felt 3", text), ",\"gross_income_tdkk\":850}\n");
  }
  EXPECT_EQ(LineWith("Felt 3", "1.250.000"),
            ",\"gross_income_tdkk\":1250000}\n");
  // A unit that is not the field's, and no number at all, go to the schema.
  EXPECT_EQ(LineWith("Felt 3", "3 mio. kr."),
            ",\"gross_income_tdkk\":\"3 mio. kr.\"}\n");
  EXPECT_EQ(LineWith("Felt 3", "56 %"), ",\"gross_income_tdkk\":\"56 %\"}\n");
  EXPECT_EQ(LineWith("Felt 10", "ca. 50"), ",\"share_percent\":\"ca. 50\"}\n");
}

// As a reply hides what looks like a personal number: "101290****" is no
// 101290.
TEST(TableReader, TakesNoNumberWithStarsForANumber) {
  for (const char* text :
       {"101290****", "*850", "850 kr. *", "12**34", "1*2"}) {
    const std::string quoted = text;
    EXPECT_EQ(
        LineWith("Felt 3", quoted),
        ",\"gross_income_tdkk\":\"" + quoted + "\"}\n  2:29 error D392 '" +
            quoted +
            "' was read as no number: its stars may stand for digits that "
            "are hidden\n");
  }
}

TEST(TableReader, AsksWhichOfTwoNumbersIsMeant) {
  EXPECT_EQ(LineWith("Felt 3", "1.250"),
            ",\"gross_income_tdkk\":1250}\n  2:29 warning D356 '1.250' can be "
            "read in two ways: as 1250 and as 1.25\n");
  // The shorter number has blanks behind it, so that the other fits in.
  EXPECT_EQ(LineWith("Felt 3", "1,255 t.kr."),
            ",\"gross_income_tdkk\":1255 }\n  2:29 warning D356 '1,255 "
            "t.kr.' can be read in two ways: as 1255 and as 1.255\n");
}

// The field counts DKK 1,000: 25,000 of them are 25 million.
TEST(TableReader, AsksWhetherANumberOfThePlainUnitIsMeantInIt) {
  const auto asked = [](const std::string& text, const std::string& second) {
    return "  2:29 warning D374 '" + text +
           "' may be in DKK 1,000 or in DKK: 25000 or " + second +
           " (DKK 1,000)\n";
  };
  for (const char* text :
       {"25000 kr.", "DKK 25000", "25.000 kr.", "25 000 kr", "kr. 25.000,-"}) {
    EXPECT_EQ(LineWith("Felt 3", text),
              ",\"gross_income_tdkk\":25000}\n" + asked(text, "25"));
  }
  // Rounded where the field is whole, but not to 0.
  EXPECT_EQ(LineWith("Felt 3", "25300 kr."),
            ",\"gross_income_tdkk\":25300}\n  2:29 warning D374 '25300 kr.' "
            "may be in DKK 1,000 or in DKK: 25300 or rounded 25 (DKK "
            "1,000)\n");
  EXPECT_EQ(LineWith("Felt 3", "100 kr."),
            ",\"gross_income_tdkk\":100}\n  2:29 warning D374 '100 kr.' may "
            "be in DKK 1,000 or in DKK: 100 or 0.1 (DKK 1,000)\n");
  EXPECT_EQ(LineWith("Felt 3", "0 kr."), ",\"gross_income_tdkk\":0}\n");
  EXPECT_EQ(LineWith("Felt 3", "kr."), ",\"gross_income_tdkk\":\"kr.\"}\n");
}

TEST(TableReader, AsksTheSameOfAColumnWhoseHeadingSaysThePlainUnit) {
  for (const char* heading :
       {"Felt 3 (kr.)", "Bruttoindtægter [DKK]",
        "Felt 3: Bruttoindtægter (i kr.)", "Felt 3: vores indtægter i kr."}) {
    EXPECT_EQ(LineWith(heading, "25000"),
              ",\"gross_income_tdkk\":25000}\n  2:29 warning D374 '25000 kr.' "
              "may be in DKK 1,000 or in DKK: 25000 or 25 (DKK 1,000)\n");
    EXPECT_EQ(LineWith(heading, "25 t.kr."), ",\"gross_income_tdkk\":25}\n");
    EXPECT_EQ(LineWith(heading, "0"), ",\"gross_income_tdkk\":0}\n");
    EXPECT_EQ(LineWith(heading, "-"), ",\"gross_income_tdkk\":null}\n");
  }
  for (const char* heading :
       {"Felt 3 (t.kr.)", "Bruttoindtægter t.kr.", "Bruttoindtægter i tkr",
        "Bruttoindtægter (2020)"}) {
    EXPECT_EQ(LineWith(heading, "25000"), ",\"gross_income_tdkk\":25000}\n");
  }
}

TEST(TableReader, RefusesAColumnInAnotherUnit) {
  EXPECT_EQ(CsvInWords("Kommune;Egedal\nId;Område;Initiativ;Bruttoudgifter "
                       "(mio. kr.);Målgruppe;Indhold\n1;social;a;3;a;x\n"),
            std::string(kAssumed) +
                "2:21 error D375 the heading 'Bruttoudgifter (mio. kr.)' names "
                "another unit than the field's, which is DKK 1,000\n"
                "3 {\"id\":\"1\",\"area\":\"social\",\"title\":\"a\","
                "\"primary_target\":\"a\",\"content\":\"x\","
                "\"municipality\":240}\n");
}

TEST(TableReader, OffersTheNearestOfTheValues) {
  EXPECT_EQ(LineWith("Felt 7", "Kvindr"),
            ",\"secondary_target\":\"Kvindr\"}\n  2:29 error D353 'Kvindr' is "
            "none of the field's values; did you mean Kvinder?\n");
}

TEST(TableReader, KnowsMarkersAmongBlanksThatDoNotBreak) {
  for (const char* text : {"-", "\u00A0-", "\u2003ukendt\u00A0", "\u202F?"}) {
    EXPECT_EQ(LineWith("Felt 3", text), ",\"gross_income_tdkk\":null}\n");
  }
}

}  // namespace
}  // namespace sigte
