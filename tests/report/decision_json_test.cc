// SPDX-License-Identifier: MPL-2.0

#include "engine/report/decision_json.h"

#include <string>

#include "engine/base/file_set.h"
#include "engine/schema/schema.h"
#include "gtest/gtest.h"
#include "tests/decide/sample_program.h"

namespace sigte::test {
namespace {

std::string Line(const Program& program, std::string_view record) {
  std::string out;
  AppendDecision(DecideOne(program, record), program, &out);
  return out;
}

bool IsJson(std::string_view text) {
  const PaddedText padded(text);
  JsonReader reader;
  Document document;
  IssueList issues;
  return reader.Read(padded.text(), nullptr, 0, &document, &issues);
}

TEST(DecisionJson, WritesAnExclusionWithItsEvidence) {
  const auto program = SampleProgram();
  EXPECT_EQ(
      Line(*program, R"({"id": "1", "municipality": 751,)"
                     R"( "title": "Tolk", "content": "Hygge"})"),
      R"({"id":"1","municipality":751,"file":"data.json","line":1,)"
      R"("verdict":"exclude","scope":"exclude",)"
      R"("reasons":[{"rule":"interpreting","code":"E5","kind":"exclusion",)"
      R"("value":"true","causes":[],)"
      R"("message":{"da":"besked om interpreting",)"
      R"("en":"message about interpreting"},"evidence":[{"field":"title",)"
      R"("found":"Tolk","compared":"interpreting",)"
      R"j("condition":"mentions(title, \"interpreting\")","value":"true",)j"
      R"("span":{"line":1,"column":44,"end_column":48},)"
      R"("source":{"file":"rules/sample.yaml","line":6,"column":1}}]}],)"
      R"("questions":[],"findings":[],"ruleset":{"id":"sample",)"
      R"("version":"1.0.0",)"
      R"("digest":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}})"
      "\n");
}

TEST(DecisionJson, WritesQuestionsWithTheVerdictsThatTheyLeadTo) {
  const auto program = SampleProgram();
  EXPECT_EQ(
      Line(*program, R"({"id": "1", "municipality": 751, "target": "c",)"
                     R"( "title": "Café", "content": "Hygge"})"),
      R"({"id":"1","municipality":751,"file":"data.json","line":1,)"
      R"("verdict":"borderline","scope":"borderline",)"
      R"("reasons":[{"rule":"minority","code":"E6","kind":"exclusion",)"
      R"("value":"unknown","causes":["missing"],)"
      R"("message":{"da":"besked om minority",)"
      R"("en":"message about minority"},"evidence":[{"field":"share",)"
      R"("found":null,"compared":"< 45","condition":"share < 45",)"
      R"("value":"unknown","span":null,)"
      R"("source":{"file":"rules/sample.yaml","line":13,"column":1}}]},)"
      R"({"rule":"primary","code":"I1","kind":"inclusion",)"
      R"("value":"unknown","causes":["missing"],)"
      R"("message":{"da":"besked om primary","en":"message about primary"},)"
      R"("evidence":[{"field":"share","found":null,"compared":">= 56",)"
      R"("condition":"share >= 56","value":"unknown","span":null,)"
      R"("source":{"file":"rules/sample.yaml","line":4,"column":1}}]}],)"
      R"("questions":[{"rule":"majority","code":"F1","field":"share",)"
      R"("text":{"da":"spørgsmål om majority?",)"
      R"("en":"question on majority?"},"answers":[{"answer":"< 56",)"
      R"("verdict":"exclude"},{"answer":">= 56","verdict":"include"}],)"
      R"("settles":true}],"findings":[],"ruleset":{"id":"sample",)"
      R"("version":"1.0.0",)"
      R"("digest":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}})"
      "\n");
}

/// The program with its amounts in kroner: what has a unit is written in groups
/// of three.
std::unique_ptr<Program> InKroner() {
  auto program = SampleProgram();
  Layout layout;
  layout.list_member = program->layout.list_member;
  for (FieldIndex i = 0; i < program->layout.size(); ++i) {
    Field field = program->layout[i];
    if (field.name == "amount") field.unit = {"kr.", "DKK"};
    layout.Add(std::move(field));
  }
  layout.id = program->layout.id;
  layout.group = program->layout.group;
  program->layout = std::move(layout);
  return program;
}

TEST(DecisionJson, PutsTheRecordsValuesInWhatARuleSaysAndAsks) {
  const auto program = InKroner();
  for (CompiledRule& rule : program->rules) {
    if (rule.id != "unit_slip") continue;
    rule.message = {"{amount} er meget", "{amount} is much"};
    rule.ask = {"Er {amount} i kroner?", "Is {amount} in kroner?"};
  }
  const std::string line =
      Line(*program, R"({"id": "1", "municipality": 751, "target": "a",)"
                     R"( "amount": 60000, "title": "Hus", "content": "Ro"})");
  for (const auto* told :
       {R"("causes":[],"message":{"da":"60.000 er meget",)"
        R"("en":"60,000 is much"},"evidence":[{"field":"amount",)",
        R"("text":{"da":"Er 60.000 i kroner?","en":"Is 60,000 in kroner?"},)"
        R"("answers":[)",
        R"("effect":"question","message":{"da":"60.000 er meget",)"}) {
    EXPECT_NE(line.find(told), line.npos) << told << "\n" << line;
  }
  EXPECT_EQ(line.find("{amount}"), line.npos) << line;
}

TEST(DecisionJson, WritesFindingsWithTheirPlace) {
  const auto program = SampleProgram();
  EXPECT_EQ(
      Line(*program, R"({"target": "b", "amount": 60000,)"
                     R"( "title": "Café", "content": "Hygge"})"),
      R"({"id":null,"municipality":null,"file":"data.json","line":1,)"
      R"("verdict":"exclude","scope":"exclude",)"
      R"("reasons":[{"rule":"primary","code":"I1","kind":"inclusion",)"
      R"("value":"false","causes":[],"message":{"da":"besked om primary",)"
      R"("en":"message about primary"},"evidence":[{"field":"target",)"
      R"("found":"b","compared":"== \"a\"","condition":"target == \"a\"",)"
      R"("value":"false","span":{"line":1,"column":12,"end_column":15},)"
      R"("source":{"file":"rules/sample.yaml","line":17,"column":1}},)"
      R"({"field":"target","found":"b","compared":"== \"c\"",)"
      R"("condition":"target == \"c\"","value":"false","span":{"line":1,)"
      R"("column":12,"end_column":15},"source":{"file":"rules/sample.yaml",)"
      R"("line":11,"column":1}}]},{"rule":"network","code":"I2",)"
      R"("kind":"inclusion","value":"false","causes":[],)"
      R"("message":{"da":"besked om network","en":"message about network"},)"
      R"("evidence":[{"field":"content","found":null,"compared":"network",)"
      R"j("condition":"mentions(content, \"network\")","value":"false",)j"
      R"("span":null,"source":{"file":"rules/sample.yaml","line":20,)"
      R"("column":1}}]}],"questions":[],"findings":[{"rule":"unit_slip",)"
      R"("code":"C2","effect":"question",)"
      R"("message":{"da":"besked om unit_slip",)"
      R"("en":"message about unit_slip"},)"
      R"("help":{"da":"skriv beløbet i 1.000 kr.",)"
      R"("en":"write the amount in 1,000 kr."},"field":"amount",)"
      R"("place":{"file":"data.json","line":1,"column":27,)"
      R"("end_column":32}}],"ruleset":{"id":"sample","version":"1.0.0",)"
      R"("digest":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}})"
      "\n");
}

