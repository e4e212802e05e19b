// SPDX-License-Identifier: MPL-2.0

// `sigte rules`: faults in a ruleset are told, all of them, and then there is
// no ruleset.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "tests/app/program_runner.h"
#include "tests/app/report_parts.h"

namespace sigte {
namespace {

/// A copy of the small ruleset in which `was` in `file` is `is`.
void CopyWith(const Workplace& work, const std::string& file,
              const std::string& was, const std::string& is) {
  std::filesystem::copy(SIGTE_SOURCE_DIR "/tests/data/mini",
                        work.folder() / "rules",
                        std::filesystem::copy_options::recursive);
  std::string text = work.Read("rules/" + file);
  const std::size_t at = text.find(was);
  ASSERT_NE(at, std::string::npos) << was;
  work.Write("rules/" + file, text.replace(at, was.size(), is));
}

TEST(Rules, CheckSaysWhatThereIs) {
  const Workplace work;
  const ProgramRun run = work.Run({"rules", "check"});
  EXPECT_EQ(run.code, 0) << run.out;
  EXPECT_EQ(run.out.substr(run.out.find('\n') + 1),
            "  1 inclusion rule\n"
            "  1 exclusion rule\n"
            "  0 facts\n"
            "  2 checks of the data\n"
            "  1 term\n"
            "  1 law\n"
            "  1 parameter or table\n");
}

TEST(Rules, TestRunsEveryExample) {
  const Workplace work;
  const ProgramRun run = work.Run({"rules", "test"});
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(run.out, "ran 9 examples in rules and 2 in terms: all hold\n");
}

TEST(Rules, TestPointsAtAnExampleThatDoesNotHold) {
  const Workplace work;
  CopyWith(work, "rules.yaml", "{given: {title: By bus}, expect: false}",
           "{given: {title: A ferry}, expect: false}");
  const ProgramRun run = work.Run({"rules", "test", "--rules", "rules"});
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(run.out,
            "rules/rules.yaml:23:7: error: the rule 'by_boat': the example is "
            "to give false, but gives true [A210 example-differs]\n"
            "   23 |     - {given: {title: A ferry}, expect: false}\n"
            "      |       ^\n"
            "      = help: correct the condition, or the example where that "
            "was wrong\n"
            "      = more: sigte explain A210\n"
            "ran 9 examples in rules and 2 in terms: 1 does not hold\n");
}

TEST(Rules, TestSaysInWhichFieldAnExampleLacksAnAnswer) {
  const Workplace work;
  CopyWith(work, "rules.yaml", "{given: {title: Picnic}, expect: unknown}",
           "{given: {title: Picnic}, expect: false}");
  EXPECT_EQ(LineOf(work.Run({"rules", "test", "--rules", "rules"}).out,
                   "rules/rules.yaml:12:7: "),
            "rules/rules.yaml:12:7: error: the rule 'by_members': the example "
            "is to give false, but gives unknown (an answer is missing: "
            "'target') [A210 example-differs]");
  EXPECT_EQ(
      LineOf(
          work.Run({"rules", "test", "--rules", "rules", "--lang", "da"}).out,
          "rules/rules.yaml:12:7: "),
      "rules/rules.yaml:12:7: fejl: reglen 'by_members': eksemplet skal give "
      "false, men giver unknown (svar mangler: 'target') [A210 "
      "example-differs]");
}

TEST(Rules, TestPointsAtATermThatMissesItsOwnExample) {
  const Workplace work;
  CopyWith(work, "terms/boats.yaml", "hits: [a trip by boat]",
           "hits: [a trip by raft]");
  const ProgramRun run = work.Run({"rules", "test", "--rules", "rules"});
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(run.out,
            "rules/terms/boats.yaml:5:10: error: the term 'boats' is not "
            "mentioned in this text, but should be [A211 term-missed]\n"
            "    5 |   hits: [a trip by raft]\n"
            "      |          ^~~~~~~~~~~~~~\n"
            "      = help: add a pattern to the term, or correct the text\n"
            "      = more: sigte explain A211\n"
            "ran 9 examples in rules and 2 in terms: 1 does not hold\n");
}

TEST(Rules, AFaultyRulesetScreensNothing) {
  const Workplace work;
  CopyWith(work, "rules.yaml", "fails_when: cost", "fails_wen: cost");
  work.Write("a.ndjson", "{}\n");
  const ProgramRun run = work.Run({"screen", "--rules", "rules", "a.ndjson"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(run.out, "");
}

TEST(Rules, AMessageSaysThatAValueIsNotStated) {
  const Workplace work;
  CopyWith(work, "rules.yaml", "en: The outing is too dear.",
           "en: \"Too dear ({note})\"");
  work.Write(
      "a.ndjson",
      R"({"club": 7, "id": "1", "title": "A", "cost": 1001})"
      "\n"
      R"({"club": 7, "id": "2", "title": "B", "cost": 1001, "note": null})"
      "\n"
      R"({"club": 7, "id": "3", "title": "C", "cost": 1001, "note": " "})"
      "\n"
      R"({"club": 7, "id": "4", "title": "D", "cost": 1001, "note": "-"})"
      "\n");
  const ProgramRun run = work.Run(
      {"screen", "--rules", "rules", "--format", "concise", "a.ndjson"});
  for (const char* line :
       {"a.ndjson:1:46: error: 7/1: Too dear (not stated) [K2 too_dear]",
        "a.ndjson:2:46: error: 7/2: Too dear (not stated) [K2 too_dear]",
        "a.ndjson:3:46: error: 7/3: Too dear (not stated) [K2 too_dear]",
        "a.ndjson:4:46: error: 7/4: Too dear (-) [K2 too_dear]"}) {
    EXPECT_EQ(LineOf(run.out, line), line) << run.out;
  }
}

TEST(Rules, AnExplanationNamesTheDutyBesideTheCitation) {
  for (const std::string asked :
       {"duty(note) == \"must\"", "in_force(note) == true"}) {
    const Workplace work;
    CopyWith(work, "rules.yaml", "mentions(description, \"boats\")",
             "mentions(description, \"boats\") || " + asked);
    work.Write("a.ndjson",
               "{\"id\":\"1\",\"club\":3,\"title\":\"Zoo\",\"cost\":1,"
               "\"note\":\"CA § 1\"}\n");
    const ProgramRun run =
        work.Run({"explain", "3/1", "--rules", "rules", "a.ndjson"});
    EXPECT_EQ(LineOf(run.out, "      Note: "),
              "      Note: 'CA § 1' – " + asked)
        << run.out;
    EXPECT_THAT(work.Run({"screen", "--rules", "rules", "--format", "ndjson",
                          "a.ndjson"})
                    .out,
                testing::HasSubstr(R"("found":"CA § 1","compared":")" +
                                   asked.substr(0, asked.find('"'))));
  }
}

TEST(Rules, AMisspeltFieldInAConditionIsFoundBeforeAnyRecord) {
  const Workplace work;
  CopyWith(work, "rules.yaml", "target ==", "tarket ==");
  const ProgramRun run = work.Run({"rules", "check", "--rules", "rules"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(LineOf(run.out, "rules/rules.yaml:"),
            "rules/rules.yaml:6:15: error: unknown name 'tarket'; did you mean "
            "'target'? [R230 unknown-name]");
}

TEST(Rules, AMisspeltRecordListIsToldWhereItIsNamed) {
  const Workplace work;
  CopyWith(work, "ruleset.yaml", "list: outings", "list: outnigs");
  const ProgramRun run = work.Run({"rules", "check", "--rules", "rules"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(run.out,
            "rules/ruleset.yaml:10:9: error: the schema describes no list "
            "'outnigs' of objects; did you mean 'outings'? [S120 "
            "no-record-list]\n"
            "   10 |   list: outnigs\n"
            "      |         ^~~~~~~\n"
            "      = help: correct 'list' or the schema\n"
            "      = more: sigte explain S120\n"
            "the ruleset in 'rules' cannot be used until its faults are "
            "mended\n");
}

// What a reference that leads nowhere would have been has no type; that is no
// fault of its own.
TEST(Rules, AReferenceThatLeadsNowhereIsToldAsThatAlone) {
  const Workplace work;
  CopyWith(work, "outings.schema.json",
           R"("club": {"$ref": "#/$defs/club"},
        "id")",
           R"("club": {"$ref": "#/$defs/clib"},
        "id")");
  const ProgramRun run = work.Run({"rules", "check", "--rules", "rules"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(
      run.out,
      R"(rules/outings.schema.json:21:26: error: the reference '#/$defs/clib' leads nowhere; did you mean 'club'? [S102 unknown-reference]
   21 |         "club": {"$ref": "#/$defs/clib"},
      |                          ^~~~~~~~~~~~~~
      = help: correct what stands behind '#'; paths begin with '/'
      = more: sigte explain S102
the ruleset in 'rules' cannot be used until its faults are mended
)");
}

TEST(Rules, ASchemaMayBeginWithAByteOrderMark) {
  const Workplace work;
  CopyWith(work, "rules.yaml", "", "");
  work.Write("rules/outings.schema.json",
             "\xEF\xBB\xBF" + work.Read("rules/outings.schema.json"));
  const ProgramRun run = work.Run({"rules", "check", "--rules", "rules"});
  EXPECT_EQ(run.code, 0) << run.out << run.err;
}

// A ruleset may come from anybody; its 'schema' opens nothing else.
TEST(Rules, ASchemaElsewhereIsNotOpened) {
  const Workplace work;
  CopyWith(work, "ruleset.yaml", "", "");
  const std::string manifest = work.Read("rules/ruleset.yaml");
  const std::string was = "outings.schema.json";
  work.Write("secret.json", "top secret");
  std::filesystem::create_symlink("../secret.json",
                                  work.folder() / "rules" / "link.json");
  for (const std::string& name :
       {std::string("../secret.json"), std::string("link.json"),
        (work.folder() / "secret.json").string(), std::string("."),
        std::string("/dev/null"), std::string("../rules/../secret.json")}) {
    std::string text = manifest;
    work.Write("rules/ruleset.yaml",
               text.replace(text.find(was), was.size(), name));
    const ProgramRun run = work.Run({"rules", "check", "--rules", "rules"});
    EXPECT_EQ(run.code, 2) << name;
    EXPECT_NE((run.out + run.err)
                  .find("error: the schema '" + name +
                        "' is neither in the ruleset's folder nor in schemas/"),
              std::string::npos)
        << run.out << run.err;
    EXPECT_EQ((run.out + run.err).find("top secret"), std::string::npos);
  }
}

TEST(Rules, ASchemaMayBeALinkWithinTheFolderOrToSchemas) {
  const Workplace work;
  CopyWith(work, "ruleset.yaml", "outings.schema.json", "link.json");
  const std::filesystem::path rules = work.folder() / "rules";
  std::filesystem::create_symlink("outings.schema.json", rules / "link.json");
  EXPECT_EQ(work.Run({"rules", "check", "--rules", "rules"}).code, 0);
  // Side by side, as they are shipped: data/rules/mini and data/schemas.
  std::filesystem::create_directories(work.folder() / "data/rules");
  std::filesystem::create_directories(work.folder() / "data/schemas");
  std::filesystem::rename(rules, work.folder() / "data/rules/mini");
  std::filesystem::rename(work.folder() / "data/rules/mini/outings.schema.json",
                          work.folder() / "data/schemas/outings.schema.json");
  std::filesystem::remove(work.folder() / "data/rules/mini/link.json");
  std::filesystem::create_symlink("../../schemas/outings.schema.json",
                                  work.folder() / "data/rules/mini/link.json");
  EXPECT_EQ(work.Run({"rules", "check", "--rules", "data/rules/mini"}).code, 0);
}

TEST(Rules, ARuleFileThatLeadsNowhereIsNotPassedOver) {
  const Workplace work;
  CopyWith(work, "rules.yaml", "", "");
  std::filesystem::create_symlink("gone.yaml",
                                  work.folder() / "rules" / "more.yaml");
  const ProgramRun run = work.Run({"rules", "check", "--rules", "rules"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(LineOf(run.out, "error:"),
            "error: the ruleset cannot be read: 'rules/more.yaml': there is no "
            "file or folder of that name [A120 unreadable-ruleset]");
}

// Renamed by Notepad or put aside by hand, they held rules once.
TEST(Rules, AFileNamedLikeARuleFileIsNotPassedOver) {
  for (const std::string name :
       {"terms/more.YAML", "more.yaml.txt", ".more.yaml"}) {
    const Workplace work;
    CopyWith(work, "rules.yaml", "", "");
    work.Write("rules/" + name, "- rule: x\n");
    work.Write("rules/rules.yaml~", "- rule: x\n");
    work.Write("rules/.rules.yaml.swp", "- rule: x\n");
    const ProgramRun run = work.Run({"rules", "check", "--rules", "rules"});
    EXPECT_EQ(run.code, 2);
    EXPECT_EQ(
        run.out + run.err,
        "rules/" + name + ":1:1: error: the file '" + name +
            "' does not belong in a ruleset [R140 unknown-file]\n"
            "    1 | - rule: x\n"
            "      | ^\n"
            "      = help: rules lie in .yaml files in the folder itself, "
            "terms in terms/: rename the file, or put it elsewhere\n"
            "      = more: sigte explain R140\n"
            "the ruleset in 'rules' cannot be used until its faults are "
            "mended\n");
  }
}

TEST(Rules, AFolderNamedLikeARuleFileIsNotPassedOver) {
  const Workplace work;
  CopyWith(work, "rules.yaml", "", "");
  work.Write("rules/more.yaml/rules.txt", "- rule: x\n");
  const ProgramRun run = work.Run({"rules", "check", "--rules", "rules"});
  EXPECT_EQ(run.code, 2);
  EXPECT_NE((run.out + run.err).find("'rules/more.yaml': it is a folder"),
            std::string::npos)
      << run.out << run.err;
}

TEST(Rules, AFolderThatIsNotThereIsToldWithItsName) {
  const Workplace work;
  const ProgramRun run = work.Run({"rules", "check", "--rules", "nowhere"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(LineOf(run.out, "error:"),
            "error: the ruleset cannot be read: 'nowhere': there is no file or "
            "folder of that name [A120 unreadable-ruleset]");
  work.Write("file.yaml", "");
  EXPECT_EQ(
      LineOf(work.Run({"rules", "check", "--rules", "file.yaml"}).out,
             "error:"),
      "error: the ruleset cannot be read: 'file.yaml': it is a file and no "
      "folder [A120 unreadable-ruleset]");
}

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

// What is not there has no place of its own.
TEST(Rules, AFindingOnAMissingFieldStandsWhereItsRecordBegins) {
  const Workplace work;
  CopyWith(work, "rules.yaml", "fails_when: cost > dear",
           "fails_when: '!has(target)'");
  work.Write("a.json",
             "{\"season\": \"2020\", \"club\": 7, \"outings\": [\n"
             "  {\"id\": \"1\", \"title\": \"Zoo\", \"cost\": 10}]}\n");
  work.Write("a.csv", "id,club,title,cost\n1,7,Zoo,10\n");
  const ProgramRun run = work.Run({"screen", "--rules", "rules", "a.json"});
  EXPECT_EQ(Section(run.out, "Faults and remarks"),
            "a.json:2:3: error: The outing is too dear. [K2 too_dear]\n"
            "    2 |   {\"id\": \"1\", \"title\": \"Zoo\", \"cost\": 10}]}\n"
            "      |   ^\n"
            "      = record: 7/1\n"
            "      = more: sigte explain K2\n");
  EXPECT_EQ(LineOf(work.Run({"screen", "--rules", "rules", "--format",
                             "concise", "a.csv"})
                       .out,
                   "a.csv:2:"),
            "a.csv:2:1: error: 7/1: The outing is too dear. [K2 too_dear]");
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

}  // namespace
}  // namespace sigte
