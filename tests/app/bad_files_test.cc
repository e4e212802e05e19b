// SPDX-License-Identifier: MPL-2.0

// Submissions that are no good: each fault is told whole and with its place.

#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "tests/app/bad_input.h"
#include "tests/app/program_runner.h"
#include "tests/app/report_parts.h"

namespace sigte {
namespace {

struct BadFile {
  const char* name;  ///< of the test
  const char* file;
  std::string text;
  int code;
  const char* rows;  ///< the reconciliation line
  const char* told;  ///< the section "Faults and remarks"

  friend void PrintTo(const BadFile& bad, std::ostream* out) {
    *out << bad.name;
  }
};

class BadFiles : public testing::TestWithParam<BadFile> {};

TEST_P(BadFiles, AreToldWithTheirPlace) {
  const Workplace work;
  work.Write(GetParam().file, GetParam().text);
  const ProgramRun run = work.Run({"screen", GetParam().file});
  EXPECT_EQ(run.code, GetParam().code);
  EXPECT_EQ(LineOf(run.out, "Records read:"), GetParam().rows);
  EXPECT_EQ(Section(run.out, "Faults and remarks"), GetParam().told);
  EXPECT_EQ(run.err, "");
}

INSTANTIATE_TEST_SUITE_P(
    Files, BadFiles,
    testing::Values(
        BadFile{"OtherClubThanTheFiles", "a.json",
                "{\"season\":\"2020\",\"club\":3,\"outings\":[\n"
                "{\"id\":\"1\",\"club\":4,\"title\":\"Zoo\",\"cost\":1,"
                "\"target\":\"members\"},\n"
                "{\"id\":\"2\",\"club\":3,\"title\":\"Sea\",\"cost\":1,"
                "\"target\":\"members\"}]}\n",
                1, kOneGoodOneInvalid,
                "a.json:2:18: error: 'club' is 4 here, but 3 for the whole "
                "file [D175 differs-from-file]\n"
                "    2 | "
                "{\"id\":\"1\",\"club\":4,\"title\":\"Zoo\",\"cost\":1,"
                "\"target\":\"members\"},\n"
                "      |                  ^\n"
                "      = record: 4/1\n"
                "      = help: correct one of them, or remove the field from "
                "the record if the file's holds\n"
                "      = more: sigte explain D175\n"},
        BadFile{
            "NotJson", "a.json", "hello there\n", 2, kNoRows,
            "a.json:1:1: error: 'hello' is not a value [D112 unknown-word]\n"
            "    1 | hello there\n"
            "      | ^~~~~\n"
            "      = help: write true, false or null in small letters, or put "
            "text in double quotes\n"
            "      = more: sigte explain D112\n"},
        // A JSON text sequence (RFC 7464).
        BadFile{
            "RecordSeparator", "a.ndjson", std::string(kGood) + "\x1E" + kGood,
            1, kOneGoodOneInvalid,
            "a.ndjson:2:1: error: the character U+001E, which cannot be "
            "seen, stands outside a string [D128 unseen-character]\n"
            "    2 | \uFFFD{\"id\":\"9\",\"club\":3,\"title\":\"Zoo\","
            "\"cost\":1,\"target\":\"members\"}\n"
            "      | ^\n"
            "      = help: remove the character; where U+001E stands before "
            "each record, the file is a JSON text\n"
            "      sequence (RFC 7464): save it as NDJSON\n"
            "      = more: sigte explain D128\n"},
        BadFile{"NotUtf8", "a.json",
                "{\"season\":\"2020\",\"club\":1,\"outings\":[{\"id\":\"1\","
                "\"title\":\"Z\xFFo\",\"cost\":1}]}\n",
                2, kNoRows,
                "a.json:1:58: error: the byte FF is not UTF-8 [D113 not-utf8]\n"
                "    1 | "
                "{\"season\":\"2020\",\"club\":1,\"outings\":[{\"id\":\"1\","
                "\"title\":\"Z�o\",\"cost\":1}]}\n"
                "      |                                                       "
                "   ^\n"
                "      = help: save the file as UTF-8\n"
                "      = more: sigte explain D113\n"},
        BadFile{"Utf16", "a.ndjson", std::string("\xFF\xFE{\0\n\0{\0\n\0", 10),
                2, kNoRows,
                "a.ndjson:1:1: error: the file is saved as UTF-16 "
                "[D122 utf-16]\n"
                "      = help: save the file as UTF-8\n"
                "      = more: sigte explain D122\n"},
        BadFile{"ListWithoutRecords", "a.json", "[]\n", 2, kNoRows,
                "a.json:1:1: error: the list is empty, and nothing says whose "
                "answer it is [D173 nobodys-list]\n"
                "    1 | []\n"
                "      | ^~\n"
                "      = help: write it in an object: {\"club\": \u2026, "
                "\"outings\": []}\n"
                "      = more: sigte explain D173\n"},
        BadFile{
            "ListInAStreamsFile", "a.ndjson",
            "[\n{\"id\":\"1\",\"club\":4,\"title\":\"Zoo\",\"cost\":1,"
            "\"target\":\"members\"},\n"
            "{\"id\":\"2\",\"title\":\"Sea\",\"cost\":1,"
            "\"target\":\"members\"}\n]\n",
            1, kOneGoodOneInvalid,
            "a.ndjson:3:1: error: the record lacks the field 'club' "
            "[D164 no-group]\n"
            "    3 | "
            "{\"id\":\"2\",\"title\":\"Sea\",\"cost\":1,"
            "\"target\":\"members\"}\n"
            "      | ^\n"
            "      = record: 2\n"
            "      = help: each record has to say whose it is where no file "
            "around it does\n"
            "      = more: sigte explain D164\n"
            "a.ndjson:1:1: note: the file's name ends in '.ndjson', but it "
            "is no such file; it was read as what it is [D339 "
            "not-what-it-is-called]\n"
            "      = help: give the file the right ending\n"
            "      = more: sigte explain D339\n"},
        BadFile{"EmptyFile", "a.json", "", 2, kNoRows,
                "a.json:1:1: error: the file is empty [D161 empty-file]\n"
                "      = help: whoever has nothing to report submits an empty "
                "list\n"
                "      = more: sigte explain D161\n"},
        BadFile{"BlankLinesOnly", "a.ndjson", "\n \r\n\n", 2, kNoRows,
                "a.ndjson:1:1: error: the file is empty [D161 empty-file]\n"
                "      = help: whoever has nothing to report submits an empty "
                "list\n"
                "      = more: sigte explain D161\n"},
        BadFile{
            "NoList", "a.json",
            "{\"season\":\"2020\",\"club\":1,\"outing\":[]}\n", 2, kNoRows,
            "a.json:1:1: error: the list of records, 'outings', is missing "
            "[D171 no-list]\n"
            "    1 | {\"season\":\"2020\",\"club\":1,\"outing\":[]}\n"
            "      | ^\n"
            "      = help: write it; whoever has nothing to report writes an "
            "empty list: []\n"
            "      = more: sigte explain D171\n"
            "a.json:1:27: error: unknown member 'outing'; did you mean "
            "'outings'? [D204 unknown-member]\n"
            "    1 | {\"season\":\"2020\",\"club\":1,\"outing\":[]}\n"
            "      |                           ^~~~~~~~\n"
            "      = help: correct the name, or remove the member\n"
            "      = more: sigte explain D204\n"},
        BadFile{"ListThatIsNone", "a.json",
                "{\"season\":\"2020\",\"club\":1,\"outings\":{}}\n", 2, kNoRows,
                "a.json:1:37: error: 'outings' must be a list but is an object "
                "[D201 wrong-type]\n"
                "    1 | {\"season\":\"2020\",\"club\":1,\"outings\":{}}\n"
                "      |                                     ^\n"
                "      = help: correct the value: write a list in square "
                "brackets: [ ]\n"
                "      = more: sigte explain D201\n"},
        BadFile{"DuplicateMember", "a.ndjson",
                std::string(kGood) + "{\"id\":\"1\",\"id\":\"2\",\"club\":3}\n",
                1, kOneGoodOneInvalid,
                "a.ndjson:2:11: error: 'id' is given twice in this object, "
                "first at 2:2 [D114 duplicate-member]\n"
                "    2 | {\"id\":\"1\",\"id\":\"2\",\"club\":3}\n"
                "      |           ^~~~\n"
                "      = help: keep only one of the two\n"
                "      = more: sigte explain D114\n"},
        BadFile{"TextAmongTheRecordsOfAClub", "a.json",
                "{\"season\":\"2020\",\"club\":3,\"outings\":[\n"
                "{\"id\":\"1\",\"title\":\"Zoo\",\"cost\":1,"
                "\"target\":\"members\"},\n"
                "\"x\"]}\n",
                1, kOneGoodOneInvalid,
                "a.json:3:1: error: number 2 of 'outings' must be an object "
                "but is the text 'x' [D201 wrong-type]\n"
                "    3 | \"x\"]}\n"
                "      | ^~~\n"
                "      = record: 3\n"
                "      = help: correct the value: write an object in curly "
                "brackets: { }\n"
                "      = more: sigte explain D201\n"},
        BadFile{"NoRecordAmongRecords", "a.ndjson",
                "[1,2]\n\n" + std::string(kGood), 1, kOneGoodOneInvalid,
                "a.ndjson:1:1: error: the content must be an object but is a "
                "list [D201 wrong-type]\n"
                "    1 | [1,2]\n"
                "      | ^\n"
                "      = help: correct the value: write an object in curly "
                "brackets: { }\n"
                "      = more: sigte explain D201\n"},
        BadFile{"MisspeltField", "a.ndjson",
                "{\"id\":\"2\",\"club\":3,\"tilte\":\"x\",\"cost\":1}\n", 1,
                kOneInvalid,
                "a.ndjson:1:1: error: 'title' (Title) is missing [D203 "
                "missing-titled-member]\n"
                "    1 | {\"id\":\"2\",\"club\":3,\"tilte\":\"x\",\"cost\":1}\n"
                "      | ^\n"
                "      = record: 3/2\n"
                "      = help: fill in the field\n"
                "      = more: sigte explain D203\n"
                "a.ndjson:1:20: error: unknown member 'tilte'; did you mean "
                "'title'? [D204 unknown-member]\n"
                "    1 | {\"id\":\"2\",\"club\":3,\"tilte\":\"x\",\"cost\":1}\n"
                "      |                    ^~~~~~~\n"
                "      = record: 3/2\n"
                "      = help: correct the name, or remove the member\n"
                "      = more: sigte explain D204\n"},
        BadFile{
            "WrongType", "a.ndjson",
            "{\"id\":\"3\",\"club\":3,\"title\":\"x\",\"cost\":[]}\n", 1,
            kOneInvalid,
            "a.ndjson:1:39: error: 'cost' must be a whole number but is a list "
            "[D201 wrong-type]\n"
            "    1 | {\"id\":\"3\",\"club\":3,\"title\":\"x\",\"cost\":[]}\n"
            "      |                                       ^\n"
            "      = record: 3/3\n"
            "      = help: correct the value: write numbers in digits alone, "
            "without quotes, words or a unit\n"
            "      = more: sigte explain D201\n"},
        BadFile{"NumberOf23Digits", "a.ndjson",
                "{\"id\":\"5\",\"club\":3,\"title\":\"x\",\"cost\":"
                "12345678901234567890123}\n",
                1, kOneInvalid,
                "a.ndjson:1:39: error: 'cost' has more digits or decimals "
                "than can be reckoned with [D168 unheld-value]\n"
                "    1 | "
                "{\"id\":\"5\",\"club\":3,\"title\":\"x\",\"cost\":"
                "12345678901234567890123}\n"
                "      |                                       "
                "^~~~~~~~~~~~~~~~~~~~~~~\n"
                "      = record: 3/5\n"
                "      = help: correct the number\n"
                "      = more: sigte explain D168\n"},
        BadFile{
            "NoGroupInAStream", "a.ndjson",
            "{\"id\":\"4\",\"title\":\"x\",\"cost\":1}\n", 1, kOneInvalid,
            "a.ndjson:1:1: error: the record lacks the field 'club' [D164 "
            "no-group]\n"
            "    1 | {\"id\":\"4\",\"title\":\"x\",\"cost\":1}\n"
            "      | ^\n"
            "      = record: 4\n"
            "      = help: each record has to say whose it is where no file "
            "around it does\n"
            "      = more: sigte explain D164\n"},
        BadFile{"ByteOrderMark", "a.ndjson",
                "\xEF\xBB\xBF" + std::string(kGood), 0,
                "Records read: 1 = 1 included + 0 left out + 0 borderline + 0 "
                "invalid",
                "a.ndjson:1:1: note: the file begins with an invisible mark "
                "(BOM), which was skipped [D160 byte-order-mark]\n"
                "      = help: save as UTF-8 without BOM where you can\n"
                "      = more: sigte explain D160\n"}),
    [](const auto& test) { return std::string(test.param.name); });

// One record that is of another kind altogether must not hide what is not told.
TEST(BadFile, WithMoreFaultsThanAreToldOfARecordSaysSo) {
  std::string members;
  for (int i = 0; i < 1500; ++i) {
    members += ",\"column" + std::to_string(i) + "\":1";
  }
  const Workplace work;
  work.Write("a.ndjson", "{\"id\":\"5\",\"club\":3" + members + "}\n");
  const ProgramRun run =
      work.Run({"screen", "--max-findings", "1", "a.ndjson"});
  EXPECT_EQ(run.code, 1);
  const std::string told = Section(run.out, "Faults and remarks");
  EXPECT_EQ(told.substr(0, told.find('\n')),
            "a.ndjson:1:1: error: the record has more faults than the 1,000 "
            "that are shown [D174 more-faults]");
  EXPECT_NE(told.find("error: 1 of 1,001 shown"), std::string::npos) << told;
}

}  // namespace
}  // namespace sigte
