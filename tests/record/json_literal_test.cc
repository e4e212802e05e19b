// SPDX-License-Identifier: MPL-2.0

#include "engine/record/json_literal.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "engine/base/json_writer.h"

namespace sigte {
namespace {

using LiteralKind = JsonLiteral::Kind;

/// "text(a)", "list[number(1) number(2)]"; "~" behind what was cut.
std::string Told(const JsonLiteral& literal) {
  constexpr const char* kNames[] = {"null",   "true", "false",
                                    "number", "text", "list"};
  std::string out = kNames[static_cast<std::size_t>(literal.kind)];
  if (literal.kind == LiteralKind::kList) {
    out += '[';
    for (const JsonLiteral& item : literal.items) {
      out += (out.back() == '[' ? "" : " ") + Told(item);
    }
    out += ']';
  } else if (literal.kind == LiteralKind::kNumber ||
             literal.kind == LiteralKind::kText) {
    out += "(" + literal.text + ")";
  }
  return out + (literal.cut ? "~" : "");
}

std::string Read(std::string_view text) {
  const auto literal = ReadJsonLiteral(text);
  return literal ? Told(*literal) : "none";
}

TEST(JsonLiteral, IsOneValueOrAListOfThem) {
  EXPECT_EQ(Read("true"), "true");
  EXPECT_EQ(Read("-12.50"), "number(-12.50)");
  EXPECT_EQ(Read(R"("a \"b\" \u00e6 \ud83d\ude00\n")"),
            "text(a \"b\" æ \U0001F600\n)");
  EXPECT_EQ(Read(R"([ "a, b" , 1e3,null, false ])"),
            "list[text(a, b) number(1e3) null false]");
  EXPECT_EQ(Read("[]"), "list[]");
}

TEST(JsonLiteral, ThatWasCutHasWhatIsLeftOfIt) {
  EXPECT_EQ(Read(R"(["abc", "de…)"), "list[text(abc) text(de)~]~");
  EXPECT_EQ(Read(R"(["abc", …)"), "list[text(abc)]~");
  EXPECT_EQ(Read(R"(["abc",…)"), "list[text(abc)]~");
  EXPECT_EQ(Read(R"(["abc"…)"), "list[text(abc)]~");
  EXPECT_EQ(Read("[12, 3…"), "list[number(12) text(3)~]~");
  EXPECT_EQ(Read("["), "list[]~");
  EXPECT_EQ(Read(R"("ab)"), "text(ab)~");
  EXPECT_EQ(Read(R"("ab\u00)"), "text(ab)~");
}

TEST(JsonLiteral, IsNothingElse) {
  for (const char* text :
       {"", "nothing", "== true", "{}", "[[1]]", "[{}]", "[1 2]", "[1] 2",
        "true false", "\"a\" \"b\"", "]", "[,]", "1,2", "-", "\"\\x\"5"}) {
    const std::string read = Read(text);
    EXPECT_TRUE(read == "none" || read.ends_with('~')) << text << ": " << read;
  }
}

TEST(JsonLiteral, HasALoneSurrogateAsTheReplacementLetter) {
  EXPECT_EQ(Read(R"("\ud800x")"), "text(\uFFFDx)");
  EXPECT_EQ(Read(R"("\ud800\u0041")"), "text(\uFFFDA)");
  EXPECT_EQ(Read(R"("\udc00")"), "text(\uFFFD)");
}

// Whatever our writer writes is read back.
TEST(JsonLiteral, ReadsWhatTheWriterWrites) {
  for (const std::string& text : std::vector<std::string>{
           "", "\"", "\\", "\t\r\n\b\f", "æøå \U0001F600", "[\"a\"]",
           std::string("\x01\x1f\x7f", 3), "\u2028\u202e"}) {
    std::string written;
    JsonWriter(&written).String(text);
    const auto read = ReadJsonLiteral(written);
    ASSERT_TRUE(read) << written;
    EXPECT_EQ(read->text, text);
    EXPECT_FALSE(read->cut);
  }
}

// Every stretch of a list is read or refused, and never past its end.
TEST(JsonLiteral, MayBeCutAnywhere) {
  const std::string whole = R"([true, "a\u00e6\\\"b", -1.5e3, null, "…"])";
  for (std::size_t begin = 0; begin < whole.size(); ++begin) {
    for (std::size_t end = begin; end <= whole.size(); ++end) {
      const std::string part = whole.substr(begin, end - begin);
      const auto read = ReadJsonLiteral(part);
      if (begin == 0 && end > 0 && end < whole.size() && read) {
        EXPECT_TRUE(read->cut) << part;
      }
    }
  }
}

}  // namespace
}  // namespace sigte
