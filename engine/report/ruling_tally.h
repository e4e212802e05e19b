// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <unordered_set>
#include <vector>

#include "engine/decide/decision.h"
#include "engine/decide/ruling_book.h"

/// What became of every ruling of a run. Knows no words.
namespace sigte {

/// Rulings by state; they add up to `read`.
struct RulingCounts {
  std::int64_t read = 0;
  std::array<std::int64_t, kRulingStates> by_state{};  ///< by RulingState
  std::int64_t refused_files = 0;  ///< not among `read`: nothing is known
};

class RulingTally {
 public:
  void Add(const Decision& decision);
  /// The order of merging makes no difference.
  void Merge(const RulingTally& other);

  /// By ruling of `book`. Where records share a name, a ruling that decides on
  /// one decides; else the gravest state counts. One that no record was seen
  /// for is orphaned, or elsewhere where its group has no record at all: who
  /// screens one file of many asks nothing about the others.
  std::vector<RulingState> States(const RulingBook& book) const;

  /// The same, but the gravest state counts whatever it decides elsewhere, and
  /// what is not in the run is what its file alone says.
  std::vector<RulingState> GravestStates(const RulingBook& book) const;

  /// States, counted. Stops the process unless they add up.
  RulingCounts Count(const RulingBook& book) const;

 private:
  /// Of the records that share a name.
  struct Seen {
    RulingState told;
    RulingState gravest;
  };
  void Add(std::uint32_t ruling, const Seen& seen);

  std::map<std::uint32_t, Seen> seen_;
  std::unordered_set<std::string> groups_;  // as written
};

}  // namespace sigte
