// SPDX-License-Identifier: MPL-2.0

// `sigte hook FILE…`: few words, none of the submitter's. What git has to do
// with it is tried in tests/hooks.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/app/program_runner.h"
#include "tests/app/report_parts.h"

namespace sigte {
namespace {

std::string File(const std::string& records, const char* club = "7") {
  return "{\"season\": \"2020\", \"club\": " + std::string(club) +
         ", \"outings\": [\n" + records + "]}\n";
}

constexpr const char* kGoodEffort =
    "{\"id\": \"1\", \"title\": \"Zoo\", \"cost\": 10, \"target\": "
    "\"members\"}";
constexpr const char* kDear =
    "{\"id\": \"1\", \"title\": \"Zoo\", \"cost\": 4321, \"target\": "
    "\"members\"}";

TEST(Hook, IsQuietOnSuccess) {
  const Workplace work;
  work.Write("a.json", File(kGoodEffort));
  const ProgramRun run = work.Run({"hook", "a.json"});
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(run.out + run.err, "");
}

TEST(Hook, TellsFindingsFirstAndTotalsLast) {
  const Workplace work;
  work.Write("a.json", File(kDear));
  work.Write("b.json", File(kGoodEffort, "8"));
  const ProgramRun run = work.Run({"hook", "a.json", "b.json"});
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(run.out,
            "a.json:2:37: error: The outing is too dear. [K2 too_dear]\n"
            "sigte: records read: 2 = 1 included + 0 left out + 0 borderline + "
            "1 invalid; files that could not be read: 0\n");
  EXPECT_EQ(run.err, "");
}

// One field of each kind of fault, every value of which would be recognised.
TEST(Hook, ShowsNothingThatWasSubmitted) {
  const Workplace work;
  const std::string bad =
      "{\"id\": \"\", \"title\": 987001, \"cost\": -987002, \"target\": "
      "\"secret987003\", \"note\": [\"987004\"], \"987005 field\": 1}";
  work.Write("a.json", File(bad, "987006") + "");
  work.Write("b.json", File(kGoodEffort).replace(12, 4, "9877"));
  work.Write("c.ndjson", "{\"id\": \"987007\", \"club\": tru987008}\n");
  work.Write("d.csv",
             "Number;Title;Cost;For;987009\n1;987010;x987011;y987012;z\n");
  const ProgramRun run =
      work.Run({"hook", "a.json", "b.json", "c.ndjson", "d.csv"});
  EXPECT_EQ(run.code, 1);
  EXPECT_GE(std::count(run.out.begin(), run.out.end(), '\n'), 10) << run.out;
  EXPECT_EQ(run.out.find("987"), std::string::npos) << run.out;
  EXPECT_NE(run.out.find("c.ndjson:1:"), std::string::npos) << run.out;
  EXPECT_EQ(run.err, "");
  // What the schema says is not the submitter's.
  EXPECT_NE(run.out.find("must be at least 0"), std::string::npos) << run.out;
  EXPECT_NE(run.out.find("'cost'"), std::string::npos) << run.out;
  EXPECT_NE(run.out.find("'note' must be a text or null but is a list"),
            std::string::npos)
      << run.out;
  const ProgramRun shown = work.Run({"hook", "--show-values", "a.json"});
  EXPECT_NE(shown.out.find("-987002"), std::string::npos) << shown.out;
}

// A title may hold the word that joins titles ("eller").
TEST(Hook, ShowsTheValuesThatAFieldTakes) {
  const Workplace work;
  work.Write("a.csv",
             "id;municipality;area;title;gross_expenditure_tdkk;"
             "primary_target;content\n"
             "1;751;Generelt;Cafe;10;hemmeligt;Kaffe\n");
  const ProgramRun run = work.Run({"hook", "--lang", "da", "a.csv"}, "",
                                  {"LANG=en_GB.UTF-8", "SIGTE_RULES="});
  EXPECT_NE(
      run.out.find(
          "fejl: '…' er ikke en af feltets værdier; kendte: "
          "Nyindvandrede flygtninge og familiesammenførte, Bredere "
          "integrationsindsats, Bredere målgruppe eller hele befolkningen "
          "[D353 unknown-choice]\n"),
      std::string::npos)
      << run.out;
}

TEST(Hook, FailsOnWhatFailOnSays) {
  const Workplace work;
  work.Write("a.json", File("{\"id\": \"1\", \"title\": \"Zoo\", \"cost\": 1},"
                            "{\"id\": \"2\", \"title\": \"By boat\", "
                            "\"cost\": 1, \"target\": \"members\"}"));
  EXPECT_EQ(work.Run({"hook", "a.json"}).code, 0);
  const ProgramRun doubt =
      work.Run({"hook", "--fail-on", "borderline", "a.json"});
  EXPECT_EQ(doubt.code, 1);
  EXPECT_EQ(LineOf(doubt.out, "a.json"),
            "a.json:2:1: warning: Whom is the outing for? [I1 by_members]");
  EXPECT_EQ(doubt.out.find("by_boat"), std::string::npos);
  const ProgramRun all = work.Run({"hook", "--fail-on", "exclude", "a.json"});
  EXPECT_NE(all.out.find("The outing is by boat. [E1 by_boat]"),
            std::string::npos)
      << all.out;
}

// As in `screen --format concise`, but for what was submitted.
TEST(Hook, SaysWhatTheConciseFormatSays) {
  const Workplace work;
  work.Write("a.json", File(kDear));
  const ProgramRun hook = work.Run({"hook", "--show-values", "a.json"});
  const ProgramRun screen =
      work.Run({"screen", "--format", "concise", "a.json"});
  EXPECT_EQ(LineOf(hook.out, "a.json"),
            "a.json:2:37: error: 7/1: The outing is too dear. [K2 too_dear]");
  EXPECT_EQ(LineOf(hook.out, "a.json"), LineOf(screen.out, "a.json"));
}

TEST(Hook, ReadsEachFileUnderItsOwnConfiguration) {
  const Workplace work;
  const std::string doubtful =
      File("{\"id\": \"1\", \"title\": \"Zoo\", \"cost\": 1}");
  work.Write("strict/.sigte.yaml", "fail-on: borderline\n");
  work.Write("strict/a.json", doubtful);
  work.Write("mild/b.json", doubtful);
  const ProgramRun run = work.Run({"hook", "mild/b.json", "strict/a.json"});
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(run.out.find("mild"), std::string::npos);
  EXPECT_EQ(run.out.substr(0, 14), "strict/a.json:");
  const ProgramRun folder = work.Run({"hook", "."});
  EXPECT_EQ(folder.code, 1);
  EXPECT_EQ(folder.out, "./" + run.out);
  EXPECT_EQ(work.Run({"hook", "mild"}).code, 0);
}

TEST(Hook, TellsAFolderWithoutFiles) {
  const Workplace work;
  work.Write("empty/.keep", "");
  const ProgramRun run = work.Run({"hook", "empty"});
  EXPECT_EQ(run.code, 2);
  EXPECT_NE(run.err.find("[A111 empty-folder]"), std::string::npos) << run.err;
}

TEST(Hook, ReadsTheInputsOfTheConfigurationWithAll) {
  const Workplace work;
  work.Write(".sigte.yaml", "inputs: [data, 'more/*.ndjson']\n");
  work.Write("data/a.json", File(kGoodEffort));
  work.Write("more/b.ndjson",
             "{\"id\": \"9\", \"club\": 7, \"title\": \"Sea\", \"cost\": 1}\n");
  work.Write("draft/c.json", File(kDear));
  const ProgramRun run = work.Run({"hook", "--all"});
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(LineOf(run.out, "more"),
            "more/b.ndjson:1:1: error: 7 is in 'data/a.json' too; one "
            "submission must be one file [H102 submitted-twice]");
  EXPECT_EQ(run.out.find("draft"), std::string::npos);
}

TEST(Hook, CutsLongListsAndCountsThemWhole) {
  const Workplace work;
  std::string lines;
  for (int i = 0; i < 300; ++i) {
    lines += "{\"id\": \"" + std::to_string(i) +
             "\", \"club\": 1, \"title\": \"t" + std::to_string(i) +
             "\", \"cost\": 4321}\n";
  }
  work.Write("a.ndjson", lines);
  const ProgramRun run = work.Run({"hook", "a.ndjson"});
  EXPECT_EQ(std::count(run.out.begin(), run.out.end(), '\n'), 52);
  EXPECT_NE(run.out.find("… 50 of 300 shown"), std::string::npos);
  const ProgramRun few = work.Run({"hook", "--max-findings", "7", "a.ndjson"});
  EXPECT_NE(few.out.find("… 7 of 300 shown"), std::string::npos) << few.out;
  const ProgramRun all = work.Run({"hook", "--max-findings", "0", "a.ndjson"});
  EXPECT_EQ(std::count(all.out.begin(), all.out.end(), '\n'), 301);
}

TEST(Hook, ChecksFilesThatAreCalledLikeAnOption) {
  const Workplace work;
  work.Write("--format.json", File(kGoodEffort));
  EXPECT_EQ(work.Run({"hook", "--", "--format.json"}).code, 0);
}

TEST(Hook, TellsFilesThatAreNotThere) {
  const Workplace work;
  work.Write("a.json", File(kGoodEffort));
  EXPECT_EQ(work.Run({"hook", "gone.json"}).code, 2);
  const ProgramRun run = work.Run({"hook", "a.json", "gone.json"});
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(LineOf(run.out, "gone.json"),
            "gone.json:1:1: error: 'gone.json' cannot be read: there is no "
            "file or folder of that name [A110 unreadable-file]");
  EXPECT_EQ(work.Run({"hook"}).code, 2);
  EXPECT_EQ(work.Run({"hook", "--all", "a.json"}).code, 2);
}

TEST(Hook, ChecksTheRulesetsThatFilesBelongTo) {
  const Workplace work;
  std::filesystem::create_directory(work.folder() / "rules");
  std::filesystem::copy(SIGTE_SOURCE_DIR "/tests/data/mini",
                        work.folder() / "rules/mine",
                        std::filesystem::copy_options::recursive);
  work.Write("schemas/x.schema.json", "{}\n");
  work.Write("notes.yaml", "a: b\n");
  const std::vector<std::string> of_rules = {"rules/mine/terms/boats.yaml",
                                             "rules", "schemas/x.schema.json"};
  for (const std::string& file : of_rules) {
    const ProgramRun run = work.Run({"rules", "check", file});
    EXPECT_EQ(run.code, 0) << run.err;
    EXPECT_NE(LineOf(run.out, "the ruleset outings 1.2.0 "), "") << run.out;
  }
  work.Write("data/rulings/r.yaml", "nonsense: 1\n");
  const ProgramRun ruling = work.Run({"rules", "check", "data/rulings/r.yaml"});
  EXPECT_EQ(ruling.code, 1);
  EXPECT_NE(LineOf(ruling.err, "data/rulings/r.yaml:1:1: error: unknown key"),
            "")
      << ruling.err;
  const ProgramRun none = work.Run({"rules", "check", "notes.yaml"});
  EXPECT_EQ(none.code, 0);
  EXPECT_EQ(none.err,
            "note: 'notes.yaml' belongs to no ruleset [C113 of-no-ruleset]\n"
            "      = help: name a file that belongs to a ruleset\n"
            "      = more: sigte explain C113\n");
  EXPECT_EQ(work.Run({"rules", "check", "gone.yaml"}).code, 2);
}

}  // namespace
}  // namespace sigte
