// SPDX-License-Identifier: MPL-2.0

// Each keyword on its own: what it lets through, and what it says of the rest.
#include <ostream>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "tests/schema/fault_text.h"

namespace sigte {
namespace {

struct KeywordCase {
  std::string schema;
  std::string instance;
  std::string message;  // empty: valid
};

void PrintTo(const KeywordCase& c, std::ostream* out) {
  *out << c.instance << " under " << c.schema;
}

class Keyword : public testing::TestWithParam<KeywordCase> {};

TEST_P(Keyword, SaysWhatIsWrong) {
  const KeywordCase& c = GetParam();
  SchemaOptions options;
  options.assert_format = true;
  EXPECT_EQ(MessageOf(c.schema, c.instance, Lang::kEn, options), c.message);
}

INSTANTIATE_TEST_SUITE_P(
    Values, Keyword,
    testing::Values(
        KeywordCase{"true", "1", ""},
        KeywordCase{"false", "1", "the content is not allowed here"},
        KeywordCase{R"({"type":"integer"})", "1.0", ""},
        KeywordCase{R"({"type":"integer"})", "1e2", ""},
        KeywordCase{R"({"type":"integer"})", "1.5",
                    "the content must be a whole number but is the number 1.5"},
        KeywordCase{R"({"type":["string","null"]})", "true",
                    "the content must be a text or null but is true"},
        KeywordCase{R"({"type":"object"})", "[]",
                    "the content must be an object but is a list"},
        KeywordCase{R"({"type":"array"})", "{}",
                    "the content must be a list but is an object"},
        KeywordCase{R"({"type":"boolean"})", "null",
                    "the content must be true or false but is null"},
        KeywordCase{
            R"({"type":["boolean","null"]})", "0",
            "the content must be true, false or null but is the number 0"},
        KeywordCase{R"({"const":1})", "1.00", ""},
        KeywordCase{R"({"const":{"a":1,"b":[2]}})", R"({"b":[2.0],"a":1})", ""},
        KeywordCase{R"({"const":"x"})", R"("y")",
                    "the content is the text 'y' but must be 'x'"},
        KeywordCase{R"({"enum":[1,"a",null]})", "null", ""},
        KeywordCase{R"({"enum":[1,"a"]})", "2",
                    "the content may not be the number 2"},
        KeywordCase{R"({"enum":[]})", "2",
                    "the content may not be the number 2"}));

INSTANTIATE_TEST_SUITE_P(
    Numbers, Keyword,
    testing::Values(
        KeywordCase{R"({"minimum":2})", "2.0", ""},
        KeywordCase{R"({"minimum":2})", "1.9",
                    "the content is 1.9 but must be at least 2"},
        KeywordCase{R"({"maximum":2})", "2.1",
                    "the content is 2.1 but may be at most 2"},
        KeywordCase{R"({"exclusiveMinimum":2})", "2",
                    "the content is 2 but must be greater than 2"},
        KeywordCase{R"({"exclusiveMaximum":2})", "2",
                    "the content is 2 but must be less than 2"},
        KeywordCase{R"({"multipleOf":0.01})", "19.99", ""},
        KeywordCase{R"({"multipleOf":0.01})", "19.995",
                    "the content is 19.995 but must be a multiple of 0.01"},
        KeywordCase{
            R"({"maximum":123456789012345678901234567890})",
            "123456789012345678901234567891",
            "the content is 123456789012345678901234567891 but may be at most "
            "123456789012345678901234567890"},
        KeywordCase{R"({"const":1e400})", "10e399", ""},
        KeywordCase{
            R"({"maximum":100})", "100.0000000000000000000000000000000000001",
            "the content is a number of 41 characters but may be at most 100"},
        KeywordCase{R"({"enum":[1]})",
                    "12345678901234567890123456789012345678901",
                    "the content is a number of 41 characters but must be 1"},
        KeywordCase{R"({"maximum":1e999999999})", "1e999999998", ""},
        KeywordCase{R"({"multipleOf":7})", "1e999999999",
                    "the content is 1e999999999 but must be a multiple of 7"},
        KeywordCase{R"({"multipleOf":8})", "1e999999999", ""}));

INSTANTIATE_TEST_SUITE_P(
    Texts, Keyword,
    testing::Values(
        KeywordCase{R"({"maxLength":3})", R"("æøå")", ""},
        KeywordCase{
            R"({"maxLength":2})", R"("æøå")",
            "the content has length 3 but may have at most 2 characters"},
        KeywordCase{
            R"({"minLength":2})", R"("💩")",
            "the content has length 1 but must have at least 2 characters"},
        KeywordCase{R"({"minLength":1})", R"("")", "the content is empty"},
        KeywordCase{R"({"pattern":"^\\d+$"})", R"("12")", ""},
        KeywordCase{
            R"({"pattern":"^\\d+$"})", R"("12\n")",
            "the content is the text '12\n', which does not match the pattern "
            "'^\\d+$'"},
        KeywordCase{R"({"pattern":"\\S"})", R"(" x")", ""},
        KeywordCase{R"({"pattern":"\\S"})", "\" \u00A0\"",
                    "the content has nothing but blanks"},
        KeywordCase{R"({"pattern":"\\S"})", R"("")", "the content is empty"},
        KeywordCase{R"({"format":"date"})", R"("2019-02-29")",
                    "the content must be a date (YYYY-MM-DD) but is the text "
                    "'2019-02-29'"},
        KeywordCase{R"({"format":"colour"})", R"("x")", ""}));

INSTANTIATE_TEST_SUITE_P(
    Lists, Keyword,
    testing::Values(
        KeywordCase{R"({"minItems":1})", "[]",
                    "the content must have at least 1 in the list but has 0"},
        KeywordCase{R"({"maxItems":1})", "[1,2]",
                    "the content may have at most 1 in the list but has 2"},
        KeywordCase{R"({"uniqueItems":true})", "[1,true,\"1\",[1],{\"a\":1}]",
                    ""},
        KeywordCase{
            R"({"uniqueItems":true})", R"([{"a":1,"b":2},{"b":2,"a":1.0}])",
            "number 2 of the list is an object, which is number 1 of the list "
            "too"},
        KeywordCase{
            R"({"uniqueItems":true})", "[1,2,3,4,5,6,7,8,9,0.50,5e-1]",
            "number 11 of the list is the number 5e-1, which is number 10 of "
            "the list too"},
        KeywordCase{
            R"({"prefixItems":[{"type":"string"}],"items":{"type":"number"}})",
            R"([1,"a"])",
            "number 1 of the list must be a text but is the number 1; number "
            "2 of the list must be a number but is the text 'a'"},
        KeywordCase{
            R"({"contains":{"type":"null"}})", "[1]",
            "the content must have at least 1 of what 'contains' describes "
            "but has 0"},
        KeywordCase{
            R"({"contains":{"title":"lead","const":1},"maxContains":1})",
            "[1,1]",
            "the content may have at most 1 of the kind 'lead' but has 2"},
        KeywordCase{R"({"contains":{"const":1},"minContains":0})", "[]", ""},
        KeywordCase{
            R"({"contains":{"const":1},"minContains":2})", "[1,2]",
            "the content must have at least 2 of what 'contains' describes "
            "but has 1"},
        KeywordCase{R"({"items":{"type":"null"}})", "[null,1]",
                    "number 2 of the list must be null but is the number 1"},
        KeywordCase{R"({"items":false})", "[]", ""},
        KeywordCase{R"({"prefixItems":[true],"unevaluatedItems":false})",
                    "[1,2]", "number 2 of the list is not allowed here"},
        // The third is none too many: 'contains' lets it stand.
        KeywordCase{R"({"contains":{"type":"null"},"unevaluatedItems":false})",
                    "[null,1,null]",
                    "number 2 of the list is not allowed here"}));

INSTANTIATE_TEST_SUITE_P(
    Objects, Keyword,
    testing::Values(
        KeywordCase{
            R"({"minProperties":1})", "{}",
            "the number of members of the content is 0 but must be at least 1"},
        KeywordCase{
            R"({"maxProperties":0})", R"({"a":1})",
            "the number of members of the content is 1 but may be at most 0"},
        KeywordCase{R"({"required":["a"]})", "{}", "'a' is missing"},
        KeywordCase{R"({"properties":{"a":{"type":"null"}}})",
                    R"({"a":1,"b":2})", "'a' must be null but is the number 1"},
        KeywordCase{
            R"({"patternProperties":{"^x-":{"type":"string"}},
                 "additionalProperties":false})",
            R"({"x-a":1,"b":2})",
            "'x-a' must be a text but is the number 1; unknown member 'b'"},
        KeywordCase{R"({"properties":{"a":true},"additionalProperties":
                 {"type":"null"}})",
                    R"({"a":1,"b":2})", "'b' must be null but is the number 2"},
        KeywordCase{R"({"propertyNames":{"pattern":"^[a-z]+$"}})", R"({"A":1})",
                    "the name 'A' does not match the pattern '^[a-z]+$'"},
        KeywordCase{R"({"dependentRequired":{"a":["b"]}})", R"({"a":1})",
                    "'b' is missing; it must be given where 'a' is"},
        KeywordCase{R"({"dependentSchemas":{"a":{"required":["c"]}}})",
                    R"({"a":1})", "'c' is missing"},
        KeywordCase{R"({"allOf":[{"properties":{"a":true}}],
                 "unevaluatedProperties":false})",
                    R"({"a":1,"b":1})", "unknown member 'b'"}));

