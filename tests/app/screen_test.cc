// SPDX-License-Identifier: MPL-2.0

// `sigte screen` as a whole: files, folders, streams, output and exit codes.

#include <gtest/gtest.h>

#include <sstream>
#include <string>

#include "tests/app/program_runner.h"
#include "tests/app/report_parts.h"
#include "tests/app/terminal.h"

namespace sigte {
namespace {

constexpr const char* kScreenedFile =
    "{\"season\": \"2020\", \"club\": 7, \"outings\": [\n"
    "  {\"id\": \"1\", \"title\": \"Zoo\", \"cost\": 10, "
    "\"target\": \"members\"},\n"
    "  {\"id\": \"2\", \"title\": \"By ferry\", \"cost\": 20, "
    "\"target\": \"members\"},\n"
    "  {\"id\": \"3\", \"title\": \"Picnic\", \"cost\": 30}\n"
    "]}\n";

/// Many records, with faults and blank lines among them.
std::string Stream(int records) {
  std::string text;
  for (int i = 0; i < records; ++i) {
    const std::string id = std::to_string(i);
    if (i % 97 == 3) {
      text += "{\"id\":\"" + id + "\n";
    } else if (i % 89 == 5) {
      text += "\n[" + id + "]\n";
    } else {
      text += "{\"id\":\"" + id + "\",\"club\":" + std::to_string(1 + i % 9) +
              ",\"title\":\"" + (i % 5 == 0 ? "By boat " : "Walk ") +
              std::to_string(i / 3) +
              "\",\"cost\":" + std::to_string(i % 1200) +
              (i % 4 == 0 ? "}\n" : ",\"target\":\"members\"}\n");
    }
  }
  return text;
}

/// Of decisions, a line each: "7/1 include, …".
std::string VerdictsOf(const std::string& decisions) {
  const auto member = [](const std::string& line, const std::string& name) {
    const std::string key = "\"" + name + "\":";
    const std::size_t at = line.find(key);
    if (at == std::string::npos) return std::string("?");
    std::string value = line.substr(at + key.size());
    value.resize(value.find_first_of(",}"));
    std::erase(value, '"');
    return value;
  };
  std::istringstream lines(decisions);
  std::string all;
  for (std::string line; std::getline(lines, line);) {
    if (!all.empty()) all += ", ";
    all += member(line, "club") + "/" + member(line, "id") + " " +
           member(line, "verdict");
  }
  return all;
}

TEST(Screen, PrintsAReportThatCanBeReadAlone) {
  const Workplace work;
  work.Write("a.json", kScreenedFile);
  const ProgramRun run = work.Run({"screen", "a.json"});
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(run.err, "");
  EXPECT_EQ(
      LineOf(run.out, "7 "),
      "7                      1   10       1   20       1   30       0    "
      "0");
  EXPECT_EQ(LineOf(run.out, "Records read:"),
            "Records read: 3 = 1 included + 1 left out + 1 borderline + 0 "
            "invalid");
  EXPECT_NE(run.out.find("  ? Whom is the outing for?\n"), std::string::npos)
      << run.out;
}

TEST(Screen, GivesTheSameBytesOnAnyNumberOfThreads) {
  const Workplace work;
  work.Write("a.ndjson", Stream(6000));
  work.Write("b.json", kScreenedFile);
  for (const char* format : {"ndjson", "text"}) {
    const ProgramRun one = work.Run(
        {"screen", "--format", format, "--threads", "1", "a.ndjson", "b.json"});
    EXPECT_EQ(one.code, 1);
    EXPECT_GT(one.out.size(), 1000u);
    for (const char* threads : {"2", "4", "7"}) {
      const ProgramRun many =
          work.Run({"screen", "--format", format, "--threads", threads,
                    "a.ndjson", "b.json"});
      EXPECT_EQ(many.out == one.out, true) << format << " on " << threads;
      EXPECT_EQ(many.err, one.err);
      EXPECT_EQ(many.code, one.code);
    }
  }
}

TEST(Screen, ReadsStandardInputAsItReadsAFile) {
  const Workplace work;
  work.Write("a.ndjson", Stream(3000));
  const ProgramRun file =
      work.Run({"screen", "--format", "ndjson", "a.ndjson"});
  ProgramRun piped =
      work.Run({"screen", "--format", "ndjson", "-"}, Stream(3000));
  EXPECT_EQ(piped.code, file.code);
  std::size_t at = 0;
  while ((at = piped.out.find("<stdin>", at)) != std::string::npos) {
    piped.out.replace(at, 7, "a.ndjson");
  }
  EXPECT_EQ(piped.out == file.out, true);
}

TEST(Screen, TellsTheFormByTheContentToo) {
  const Workplace work;
  work.Write("stream.json", Stream(4));
  work.Write("file.ndjson", R"({"season":"2020","club":7,"outings":[]})"
                            "\n");
  EXPECT_EQ(LineOf(work.Run({"screen", "stream.json"}).out, "Records read:")
                .substr(0, 15),
            "Records read: 4");
  EXPECT_EQ(work.Run({"screen", "file.ndjson"}).code, 0);
  const ProgramRun pretty = work.Run({"screen", "-"}, kScreenedFile);
  EXPECT_EQ(LineOf(pretty.out, "Records read:").substr(0, 15),
            "Records read: 3");
}

// As other programs export records: in a list, each saying whose it is.
TEST(Screen, TakesAListOfRecordsAsAStreamOfThem) {
  const std::string records[] = {
      R"({"id":"1","club":7,"title":"Zoo","cost":10,"target":"members"})",
      R"({"id":"2","club":8,"title":"By ferry","cost":20})"};
  const Workplace work;
  work.Write("a.ndjson", records[0] + "\n" + records[1] + "\n");
  const std::string expected =
      VerdictsOf(work.Run({"screen", "--format", "ndjson", "a.ndjson"}).out);
  EXPECT_EQ(expected, "7/1 include, 8/2 exclude");
  const std::string lists[] = {
      "[" + records[0] + "," + records[1] + "]\n",
      "[\n  " + records[0] + ",\n  " + records[1] + "\n]\n",
      "[" + records[0] + ",\n " + records[1] + "]\n",
      "\n[" + records[0] + ",\n" + records[1] + "]"};
  for (const std::string& list : lists) {
    work.Write("list.json", list);
    EXPECT_EQ(
        VerdictsOf(work.Run({"screen", "--format", "ndjson", "list.json"}).out),
        expected)
        << list;
    EXPECT_EQ(
        VerdictsOf(work.Run({"screen", "--format", "ndjson", "-"}, list).out),
        expected)
        << list;
  }
}

TEST(Screen, WalksFoldersByNameAndScreensNothingTwice) {
  const Workplace work;
  work.Write("in/b.json", kScreenedFile);
  work.Write("in/a/c.ndjson", Stream(2));
  work.Write("in/.hidden/d.json", "no");
  work.Write("in/notes.txt", "no");
  const ProgramRun run =
      work.Run({"screen", "--format", "ndjson", "in", "in/b.json"});
  EXPECT_EQ(run.err,
            "records read: 5 = 2 included + 2 left out + 1 borderline + 0 "
            "invalid; files that could not be read: 0\n");
  EXPECT_LT(run.out.find("in/a/c.ndjson"), run.out.find("in/b.json"));
}

TEST(Screen, WritesAFileThatIsCompleteAndLeavesNothingBeside) {
  const Workplace work;
  work.Write("a.json", kScreenedFile);
  work.Write("out.ndjson", "what was there before");
  const ProgramRun run =
      work.Run({"screen", "--format", "ndjson", "-o", "out.ndjson", "a.json"});
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(run.out, "");
  EXPECT_EQ(work.Read("out.ndjson"),
            work.Run({"screen", "--format", "ndjson", "a.json"}).out);
  EXPECT_EQ(work.Names(), (std::vector<std::string>{"a.json", "out.ndjson"}));
}

TEST(Screen, LeavesTheOldFileWhereItCannotWriteANewOne) {
  const Workplace work;
  work.Write("a.json", kScreenedFile);
  const ProgramRun run =
      work.Run({"screen", "-o", "no/such/folder/out.txt", "a.json"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(run.out, "");
  EXPECT_EQ(run.err,
            "error: 'no/such/folder/out.txt' cannot be written: there is no "
            "file or folder of that name [A113 cannot-write]\n"
            "      = help: nothing was kept in the file\n"
            "      = more: sigte explain A113\n");
  EXPECT_EQ(work.Names(), std::vector<std::string>{"a.json"});
}

TEST(Screen, FailsWhenTheDiskIsFull) {
  const Workplace work;
  work.Write("a.json", kScreenedFile);
  const ProgramRun run = work.Run({"screen", "-o", "/dev/full", "a.json"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(LineOf(run.err, "error:"),
            "error: '/dev/full' cannot be written: there is no room left on "
            "the disk [A115 cannot-write-all]");
}

// A daemon may run it without streams: what was meant for them must not end in
// the first file that is opened.
TEST(Screen, WritesNothingElseIntoAFileWhereAStreamIsClosed) {
  const Workplace work;
  work.Write("a.json", kScreenedFile);
  work.Run({"screen", "a.json", "-o", "expected.ndjson"});
  const std::string expected = work.Read("expected.ndjson");
  ASSERT_NE(expected, "");
  const ProgramRun no_errors =
      work.RunWithClosed(2, {"screen", "a.json", "-o", "b.ndjson"});
  EXPECT_EQ(no_errors.code, 0);
  EXPECT_EQ(work.Read("b.ndjson"), expected);
  const ProgramRun no_output = work.RunWithClosed(
      1, {"screen", "a.json", "--format", "concise", "-o", "c.ndjson"});
  EXPECT_EQ(no_output.code, 2);
  EXPECT_EQ(no_output.err,
            "error: '<stdout>' cannot be written: it is not open [A113 "
            "cannot-write]\n"
            "      = help: nothing was kept in the file\n"
            "      = more: sigte explain A113\n");
  EXPECT_EQ(work.Has("c.ndjson") ? work.Read("c.ndjson") : expected, expected);
  const ProgramRun no_input = work.RunWithClosed(0, {"screen", "-"});
  EXPECT_EQ(no_input.code, 2);
}

// The name of a file is a text of somebody's, too.
TEST(Screen, ShowsNoHiddenNumberOfAFilesNameWhole) {
  const Workplace work;
  work.Write("990199-1234.json", "{");
  work.Write("990199-1234d/notes.txt", "");
  const std::string shipped = SIGTE_SOURCE_DIR "/rules/kortlaegning-2022";
  for (const char* format :
       {"full", "concise", "json", "sarif", "junit", "github", "markdown"}) {
    const ProgramRun run = work.Run(
        {"screen", "--rules", shipped, "--format", format, "990199-1234.json",
         "9901991235.json", "990199-1234d", "x/990199-1236.ndjson"});
    EXPECT_EQ(run.code, 2);
    for (const char* last : {"-1234", "1235", "-1236"}) {
      EXPECT_EQ(run.out.find(last), run.out.npos) << format << run.out;
      EXPECT_EQ(run.err.find(last), run.err.npos) << format << run.err;
    }
  }
  const ProgramRun letter = work.Run(
      {"letter", "--rules", shipped, "990199-1234.json", "9901991235.json"});
  EXPECT_EQ(letter.out.find("1234"), letter.out.npos) << letter.out;
  EXPECT_EQ(letter.out.find("1235"), letter.out.npos) << letter.out;
}

TEST(Screen, LetsTheUserChooseWhatBlocks) {
  const Workplace work;
  work.Write("a.json", kScreenedFile);
  work.Write("bad.ndjson", "{}\n");
  const auto code = [&](const char* fail_on, const char* file) {
    return work.Run({"screen", "--fail-on", fail_on, file}).code;
  };
  EXPECT_EQ(code("invalid", "a.json"), 0);
  EXPECT_EQ(code("borderline", "a.json"), 1);
  EXPECT_EQ(code("exclude", "a.json"), 1);
  EXPECT_EQ(code("never", "a.json"), 0);
  EXPECT_EQ(code("invalid", "bad.ndjson"), 1);
  EXPECT_EQ(code("never", "bad.ndjson"), 0);
  EXPECT_EQ(code("never", "gone.ndjson"), 2);
}

TEST(Screen, ColoursOnlyWhenAsked) {
  const Workplace work;
  work.Write("a.json", kScreenedFile);
  const auto colored = [&](std::vector<std::string> arguments,
                           std::vector<std::string> environment) {
    arguments.insert(arguments.begin(), {"screen", "a.json"});
    return work.Run(arguments, "", environment).out.find('\x1b') !=
           std::string::npos;
  };
  EXPECT_FALSE(colored({}, {}));
  EXPECT_TRUE(colored({"--color", "always"}, {"NO_COLOR=1"}));
  EXPECT_TRUE(colored({}, {"CLICOLOR_FORCE=1"}));
  EXPECT_FALSE(colored({}, {"CLICOLOR_FORCE=1", "NO_COLOR=1"}));
  EXPECT_TRUE(colored({}, {"FORCE_COLOR=1"}));
  EXPECT_FALSE(colored({}, {"FORCE_COLOR=1", "NO_COLOR=1"}));
  EXPECT_FALSE(colored({}, {"FORCE_COLOR=0"}));
  EXPECT_FALSE(colored({}, {"CLICOLOR_FORCE=0", "FORCE_COLOR="}));
  EXPECT_TRUE(colored({}, {"CLICOLOR_FORCE=1", "NO_COLOR="}));
  EXPECT_TRUE(colored({"--color=auto"}, {"FORCE_COLOR=1"}));
  EXPECT_FALSE(colored({"--color=never"}, {"CLICOLOR_FORCE=1"}));
  EXPECT_FALSE(colored({"--color=never"}, {"FORCE_COLOR=1"}));
}

TEST(Screen, ColoursOnATerminalThatIsNotDumb) {
  const Workplace work;
  work.Write("a.json", kScreenedFile);
  const auto colored = [&](const std::vector<std::string>& environment) {
    return RunAtTerminal(work, {"screen", "a.json"}, {}, environment)
               .out.find('\x1b') != std::string::npos;
  };
  EXPECT_TRUE(colored({"TERM=xterm"}));
  EXPECT_FALSE(colored({"TERM=dumb"}));
  EXPECT_TRUE(colored({"TERM=dumb", "FORCE_COLOR=1"}));
  EXPECT_FALSE(colored({"TERM=xterm", "NO_COLOR=1"}));
}

// Evidence is used again from record to record; what rests on no field kept the
// place that stood there before.
TEST(Screen, GivesWhatRestsOnNoFieldNoPlaceOfAnotherRecord) {
  const Workplace work;
  const std::string samples = SIGTE_SOURCE_DIR "/samples/kortlaegning-2022";
  const auto decisions = [&](const std::string& path) {
    const std::string out =
        work.Run({"screen", "-q", "--format", "ndjson", "--rules",
                  SIGTE_SOURCE_DIR "/rules/kortlaegning-2022", path})
            .out;
    std::string of_one;
    std::istringstream lines(out);
    for (std::string line; std::getline(lines, line);) {
      if (line.find("561-esbjerg.json") != line.npos) of_one += line + "\n";
    }
    return of_one;
  };
  const std::string alone = decisions(samples + "/561-esbjerg.json");
  EXPECT_NE(alone.find("\"code\":\"K07\""), alone.npos);
  EXPECT_EQ(decisions(samples), alone);
}

// Of a text that is several fields, the one with the words is the place: not
// the first of them.
TEST(Screen, PointsAtWhatAPatternFound) {
  const Workplace work;
  work.Write("a.ndjson",
             "{\"municipality\":751,\"id\":\"1\",\"title\":\"Café\","
             "\"content\":\"Ring 300250-1234 nu\"}\n");
  const std::string out =
      work.Run({"screen", "-q", "--rules",
                SIGTE_SOURCE_DIR "/rules/kortlaegning-2022", "a.ndjson"})
          .out;
  EXPECT_NE(out.find("a.ndjson:1:61: warning: "), out.npos) << out;
  EXPECT_NE(out.find("300250-**** nu\"}\n      | " + std::string(60, ' ') +
                     "^~~~~~~~~~~\n"),
            out.npos)
      << out;
}

// Not at the answer that it is missed beside.
TEST(Screen, PointsWhereAnAnswerIsMissed) {
  const Workplace work;
  work.CopyRuleset("");
  work.Write("rules/rules.yaml",
             work.Read("rules/rules.yaml") +
                 "- rule: without_a_note\n"
                 "  code: K9\n"
                 "  kind: check\n"
                 "  effect: note\n"
                 "  title: {da: Uden note, en: Without a note}\n"
                 "  source: tests\n"
                 "  fails_when: 'cost > 5 && has(title) && !has(note)'\n"
                 "  message: {da: Noten mangler., en: The note is missing.}\n"
                 "  ask: {da: \"Mangler noten?\", en: \"Is it missing?\"}\n"
                 "  examples:\n"
                 "    - {given: {title: Zoo, cost: 9}, expect: true}\n"
                 "    - {given: {title: Zoo, cost: 1}, expect: false}\n");
  const auto told = [&](const std::string& file) {
    return LineOf(
        work.Run({"screen", "--format=concise", "--rules=rules", file}).out,
        file + ":");
  };
  work.Write("a.ndjson",
             "{\"id\":\"1\",\"club\":7,\"title\":\"Zoo\",\"cost\":10,"
             "\"target\":\"members\",\"note\":null}\n");
  EXPECT_EQ(told("a.ndjson"),
            "a.ndjson:1:70: note: 7/1: The note is missing. [K9 "
            "without_a_note]");
  work.Write("b.ndjson",
             " {\"id\":\"1\",\"club\":7,\"title\":\"Zoo\",\"cost\":10,"
             "\"target\":\"members\"}\n");
  EXPECT_EQ(told("b.ndjson"),
            "b.ndjson:1:2: note: 7/1: The note is missing. [K9 "
            "without_a_note]");
  work.Write("c.csv",
             "Club;7\nNumber;Title;Cost;Note;For\n1;Zoo;10;;members\n");
  EXPECT_EQ(
      LineOf(work.Run({"screen", "--format=concise", "--rules=rules", "c.csv"})
                 .out,
             "c.csv:3:"),
      "c.csv:3:10: note: 7/1: The note is missing. (Note) [K9 "
      "without_a_note]");
}

}  // namespace
}  // namespace sigte
