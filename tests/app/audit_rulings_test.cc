// SPDX-License-Identifier: MPL-2.0

// People's rulings where a run is logged, and where its result goes back.

#include <gtest/gtest.h>

#include <string>

#include "tests/app/report_parts.h"
#include "tests/app/ruling_files.h"

namespace sigte {
namespace {

/// Outings, a ruling that decides, one that has expired, and one that waits.
class AuditOfRulings : public testing::Test {
 protected:
  void SetUp() override {
    work_.Write("a.json", kOutings);
    work_.Write("kept/1.yaml", TextOf({}));
    work_.Write("kept/2.yaml", TextOf({.id = "r-2",
                                       .record = "{club: 7, id: \"4\"}",
                                       .review_by = "2026-11-20"}));
    work_.Write("kept/3.yaml", TextOf({.id = "r-3",
                                       .record = "{club: 7, id: \"4\"}",
                                       .approved = ""}));
    ASSERT_EQ(
        work_.Run({"audit", "init", "--origin", "club.example/log", "log"})
            .code,
        0);
    ASSERT_EQ(work_
                  .Run({"screen", "--audit", "log", "--rulings", "kept",
                        "--today", "2026-11-25", "-q", "a.json"})
                  .code,
              0);
  }

  Workplace work_;
};

TEST_F(AuditOfRulings, LogsThoseThatDecideAndThoseThatLapsed) {
  const ProgramRun show = work_.Run({"audit", "show", "log"});
  EXPECT_NE(show.out.find("totals: 4 records = 2 included + 1 left out + 1 "
                          "borderline + 0 invalid; rulings used: 1, lapsed: "
                          "1\n"),
            show.out.npos)
      << show.out;
  const ProgramRun entries =
      work_.Run({"audit", "show", "--format", "ndjson", "log"});
  EXPECT_NE(entries.out.find("\"state\":\"used\""), entries.out.npos);
  EXPECT_NE(entries.out.find("\"state\":\"expired\""), entries.out.npos);
  EXPECT_EQ(entries.out.find("Asked the club"), entries.out.npos);
  EXPECT_EQ(work_.Run({"audit", "verify", "log"}).code, 0);
}

TEST_F(AuditOfRulings, ReplaysOnlyWithTheRulingsOfThen) {
  const ProgramRun without = work_.Run({"audit", "replay", "log"});
  EXPECT_EQ(without.code, 2);
  EXPECT_EQ(without.err,
            "error: run 1 used 3 rulings [L155 rulings-needed]\n"
            "      = help: name the folder with them as they were then, with "
            "--rulings\n"
            "      = more: sigte explain L155\n");
  const ProgramRun with =
      work_.Run({"audit", "replay", "--rulings", "kept", "log"});
  EXPECT_EQ(with.code, 0);
  EXPECT_EQ(with.out,
            "run 1: decided again: 4, differences: 0, erased and so not "
            "compared: 0\n");
  work_.Write("kept/1.yaml", TextOf({.answer = "false"}));
  const ProgramRun changed =
      work_.Run({"audit", "replay", "--rulings", "kept", "log"});
  EXPECT_EQ(changed.code, 1);
  EXPECT_NE(changed.out.find("include"), changed.out.npos) << changed.out;
}

// Who screens one file of many has lost none of the rulings on the others.
TEST_F(AuditOfRulings, OnGroupsThatTheRunDoesNotHaveHaveNotLapsed) {
  work_.Write("kept/4.yaml",
              TextOf({.id = "r-4", .record = "{club: 8, id: \"1\"}"}));
  work_.Write("kept/5.yaml",
              TextOf({.id = "r-5", .record = "{club: 7, id: \"99\"}"}));
  const ProgramRun run =
      work_.Run({"screen", "--audit", "log", "--rulings", "kept", "--today",
                 "2026-11-25", "--format", "ndjson", "a.json"});
  EXPECT_EQ(LineOf(run.err, "Rulings read"),
            "Rulings read: 5 = 1 decides + 1 waits to be approved + 1 expired "
            "+ 1 without record or rule + 1 not in this run");
  const ProgramRun show = work_.Run({"audit", "show", "log"});
  EXPECT_NE(show.out.find("rulings used: 1, lapsed: 2\n"), show.out.npos)
      << show.out;
}

TEST_F(AuditOfRulings, AreToldInWhatGoesBack) {
  const ProgramRun letter = work_.Run(
      {"letter", "--rulings", "kept", "--today", "2026-11-25", "a.json"});
  EXPECT_NE(letter.out.find("r-1: "), letter.out.npos) << letter.out;
  EXPECT_NE(letter.out.find("Asked the club"), letter.out.npos) << letter.out;
  const ProgramRun workbook =
      work_.Run({"screen", "-o", "reply.xlsx", "--rulings", "kept", "--today",
                 "2026-11-25", "a.json"});
  EXPECT_EQ(workbook.code, 0);
  EXPECT_NE(workbook.err.find("2 included"), workbook.err.npos) << workbook.err;
}

TEST_F(AuditOfRulings, CoverEveryOutputOfTheRun) {
  const ProgramRun run =
      work_.Run({"screen", "--audit", "log", "-o", "reply.xlsx", "-o",
                 "reply.sarif", "-o", "reply.ndjson", "a.json"});
  EXPECT_EQ(run.code, 0) << run.err;
  for (const char* name : {"reply.xlsx", "reply.sarif", "reply.ndjson"}) {
    EXPECT_TRUE(work_.Has(name)) << name;
  }
  EXPECT_EQ(work_.Run({"audit", "verify", "log"}).code, 0);
}

}  // namespace
}  // namespace sigte
