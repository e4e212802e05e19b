// SPDX-License-Identifier: MPL-2.0

#include "engine/read/json_reader.h"

#include <ostream>
#include <string>

#include "gtest/gtest.h"

namespace sigte {
namespace {

/// The document as compact text: numbers as written, strings unescaped.
std::string Dump(const Document& d, NodeIndex i) {
  const Node& node = d[i];
  std::string out;
  switch (node.kind) {
    case NodeKind::kNull: return "null";
    case NodeKind::kBool: return node.boolean ? "true" : "false";
    case NodeKind::kNumber: return std::string(node.text);
    case NodeKind::kString: return "<" + std::string(node.text) + ">";
    case NodeKind::kArray:
      for (NodeIndex at = i + 1; at < node.next; at = d[at].next) {
        out += (out.empty() ? "" : " ") + Dump(d, at);
      }
      return "[" + out + "]#" + std::to_string(node.count);
    case NodeKind::kObject: break;
  }
  for (NodeIndex at = i + 1; at < node.next; at = d[at + 1].next) {
    out += (out.empty() ? "" : " ") + Dump(d, at) + "=" + Dump(d, at + 1);
  }
  return "{" + out + "}#" + std::to_string(node.count);
}

/// Reads `json` as "r.json": its dump, or its issues as the user reads them.
std::string Read(const std::string& json) {
  const Source source("r.json", json);
  const PaddedText text(json);
  JsonReader reader;
  Document document;
  IssueList issues;
  const bool read = reader.Read(text.text(), &source, 0, &document, &issues);
  EXPECT_EQ(read, issues.empty());
  if (read) return Dump(document, Document::kRoot);
  EXPECT_EQ(issues.issues().size(), 1u);
  return Format(issues.issues()[0], Lang::kEn);
}

TEST(JsonReader, ReadsEveryKindOfValue) {
  EXPECT_EQ(Read(R"( {"a": [1, -0.50e+2, true, false, null], "b": {},
                      "c": [], "d": "x"} )"),
            "{<a>=[1 -0.50e+2 true false null]#5 <b>={}#0 <c>=[]#0 "
            "<d>=<x>}#4");
  EXPECT_EQ(Read("7"), "7");
  EXPECT_EQ(Read("\"\""), "<>");
  EXPECT_EQ(Read("\t[[[]]]\r\n"), "[[[]#0]#1]#1");
}

TEST(JsonReader, KeepsNumbersAsTheyAreWritten) {
  EXPECT_EQ(Read("[-0, 1.10, 1e400, 12345678901234567890123]"),
            "[-0 1.10 1e400 12345678901234567890123]#4");
}

TEST(JsonReader, UnescapesStrings) {
  EXPECT_EQ(Read(R"(["a\"\\\/\b\f\n\r\t", "\u00e6\u20AC", "\ud83d\ude00"])"),
            "[<a\"\\/\b\f\n\r\t> <æ€> <\U0001F600>]#3");
  EXPECT_EQ(Read(R"({"\u0061": "no escape", "b\\": 1})"),
            "{<a>=<no escape> <b\\>=1}#2");
  EXPECT_EQ(Read("\"\\u0000\""), std::string("<\0>", 3));
}

TEST(JsonReader, LeavesTextWithoutEscapesWhereItIs) {
  const PaddedText text(R"({"a": "plain", "b": "esc\t"})");
  JsonReader reader;
  Document document;
  IssueList issues;
  ASSERT_TRUE(reader.Read(text.text(), nullptr, 0, &document, &issues));
  EXPECT_EQ(document[2].text.data(), text.text().data() + 7);
}

TEST(JsonReader, PointsAtTheFault) {
  EXPECT_EQ(Read("{\"a\": 1,\n \"b\" 2}"),
            "r.json:2:6: error: expected ':' after the member's name, not '2' "
            "[D109 colon-expected]\n"
            "    2 |  \"b\" 2}\n"
            "      |      ^\n");
}

TEST(JsonReader, NamesBothPlacesOfAMemberGivenTwice) {
  EXPECT_EQ(Read("{\"a\": 1,\n \"\\u0061\": 2}"),
            "r.json:2:2: error: 'a' is given twice in this object, first at "
            "1:2 [D114 duplicate-member]\n"
            "    2 |  \"\\u0061\": 2}\n"
            "      |  ^~~~~~~~\n"
            "      = help: keep only one of the two\n");
}

