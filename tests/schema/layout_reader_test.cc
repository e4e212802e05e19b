// SPDX-License-Identifier: MPL-2.0

#include "engine/schema/layout_reader.h"

#include <fmt/format.h>

#include <string>

#include "gtest/gtest.h"
#include "tests/schema/schema_store.h"

namespace sigte {
namespace {

constexpr std::array kTypes = {"bool", "int", "decimal", "text"};

std::string Described(const Field& field) {
  std::string text = field.name + ": " + (field.is_list ? "list of " : "") +
                     kTypes[static_cast<std::size_t>(field.type)];
  if (field.required) text += ", required";
  if (field.of_group) text += ", of the group";
  if (field.of_file) text += " and file alone";
  if (field.asked_of_file) text += ", asked of the file";
  if (!field.number.empty()) text += ", number " + field.number;
  for (const std::string& alias : field.aliases) text += ", alias " + alias;
  if (field.minimum) text += ", from " + field.minimum->ToString();
  if (field.maximum) text += ", to " + field.maximum->ToString();
  if (field.exclusive_minimum) {
    text += ", above " + field.exclusive_minimum->ToString();
  }
  if (field.exclusive_maximum) {
    text += ", below " + field.exclusive_maximum->ToString();
  }
  if (field.max_length) {
    text += ", at most " + std::to_string(*field.max_length) + " letters";
  }
  const auto add = [&](const char* name, const LocalText& local) {
    if (local.empty()) return;
    text += fmt::format(", {} {}/{}", name, local.In(Lang::kDa),
                        local.In(Lang::kEn));
  };
  add("title", field.title);
  add("unit", field.unit);
  for (const FieldChoice& choice : field.choices) {
    text += ", " + choice.value;
    add("=", choice.title);
    for (const std::string& alias : choice.aliases) text += " or " + alias;
  }
  return text + "\n";
}

/// The layout in words, or the issues.
std::string LayoutOf(std::string_view schema, std::string* pointer) {
  SchemaStore store;
  const auto& text = store.Parse("s.json", schema);
  IssueList issues;
  const auto layout =
      ReadLayout(text.document, &text.source, "initiatives", pointer, &issues);
  EXPECT_EQ(layout.has_value(), !issues.has_errors());
  std::string all;
  for (const Issue& issue : issues.issues()) all += Format(issue, Lang::kEn);
  if (!layout) return all;
  EXPECT_EQ(layout->list_member, "initiatives");
  for (const Field& field : layout->fields()) all += Described(field);
  return all;
}

TEST(LayoutReader, ReadsFieldsWithTheirTypesAndTexts) {
  std::string pointer;
  EXPECT_EQ(LayoutOf(R"({"x-language": "da", "properties": {
        "mapping": {"const": "m-2022"},
        "municipality": {"$ref": "#/$defs/municipality"},
        "contact": {"type": "object"},
        "initiatives": {"type": "array", "items": {"$ref": "#/$defs/record"}}},
      "required": ["municipality"],
      "$defs": {
        "municipality": {"type": "integer", "oneOf": [
          {"const": 101, "title": "København", "x-en": {"title": "Copenhagen"}},
          {"const": 147, "title": "Frederiksberg"}]},
        "record": {"properties": {
          "id": {"type": "string", "title": "Nummer"},
          "spend": {"type": "integer", "x-unit": {"da": "kr.", "en": "DKK"}},
          "share": {"type": ["number", "null"], "x-unit": "%"},
          "open": {"type": "boolean"},
          "area": {"enum": ["a", "b", null]},
          "financing": {"type": "array", "items": {"oneOf": [
            {"const": "state", "title": "Stat"}, {"const": "own"}]}}},
          "required": ["id", "spend"]}}})",
                     &pointer),
            "id: text, required, title Nummer/Nummer\n"
            "spend: int, required, unit kr./DKK\n"
            "share: decimal, unit %/%\n"
            "open: bool\n"
            "area: text, a, b\n"
            "financing: list of text, state, = Stat/Stat, own\n"
            "mapping: text, of the group and file alone, m-2022\n"
            "municipality: int, required, of the group and file alone, 101, = "
            "København/Copenhagen, 147, = Frederiksberg/Frederiksberg\n");
  EXPECT_EQ(pointer, "/$defs/record");
}

