// SPDX-License-Identifier: MPL-2.0

// What is said where several schemas had a say: the one that was meant, in the
// words of somebody who sees only the data.
#include <ostream>
#include <string>

#include "gtest/gtest.h"
#include "tests/schema/fault_text.h"

namespace sigte {
namespace {

struct ExplainCase {
  std::string schema;
  std::string instance;
  std::string message;
};

void PrintTo(const ExplainCase& c, std::ostream* out) {
  *out << c.instance << " under " << c.schema;
}

class Explain : public testing::TestWithParam<ExplainCase> {};

TEST_P(Explain, TellsWhatWasMeant) {
  EXPECT_EQ(MessageOf(GetParam().schema, GetParam().instance),
            GetParam().message);
}

constexpr const char* kShapes =
    R"({"oneOf":[
      {"type":"object","properties":{"kind":{"const":"circle"},"r":{"type":"number"}},
       "required":["kind","r"]},
      {"type":"object","properties":{"kind":{"const":"square"},"side":{"type":"number"}},
       "required":["kind","side"]},
      {"type":"null"}]})";

INSTANTIATE_TEST_SUITE_P(
    Discriminators, Explain,
    testing::Values(
        ExplainCase{kShapes, R"({"kind":"square","side":"2"})",
                    "'side' must be a number but is the text '2'"},
        ExplainCase{kShapes, R"({"kind":"circel","r":1})",
                    "'kind' may not be the text 'circel'"},
        ExplainCase{kShapes, R"({"r":1})", "'kind' is missing"},
        ExplainCase{kShapes, R"({"kind":"circle"})", "'r' is missing"},
        ExplainCase{
            kShapes, "5",
            "the content must be an object or null but is the number 5"}));

INSTANTIATE_TEST_SUITE_P(
    Alternatives, Explain,
    testing::Values(
        ExplainCase{R"({"anyOf":[{"required":["a"]},{"required":["b"]},
                          {"required":["c"]}]})",
                    "{}", "'a', 'b' or 'c' is missing"},
        ExplainCase{R"({"anyOf":[{"required":["a","b"]},{"required":["c"]}]})",
                    R"({"a":1})", "'b' or 'c' is missing"},
        ExplainCase{R"({"anyOf":[{"type":"string"},{"type":"array",
                 "items":{"type":"string"}}]})",
                    R"(["a",1])",
                    "number 2 of the list must be a text but is the number 1"},
        ExplainCase{R"({"anyOf":[{"type":"integer","minimum":5},{"const":0}]})",
                    "3", "the content is 3 but must be at least 5"},
        ExplainCase{
            R"({"oneOf":[{"multipleOf":3},{"multipleOf":5}]})", "7",
            "the content fits none of the 2 possible forms: the content is 7 "
            "but must be a multiple of 3 or the content is 7 but must be a "
            "multiple of 5"},
        // What is not told is not left out silently.
        ExplainCase{
            R"({"anyOf":[{"minimum":8},{"multipleOf":2},{"multipleOf":3},
                 {"multipleOf":5}]})",
            "7",
            "the content fits none of the 4 possible forms: the content is 7 "
            "but must be at least 8, the content is 7 but must be a multiple "
            "of 2, the content is 7 but must be a multiple of 3 or …"},
        // What is wrong in every branch is told, and only that.
        ExplainCase{R"({"anyOf":[
               {"properties":{"x":{"type":"null"},"y":{"minimum":1}}},
               {"properties":{"x":{"type":"null"},"y":{"maximum":-1}}}]})",
                    R"({"x":1,"y":0})",
                    "'x' must be null but is the number 1"}));

