// SPDX-License-Identifier: MPL-2.0

// Logic that is done all at once gives what its operators give one by one.
#include "engine/evaluate/logic_program.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "engine/evaluate/operations.h"
#include "tests/evaluate/program_builder.h"

namespace sigte {
namespace {

constexpr std::uint32_t kLeaves = 24;

TruthBits AnyTruth(std::mt19937* random) {
  switch ((*random)() % 3) {
    case 0: return kTrueBit;
    case 1: return kFalseBit;
    default:
      return static_cast<TruthBits>(kUnknownBit | (1 + (*random)() % 15));
  }
}

TruthBits OneByOne(const Program& program, std::uint32_t index,
                   const std::vector<TruthBits>& truths) {
  const Instruction& code = program.code[index];
  const auto operands = program.OperandsOf(code);
  if (code.op == Opcode::kNot) return NotBits(truths[operands[0]]);
  if (code.op == Opcode::kUnclear) return UnclearBits(truths[operands[0]]);
  if (code.op == Opcode::kAtLeast) {
    AtLeast count(program.constants[program.code[operands[0]].a]);
    for (const std::uint32_t operand : operands.subspan(1)) {
      count.Add(truths[operand]);
    }
    return count.Bits();
  }
  std::vector<Value> values;
  for (const std::uint32_t operand : operands) {
    values.push_back(Value::OfTruth(truths[operand]));
  }
  return (code.op == Opcode::kAnd ? And(values) : Or(values)).truth();
}

// Leaves, and above them levels of steps with any number of operands.
struct Tower {
  explicit Tower(std::mt19937* random) {
    for (std::uint32_t i = 0; i < kLeaves; ++i)
      builder.Add(Opcode::kVariable, {});
    for (std::uint32_t level = 0; level < 4; ++level) {
      const auto below = static_cast<std::uint32_t>(program().code.size());
      for (int i = 0; i < 20; ++i) AddStep(below, random);
      logic.EndLevel();
    }
  }

  const Program& program() const { return builder.program(); }

  void AddStep(std::uint32_t below, std::mt19937* random) {
    constexpr Opcode kOps[] = {Opcode::kNot, Opcode::kUnclear, Opcode::kAnd,
                               Opcode::kOr, Opcode::kAtLeast};
    const Opcode op = kOps[(*random)() % 5];
    std::vector<std::uint32_t> operands;
    if (op == Opcode::kAtLeast) {
      operands.push_back(builder.Constant(
          Value::Int(static_cast<std::int64_t>((*random)() % 5))));
    }
    const bool is_single = op == Opcode::kNot || op == Opcode::kUnclear;
    const std::size_t count = is_single ? 1 : 1 + (*random)() % 7;
    while (operands.size() < count + (op == Opcode::kAtLeast ? 1 : 0)) {
      const auto operand = static_cast<std::uint32_t>((*random)() % below);
      if (program().code[operand].op != Opcode::kConstant) {
        operands.push_back(operand);
      }
    }
    steps.push_back(builder.Add(op, operands));
    logic.Add(program(), steps.back());
  }

  ProgramBuilder builder;
  LogicProgram logic;
  std::vector<std::uint32_t> steps;
};

TEST(LogicProgram, GivesWhatEveryOperatorGivesByItself) {
  std::mt19937 random(2022);
  for (int round = 0; round < 200; ++round) {
    const Tower tower(&random);
    std::vector<TruthBits> truths(tower.program().code.size());
    for (TruthBits& truth : truths) truth = AnyTruth(&random);
    std::vector<TruthBits> expected = truths;
    for (const std::uint32_t step : tower.steps) {
      expected[step] = OneByOne(tower.program(), step, expected);
    }
    for (std::size_t level = 0; level < 4; ++level) {
      tower.logic.Run(level, truths.data());
    }
    ASSERT_EQ(truths, expected) << "round " << round;
    ASSERT_EQ(tower.logic.size(), tower.steps.size());
  }
}

TEST(LogicProgram, LeavesCountsOfWhatIsWorkedOutToOthers) {
  ProgramBuilder builder;
  const std::uint32_t leaf = builder.Add(Opcode::kVariable, {});
  const std::uint32_t two = builder.Constant(Value::Int(2));
  const std::uint32_t text = builder.Constant(Value::Text("2"));
  const auto is_logic = [&](std::uint32_t index) {
    return IsLogic(builder.program(), builder.program().code[index]);
  };
  EXPECT_TRUE(is_logic(builder.Add(Opcode::kAtLeast, {two, leaf})));
  EXPECT_FALSE(is_logic(builder.Add(Opcode::kAtLeast, {text, leaf})));
  EXPECT_FALSE(is_logic(builder.Add(Opcode::kAtLeast, {leaf, leaf})));
  EXPECT_FALSE(is_logic(builder.Add(Opcode::kConditional, {leaf, leaf, leaf})));
}

}  // namespace
}  // namespace sigte
