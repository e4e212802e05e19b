// SPDX-License-Identifier: MPL-2.0

// What stands where a record should, or is one where a file should be: nothing
// is lost beside it, and one thing is told of it.

#include "engine/app/record_look.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/app/bad_input.h"
#include "tests/app/program_runner.h"
#include "tests/app/report_parts.h"

namespace sigte {
namespace {

constexpr const char* kTwoOutings =
    R"({"season":"2020","club":4,"outings":[{"id":"1","title":"Zoo","cost":1},)"
    R"({"id":"2","title":"Sea","cost":1}]})";

constexpr const char* kOther =
    R"({"id":"8","club":3,"title":"Sea","cost":2,"target":"members"})"
    "\n";

std::string RecordsRead(const ProgramRun& run) {
  return LineOf(run.out, "Records read:");
}

constexpr const char* kTwoGoodOneInvalid =
    "Records read: 3 = 2 included + 0 left out + 0 borderline + 1 invalid";

// As `jq -c .` writes several files: the line was taken for the whole file, and
// what follows was lost.
TEST(SubmissionOnALine, IsOneInvalidRecordWhereverItStands) {
  const std::string submission = std::string(kTwoOutings) + "\n";
  struct {
    std::string text;
    const char* line;
  } const files[] = {{submission + kGood + kOther, "1"},
                     {kGood + submission + kOther, "2"},
                     {std::string(kGood) + kOther + submission, "3"},
                     {"\n" + submission + "\n" + kGood + kOther, "2"}};
  for (const auto& file : files) {
    const Workplace work;
    work.Write("a.ndjson", file.text);
    const std::string at(file.line);
    const ProgramRun run = work.Run({"screen", "a.ndjson"});
    EXPECT_EQ(run.code, 1);
    EXPECT_EQ(RecordsRead(run), kTwoGoodOneInvalid) << at;
    EXPECT_EQ(Section(run.out, "Faults and remarks"),
              "a.ndjson:" + at +
                  ":1: error: a whole submission with a list 'outings' (2 "
                  "records) stands where one record should; they were not read "
                  "[D176 submission-for-record]\n"
                  "    " +
                  at +
                  " | {\"season\":\"2020\",\"club\":4,\"outings\":[{\"id\":"
                  "\"1\",\"title\":\"Zoo\",\"cost\":1},{\"id\":\"2\",\"title\":"
                  "\"Sea\",\"cost…\n"
                  "      | ^\n"
                  "      = record: 4\n"
                  "      = help: save each submission in a file of its own, or "
                  "write its records on a line each\n"
                  "      = more: sigte explain D176\n")
        << at;
    const ProgramRun piped = work.Run({"screen", "-"}, file.text);
    EXPECT_EQ(RecordsRead(piped), kTwoGoodOneInvalid) << at;
  }
}

TEST(SubmissionOnALine, IsToldInDanish) {
  const Workplace work;
  work.Write("a.ndjson", std::string(kTwoOutings) + "\n" + kGood);
  const ProgramRun run =
      work.Run({"screen", "--format", "concise", "--lang", "da", "a.ndjson"});
  EXPECT_EQ(LineOf(run.out, "a.ndjson:1:1:"),
            "a.ndjson:1:1: fejl: 4: her står en hel indberetning med listen "
            "'outings' (2 poster), hvor der skal stå én post; de er ikke læst "
            "[D176 submission-for-record]");
}

// The first block of what is read ends within or behind such a line.
TEST(SubmissionOnALine, MayBeLongerThanABlock) {
  std::string submission = R"({"season":"2020","club":4,"outings":[)";
  for (int i = 0; i < 5'000; ++i) {
    submission += R"({"id":"1","title":"Zoo","cost":1},)";
  }
  submission.back() = ']';
  submission += "}\n";
  const Workplace work;
  for (const char* name : {"a.ndjson", "a.json"}) {
    work.Write(name, submission + kGood + kOther);
    EXPECT_EQ(RecordsRead(work.Run({"screen", name})), kTwoGoodOneInvalid);
    work.Write(name, submission);  // alone it is what it is
    EXPECT_EQ(RecordsRead(work.Run({"screen", name})).substr(0, 19),
              "Records read: 5,000");
  }
}

// A line that is too long comes right behind one that fills the block.
TEST(SubmissionOnALine, LosesNoLineThatIsTooLong) {
  const std::string title(100'000, 'x');
  const std::string longest(17 << 20, 'x');
  const Workplace work;
  work.Write("a.ndjson", R"({"id":"1","club":3,"cost":1,"title":")" + title +
                             "\"}\n\"" + longest + "\"\n" + kGood);
  const ProgramRun run = work.Run({"screen", "a.ndjson"});
  EXPECT_EQ(RecordsRead(run).substr(0, 15), "Records read: 3");
  EXPECT_NE(run.out.find("a.ndjson:2:1: error: "), run.out.npos);
  EXPECT_NE(run.out.find("[D163 line-too-long]"), run.out.npos);
}

// What a submission on a line holds is counted in no group either.
TEST(SubmissionOnALine, IsNotComparedWithRecords) {
  const Workplace work;
  work.Write("a.json", "[" + std::string(kTwoOutings) + "," + kGood + "]");
  const ProgramRun run = work.Run({"screen", "--format", "concise", "a.json"});
  EXPECT_EQ(run.out,
            "a.json:1:2: error: 4: a whole submission with a list 'outings' (2 "
            "records) stands where one record should; they were not read [D176 "
            "submission-for-record]\n" +
                std::string(kOneGoodOneInvalid) + "\n");
}

// The same bytes are the same record under any name, on one line or on many.
TEST(RecordAlone, IsReadUnderAnyName) {
  const std::string one_line(kGood);
  const std::string many_lines =
      "{\n  \"id\": \"9\",\n  \"club\": 3,\n  \"title\": \"Zoo\",\n"
      "  \"cost\": 1,\n  \"target\": \"members\"\n}\n";
  constexpr const char* kOneGood =
      "Records read: 1 = 1 included + 0 left out + 0 borderline + 0 invalid";
  for (const std::string& text : {one_line, many_lines}) {
    const Workplace work;
    for (const char* name : {"a.json", "a.ndjson", "a"}) {
      work.Write(name, text);
      const ProgramRun run = work.Run({"screen", name});
      EXPECT_EQ(run.code, 0) << name << text << run.out;
      EXPECT_EQ(RecordsRead(run), kOneGood) << name << text;
    }
    EXPECT_EQ(RecordsRead(work.Run({"screen", "-"}, text)), kOneGood) << text;
  }
}

TEST(RecordAlone, HasItsOwnFaultsOnly) {
  const Workplace work;
  work.Write("a.json", R"({"id":"9","title":"Zoo","cost":"x"})");
  const ProgramRun run = work.Run({"screen", "--format", "concise", "a.json"});
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(run.out,
            "a.json:1:32: error: 9: 'cost' must be a whole number but is the "
            "text 'x' [D201 wrong-type]\n"
            "a.json:1:1: error: 9: the record lacks the field 'club' [D164 "
            "no-group]\n" +
                std::string(kOneInvalid) + "\n");
}

// A list under a wrong name may hold a great deal.
TEST(RecordAlone, IsNoSubmissionThatLostItsList) {
  const Workplace work;
  work.Write(
      "a.json",
      R"({"season":"2020","club":3,"title":"Ours","trips":[{"id":"1"}]})");
  const ProgramRun run = work.Run({"screen", "a.json"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(RecordsRead(run), kNoRows);
  EXPECT_NE(run.out.find("[D171 no-list]"), run.out.npos) << run.out;
}

TEST(OwnOutput, IsToldOnceOfAFile) {
  const Workplace work;
  std::string records;
  for (int i = 0; i < 3; ++i) {
    records += R"({"id":")" + std::to_string(i) +
               R"(","club":3,"title":"Zoo )" + std::to_string(i) +
               R"(","cost":1,"target":"members"})"
               "\n";
  }
  work.Write("d/a.ndjson", records);
  ASSERT_EQ(work.Run({"screen", "-o", "d/out.ndjson", "d"}).code, 0);
  const ProgramRun again =
      work.Run({"screen", "-q", "-o", "d/out.ndjson", "d"});
  EXPECT_EQ(again.code, 2);
  EXPECT_EQ(again.err,
            "error: 'd/out.ndjson' is one of the files that are read, and is "
            "not overwritten [W111 output-is-input]\n"
            "      = help: if it is a file that sigte wrote last time, put the "
            "result outside the folder that is read; else choose another name "
            "with -o\n"
            "      = more: sigte explain W111\n");
  const ProgramRun run = work.Run({"screen", "d"});
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(RecordsRead(run),
            "Records read: 6 = 3 included + 0 left out + 0 borderline + 3 "
            "invalid");
  EXPECT_EQ(
      Section(run.out, "Faults and remarks"),
      "d/out.ndjson:1:1: error: this is what sigte itself wrote, and no "
      "submission [D177 own-output]\n"
      "    1 | {\"id\":\"0\",\"club\":3,\"file\":\"d/a.ndjson\",\"line\":1,"
      "\"verdict\":\"include\",\"scope\":\"include\",\"reasons\":[{\"r…\n"
      "      | ^\n"
      "      = help: take the file out of what is read, and put results (-o) "
      "elsewhere\n"
      "      = more: sigte explain D177\n");
  EXPECT_EQ(LineOf(work.Run({"screen", "--format", "concise", "d"}).out,
                   "d/out.ndjson"),
            "d/out.ndjson:1:1: error: this is what sigte itself wrote, and no "
            "submission [D177 own-output]");
}

// What was decided of a record is no second record of its id.
TEST(OwnOutput, IsNotComparedWithRecords) {
  const Workplace work;
  work.Write("d/a.ndjson", kGood);
  ASSERT_EQ(work.Run({"screen", "-o", "d/b.ndjson", "d"}).code, 0);
  const ProgramRun run =
      work.Run({"screen", "-q", "--format", "ndjson", "d/a.ndjson"});
  const ProgramRun both = work.Run({"screen", "-q", "--format", "ndjson", "d"});
  EXPECT_EQ(both.out.substr(0, run.out.size()), run.out);
}

TEST(OwnOutput, IsKnownAmongRecordsAndAsADocument) {
  const Workplace work;
  work.Write("a.ndjson", kGood);
  ASSERT_EQ(work.Run({"screen", "-q", "-o", "out.ndjson", "-o", "out.json",
                      "a.ndjson"})
                .code,
            0);
  work.Write("b.ndjson", kGood + work.Read("out.ndjson"));
  EXPECT_EQ(work.Run({"screen", "--format", "concise", "b.ndjson"}).out,
            "b.ndjson:2:1: error: this is what sigte itself wrote, and no "
            "submission [D177 own-output]\n" +
                std::string(kOneGoodOneInvalid) + "\n");
  const ProgramRun document =
      work.Run({"screen", "--format", "concise", "out.json"});
  EXPECT_EQ(document.code, 2);
  EXPECT_EQ(LineOf(document.out, "out.json:1:1:"),
            "out.json:1:1: error: this is what sigte itself wrote, and no "
            "submission [D177 own-output]");
}

// As old Macs end lines, and as CSV takes them: three records were one.
TEST(ReturnsAlone, EndLinesOfAStream) {
  std::string text;
  for (int i = 1; i < 4; ++i) {
    text += R"({"id":")" + std::to_string(i) + R"(","club":3,"title":"Trip )" +
            std::to_string(i) + R"(","cost":)" +
            (i == 3 ? std::string("[]") : std::string("1")) +
            R"(,"target":"members"})"
            "\r";
  }
  const Workplace work;
  for (const std::string& ended : {text, text.substr(0, text.size() - 1)}) {
    work.Write("a.ndjson", ended);
    const ProgramRun run =
        work.Run({"screen", "--format", "concise", "a.ndjson"});
    EXPECT_EQ(run.out,
              "a.ndjson:3:44: error: 3/3: 'cost' must be a whole number but is "
              "a list [D201 wrong-type]\n" +
                  std::string(kTwoGoodOneInvalid) + "\n");
  }
}

}  // namespace
}  // namespace sigte
