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

// As in the cell of a table: a list has no place for a question.
TEST_F(OtherForms, RefuseANumberOfAListThatJsonLeavesOpen) {
  Form(R"({"type": "string"})",
       R"(, "fees": {"type": "array", "items": {"type": "integer"}})");
  work_.Write("a.json",
              "{\"permits\": [{\"street\": \"High\", \"key\": \"1\",\n"
              "  \"note\": \"x\", \"uses\": [\"shop\"],\n"
              "  \"fees\": [7, 12.000, 1.0]}]}\n");
  EXPECT_EQ(Run({"screen", "--format", "concise", "a.json"}).out,
            "a.json:3:15: error: High/1: '12.000' can be read in two ways: as "
            "12000 and as 12 [D356 two-readings]\n"
            "Records read: 1 = 0 included + 0 left out + 0 borderline + 1 "
            "invalid\n");
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

// "12.000" is asked about, and its line of the file is no number.
TEST_F(OtherForms, SendANumberBackThatJsonLeavesOpen) {
  Form(R"({"type": "string"})", R"(, "fee": {"type": "integer"})");
  work_.Write("a.json",
              "{\"permits\": [{\"street\": \"High\", \"key\": \"1\",\n"
              "  \"note\": \"x\", \"uses\": [\"shop\"],\n"
              "  \"fee\": 12.000}]}\n");
  Run({"screen", "-o", "reply.xlsx", "a.json"});
  const std::string told =
      Run({"screen", "--format", "concise", "reply.xlsx"}).out;
  EXPECT_NE(told.find("warning: High/1: '12.000' can be read in two ways: as "
                      "12000 and as 12 (fee) [D356 two-readings]"),
            std::string::npos)
      << told;
}

// As a cell, each of these would be a value of its field.
TEST_F(OtherForms, SendValuesOfAnotherTypeBackAsTheyWere) {
  Form(R"({"type": "string"})", R"(, "fee": {"type": "integer"},
 "open": {"type": "boolean"}, "sizes": {"type": "array",
  "items": {"type": "number"}})");
  const std::string wrong[] = {
      R"("uses": "shop")",      R"("uses": null)", R"("uses": ["shop", null])",
      R"("fee": "850")",        R"("note": 13)",   R"("note": null)",
      R"("open": "ja")",        R"("sizes": 13)",  R"("sizes": [null, 13])",
      R"("sizes": ["13"])",     R"("fee": [850])", R"("note": ["x"])",
      "\"sizes\": [1,\n \"2\"]"};
  for (const std::string& member : wrong) {
    work_.Write("a.json", R"({"permits": [{"street": "High", "key": "1", )" +
                              member + "}]}\n");
    EXPECT_EQ(Verdicts("a.json"), "invalid ") << member;
    Run({"screen", "-o", "reply.xlsx", "a.json"});
    EXPECT_EQ(Verdicts("reply.xlsx"), "invalid ") << member;
  }
  EXPECT_EQ(Run({"screen", "--format", "concise", "reply.xlsx"}).out,
            "reply.xlsx:Answers!F4: error: High/1: number 2 of 'sizes' must be "
            "a number but is the text '2' [D201 wrong-type]\n"
            "Records read: 1 = 0 included + 0 left out + 0 borderline + 1 "
            "invalid\n");
}

TEST_F(OtherForms, HaveNoGroupThatIsCalledLikeAKeyOfADecision) {
  Form(R"({"type": "string"})", R"(, "verdict": {"type": "string"})");
  const std::string manifest = work_.Read("rules/ruleset.yaml");
  const std::size_t at = manifest.find("group: street");
  work_.Write("rules/ruleset.yaml",
              std::string(manifest).replace(at, 13, "group: verdict"));
  EXPECT_EQ(
      Run({"rules", "check"}).out,
      "rules/ruleset.yaml:6:42: error: the group's field cannot be called "
      "'verdict': so is a key of every decision [R197 "
      "group-called-like-a-key]\n"
      "    6 | records: {list: permits, id: key, group: verdict}\n"
      "      |                                          ^~~~~~~\n"
      "      = help: give the field another name in the schema; its title "
      "may stay\n"
      "      = more: sigte explain R197\n"
      "the ruleset in 'rules' cannot be used until its faults are "
      "mended\n");
}

// Whoever names a record so does not keep the answers about others.
TEST_F(OtherForms, KeepTheOtherAnswersWhereNoRulingCanHoldOne) {
  Form(R"({"type": "string"})");
  work_.Write("a.ndjson",
              R"({"street": "High", "key": "1\u0007", "uses": ["shop"]})"
              "\n"
              R"({"street": "High", "key": "2", "uses": ["shop"]})"
              "\n");
  std::string answers;
  for (const char* key : {"1\\u0007", "2"}) {
    answers += R"({"record": {"street": "High", "key": ")" + std::string(key) +
               R"("}, "rule": "objections", "answer": "no", "reason": "known",)"
               R"( "text": "t", "body": "one", "role": "r"})"
               "\n";
  }
  work_.Write("answers", answers);
  const ProgramRun run = Run(
      {"review", "--import", "answers", "a.ndjson", "--today", "2026-11-25"});
  EXPECT_NE(
      run.err.find("answers:1:1: error: the answer cannot be written as a "
                   "ruling: the record's name or the answer has a sign "
                   "that no ruling can have [A637 no-ruling-holds-it]"),
      std::string::npos)
      << run.err;
  EXPECT_TRUE(work_.Has("rulings/r-high-2-objections-1.yaml")) << run.err;
}

