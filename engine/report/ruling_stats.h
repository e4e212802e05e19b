// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/decide/ruling_book.h"
#include "engine/evaluate/program.h"

/// How far those who rule agree, by rule.
///
/// What is compared: on one record, one rule and one evidence, what each body
/// says. A body says what it ruled itself; where it ruled nothing itself, what
/// it approved; of several, the last by date, then by id. Every two bodies that
/// say something make a pair. A pair is independent when both ruled themselves:
/// who approves has seen what was proposed, so approvals count apart.
///
/// Agreement is the share of pairs with the same answer. Fleiss' kappa
/// (Psychological Bulletin 76(5), 1971, pp. 378-382) is (po - pe) / (1 - pe):
/// po the agreement, pe what chance alone would give, p² + q² where p of all
/// answers in pairs are true and q false. Records may have different numbers of
/// bodies; every pair weighs the same, and who of it is named first does not
/// matter. With two bodies it is Scott's pi (Public Opinion Quarterly 19(3),
/// 1955, pp. 321-325). Undefined where chance alone agrees always.
namespace sigte {

/// Pairs by both answers.
struct Agreement {
  std::int64_t both_true = 0;
  std::int64_t differ = 0;
  std::int64_t both_false = 0;

  std::int64_t pairs() const { return both_true + differ + both_false; }
  std::int64_t agree() const { return both_true + both_false; }
  void Add(bool one, bool other);
  void Add(const Agreement& other);
  std::optional<double> Share() const;  ///< 0 to 1; nullopt: no pairs
  std::optional<double> Kappa() const;  ///< -1 to 1
};

struct RuleStats {
  std::uint32_t rule = kNoIndex;  ///< in Program::rules; kNoIndex: all of them
  std::int64_t rulings = 0;
  std::int64_t approved = 0;
  std::int64_t waiting = 0;         ///< proposals
  std::int64_t oldest_waiting = 0;  ///< in days
  Agreement all;
  Agreement independent;
  std::vector<std::int64_t> ages;               ///< in days, sorted
  std::map<std::string, std::int64_t> reasons;  ///< rulings by code
};

/// By rule, in the ruleset's order, those that somebody ruled on; then all of
/// them. Rulings on rules that there are not, and those dated after the day of
/// the run, are left out. Empty: no rulings.
std::vector<RuleStats> StatsOf(const RulingBook& book);

std::string StatsText(const std::vector<RuleStats>& stats,
                      const Program& program, Lang lang);
/// A JSON object a line.
std::string StatsJson(const std::vector<RuleStats>& stats,
                      const Program& program);

}  // namespace sigte