INSTANTIATE_TEST_SUITE_P(
    RuledOut, Explain,
    testing::Values(
        ExplainCase{R"({"not":{"required":["a"]}})", R"({"a":1})",
                    "'a' may not be there"},
        ExplainCase{R"({"not":{"required":["a","b"]}})", R"({"a":1,"b":2})",
                    "'a' and 'b' may not be there together"},
        ExplainCase{
            R"({"not":{"type":["string","null"]}})", R"("x")",
            "the content is the text 'x' but may not be a text or null"},
        ExplainCase{
            R"({"properties":{"a":{"not":{"pattern":"^x"}}}})", R"({"a":"xy"})",
            "'a' is the text 'xy', which matches the pattern '^x' and so is "
            "ruled out"},
        ExplainCase{
            R"({"not":{"properties":{"a":{"const":1}},"required":["a"]}})",
            R"({"a":1})", "the content fits what 'not' rules out"},
        ExplainCase{R"({"not":{"enum":["a","b"]}})", R"("b")",
                    "the content is the text 'b', which is ruled out"}));

INSTANTIATE_TEST_SUITE_P(
    Names, Explain,
    testing::Values(
        ExplainCase{R"({"propertyNames":{"enum":["a","b"]}})", R"({"c":1})",
                    "the name 'c' must be 'a' or 'b'"},
        ExplainCase{
            R"({"propertyNames":{"maxLength":2}})", R"({"abc":1})",
            "the name 'abc' has length 3 but may have at most 2 characters"}));

INSTANTIATE_TEST_SUITE_P(
    Conditions, Explain,
    testing::Values(
        ExplainCase{R"({"if":{"properties":{"kind":{"const":"a"}}},
                 "then":{"required":["x"]},"else":{"required":["y"]}})",
                    R"({"kind":"b"})", "'y' is missing"},
        ExplainCase{R"({"dependentSchemas":{"a":{"properties":{"b":false}}}})",
                    R"({"a":1,"b":2})", "'b' is not allowed here"},
        ExplainCase{R"({"const":{"a":
                 [1, 2]}})",
                    "[]",
                    R"(the content is a list but must be {"a": [1, 2]})"}));

// A name is offered from whichever branch has it.
TEST(Explain, OffersNamesOfBranchesAndConditions) {
  const std::string schema =
      R"({"properties":{"kind":true},
          "anyOf":[{"properties":{"radius":true}}],
          "if":{"required":["kind"]},"then":{"properties":{"shade":true}},
          "unevaluatedProperties":false})";
  EXPECT_NE(FaultsIn(schema, R"({"radios":1})").find("did you mean 'radius'?"),
            std::string::npos);
  EXPECT_NE(
      FaultsIn(schema, R"({"kind":1,"shad":1})").find("did you mean 'shade'?"),
      std::string::npos);
}

TEST(Explain, OffersTheNearestOfAllBranchesValues) {
  EXPECT_EQ(FaultsIn(kShapes, R"({"kind":"circel","r":1})", Lang::kDa),
            "d.json:1:9: fejl: 'kind' må ikke være teksten 'circel'; mente du "
            "'circle'? [D205 not-allowed-value]\n"
            "    1 | {\"kind\":\"circel\",\"r\":1}\n"
            "      |         ^~~~~~~~\n"
            "    at /oneOf\n");
}

TEST(Explain, ListsTheFirstOfManyValues) {
  std::string values;
  for (int i = 100; i < 200; ++i) {
    values += (i == 100 ? "" : ",") + std::to_string(i);
  }
  EXPECT_EQ(FaultsIn("{\"enum\":[" + values + "]}", "5"),
            "d.json:1:1: error: the content may not be the number 5; known: "
            "100, 101, 102, 103, 104, 105, 106, 107, … (92 more) [D205 "
            "not-allowed-value]\n"
            "    1 | 5\n"
            "      | ^\n"
            "    at /enum\n");
}

TEST(Explain, PointsAtTheMemberThatMayNotBeThere) {
  EXPECT_EQ(
      FaultsIn(R"({"not":{"required":["a"]}})", R"({"b":1,"a":{}})", Lang::kDa),
      "d.json:1:8: fejl: 'a' må ikke være der [D234 forbidden-member]\n"
      "    1 | {\"b\":1,\"a\":{}}\n"
      "      |        ^~~\n"
      "    at /not\n");
}

}  // namespace
}  // namespace sigte
