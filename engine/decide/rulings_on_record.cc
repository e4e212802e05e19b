// SPDX-License-Identifier: MPL-2.0

// Which rulings on a record are in force, and what they answer.

#include "engine/decide/rulings_on_record.h"

#include <algorithm>

#include "engine/decide/described_key.h"
#include "engine/decide/verdict.h"
#include "engine/record/record_key.h"

namespace sigte {
namespace {

// A check that asks has not answered.
bool AnswersItself(const Value& own, const CompiledRule& rule) {
  if (own.is_unknown()) return false;
  return rule.kind != CompiledKind::kQuestion || own.is_false();
}

RulingNote NoteOf(const Ruling& ruling) {
  RulingNote note;
  note.answer = ruling.answer;
  note.id = ruling.id;
  note.reason = ruling.reason;
  note.text = ruling.text;
  note.by = ruling.by.body;
  note.role = ruling.by.role;
  note.date = ruling.by.date;
  if (ruling.approved) note.approved = ruling.approved->body;
  if (ruling.source != nullptr) note.file = ruling.source->name();
  note.line = ruling.line;
  return note;
}

void SortPins(Pins* pins) {
  std::ranges::stable_sort(*pins, {}, &std::pair<std::uint32_t, Value>::first);
}

// Of pins on one instruction that differ, none is left.
void DropDiffering(Pins* pins) {
  SortPins(pins);
  Pins kept;
  for (std::size_t i = 0; i < pins->size();) {
    std::size_t end = i + 1;
    bool same = true;
    for (; end < pins->size() && (*pins)[end].first == (*pins)[i].first;
         ++end) {
      same &= Identical((*pins)[end].second, (*pins)[i].second);
    }
    if (same) kept.push_back((*pins)[i]);
    i = end;
  }
  *pins = std::move(kept);
}

}  // namespace

RulingsOnRecord::RulingsOnRecord(const Program& program, const RulingBook& book)
    : program_(program), book_(book) {}

bool RulingsOnRecord::Look(const Record& record, const Values& values,
                           const std::vector<Value>* measures,
                           std::vector<RulingNote>* notes) {
  pins_.clear();
  pins_if_approved_.clear();
  if (book_.rulings().empty()) return false;
  const std::size_t first = notes->size();
  const auto take = [&](const std::optional<RecordKey>& key) {
    if (!key) return;
    for (const std::uint32_t index : book_.On(*key)) {
      RulingNote& note = notes->emplace_back(NoteOf(book_.rulings()[index]));
      note.ruling = index;
      note.rule = book_.RuleOf(index);
      note.state = StateOn(record, values, measures, index);
      Pin(note);
    }
  };
  take(KeyOf(record));
  take(DescribedKeyOf(record, program_.redaction));
  if (notes->size() == first) return false;
  SettlePins(notes, first);
  return true;
}

RulingState RulingsOnRecord::StateOn(const Record& record, const Values& values,
                                     const std::vector<Value>* measures,
                                     std::uint32_t ruling) {
  const RulingState standing = book_.StandingOf(ruling);
  if (standing != RulingState::kApproved &&
      standing != RulingState::kProposed) {
    return standing;
  }
  const Ruling& made = book_.rulings()[ruling];
  const std::uint32_t index = book_.RuleOf(ruling);
  if (book_.evidence().Digest(record, measures, index) != made.evidence) {
    return RulingState::kStale;
  }
  if (standing == RulingState::kProposed) return standing;
  const CompiledRule& rule = program_.rules[index];
  return AgainstValue(values[rule.value], rule, made.answer);
}

RulingState RulingsOnRecord::AgainstValue(const Value& own,
                                          const CompiledRule& rule,
                                          bool answer) const {
  if (rule.kind == CompiledKind::kNote) return RulingState::kIdle;
  if (!AnswersItself(own, rule)) return RulingState::kApproved;
  return own.is_true() == answer ? RulingState::kIdle : RulingState::kAgainst;
}

void RulingsOnRecord::Pin(const RulingNote& note) {
  if (note.rule == kNoIndex) return;
  const CompiledRule& rule = program_.rules[note.rule];
  const std::pair<std::uint32_t, Value> answer = {rule.value,
                                                  Value::Bool(note.answer)};
  switch (note.state) {
    case RulingState::kApproved:
      pins_.push_back(answer);
      pins_if_approved_.push_back(answer);
      break;
    case RulingState::kProposed: pins_if_approved_.push_back(answer); break;
    case RulingState::kAgainst: {
      // What rejects by itself stays so; other checks ask when they are
      // undecided for a cause of their own.
      if (rule.kind == CompiledKind::kReject && !note.answer) break;
      const CauseSet cause = IsCheck(rule.kind) ? kUnclear : kQuestion;
      pins_.emplace_back(rule.value, Value::Unknown(cause));
      pins_if_approved_.push_back(pins_.back());
      break;
    }
    default: break;
  }
}

// Two rules may have one condition: then answers to them can contradict each
// other too, and none of them decides.
void RulingsOnRecord::SettlePins(std::vector<RulingNote>* notes,
                                 std::size_t first) {
  DropDiffering(&pins_);
  DropDiffering(&pins_if_approved_);
  for (std::size_t i = first; i < notes->size(); ++i) {
    RulingNote& note = (*notes)[i];
    if (note.state != RulingState::kApproved) continue;
    const std::uint32_t value = program_.rules[note.rule].value;
    const bool kept = std::ranges::any_of(
        pins_, [&](const auto& pin) { return pin.first == value; });
    if (!kept) note.state = RulingState::kContradicting;
  }
}

}  // namespace sigte
