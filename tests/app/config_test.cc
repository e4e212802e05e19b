// SPDX-License-Identifier: MPL-2.0

// `.sigte.yaml` in use: where it is found, what goes before it, and what
// `sigte config` says of it.

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

#include "tests/app/program_runner.h"
#include "tests/app/report_parts.h"

namespace sigte {
namespace {

constexpr const char* kMini = SIGTE_SOURCE_DIR "/tests/data/mini";
constexpr const char* kDoubtful =
    "{\"season\": \"2020\", \"club\": 7, \"outings\": [\n"
    "  {\"id\": \"1\", \"title\": \"Picnic\", \"cost\": 30}]}\n";

/// The runner names a ruleset in SIGTE_RULES; what is set first counts.
const std::vector<std::string> kNoRules = {"LANG=en_GB.UTF-8", "SIGTE_RULES="};

std::string WithMini(const std::string& more) {
  return "ruleset: '" + std::string(kMini) + "'\n" + more;
}

TEST(Config, IsFoundUpwardsFromTheData) {
  const Workplace work;
  work.Write("repo/.sigte.yaml", WithMini("fail-on: borderline\n"));
  work.Write("repo/data/2020/a.json", kDoubtful);
  EXPECT_EQ(work.Run({"screen", "repo/data/2020/a.json"}, "", kNoRules).code,
            1);
  EXPECT_EQ(work.Run({"screen", "repo/data"}, "", kNoRules).code, 1);
  const ProgramRun path = work.Run({"config", "--path", "repo/data"});
  EXPECT_EQ(path.out, "repo/.sigte.yaml\n");
}

TEST(Config, IsNotLookedForAboveARepositoryOrAHome) {
  const Workplace work;
  work.Write(".sigte.yaml", "fail-on: borderline\n");
  work.Write("repo/.git/HEAD", "");
  work.Write("repo/a.json", kDoubtful);
  work.Write("home/a.json", kDoubtful);
  work.Write("plain/a.json", kDoubtful);
  const std::vector<std::string> home = {"HOME=" +
                                         (work.folder() / "home").string()};
  EXPECT_EQ(work.Run({"screen", "repo/a.json"}).code, 0);
  EXPECT_EQ(work.Run({"screen", "home/a.json"}, "", home).code, 0);
  EXPECT_EQ(work.Run({"screen", "plain/a.json"}, "", home).code, 1);
  EXPECT_EQ(work.Run({"config", "--path", "repo"}).code, 1);
}

TEST(Config, InAFolderWhereAnybodyMayWriteIsPassedOver) {
  const Workplace work;
  work.Write("shared/.sigte.yaml", "fail-on: borderline\n");
  work.Write("shared/mine/a.json", kDoubtful);
  EXPECT_EQ(work.Run({"screen", "shared/mine/a.json"}).code, 1);
  namespace fs = std::filesystem;
  fs::permissions(work.folder() / "shared",
                  fs::perms::all | fs::perms::sticky_bit);
  EXPECT_EQ(work.Run({"screen", "shared/mine/a.json"}).code, 0);
  // Without the sticky bit one's own file counts, as on a mounted disk; who
  // can make one of another's tries that too.
  fs::permissions(work.folder() / "shared", fs::perms::all);
  EXPECT_EQ(work.Run({"screen", "shared/mine/a.json"}).code, 1);
  const std::string file = work.folder() / "shared/.sigte.yaml";
  if (chown(file.c_str(), 65534, 65534) != 0) return;
  EXPECT_EQ(work.Run({"screen", "shared/mine/a.json"}).code, 0);
  fs::permissions(work.folder() / "shared", fs::perms::owner_all);
  EXPECT_EQ(work.Run({"screen", "shared/mine/a.json"}).code, 1);
}

TEST(Config, FlagsGoBeforeVariablesBeforeTheFileBeforeDefaults) {
  const Workplace work;
  work.Write("a.json", kDoubtful);
  EXPECT_EQ(work.Run({"screen", "a.json"}).code, 0);
  work.Write(".sigte.yaml", "fail-on: borderline\nlanguage: da\n");
  const ProgramRun file = work.Run({"screen", "a.json"});
  EXPECT_EQ(file.code, 1);
  EXPECT_NE(LineOf(file.out, "Poster "), "");
  const std::vector<std::string> variables = {"SIGTE_FAIL_ON=never",
                                              "SIGTE_LANG=en"};
  const ProgramRun variable = work.Run({"screen", "a.json"}, "", variables);
  EXPECT_EQ(variable.code, 0);
  EXPECT_NE(LineOf(variable.out, "Records read:"), "");
  EXPECT_EQ(
      work.Run({"screen", "--fail-on", "borderline", "--lang", "da", "a.json"},
               "", variables)
          .code,
      1);
  EXPECT_EQ(work.Run({"screen", "--no-config", "a.json"}).code, 0);
}

TEST(Config, ShowsEverySettingAndWhereItComesFrom) {
  const Workplace work;
  work.Write(".sigte.yaml",
             "required-version: \">=0.1\"\nfail-on: borderline\n"
             "inputs: [data/]\naudit: {folder: log}\n");
  const std::string mini = kMini;
  const std::string gap(mini.size() + 2, ' ');
  const auto row = [&](const std::string& name, const std::string& value,
                       const std::string& from) {
    std::string text = "  " + name;
    text.resize(20, ' ');
    return text + value + gap.substr(value.size()) + from + "\n";
  };
  EXPECT_EQ(work.Run({"config", "--lang", "en"}).out,
            "configuration: .sigte.yaml\n" +
                row("audit.folder", "log", ".sigte.yaml:4") +
                row("audit.key", "-", "default") +
                row("fail-on", "borderline", ".sigte.yaml:2") +
                row("inputs", "data/", ".sigte.yaml:3") +
                row("language", "en", "the option --lang") +
                row("quiet", "false", "default") +
                row("required-version", ">=0.1", ".sigte.yaml:1") +
                row("ruleset", mini, "the variable SIGTE_RULES") +
                row("rulings", "-", "default"));
  const ProgramRun none =
      work.Run({"config", "--no-config", "--format", "json"});
  EXPECT_EQ(none.out,
            "{\"version\":\"0.1.0\",\"file\":null,\"settings\":["
            "{\"name\":\"audit.folder\",\"value\":null,\"from\":\"default\"},"
            "{\"name\":\"audit.key\",\"value\":null,\"from\":\"default\"},"
            "{\"name\":\"fail-on\",\"value\":\"invalid\",\"from\":\"default\"},"
            "{\"name\":\"inputs\",\"value\":null,\"from\":\"default\"},"
            "{\"name\":\"language\",\"value\":\"en\",\"from\":\"variable\","
            "\"where\":\"LANG\"},"
            "{\"name\":\"quiet\",\"value\":false,\"from\":\"default\"},"
            "{\"name\":\"required-version\",\"value\":null,"
            "\"from\":\"default\"},"
            "{\"name\":\"ruleset\",\"value\":\"" +
                mini +
                "\",\"from\":\"variable\",\"where\":\"SIGTE_RULES\"},"
                "{\"name\":\"rulings\",\"value\":null,"
                "\"from\":\"default\"}]}\n");
  // One with a comma in it stays one.
  work.Write(".sigte.yaml", "inputs: ['a, b/', c.csv]\n");
  const ProgramRun some = work.Run({"config", "--format", "json"});
  EXPECT_NE(some.out.find("{\"name\":\"inputs\",\"value\":[\"a, b/\","
                          "\"c.csv\"],\"from\":\"file\""),
            some.out.npos)
      << some.out;
}

TEST(Config, NamesAreMeantFromItsFolder) {
  const Workplace work;
  std::filesystem::create_directory(work.folder() / "repo");
  std::filesystem::copy(kMini, work.folder() / "repo/rules",
                        std::filesystem::copy_options::recursive);
  work.Write("repo/.sigte.yaml", "ruleset: rules\ninputs: [\"d*/*.json\"]\n");
  work.Write("repo/data/a.json", kDoubtful);
  work.Write("repo/other/b.json", kDoubtful);
  const ProgramRun run =
      work.Run({"screen", "--config", "repo/.sigte.yaml"}, "", kNoRules);
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_EQ(LineOf(run.out, "Records read:").substr(0, 15), "Records read: 1");
}

TEST(Config, NamesAShippedRulesetOrSuggestsOne) {
  const Workplace work;
  work.Write(".sigte.yaml", "ruleset: kortlaegning-2022\n");
  EXPECT_NE(LineOf(work.Run({"rules", "check"}, "", kNoRules).out,
                   "the ruleset kortlaegning-2022 "),
            "");
  work.Write(".sigte.yaml", "ruleset: kortlegning-2022\n");
  const ProgramRun run = work.Run({"rules", "check"}, "", kNoRules);
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(run.err,
            ".sigte.yaml:1:10: error: there is no ruleset 'kortlegning-2022'; "
            "did you mean 'kortlaegning-2022'? [C108 no-such-ruleset]\n"
            "    1 | ruleset: kortlegning-2022\n"
            "      |          ^~~~~~~~~~~~~~~~\n"
            "      = help: correct the name; folders are meant from the one "
            "that holds the configuration\n"
            "      = more: sigte explain C108\n");
}

TEST(Config, RefusesToRunAsAnotherVersion) {
  const Workplace work;
  work.Write(".sigte.yaml", "required-version: \">=99, <100\"\n");
  work.Write("a.json", kDoubtful);
  const ProgramRun run = work.Run({"screen", "a.json"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(run.out, "");
  EXPECT_EQ(run.err,
            ".sigte.yaml:1:19: error: sigte >=99, <100 is required here, but "
            "this is sigte 0.1.0 [C106 other-version]\n"
            "    1 | required-version: \">=99, <100\"\n"
            "      |                   ^~~~~~~~~~~~\n"
            "      = help: install a version that fits, or change "
            "'required-version'\n"
            "      = more: sigte explain C106\n");
  EXPECT_EQ(work.Run({"--version"}).code, 0);
}

TEST(Config, FaultsStopTheRunWithTheirPlace) {
  const Workplace work;
  work.Write("a.json", kDoubtful);
  work.Write(".sigte.yaml", "fail-on: often\n");
  const ProgramRun run = work.Run({"screen", "a.json"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(run.err.substr(0, 49),
            ".sigte.yaml:1:10: error: unknown value 'often'; k");
  // What mends a faulty file must work beside one.
  EXPECT_EQ(work.Run({"validate", "--schema", "config", "--as", "yaml",
                      ".sigte.yaml"})
                .code,
            1);
  work.Write(".sigte.yaml", "rulings: rullings\n");
  EXPECT_NE(work.Run({"screen", "a.json"}).err.find("C107 no-rulings-folder"),
            std::string::npos);
  EXPECT_EQ(work.Run({"screen", "--config", "no.yaml", "a.json"}).code, 2);
  EXPECT_EQ(work.Run({"screen", "--config", "x", "--no-config", "a.json"}).code,
            2);
  const ProgramRun variable =
      work.Run({"screen", "--no-config", "a.json"}, "",
               {"LANG=en_GB.UTF-8", "SIGTE_FAIL_ON=nevr"});
  EXPECT_EQ(variable.code, 2);
  EXPECT_NE(variable.err.find("'nevr'"), std::string::npos) << variable.err;
}

TEST(Config, OfTwoKindsInOneRunIsRefused) {
  const Workplace work;
  work.Write("a/.sigte.yaml", "fail-on: borderline\n");
  work.Write("a/a.json", kDoubtful);
  work.Write("b/b.json", kDoubtful);
  const ProgramRun run = work.Run({"screen", "a/a.json", "b/b.json"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(run.err,
            "error: 'a/a.json' is governed by a/.sigte.yaml, but 'b/b.json' by "
            "no configuration [C110 several-configurations]\n"
            "      = help: run them one by one, or choose with --config or "
            "--no-config\n"
            "      = more: sigte explain C110\n");
  EXPECT_EQ(work.Run({"screen", "--no-config", "a/a.json", "b/b.json"}).code,
            0);
}

// A folder is its files: what its own configuration says must not be read over
// what another says nearer to some of them.
TEST(Config, NearerToFilesOfAFolderIsNotPassedOver) {
  const Workplace work;
  work.Write("p/.sigte.yaml", "fail-on: never\n");
  work.Write("p/a.json", kDoubtful);
  work.Write("p/q/r/.sigte.yaml", "fail-on: borderline\n");
  EXPECT_EQ(work.Run({"screen", "p"}).code, 0);  // it holds for no data
  work.Write("p/q/r/b.json", kDoubtful);
  const std::string refused =
      "is governed by p/.sigte.yaml, but 'p/q/r/b.json' by "
      "p/q/r/.sigte.yaml [C110 several-configurations]\n"
      "      = help: run them one by one, or choose with --config or "
      "--no-config\n"
      "      = more: sigte explain C110\n";
  for (const char* command : {"screen", "letter", "review"}) {
    const ProgramRun run = work.Run({command, "p"});
    EXPECT_EQ(run.code, 2) << command;
    EXPECT_EQ(run.err, "error: 'p' " + refused) << command;
  }
  EXPECT_EQ(work.Run({"screen", "p/a.json", "p/q"}).err,
            "error: 'p/q' " + refused);
  // A faulty one, or another version's, stops the run like any other.
  for (const char* faulty : {"nonsense: 1\n", "required-version: '>=99'\n"}) {
    work.Write("p/q/r/.sigte.yaml", faulty);
    EXPECT_EQ(work.Run({"screen", "p"}).code, 2) << faulty;
  }
  EXPECT_EQ(work.Run({"screen", "--no-config", "p"}).code, 0);
  EXPECT_EQ(work.Run({"screen", "--config", "p/.sigte.yaml", "p"}).code, 0);
  EXPECT_EQ(work.Run({"config", "--path", "p"}).out, "p/.sigte.yaml\n");
}

TEST(Config, WithAndWithoutOneInAFolderIsRefused) {
  const Workplace work;
  work.Write("p/a.json", kDoubtful);
  work.Write("p/q/.sigte.yaml", "fail-on: borderline\n");
  work.Write("p/q/b.json", kDoubtful);
  EXPECT_EQ(work.Run({"screen", "p"}).err,
            "error: 'p' is governed by no configuration, but 'p/q/b.json' by "
            "p/q/.sigte.yaml [C110 several-configurations]\n"
            "      = help: run them one by one, or choose with --config or "
            "--no-config\n"
            "      = more: sigte explain C110\n");
}

TEST(Config, DoesNotNameInputsOfANearerOne) {
  const Workplace work;
  work.Write("p/.sigte.yaml", "inputs: [data, ../beside]\n");
  work.Write("p/data/a.json", kDoubtful);
  work.Write("beside/b.json", kDoubtful);
  const std::vector<std::string> screen = {"screen", "--config",
                                           "p/.sigte.yaml"};
  EXPECT_EQ(work.Run(screen).code, 0);
  work.Write(".sigte.yaml", "inputs: [p/data, beside]\n");
  EXPECT_EQ(work.Run({"screen"}).err,
            "error: '.' is governed by .sigte.yaml, but 'p/data/a.json' by "
            "p/.sigte.yaml [C110 several-configurations]\n"
            "      = help: run them one by one, or choose with --config or "
            "--no-config\n"
            "      = more: sigte explain C110\n");
  work.Write("p/.sigte.yaml", "");
  work.Write(".sigte.yaml", "inputs: [beside]\n");
  EXPECT_EQ(work.Run({"screen"}).code, 0);
}

TEST(Config, ChoosesTheRulingsAndTheLogOfARun) {
  const Workplace work;
  work.Write("data/a.json", kDoubtful);
  work.Write("answers/r.yaml", "nonsense: 1\n");
  work.Write(".sigte.yaml", "rulings: answers\n");
  const ProgramRun run = work.Run({"screen", "data/a.json"});
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(run.err.substr(0, 14), "answers/r.yaml");
  EXPECT_EQ(
      work.Run({"audit", "init", "--origin", "example.org/l", "log"}).code, 0);
  work.Write(".sigte.yaml", "audit: {folder: log}\n");
  const ProgramRun logged = work.Run({"screen", "data/a.json"});
  EXPECT_EQ(logged.code, 0) << logged.err;
  EXPECT_NE(LineOf(logged.err, "audit log"), "") << logged.err;
  EXPECT_EQ(work.Run({"audit", "verify"}).code, 0);
}

TEST(VerboseLog, IsInTheChosenLanguage) {
  const Workplace work;
  work.Write("a.json", kDoubtful);
  work.Write("b.json", kDoubtful);
  work.Write(".sigte.yaml", "language: da\nfail-on: never\n");
  const std::string one = work.Run({"screen", "-v", "a.json"}).err;
  EXPECT_NE(LineOf(one, "sigte: konfigurationen .sigte.yaml (sha256:"), "")
      << one;
  EXPECT_NE(LineOf(one, "sigte: 1 fil gennemgået på 0,"), "") << one;
  const std::string two = work.Run({"screen", "-v", "a.json", "b.json"}).err;
  EXPECT_NE(LineOf(two, "sigte: 2 filer gennemgået på 0,"), "") << two;
  const std::string english =
      work.Run({"screen", "-v", "--lang", "en", "a.json"}).err;
  EXPECT_NE(LineOf(english, "sigte: screened 1 file in 0."), "") << english;
}

TEST(Config, IsNamedInTheVerboseLog) {
  const Workplace work;
  work.Write(".sigte.yaml", "quiet: true\n");
  work.Write("a.json", kDoubtful);
  const ProgramRun run = work.Run({"screen", "-v", "a.json"});
  EXPECT_EQ(LineOf(run.err, "sigte: configuration").substr(0, 41),
            "sigte: configuration .sigte.yaml (sha256:");
}

TEST(Config, IsNotWaitedForWhereItIsAPipe) {
  const Workplace work;
  work.Write("a.json", kDoubtful);
  ASSERT_EQ(mkfifo((work.folder() / ".sigte.yaml").c_str(), 0600), 0);
  const ProgramRun run = work.Run({"screen", "a.json"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(run.err.substr(0, run.err.find('\n')),
            "error: cannot read the configuration '.sigte.yaml': it is no "
            "regular file [C105 unreadable-configuration]");
}

}  // namespace
}  // namespace sigte
