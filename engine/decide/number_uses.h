// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <vector>

#include "engine/decide/evidence.h"
#include "engine/evaluate/program.h"
#include "engine/record/layout.h"

/// How verdicts read the fields: whether figures cut the numbers of a field
/// into ranges within which no verdict changes.
namespace sigte {

class NumberUses {
 public:
  /// A comparison of a field with another value, or its membership in one.
  struct Comparison {
    std::uint32_t index = 0;  ///< the instruction
    std::uint32_t other = 0;  ///< the operand that is not the field
  };

  /// Both borrowed while it is made.
  NumberUses(const Program& program, LeafTexts* leaves);

  /// True where nothing on the way to a verdict reads the field but its
  /// comparisons, with what does not read it, and has(). Sums, remainders and
  /// the like turn it into another number, and the body of a quantifier is many
  /// comparisons.
  bool IsOnlyCompared(FieldIndex field) const { return !otherwise_[field]; }

  /// True where a verdict rests on a measure of the group that changes with the
  /// field: what an answer leads to is then not known from the record alone.
  bool IsOfGroup(FieldIndex field) const { return of_group_[field]; }

  /// On the way to a verdict, outside quantifiers.
  const std::vector<Comparison>& ComparisonsOf(FieldIndex field) const {
    return comparisons_[field];
  }

 private:
  void Visit(std::uint32_t index);
  void VisitRead(std::uint32_t index, std::size_t operand);
  bool Reads(std::uint32_t index, FieldIndex field) const;
  void VisitMeasure(const GroupQuery& query);

  const Program& program_;
  LeafTexts* leaves_;
  std::vector<bool> seen_;       // by instruction
  std::vector<bool> in_body_;    // by instruction: of a quantifier
  std::vector<bool> otherwise_;  // by field
  std::vector<bool> of_group_;
  std::vector<std::vector<Comparison>> comparisons_;
};

}  // namespace sigte
