// SPDX-License-Identifier: MPL-2.0

// `sigte rules score`: agreement with the labels of careful readers.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/app/program_runner.h"
#include "tests/app/report_parts.h"

namespace sigte {
namespace {

TEST(Rules, ScoreComparesWithLabels) {
  const Workplace work;
  work.Write("r.ndjson",
             "{\"id\":\"1\",\"club\":3,\"title\":\"By ferry\",\"cost\":1}\n"
             "{\"id\":\"2\",\"club\":3,\"title\":\"Zoo\",\"cost\":1,"
             "\"target\":\"members\"}\n");
  work.Write("l.ndjson",
             "{\"id\":\"1\",\"verdict\":\"exclude\"}\n"
             "{\"id\":\"2\",\"verdict\":\"exclude\"}\n");
  const auto score = [&](const char* floor) {
    return work.Run({"rules", "score", "--records", "r.ndjson", "--labels",
                     "l.ndjson", "--floor", floor});
  };
  const ProgramRun run = score("0");
  EXPECT_EQ(run.code, 0);
  EXPECT_NE(run.out.find("50"), std::string::npos) << run.out;
  EXPECT_EQ(score("90").code, 1);
}

TEST(Rules, ScoreAllowsAsManyOppositeVerdictsAsItIsTold) {
  const Workplace work;
  work.Write("r.ndjson",
             "{\"id\":\"1\",\"club\":3,\"title\":\"By ferry\",\"cost\":1}\n");
  work.Write("l.ndjson", "{\"id\":\"1\",\"verdict\":\"include\"}\n");
  const auto score = [&](std::vector<std::string> more) {
    std::vector<std::string> all = {"rules",    "score",    "--records",
                                    "r.ndjson", "--labels", "l.ndjson"};
    all.insert(all.end(), more.begin(), more.end());
    return work.Run(all);
  };
  EXPECT_EQ(score({"--floor", "0", "--opposite", "0"}).code, 0);
  EXPECT_EQ(score({"--floor", "1", "--opposite", "1"}).code, 1);
  const ProgramRun run = score({"--opposite", "1"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(
      LineOf(run.err, "error:"),
      "error: the option '--opposite' means something only with '--floor' "
      "[V101 option-needs-other]");
}

TEST(Rules, ScorePointsAtALabelThatIsNone) {
  const Workplace work;
  work.Write("r.ndjson", "{}\n");
  work.Write("l.ndjson", "{\"id\":\"1\",\"verdict\":\"maybe\"}\n");
  const ProgramRun run = work.Run(
      {"rules", "score", "--records", "r.ndjson", "--labels", "l.ndjson"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(LineOf(run.err, "l.ndjson:1:1:"),
            "l.ndjson:1:1: error: the line is no label: {\"id\": …, "
            "\"verdict\": include, exclude or borderline} [D167 no-label]");
}

class Scoring : public testing::Test {
 protected:
  Scoring() {
    work_.Write("r.ndjson",
                "{\"id\":\"1\",\"club\":3,\"title\":\"By ferry\",\"cost\":1}\n"
                "{\"id\":\"1\",\"club\":4,\"title\":\"Zoo\",\"cost\":1,"
                "\"target\":\"members\"}\n");
  }

  ProgramRun Score(const std::string& labels) {
    work_.Write("l.ndjson", labels);
    return work_.Run(
        {"rules", "score", "--records", "r.ndjson", "--labels", "l.ndjson"});
  }

  const Workplace work_;
};

TEST_F(Scoring, TellsOfRecordsThatNoLabelMeans) {
  const ProgramRun run =
      Score("{\"id\":\"1\",\"club\":\"4\",\"verdict\":\"exclude\"}\n");
  EXPECT_EQ(LineOf(run.out, "Records without"),
            "Records without a label, not counted: 1");
}

TEST_F(Scoring, WarnsOfWhatIsNotReadInALabel) {
  const ProgramRun run = Score(
      "{\"id\":\"1\",\"club\":4,\"verdict\":\"exclude\",\"difficulti\":"
      "\"hard\","
      "\"reasons\":[\"E1\"]}\n");
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(
      run.err,
      "l.ndjson:1:40: warning: 'difficulti' is not read; no member of the line "
      "is called so; did you mean 'difficulty'? [D178 unread-member]\n"
      "    1 | {\"id\":\"1\",\"club\":4,\"verdict\":\"exclude\","
      "\"difficulti\":\"hard\",\"reasons\":[\"E1\"]}\n"
      "      |                                        ^~~~~~~~~~~~\n"
      "      = help: correct the name, or remove the member\n"
      "      = more: sigte explain D178\n");
}

TEST_F(Scoring, OfNoLabelsIsAnError) {
  for (const char* none : {"", "\n \n"}) {
    const ProgramRun run = Score(none);
    EXPECT_EQ(run.code, 2);
    EXPECT_EQ(run.out, "");
    EXPECT_EQ(run.err,
              "error: 'l.ndjson' has no labels to compare with [D172 "
              "no-labels]\n"
              "      = help: write a label a line, or choose another file\n"
              "      = more: sigte explain D172\n");
  }
}

TEST_F(Scoring, TellsRecordsOfOneIdApartByTheirGroup) {
  const ProgramRun run = Score(
      "{\"id\":\"1\",\"club\":3,\"verdict\":\"exclude\"}\n"
      "{\"id\":\"1\",\"club\":4,\"verdict\":\"borderline\"}\n"
      "{\"id\":\"1\",\"club\":5,\"verdict\":\"include\"}\n");
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_EQ(LineOf(run.out, "Agreement:"), "Agreement: 50.0 % (1 of 2)");
  EXPECT_EQ(LineOf(run.out, "  4/1:"),
            "  4/1: the readers say borderline, the rules included");
  EXPECT_EQ(LineOf(run.out, "  5/1"), "  5/1");
}

TEST_F(Scoring, RefusesALabelThatMayMeanSeveralRecords) {
  const ProgramRun run = Score("{\"id\":\"1\",\"verdict\":\"exclude\"}\n");
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(run.out, "");
  EXPECT_EQ(run.err,
            "l.ndjson:1:1: error: 2 records have the id '1' [D169 "
            "ambiguous-label]\n"
            "    1 | {\"id\":\"1\",\"verdict\":\"exclude\"}\n"
            "      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n"
            "      = help: say too whose record is meant (the field that the "
            "manifest's 'group' names), or give each record an id of its "
            "own\n"
            "      = more: sigte explain D169\n");
}

TEST_F(Scoring, RefusesTwoLabelsOfOneRecord) {
  const std::string label =
      "{\"id\":\"1\",\"club\":3,\"verdict\":\"exclude\"}\n";
  const ProgramRun run = Score(label + label);
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(LineOf(run.err, "l.ndjson:2:1:"),
            "l.ndjson:2:1: error: the record '1' has two labels [D170 "
            "label-twice]");
}

TEST_F(Scoring, SaysWhyRecordsCannotBeRead) {
  work_.Write("r.ndjson", "");
  const ProgramRun run =
      Score("{\"id\":\"1\",\"club\":3,\"verdict\":\"exclude\"}\n");
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(LineOf(run.err, "r.ndjson:1:1:"),
            "r.ndjson:1:1: error: the file is empty [D161 empty-file]");
}

TEST_F(Scoring, TellsOfARecordThatNoLabelCanMean) {
  work_.Write("r.ndjson", work_.Read("r.ndjson") + "{bad\n");
  const ProgramRun run =
      Score("{\"id\":\"1\",\"club\":3,\"verdict\":\"exclude\"}\n");
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(LineOf(run.out, "Agreement:"), "Agreement: 100.0 % (1 of 1)");
  EXPECT_EQ(run.err,
            "r.ndjson:3:2: error: expected a member's name in double quotes, "
            "not 'bad' [D108 name-expected]\n"
            "    3 | {bad\n"
            "      |  ^~~\n"
            "      = help: put the name in quotes; if it is the rest of a "
            "decimal, write that with a point: 0.5\n");
}

TEST_F(Scoring, ShowsNoHiddenNumberOfALabelWhole) {
  work_.Write("l.ndjson",
              "{\"id\":\"990199-1234\",\"municipality\":751,"
              "\"verdict\":\"maybe\"}\n");
  const ProgramRun run = work_.Run(
      {"rules", "score", "--records", "r.ndjson", "--labels", "l.ndjson",
       "--rules", SIGTE_SOURCE_DIR "/rules/kortlaegning-2022"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(run.err.find("990199-1234"), std::string::npos) << run.err;
  EXPECT_NE(run.err.find("990199-****"), std::string::npos) << run.err;
}

}  // namespace
}  // namespace sigte
