// SPDX-License-Identifier: MPL-2.0

// `sigte review`: answers in the workbook of the queue.

#include "tests/app/review_sheet.h"

#include <gtest/gtest.h>

#include <string>

namespace sigte {
namespace {

TEST_F(ReviewSheet, BecomesARulingThatWaitsForASecondBody) {
  const ProgramRun run = Fill(kWhole);
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_EQ(run.err, "written: 1; approved: 0; skipped: 0; left: 1\n");
  EXPECT_EQ(run.out,
            "{\"record\":\"7/4\",\"rule\":\"by_members\",\"answer\":\"yes\","
            "\"ruling\":\"r-7-4-by_members-1\",\"file\":\"" +
                kFour + "\"}\n");
  EXPECT_FALSE(work_.Has(kThree));
  const std::string ruling = work_.Read(kFour);
  EXPECT_EQ(LineOf(ruling, "reason"), "reason: seen");
  EXPECT_EQ(LineOf(ruling, "text"), "text: \"Asked the club\"");
  EXPECT_EQ(LineOf(ruling, "by"), "by: {body: board, role: \"chair\"}");
  EXPECT_EQ(LineOf(ruling, "evidence"),
            "evidence: \"" + std::string(kNoTarget) + "\"");
  const ProgramRun check = work_.Run(
      {"rulings", "check", "--today", "2026-11-25", "rulings", "a.json"});
  EXPECT_NE((check.out + check.err)
                .find("the ruling 'r-7-4-by_members-1' waits to be approved"),
            std::string::npos)
      << check.out << check.err;
}

TEST_F(ReviewSheet, IsApprovedTheSameWay) {
  Fill(kWhole);
  Parts parts = List({"--approve"});
  EXPECT_NE(SheetOf(&parts).find("Proposal"), std::string::npos);
  // The proposal stands before the columns, so the inputs are one further.
  Type({{"L4", "yes"}, {"O4", "audit"}, {"P4", "head"}}, &parts);
  const ProgramRun run = Import(parts, {"--approve"});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_EQ(run.err, "written: 0; approved: 1; skipped: 0; left: 0\n");
  EXPECT_EQ(LineOf(work_.Read(kFour), "approved"),
            "approved: {body: audit, role: \"head\", date: 2026-11-25}");
}

TEST_F(ReviewSheet, LeavesRowsWithoutAnAnswer) {
  const ProgramRun run = Fill({{"L4", "Looked into"}, {"M5", "Thinking"}});
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(run.err,
            "queue.xlsx: Queue!K5 (Answer): note: the row has an explanation "
            "but no answer, and stays in the queue [A636 text-without-answer]\n"
            "      = help: choose Yes or No on the row\n"
            "      = more: sigte explain A636\n"
            "written: 0; approved: 0; skipped: 0; left: 2\n");
  EXPECT_FALSE(work_.Has("rulings"));
}

TEST_F(ReviewSheet, NamesTheCellsThatAnAnswerLacksAndWritesNothingOfIt) {
  const ProgramRun run = Fill({{"K4", "no"}, {"L4", "told"}, {"M4", " "}});
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(run.err,
            "queue.xlsx: Queue!M4 (Explanation in words): error: the answer "
            "lacks 'Explanation in words' [A609 answer-lacks]\n"
            "      = help: add what is missing, or name --body and --role\n"
            "      = more: sigte explain A609\n"
            "queue.xlsx: Queue!N4 (Body): error: the answer lacks 'Body' [A609 "
            "answer-lacks]\n"
            "queue.xlsx: Queue!O4 (Role (no name)): error: the answer lacks "
            "'Role (no name)' [A609 answer-lacks]\n"
            "written: 0; approved: 0; skipped: 0; left: 2\n");
  EXPECT_FALSE(work_.Has("rulings"));
}

TEST_F(ReviewSheet, TakesBodyAndRoleFromTheCommandLineWhereTheyAreBlank) {
  const ProgramRun run = Fill({{"K4", "no"}, {"L4", "told"}, {"M4", "Said so"}},
                              {"--body", "board", "--role", "chair"});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_EQ(LineOf(work_.Read(kFour), "by"),
            "by: {body: board, role: \"chair\"}");
}

TEST_F(ReviewSheet, ReadsCodesTitlesAndBothLanguagesWhateverTheirCase) {
  const ProgramRun run = Fill({{"K4", "  JA "},
                               {"L4", "set  EFTER"},
                               {"M4", "x"},
                               {"N4", "BESTYRELSEN"},
                               {"O4", "chair"},
                               {"K5", "nej"},
                               {"L5", "told"},
                               {"M5", "y"},
                               {"N5", "board"},
                               {"O5", "chair"}});
  EXPECT_EQ(run.err, "written: 2; approved: 0; skipped: 0; left: 0\n");
  EXPECT_EQ(LineOf(work_.Read(kFour), "reason"), "reason: seen");
  EXPECT_EQ(LineOf(work_.Read(kThree), "answer"), "answer: false");
}

TEST_F(ReviewSheet, OffersTheNearestWord) {
  const auto said = [&](const std::string& cell, const std::string& word) {
    const ProgramRun run = Fill(With(kWhole, cell, word));
    EXPECT_EQ(run.code, 1) << cell;
    EXPECT_FALSE(work_.Has("rulings")) << cell;
    return run.err.substr(0, run.err.find('\n'));
  };
  EXPECT_EQ(said("K4", "Yess"),
            "queue.xlsx: Queue!K4 (Answer): error: 'Yess' is no answer; did "
            "you mean 'Yes'? [A634 sheet-answer]");
  EXPECT_EQ(said("L4", "Looked in"),
            "queue.xlsx: Queue!L4 (Reason): error: the reason 'Looked in' is "
            "not in the ruleset's list; did you mean 'Looked into'? [A611 "
            "answer-reason]");
  EXPECT_EQ(said("N4", "The bord"),
            "queue.xlsx: Queue!N4 (Body): error: 'The bord' is not among the "
            "bodies that may rule; did you mean 'The board'? [A612 "
            "answer-body]");
}

TEST_F(ReviewSheet, RefusesAnswersOnOtherFacts) {
  Parts parts = List();
  Type(kWhole, &parts);
  Type({{"S4", "sha256:00"}}, &parts);
  const ProgramRun run = Import(parts);
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(LineOf(run.err, "queue.xlsx"),
            "queue.xlsx: Queue!K4 (Answer): error: the answer about 7/4 I1 was "
            "given on other facts than those that stand there now [A610 "
            "answer-stale]");
  EXPECT_FALSE(work_.Has("rulings"));
}

TEST_F(ReviewSheet, DoesNotMixUpRowsWhoseHiddenCellsStayedBehind) {
  Parts parts = List();
  Type(kWhole, &parts);
  Type({{"Q4", "3"}}, &parts);
  const ProgramRun run = Import(parts);
  EXPECT_EQ(run.code, 1);
  EXPECT_NE(run.err.find("are about different questions [A633 row-mixed-up]"),
            run.err.npos)
      << run.err;
  Type({{"Q4", ""}}, &parts);
  EXPECT_NE(Import(parts).err.find("[A632 row-without-key]"), run.err.npos);
  EXPECT_FALSE(work_.Has("rulings"));
}

// Two bodies fill in the same queue.
TEST_F(ReviewSheet, TellsOfTheContraryAnswerOfASecondBody) {
  Parts parts = List();
  Type(kWhole, &parts);
  EXPECT_EQ(Import(parts).code, 0);
  Type({{"K4", "No"}, {"N4", "The auditors"}}, &parts);
  const ProgramRun run = Import(parts);
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(LineOf(run.err, "queue.xlsx"),
            "queue.xlsx: Queue!K4 (Answer): error: 7/4 by_members is answered "
            "with 'No', but The board proposes 'Yes' in 'r-7-4-by_members-1'; "
            "the answer was not kept [A641 contrary-proposal]");
  EXPECT_EQ(Import(parts, {"--independent", "--body", "audit"}).code, 0);
  EXPECT_TRUE(work_.Has("rulings/r-7-4-by_members-2.yaml"));
}

TEST_F(ReviewSheet, TakesNoErrorsOfFormulasForAnswers) {
  Parts parts = List();
  Type(kWhole, &parts);
  SetCell("L4", "e", "<v>#N/A</v>", &SheetOf(&parts));
  const ProgramRun run = Import(parts);
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(LineOf(run.err, "queue.xlsx"),
            "queue.xlsx: Queue!L4 (Reason): error: the cell has no value, only "
            "'#N/A' [A635 bad-cell]");
}

}  // namespace
}  // namespace sigte