// What tables need: other names, numbers, and whether null is an answer.
TEST(LayoutReader, ReadsWhatElseFieldsAndChoicesAreCalled) {
  SchemaStore store;
  const auto& text = store.Parse("s.json", R"({"properties": {
    "mapping": {"const": "m"},
    "rows": {"items": {"properties": {
      "mapping": {"$ref": "#/$defs/m"},
      "cost": {"type": ["integer", "null"], "x-number": 2,
               "x-unit-aliases": ["t.kr.", "tkr."],
               "x-other-units": ["EUR", "%"],
               "x-aliases": ["spend", "field 2"]},
      "who": {"type": ["string", "null"], "x-number": "K1", "oneOf": [
        {"const": "men", "title": "Mænd", "x-aliases": ["1"]},
        {"const": null, "title": "Ukendt", "x-en": {"title": "Unknown"},
         "x-aliases": ["?"]}]},
      "must": {"type": "string"},
      "either": {"enum": ["a", null]}}}},
    "season": {"type": "string"}},
    "$defs": {"m": {"const": "m"}}})");
  IssueList issues;
  std::string pointer;
  const auto layout =
      ReadLayout(text.document, &text.source, "rows", &pointer, &issues);
  ASSERT_TRUE(layout.has_value());
  const auto field = [&](const char* name) -> const Field& {
    return (*layout)[layout->Find(name)];
  };
  EXPECT_EQ(field("cost").number, "2");
  EXPECT_EQ(field("cost").aliases,
            (std::vector<std::string>{"spend", "field 2"}));
  EXPECT_EQ(field("cost").unit_aliases,
            (std::vector<std::string>{"t.kr.", "tkr."}));
  EXPECT_EQ(field("cost").other_units, (std::vector<std::string>{"EUR", "%"}));
  EXPECT_TRUE(field("cost").nullable);
  EXPECT_EQ(field("who").number, "K1");
  ASSERT_EQ(field("who").choices.size(), 1u);
  EXPECT_EQ(field("who").choices[0].aliases, std::vector<std::string>{"1"});
  EXPECT_EQ(field("who").null_names,
            (std::vector<std::string>{"Ukendt", "Unknown", "?"}));
  EXPECT_FALSE(field("must").nullable);
  EXPECT_TRUE(field("either").nullable);
  EXPECT_FALSE(field("mapping").of_file);
  EXPECT_TRUE(field("season").of_file);
}

TEST(LayoutReader, ReadsNumbersAliasesAndBounds) {
  std::string pointer;
  EXPECT_EQ(LayoutOf(R"({"properties": {
        "town": {"$ref": "#/$defs/town"},
        "initiatives": {"items": {"properties": {
          "town": {"$ref": "#/$defs/town"},
          "title": {"type": "string", "maxLength": 300, "x-number": 1,
                    "x-aliases": ["titel", "navn"]},
          "share": {"type": "number", "minimum": 0.5, "maximum": 1e2},
          "rate": {"type": "number", "exclusiveMinimum": 0,
                   "exclusiveMaximum": 2.5},
          "kind": {"oneOf": [{"const": "a", "x-aliases": ["1", "A."]
}]
}
}
}
}
}
, "required" : ["town"], "$defs" : {
  "town" : { "type" : "integer", "x-number" : "K1" }
}
})",
                     &pointer),
            "town: int, of the group, asked of the file, number K1\n"
            "title: text, number 1, alias titel, alias navn, at most 300 "
            "letters\n"
            "share: decimal, from 0.5, to 100\n"
            "rate: decimal, above 0, below 2.5\n"
            "kind: text, a or 1 or A.\n");
}

// Whatever order they stand in: all of them hold.
TEST(LayoutReader, TakesTheNarrowestOfAllBoundsThatApply) {
  std::string pointer;
  EXPECT_EQ(LayoutOf(R"({"properties": {"initiatives": {"items": {
        "$ref": "#/$defs/record",
        "allOf": [{"properties": {"cost": {"maximum": 400}}}],
        "properties": {
          "cost": {"maximum": 600, "title": "Pris"},
          "share": {"$ref": "#/$defs/share", "maximum": 90,
                    "allOf": [{"minimum": 5, "maximum": 80},
                              {"minimum": 2, "exclusiveMinimum": 1}]},
          "title": {"$ref": "#/$defs/title", "allOf": [{"maxLength": 9}]}}}}},
        "$defs": {
          "share": {"type": "number", "minimum": 0, "maximum": 100,
                    "exclusiveMinimum": 0},
          "title": {"type": "string", "maxLength": 30},
          "record": {"properties": {
            "cost": {"type": "integer", "minimum": 0, "maximum": 500}}}}})",
                     &pointer),
            "cost: int, from 0, to 400, title Pris/Pris\n"
            "share: decimal, from 5, to 80, above 1\n"
            "title: text, at most 9 letters\n");
}

