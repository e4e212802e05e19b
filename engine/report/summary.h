// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/base/decimal.h"
#include "engine/decide/decision.h"

/// Counts and amounts by group and verdict. Knows no words.
namespace sigte {

/// Records of one group with one verdict.
struct SummaryCell {
  std::int64_t records = 0;
  std::int64_t unknown_amounts = 0;  ///< records whose amount is unknown
  Int128 sum = 0;                    ///< of the known amounts

  /// Whether there is a sum to tell: not where no record's amount is known.
  bool HasSum() const { return records == 0 || unknown_amounts < records; }
  /// The sum in 64 bits; nullopt where it does not fit.
  std::optional<std::int64_t> Amount() const;
  void Add(const SummaryCell& other);
};

using SummaryRow = std::array<SummaryCell, kVerdicts>;  ///< by Verdict

class Summary {
 public:
  void Add(const Decision& decision);

  /// A group that answered, though it may have no records.
  void AddGroup(const std::string& group) { groups_[group]; }

  /// A file that could not be read, or not to its end: what was not read is
  /// not counted.
  void AddUnreadable(std::string_view file);

  /// Has those files called what `name` says.
  void CallUnreadable(
      const std::function<std::string(const std::string&)>& name);

  /// Adds what another thread counted; the order does not matter but for the
  /// unreadable files, which are kept in order.
  void Merge(const Summary& other);

  /// By the group's value; an empty one: records whose group is unknown.
  std::map<std::string, SummaryRow> groups() const {
    return {groups_.begin(), groups_.end()};
  }
  const std::vector<std::string>& unreadable() const { return unreadable_; }

  std::int64_t read() const { return read_; }
  SummaryRow Total() const;
  std::int64_t Count(Verdict verdict) const;

  /// Stops the process unless records read = included + excluded + borderline +
  /// invalid: otherwise a record was lost, which is a bug of ours.
  void CheckReconciled() const;

 private:
  std::unordered_map<std::string, SummaryRow> groups_;
  std::vector<std::string> unreadable_;
  std::int64_t read_ = 0;
};

}  // namespace sigte