// Every kind of decision, against the schema that is published for it.
class DecisionSchema : public testing::TestWithParam<const char*> {};

TEST_P(DecisionSchema, AcceptsWhatIsWritten) {
  std::string why;
  const auto text =
      ReadFile(SIGTE_SOURCE_DIR "/schemas/decision.schema.json", &why);
  ASSERT_TRUE(text) << why;
  const PaddedText schema_text(*text);
  const Source source("decision.schema.json", *text);
  JsonReader reader;
  Document schema_document;
  IssueList issues;
  ASSERT_TRUE(
      reader.Read(schema_text.text(), &source, 0, &schema_document, &issues));
  const auto schema =
      Schema::Compile(schema_document, &source, {}, {}, &issues);
  ASSERT_NE(schema, nullptr) << Format(issues.issues()[0], Lang::kEn);

  const auto program = SampleProgram();
  const std::string line = Line(*program, GetParam());
  const PaddedText padded(std::string_view(line).substr(0, line.size() - 1));
  Document document;
  ASSERT_TRUE(reader.Read(padded.text(), nullptr, 0, &document, &issues));
  bool cut = false;
  for (const SchemaFault& fault :
       SchemaChecker(*schema).Faults(document, 0, nullptr, &cut)) {
    ADD_FAILURE() << document.PointerTo(fault.node) << ": "
                  << Format(fault.issue, Lang::kEn);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Every, DecisionSchema,
    testing::Values(R"({"target": "a", "content": "Hygge", "title": "x"})",
                    R"({"title": "tolk", "municipality": "x"})",
                    R"({"target": "-", "content": "tolk", "amount": 60000})",
                    R"({"target": "c", "amount": -1, "municipality": 751})",
                    R"({"id": "1", "target": "a", "amount": 70000,)"
                    R"( "content": "Hygge", "title": "x"})",
                    "{}", "[]"));

TEST(DecisionJson, StaysJsonWhateverTheSubmitterWrote) {
  const auto program = SampleProgram();
  const std::string line =
      Line(*program, R"({"id": "\u0000\"\u001b", "municipality": "x\\",)"
                     R"( "title": "tolk\u2028", "target": "-"})"
                     "\n");
  EXPECT_TRUE(IsJson(line.substr(0, line.size() - 1))) << line;
  EXPECT_EQ(line.find('\n'), line.size() - 1);
}