INSTANTIATE_TEST_SUITE_P(
    Branches, Keyword,
    testing::Values(
        KeywordCase{
            R"({"allOf":[{"minimum":2},{"multipleOf":2}]})", "1",
            "the content is 1 but must be at least 2; the content is 1 but "
            "must be a multiple of 2"},
        KeywordCase{R"({"anyOf":[{"type":"number"},{"const":"-"}]})", R"("x")",
                    "the content must be a number or '-' but is the text 'x'"},
        KeywordCase{R"({"anyOf":[{"required":["a"]},{"required":["b"]}]})",
                    "{}", "'a' or 'b' is missing"},
        KeywordCase{
            R"({"oneOf":[{"type":"number"},{"minimum":2}]})", "5",
            "the content must fit exactly one form but fits no. 1 and no. 2"},
        KeywordCase{
            R"({"oneOf":[{"const":1},{"const":1.0}]})", "1",
            "the content must fit exactly one form but fits no. 1 and no. 2"},
        KeywordCase{R"({"not":{"title":"a number","type":"number"}})", "5",
                    "the content is the number 5 but may not be a number"},
        KeywordCase{R"({"not":{"const":5}})", "5",
                    "the content is the number 5, which is ruled out"},
        KeywordCase{R"({"if":{"minimum":5},"then":{"multipleOf":2}})", "7",
                    "the content is 7 but must be a multiple of 2"},
        KeywordCase{R"({"if":{"minimum":5},"else":{"minimum":0}})", "-1",
                    "the content is -1 but must be at least 0"},
        KeywordCase{R"({"$ref":"#/$defs/a","$defs":{"a":{"type":"null"}}})",
                    "1", "the content must be null but is the number 1"},
        KeywordCase{R"({"$ref":"#here","$defs":{"a":{"$anchor":"here",
                 "type":"null"}}})",
                    "1", "the content must be null but is the number 1"},
        KeywordCase{
            R"({"$ref":"https://json-schema.org/draft/2020-12/schema"})",
            R"({"minLength":-1})",
            "'minLength' is -1 but must be at least 0"}));

