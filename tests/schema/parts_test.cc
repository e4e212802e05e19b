// SPDX-License-Identifier: MPL-2.0

// The parts below: numbers, regular expressions, URIs, output units.
#include <re2/re2.h>

#include <random>
#include <string>
#include <utility>

#include "engine/schema/ecma_regex.h"
#include "engine/schema/number.h"
#include "engine/schema/output.h"
#include "engine/schema/uri.h"
#include "gtest/gtest.h"
#include "tests/schema/schema_store.h"

namespace sigte {
namespace {

using schema::Compare;
using schema::IsMultiple;
using schema::ReadNumber;

std::strong_ordering Order(std::string_view a, std::string_view b) {
  return Compare(ReadNumber(a), ReadNumber(b));
}

TEST(Numbers, CompareByValueHoweverWritten) {
  EXPECT_TRUE(Order("1.0", "1") == 0);
  EXPECT_TRUE(Order("-0", "0.00") == 0);
  EXPECT_TRUE(Order("1e400", "0.1E401") == 0);
  EXPECT_TRUE(Order("-1e400", "1") < 0);
  EXPECT_TRUE(Order("-1e400", "-2e399") < 0);
  EXPECT_TRUE(Order("0.1", "0.10000000000000000000000000000001") < 0);
  EXPECT_TRUE(Order("123456789012345678901234567890",
                    "123456789012345678901234567891") < 0);
  EXPECT_TRUE(Order("1e-999999999", "0") > 0);
}

// The long way must agree with the short one, which is easy to trust.
TEST(Numbers, AgreeWithThemselvesWithAndWithoutExponent) {
  std::mt19937 random(7);
  std::uniform_int_distribution<int> digits(-99999, 99999);
  for (int i = 0; i < 2000; ++i) {
    const std::string a = std::to_string(digits(random));
    const std::string b = std::to_string(std::abs(digits(random)) % 99 + 1);
    const std::string c = std::to_string(digits(random));
    EXPECT_EQ(Order(a, c), Order(a + "0e-1", c + "e0")) << a << " " << c;
    EXPECT_EQ(IsMultiple(ReadNumber(a), ReadNumber(b)),
              IsMultiple(ReadNumber(a + "e0"), ReadNumber(b + "0e-1")))
        << a << " / " << b;
    EXPECT_EQ(schema::HashNumber(ReadNumber(a)),
              schema::HashNumber(ReadNumber(a + ".00e0")));
  }
}

TEST(Numbers, DivideExactlyWhateverTheirLength) {
  const std::string big = "123456789012345678901234567890123";
  EXPECT_TRUE(IsMultiple(ReadNumber(big + "0"), ReadNumber(big)));
  EXPECT_FALSE(IsMultiple(ReadNumber(big + "1"), ReadNumber(big)));
  EXPECT_FALSE(IsMultiple(ReadNumber("0.0075"), ReadNumber("0.0001e1")));
  EXPECT_TRUE(IsMultiple(ReadNumber("0.0075"), ReadNumber("0.0001")));
  EXPECT_TRUE(IsMultiple(ReadNumber("0"), ReadNumber("1e-999999999999")));
}

std::string Translated(std::string_view pattern) {
  const auto translation = schema::TranslateRegex(pattern);
  return translation.fault.empty() ? translation.re2
                                   : translation.fault.In(Lang::kEn);
}

bool Matches(std::string_view pattern, std::string_view text) {
  re2::RE2::Options options;
  options.set_log_errors(false);
  return re2::RE2::PartialMatch(text, re2::RE2(Translated(pattern), options));
}

TEST(Regexes, MeanWhatEcmaSays) {
  EXPECT_EQ(Translated(R"(^\d\/$)"), R"(\A[\d]\x{2f}\z)");
  EXPECT_TRUE(Matches(R"(^\cJ$)", "\n"));
  EXPECT_TRUE(Matches(R"(^\s$)", "\u00A0"));
  EXPECT_FALSE(Matches(R"(^\S$)", "\uFEFF"));
  EXPECT_TRUE(Matches(R"(^[^\S]$)", "\u2003"));
  EXPECT_FALSE(Matches(R"(^\w$)", "é"));
  EXPECT_FALSE(Matches("^.$", "\u2028"));
  EXPECT_TRUE(Matches("^[^]$", "\n"));
  EXPECT_FALSE(Matches("[]", "a"));
  EXPECT_TRUE(Matches(R"(^\uD83D\uDC32$)", "🐲"));
  EXPECT_TRUE(Matches(R"(^\u{1F432}$)", "🐲"));
  EXPECT_TRUE(Matches(R"(^\p{Letter}\p{Script=Greek}$)", "æπ"));
  EXPECT_TRUE(Matches(R"(^(?<year>\d{4})$)", "2019"));
  EXPECT_TRUE(Matches(R"(^[\b]$)", "\b"));
  EXPECT_TRUE(Matches("^{}$", "{}"));
}

TEST(Regexes, AreRefusedWhereTheyCannotRun) {
  EXPECT_EQ(Translated("(?<!a)b"),
            "it looks ahead or behind ((?=, (?!, (?<=, (?<!), which cannot be "
            "done in linear time");
  EXPECT_EQ(Translated(R"((a)\1)"),
            "it refers back to a group, which cannot be done in linear time");
  EXPECT_EQ(Translated(R"(\a)"), "the sign after '\\' means nothing there");
  EXPECT_EQ(Translated("[a"), "']' is missing");
  EXPECT_EQ(Translated("[z-a]"),
            "a range in [] runs backwards or lies between sets");
  EXPECT_EQ(Translated("a**"), "two repetitions in a row");
  EXPECT_EQ(Translated("(?i)a"),
            "the group that begins with '(?' is not known");
  EXPECT_EQ(schema::TranslateRegex("abc(?=d)").at, 3u);
}

// The examples of RFC 3986 section 5.4.
TEST(Uris, ResolveAsTheStandardShows) {
  const std::string base = "http://a/b/c/d;p?q";
  for (const auto& [reference, expected] :
       {std::pair{"g:h", "g:h"},
        std::pair{"g", "http://a/b/c/g"},
        std::pair{"./g", "http://a/b/c/g"},
        std::pair{"g/", "http://a/b/c/g/"},
        std::pair{"/g", "http://a/g"},
        std::pair{"//g", "http://g"},
        std::pair{"?y", "http://a/b/c/d;p?y"},
        std::pair{"g?y#s", "http://a/b/c/g?y#s"},
        std::pair{"#s", "http://a/b/c/d;p?q#s"},
        std::pair{"", "http://a/b/c/d;p?q"},
        std::pair{".", "http://a/b/c/"},
        std::pair{"..", "http://a/b/"},
        std::pair{"../g", "http://a/b/g"},
        std::pair{"../../g", "http://a/g"},
        std::pair{"../../../g", "http://a/g"},
        std::pair{"/./g", "http://a/g"},
        std::pair{"/../g", "http://a/g"},
        std::pair{"g.", "http://a/b/c/g."},
        std::pair{"./g/.", "http://a/b/c/g/"},
        std::pair{"g/../h", "http://a/b/c/h"}}) {
    EXPECT_EQ(schema::ResolveUri(base, reference), expected) << reference;
  }
  EXPECT_EQ(schema::ResolveUri("urn:a:b", "#c"), "urn:a:b#c");
}

/// What is written of `instance` against `schema`.
std::string OutputOf(const std::string& schema, const std::string& instance,
                     OutputUnit unit) {
  SchemaStore store;
  const auto& text = store.Parse("s.json", schema);
  const auto& data = store.Parse("d.json", instance);
  IssueList issues;
  const auto compiled =
      Schema::Compile(text.document, &text.source, {}, {}, &issues);
  if (compiled == nullptr) return "no schema";
  bool cut = false;
  const auto faults = SchemaChecker(*compiled).Faults(
      data.document, Document::kRoot, &data.source, &cut);
  return WriteOutput(faults, data.document, unit, Lang::kEn);
}

TEST(Output, FollowsTheStandardsUnits) {
  const std::string schema =
      R"({"$id":"https://e.invalid/s","required":["c"],
        "properties":{"b":{"$ref":"#/$defs/n"}},
        "$defs":{"n":{"minimum":2,"multipleOf":2}}})";
  const std::string required =
      R"({"valid":false,"keywordLocation":"/required",)"
      R"("absoluteKeywordLocation":"https://e.invalid/s#/required",)"
      R"("instanceLocation":"","error":"'c' is missing"})";
  const std::string numbers =
      R"({"valid":false,"keywordLocation":"/properties/b/$ref/minimum",)"
      R"("absoluteKeywordLocation":"https://e.invalid/s#/$defs/n/minimum",)"
      R"("instanceLocation":"/b","error":"'b' is 1 but must be at least 2"},)"
      R"({"valid":false,"keywordLocation":"/properties/b/$ref/multipleOf",)"
      R"("absoluteKeywordLocation":"https://e.invalid/s#/$defs/n/multipleOf",)"
      R"("instanceLocation":"/b","error":"'b' is 1 but must be a multiple of )"
      R"(2"})";
  const auto output = [&](OutputUnit unit) {
    return OutputOf(schema, R"({"b":1})", unit);
  };
  EXPECT_EQ(output(OutputUnit::kFlag), R"({"valid":false})");
  EXPECT_EQ(output(OutputUnit::kBasic),
            R"({"valid":false,"errors":[)" + required + "," + numbers + "]}");
  EXPECT_EQ(output(OutputUnit::kDetailed),
            R"({"valid":false,"keywordLocation":"","instanceLocation":"",)"
            R"("errors":[)" +
                required +
                R"(,{"valid":false,"keywordLocation":"/properties/b/$ref",)"
                R"("absoluteKeywordLocation":"https://e.invalid/s#/$defs/n",)"
                R"("instanceLocation":"/b","errors":[)" +
                numbers + "]}]}");
  EXPECT_EQ(OutputOf(schema, R"({"b":2,"c":1})", OutputUnit::kDetailed),
            R"({"valid":true})");
}

