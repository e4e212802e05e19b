// SPDX-License-Identifier: MPL-2.0

// Schemas that are valid and that no record can satisfy.

#include <gtest/gtest.h>

#include <string>

#include "engine/schema/layout_reader.h"
#include "tests/schema/schema_store.h"

namespace sigte {
namespace {

/// The issues with `record` as what is said of a record, on a line of its own.
std::string IssuesOf(const std::string& record) {
  SchemaStore store;
  const auto& text =
      store.Parse("s.json", "{\"properties\": {\"list\": {\"items\": {\n" +
                                record + "\n}}}}");
  std::string pointer;
  IssueList issues;
  ReadLayout(text.document, &text.source, "list", &pointer, &issues);
  std::string all;
  for (const Issue& issue : issues.issues()) {
    const std::string told = Format(issue, Lang::kEn);
    all += told.substr(0, told.find('\n')) + "\n";
  }
  return all;
}

std::string IssuesOfField(const std::string& field) {
  return IssuesOf("\"properties\": {\"a\": " + field + "}");
}

TEST(FieldDemands, ThatLeaveNoNumberAreRefused) {
  constexpr const char* kTold =
      "s.json:2:16: error: no value can stand in 'a': what is demanded of it "
      "leaves none [S134 no-value-fits]\n";
  for (const char* bounds : {R"("minimum": 200, "maximum": 100)",
                             R"("minimum": 200, "exclusiveMaximum": 100)",
                             R"("minimum": 1, "exclusiveMaximum": 1)",
                             R"("exclusiveMinimum": 1.5, "maximum": 1.5)",
                             R"("minimum": 5, "allOf": [{"maximum": 4}])"}) {
    EXPECT_EQ(
        IssuesOfField(std::string("{\"type\": \"number\", ") + bounds + "}"),
        kTold)
        << bounds;
  }
  EXPECT_EQ(
      IssuesOfField(R"({"type": "string", "minLength": 3, "maxLength": 2})"),
      kTold);
  EXPECT_EQ(IssuesOfField(R"({"type": "number", "minimum": 1, "maximum": 1})"),
            "");
}

TEST(FieldDemands, ThatLeaveNoChoiceAreRefused) {
  EXPECT_EQ(IssuesOfField(R"({"type": "string", "enum": []})"),
            "s.json:2:48: error: no value can stand in 'a': what is demanded "
            "of it leaves none [S134 no-value-fits]\n");
  EXPECT_EQ(IssuesOfField(R"({"type": ["string", "null"], "enum": [null]})"),
            "");
}

TEST(FieldDemands, ThatNoValueOfTheTypeMeetsAreRefused) {
  EXPECT_EQ(IssuesOfField(R"({"type": "string", "enum": ["x", 5, null]})"),
            "s.json:2:54: error: 5 can never stand in 'a', which is of another "
            "type [S135 value-of-another-type]\n");
  EXPECT_EQ(
      IssuesOfField(
          R"({"type": "integer", "oneOf": [{"const": 1}, {"const": "2"}]})"),
      "s.json:2:75: error: \"2\" can never stand in 'a', which is of "
      "another type [S135 value-of-another-type]\n");
  EXPECT_EQ(
      IssuesOfField(
          R"({"type": "array", "items": {"type": "string", "enum": [true]}})"),
      "s.json:2:76: error: true can never stand in 'a', which is of another "
      "type [S135 value-of-another-type]\n");
  EXPECT_EQ(IssuesOfField(R"({"type": "number", "enum": [1, 2.5]})"), "");
}

// Two forms fit it then, and 'oneOf' demands exactly one.
TEST(FieldDemands, ThatAValueMeetsTwiceAreRefused) {
  EXPECT_EQ(
      IssuesOfField(
          R"({"type": "string", "oneOf": [{"const": "nord"}, {"const": "nord"}]})"),
      "s.json:2:79: error: \"nord\" stands twice in 'oneOf', so that 'a' can "
      "never be it [S137 choice-twice]\n");
  EXPECT_EQ(
      IssuesOfField(
          R"({"type": "array", "items": {"type": "number", "oneOf": [{"const": 1}, {"const": 1.0}]}})"),
      "s.json:2:101: error: 1.0 stands twice in 'oneOf', so that 'a' can never "
      "be it [S137 choice-twice]\n");
  EXPECT_EQ(
      IssuesOfField(
          R"({"type": "string", "anyOf": [{"const": "nord"}, {"const": "nord"}]})"),
      "");
}

// Other keywords that begin with x- are anybody's.
TEST(FieldKeywords, ThatLookLikeTheProgramsOwnAreWarnedOf) {
  EXPECT_EQ(IssuesOfField(R"({"type": "string", "x-da": {"titel": "Navn"}})"),
            "s.json:2:49: warning: unknown keyword 'titel'; it checks nothing; "
            "did you mean 'title'? [S112 unknown-keyword]\n");
  EXPECT_EQ(IssuesOfField(R"({"type": "string", "x-dk": {"title": "Navn"}})"),
            "s.json:2:40: warning: unknown keyword 'x-dk'; it checks nothing; "
            "did you mean 'x-da'? [S112 unknown-keyword]\n");
  EXPECT_EQ(IssuesOfField(R"({"type": "string", "x-alias": ["Navn"]})"),
            "s.json:2:40: warning: unknown keyword 'x-alias'; it checks "
            "nothing; did you mean 'x-aliases'? [S112 unknown-keyword]\n");
  EXPECT_EQ(
      IssuesOfField(
          R"({"type": "string", "oneOf": [{"const": "x", "x-en": {"tile": "X"}}]})"),
      "s.json:2:74: warning: unknown keyword 'tile'; it checks nothing; did "
      "you mean 'title'? [S112 unknown-keyword]\n");
  EXPECT_EQ(IssuesOfField(R"({"type": "string", "x-da": {"title": "Navn"}, )"
                          R"("x-secret": {"key": 1}})"),
            "");
}

TEST(FieldDemands, ForWhatIsNoFieldAreRefusedWhereNoOtherMayBeThere) {
  const std::string fields = R"("properties": {"title": {"type": "string"}},)"
                             R"( "required": ["titel"])";
  EXPECT_EQ(IssuesOf(fields + ", \"additionalProperties\": false"),
            "s.json:2:59: error: 'titel' is required, but no field is called "
            "so, and no other may be there; did you mean 'title'? [S136 "
            "required-is-no-field]\n");
  EXPECT_EQ(IssuesOf(fields), "");
}

}  // namespace
}  // namespace sigte