// A discriminating constant tells which branch was meant.
TEST(Branches, ExplainsTheOneWhoseConstantFits) {
  EXPECT_EQ(FaultsIn(R"({"oneOf":[
    {"properties":{"kind":{"const":"x"},"v":{"type":"number"}}},
    {"properties":{"kind":{"const":"y"},"v":{"type":"null"}}}]})",
                     R"({"kind":"y","v":"s"})"),
            "d.json:1:17: error: 'v' must be null but is the text 's' [D201 "
            "wrong-type]\n"
            "    1 | {\"kind\":\"y\",\"v\":\"s\"}\n"
            "      |                 ^~~\n"
            "      = help: correct the value: write what the message names\n"
            "    at /oneOf/1/properties/v/type\n");
}

TEST(Faults, NameTheMissingMemberByItsTitleAtTheOpeningBrace) {
  EXPECT_EQ(FaultsIn(R"({"required":["a"],"properties":{"a":{"title":"Navn",
                        "x-en":{"title":"Name"}}}})",
                     "{\"b\": 1}", Lang::kDa),
            "d.json:1:1: fejl: 'a' (Navn) mangler [D203 "
            "missing-titled-member]\n"
            "    1 | {\"b\": 1}\n"
            "      | ^\n"
            "    at /required\n");
}

