// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/evaluate/program.h"
#include "engine/record/record.h"

/// What a rule reads of a record, and a digest of it: a ruling holds as long as
/// the digest is the one that it was made on.
///
/// A rule reads the fields that stand in its conditions, in the facts that
/// these name and in its `unless` rules, whichever of them decided. Of a check
/// over a group it also reads what makes the group (the values of `group_by`)
/// and what is counted or added up over it.
///
/// The digest is "sha256:" and, as 64 hex digits, the SHA-256 of these lines,
/// each ended by a line feed:
///
///     sigte-evidence-1
///     <the rule's id>
///     <field>=<value>        for each field that it reads, by name (bytes)
///     group(<field>,…)#<n>=<value>   for each measure of a group, in the order
///                                    of the conditions, n from 0
///
/// A value is one of
///
///     missing         no answer: absent, null, blank or a declared marker
///     ("-") unread:"…"      what stands there is not of the field's type true
///     false 12  0.5         a number in lowest terms: 1.0 is 1 and 1e3 is 1000
///     "…"             a text by CanonicalText (base/canonical_text.h), written
///                     as a JSON string
///     [a,b]           a list, in its own order
///     unknown         a measure that could not be taken
///
/// So another spelling of a number or other blanks change nothing; another
/// letter, case or punctuation mark in a text that the rule reads does.
namespace sigte {

/// Immutable once made; threads may share it.
class RuleEvidence {
 public:
  explicit RuleEvidence(const Program& program);  ///< borrowed

  /// The fields that the rule reads, by name.
  const std::vector<FieldIndex>& FieldsOf(std::uint32_t rule) const {
    return rules_[rule].fields;
  }

  /// `measures` are the record's, by Program::group_queries; null: not taken.
  std::string Digest(const Record& record, const std::vector<Value>* measures,
                     std::uint32_t rule) const;

 private:
  struct Reads {
    std::vector<FieldIndex> fields;
    std::vector<std::uint32_t> queries;
  };

  const Program& program_;
  std::vector<Reads> rules_;
};

/// One field's value as above.
std::string CanonicalValue(const Record& record, FieldIndex field);

}  // namespace sigte
