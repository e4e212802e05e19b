// SPDX-License-Identifier: MPL-2.0

#include "engine/base/json_writer.h"

#include <limits>

#include "gtest/gtest.h"

namespace sigte {
namespace {

std::string StringOf(std::string_view text) {
  std::string out;
  JsonWriter(&out).String(text);
  return out;
}

TEST(JsonWriter, PutsCommasWhereTheyBelong) {
  std::string out;
  JsonWriter json(&out);
  json.BeginObject();
  json.Key("a");
  json.BeginArray();
  json.Int(1);
  json.BeginObject();
  json.EndObject();
  json.Bool(true);
  json.Null();
  json.EndArray();
  json.Key("b");
  json.Raw("1.50");
  json.Key("c");
  json.String("x");
  json.EndObject();
  EXPECT_EQ(out, R"({"a":[1,{},true,null],"b":1.50,"c":"x"})");
}

TEST(JsonWriter, EscapesWhatMustBe) {
  EXPECT_EQ(StringOf("a\"b\\c\n\t\r\b\f\x01"), R"("a\"b\\c\n\t\r\b\f\u0001")");
  EXPECT_EQ(StringOf(std::string_view("\0", 1)), R"("\u0000")");
  EXPECT_EQ(StringOf("rødgrød €"), "\"rødgrød €\"");
}

// Names of fields are a schema's, not ours.
TEST(JsonWriter, EscapesNamesAsTexts) {
  std::string out;
  JsonWriter json(&out);
  json.BeginObject();
  json.Key("a \"b\" \\");
  json.Int(1);
  json.Key("\n");
  json.Int(2);
  json.EndObject();
  EXPECT_EQ(out, R"({"a \"b\" \\":1,"\n":2})");
}

// `cat` shows output as it is, and a reader may end lines at any of Unicode's
// line ends: NEL, LINE SEPARATOR, PARAGRAPH SEPARATOR.
TEST(JsonWriter, EscapesWhatATerminalOrASplitterOfLinesWouldActOn) {
  EXPECT_EQ(StringOf("\x7f\u0080\u0085\u009b\u009f"),
            R"("\u007f\u0080\u0085\u009b\u009f")");
  EXPECT_EQ(StringOf("\u061c\u200e\u2028\u2029\u202e\u2066\u2069"),
            R"("\u061c\u200e\u2028\u2029\u202e\u2066\u2069")");
  EXPECT_EQ(StringOf("\u00a0\u00ad\u200b\u2027\u202f\u2065\u206a\ufeff"),
            "\"\u00a0\u00ad\u200b\u2027\u202f\u2065\u206a\ufeff\"");
}

TEST(JsonWriter, EscapesOnlyWhatTheRfcAsksForInWhatIsDigested) {
  std::string out;
  JsonWriter(&out, JsonEscapes::kRequired).String("\x01\"\x7f\u0085\u202e");
  EXPECT_EQ(out, "\"\\u0001\\\"\x7f\u0085\u202e\"");
}

TEST(JsonWriter, ReplacesInvalidUtf8) {
  EXPECT_EQ(StringOf("a\xFF\"b\xE2\x82"), "\"a\uFFFD\\\"b\uFFFD\uFFFD\"");
}

TEST(JsonWriter, WritesTheWholeRangeOfIntegers) {
  std::string out;
  JsonWriter json(&out);
  json.Int(std::numeric_limits<std::int64_t>::min());
  json.Int(std::numeric_limits<std::int64_t>::max());
  EXPECT_EQ(out, "-9223372036854775808,9223372036854775807");
}

// Eight bytes are looked at together: where one stands must not matter.
TEST(JsonWriter, EscapesAByteWhereverItStands) {
  for (int c = 0; c < 128; ++c) {
    const std::string one(1, static_cast<char>(c));
    const std::string escaped =
        StringOf(one).substr(1, StringOf(one).size() - 2);
    EXPECT_EQ(escaped.size() > 1,
              c < 0x20 || c == 0x7F || c == '"' || c == '\\')
        << c;
    for (std::size_t before = 0; before < 18; ++before) {
      const std::string padding(before, 'x');
      EXPECT_EQ(StringOf(padding + one + "yæ"),
                '"' + padding + escaped + "yæ\"");
    }
  }
}

}  // namespace
}  // namespace sigte
