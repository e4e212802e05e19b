// SPDX-License-Identifier: MPL-2.0

#include "engine/evaluate/record_texts.h"

#include <algorithm>
#include <utility>

namespace sigte {
namespace {

bool SameBytes(std::string_view a, std::string_view b) {
  return a.data() == b.data() && a.size() == b.size();
}

}  // namespace

RecordTexts::RecordTexts(const Program& program)
    : program_(program),
      groups_(program.texts.size()),
      cited_(program.layout.size()) {
  if (program.lexicon == nullptr) return;
  scanner_.emplace(*program.lexicon);
  term_count_ = program.lexicon->size();
  for (const Instruction& instruction : program.code) {
    if (ReadsTerms(instruction.op)) UseGroup(instruction.a);
  }
}

void RecordTexts::UseGroup(std::uint32_t group) {
  if (std::ranges::count(used_groups_, group) != 0) return;
  used_groups_.push_back(group);
  for (const FieldIndex field : program_.texts[group].fields) {
    const auto known = std::ranges::find(slots_, field, &Slot::field);
    groups_[group].slots.push_back(
        static_cast<std::uint32_t>(known - slots_.begin()));
    if (known != slots_.end()) continue;
    slots_.emplace_back();
    slots_.back().field = field;
    slots_.back().found.resize(term_count_);
  }
}

void RecordTexts::Begin(const Record& record, bool same_record) {
  terms_before_.clear();
  terms_now_.clear();
  changed_groups_.clear();
  bool kinds_differ = !std::exchange(kinds_known_, true);
  for (std::uint32_t slot = 0; slot < slots_.size(); ++slot) {
    const Value& value = record[slots_[slot].field].value;
    kinds_differ |= TakeKind(value, &slots_[slot]);
    ScanSlot(value, same_record, slot);
  }
  if (!same_record) ForgetCitations();
  if (!kinds_differ) return;
  for (const std::uint32_t group : used_groups_) {
    const Value otherwise = Otherwise(record, group);
    if (Identical(otherwise, groups_[group].otherwise)) continue;
    groups_[group].otherwise = otherwise;
    changed_groups_.push_back(group);
  }
}

// Whether Otherwise may say something else of it.
bool RecordTexts::TakeKind(const Value& value, Slot* slot) {
  const CauseSet causes =
      value.is_unknown() ? value.causes() : CauseSet{kNoCause};
  if (slot->kind == value.kind() && slot->causes == causes) return false;
  slot->kind = value.kind();
  slot->causes = causes;
  return true;
}

void RecordTexts::ScanSlot(const Value& value, bool same_record,
                           std::uint32_t number) {
  Slot& slot = slots_[number];
  const std::string_view text =
      value.kind() == Kind::kText ? value.text() : std::string_view();
  if (same_record && SameBytes(slot.text, text)) return;
  slot.text = text;
  slot.hits.clear();
  ForgetTerms(number);
  if (text.empty()) return;
  // The places are kept: nearly every decision shows some of them.
  scanner_->Hits(text, &slot.hits);
  TakeHits(number);
}

void RecordTexts::ForgetTerms(std::uint32_t number) {
  Slot& slot = slots_[number];
  for (const std::uint32_t term : slot.terms) {
    slot.found[term] = {};
    terms_before_.push_back({number, term});
  }
  slot.terms.clear();
}

void RecordTexts::TakeHits(std::uint32_t number) {
  Slot& slot = slots_[number];
  for (const TermHit& hit : slot.hits) {
    TermScan& scan = slot.found[hit.term];
    if (scan.mentions == kNotMentioned) {
      slot.terms.push_back(hit.term);
      terms_now_.push_back({number, hit.term});
    }
    scan.Add(hit.mention, hit.clause);
  }
}

const std::vector<TermHit>* RecordTexts::HitsIn(FieldIndex field) const {
  const auto slot = std::ranges::find(slots_, field, &Slot::field);
  return slot == slots_.end() ? nullptr : &slot->hits;
}

// Kleene's OR of the fields that are not missing, none of which has it.
Value RecordTexts::Otherwise(const Record& record, std::uint32_t group) const {
  bool all_missing = true;
  Junction<true> any;
  for (const FieldIndex field : program_.texts[group].fields) {
    const Value& value = record[field].value;
    if (IsMissing(value)) continue;
    all_missing = false;
    any.Add(value.kind() == Kind::kText ? false_
            : value.is_unknown()        ? value
                                        : Value::Unknown(kError));
  }
  return all_missing ? Value::Unknown(kMissing) : any.Result();
}

Value RecordTexts::Together(std::uint32_t group, std::uint32_t term,
                            std::uint32_t other) const {
  for (const std::uint32_t slot : groups_[group].slots) {
    if (StandTogether({slot, term}, other)) return true_;
  }
  return groups_[group].otherwise;
}

const std::vector<Citation>& RecordTexts::CitationsOf(const Record& record,
                                                      FieldIndex field) {
  const Value& value = record[field].value;
  if (program_.laws == nullptr || value.kind() != Kind::kText) {
    return no_citations_;
  }
  Cited& cited = cited_[field];
  if (cited.citations == nullptr || !SameBytes(cited.text, value.text())) {
    cited.text = value.text();
    cited.citations = &ReadCitations(cited.text, &cited.own);
  }
  return *cited.citations;
}

const std::vector<Citation>& RecordTexts::ReadCitations(
    std::string_view text, std::vector<Citation>* own) {
  if (text.size() > known_citations_.kLongest) {
    program_.laws->Read(text, own);
    return *own;
  }
  if (const auto* known = known_citations_.Find(text)) return *known;
  std::vector<Citation>& read = known_citations_.Keep(text);
  program_.laws->Read(text, &read);
  return read;
}

// Only here may what is known go: nothing refers to it between records.
void RecordTexts::ForgetCitations() {
  for (Cited& cited : cited_) cited.citations = nullptr;
  known_citations_.Prune();
}

}  // namespace sigte
