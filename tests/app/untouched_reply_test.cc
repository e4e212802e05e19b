// SPDX-License-Identifier: MPL-2.0

// Replies to tables: what was sent stands in them as it was, and is as wrong
// when it comes back.

#include <gtest/gtest.h>

#include <string>

#include "tests/app/table_reply.h"

namespace sigte {
namespace {

/// The totals of a file, and of the workbook that comes back of it, untouched.
class UntouchedReplies : public TableReplies {
 protected:
  void ExpectSame(const std::string& name, const std::string& invalid) const {
    const ProgramRun sent = Run({"screen", "-q", name});
    EXPECT_EQ(sent.code, 1) << sent.out;
    const std::string totals = LineOf(sent.out, "Records read:");
    EXPECT_NE(totals.find(invalid + " invalid"), std::string::npos) << totals;
    Run({"screen", "-q", "-o", "back.xlsx", name});
    const ProgramRun back = Run({"screen", "-q", "back.xlsx"});
    EXPECT_EQ(LineOf(back.out, "Records read:"), totals) << back.out;
    Run({"screen", "-q", "-o", "again.xlsx", "back.xlsx"});
    const ProgramRun again = Run({"screen", "-q", "again.xlsx"});
    EXPECT_EQ(LineOf(again.out, "Records read:"), totals) << again.out;
  }
};

// The answers are not lost, and no record becomes valid by being sent back.
TEST_F(UntouchedReplies, KeepWhatNoFieldCouldTake) {
  const std::string row = "1;Social;Mentorer;5;b);Mentorer hjælper";
  const std::string heading =
      "Id;Område;Initiativ;Bruttoudgifter;Målgruppe;Indhold";
  const auto expect = [&](const std::string& above, const std::string& more,
                          const std::string& cells) {
    SCOPED_TRACE(above + more);
    work_.Write("a.csv", above + heading + more + "\n" + row + cells + "\n");
    ExpectSame("a.csv", "1");
  };
  const std::string aarhus = "Kommune;Aarhus\n";
  expect(aarhus, ";Indtægter i alt", ";500");
  EXPECT_NE(Sheet("back.xlsx", 2).find(">500<"), std::string::npos);
  expect(aarhus, ";", ";500");
  expect(aarhus, ";;", ";500;600");
  expect(aarhus, ";Titel", ";Mentorordning");
  // As one of our own columns is called.
  expect(aarhus, ";Bemærkninger", ";se mail");
  expect(aarhus, ";Noter;Noter", ";et;to");
  expect(aarhus, ";Kommune", ";Odense");
  expect(aarhus, ";Kommune;Kommunenr.", ";Aarhus;751");
  expect("Kommune;Aarhus\nKommunenr.;461\n", "", "");
  expect("Kortlægning;2012\n" + aarhus, "", "");
  expect(aarhus, ";Kortlægning", ";2012");
}

TEST_F(UntouchedReplies, KeepNumbersInAnotherUnitUnderTheirHeading) {
  work_.Write("a.csv",
              "Kommune;Id;Område;Initiativ;Bruttoudgifter (mio. kr.);"
              "Målgruppe;Indhold\n"
              "Aarhus;1;Social;Mentorer;3;b);Mentorer hjælper\n");
  ExpectSame("a.csv", "1");
  const std::string answers = Sheet("back.xlsx", 2);
  EXPECT_NE(answers.find("Bruttoudgifter (mio. kr.)"), std::string::npos);
}

TEST_F(UntouchedReplies, KeepWhatJsonHasBesideItsFields) {
  const auto file = [](const std::string& more) {
    return "{\"mapping\":\"kortlaegning-2022\",\"municipality\":240,"
           "\"initiatives\":[{\"id\":\"1\",\"area\":\"social\",\"title\":"
           "\"a\",\"gross_expenditure_tdkk\":5,\"primary_target\":\"a\","
           "\"content\":\"x\"" +
           more + "}]}";
  };
  for (const char* more :
       {",\"municipality\":190", ",\"gross_incom_tdkk\":500"}) {
    SCOPED_TRACE(more);
    work_.Write("a.json", file(more));
    ExpectSame("a.json", "1");
  }
}

// What one's own columns hold is hidden there as everywhere.
TEST_F(TableReplies, HideNumbersInWhatNoFieldCouldTake) {
  work_.Write("a.csv",
              "Kommune;Aarhus\nId;Område;Initiativ;Bruttoudgifter;Målgruppe;"
              "Indhold;Borger\n1;Social;Mentorer;5;b);Hjælp;990199-0000\n");
  const ProgramRun run = Run({"screen", "-q", "-o", "back.xlsx", "a.csv"});
  const ProgramRun lines =
      Run({"screen", "-q", "--format", "concise", "a.csv"});
  for (const std::string& text :
       {Sheet("back.xlsx", 1), Sheet("back.xlsx", 2), lines.out, run.out}) {
    EXPECT_EQ(text.find("990199-0000"), std::string::npos) << text;
  }
}

TEST_F(TableReplies, KeepWhatWasWrittenForNoAnswer) {
  work_.Write("a.csv", std::string(kHeading) + RowOf("1", "40", "ukendt") +
                           RowOf("2", "41", "?"));
  Run({"screen", "-q", "-o", "back.xlsx", "a.csv"});
  const std::string answers = Sheet("back.xlsx", 2);
  EXPECT_NE(answers.find("<t>ukendt</t>"), std::string::npos) << answers;
  EXPECT_NE(answers.find("<t>?</t>"), std::string::npos);
  // It is no fault that something is written there.
  EXPECT_EQ(Sheet("back.xlsx", 1).find("is blank"), std::string::npos);
}

TEST_F(TableReplies, TellOfSignsThatNoCellCanHave) {
  work_.Write(
      "a.ndjson",
      "{\"municipality\":751,\"id\":\"1\",\"area\":\"social\",\"title\":"
      "\"a\\u0001b\",\"gross_expenditure_tdkk\":5,\"primary_target\":"
      "\"a\",\"content\":\"x\\r\\ny\"}\n");
  Run({"screen", "-q", "-o", "back.xlsx", "a.ndjson"});
  EXPECT_NE(
      Sheet("back.xlsx", 1)
          .find("the text has signs that no cell can have; they are replaced "
                "here"),
      std::string::npos);
}

}  // namespace
}  // namespace sigte
