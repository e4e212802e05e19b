// SPDX-License-Identifier: MPL-2.0

// What the program tells people of faults, and how much of it.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

#include "tests/app/program_runner.h"
#include "tests/app/report_parts.h"

namespace sigte {
namespace {

const std::vector<std::string> kDanish = {"LANG=da_DK.UTF-8"};

/// `n` records that are borderline, or faulty without a title. The ruleset
/// refuses costs above 1000.
std::string Records(int n, bool faulty) {
  std::string text;
  for (int i = 1; i <= n; ++i) {
    text += R"({"id":")" + std::to_string(i) + R"(","club":3,)" +
            (faulty ? R"("titel":"x",)" : R"("title":"Zoo",)") + R"("cost":)" +
            std::to_string(std::min(i, 1000)) + "}\n";
  }
  return text;
}

struct Misspelt {
  const char* name;
  std::vector<std::string> arguments;
  const char* told;

  friend void PrintTo(const Misspelt& one, std::ostream* out) {
    *out << one.name;
  }
};

class NearestNames : public testing::TestWithParam<Misspelt> {};

TEST_P(NearestNames, AreOffered) {
  const Workplace work;
  work.Write("answers.json", "{}");
  work.Write("mine.schema.json", "{}");
  const ProgramRun run = work.Run(GetParam().arguments);
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ((run.out + run.err).substr(0, (run.out + run.err).find('\n')),
            GetParam().told);
}

INSTANTIATE_TEST_SUITE_P(
    Everywhere, NearestNames,
    testing::Values(
        Misspelt{"Command",
                 {"scren", "a.json"},
                 "error: there is no command 'scren'; did you mean 'screen'? "
                 "[A101 unknown-command]"},
        Misspelt{"CommandWithSwappedLetters",
                 {"expalin"},
                 "error: there is no command 'expalin'; did you mean "
                 "'explain'? [A101 unknown-command]"},
        Misspelt{"SubCommand",
                 {"rules", "chekc"},
                 "error: there is no command 'chekc'; did you mean 'check'? "
                 "[A101 unknown-command]"},
        Misspelt{"Option",
                 {"screen", "--fromat", "text", "answers.json"},
                 "error: there is no option '--fromat'; did you mean "
                 "'--format'? [A102 unknown-option]"},
        Misspelt{"OptionWithValue",
                 {"screen", "--max-findigns=3", "x"},
                 "error: there is no option '--max-findigns'; did you mean "
                 "'--max-findings'? [A102 unknown-option]"},
        Misspelt{"Value",
                 {"screen", "--fail-on", "borderlnie", "x"},
                 "error: '--fail-on' cannot be 'borderlnie'; did "
                 "you mean 'borderline'? [A105 unknown-value]"},
        Misspelt{"Schema",
                 {"schema", "submision"},
                 "error: no schema 'submision' comes with the program; did you "
                 "mean 'submission'? [A108 unknown-schema]"},
        Misspelt{"SchemaFile",
                 {"validate", "--schema", "mnie.schema.json", "answers.json"},
                 "error: 'mnie.schema.json' cannot be read: there is no file "
                 "or folder of that name; did you mean 'mine.schema.json'? "
                 "[A110 unreadable-file]"},
        Misspelt{"Rule",
                 {"explain", "by_baot"},
                 "error: there is no rule, code or record called 'by_baot'; "
                 "did you mean 'by_boat'? [A130 nothing-found]"},
        Misspelt{"Slug",
                 {"explain", "unknow-key"},
                 "error: there is no rule, code or record called 'unknow-key'; "
                 "did you mean 'unknown-key'? [A130 nothing-found]"},
        Misspelt{
            "RulesetFolder",
            {"rules", "check", "--rules", SIGTE_SOURCE_DIR "/tests/data/mnii/"},
            "error: the ruleset cannot be read: '" SIGTE_SOURCE_DIR
            "/tests/data/mnii/': there is no file or folder of that name; "
            "did you mean '" SIGTE_SOURCE_DIR
            "/tests/data/mini'? [A120 unreadable-ruleset]"}),
    [](const auto& one) { return std::string(one.param.name); });

TEST(Telling, OffersTheNearestInputFile) {
  const Workplace work;
  work.Write("answers.json", "{}");
  const ProgramRun run = work.Run({"screen", "anwsers.json"}, "", kDanish);
  EXPECT_EQ(LineOf(run.out, "anwsers.json:1:1"),
            "anwsers.json:1:1: fejl: 'anwsers.json' kan ikke læses: der er "
            "ingen fil eller mappe med det navn; mente du 'answers.json'? "
            "[A110 unreadable-file]");
}

TEST(Telling, ShowsFiftyOfAListAndCountsThemAll) {
  const Workplace work;
  work.Write("a.ndjson", Records(1234, false));
  const ProgramRun run = work.Run({"screen", "a.ndjson"}, "", kDanish);
  EXPECT_NE(run.out.find("\n50 af 1.234 vist; --max-findings 0 viser alle\n"),
            std::string::npos);
  EXPECT_NE(run.out.find("1.234 grænsetilfælde"), std::string::npos);
  EXPECT_NE(run.out.find("3/1000  Zoo  1.000"), std::string::npos)
      << "the largest amounts come first";
  EXPECT_EQ(run.out.find("3/1  Zoo"), std::string::npos);
  const ProgramRun three =
      work.Run({"screen", "--max-findings", "3", "a.ndjson"});
  EXPECT_NE(three.out.find("\n3 of 1,234 shown; --max-findings 0 shows all\n"),
            std::string::npos);
  const ProgramRun all = work.Run({"screen", "--max-findings=0", "a.ndjson"});
  EXPECT_NE(all.out.find("3/1  Zoo"), std::string::npos);
  EXPECT_EQ(all.out.find(" shown;"), std::string::npos);
}

TEST(Telling, IsTheSameWithAnyNumberOfThreads) {
  const Workplace work;
  work.Write("a.ndjson", Records(3000, true));
  const std::string one =
      work.Run({"screen", "--threads", "1", "a.ndjson"}).out;
  EXPECT_EQ(work.Run({"screen", "--threads", "4", "a.ndjson"}).out, one);
  EXPECT_NE(one.find("the same 2,995 more times, last here: "
                     "a.ndjson:3000:"),
            std::string::npos)
      << one;
}

TEST(Telling, SaysOnceWhereMoreIsTold) {
  const Workplace work;
  const ProgramRun run = work.Run({"eval", "titel + naem"});
  EXPECT_EQ(run.code, 2);
  const std::size_t first = run.err.find("= more: sigte explain R230\n");
  EXPECT_NE(first, std::string::npos) << run.err;
  EXPECT_EQ(run.err.find("sigte explain R230", first + 10), std::string::npos)
      << run.err;
}

TEST(Telling, ShowsFiftyIssuesOfARulesetTheWorstFirst) {
  const Workplace work;
  std::filesystem::copy(SIGTE_SOURCE_DIR "/tests/data/mini",
                        work.folder() / "rs",
                        std::filesystem::copy_options::recursive);
  std::string rules;
  for (int i = 0; i < 1200; ++i) {
    rules += "- {rule: r" + std::to_string(i) + ", kin" + std::to_string(i) +
             ": check}\n";
  }
  work.Write("rs/more.yaml", rules);
  const auto shown = [&](std::vector<std::string> more) {
    more.insert(more.begin(), {"rules", "check", "--rules", "rs"});
    const ProgramRun run = work.Run(more);
    EXPECT_EQ(run.code, 2);
    return run.out;
  };
  const std::string fifty = shown({});
  EXPECT_NE(fifty.find(" shown; --max-findings 0 shows all\n"),
            std::string::npos)
      << fifty.substr(0, 2000);
  // What lacks its keys lacks them 1200 times over: told a few times.
  EXPECT_NE(fifty.find("= the same 1,195 more times, last here: "
                       "rs/more.yaml:1200:"),
            std::string::npos)
      << fifty.substr(0, 4000);
  EXPECT_EQ(shown({"--max-findings", "0"}).find(" shown;"), std::string::npos);
}

TEST(Telling, FitsLinesUnderACaretToTheTerminal) {
  const Workplace work;
  work.Write("a.ndjson", R"({"id":"1","club":3,"title":")" +
                             std::string(300, 'x') + R"(","cost":"y"})" + "\n");
  const auto longest = [&](const std::string& columns) {
    const std::string out = work.Run({"screen", "a.ndjson"}, "",
                                     {"LANG=en_GB.UTF-8", "COLUMNS=" + columns})
                                .out;
    const std::size_t at = out.find("    1 | ");
    return at == std::string::npos ? 0 : out.find('\n', at) - at;
  };
  EXPECT_LE(longest("40"), 44u);  // "…" has three bytes
  EXPECT_GT(longest("80"), longest("40"));
  EXPECT_LE(longest("80"), 84u);
  EXPECT_GT(longest("200"), longest("80"));
}

