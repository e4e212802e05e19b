// SPDX-License-Identifier: MPL-2.0

// What must be true of every decision, whatever the record.

#include <random>
#include <string>

#include "engine/decide/decider.h"
#include "engine/decide/questions.h"
#include "engine/decide/verdict.h"
#include "engine/evaluate/evaluator.h"
#include "gtest/gtest.h"
#include "tests/decide/sample_program.h"

namespace sigte::test {
namespace {

constexpr int kRecords = 400;

class RecordMaker {
 public:
  std::string Next() {
    std::string out = "{\"id\": \"x\", \"municipality\": 751";
    Add("target", {"\"a\"", "\"b\"", "\"c\"", "null", "\"-\""}, &out);
    Add("share", {"10", "45", "50.5", "56", "99", "null"}, &out);
    Add("title", {"\"Café\"", "\"Tolk\"", "\"Uden tolk\"", "null"}, &out);
    Add("content", {"\"Hygge\"", "\"Tolk og netværk\"", "\"netværk\"", "\"\""},
        &out);
    Add("amount", {"1", "60000", "-4", "null", "\"x\""}, &out);
    return out + "}";
  }

 private:
  void Add(std::string_view name, std::vector<std::string> values,
           std::string* out) {
    const std::size_t pick = random_() % (values.size() + 1);
    if (pick == values.size()) return;
    *out += ", \"" + std::string(name) + "\": " + values[pick];
  }

  std::mt19937 random_{20190131};
};

/// `record` with one more member that stands for an answer.
std::string Answered(std::string record, const std::string& field,
                     const std::string& value) {
  const std::string key = ", \"" + field + "\": ";
  const std::size_t at = record.find(key);
  if (at != record.npos) {
    const std::size_t end =
        std::min(record.find(", \"", at + 1), record.size() - 1);
    record.erase(at, end - at);
  }
  record.pop_back();
  return record + key + value + "}";
}

std::string SampleOf(const std::string& field, const std::string& answer) {
  if (field == "target") return "\"" + answer + "\"";
  if (answer == "< 45") return "3";
  if (answer == "< 56") return "55.5";
  if (answer == ">= 45, < 56") return "45";
  if (answer == ">= 45") return "77";
  return answer == ">= 56" ? "56" : "50";
}

// A question's promise is kept: the record with that answer in it is decided as
// the question says.
TEST(Questions, LeadToTheVerdictThatTheAnswerReallyGives) {
  const auto program = SampleProgram();
  RecordMaker maker;
  int checked = 0;
  for (int i = 0; i < kRecords; ++i) {
    const std::string text = maker.Next();
    const Decision decision = DecideOne(*program, text);
    for (const Question& question : decision.questions) {
      if (question.field.empty()) continue;
      for (const Outcome& outcome : question.outcomes) {
        const std::string answered = Answered(
            text, question.field, SampleOf(question.field, outcome.answer));
        EXPECT_EQ(VerdictName(DecideOne(*program, answered).verdict),
                  VerdictName(outcome.verdict))
            << text << "\n"
            << answered << "\n"
            << outcome.answer;
        ++checked;
      }
    }
  }
  EXPECT_GT(checked, 100);
}

TEST(Decisions, HoldTogether) {
  const auto program = SampleProgram();
  RecordMaker maker;
  for (int i = 0; i < kRecords; ++i) {
    const std::string text = maker.Next();
    const Decision d = DecideOne(*program, text);
    EXPECT_EQ(d.questions.empty(), d.verdict != Verdict::kBorderline) << text;
    EXPECT_FALSE(d.reasons.empty()) << text;
    EXPECT_LE(d.questions.size(), kMaxQuestions);
    if (d.verdict == Verdict::kInclude || d.verdict == Verdict::kExclude) {
      EXPECT_EQ(d.scope, d.verdict) << text;
    }
    for (const Reason& reason : d.reasons) {
      EXPECT_LE(reason.evidence.size(), 6u);
      EXPECT_FALSE(reason.evidence.empty()) << text;
    }
  }
}

// One decider and one decision for all records, or new ones for each: the same.
TEST(Decisions, DoNotDependOnWhatWasDecidedBefore) {
  const auto program = SampleProgram();
  RecordMaker maker;
  Decider decider(*program);
  Decision reused;
  for (int i = 0; i < kRecords; ++i) {
    const std::string text = maker.Next();
    Submission submission(*program, text);
    submission.DecideInto(&decider, 0, &reused);
    EXPECT_EQ(Dump(reused, *program), Dump(DecideOne(*program, text), *program))
        << text;
  }
}

// Told with the checks that it rests on, or alone for answers that are tried.
TEST(Judge, GivesOneVerdictEitherWay) {
  const auto program = SampleProgram();
  Evaluator evaluator(*program);
  Judge judge(*program);
  RecordMaker maker;
  std::size_t open = 0;
  for (int i = 0; i < kRecords; ++i) {
    const std::string text = maker.Next();
    Submission submission(*program, text);
    const Values& values = evaluator.Evaluate(submission.record(0));
    EXPECT_EQ(judge.Decide(values), judge.Of(values)) << text;
    for (const Judge::Check& check : judge.open_checks()) {
      EXPECT_EQ(check.state, StateOf(values.truth(check.value)));
      EXPECT_NE(check.state, CheckState::kPasses);
      ++open;
    }
  }
  EXPECT_GT(open, 50U);
}

TEST(Decisions, LeaveTheRecordAsItWas) {
  const auto program = SampleProgram();
  Submission submission(*program, R"({"title": "Café", "target": "c"})");
  Decider decider(*program);
  const std::string first = Dump(submission.Decide(&decider), *program);
  EXPECT_EQ(Dump(submission.Decide(&decider), *program), first);
}

TEST(Decisions, MakeARecordInvalidForAFaultThatRejects) {
  const auto program = SampleProgram();
  Submission submission(*program, R"({"title": "Tolk", "target": "a"})");
  Decider decider(*program);
  Finding fault;
  fault.code = "D201";
  fault.effect = Finding::Effect::kReject;
  const Decision decision = submission.Decide(&decider, 0, {fault});
  EXPECT_EQ(decision.verdict, Verdict::kInvalid);
  EXPECT_EQ(decision.scope, Verdict::kExclude);
  EXPECT_EQ(decision.findings.front().code, "D201");
  EXPECT_TRUE(decision.questions.empty());
}

TEST(Decisions, HaveNoScopeWhereNothingCanBeRead) {
  const auto program = SampleProgram();
  Decider decider(*program);
  EXPECT_EQ(Dump(DecideOne(*program, "[1, 2]"), *program),
            "invalid (unreadable)\n");
  Record unread(program->layout);
  Decision decision;
  decider.Decide(unread, {"data.json", 7}, {}, nullptr, {}, &decision);
  EXPECT_EQ(Dump(decision, *program), "invalid (unreadable)\n");
  EXPECT_EQ(decision.line, 7u);
}

}  // namespace
}  // namespace sigte::test
