// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/audit/checkpoint.h"
#include "engine/audit/entries.h"
#include "engine/base/issue.h"

/// Finds out whether a log is what it says: offline, from nothing or from an
/// older checkpoint. Believes only the key that it is given.
namespace sigte::audit {

struct VerifyOptions {
  std::string folder;
  VerifierKey key;
  /// An older checkpoint and what the user calls it.
  std::optional<SignedCheckpoint> since;
  std::string since_name;
  std::vector<VerifierKey> witnesses;
  std::size_t quorum = 0;  ///< so many of the witnesses' keys must have signed
  /// What records may name under a run's ruleset; null: not looked at.
  FindTerms terms = nullptr;
};

struct VerifyReport {
  /// Faults are errors; what should be known but proves nothing wrong are
  /// notes and warnings.
  IssueList issues;
  Checkpoint tree;
  std::uint64_t entries = 0;       ///< read and found right
  std::uint64_t checkpoints = 0;   ///< sizes whose root was found right
  std::uint64_t cosignatures = 0;  ///< by keys, whatever they are called
  std::map<std::string, std::uint64_t> types;  ///< entries by type
  std::vector<std::uint64_t> runs;             ///< their first entries
  /// The first entry that is not what was logged, where it can be told; the
  /// second number is the end of the stretch that holds it (first + 1: exactly
  /// this one).
  std::optional<std::pair<std::uint64_t, std::uint64_t>> first_bad;

  bool ok() const { return !issues.has_errors(); }
};

/// How many keys there are, whatever names they go by.
std::size_t DistinctKeys(const std::vector<VerifierKey>& keys);

/// Reads every file once, in order; memory does not grow with the log.
VerifyReport Verify(const VerifyOptions& options);

}  // namespace sigte::audit