/// The exit code of `command` in `work`, by a shell.
int Shell(const Workplace& work, const std::string& command) {
  const std::string line = "cd '" + work.folder().string() +
                           "' && SIGTE_RULES='" SIGTE_SOURCE_DIR
                           "/tests/data/mini' LANG=en_GB.UTF-8; "
                           "export SIGTE_RULES LANG; " +
                           command;
  return std::system(line.c_str());
}

TEST(Telling, IsQuietWhenTheReaderHasSeenEnough) {
  const Workplace work;
  work.Write("a.ndjson", Records(3000, false));
  for (const char* format : {"ndjson", "text"}) {
    Shell(work, std::string("{ " SIGTE_PROGRAM
                            " screen -q --max-findings 0 --format ") +
                    format +
                    " a.ndjson 2>err; echo $? >code; } | head -c 1 >/dev/null");
    EXPECT_EQ(work.Read("err"), "") << format;
    EXPECT_EQ(work.Read("code"), "141\n") << format;
  }
}

TEST(Telling, SaysThatOutputCannotBeWritten) {
  const Workplace work;
  for (const char* command : {"rules check", "explain", "schema", "config",
                              "completion bash", "eval 1"}) {
    Shell(work, std::string("{ " SIGTE_PROGRAM " ") + command +
                    " >/dev/full 2>err; echo $? >code; }");
    EXPECT_EQ(
        work.Read("err"),
        "error: '<stdout>' cannot be written: there is no room left on "
        "the disk [A115 cannot-write-all]\n"
        "      = help: do not use what was written before that; it may be "
        "cut off\n"
        "      = more: sigte explain A115\n")
        << command;
    EXPECT_EQ(work.Read("code"), "2\n") << command;
  }
}

}  // namespace
}  // namespace sigte
