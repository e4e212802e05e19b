// SPDX-License-Identifier: MPL-2.0

// RFC 8785's own rules as facts: numbers (appendix B), strings and sorting
// (3.2.3), and what has no canonical form.

#include "engine/audit/canonical.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <ostream>
#include <random>
#include <string>

namespace sigte::audit {
namespace {

std::string CanonicalOf(std::string_view json) {
  const auto value = ParseJson(json);
  if (!value) return "no JSON";
  return Canonical(*value).value_or("no form");
}

struct NumberRow {
  std::uint64_t bits;
  const char* text;
  friend void PrintTo(const NumberRow& row, std::ostream* out) {
    *out << row.text;
  }
};

class CanonicalNumber : public testing::TestWithParam<NumberRow> {};

TEST_P(CanonicalNumber, IsWrittenAsEcmaScriptDoes) {
  EXPECT_EQ(NumberText(std::bit_cast<double>(GetParam().bits)),
            GetParam().text);
}

INSTANTIATE_TEST_SUITE_P(
    AppendixB, CanonicalNumber,
    testing::Values(NumberRow{0x0000000000000000, "0"},
                    NumberRow{0x8000000000000000, "0"},
                    NumberRow{0x0000000000000001, "5e-324"},
                    NumberRow{0x8000000000000001, "-5e-324"},
                    NumberRow{0x7fefffffffffffff, "1.7976931348623157e+308"},
                    NumberRow{0xffefffffffffffff, "-1.7976931348623157e+308"},
                    NumberRow{0x4340000000000000, "9007199254740992"},
                    NumberRow{0xc340000000000000, "-9007199254740992"},
                    NumberRow{0x4430000000000000, "295147905179352830000"},
                    NumberRow{0x44b52d02c7e14af5, "9.999999999999997e+22"},
                    NumberRow{0x44b52d02c7e14af6, "1e+23"},
                    NumberRow{0x44b52d02c7e14af7, "1.0000000000000001e+23"},
                    NumberRow{0x444b1ae4d6e2ef4e, "999999999999999700000"},
                    NumberRow{0x444b1ae4d6e2ef4f, "999999999999999900000"},
                    NumberRow{0x444b1ae4d6e2ef50, "1e+21"},
                    NumberRow{0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7"},
                    NumberRow{0x3eb0c6f7a0b5ed8d, "0.000001"},
                    NumberRow{0x41b3de4355555553, "333333333.3333332"},
                    NumberRow{0x41b3de4355555554, "333333333.33333325"},
                    NumberRow{0x41b3de4355555555, "333333333.3333333"},
                    NumberRow{0x41b3de4355555556, "333333333.3333334"},
                    NumberRow{0x41b3de4355555557, "333333333.33333343"},
                    NumberRow{0xbecbf647612f3696, "-0.0000033333333333333333"},
                    NumberRow{0x43143ff3c1cb0959, "1424953923781206.2"}));

TEST(Canonical, RefusesWhatIsNoNumberOfJson) {
  for (const double value : {std::numeric_limits<double>::quiet_NaN(),
                             std::numeric_limits<double>::infinity()}) {
    EXPECT_EQ(Canonical(JsonValue(value)), std::nullopt);
  }
  EXPECT_EQ(Canonical(JsonValue(std::int64_t{1} << 53)), "9007199254740992");
  EXPECT_EQ(Canonical(JsonValue((std::int64_t{1} << 53) + 1)), std::nullopt);
  EXPECT_EQ(CanonicalOf("[01]"), "no JSON");
  EXPECT_EQ(CanonicalOf("[1.]"), "no JSON");
  EXPECT_EQ(CanonicalOf("[+1]"), "no JSON");
  EXPECT_EQ(CanonicalOf("[1e400]"), "no JSON");
}

// Section 3.2.2: the RFC's example object, whose literals, strings and numbers
// each come out in another form than they went in.
TEST(Canonical, GivesOneTextForOneValue) {
  EXPECT_EQ(CanonicalOf("{\n \"numbers\": [333333333.33333329, 1E30, 4.50, "
                        "2e-3, 0.000000000000000000000000001],\n"
                        " \"string\": \"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022"
                        "\\u005c\\\\\\\"\\/\",\n"
                        " \"literals\": [null, true, false]\n}"),
            "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,"
            "1e+30,4.5,0.002,1e-27],\"string\":\"\xE2\x82\xAC$\\u000f\\nA'B"
            "\\\"\\\\\\\\\\\"/\"}");
}

// Section 3.2.3: what needs two UTF-16 units sorts before U+FB33.
TEST(Canonical, SortsNamesByTheirUnitsInUtf16) {
  EXPECT_EQ(CanonicalOf(R"({"\u20ac":1,"\r":2,"\ufb33":3,"1":4,)"
                        R"("\ud83d\ude00":5,"\u0080":6,"\u00f6":7})"),
            "{\"\\r\":2,\"1\":4,\"\xC2\x80\":6,\"\xC3\xB6\":7,"
            "\"\xE2\x82\xAC\":1,\"\xF0\x9F\x98\x80\":5,\"\xEF\xAC\xB3\":3}");
  EXPECT_EQ(CanonicalOf(R"({"b":1,"a":{"d":2,"c":3},"":4,"aa":5})"),
            R"({"":4,"a":{"c":3,"d":2},"aa":5,"b":1})");
}

TEST(Canonical, EscapesOnlyWhatItMust) {
  EXPECT_EQ(CanonicalOf(R"(["\u0000\u0008\u0009\u000a\u000b\u000c\u000d\u001f)"
                        R"(\u007f\u2028/"])"),
            "[\"\\u0000\\b\\t\\n\\u000b\\f\\r\\u001f\x7F\xE2\x80\xA8/\"]");
}

TEST(Canonical, RefusesWhatIJsonDoesNotAllow) {
  EXPECT_EQ(CanonicalOf(R"({"a":1,"a":2})"), "no JSON");
  EXPECT_EQ(CanonicalOf(R"({"a":1,"\u0061":2})"), "no JSON");
  EXPECT_EQ(CanonicalOf(R"(["\ud800"])"), "no JSON");
  EXPECT_EQ(CanonicalOf(R"(["\udc00\ud800"])"), "no JSON");
  EXPECT_EQ(CanonicalOf("[\"\xC3\x28\"]"), "no JSON");
  EXPECT_EQ(CanonicalOf("[1] 2"), "no JSON");
  EXPECT_EQ(CanonicalOf("[1,]"), "no JSON");
  EXPECT_EQ(CanonicalOf("[\"\t\"]"), "no JSON");
  EXPECT_EQ(CanonicalOf(""), "no JSON");
  EXPECT_EQ(CanonicalOf(std::string(1000, '[') + std::string(1000, ']')),
            "no JSON");
}

TEST(Canonical, IsRecognised) {
  for (const char* text :
       {"{}", "[]", "null", "\"\"", "0", "-1", "4.5", "1e+30", "0.002",
        R"({"":4,"a":{"c":3,"d":2},"aa":5,"b":[1,"x\n"]})", R"({"a":1,"\n":2})",
        "9007199254740992"}) {
    const bool sorted = std::string_view(text) != R"({"a":1,"\n":2})";
    EXPECT_EQ(IsCanonical(text), sorted) << text;
  }
  for (const char* text : {"",
                           " {}",
                           "{} ",
                           "{\"a\": 1}",
                           "{\"b\":1,\"a\":2}",
                           "{\"a\":1,\"a\":2}",
                           "[1.0]",
                           "[1e2]",
                           "[-0]",
                           "[01]",
                           "[1,]",
                           "[,]",
                           "[\"\\u0041\"]",
                           "[\"\\/\"]",
                           "[\"\\u000A\"]",
                           "{\"a\"}",
                           "tru",
                           "9007199254740993",
                           "\"",
                           "[\"\\\"]",
                           "{\"a\":1,}",
                           "[1e400]",
                           "\"\xFF\""}) {
    EXPECT_FALSE(IsCanonical(text)) << text;
  }
}

// The quick recogniser against the slow way, on texts that are nearly right.
TEST(Canonical, IsRecognisedExactlyWhenWritingItAnewChangesNothing) {
  std::mt19937 random(7);
  const std::string seed =
      R"({"a":[1,-20,4.5,"x\ny"],"b":{"c":null,"d":true},"e":1e+30})";
  const std::string_view pieces = "{}[]\",:0129.-+eE\\nutf abc\n";
  int right = 0;
  for (int i = 0; i < 200'000; ++i) {
    std::string text = seed;
    const std::size_t at = random() % text.size();
    const char piece = pieces[random() % pieces.size()];
    switch (random() % 3) {
      case 0: text[at] = piece; break;
      case 1: text.insert(at, 1, piece); break;
      default: text.erase(at, 1);
    }
    const auto value = ParseJson(text);
    const bool slow = value && Canonical(*value) == text;
    right += slow ? 1 : 0;
    ASSERT_EQ(IsCanonical(text), slow) << text;
  }
  EXPECT_GT(right, 1000);
}

// Any double that is written is read back as itself.
TEST(Canonical, LosesNoBitOfANumber) {
  std::mt19937_64 random(11);
  for (int i = 0; i < 100'000; ++i) {
    const double value = std::bit_cast<double>(random());
    if (!std::isfinite(value)) continue;
    EXPECT_EQ(std::strtod(NumberText(value).c_str(), nullptr), value);
  }
}

}  // namespace
}  // namespace sigte::audit