// A note decides nothing, in whatever words it would ask.
TEST_F(OtherForms, AskNobodyToRuleOnANote) {
  Form(R"({"type": "string"})", R"(, "fee": {"type": "integer"})");
  work_.Write("rules/rules.yaml",
              std::string(kRules) +
                  "- rule: dear\n"
                  "  kind: check\n"
                  "  effect: note\n"
                  "  title: {da: Dyr, en: Dear}\n"
                  "  source: Bylaw 3\n"
                  "  fails_when: fee > 100\n"
                  "  message: {da: Dyr, en: Dear}\n"
                  "  ask: {da: \"Butik?\", en: \"A shop?\"}\n"
                  "  examples:\n"
                  "    - {given: {fee: 101}, expect: true}\n"
                  "    - {given: {fee: 1}, expect: false}\n");
  work_.Write("a.ndjson", R"({"street": "High", "key": "1", "note": "x"})");
  const std::string listed =
      Run({"review", "--list", "--format", "ndjson", "a.ndjson"}).out;
  EXPECT_NE(listed.find("\"rule\":\"shops\""), std::string::npos) << listed;
  EXPECT_EQ(listed.find("\"rule\":\"dear\""), std::string::npos) << listed;
}

// Whatever says that there is no answer, a record without a group is none.
TEST_F(OtherForms, RefuseARecordThatDoesNotSayWhoseItIs) {
  Form(R"({"type": "string"})");
  for (const char* street : {"", "-", " None ", "none"}) {
    work_.Write("a.ndjson", R"({"key": "1", "uses": ["shop"], "street": ")" +
                                std::string(street) + "\"}\n");
    work_.Write("a.json", R"({"permits": [{"key": "1", "street": ")" +
                              std::string(street) + "\"}]}\n");
    work_.Write("a.csv",
                "street;key;uses\n" + std::string(street) + ";1;shop\n");
    for (const char* file : {"a.ndjson", "a.json", "a.csv"}) {
      EXPECT_EQ(Verdicts(file), "invalid ") << street << file;
    }
  }
  work_.Write("a.ndjson", R"({"key": "1", "uses": ["shop"]})");
  EXPECT_EQ(Verdicts("a.ndjson"), "invalid ");
}

// The same is asked of decimals, and told of lists.
TEST_F(OtherForms, AskWhatADecimalWithThreeZerosIs) {
  Form(R"({"type": "string"})", R"(, "fee": {"type": "number"})");
  work_.Write("a.ndjson",
              R"({"street": "High", "key": "1", "note": "x", "fee": 12.000})");
  EXPECT_NE(Run({"screen", "--format", "concise", "a.ndjson"})
                .out.find("warning: High/1: '12.000' can be read in two ways"),
            std::string::npos);
}

// All that the schema asks for is in it: "key" alone says no more elsewhere.
TEST_F(OtherForms, AreKnownToTheHookByAWholeRecord) {
  Form(R"({"type": "string"})");
  const std::string schema = work_.Read("rules/p.schema.json");
  std::string asked = schema;
  asked.insert(asked.find("\"$defs\": {\"permit\": {") + 21,
               "\"required\": [\"key\"], ");
  work_.Write("rules/p.schema.json", asked);
  const auto check = [&](const std::string& file) {
    return work_.Run({"hook", file}, "", {"SIGTE_RULES=rules"}).code;
  };
  work_.Write("a.ndjson", R"({"key": "1", "uses": "shop"})");
  work_.Write("b.json", R"([{"key": "1", "uses": "shop"}])");
  work_.Write("c.json", R"({"key": "1", "version": 2})");
  EXPECT_EQ(check("a.ndjson"), 1);
  EXPECT_EQ(check("b.json"), 1);
  EXPECT_EQ(check("c.json"), 0);
}

TEST_F(OtherForms, HaveTemplatesWhateverTheirFieldsAreCalled) {
  Form(R"({"type": "string"})",
       ", \"" + std::string(200, 'l') + R"(": {"enum": ["x", "y"]})");
  const ProgramRun run = Run({"template", "-o", "t.xlsx"});
  EXPECT_EQ(run.code, 0) << run.err;
}

}  // namespace
}  // namespace sigte
