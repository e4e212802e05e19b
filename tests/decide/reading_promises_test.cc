// SPDX-License-Identifier: MPL-2.0

// What a question promises of a reading is what is decided where the record is
// sent again with it: random records in groups, checks over counts, sums and
// medians of them, and the whole group gathered anew for every reading.

#include <algorithm>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "engine/decide/decider.h"
#include "engine/evaluate/groups.h"
#include "gtest/gtest.h"
#include "tests/decide/sample_program.h"

namespace sigte::test {
namespace {

/// A number of the group that a check is about.
struct Sent {
  std::string group;
  std::string number;             // empty: not sent
  std::vector<std::string> open;  // the readings, where there are some
};

std::unique_ptr<Program> GroupProgram(std::mt19937* random) {
  ProgramBuilder b;
  b.program().layout.list_member = "records";
  const FieldIndex group = b.AddField("group", FieldType::kText, {});
  const FieldIndex number = b.AddField("number", FieldType::kDecimal, {});
  const Index value = b.Field("number");
  const Index large =
      b.Op("number > 10", Opcode::kGreater, {value, b.Number(10)});
  b.program().group_queries = {{{group, number}},
                               {{group}},
                               {{group}, GroupMeasure::kCount, large},
                               {{group}, GroupMeasure::kSum, value},
                               {{group}, GroupMeasure::kMedian, value}};
  const auto measure = [&](Index query) {
    return b.Op("measure", Opcode::kGroupCount, {}, query);
  };
  b.AddRule("all", "I1", CompiledKind::kInclusion, {},
            b.Constant(Value::Bool(true)));
  constexpr std::int64_t kLimits[] = {1, 2, 1, 40, 12};
  const Index query = static_cast<Index>((*random)() % 5);
  const Index fails = b.Op("measure > limit", Opcode::kGreater,
                           {measure(query), b.Number(kLimits[query])});
  b.AddRule(
      "check", "C1",
      (*random)() % 3 == 0 ? CompiledKind::kReject : CompiledKind::kQuestion,
      {}, fails);
  if ((*random)() % 2 == 0) {
    b.AddRule("own", "E1", CompiledKind::kExclusion, {},
              b.Op("number == measure", Opcode::kEqual,
                   {value, measure(3 + static_cast<Index>((*random)() % 2))}));
  }
  return b.Finish();
}

/// Records that were gathered together.
class Gathered {
 public:
  Gathered(const Program& program, const std::vector<Sent>& sent)
      : program_(program), sent_(sent), groups_(program), decider_(program) {
    Evaluator evaluator(program);
    for (std::size_t i = 0; i < sent.size(); ++i) {
      Submission submission(program, Text(i));
      Record& record = Open(i, &submission);
      groups_.Gather(record, evaluator.EvaluateForGroups(record), {});
    }
  }

  Decision Decide(std::size_t i) {
    Submission submission(program_, Text(i));
    Record& record = Open(i, &submission);
    std::vector<FieldReadings> readings;
    std::vector<Finding> faults;
    if (!sent_[i].open.empty()) {
      readings.emplace_back().field = program_.layout.Find("number");
      for (const std::string& text : sent_[i].open) {
        readings[0].readings.push_back(
            {text, Value::Dec(*Decimal::Parse(text)), false});
      }
      faults.emplace_back().effect = Finding::Effect::kQuestion;
    }
    RecordOrigin origin{"data.json"};
    origin.readings = &readings;
    Decision decision;
    decider_.Decide(record, origin, faults, &groups_, {}, &decision);
    return decision;
  }

 private:
  std::string Text(std::size_t i) const {
    const Sent& sent = sent_[i];
    std::string text = "{\"group\": \"" + sent.group + "\"";
    if (!sent.number.empty()) text += ", \"number\": " + sent.number;
    return text + "}";
  }
  Record& Open(std::size_t i, Submission* submission) const {
    Record& record = submission->record(0);
    if (!sent_[i].open.empty()) {
      record.Set(program_.layout.Find("number"), Value::Unknown(kQuestion));
    }
    return record;
  }

  const Program& program_;
  const std::vector<Sent>& sent_;
  Groups groups_;
  Decider decider_;
};

std::vector<Sent> RandomRecords(std::mt19937* random) {
  const char* const numbers[] = {"", "3", "10", "12", "12.5", "30", "-4"};
  std::vector<Sent> sent(1 + (*random)() % 6);
  for (Sent& record : sent) {
    record.group = (*random)() % 3 == 0 ? "other" : "one";
    record.number = numbers[(*random)() % 7];
    if ((*random)() % 3 != 0) continue;
    const std::size_t first = 1 + (*random)() % 6;
    record.number = "1";  // a number stands there, whichever it is
    record.open = {numbers[first], numbers[1 + first % 6]};
  }
  return sent;
}

std::string TextOf(const std::vector<Sent>& sent) {
  std::string text;
  for (const Sent& record : sent) {
    text += " " + record.group + ":" +
            (record.open.empty() ? record.number
                                 : record.open[0] + "|" + record.open[1]);
  }
  return text;
}

TEST(ReadingPromises, AreWhatIsDecidedOfTheRecordWithTheReading) {
  std::mt19937 random(20'261'127);
  std::map<std::string, int> promised;
  for (int i = 0; i < 3000; ++i) {
    const auto program = GroupProgram(&random);
    const std::vector<Sent> sent = RandomRecords(&random);
    Gathered run(*program, sent);
    for (std::size_t r = 0; r < sent.size(); ++r) {
      if (sent[r].open.empty()) continue;
      const Decision decision = run.Decide(r);
      if (decision.verdict != Verdict::kBorderline) continue;
      ASSERT_FALSE(decision.questions.empty());
      for (const Outcome& outcome : decision.questions[0].outcomes) {
        std::vector<Sent> again = sent;
        again[r].number = outcome.answer;
        again[r].open.clear();
        const Verdict verdict = Gathered(*program, again).Decide(r).verdict;
        EXPECT_EQ(VerdictName(outcome.verdict), VerdictName(verdict))
            << "program " << i << ", record " << r << " of" << TextOf(sent)
            << " with " << outcome.answer;
        ++promised[std::string(VerdictName(verdict))];
      }
    }
  }
  for (const char* verdict : {"include", "exclude", "borderline", "invalid"}) {
    EXPECT_GT(promised[verdict], 100) << verdict;
  }
}

}  // namespace
}  // namespace sigte::test