// A node's instance is what its schema was applied to, and not what all below
// it have in common.
TEST(Output, SaysOfEachSchemaWhatItWasAppliedTo) {
  const std::string schema = R"({"properties":{"o":{
      "not":{"required":["a"]},
      "allOf":[{"properties":{"b":{"minimum":2,"multipleOf":2}}}]}}})";
  EXPECT_EQ(
      OutputOf(schema, R"({"o":{"a":1,"b":1}})", OutputUnit::kDetailed),
      R"({"valid":false,"keywordLocation":"","instanceLocation":"","errors":[)"
      R"({"valid":false,"keywordLocation":"/properties/o",)"
      R"("instanceLocation":"/o","errors":[)"
      R"({"valid":false,"keywordLocation":"/properties/o/not",)"
      R"("instanceLocation":"/o","error":"'a' may not be there"},)"
      R"({"valid":false,"keywordLocation":"/properties/o/allOf/0/properties/b",)"
      R"("instanceLocation":"/o/b","errors":[)"
      R"({"valid":false,"keywordLocation":)"
      R"("/properties/o/allOf/0/properties/b/minimum",)"
      R"("instanceLocation":"/o/b","error":"'b' is 1 but must be at least 2"},)"
      R"({"valid":false,"keywordLocation":)"
      R"("/properties/o/allOf/0/properties/b/multipleOf","instanceLocation":)"
      R"("/o/b","error":"'b' is 1 but must be a multiple of 2"}]}]}]})");
}

}  // namespace
}  // namespace sigte
