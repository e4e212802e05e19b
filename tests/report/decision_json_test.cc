#include "engine/report/decision_json.h"

#include <string>

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
  EXPECT_EQ(Line(*program, R"({"id": "1", "municipality": 751,)"
                           R"( "title": "Tolk", "content": "Hygge"})"),
            "");
}

TEST(DecisionJson, WritesQuestionsWithTheVerdictsThatTheyLeadTo) {
  const auto program = SampleProgram();
  EXPECT_EQ(Line(*program, R"({"id": "1", "municipality": 751, "target": "c",)"
                           R"( "title": "Café", "content": "Hygge"})"),
            "");
}

TEST(DecisionJson, WritesFindingsWithTheirPlace) {
  const auto program = SampleProgram();
  EXPECT_EQ(Line(*program, R"({"target": "b", "amount": 60000,)"
                           R"( "title": "Café", "content": "Hygge"})"),
            "");
}

TEST(DecisionJson, StaysJsonWhateverTheSubmitterWrote) {
  const auto program = SampleProgram();
  const std::string line = Line(
      *program, "{\"id\": \"\\u0000\\\"\\u001b\", \"municipality\": \"x\\\\\","
                " \"title\": \"tolk\\u2028\", \"target\": \"-\"}");
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
  EXPECT_TRUE(has(R"({"municipality": 7.5e1})", R"("municipality":"7.5e1")"));
  EXPECT_TRUE(has("[]", R"("scope":null,"reasons":[])"));
}

}  // namespace
}  // namespace sigte::test
