// SPDX-License-Identifier: MPL-2.0

// Clauses, and the reach of triggers in them. Everything is linear in the text:
// the nearest trigger of every part is found in one sweep.

#include "engine/text/contexts.h"

#include <algorithm>
#include <utility>

namespace sigte {
namespace {

constexpr std::uint32_t kMaxEnumerated = 2;  // words between commas

}  // namespace

void Contexts::Read(const FoldedText& text, std::span<const Match> triggers) {
  text_ = &text;
  NumberClauses();
  has_reaches_ = !triggers.empty();
  if (!has_reaches_) return;
  for (auto& list : reaches_) list.clear();
  FindSegments();
  CollectReaches(triggers);
  for (const bool after : {false, true}) {
    for (const TriggerKind kind :
         {TriggerKind::kNegating, TriggerKind::kSupplementing}) {
      const std::size_t list = ListOf(kind, after);
      if (reaches_[list].empty()) continue;
      covers_[list].assign(text.part_count(), 0);
      after ? CoverBackward(&reaches_[list], &covers_[list])
            : CoverForward(&reaches_[list], &covers_[list]);
    }
  }
}

void Contexts::NumberClauses() {
  clauses_.resize(text_->part_count());
  std::uint32_t clause = 0;
  for (std::size_t p = 0; p < text_->part_count(); ++p) {
    const bool begins = (text_->part(p).gap & (kClauseGap | kBreakGap)) != 0;
    if (p > 0 && begins) ++clause;
    clauses_[p] = clause;
  }
}

bool Contexts::IsJoin(std::uint32_t part) const {
  const Part& p = text_->part(part);
  const auto word = text_->Bytes(p.fold_begin, p.fold_end);
  return std::ranges::find(lexicon_.joins, word) != lexicon_.joins.end();
}

// "without interpreter, escort and transport": a comma is passed when one or
// two words stand between it and the next comma or joining word.
bool Contexts::PassesComma(std::uint32_t part) const {
  const std::uint32_t first_word = text_->part(part).word;
  const std::uint32_t limit = first_word + kMaxEnumerated;
  for (std::uint32_t word = first_word; word < text_->word_count(); ++word) {
    const std::uint32_t p = text_->FirstPartOf(word);
    if (word > first_word) {
      if (clauses_[p] != clauses_[part]) return false;
      if ((text_->part(p).gap & kCommaGap) != 0) return true;
    }
    if (IsJoin(p)) return word > first_word;
    if (word == limit) return false;
  }
  return false;
}

void Contexts::FindSegments() {
  const auto count = static_cast<std::uint32_t>(text_->part_count());
  segment_first_.resize(count);
  segment_last_.resize(count);
  std::uint32_t first = 0;
  for (std::uint32_t p = 0; p < count; ++p) {
    const bool clause_begins = p > 0 && clauses_[p] != clauses_[p - 1];
    const bool comma = (text_->part(p).gap & kCommaGap) != 0;
    if (clause_begins || (comma && !PassesComma(p))) first = p;
    segment_first_[p] = first;
  }
  for (std::uint32_t p = count; p-- > 0;) {
    const bool ends = p + 1 == count || segment_first_[p + 1] == p + 1;
    segment_last_[p] = ends ? p : segment_last_[p + 1];
  }
}

// A pseudo trigger wins over the real ones inside it.
void Contexts::CollectReaches(std::span<const Match> triggers) {
  pseudo_.Clear();
  for (const Match& trigger : triggers) {
    if (lexicon_.triggers[trigger.owner].kind == TriggerKind::kNone) {
      pseudo_.Add(0, trigger.parts.first, trigger.parts.last);
    }
  }
  pseudo_.Sort();
  for (const Match& trigger : triggers) {
    if (!pseudo_.Covers(0, trigger.parts.first, trigger.parts.last)) {
      AddReach(trigger);
    }
  }
}

void Contexts::AddReach(const Match& trigger) {
  const TriggerRule& rule = lexicon_.triggers[trigger.owner];
  const auto [first, last] = trigger.parts;
  Reach reach{0, 0, &trigger};
  if (rule.after) {
    if (first == 0) return;
    const std::uint32_t word = text_->part(first).word;
    reach.first = segment_first_[first];
    reach.last = first - 1;
    if (rule.reach > 0 && word > rule.reach) {
      reach.first =
          std::max(reach.first, text_->FirstPartOf(word - rule.reach));
    }
  } else {
    const std::uint32_t word = text_->part(last).word;
    reach.first = last + 1;
    reach.last = segment_last_[last];
    if (rule.reach > 0 && rule.reach < text_->word_count() - word) {
      reach.last =
          std::min(reach.last, text_->EndPartOf(word + rule.reach) - 1);
    }
  }
  if (reach.first > reach.last) return;
  reaches_[ListOf(rule.kind, rule.after)].push_back(reach);
}

// The stack holds reaches that are still open, the nearest on top; one that
// ends before a nearer one is never needed again. Of two that are equally near
// the one that comes later among the triggers is taken.
void Contexts::CoverForward(std::vector<Reach>* reaches, Cover* cover) {
  std::vector<Reach>& sorted = *reaches;
  std::ranges::sort(sorted, {}, [](const Reach& reach) {
    return std::pair(reach.first, reach.trigger);
  });
  stack_.clear();
  std::uint32_t next = 0;
  for (std::uint32_t p = 0; p < cover->size(); ++p) {
    for (; next < sorted.size() && sorted[next].first == p; ++next) {
      while (!stack_.empty() &&
             sorted[stack_.back()].last <= sorted[next].last) {
        stack_.pop_back();
      }
      stack_.push_back(next);
    }
    while (!stack_.empty() && sorted[stack_.back()].last < p) {
      stack_.pop_back();
    }
    if (!stack_.empty()) (*cover)[p] = stack_.back() + 1;
  }
}

void Contexts::CoverBackward(std::vector<Reach>* reaches, Cover* cover) {
  std::vector<Reach>& sorted = *reaches;
  std::ranges::sort(sorted, {}, [](const Reach& reach) {
    return std::pair(~reach.last, reach.trigger);
  });
  stack_.clear();
  std::uint32_t next = 0;
  for (auto p = static_cast<std::uint32_t>(cover->size()); p-- > 0;) {
    for (; next < sorted.size() && sorted[next].last == p; ++next) {
      while (!stack_.empty() &&
             sorted[stack_.back()].first >= sorted[next].first) {
        stack_.pop_back();
      }
      stack_.push_back(next);
    }
    while (!stack_.empty() && sorted[stack_.back()].first > p) {
      stack_.pop_back();
    }
    if (!stack_.empty()) (*cover)[p] = stack_.back() + 1;
  }
}

const Match* Contexts::At(std::size_t list, std::uint32_t part) const {
  if (reaches_[list].empty()) return nullptr;
  const std::uint32_t number = covers_[list][part];
  return number == 0 ? nullptr : reaches_[list][number - 1].trigger;
}

const Match* Contexts::DenialWithin(PartRun hit) const {
  const Match* denial = At(ListOf(TriggerKind::kNegating, false), hit.last);
  const bool is_within = denial != nullptr && denial->parts.first > hit.first &&
                         denial->parts.last < hit.last;
  return is_within ? denial : nullptr;
}

Context Contexts::NearestTo(PartRun hit) const {
  for (const TriggerKind kind :
       {TriggerKind::kNegating, TriggerKind::kSupplementing}) {
    const Match* trigger = At(ListOf(kind, false), hit.first);
    if (trigger == nullptr) trigger = At(ListOf(kind, true), hit.last);
    if (trigger != nullptr) {
      return {kind == TriggerKind::kNegating ? kNegated : kSupplementing,
              trigger};
    }
  }
  return {};
}

}  // namespace sigte
