// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
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
/// Agreement is the share of pairs with the same answer. Cohen's kappa
/// (Educational and Psychological Measurement 20(1), 1960, pp. 37-46) of two
/// bodies is (po - pe) / (1 - pe): po their agreement, pe what chance alone
/// would give by how often each answers true. Of more than two it is the mean
/// of the kappas of every two of them, as R. J. Light has it (Psychological
/// Bulletin 76(5), 1971, pp. 365-377), weighed by their pairs, for not all
/// bodies see all records. Who is named first does not matter. Undefined where
/// chance alone agrees always; such two are left out of the mean.
namespace sigte {

/// What two bodies answered to the same questions: pairs by both answers.
struct TwoBodies {
  std::int64_t both_true = 0;
  std::int64_t first_true = 0;   ///< and the second false
  std::int64_t second_true = 0;  ///< and the first false
  std::int64_t both_false = 0;

  std::int64_t pairs() const {
    return both_true + first_true + second_true + both_false;
  }
  void Add(bool first, bool second);
  void Add(const TwoBodies& other);
  std::optional<double> Kappa() const;  ///< -1 to 1
};

/// Of any number of bodies.
struct Agreement {
  /// By the bodies' names, the lesser first.
  std::map<std::pair<std::string, std::string>, TwoBodies> bodies;

  std::int64_t pairs() const;
  std::int64_t agree() const;
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
