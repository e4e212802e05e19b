// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/decide/verdict_name.h"
#include "engine/record/ruling.h"

/// What a person who rules on one rule of one record is to know, and what makes
/// one case like another. Owns all its texts.
namespace sigte {

struct CaseFile {
  RecordKey record;
  std::uint32_t rule = 0;  ///< in Program::rules
  std::string evidence;    ///< the digest to rule on (rule_evidence.h)
  /// The rule's question waits for an answer: nobody has ruled, and rulings
  /// that wait for approval would not settle the record either.
  bool open = false;
  /// The verdict that each answer leads to, rulings that wait for approval
  /// taken as given.
  Verdict if_true = Verdict::kBorderline;
  Verdict if_false = Verdict::kBorderline;
  std::string supersedes;  ///< the lapsed ruling that a new one replaces
  std::optional<std::int64_t> amount;
  /// What the rule reads: field name and value as in the digest's lines.
  std::vector<std::pair<std::string, std::string>> reads;
  /// Fields with closed values, whether the rule reads them or not.
  std::vector<std::pair<std::string, std::string>> choices;
  /// What the rule found there: terms, provisions, comparisons. Sorted.
  std::vector<std::string> found;
};

}  // namespace sigte