TEST(DecisionJson, WritesAGroupThatIsNoNumberAsAText) {
  const auto program = SampleProgram();
  const auto has = [&](std::string_view record, std::string_view part) {
    return Line(*program, record).find(part) != std::string::npos;
  };
  EXPECT_TRUE(has(R"({"municipality": "x"})", R"("municipality":"x")"));
  EXPECT_TRUE(has(R"({"municipality": 751})", R"("municipality":751)"));
  EXPECT_TRUE(has(R"({})", R"("municipality":null)"));
  EXPECT_TRUE(has(R"({"municipality": 751.0})", R"("municipality":751)"));
  EXPECT_TRUE(has(R"({"municipality": 7.5})", R"("municipality":"7.5")"));
  EXPECT_TRUE(has(R"({"municipality": 7.5e1})", R"("municipality":75)"));
  EXPECT_TRUE(has("[]", R"("scope":null,"reasons":[])"));
}

TEST(DecisionJson, WritesDecimalsInWordsAsTheLanguageDoes) {
  const auto program = SampleProgram();
  for (CompiledRule& rule : program->rules) {
    rule.message = {"andel {share}, år {amount}", "share {share}"};
  }
  const std::string line =
      Line(*program, R"({"target": "c", "share": 4.050e1, "title": "Tolk",)"
                     R"( "amount": 2019})");
  EXPECT_NE(line.find(R"("message":{"da":"andel 40,5, år 2019",)"
                      R"("en":"share 40.5"})"),
            line.npos)
      << line;
}

// What it has written of a leaf or a rule, it uses again.
TEST(DecisionJson, WritesEachLineAsAWriterDoesThatNeverWroteBefore) {
  const auto program = SampleProgram();
  DecisionWriter writer(*program);
  for (int round = 0; round < 2; ++round) {
    for (const std::string_view record :
         {R"({"id": "1", "title": "Tolk", "content": "Hygge"})",
          R"({"id": "2", "title": "Uden tolk", "target": "c"})",
          R"({"target": "b", "share": 50, "content": "Netværk og tolk"})",
          R"({"target": "a", "amount": 60000, "title": "\u0007\"ø"})", "[]"}) {
      writer.Clear();
      writer.Append(DecideOne(*program, record));
      EXPECT_EQ(writer.text(), Line(*program, record));
    }
  }
}

// Not even where this record has another value in it, or lies elsewhere.
TEST(DecisionJson, WritesWhatDiffersFromTheLastLineAsItStands) {
  const auto program = SampleProgram();
  Decision decision = DecideOne(
      *program, R"({"title": "Tolk", "amount": 60000, "target": "b"})");
  ASSERT_FALSE(decision.findings.empty());
  Finding& finding = decision.findings[0];
  Evidence& evidence = decision.reasons[0].evidence[0];
  DecisionWriter writer(*program);
  for (int round = 0; round < 2; ++round) {
    for (std::string* const text :
         {&decision.file, &evidence.compared, &evidence.lacks,
          &finding.message.in[0], &finding.message.in[1], &finding.help.in[0],
          &finding.help.in[1]}) {
      *text += "\"ø" + std::to_string(round);
      writer.Clear();
      writer.Append(decision);
      std::string fresh;
      AppendDecision(decision, *program, &fresh);
      EXPECT_EQ(writer.text(), fresh);
      EXPECT_NE(fresh.find("\\\"ø" + std::to_string(round)), fresh.npos);
    }
  }
}

// Evidence of no leaf that the writer could know has its own words.
TEST(DecisionJson, WritesEvidenceOfNoLeafAsItStands) {
  const auto program = SampleProgram();
  Decision decision = DecideOne(*program, R"({"title": "Tolk"})");
  Evidence& evidence = decision.reasons[0].evidence[0];
  evidence.leaf = kNoIndex;
  DecisionWriter writer(*program);
  for (const char* const condition : {"one", "two"}) {
    evidence.condition = condition;
    writer.Append(decision);
  }
  const std::string line(writer.text());
  EXPECT_NE(line.find(R"("condition":"one")"), std::string::npos) << line;
  EXPECT_NE(line.find(R"("condition":"two")"), std::string::npos) << line;
}

}  // namespace
}  // namespace sigte::test
