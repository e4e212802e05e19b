// SPDX-License-Identifier: MPL-2.0

// Keywords that say what a schema is called and where it goes on, and those
// that check nothing.
#include <ostream>
#include <string>

#include "gtest/gtest.h"
#include "tests/schema/fault_text.h"

namespace sigte {
namespace {

struct ReferenceCase {
  std::string schema;
  std::string instance;
  std::string message;  // empty: valid
};

void PrintTo(const ReferenceCase& c, std::ostream* out) {
  *out << c.instance << " under " << c.schema;
}

class Reference : public testing::TestWithParam<ReferenceCase> {};

TEST_P(Reference, LeadsWhereTheStandardSays) {
  EXPECT_EQ(MessageOf(GetParam().schema, GetParam().instance),
            GetParam().message);
}

constexpr const char* kNotNull = "the content must be null but is the number 1";

INSTANTIATE_TEST_SUITE_P(
    Places, Reference,
    testing::Values(
        ReferenceCase{
            R"({"$ref":"#/$defs/a~1b%25c","$defs":{"a/b%c":{"type":"null"}}})",
            "1", kNotNull},
        ReferenceCase{R"({"allOf":[{"type":"null"},{"$ref":"#/allOf/0"}]})",
                      "null", ""},
        ReferenceCase{
            R"({"$ref":"#n","minimum":2,"$defs":{"x":{"$anchor":"n",
                 "multipleOf":2}}})",
            "1",
            "the content is 1 but must be at least 2; the content is 1 but "
            "must be a multiple of 2"},
        ReferenceCase{R"({"properties":{"next":{"$ref":"#"}},
                 "additionalProperties":false})",
                      R"({"next":{"next":{"nxt":1}}})",
                      "unknown member 'nxt'"}));

INSTANTIATE_TEST_SUITE_P(
    BaseUris, Reference,
    testing::Values(
        ReferenceCase{R"({"$id":"https://e.invalid/root","$ref":"item",
                 "$defs":{"i":{"$id":"item","type":"null"}}})",
                      "1", kNotNull},
        ReferenceCase{R"({"$id":"https://e.invalid/a/","$ref":"#/$defs/x",
                 "$defs":{"x":{"$id":"b/","$ref":"c"},
                          "c":{"$id":"b/c","type":"null"}}})",
                      "1", kNotNull},
        ReferenceCase{R"({"$id":"urn:example:root","$ref":"urn:example:part#p",
                 "$defs":{"i":{"$id":"urn:example:part",
                               "$defs":{"q":{"$anchor":"p","type":"null"}}}}})",
                      "1", kNotNull}));

// A tree that is said to be strict is so all the way down, although the schema
// of a tree knows nothing of strictness.
constexpr const char* kStrictTree =
    R"({"$id":"https://e.invalid/strict","$dynamicAnchor":"node",
        "$ref":"tree","unevaluatedProperties":false,
        "$defs":{"t":{"$id":"tree","$dynamicAnchor":"node","type":"object",
          "properties":{"data":true,"children":{"type":"array",
            "items":{"$dynamicRef":"#node"}}}}}})";

INSTANTIATE_TEST_SUITE_P(
    Dynamic, Reference,
    testing::Values(
        ReferenceCase{kStrictTree,
                      R"({"children":[{"data":1},{"children":[]}]})", ""},
        ReferenceCase{kStrictTree,
                      R"({"children":[{"children":[{"daat":1}]}]})",
                      "unknown member 'daat'"},
        // Without a dynamic anchor it is a plain reference.
        ReferenceCase{R"({"$dynamicRef":"#n","$defs":{"a":{"$anchor":"n",
                 "type":"null"}}})",
                      "1", kNotNull}));

INSTANTIATE_TEST_SUITE_P(
    Silent, Reference,
    testing::Values(
        ReferenceCase{
            R"({"$schema":"https://json-schema.org/draft/2020-12/schema",
                 "$comment":"c","$defs":{"a":false},"title":"t",
                 "description":"d","default":5,"deprecated":true,
                 "readOnly":true,"writeOnly":true,"examples":[1]})",
            "null", ""},
        ReferenceCase{R"({"contentEncoding":"base64","contentMediaType":"x/y",
                 "contentSchema":{"type":"null"}})",
                      R"("not base64!")", ""},
        ReferenceCase{R"({"then":false,"else":false})", "1", ""},
        ReferenceCase{R"({"if":false})", "1", ""},
        ReferenceCase{R"({"minContains":5,"maxContains":0})", "[1]", ""},
        ReferenceCase{R"({"format":"date"})", R"("no date")", ""},
        ReferenceCase{R"({"x-anything":{"type":"null"}})", "1", ""}));

// A dialect without the vocabulary of `minimum` has no such keyword.
TEST(Vocabulary, DecidesWhichKeywordsThereAre) {
  const std::string meta =
      R"({"$id":"https://e.invalid/m","$vocabulary":{
          "https://json-schema.org/draft/2020-12/vocab/core":true,
          "https://json-schema.org/draft/2020-12/vocab/applicator":true}})";
  const std::string schema =
      R"({"$schema":"https://e.invalid/m","minimum":5,
          "properties":{"a":{"type":"null"},"b":false}})";
  EXPECT_EQ(MessageWith(meta, schema, "1"), "");
  EXPECT_EQ(MessageWith(meta, schema, R"({"a":1,"b":1})"),
            "'b' is not allowed here");
}

TEST(Vocabulary, ThatIsRequiredMustBeKnown) {
  EXPECT_EQ(
      MessageWith(R"({"$id":"https://e.invalid/m","$vocabulary":{
                            "https://e.invalid/v":true}})",
                  R"({"$schema":"https://e.invalid/m"})", "1"),
      "other.json:2:29: error: the dialect requires the vocabulary "
      "'https://e.invalid/v', which is not known [S107 "
      "unknown-vocabulary]\n"
      "    2 |                             \"https://e.invalid/v\":true}}\n"
      "      |                             ^~~~~~~~~~~~~~~~~~~~~\n");
}

}  // namespace
}  // namespace sigte