// With the titles that the wider list gives them.
TEST(LayoutReader, TakesTheChoicesThatAllListsAllow) {
  std::string pointer;
  EXPECT_EQ(LayoutOf(R"({"properties": {"initiatives": {"items": {
        "properties": {
          "area": {"$ref": "#/$defs/area", "enum": ["b", "c", null]},
          "kind": {"enum": ["x", "y", "z"], "allOf": [{"enum": ["z", "x"]}]}}}}},
        "$defs": {"area": {"oneOf": [
          {"const": "a", "title": "Alle"}, {"const": "b", "title": "Byen"},
          {"const": "c", "title": "Centrum"}, {"type": "null"}]}}})",
                     &pointer),
            "area: text, b, = Byen/Byen, c, = Centrum/Centrum\n"
            "kind: text, x, z\n");
}

TEST(LayoutReader, RefusesAFieldWithoutASingleType) {
  std::string pointer;
  EXPECT_EQ(LayoutOf(R"({"properties": {"initiatives": {"items": {
 "properties": {"a": {"type": ["string", "number"]}}}}}})",
                     &pointer),
            "s.json:2:17: error: 'a' has no type that a field can have: text, "
            "number, whole number, true/false or a list of these [S121 "
            "no-field-type]\n"
            "    2 |  \"properties\": {\"a\": {\"type\": [\"string\", "
            "\"number\"]}}}}}}\n"
            "      |                 ^~~\n");
}

/// The issues with `fields` as the properties of a record.
std::string IssuesWith(const std::string& fields) {
  std::string pointer;
  return LayoutOf(
      "{\"properties\": {\"initiatives\": {\"items\": {\"properties\": {\n" +
          fields + "\n}}}}}",
      &pointer);
}

TEST(LayoutReader, RefusesTwoFieldsOfOneTitleInWhateverLanguage) {
  EXPECT_EQ(
      IssuesWith(R"("a": {"type": "string", "title": "Name"},
"b": {"type": "string", "title": "Navn", "x-en": {"title": "Name"}})"),
      "s.json:3:1: error: the fields 'a' and 'b' are both called 'Name' [S130 "
      "title-twice]\n"
      "    3 | \"b\": {\"type\": \"string\", \"title\": \"Navn\", "
      "\"x-en\": {\"title\": \"Name\"}}\n"
      "      | ^~~\n");
  EXPECT_EQ(IssuesWith(R"("a": {"type": "string", "title": "Note",
                    "x-en": {"title": "Note"}},
"b": {"type": "string"}, "c": {"type": "string"})"),
            "a: text, title Note/Note\nb: text\nc: text\n");
}

TEST(LayoutReader, RefusesALanguageThatTheProgramDoesNotSpeak) {
  std::string pointer;
  EXPECT_EQ(LayoutOf(R"({"x-language": "de", "properties": {"initiatives":
{"items": {"properties": {"a": {"type": "string"}}}}}})",
                     &pointer),
            "s.json:1:16: error: 'x-language' must be \"da\" or \"en\" [S132 "
            "wrong-annotation]\n"
            "    1 | {\"x-language\": \"de\", \"properties\": "
            "{\"initiatives\":\n"
            "      |                ^~~~\n");
}

TEST(LayoutReader, WarnsOfAMisspeltKeywordOfTheSchemaItself) {
  std::string pointer;
  EXPECT_EQ(LayoutOf(R"({"x-langauge": "en", "properties": {"initiatives":
{"items": {"properties": {"a": {"type": "string"}}}}}})",
                     &pointer),
            "s.json:1:2: warning: unknown keyword 'x-langauge'; it checks "
            "nothing; did you mean 'x-language'? [S112 unknown-keyword]\n"
            "    1 | {\"x-langauge\": \"en\", \"properties\": "
            "{\"initiatives\":\n"
            "      |  ^~~~~~~~~~~~\n"
            "a: text\n");
}

// No table can tell them apart, whatever a heading says.
TEST(LayoutReader, RefusesTwoFieldsWhoseNamesTablesTakeForOne) {
  EXPECT_EQ(IssuesWith(R"("Type": {"type": "string"},
"type": {"type": "string"})"),
            "s.json:3:1: error: the fields 'Type' and 'type' are both called "
            "'type' [S130 title-twice]\n"
            "    3 | \"type\": {\"type\": \"string\"}\n"
            "      | ^~~~~~\n");
  EXPECT_EQ(IssuesWith(R"("a": {"type": "string", "title": "Cost, net"},
"b": {"type": "string", "title": "COST net"})"),
            "s.json:3:1: error: the fields 'a' and 'b' are both called 'COST "
            "net' [S130 title-twice]\n"
            "    3 | \"b\": {\"type\": \"string\", \"title\": \"COST "
            "net\"}\n"
            "      | ^~~\n");
}

