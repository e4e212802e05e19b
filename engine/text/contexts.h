// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "engine/text/covering.h"
#include "engine/text/lexicon.h"
#include "engine/text/matcher.h"

/// How a hit stands in its clause: the ConText method (Harkema et al. 2009).
namespace sigte {

/// What turned a hit, if anything did.
struct Context {
  Mention mention = kAffirmed;
  const Match* trigger = nullptr;
};

class Contexts {
 public:
  /// Borrows `lexicon`.
  explicit Contexts(const LexiconImpl& lexicon) : lexicon_(lexicon) {}

  /// Reads the clauses of `text` and how far its triggers reach. Borrows the
  /// triggers until the next Read.
  void Read(const FoldedText& text, std::span<const Match> triggers);

  /// The clause that `part` stands in, from 0.
  std::uint32_t ClauseOf(std::uint32_t part) const { return clauses_[part]; }

  /// What the nearest trigger says that reaches `hit`; of two that are equally
  /// near ("not" and "is not"), the later one of Matcher::triggers. Where the
  /// hit passes over words (`has_gap`), one of them may deny its end.
  Context ContextOf(PartRun hit, bool has_gap) const {
    if (!has_reaches_) return {};
    const Match* denial = has_gap ? DenialWithin(hit) : nullptr;
    return denial != nullptr ? Context{kNegated, denial} : NearestTo(hit);
  }

 private:
  struct Reach {
    std::uint32_t first;  // the parts that it reaches
    std::uint32_t last;
    const Match* trigger;
  };
  /// By part: the number of the nearest trigger that reaches it, + 1; or 0.
  using Cover = std::vector<std::uint32_t>;

  Context NearestTo(PartRun hit) const;
  const Match* DenialWithin(PartRun hit) const;
  void NumberClauses();
  void FindSegments();
  bool PassesComma(std::uint32_t part) const;
  bool IsJoin(std::uint32_t part) const;
  void CollectReaches(std::span<const Match> triggers);
  void AddReach(const Match& trigger);
  void CoverForward(std::vector<Reach>* reaches, Cover* cover);
  void CoverBackward(std::vector<Reach>* reaches, Cover* cover);
  const Match* At(std::size_t list, std::uint32_t part) const;

  static std::size_t ListOf(TriggerKind kind, bool after) {
    return (kind == TriggerKind::kNegating ? 0u : 2u) + (after ? 1u : 0u);
  }

  const LexiconImpl& lexicon_;
  const FoldedText* text_ = nullptr;
  std::vector<std::uint32_t> clauses_;  // by part
  // By part: the first and last part that a reach from it can come to.
  std::vector<std::uint32_t> segment_first_;
  std::vector<std::uint32_t> segment_last_;
  Covering pseudo_;
  bool has_reaches_ = false;
  std::array<std::vector<Reach>, 4> reaches_;  // by ListOf
  std::array<Cover, 4> covers_;
  std::vector<std::uint32_t> stack_;
};

}  // namespace sigte
