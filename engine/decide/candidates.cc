// SPDX-License-Identifier: MPL-2.0

// What may be asked about a record: every unknown leaf of the pruned
// explanation leads to a field without an answer, or to a yes or no of the
// innermost rule around it.

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "engine/decide/questions.h"

namespace sigte {
namespace {

constexpr std::size_t kMaxChoices = 20;
constexpr std::size_t kMaxCuts = 8;

bool IsMissing(const Value& value) {
  return value.is_unknown() && (value.causes() & kMissing) != 0;
}

void AddNumber(const Value& value, std::vector<Decimal>* numbers) {
  if (value.is_number()) numbers->push_back(value.decimal_value());
}

Value ChoiceValue(const Field& field, const std::string& choice) {
  if (field.type == FieldType::kText) return Value::Text(choice);
  const auto number = Decimal::Parse(choice);
  if (!number) return Value::Unknown(kError);
  const auto whole = number->ToInt();
  return whole ? Value::Int(*whole) : Value::Dec(*number);
}

Value NumberValue(const Decimal& number) {
  const auto whole = number.ToInt();
  return whole ? Value::Int(*whole) : Value::Dec(number);
}

}  // namespace

// A number that can be read in more ways than one asks for itself.
void Questioner::AddReadings(const std::vector<FieldReadings>& readings) {
  for (const FieldReadings& open : readings) {
    if (candidates_.size() >= kMaxCandidates) return;
    Candidate& candidate = NewCandidate(kNoIndex);
    candidate.field = open.field;
    candidate.readings = &open;
    for (const FieldReadings::Reading& reading : open.readings) {
      Answer& answer = NewAnswer(&candidate);
      answer.text = reading.text;
      answer.value = reading.value;
      answer.refused = reading.refused;
    }
  }
}

bool Questioner::IsAskedFor(FieldIndex field) const {
  return std::any_of(
      candidates_.begin(), candidates_.end(), [&](const Candidate& candidate) {
        return candidate.field == field && candidate.readings != nullptr;
      });
}

void Questioner::Collect(std::uint32_t index, std::uint32_t rule) {
  if (!(*before_)[index].is_unknown()) return;
  const std::uint32_t first = rules_->FirstOf(index);
  if (first != kNoIndex && !seen_.Add(index)) return;
  for (std::uint32_t named = first; named != kNoIndex;
       named = rules_->NextOf(named)) {
    // Of rules with one condition the fact asks: it is the innermost.
    const bool closer =
        named == first || program_.rules[named].kind == CompiledKind::kFact;
    if (closer && !program_.rules[named].ask.empty()) rule = named;
  }
  const Instruction& code = program_.code[index];
  if (code.op == Opcode::kUnclear &&
      (*before_)[program_.OperandsOf(code)[0]].is_true()) {
    AddRule(rule);
    return;
  }
  if (code.op == Opcode::kConstant) {
    AddRule(rule);
    return;
  }
  const bool is_logic =
      VisitDeciding(program_, *before_, index,
                    [&](std::uint32_t operand) { Collect(operand, rule); });
  if (!is_logic) AddLeaf(index, rule);
}

void Questioner::CollectChecks() {
  for (const Judge::Check& check : judge_->open_checks()) {
    if (check.kind == CompiledKind::kNote) continue;
    if (program_.rules[check.rule].ask.empty()) continue;
    // One that people have confirmed has nothing left to ask.
    if (IsPinned(check.value) && check.state == CheckState::kFails) continue;
    CollectCheck(check.rule);
  }
}

// A check that fails for want of an answer asks for the answer; any other asks
// whether the data are right as they stand.
void Questioner::CollectCheck(std::uint32_t rule) {
  if (!CollectBlanks(program_.rules[rule].value, rule)) AddCheck(rule);
}

bool Questioner::CollectBlanks(std::uint32_t index, std::uint32_t rule) {
  const Instruction& code = program_.code[index];
  if (code.op == Opcode::kHas) {
    const Instruction& asked = program_.code[program_.OperandsOf(code)[0]];
    return asked.op == Opcode::kField && IsMissing((*record_)[asked.a].value) &&
           AddField(asked.a, rule);
  }
  bool found = false;
  VisitDeciding(program_, *before_, index, [&](std::uint32_t operand) {
    found |= CollectBlanks(operand, rule);
  });
  return found;
}

void Questioner::AddLeaf(std::uint32_t leaf, std::uint32_t rule) {
  bool needs_rule = true;
  for (const FieldIndex field : leaves_->Of(leaf).fields) {
    if (IsAskedFor(field)) needs_rule = false;
    if (!IsMissing((*record_)[field].value)) continue;
    if (AddField(field, rule)) needs_rule = false;
  }
  if (needs_rule) AddRule(rule);
}

// False when there are no answers of which each leads to one verdict.
bool Questioner::AddField(FieldIndex field, std::uint32_t rule) {
  if (rule == kNoIndex) return false;
  for (const Candidate& candidate : candidates_) {
    if (candidate.field == field) return true;
  }
  if (candidates_.size() >= kMaxCandidates) return false;
  Candidate& candidate = NewCandidate(rule);
  candidate.field = field;
  AddAnswers(&candidate);
  if (!candidate.answers.empty()) return true;
  candidates_.pop_back();
  return false;
}

// The same words are asked once, and answer every rule that asks them; a fact's
// words, which are asked instead of a rule's, answer that rule alone.
void Questioner::AddRule(std::uint32_t rule) {
  if (rule == kNoIndex) return;
  const std::uint32_t value = program_.rules[rule].value;
  const std::uint32_t asker = AskerOf(rule);
  for (Candidate& candidate : candidates_) {
    if (asker != rule || !AsksItself(candidate) ||
        candidate.field != kNoField || candidate.answers.size() != 2 ||
        asks_[candidate.rule] != asks_[rule]) {
      continue;
    }
    std::vector<std::uint32_t>& targets = candidate.targets;
    if (std::find(targets.begin(), targets.end(), value) == targets.end()) {
      targets.push_back(value);
      candidate.also.push_back(rule);
    }
    return;
  }
  if (candidates_.size() >= kMaxCandidates) return;
  Candidate& candidate = NewCandidate(rule);
  candidate.asker = asker;
  candidate.targets.push_back(value);
  for (const bool yes : {true, false}) AddYesNo(yes, &candidate);
}

// The first fact that stands in the way, or is lacking, and is not asked yet.
std::uint32_t Questioner::AskerOf(std::uint32_t rule) {
  const CompiledRule& asked = program_.rules[rule];
  if (asked.ask_from.empty()) return rule;
  obstacle_finder_.Find(*before_, asked, &obstacles_);
  for (const Obstacle& obstacle : obstacles_) {
    const bool may_ask = std::ranges::count(asked.ask_from, obstacle.rule) > 0;
    const auto is_asked = [&](const Candidate& candidate) {
      return candidate.asker != kNoIndex &&
             asks_[candidate.asker] == asks_[obstacle.rule];
    };
    if (may_ask && std::ranges::none_of(candidates_, is_asked)) {
      return obstacle.rule;
    }
  }
  return rule;
}

void Questioner::AddCheck(std::uint32_t rule) {
  if (candidates_.size() >= kMaxCandidates) return;
  Candidate& candidate = NewCandidate(rule);
  candidate.targets.push_back(program_.rules[rule].value);
  AddYesNo(false, &candidate);
}

Questioner::Candidate& Questioner::NewCandidate(std::uint32_t rule) {
  Candidate& candidate = candidates_.Reuse();
  candidate.rule = rule;
  candidate.asker = rule;
  candidate.field = kNoField;
  candidate.targets.clear();
  candidate.also.clear();
  candidate.answers.clear();
  candidate.settles = false;
  candidate.readings = nullptr;
  candidate.comparisons.clear();
  return candidate;
}

Questioner::Answer& Questioner::NewAnswer(Candidate* candidate) {
  Answer& answer = candidate->answers.Reuse();
  answer.text.clear();
  answer.value = Value();
  answer.range = NumberRange();
  answer.verdict = Verdict::kBorderline;
  answer.signature.clear();
  answer.refused = false;
  return answer;
}

void Questioner::AddYesNo(bool yes, Candidate* candidate) {
  Answer& answer = NewAnswer(candidate);
  answer.text = yes ? "true" : "false";
  answer.value = Value::Bool(yes);
}

void Questioner::AddAnswers(Candidate* candidate) const {
  WarmVector<Answer>& answers = candidate->answers;
  const Field& asked = program_.layout[candidate->field];
  if (asked.is_list || asked.choices.size() > kMaxChoices) return;
  if (uses_.IsOfGroup(candidate->field)) return;
  for (const FieldChoice& choice : asked.choices) {
    Answer& answer = NewAnswer(candidate);
    answer.text = choice.value;
    answer.value = ChoiceValue(asked, choice.value);
  }
  if (!answers.empty() || asked.type == FieldType::kText) return;
  if (asked.type != FieldType::kBool) return AddRanges(candidate);
  for (const bool yes : {true, false}) AddYesNo(yes, candidate);
}

void Questioner::AddRanges(Candidate* candidate) const {
  if (!uses_.IsOnlyCompared(candidate->field)) return;
  std::vector<Decimal> cuts;
  std::vector<std::uint32_t> comparisons =
      ComparisonsOf(candidate->field, &cuts);
  std::sort(cuts.begin(), cuts.end());
  cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
  if (cuts.size() > kMaxCuts) return;
  candidate->comparisons = std::move(comparisons);
  const Field& asked = program_.layout[candidate->field];
  for (const NumberRange& range : RangesBetween(cuts, asked)) {
    Answer& answer = NewAnswer(candidate);
    answer.range = range;
    answer.value = NumberValue(range.sample);
  }
}

// The unknown comparisons of the field itself, and the figures in them.
std::vector<std::uint32_t> Questioner::ComparisonsOf(
    FieldIndex field, std::vector<Decimal>* cuts) const {
  std::vector<std::uint32_t> unknown;
  for (const NumberUses::Comparison& comparison : uses_.ComparisonsOf(field)) {
    if (!(*before_)[comparison.index].is_unknown()) continue;
    const Value& other = (*before_)[comparison.other];
    if (program_.code[comparison.index].op != Opcode::kIn) {
      AddNumber(other, cuts);
    } else if (other.kind() == Kind::kList) {
      for (std::size_t k = 0; k < other.count(); ++k) {
        AddNumber(other.items()[k], cuts);
      }
    } else {
      continue;
    }
    unknown.push_back(comparison.index);
  }
  return unknown;
}

// Rules that ask in the same words get the same number.
void Questioner::NumberAsks() {
  using Words = std::pair<std::string_view, std::string_view>;
  std::map<Words, std::uint32_t> known;
  for (std::uint32_t i = 0; i < program_.rules.size(); ++i) {
    const LocalText& ask = program_.rules[i].ask;
    const Words words = {ask.In(Lang::kDa), ask.In(Lang::kEn)};
    asks_.push_back(known.emplace(words, i).first->second);
  }
}

}  // namespace sigte
