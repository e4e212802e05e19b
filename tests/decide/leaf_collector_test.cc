// SPDX-License-Identifier: MPL-2.0

// The leaves of a rule against a walk that looks at every operand.

#include "engine/decide/leaf_collector.h"

#include <algorithm>
#include <random>
#include <string>
#include <unordered_set>
#include <vector>

#include "engine/evaluate/record_texts.h"
#include "gtest/gtest.h"
#include "tests/decide/sample_program.h"

namespace sigte::test {
namespace {

constexpr TruthBits kTruths[] = {kFalseBit, kTrueBit, kUnknownBit | kMissing,
                                 kUnknownBit | kUnclear};

/// Everything below a rule, in order, one operand after the other; rules below
/// it afterwards, those under a NOT last.
class SlowWalk {
 public:
  SlowWalk(const Program& program, const Values& values)
      : program_(program), values_(values) {}

  std::vector<Index> Of(const CompiledRule& rule) {
    holds_ = values_[rule.value].is_true();
    WalkRule(rule);
    WalkAll(&named_);
    denies_ = true;
    WalkAll(&denied_);
    denies_ = false;
    WalkAgainst(rule);
    for (const Index absence : absences_) {
      if (leaves_.size() < kMaxEvidence) leaves_.push_back(absence);
    }
    if (leaves_.empty() && standing_ != kNoIndex) leaves_.push_back(standing_);
    return leaves_;
  }

 private:
  bool Is(Index part, Kind kind, bool is_true = false) const {
    if (part == kNoIndex || values_[part].kind() != kind) return false;
    return kind == Kind::kUnknown || values_[part].is_true() == is_true;
  }

  // Rules that are found on the way stand in the list as well.
  void WalkAll(std::vector<CompiledRule>* rules) {
    for (std::size_t i = 0; i < rules->size(); ++i) {
      if (leaves_.size() < kMaxEvidence) WalkRule(CompiledRule((*rules)[i]));
    }
    rules->clear();
  }

  // Of a rule that is only unclear: what was found, or is not answered at all,
  // and keeps it from holding.
  void WalkAgainst(const CompiledRule& rule) {
    if (!Is(rule.value, Kind::kUnknown) || !Is(rule.holds, Kind::kBool)) return;
    against_ = true;
    Walk(rule.holds);
    WalkAll(&named_);
    denies_ = true;
    WalkAll(&denied_);
  }

  void WalkDenied(Index index) {
    const bool outer = denies_;
    denies_ = true;
    Walk(index);
    denies_ = outer;
  }

  void WalkIf(Index part, Kind kind, bool is_true = false) {
    if (Is(part, kind, is_true)) Walk(part);
  }

  void WalkRule(const CompiledRule& rule) {
    if (Is(rule.value, Kind::kBool, true)) {
      WalkIf(rule.holds, Kind::kBool, true);
    } else if (Is(rule.value, Kind::kUnknown)) {
      WalkIf(rule.holds, Kind::kUnknown);
      WalkIf(rule.unclear, Kind::kUnknown);
      WalkIf(rule.except, Kind::kUnknown);
    } else if (Is(rule.except, Kind::kBool, true)) {
      Walk(rule.except);
    } else {
      WalkIf(rule.holds, Kind::kBool);
      WalkIf(rule.unclear, Kind::kBool);
    }
  }

  void WalkAlike(Index index, std::size_t first) {
    const auto operands = program_.OperandsOf(program_.code[index]);
    for (const Index operand : operands.subspan(first)) {
      WalkIf(operand, values_[index].kind(), values_[index].is_true());
    }
  }

