// SPDX-License-Identifier: MPL-2.0

// What is shown of a group for a rule that looks at several records together.

#include "engine/decide/decider.h"
#include "engine/evaluate/groups.h"
#include "gtest/gtest.h"
#include "tests/decide/rules_fixture.h"

namespace sigte::test {
namespace {

TEST_F(Rules, ShowWhatWasCountedOverTheGroup) {
  Program& program = b_.program();
  program.group_queries = {{{program.layout.Find("number")}},
                           {{program.layout.Find("text")}}};
  const Index same_number = b_.Op("group_count(1)", Opcode::kGroupCount, {}, 0);
  const Index same_text = b_.Op("group_count(2)", Opcode::kGroupCount, {}, 1);
  AddExclusion("X1", b_.Op("1 < group_count(1)", Opcode::kLess,
                           {b_.Number(1), same_number}));
  AddExclusion("X2", b_.Op("group_count(1) > group_count(2)", Opcode::kGreater,
                           {same_number, same_text}));
  program_ = b_.Finish();
  Decider decider(*program_);
  Groups groups(*program_);
  for (const auto* record :
       {R"({"number": 7, "text": "a"})", R"({"number": 7, "text": "b"})"}) {
    Submission submission(*program_, record);
    groups.Gather(submission.record(0), {}, {});
  }
  Submission submission(*program_, R"({"number": 7, "text": "a"})");
  Decision decision;
  decider.Decide(submission.record(0), {"data.json", 1}, {}, &groups, {},
                 &decision);
  EXPECT_EQ(Dump(decision, *program_),
            "exclude (exclude)\n"
            "  X1 true\n"
            "     \"2\" > 1 | 1 < group_count(1) @5 at 1:12-13\n"
            "  X2 true\n"
            "     \"2\" > 1 | group_count(1) > group_count(2) @6 at 1:12-13\n");
}

// Not at what makes the group.
TEST_F(Rules, PointAtTheValueThatIsSetAgainstItsGroups) {
  Program& program = b_.program();
  const FieldIndex text = program.layout.Find("text");
  program.group_queries = {{{text}, GroupMeasure::kCount, kNoIndex},
                           {{text}, GroupMeasure::kSum, b_.Field("number")}};
  const Index many =
      b_.Op("group_count() >= 1", Opcode::kGreaterEqual,
            {b_.Op("group_count()", Opcode::kGroupCount, {}, 0), b_.Number(1)});
  const Index high =
      b_.Op("number >= group_sum(number)", Opcode::kGreaterEqual,
            {b_.Field("number"),
             b_.Op("group_sum(number)", Opcode::kGroupCount, {}, 1)});
  b_.AddRule("outlier", "C1", CompiledKind::kNote, {},
             b_.Op("many && high", Opcode::kAnd, {many, high}));
  b_.AddRule("many", "C2", CompiledKind::kNote, {}, many);
  program_ = b_.Finish();
  Groups groups(*program_);
  Submission submission(*program_, R"({"number": 7, "text": "a"})");
  Decider decider(*program_);
  groups.Gather(submission.record(0),
                decider.evaluator().Evaluate(submission.record(0), {}), {});
  Decision decision;
  decider.Decide(submission.record(0), {"data.json", 1}, {}, &groups, {},
                 &decision);
  EXPECT_EQ(Dump(decision, *program_),
            "include (include)\n"
            "  I1 true\n"
            "  ! C1 note number: message about outlier at 1:12\n"
            "  ! C2 note text: message about many at 1:23\n");
}

}  // namespace
}  // namespace sigte::test
