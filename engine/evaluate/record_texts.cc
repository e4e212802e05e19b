// SPDX-License-Identifier: MPL-2.0

#include "engine/evaluate/record_texts.h"

#include <algorithm>

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
  changed_terms_.clear();
  changed_groups_.clear();
  for (std::uint32_t slot = 0; slot < slots_.size(); ++slot) {
    ScanSlot(record, same_record, slot);
  }
  for (const std::uint32_t group : used_groups_) {
    const Value otherwise = Otherwise(record, group);
    if (Identical(otherwise, groups_[group].otherwise)) continue;
    groups_[group].otherwise = otherwise;
    changed_groups_.push_back(group);
  }
  if (!same_record) ForgetCitations();
}

void RecordTexts::ScanSlot(const Record& record, bool same_record,
                           std::uint32_t number) {
  Slot& slot = slots_[number];
  const Value& value = record[slot.field].value;
  const std::string_view text =
      value.kind() == Kind::kText ? value.text() : std::string_view();
  if (same_record && SameBytes(slot.text, text)) return;
  for (const TermHit& hit : slot.hits) {
    slot.found[hit.term] = {};
    changed_terms_.push_back({number, hit.term});
  }
  slot.text = text;
  slot.hits.clear();
  if (text.empty()) return;
  // The places are kept: nearly every decision shows some of them.
  scanner_->Hits(text, &slot.hits);
  for (const TermHit& hit : slot.hits) {
    TermScan& scan = slot.found[hit.term];
    scan.mentions |= hit.mention;
    if (hit.mention == kAffirmed) {
      scan.clauses |= std::uint64_t{1} << (hit.clause % 64);
    }
    changed_terms_.push_back({number, hit.term});
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
    const std::vector<TermScan>& scans = slots_[slot].found;
    if ((scans[term].clauses & scans[other].clauses) != 0) return true_;
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
  if (cited.read && SameBytes(cited.text, value.text())) {
    return cited.citations;
  }
  cited.read = true;
  cited.text = value.text();
  cited.citations.clear();
  program_.laws->Read(cited.text, &cited.citations);
  return cited.citations;
}

}  // namespace sigte