TEST(JsonReader, SaysWhatIsNeverClosed) {
  EXPECT_EQ(Read("[1,\n {\"a\": [2"),
            "r.json:2:10: error: the text ends before the ']' of the list "
            "that begins at 2:8 [D105 ends-within-array]\n"
            "    2 |  {\"a\": [2\n"
            "      |          ^\n");
}

struct BadJson {
  const char* name;
  std::string text;
  const char* expected;

  friend void PrintTo(const BadJson& bad, std::ostream* out) {
    *out << bad.name;
  }
};

class JsonReaderRefuses : public testing::TestWithParam<BadJson> {};

TEST_P(JsonReaderRefuses, SayingWhatWasExpected) {
  const std::string said = Read(GetParam().text);
  EXPECT_EQ(said.substr(0, said.find('\n')),
            std::string("r.json:") + GetParam().expected);
}

using namespace std::string_literals;  // texts with NUL

INSTANTIATE_TEST_SUITE_P(
    Texts, JsonReaderRefuses,
    testing::Values(
        BadJson{"Empty", "",
                "1:1: error: there is nothing here; a JSON value was expected "
                "[D101 empty-text]"},
        BadJson{"Blank", " \n\t",
                "1:1: error: there is nothing here; a JSON value was expected "
                "[D101 empty-text]"},
        BadJson{"ByteOrderMarkInside", "[1, \xEF\xBB\xBF 2]",
                "1:5: error: a byte order mark in the middle of the text "
                "[D120 byte-order-mark]"},
        BadJson{"ByteOrderMarkFirst", "\xEF\xBB\xBF{}",
                "1:1: error: a byte order mark in the middle of the text "
                "[D120 byte-order-mark]"},
        BadJson{"TrailingCommaInList", "[1, 2,]",
                "1:6: error: nothing stands between this comma and ']' "
                "[D110 trailing-comma]"},
        BadJson{"TrailingCommaInObject", "{\"a\":1, }",
                "1:7: error: nothing stands between this comma and '}' "
                "[D110 trailing-comma]"},
        BadJson{"TextAfterValue", "{\"a\":1} xx",
                "1:9: error: 'xx' stands after the value; the text should end "
                "there [D116 text-after-value]"},
        BadJson{"TwoValues", "{\"a\":1} {\"b\":2}",
                "1:9: error: '{' stands after the value; the text should end "
                "there [D116 text-after-value]"},
        BadJson{"CommaMissing", "[1 2]",
                "1:4: error: expected ',' or ']' after an element, not '2' "
                "[D107 comma-or-bracket]"},
        BadJson{"CommaMissingInObject", "{\"a\":1 \"b\":2}",
                "1:8: error: expected ',' or '}' after a member, not '\"' "
                "[D106 comma-or-brace]"},
        BadJson{"WrongBracket", "[1}",
                "1:3: error: expected ',' or ']' after an element, not '}' "
                "[D107 comma-or-bracket]"},
        BadJson{"NoName", "{1: 2}",
                "1:2: error: expected a member's name in double quotes, not "
                "'1' [D108 name-expected]"},
        BadJson{"SingleQuotes", "{'a': 2}",
                "1:2: error: expected a member's name in double quotes, not "
                "''a'' [D108 name-expected]"},
        BadJson{"NoValue", "{\"a\": }",
                "1:7: error: a value was expected here, not '}' "
                "[D102 value-expected]"},
        BadJson{"CapitalWord", "[True]",
                "1:2: error: 'True' is not a value [D112 unknown-word]"},
        BadJson{"LongerWord", "[nullx]",
                "1:2: error: 'nullx' is not a value [D112 unknown-word]"},
        BadJson{"LeadingZero", "[01]",
                "1:2: error: '01' is not a number [D111 bad-number]"},
        BadJson{"NothingAfterPoint", "[1.]",
                "1:2: error: '1.' is not a number [D111 bad-number]"},
        BadJson{"Plus", "[+1]",
                "1:2: error: '+1' is not a number [D111 bad-number]"},
        BadJson{"Hex", "[0x1]",
                "1:2: error: '0x1' is not a number [D111 bad-number]"},
        BadJson{"NoExponent", "1e",
                "1:1: error: '1e' is not a number [D111 bad-number]"},
        BadJson{"Minus", "-",
                "1:1: error: '-' is not a number [D111 bad-number]"},
        BadJson{"OpenString", "{\"a\": \"b}",
                "1:10: error: the text ends within a string that begins at "
                "1:7 [D103 ends-within-string]"},
        BadJson{"OpenObject", "{\"a\"",
                "1:5: error: the text ends before the '}' of the object that "
                "begins at 1:1 [D104 ends-within-object]"},
        BadJson{"NulInString", "\"a\0b\""s,
                "1:3: error: the control character U+0000 within a string "
                "[D117 control-character]"},
        BadJson{"LineBreakInString", "\"a\nb\"",
                "1:3: error: the line ends within a string that begins at 1:1 "
                "[D124 line-ends-within-string]"},
        BadJson{"TabInString", "\"a\tb\"",
                "1:3: error: the control character U+0009 within a string "
                "[D117 control-character]"},
        BadJson{"RecordSeparator", "\x1E{}",
                "1:1: error: the character U+001E, which cannot be seen, "
                "stands outside a string [D128 unseen-character]"},
        BadJson{"NulBehind", "{}\n\0\0"s,
                "2:1: error: the character U+0000, which cannot be seen, "
                "stands outside a string [D128 unseen-character]"},
        BadJson{"NoBreakSpace", "{\"a\":\u00A01}",
                "1:6: error: the character U+00A0, which cannot be seen, "
                "stands outside a string [D128 unseen-character]"},
        BadJson{"NoWidth", "{\"a\"\u200B: 1}",
                "1:5: error: the character U+200B, which cannot be seen, "
                "stands outside a string [D128 unseen-character]"},
        BadJson{"UnseenInAWord", "[tru\x1F\u202Ee]",
                "1:2: error: 'tru<U+001F><U+202E>e' is not a value "
                "[D112 unknown-word]"},
        BadJson{"UnseenInAName", "{\"a\u200B\":1,\"a\u200B\":2}",
                "1:9: error: 'a<U+200B>' is given twice in this object, first "
                "at 1:2 [D114 duplicate-member]"},
        BadJson{"LineComment", "{ // a\n}",
                "1:3: error: JSON has no comments [D123 comment]"},
        BadJson{"BlockComment", "[1, /* 2 */ 3]",
                "1:5: error: JSON has no comments [D123 comment]"},
        BadJson{"HashComment", "# a\n[]",
                "1:1: error: JSON has no comments [D123 comment]"},
        BadJson{"QuoteMissing", "{\"a\": \"x, \"b\": 1}",
                "1:12: error: the string that begins at 1:7 ends right before "
                "'b' [D125 quote-left-open]"},
        BadJson{"QuoteMissingAfterName", "{\"a: \"x\"}",
                "1:7: error: the string that begins at 1:2 ends right before "
                "'x' [D125 quote-left-open]"},
        BadJson{"QuotesWithinAString", "[\"a \"b\" c\"]",
                "1:6: error: the string that begins at 1:2 ends right before "
                "'b' [D125 quote-left-open]"},
        BadJson{"DecimalComma", "{\"a\": -12,50}",
                "1:7: error: decimals are written with a point "
                "[D126 decimal-comma]"},
        BadJson{"BlankBetweenThousands", "{\"a\": 1 250}",
                "1:7: error: numbers are written without blanks "
                "[D127 blank-in-number]"},
        BadJson{"Utf16", std::string("{\0\"\0a\0", 6),
                "1:1: error: the file is saved as UTF-16 [D122 utf-16]"},
        BadJson{"Utf16WithItsMark", "\xFE\xFF",
                "1:1: error: the file is saved as UTF-16 [D122 utf-16]"},
        BadJson{"LoneHighSurrogate", "\"\\ud800\"",
                "1:2: error: '\\ud800' is only half of a character "
                "[D118 lone-surrogate]"},
        BadJson{"LoneLowSurrogate", "\"x\\uDC00\"",
                "1:3: error: '\\uDC00' is only half of a character "
                "[D118 lone-surrogate]"},
        BadJson{"TwoHighSurrogates", "\"\\ud800\\ud800\"",
                "1:2: error: '\\ud800' is only half of a character "
                "[D118 lone-surrogate]"},
        BadJson{"BadEscape", "\"C:\\data\"",
                "1:4: error: '\\d' is no escape that a string may hold "
                "[D119 bad-escape]"},
        BadJson{"ShortUnicodeEscape", "\"\\u12\"",
                "1:2: error: '\\u12' is no escape that a string may hold "
                "[D119 bad-escape]"},
        BadJson{"OverlongUtf8", "\"\xC0\xAF\"",
                "1:2: error: the byte C0 is not UTF-8 [D113 not-utf8]"},
        BadJson{"Latin1", "{\"title\": \"Caf\xE9\"}",
                "1:15: error: the byte E9 is not UTF-8 [D113 not-utf8]"},
        BadJson{"EncodedSurrogate", "\"\xED\xA0\x80\"",
                "1:2: error: the byte ED is not UTF-8 [D113 not-utf8]"},
        BadJson{"BadByteOutside", "[\xFF]",
                "1:2: error: the byte FF is not UTF-8 [D113 not-utf8]"},
        BadJson{"DuplicateMember", "{\"a\":1,\"a\":2}",
                "1:8: error: 'a' is given twice in this object, first at 1:2 "
                "[D114 duplicate-member]"},
        BadJson{"TooDeep", std::string(100000, '['),
                "1:257: error: more than 256 levels of lists and objects "
                "within each other [D115 too-deep]"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(JsonReader, ReadsTheDeepestNestingThatIsAllowed) {
  const std::string deep = std::string(256, '[') + std::string(256, ']');
  EXPECT_EQ(Read(deep).substr(0, 10), "[[[[[[[[[[");
  const std::string deeper = "[" + deep + "]";
  EXPECT_NE(Read(deeper).find("D115"), std::string::npos);
}

TEST(JsonReader, ReadsAStringOfAMegabyte) {
  const std::string letters(1 << 20, 'x');
  EXPECT_EQ(Read("\"" + letters + "\\n\""), "<" + letters + "\n>");
}

// Objects of many members are checked by sorting, which still finds them all.
TEST(JsonReader, FindsADuplicateAmongManyMembers) {
  std::string json = "{";
  for (int i = 0; i < 50000; ++i) {
    json += "\"a common beginning " + std::to_string(i) + " and end\":0,";
  }
  EXPECT_EQ(Read(json + "\"x\":0}").substr(0, 1), "{");
  const std::string said = Read(json + "\"a common beginning 777 and end\":0}");
  EXPECT_NE(said.find("D114 duplicate-member"), std::string::npos);
}

TEST(JsonReader, MovesSpansByTheOffsetOfTheText) {
  const std::string stream = "{\"a\": 1}\n{\"a\": 1, \"a\": 2}\n";
  const Source source("s.ndjson", stream);
  const PaddedText line(stream.substr(9, 16));
  JsonReader reader;
  Document document;
  IssueList issues;
  EXPECT_FALSE(reader.Read(line.text(), &source, 9, &document, &issues));
  EXPECT_EQ(Format(issues.issues()[0], Lang::kDa),
            "s.ndjson:2:10: fejl: 'a' er angivet to gange i objektet, første "
            "gang ved 2:2 [D114 duplicate-member]\n"
            "    2 | {\"a\": 1, \"a\": 2}\n"
            "      |          ^~~\n"
            "      = hjælp: behold kun den ene\n");
}

TEST(JsonReader, KeepsWorkingAfterAFault) {
  JsonReader reader;
  Document document;
  IssueList issues;
  const PaddedText bad("[1,{\"a\":[");
  const PaddedText good("[1]");
  EXPECT_FALSE(reader.Read(bad.text(), nullptr, 0, &document, &issues));
  EXPECT_TRUE(reader.Read(good.text(), nullptr, 0, &document, &issues));
  EXPECT_EQ(Dump(document, 0), "[1]#1");
  JsonReader moved = std::move(reader);
  EXPECT_TRUE(moved.Read(good.text(), nullptr, 0, &document, &issues));
}

}  // namespace
}  // namespace sigte