  void Walk(Index index) {
    if (leaves_.size() >= kMaxEvidence || !seen_.insert(index).second) return;
    for (const CompiledRule& rule : program_.rules) {
      const bool is_bare = rule.holds == index || rule.unclear == index;
      if (rule.value == index && !is_bare) {
        return (denies_ ? denied_ : named_).push_back(rule);
      }
    }
    const auto operands = program_.OperandsOf(program_.code[index]);
    switch (program_.code[index].op) {
      case Opcode::kConstant: return;
      case Opcode::kNot: return WalkDenied(operands[0]);
      case Opcode::kUnclear: return Walk(operands[0]);
      case Opcode::kAnd:
      case Opcode::kOr: return WalkAlike(index, 0);
      case Opcode::kAtLeast:
        WalkIf(operands[0], Kind::kUnknown);
        return WalkAlike(index, 1);
      case Opcode::kConditional:
        Walk(operands[0]);
        if (!values_[operands[0]].is_false()) Walk(operands[1]);
        if (!values_[operands[0]].is_true()) Walk(operands[2]);
        return;
      default: return TakeLeaf(index);
    }
  }

  void TakeLeaf(Index index) {
    const Opcode op = program_.code[index].op;
    const bool is_text =
        AsksForTerms(op) || ReadsLetters(op) || op == Opcode::kCites;
    if (against_) {
      const bool is_found = AsksForTerms(op) || op == Opcode::kCites;
      const bool tells = op == Opcode::kHas
                             ? values_[index].is_false()
                             : is_found && values_[index].is_true();
      if (tells) leaves_.push_back(index);
    } else if (values_[index].is_false() && (holds_ || is_text)) {
      if (absences_.size() < kMaxEvidence) absences_.push_back(index);
    } else if (values_[index].is_true() && op == Opcode::kHas) {
      standing_ = index;
    } else {
      leaves_.push_back(index);
    }
  }

  const Program& program_;
  const Values& values_;
  bool holds_ = false;
  bool denies_ = false;
  bool against_ = false;
  std::vector<CompiledRule> named_;
  std::vector<CompiledRule> denied_;
  std::unordered_set<Index> seen_;
  std::vector<Index> leaves_;
  std::vector<Index> absences_;
  Index standing_ = kNoIndex;
};

/// Leaves of every kind below logic, rules among it.
class RandomRules {
 public:
  explicit RandomRules(unsigned seed) : random_(seed) {
    builder_.Terms({{"tolk", "tolk"}});
    builder_.AddField("text", FieldType::kText, {});
    for (int i = 0; i < 30; ++i) AddLeaf();
    for (int i = 0; i < 60; ++i) Below(5) == 0 ? AddRule() : AddLogic();
    program_ = builder_.Finish();
  }

  const Program& program() const { return *program_; }

  /// Whatever somebody may have answered: only what no rule gives is worked
  /// out from its operand.
  Values NewValues() {
    Values values(program_->code.size());
    const unsigned mostly = Below(3);
    for (Index i = 0; i < values.size(); ++i) {
      const unsigned pick = Below(3) == 0 ? Below(4) : mostly;
      values.Put(i, Value::OfTruth(kTruths[pick]));
      const Instruction& code = program_->code[i];
      const bool is_answer = std::ranges::any_of(
          program_->rules, [&](const auto& rule) { return rule.value == i; });
      if (code.op != Opcode::kUnclear || is_answer) continue;
      const Value& operand = values[program_->OperandsOf(code)[0]];
      values.Put(i, operand.is_true() ? Value::Unknown(kUnclear) : operand);
    }
    return values;
  }

 private:
  unsigned Below(std::size_t count) {
    return static_cast<unsigned>(random_() % count);
  }
  Index AnyNode() { return nodes_[Below(nodes_.size())]; }

  void AddLeaf() {
    constexpr Opcode kLeaves[] = {Opcode::kMentions, Opcode::kMentions,
                                  Opcode::kContains, Opcode::kHas,
                                  Opcode::kEqual,    Opcode::kCites};
    const Index constant = builder_.Constant(Value::Bool(false));
    if (Below(10) == 0) nodes_.push_back(constant);
    nodes_.push_back(
        builder_.Op("leaf", kLeaves[Below(6)], {constant, constant}, 0, 0));
  }