TEST(Faults, OfferTheNearestNameForAnUnknownOne) {
  EXPECT_EQ(FaultsIn(R"({"properties":{"title":{},"content":{}},
                        "additionalProperties":false})",
                     R"({"titel":1})", Lang::kDa),
            "d.json:1:2: fejl: ukendt felt 'titel'; mente du 'title'? [D204 "
            "unknown-member]\n"
            "    1 | {\"titel\":1}\n"
            "      |  ^~~~~~~\n"
            "      = hjælp: ret navnet, eller fjern feltet\n"
            "    at /additionalProperties\n");
}

// People write what the form shows them.
TEST(Faults, OfferTheValueWhoseTitleWasWritten) {
  EXPECT_EQ(FaultsIn(R"({"oneOf":[{"const":"employment","title":
                        "Beskæftigelse"},{"const":"social"}]})",
                     R"("beskæftigelse")", Lang::kDa),
            "d.json:1:1: fejl: indholdet må ikke være teksten "
            "'beskæftigelse'; mente du 'employment'? [D205 "
            "not-allowed-value]\n"
            "    1 | \"beskæftigelse\"\n"
            "      | ^~~~~~~~~~~~~~~\n"
            "    at /oneOf\n");
}

// Members that a failing sub-schema describes are known all the same.
TEST(Faults, SayUnknownOnlyOfWhatNoSchemaKnows) {
  EXPECT_EQ(MessageOf(R"({"allOf":[{"$ref":"#/$defs/r"}],
    "unevaluatedProperties":false,
    "$defs":{"r":{"properties":{"a":{"type":"null"}}}}})",
                      R"({"a":1,"b":2})"),
            "'a' must be null but is the number 1; unknown member 'b'");
}

TEST(Faults, AreCutAtTheLimit) {
  SchemaOptions options;
  options.max_faults = 2;
  EXPECT_EQ(
      MessageOf(R"({"items":{"type":"null"}})", "[1,2,3]", Lang::kEn, options),
      "number 1 of the list must be null but is the number 1; number 2 "
      "of the list must be null but is the number 2cut\n");
}

// $dynamicRef can turn in a circle that no reference shows.
TEST(Faults, EndWhereASchemaNeverWould) {
  EXPECT_EQ(MessageOf(R"({"$dynamicAnchor":"n","$dynamicRef":"#n"})", "1"),
            "the content needs too many schemas within each other and was not "
            "checked to the end");
}

// Doubling at every level: 2^30 steps if nothing stopped it.
TEST(Faults, EndWhereWorkWouldDoubleForEver) {
  std::string defs;
  for (int i = 0; i < 30; ++i) {
    const std::string next =
        "{\"$ref\":\"#/$defs/a" + std::to_string(i + 1) + "\"}";
    defs += "\"a" + std::to_string(i) + "\":{\"allOf\":[" + next + "," + next +
            "]},";
  }
  EXPECT_EQ(MessageOf("{\"$ref\":\"#/$defs/a0\",\"$defs\":{" + defs +
                          "\"a30\":{\"type\":\"number\"}}}",
                      "1"),
            "the content needs too many steps and was not checked to the end");
}

}  // namespace
}  // namespace sigte