TEST(LayoutReader, RefusesTwoChoicesOfOneTitleButNotOfTwoFields) {
  EXPECT_EQ(
      IssuesWith(R"("a": {"oneOf": [{"const": "x", "title": "One"},
  {"const": "y", "title": "Two"}, {"const": "z", "title": "One"}]})"),
      "s.json:2:1: error: the values 'x' and 'z' of 'a' are both called 'One' "
      "[S131 choice-title-twice]\n"
      "    2 | \"a\": {\"oneOf\": [{\"const\": \"x\", \"title\": "
      "\"One\"},\n"
      "      | ^~~\n");
  EXPECT_EQ(IssuesWith(R"("a": {"oneOf": [{"const": "x", "title": "One"}]},
"b": {"oneOf": [{"const": "x", "title": "One"}]})"),
            "a: text, x, = One/One\nb: text, x, = One/One\n");
}

struct WrongAnnotation {
  const char* name;
  const char* field;
  const char* said;
};

class LayoutReaderAnnotation : public testing::TestWithParam<WrongAnnotation> {
};

TEST_P(LayoutReaderAnnotation, OfAnotherFormIsRefused) {
  const std::string said = IssuesWith(R"("a": {"type": "integer", )" +
                                      std::string(GetParam().field) + "}");
  EXPECT_EQ(said.substr(0, said.find(" [")),
            "s.json:2:" + std::string(GetParam().said));
}

INSTANTIATE_TEST_SUITE_P(
    All, LayoutReaderAnnotation,
    testing::Values(
        WrongAnnotation{"AliasesAsText", R"("x-unit-aliases": "T€")",
                        "44: error: 'x-unit-aliases' must be a list of texts"},
        WrongAnnotation{"ANumberAmongAliases", R"("x-aliases": ["a", 7])",
                        "39: error: 'x-aliases' must be a list of texts"},
        WrongAnnotation{"AnotherLanguage", R"("x-unit": {"de": "EUR"})",
                        "36: error: 'x-unit' must be a text or an object of "
                        "texts: {\"da\": …, \"en\": …}"},
        WrongAnnotation{"ALanguageTooMany",
                        R"("x-unit": {"da": "kr.", "de": "EUR"})",
                        "36: error: 'x-unit' must be a text or an object of "
                        "texts: {\"da\": …, \"en\": …}"},
        WrongAnnotation{"AListAsNumber", R"("x-number": [1])",
                        "38: error: 'x-number' must be a number or a text"},
        WrongAnnotation{"ATextAsLanguage", R"("x-en": "Cost")",
                        "34: error: 'x-en' must be an object"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(LayoutReader, PassesOverAnnotationsThatAreNobodysOfOurs) {
  EXPECT_EQ(IssuesWith(R"("a": {"type": "integer", "x-other": 7,
  "x-unit": {"en": "kr."}})"),
            "a: int, unit kr./kr.\n");
}

TEST(LayoutReader, WarnsOfNamesThatNoConditionCanHold) {
  SchemaStore store;
  const auto& text = store.Parse("s.json", R"({"properties": {"rows": {"items":
 {"properties": {"størrelse": {"type": "integer"}, "in": {"type": "string"},
  "a-b": {"type": "string"}, "a_1": {"type": "string"}}}}}})");
  IssueList issues;
  std::string pointer;
  EXPECT_TRUE(
      ReadLayout(text.document, &text.source, "rows", &pointer, &issues));
  std::string all;
  for (const Issue& issue : issues.issues()) {
    const std::string said = Format(issue, Lang::kEn);
    all += said.substr(0, said.find('\n') + 1);
  }
  EXPECT_EQ(all,
            "s.json:2:18: warning: no condition can hold the name 'størrelse' "
            "[S133 name-no-condition-has]\n"
            "s.json:2:52: warning: no condition can hold the name 'in' [S133 "
            "name-no-condition-has]\n"
            "s.json:3:3: warning: no condition can hold the name 'a-b' [S133 "
            "name-no-condition-has]\n");
}

TEST(LayoutReader, RefusesASchemaWithoutTheList) {
  std::string pointer;
  EXPECT_EQ(LayoutOf(R"({"properties": {}})", &pointer),
            "s.json:1:1: error: the schema describes no list 'initiatives' of "
            "objects [S120 no-record-list]\n"
            "    1 | {\"properties\": {}}\n"
            "      | ^\n");
}

// Hostile: a field that is a list of itself, and one that is its own choice.
TEST(LayoutReader, EndsOnSchemasThatGoInCircles) {
  std::string pointer;
  EXPECT_NE(LayoutOf(R"({"properties": {"initiatives": {"items": {
    "properties": {
      "a": {"$ref": "#/$defs/l"}, "b": {"$ref": "#/$defs/o"}}}}},
    "$defs": {"l": {"type": "array", "items": {"$ref": "#/$defs/l"}},
              "o": {"oneOf": [{"$ref": "#/$defs/o"}]}}})",
                     &pointer)
                .find("S121"),
            std::string::npos);
}

}  // namespace
}  // namespace sigte
