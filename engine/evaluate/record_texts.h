// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/evaluate/operations.h"
#include "engine/evaluate/program.h"
#include "engine/evaluate/text_memo.h"
#include "engine/record/record.h"
#include "engine/text/citation.h"
#include "engine/text/lexicon.h"

/// What the texts of one record say: terms and citations, found once a field.
namespace sigte {

/// A field without an answer. Groups of fields leave it out, so that it says
/// nothing as long as another field of the group does.
inline bool IsMissing(const Value& value) {
  return value.is_unknown() && value.causes() == kMissing;
}

/// How the one term that an instruction asks for has to stand in the texts of
/// its group; kNotMentioned: it asks for none, for two, or in another text.
inline Mention MentionOf(Opcode op) {
  switch (op) {
    case Opcode::kMentions: return kAffirmed;
    case Opcode::kSupplements: return kSupplementing;
    case Opcode::kNegates: return kNegated;
    default: return kNotMentioned;
  }
}

/// The same, in whatever text.
inline Mention MentionOf(const Instruction& code) {
  return code.op == Opcode::kTextMentions ? static_cast<Mention>(code.a)
                                          : MentionOf(code.op);
}

/// Whether an instruction asks for terms in the texts of a group.
inline bool ReadsTerms(Opcode op) {
  return MentionOf(op) != kNotMentioned || op == Opcode::kTogether;
}

/// Whether it asks for terms in whatever text.
inline bool AsksForTerms(Opcode op) {
  return ReadsTerms(op) || op == Opcode::kTextMentions ||
         op == Opcode::kTextTogether;
}

/// Every field that some mention reads is scanned when the record begins: all
/// instructions are run for every record, so nothing is scanned in vain, and
/// the mentions themselves need no test. Citations are read when first asked.
class RecordTexts {
 public:
  /// A term in a field's text; `slot` numbers the texts that are scanned.
  struct TermAt {
    std::uint32_t slot = 0;
    std::uint32_t term = 0;
  };

  explicit RecordTexts(const Program& program);  ///< borrowed

  std::size_t slot_count() const { return slots_.size(); }
  std::size_t term_count() const { return term_count_; }
  const std::vector<std::uint32_t>& SlotsOf(std::uint32_t group) const {
    return groups_[group].slots;
  }

  /// `same_record`: only fields were Set since; texts that are still the same
  /// bytes at the same place keep what was found in them.
  void Begin(const Record& record, bool same_record);

  /// Of the texts that the last Begin scanned: the terms that stood there
  /// before, and those that stand there now; each once a text.
  const std::vector<TermAt>& terms_before() const { return terms_before_; }
  const std::vector<TermAt>& terms_now() const { return terms_now_; }
  /// Text groups of which it says something else where no term is found.
  const std::vector<std::uint32_t>& changed_groups() const {
    return changed_groups_;
  }

  /// The next record's citations are to be read anew.
  void ForgetCitations();

  /// How `at` stands in its text.
  const TermScan& ScanOf(const TermAt& at) const {
    return slots_[at.slot].found[at.term];
  }
  /// Whether `at` and `other` stand affirmed in one clause of the text.
  bool StandTogether(const TermAt& at, std::uint32_t other) const {
    const Slot& slot = slots_[at.slot];
    const std::uint64_t shared =
        slot.found[at.term].clauses & slot.found[other].clauses;
    return shared != TermScan::kLateClauses
               ? shared != 0
               : sigte::StandTogether(slot.hits, at.term, other);
  }
  /// What `group` says of a term that none of its fields has.
  TruthBits OtherwiseOf(std::uint32_t group) const {
    return groups_[group].otherwise.truth();
  }
  /// Whether `term` stands so in a field of `group`.
  Value Mentioned(std::uint32_t group, std::uint32_t term, Mention how) const {
    for (const std::uint32_t slot : groups_[group].slots) {
      if ((slots_[slot].found[term].mentions & how) != 0) return true_;
    }
    return groups_[group].otherwise;
  }
  /// Whether both terms stand affirmed in one clause of a field of `group`.
  Value Together(std::uint32_t group, std::uint32_t term,
                 std::uint32_t other) const;

  /// What `field`'s text cites; nothing where it is no text.
  const std::vector<Citation>& CitationsOf(const Record& record,
                                           FieldIndex field);

  /// Every place of every term in `field`'s text, of the record as evaluated;
  /// null where no mention reads the field.
  const std::vector<TermHit>* HitsIn(FieldIndex field) const;

  TextScanner* scanner() { return scanner_ ? &*scanner_ : nullptr; }

 private:
  struct Slot {
    FieldIndex field = kNoField;
    std::string_view text;             // what `hits` lie in; empty: none
    std::vector<TermHit> hits;         // every place of every term
    std::vector<TermScan> found;       // the same, by term
    std::vector<std::uint32_t> terms;  // those found, each once
    // What the field is where no term is found.
    Kind kind = Kind::kUnknown;
    CauseSet causes = kNoCause;
  };
  struct Group {
    std::vector<std::uint32_t> slots;
    Value otherwise;  // where no field has it
  };
  struct Cited {
    const std::vector<Citation>* citations = nullptr;  // null: to be read
    std::string_view text;
    std::vector<Citation> own;  // of a text too long to be kept
  };
  void UseGroup(std::uint32_t group);
  static bool TakeKind(const Value& value, Slot* slot);
  void ScanSlot(const Value& value, bool same_record, std::uint32_t number);
  void ForgetTerms(std::uint32_t number);
  void TakeHits(std::uint32_t number);
  const std::vector<Citation>& ReadCitations(std::string_view text,
                                             std::vector<Citation>* own);
  Value Otherwise(const Record& record, std::uint32_t group) const;

  const Program& program_;
  const Value true_ = Value::Bool(true);
  const Value false_ = Value::Bool(false);
  std::optional<TextScanner> scanner_;
  std::size_t term_count_ = 0;
  std::vector<Slot> slots_;
  std::vector<Group> groups_;               // by Program::texts
  std::vector<std::uint32_t> used_groups_;  // those that some mention reads
  std::vector<Cited> cited_;                // by field
  TextMemo<std::vector<Citation>> known_citations_;
  std::vector<Citation> no_citations_;
  bool kinds_known_ = false;
  std::vector<TermAt> terms_before_;
  std::vector<TermAt> terms_now_;
  std::vector<std::uint32_t> changed_groups_;
};

}  // namespace sigte
