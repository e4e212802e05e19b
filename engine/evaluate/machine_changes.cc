// SPDX-License-Identifier: MPL-2.0

// Less than everything: the steps that the first pass needs, and those that
// another record, another value of a field, or an answer changes.
#include <algorithm>
#include <bit>

#include "engine/evaluate/group_needs.h"
#include "engine/evaluate/machine.h"

namespace sigte {
namespace {

bool IsSame(const Value& before, const Value& now, bool same_record) {
  if (before.kind() != now.kind()) return false;
  if (now.kind() < Kind::kText) return Identical(before, now);
  // Another record's text may lie in the same room. Of one record, what was Set
  // lies elsewhere.
  if (!same_record) return false;
  if (now.kind() == Kind::kText) {
    return before.text().data() == now.text().data() &&
           before.text().size() == now.text().size();
  }
  return before.items() == now.items() && before.count() == now.count();
}

}  // namespace

template <typename Element>
void Lists<Element>::Build(std::size_t keys) {
  first_.assign(keys + 1, 0);
  for (const auto& [key, element] : added_) ++first_[key + 1];
  for (std::size_t key = 0; key < keys; ++key) first_[key + 1] += first_[key];
  elements_.resize(added_.size());
  std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
  for (const auto& [key, element] : added_) elements_[next[key]++] = element;
  added_ = {};
}

void Machine::FindGroupSteps() {
  const std::vector<std::uint8_t> needed = InstructionsForGroups(program_);
  for (std::uint32_t at = 0; at < steps_.size();) {
    const Step& step = steps_[at];
    if (needed[step.index] != 0) group_steps_.push_back(at);
    const std::uint32_t next = IsQuantifier(step.op) ? step.z : at + 1;
    for (; at < next; ++at) {
      const Step& inner = steps_[at];
      if (needed[step.index] != 0) group_steps_scan_ |= ReadsTerms(inner.op);
    }
  }
}

void Machine::RunForGroups(const Record& record) {
  record_ = &record;
  groups_ = nullptr;
  cited_operand_ = kNoIndex;
  ForgetQuestions();
  ForgetAnswers();
  is_current_ = false;
  // Citations are kept by text; terms are looked for only where they count.
  if (group_steps_scan_)
    texts_.Begin(record, false);
  else
    texts_.ForgetCitations();
  for (const std::uint32_t at : group_steps_) {
    budget_ = static_cast<std::int64_t>(EvaluateOptions{}.max_steps);
    RunSteps(at, at + 1);
  }
}

void Machine::FindCitedFields() {
  is_cited_.assign(program_.layout.size(), 0);
  for (const Step& step : steps_) {
    if (step.op != Opcode::kCites) continue;
    const Instruction& read = program_.code[step.x];
    if (read.op == Opcode::kField) is_cited_[read.a] = 1;
  }
}

// Whether it gives a truth value that turns on the text of a cited field alone.
bool Machine::IsTextLeaf(const Step& step) const {
  switch (step.op) {
    case Opcode::kCites: break;
    case Opcode::kMatches:
      if (step.count != 1) return false;
      break;
    case Opcode::kContains:
    case Opcode::kStartsWith:
    case Opcode::kEndsWith:
      if (program_.code[step.y].op != Opcode::kConstant) return false;
      break;
    default: return false;
  }
  const Instruction& read = program_.code[step.x];
  return read.op == Opcode::kField && is_cited_[read.a] != 0;
}

void Machine::FindReaders() {
  FindCitedFields();
  outer_.assign(program_.code.size(), kNoIndex);
  for (std::uint32_t at = 0; at < steps_.size();) {
    const std::uint32_t outer = at;
    const Step& step = steps_[at];
    const std::uint32_t next = IsQuantifier(step.op) ? step.z : at + 1;
    for (; at < next; ++at) FindReadersOf(at, outer);
  }
  users_.Build(program_.code.size());
  known_users_.Build(program_.code.size());
  field_instructions_.Build(program_.layout.size());
  field_readers_.Build(program_.layout.size());
  term_leaves_.Build(texts_.slot_count() * texts_.term_count());
  text_readers_.Build(program_.texts.size());
  text_leaves_.Build(program_.layout.size());
  text_leaf_instructions_.Build(program_.layout.size());
  text_memos_.resize(program_.layout.size());
  group_readers_.Build(program_.group_queries.size());
  measures_.resize(program_.group_queries.size());
  pending_.resize(steps_.size() / 64 + 1);
  allowed_.resize(pending_.size());
  fields_.resize(program_.layout.size());
}

void Machine::AddUsers(const Step& step, std::uint32_t outer) {
  const Instruction& code = program_.code[step.index];
  for (const std::uint32_t operand : program_.OperandsOf(code)) {
    const Opcode read = program_.code[operand].op;
    const bool only_known = code.op == Opcode::kHas &&
                            (read == Opcode::kField || read == Opcode::kText);
    if (only_known) {
      known_users_.Add(operand, outer);
      continue;
    }
    users_.Add(operand, outer);
  }
  if (IsQuantifier(code.op)) users_.Add(code.b, outer);
}

void Machine::FindReadersOf(std::uint32_t at, std::uint32_t outer) {
  const Step& step = steps_[at];
  const Instruction& code = program_.code[step.index];
  outer_[step.index] = outer;
  AddUsers(step, outer);
  if (at == outer && IsTextLeaf(step)) {
    text_leaves_.Add(program_.code[step.x].a, outer);
    text_leaf_instructions_.Add(program_.code[step.x].a, step.index);
  }
  if (at != outer) users_.Add(step.index, outer);
  if (code.op == Opcode::kField) field_instructions_.Add(code.a, step.index);
  if (code.op == Opcode::kGroupCount) group_readers_.Add(code.a, outer);
  if (code.op == Opcode::kText) {
    for (const FieldIndex field : program_.texts[code.a].fields) {
      field_readers_.Add(field, outer);
    }
  }
  if (!ReadsTerms(code.op) || texts_.term_count() == 0) return;
  text_readers_.Add(code.a, outer);
  AddTermLeaves(code, step.index);
}

void Machine::AddTermLeaves(const Instruction& code, std::uint32_t index) {
  TermLeaf leaf{index, code.a, kNoIndex, MentionOf(code.op)};
  const auto add = [&](std::uint32_t term, std::uint32_t other) {
    leaf.other = other;
    for (const std::uint32_t slot : texts_.SlotsOf(code.a)) {
      term_leaves_.Add(KeyOf({slot, term}), leaf);
    }
  };
  if (code.op != Opcode::kTogether) return add(code.b, kNoIndex);
  const auto other = static_cast<std::uint32_t>(
      values_[program_.OperandsOf(code)[0]].int_value());
  add(code.b, other);
  if (other != code.b) add(other, code.b);
}

void Machine::FindDense(const std::vector<StepRange>& levels) {
  term_steps_.resize(pending_.size());
  for (const StepRange& range : levels) {
    Level& level = levels_.emplace_back();
    level.begin = dense_.size();
    std::vector<std::uint32_t> truths;
    for (std::uint32_t at = range.begin; at < range.end;) {
      const Step& step = steps_[at];
      if (ReadsTerms(step.op)) {
        Mark(at, &term_steps_);
      } else if (step.op != Opcode::kField && !IsTextLeaf(step)) {
        (GivesTruth(step.op) ? truths : dense_).push_back(at);
      }
      at = IsQuantifier(step.op) ? step.z : at + 1;
    }
    level.truths = dense_.size();
    dense_.insert(dense_.end(), truths.begin(), truths.end());
    level.end = dense_.size();
  }
}

void Machine::TakeFields(bool same_record) {
  for (FieldIndex field = 0; field < fields_.size(); ++field) {
    const Value& now = (*record_)[field].value;
    if (IsSame(fields_[field], now, same_record)) continue;
    fields_[field] = now;
    Pend(field_readers_[field]);
    for (const std::uint32_t index : field_instructions_[field]) {
      if (answered_[index] == 0) Replace(index, now);
    }
  }
}

void Machine::PutFields() {
  for (FieldIndex field = 0; field < fields_.size(); ++field) {
    const Value& now = fields_[field] = (*record_)[field].value;
    for (const std::uint32_t index : field_instructions_[field]) {
      Put(index, now);
    }
    if (!text_leaves_[field].empty()) PutTextLeaves(field);
  }
  for (std::size_t query = 0; query < measures_.size(); ++query) {
    measures_[query] = MeasureOf(query);
  }
}

void Machine::Replace(std::uint32_t index, const Value& now) {
  const Value& value = values_[index];
  // Texts and lists may have been rewritten where they lie.
  if (IsSame(value, now, false)) return;
  if (Has(value).truth() != Has(now).truth()) Pend(known_users_[index]);
  Put(index, now);
  Pend(users_[index]);
}

void Machine::TakeGroups() {
  for (std::size_t query = 0; query < measures_.size(); ++query) {
    const Value now = MeasureOf(query);
    if (Identical(measures_[query], now)) continue;
    measures_[query] = now;
    Pend(group_readers_[query]);
  }
}

// What a text said before it says again.
void Machine::PutTextLeaves(FieldIndex field) {
  const auto leaves = text_leaves_[field];
  const Value& now = fields_[field];
  TextMemo<std::vector<TruthBits>>& memo = text_memos_[field];
  if (now.kind() != Kind::kText || now.text().size() > memo.kLongest) {
    for (const std::uint32_t leaf : leaves) PutStep(leaf);
    return;
  }
  memo.Prune();
  const std::vector<TruthBits>* known = memo.Find(now.text());
  if (known == nullptr) {
    std::vector<TruthBits>& kept = memo.Keep(now.text());
    kept.reserve(leaves.size());
    for (const std::uint32_t leaf : leaves) {
      kept.push_back(TruthOf(steps_[leaf], leaf));
    }
    known = &kept;
  }
  TruthBits* const truths = values_.truths();
  const TruthBits* truth = known->data();
  for (const std::uint32_t index : text_leaf_instructions_[field]) {
    truths[index] = *truth++;
  }
}

void Machine::TakeTexts() {
  for (const std::uint32_t group : texts_.changed_groups()) {
    Pend(text_readers_[group]);
  }
  for (const auto* terms : {&texts_.terms_before(), &texts_.terms_now()}) {
    for (const RecordTexts::TermAt& at : *terms) {
      for (const TermLeaf& leaf : term_leaves_[KeyOf(at)]) {
        Pend(outer_[leaf.index]);
      }
    }
  }
}

// Those whose terms came or went, and those that are pending: where a group's
// texts say something else, or an answer was forgotten.
void Machine::PutTerms() {
  PutTermLeaves();
  for (const std::uint32_t group : texts_.changed_groups()) {
    Pend(text_readers_[group]);
  }
  for (std::size_t word = 0; word < pending_.size(); ++word) {
    std::uint64_t bits = pending_[word] & term_steps_[word];
    for (; bits != 0; bits &= bits - 1) {
      PutStep(static_cast<std::uint32_t>(
          word * 64 + static_cast<unsigned>(std::countr_zero(bits))));
    }
  }
}

// What asks for a term reads nothing but texts, and nobody has answered it. All
// that the texts before made true goes first: fields are read together.
void Machine::PutTermLeaves() {
  TruthBits* const truths = values_.truths();
  const TruthBits found = Value::Bool(true).truth();
  for (const RecordTexts::TermAt& at : texts_.terms_before()) {
    for (const TermLeaf& leaf : term_leaves_[KeyOf(at)]) {
      truths[leaf.index] = texts_.OtherwiseOf(leaf.group);
    }
  }
  for (const RecordTexts::TermAt& at : texts_.terms_now()) {
    for (const TermLeaf& leaf : term_leaves_[KeyOf(at)]) {
      if (IsTrue(leaf, at)) truths[leaf.index] = found;
    }
  }
}

// By one text alone, in which the term stands.
bool Machine::IsTrue(const TermLeaf& leaf,
                     const RecordTexts::TermAt& at) const {
  return leaf.other == kNoIndex ? (texts_.ScanOf(at).mentions & leaf.how) != 0
                                : texts_.StandTogether(at, leaf.other);
}

void Machine::ForgetAnswers() {
  for (const std::uint32_t index : answers_set_) Forget(index);
  answers_set_.clear();
}

void Machine::TakeAnswers(const EvaluateOptions& options) {
  if (options.answers == nullptr) return;
  for (const auto& [index, value] : *options.answers) {
    answered_[index] = 1;
    answers_set_.push_back(index);
    if (IsOutermost(index)) Forbid(outer_[index]);
    Put(index, value);
    PendReaders(index);
  }
}

void Machine::Forget(std::uint32_t answered) {
  answered_[answered] = 0;
  const Instruction& instruction = program_.code[answered];
  if (instruction.op == Opcode::kConstant) {
    Put(answered, program_.constants[instruction.a]);
    PendReaders(answered);
  } else if (outer_[answered] != kNoIndex) {
    if (IsOutermost(answered) && outer_[answered] < end_) {
      Allow(outer_[answered]);
    }
    Pend(outer_[answered]);
    // Steps of logic compare truth alone, and answers may be of any kind.
    const Kind kind = values_[answered].kind();
    if (kind != Kind::kBool && kind != Kind::kUnknown) {
      Put(answered, Value::Unknown(kError));
    }
    PendReaders(answered);
  }
}

void Machine::PendAll() {
  for (std::uint32_t at = 0; at < steps_.size();) {
    Pend(at);
    at = IsQuantifier(steps_[at].op) ? steps_[at].z : at + 1;
  }
}

}  // namespace sigte
