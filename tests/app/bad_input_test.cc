// SPDX-License-Identifier: MPL-2.0

// What happens to submissions that are no good: nothing else is lost, and the
// counts add up.

#include "tests/app/bad_input.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <string>
#include <thread>

#include "tests/app/program_runner.h"
#include "tests/app/report_parts.h"

namespace sigte {
namespace {

TEST(BadInput, NestingWithoutEndIsOneInvalidRecord) {
  const Workplace work;
  work.Write("a.ndjson", "{\"id\":" + std::string(100'000, '[') + "\n" + kGood);
  const ProgramRun run = work.Run({"screen", "a.ndjson"});
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(LineOf(run.out, "Records read:"), kOneGoodOneInvalid);
  EXPECT_EQ(LineOf(run.out, "a.ndjson:1:"),
            "a.ndjson:1:262: error: more than 256 levels of lists and objects "
            "within each other [D115 too-deep]");
}

TEST(BadInput, AFileThatIsNotThereLeavesTheOthersWhole) {
  const Workplace work;
  work.Write("good.ndjson", kGood);
  const ProgramRun run = work.Run({"screen", "gone.json", "good.ndjson"});
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(LineOf(run.out, "Records read:"),
            "Records read: 1 = 1 included + 0 left out + 0 borderline + 0 "
            "invalid");
  EXPECT_EQ(LineOf(run.out, "gone.json"),
            "gone.json could not be read, or not to its end; records not read "
            "are not counted");
  EXPECT_EQ(Section(run.out, "Faults and remarks"),
            "gone.json:1:1: error: 'gone.json' cannot be read: there is no "
            "file or folder of that name [A110 unreadable-file]\n"
            "      = help: look at the name, the folder and the permissions\n"
            "      = more: sigte explain A110\n");
  EXPECT_EQ(work.Run({"screen", "gone.json"}).code, 2);
}

// A list that cannot be found is no empty list.
TEST(BadInput, AFileWhoseRecordsAreLostIsCountedAsOneThatCannotBeRead) {
  const Workplace work;
  work.Write("good.ndjson", kGood);
  for (const char* lost : {R"({"season":"2020","club":3,"measures":[{}]})",
                           R"({"season":"2020","club":3,"outings":null})",
                           R"({"season":"2020","club":3,"outings":{"id":"1"}})",
                           R"({"season":"2020","club":3})"}) {
    work.Write("lost.json", lost);
    const ProgramRun both = work.Run({"screen", "lost.json", "good.ndjson"});
    EXPECT_EQ(both.code, 1) << lost;
    EXPECT_EQ(LineOf(both.out, "lost.json"),
              "lost.json could not be read, or not to its end; records not "
              "read are not counted")
        << lost;
    const ProgramRun alone =
        work.Run({"screen", "--format", "ndjson", "lost.json"});
    EXPECT_EQ(alone.code, 2) << lost;
    EXPECT_EQ(alone.out, "") << lost;
    EXPECT_EQ(LineOf(alone.err, "records read:"),
              "records read: 0 = 0 included + 0 left out + 0 borderline + 0 "
              "invalid; files that could not be read: 1")
        << lost;
  }
  work.Write("none.json", R"({"season":"2020","club":3,"outings":[]})");
  EXPECT_EQ(work.Run({"screen", "none.json"}).code, 0);
}

// Nobody tells more of a file than its findings where decisions are for
// machines.
TEST(BadInput, WhatToDoIsToldOfAFileInEveryFormat) {
  const Workplace work;
  work.Write("a.json", "{\"season\":\"2020\",\"club\":1}");
  EXPECT_EQ(work.Run({"screen", "--format", "ndjson", "-q", "a.json"}).err,
            "a.json:1:1: error: the list of records, 'outings', is missing "
            "[D171 no-list]\n"
            "    1 | {\"season\":\"2020\",\"club\":1}\n"
            "      | ^\n"
            "      = help: write it; whoever has nothing to report writes an "
            "empty list: []\n");
  work.Write("b.json", "{'season':1}");
  EXPECT_NE(work.Run({"screen", "--format", "ndjson", "-q", "b.json"})
                .err.find("      = help: "),
            std::string::npos);
}

TEST(BadInput, AWrongGroupIsToldOfTheFileAndMakesItsRecordsInvalid) {
  const Workplace work;
  work.Write("a.json",
             "{\"season\":\"2020\",\"club\":1000,\"outings\":[\n"
             "{\"id\":\"1\",\"title\":\"Zoo\",\"cost\":1},\n"
             "{\"id\":\"2\",\"title\":\"Sea\",\"cost\":1}]}\n");
  const ProgramRun run =
      work.Run({"screen", "--format", "ndjson", "-q", "a.json"});
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(run.err,
            "a.json:1:25: error: 'club' is 1000 but may be at most 999 [D208 "
            "too-large]\n"
            "    1 | {\"season\":\"2020\",\"club\":1000,\"outings\":[\n"
            "      |                         ^~~~\n"
            "      = help: correct the number; look at its unit and decimal "
            "point\n");
  std::size_t invalid = 0;
  for (std::size_t at = run.out.find("\"verdict\":\"invalid\"");
       at != std::string::npos;
       at = run.out.find("\"verdict\":\"invalid\"", at + 1)) {
    ++invalid;
  }
  EXPECT_EQ(invalid, 2u);
}

// One slip breaks several keywords of the schema.
TEST(BadInput, AValueOfTheWrongTypeIsToldOnce) {
  const Workplace work;
  work.Write("a.ndjson",
             "{\"id\":\"1\",\"club\":3,\"title\":\"Zoo\",\"cost\":1,"
             "\"target\":7}\n");
  EXPECT_EQ(work.Run({"screen", "--format", "concise", "a.ndjson"}).out,
            "a.ndjson:1:52: error: 3/1: 'target' must be a text or null but is "
            "the number 7 [D201 wrong-type]\n"
            "Records read: 1 = 0 included + 0 left out + 0 borderline + 1 "
            "invalid\n");
}

TEST(BadInput, AMemberTooManyIsNoFaultOfTheRecords) {
  const Workplace work;
  work.Write("a.json",
             "{\"season\":\"2020\",\"club\":1,\"weather\":1,\"outings\":[\n"
             "{\"id\":\"1\",\"title\":\"Zoo\",\"cost\":1,"
             "\"target\":\"members\"}]}\n");
  const ProgramRun run = work.Run({"screen", "a.json"});
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(LineOf(run.out, "Records read:"),
            "Records read: 1 = 1 included + 0 left out + 0 borderline + 0 "
            "invalid");
}

// What should have filled it may have failed: no silence is taken for "none".
TEST(BadInput, AnEmptyPipeIsAnEmptyFile) {
  const Workplace work;
  for (const char* nothing : {"", "\n \n"}) {
    const ProgramRun run = work.Run({"screen", "-"}, nothing);
    EXPECT_EQ(run.code, 2);
    EXPECT_EQ(Section(run.out, "Faults and remarks"),
              "<stdin>:1:1: error: the file is empty [D161 empty-file]\n"
              "      = help: whoever has nothing to report submits an empty "
              "list\n"
              "      = more: sigte explain D161\n");
  }
}

// Groups ask for all records before the first is decided, and a pipe under a
// name can be read no more often than standard input.
TEST(BadInput, APipeWithANameIsReadAsAFileIs) {
  const Workplace work;
  const std::string record =
      "{\"id\":\"1\",\"club\":7,\"title\":\"Zoo\",\"cost\":1,"
      "\"target\":\"members\"}\n";
  EXPECT_EQ(
      LineOf(work.Run({"screen", "/dev/stdin"}, record).out, "Records read:"),
      "Records read: 1 = 1 included + 0 left out + 0 borderline + 0 "
      "invalid");
  const std::string pipe = (work.folder() / "pipe.ndjson").string();
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  std::thread writer([&] {
    std::ofstream out(pipe);
    out << record << record;
  });
  const ProgramRun run = work.Run({"screen", "pipe.ndjson"});
  writer.join();
  EXPECT_EQ(LineOf(run.out, "Records read:").substr(0, 15), "Records read: 2");
  EXPECT_EQ(work.Run({"screen", "/dev/null"}).code, 2);
}

TEST(BadInput, AnEmptyListIsAnAnswer) {
  const Workplace work;
  work.Write("a.json", R"({"season":"2020","club":1,"outings":[]})");
  const ProgramRun run = work.Run({"screen", "a.json"});
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(LineOf(run.out, "Records read:"), kNoRows);
}

TEST(BadInput, AFolderWithoutSubmissionsCannotBeScreened) {
  const Workplace work;
  work.Write("sub/readme.txt", "hello");
  const ProgramRun run = work.Run({"screen", "sub"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(Section(run.out, "Faults and remarks"),
            "sub:1:1: error: the folder 'sub' has no file that ends in .json, "
            ".ndjson, .jsonl, .csv, .tsv or .xlsx [A111 empty-folder]\n"
            "      = help: name the right folder, or give the files one of "
            "these endings\n"
            "      = more: sigte explain A111\n");
  EXPECT_EQ(work.Run({"screen", "-q", "--format", "ndjson", "sub"}).err,
            "error: the folder 'sub' has no file that ends in .json, .ndjson, "
            ".jsonl, .csv, .tsv or .xlsx [A111 empty-folder]\n"
            "      = help: name the right folder, or give the files one of "
            "these endings\n"
            "      = more: sigte explain A111\n");
}

TEST(BadInput, NothingASubmitterWroteSteersTheTerminal) {
  const Workplace work;
  work.Write("a.ndjson",
             "{\"id\":\"\\u001b[31m\",\"club\":3,\"title\":\"\\u202Ex\","
             "\"cost\":1}\n");
  const ProgramRun run = work.Run({"screen", "a.ndjson"});
  EXPECT_EQ(run.out.find('\x1b'), std::string::npos);
  EXPECT_EQ(run.out.find("\xE2\x80\xAE"), std::string::npos);
}

// What begins with an open bracket could be a list or an object of many lines.
TEST(BadInput, ABrokenFirstLineTakesNoOtherWithIt) {
  const std::string deep(100'000, '[');
  for (const std::string& first :
       {std::string("["), std::string("{"), std::string("[1,"),
        std::string("[{\"id\":\"1\""), deep,
        deep + std::string(100'000, ']')}) {
    const Workplace work;
    work.Write("a.ndjson", first + "\n" + kGood);
    const ProgramRun run = work.Run({"screen", "a.ndjson"});
    EXPECT_EQ(run.code, 1) << first.substr(0, 20);
    EXPECT_EQ(LineOf(run.out, "Records read:"), kOneGoodOneInvalid)
        << first.substr(0, 20);
  }
}

TEST(BadInput, AListUnderAStreamsNameMayBreakItsLinesAnywhere) {
  const std::string record(kGood);
  for (const std::string& text :
       {"[\n" + record + "]\n", "[\n" + record + "\n  ]",
        "[" + record + "]\n"}) {
    const Workplace work;
    work.Write("a.ndjson", text);
    const ProgramRun run = work.Run({"screen", "a.ndjson"});
    EXPECT_EQ(run.code, 0) << text;
    EXPECT_EQ(
        LineOf(run.out, "Records read:"),
        "Records read: 1 = 1 included + 0 left out + 0 borderline + 0 invalid")
        << text;
  }
}

}  // namespace
}  // namespace sigte
