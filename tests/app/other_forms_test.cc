// SPDX-License-Identifier: MPL-2.0

// Rulesets for other forms than the shipped one: their fields are called as
// their authors like.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/app/program_runner.h"

namespace sigte {
namespace {

constexpr const char* kRules =
    "- rule: shops\n"
    "  kind: inclusion\n"
    "  title: {da: Butik, en: Shop}\n"
    "  source: Bylaw 1\n"
    "  holds_when: '\"shop\" in uses'\n"
    "  message: {da: Butik, en: Shop}\n"
    "  ask: {da: \"Butik?\", en: \"A shop?\"}\n"
    "  examples:\n"
    "    - {given: {uses: [shop]}, expect: true}\n"
    "    - {given: {uses: []}, expect: false}\n"
    "- rule: objections\n"
    "  kind: exclusion\n"
    "  title: {da: Indsigelse, en: Objection}\n"
    "  source: Bylaw 2\n"
    "  holds_when: note.matches(\"objection\")\n"
    "  message: {da: Indsigelse, en: Objection}\n"
    "  ask: {da: \"Indsigelse?\", en: \"An objection?\"}\n"
    "  examples:\n"
    "    - {given: {note: an objection}, expect: true}\n"
    "    - {given: {note: none}, expect: false}\n";

class OtherForms : public testing::Test {
 protected:
  /// A form of permits by street: `note` and `more` are what its schema says of
  /// the field of that name and of further fields (`, "x": {…}`).
  void Form(const std::string& note, const std::string& more = "",
            const std::string& manifest = "") const {
    work_.Write("rules/ruleset.yaml",
                "ruleset: permits\nversion: \"1\"\n"
                "title: {da: Tilladelser, en: Permits}\nsource: Bylaws\n"
                "schema: p.schema.json\n"
                "records: {list: permits, id: key, group: street}\n"
                "missing: [\"-\", none]\n"
                "scope: inclusion && !exclusion\n"
                "reasons: [{reason: known, title: {da: Kendt, en: Known}}]\n" +
                    manifest);
    work_.Write("rules/rules.yaml", kRules);
    work_.Write("rules/p.schema.json",
                R"({"type": "object", "properties": {
 "street": {"type": "string"},
 "permits": {"type": "array", "items": {"$ref": "#/$defs/permit"}}},
"$defs": {"permit": {"type": "object", "properties": {
 "street": {"type": "string"},
 "key": {"type": "string"},
 "note": )" + note + R"(,
 "uses": {"type": "array", "items": {"type": "string"}})" +
                    more + "}}}}\n");
  }

  ProgramRun Run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.end(), {"--rules", "rules"});
    return work_.Run(std::move(arguments));
  }

  /// What is decided of a file's records, in short.
  std::string Verdicts(const std::string& file) const {
    const std::string lines = Run({"screen", "--format", "ndjson", file}).out;
    const std::string key = "\"verdict\":\"";
    std::string out;
    for (std::size_t at = lines.find(key); at != std::string::npos;
         at = lines.find(key, at)) {
      at += key.size();
      out += lines.substr(at, lines.find('"', at) - at) + " ";
    }
    return out;
  }

  Workplace work_;
};

constexpr const char* kTwoPermits =
    R"({"street": "High", "key": "1", "note": "none known", "uses": ["shop"]}
{"street": "High", "key": "2", "note": "an objection", "uses": ["shop"]}
)";

// What stands in a field is what decides, and not what we wrote beside it.
TEST_F(OtherForms, MayCallTheirFieldsAsAReplyCallsItsOwnColumns) {
  const std::string titles[] = {
      R"("title": "Bem\u00e6rkninger", "x-en": {"title": "Remarks"})",
      R"("title": "Afg\u00f8relse", "x-en": {"title": "Verdict"})",
      R"("title": "Mangler", "x-en": {"title": "Missing"})"};
  for (const std::string& title : titles) {
    Form(R"({"type": "string", )" + title + "}");
    work_.Write("a.ndjson", kTwoPermits);
    EXPECT_EQ(Verdicts("a.ndjson"), "include exclude ") << title;
    for (const std::string lang : {"da", "en"}) {
      ASSERT_EQ(
          Run({"screen", "--lang", lang, "-o", "reply.xlsx", "a.ndjson"}).code,
          0);
      EXPECT_EQ(Verdicts("reply.xlsx"), "include exclude ") << title;
    }
  }
}

// The sheet saved as CSV, and a table that never was one of ours.
TEST_F(OtherForms, ReadAColumnCalledLikeOursAsTheFields) {
  Form(R"({"type": "string", "title": "Remarks"})",
       R"(, "left": {"type": "string", "title": "Missing"})");
  work_.Write("a.csv",
              "street;key;Remarks;uses;Missing;Verdict\n"
              "High;1;an objection;shop;;\n");
  EXPECT_EQ(Run({"screen", "--format", "concise", "a.csv"}).out,
            "a.csv:1:1: note: the file was read as CSV in UTF-8 with "
            "semicolons between the cells [D315 assumed-csv]\n"
            "a.csv:1:33: error: the heading 'Verdict' is no field's name; "
            "known: street, key, Remarks, uses, Missing [D341 unknown-column]\n"
            "Records read: 1 = 0 included + 1 left out + 0 borderline + 0 "
            "invalid\n");
  work_.Write("b.csv",
              "street;key;Remarks;uses;Missing (sigte);Verdict;Remarks (sigte)"
              "\nHigh;1;an objection;shop;;included;none\n");
  EXPECT_EQ(Verdicts("b.csv"), "exclude ");
}

TEST_F(OtherForms, TellTheirFieldsFromTheColumnsOfTheCsvOutput) {
  Form(R"({"type": "string"})");
  const std::string schema = work_.Read("rules/p.schema.json");
  const std::string id = R"("key": {"type": "string")";
  std::string titled = schema;
  titled.insert(titled.find(id) + id.size(), R"(, "title": "Verdict")");
  work_.Write("rules/p.schema.json", titled);
  work_.Write("a.ndjson", "");
  EXPECT_EQ(Run({"screen", "--format", "csv", "a.ndjson"}).out,
            "\xEF\xBB\xBF\"street\",\"Verdict\",\"Verdict (sigte)\",\"Why left "
            "out\",\"Questions\",\"Faults\",\"Remarks\",\"Rulings\",\"File\","
            "\"Sheet\",\"Line\"\r\n");
}

}  // namespace
}  // namespace sigte
