// SPDX-License-Identifier: MPL-2.0

// What a rule reads, and nothing else, is in its digest.

#include "engine/decide/rule_evidence.h"

#include <string>

#include "engine/base/digest.h"
#include "gtest/gtest.h"
#include "tests/decide/sample_program.h"

namespace sigte::test {
namespace {

std::uint32_t RuleNamed(std::string_view id) {
  for (std::uint32_t i = 0; i < Sample().rules.size(); ++i) {
    if (Sample().rules[i].id == id) return i;
  }
  ADD_FAILURE() << id;
  return 0;
}

std::string Digest(std::string_view rule, std::string_view text) {
  Submission submission(Sample(), text);
  return RuleEvidence(Sample()).Digest(submission.record(0), nullptr,
                                       RuleNamed(rule));
}

std::string FieldsOf(std::string_view rule) {
  std::string names;
  const RuleEvidence evidence(Sample());
  for (const FieldIndex field : evidence.FieldsOf(RuleNamed(rule))) {
    names += Sample().layout[field].name + " ";
  }
  return names;
}

TEST(RuleEvidence, KnowsTheFieldsThroughFactsToo) {
  EXPECT_EQ(FieldsOf("interpreting"), "content title ");
  EXPECT_EQ(FieldsOf("primary"), "share target ");
  EXPECT_EQ(FieldsOf("blank_content"), "content ");
}

TEST(RuleEvidence, IsTheDigestOfTheLinesThatTheHeaderShows) {
  EXPECT_EQ(Digest("primary", R"({"target": "c", "share": 50.0})"),
            "sha256:" + Sha256Hex("sigte-evidence-1\nprimary\nshare=50\n"
                                  "target=\"c\"\n"));
  EXPECT_EQ(Digest("primary", R"({"target": "-", "share": "half"})"),
            "sha256:" + Sha256Hex("sigte-evidence-1\nprimary\n"
                                  "share=unread:\"half\"\ntarget=missing\n"));
}

constexpr const char* kRecord =
    R"({"id": "1", "title": "Café med tolk", "share": 50, "amount": 3})";

TEST(RuleEvidence, StaysWhenAFieldThatIsNotReadChanges) {
  EXPECT_EQ(Digest("interpreting", kRecord),
            Digest("interpreting",
                   R"({"id": "9", "title": "Café med tolk", "share": 51, )"
                   R"("amount": 4, "target": "a"})"));
}

TEST(RuleEvidence, ChangesWithAFieldThatIsRead) {
  for (const char* changed :
       {R"({"id": "1", "title": "Café med tolke", "share": 50, "amount": 3})",
        R"({"id": "1", "title": "café med tolk", "share": 50, "amount": 3})",
        R"({"id": "1", "title": "Café med tolk", "content": "x"})",
        R"({"id": "1", "title": "Café\nmed tolk"})", R"({"id": "1"})"}) {
    EXPECT_NE(Digest("interpreting", kRecord), Digest("interpreting", changed))
        << changed;
  }
}

TEST(RuleEvidence, DoesNotTellSpellingsOfOneValueApart) {
  EXPECT_EQ(
      Digest("interpreting", kRecord),
      Digest("interpreting", R"({"title": "  Cafe\u0301 \t med\u00a0tolk ", )"
                             R"("content": " - "})"));
  EXPECT_EQ(Digest("minority", R"({"target": "c", "share": 5e1})"),
            Digest("minority", R"({"target": "c", "share": 50.00})"));
}

TEST(RuleEvidence, IsTheRulesOwn) {
  EXPECT_NE(Digest("minority", R"({"target": "c", "share": 50})"),
            Digest("primary", R"({"target": "c", "share": 50})"));
}

TEST(RuleEvidence, CountsWhatAGroupGives) {
  ProgramBuilder b;
  Layout& layout = b.program().layout;
  layout.id = b.AddField("id", FieldType::kText, {"Id", "Id"});
  layout.group = b.AddField("club", FieldType::kInt, {"Klub", "Club"});
  b.program().group_queries.push_back(
      {{layout.group}, GroupMeasure::kCount, kNoIndex});
  const Index count = b.Op("group_count()", Opcode::kGroupCount, {}, 0);
  b.AddRule("twice", "K1", CompiledKind::kQuestion, {"To", "Two"},
            b.Op("group_count() > 1", Opcode::kGreater, {count, b.Number(1)}));
  const auto program = b.Finish();
  Submission submission(*program, R"({"id": "1", "club": 7})");
  const RuleEvidence evidence(*program);
  const std::vector<Value> two = {Value::Int(2)};
  const std::vector<Value> three = {Value::Int(3)};
  EXPECT_EQ(evidence.Digest(submission.record(0), &two, 0),
            "sha256:" + Sha256Hex("sigte-evidence-1\ntwice\nclub=7\n"
                                  "group(club)#0=2\n"));
  EXPECT_NE(evidence.Digest(submission.record(0), &two, 0),
            evidence.Digest(submission.record(0), &three, 0));
}

// Whatever other rules have asked for before.
TEST(RuleEvidence, NumbersMeasuresInTheOrderOfTheConditions) {
  ProgramBuilder b;
  Layout& layout = b.program().layout;
  layout.group = b.AddField("club", FieldType::kInt, {"Klub", "Club"});
  for (const auto measure : {GroupMeasure::kSum, GroupMeasure::kCount}) {
    b.program().group_queries.push_back({{layout.group}, measure, kNoIndex});
  }
  const Index sum = b.Op("group_sum(club)", Opcode::kGroupCount, {}, 0);
  const Index count = b.Op("group_count()", Opcode::kGroupCount, {}, 1);
  b.AddRule(
      "twice", "K1", CompiledKind::kQuestion, {},
      b.Op("group_count() > group_sum(club)", Opcode::kGreater, {count, sum}));
  const auto program = b.Finish();
  Submission submission(*program, R"({"club": 7})");
  const std::vector<Value> measures = {Value::Int(70), Value::Int(10)};
  EXPECT_EQ(RuleEvidence(*program).Digest(submission.record(0), &measures, 0),
            "sha256:" + Sha256Hex("sigte-evidence-1\ntwice\nclub=7\n"
                                  "group(club)#0=10\ngroup(club)#1=70\n"));
}

}  // namespace
}  // namespace sigte::test