  void AddLogic() {
    constexpr Opcode kLogic[] = {
        Opcode::kAnd,     Opcode::kOr,      Opcode::kOr,         Opcode::kNot,
        Opcode::kUnclear, Opcode::kAtLeast, Opcode::kConditional};
    const Opcode op = kLogic[Below(7)];
    const bool single = op == Opcode::kNot || op == Opcode::kUnclear;
    const bool counts = op == Opcode::kAtLeast && Below(2) == 0;
    std::vector<Index> operands;
    if (counts) operands.push_back(builder_.Number(1));
    const std::size_t count = single                       ? 1
                              : op == Opcode::kConditional ? 3
                                                           : 2 + Below(20);
    while (operands.size() < count) operands.push_back(AnyNode());
    nodes_.push_back(builder_.Op("logic", op, operands));
  }

  void AddRule() {
    const Index holds = Below(5) == 0 ? kNoIndex : AnyNode();
    const bool needs_one = holds == kNoIndex || Below(3) == 0;
    nodes_.push_back(builder_.AddRule("rule" + std::to_string(nodes_.size()),
                                      "F", CompiledKind::kFact, {}, holds,
                                      needs_one ? AnyNode() : kNoIndex,
                                      Below(3) == 0 ? AnyNode() : kNoIndex));
  }

  std::mt19937 random_;
  ProgramBuilder builder_;
  std::vector<Index> nodes_;
  std::unique_ptr<Program> program_;
};

TEST(LeafCollector, FindsTheLeavesThatAWalkOverAllOperandsFinds) {
  std::size_t full = 0;
  for (unsigned seed = 0; seed < 60; ++seed) {
    RandomRules rules(seed);
    const RulesByValue by_value(rules.program());
    LeafCollector collector(rules.program(), by_value);
    for (int round = 0; round < 10; ++round) {
      const Values values = rules.NewValues();
      for (Index rule = 0; rule < rules.program().rules.size(); ++rule) {
        collector.Collect(values, rule);
        SlowWalk slow(rules.program(), values);
        ASSERT_EQ(collector.leaves(), slow.Of(rules.program().rules[rule]))
            << "seed " << seed << ", rule " << rule;
        full += collector.leaves().size() == kMaxEvidence ? 1U : 0U;
      }
    }
  }
  EXPECT_GT(full, 300U);
}

TEST(LeafCollector, TellsARulesOwnWordsFirstAndWhatItDeniesLast) {
  ProgramBuilder builder;
  const Index constant = builder.Constant(Value::Bool(false));
  const auto leaf = [&](const char* name) {
    return builder.Op(name, Opcode::kEqual, {constant, constant}, 0, 0);
  };
  const Index deep = leaf("deep");
  const Index guard = leaf("guard");
  const Index near = leaf("near");
  const Index own = leaf("own");
  const Index absent = leaf("absent");
  const auto rule = [&](const char* name, Index holds, Index except) {
    return builder.AddRule(name, "F", CompiledKind::kFact, {}, holds, kNoIndex,
                           except);
  };
  const Index denied = rule("denied", leaf("kept"), guard);
  const Index below = rule("below", deep, absent);
  const Index named =
      rule("named", builder.Op("and", Opcode::kAnd, {below, near}), absent);
  const Index no = builder.Op("not", Opcode::kNot, {denied});
  rule("told", builder.Op("and", Opcode::kAnd, {no, named, own}), absent);
  const std::unique_ptr<Program> program = builder.Finish();
  Values values(program->code.size());
  for (Index i = 0; i < values.size(); ++i) {
    values.Put(i, Value::Bool(i != denied && i != absent && i != constant));
  }
  const RulesByValue by_value(*program);
  LeafCollector collector(*program, by_value);
  collector.Collect(values, 3);
  EXPECT_EQ(collector.leaves(), (std::vector<Index>{own, near, deep, guard}));
}

}  // namespace
}  // namespace sigte::test
