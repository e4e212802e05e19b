// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <functional>
#include <string>
#include <vector>

#include "engine/decide/decision.h"

/// What a rule rests on, as it is told: the same words of a field once.
namespace sigte {

struct ShownEvidence {
  const Evidence* evidence;  ///< the first of those that rest on the words
  std::string compared;      ///< what they all were compared with: "a; b"
};

/// In the order in which they come; `compared` gives what a piece was compared
/// with as it is told, or nothing where it has to be told alone. Borrows `all`.
std::vector<ShownEvidence> ShownOnce(
    const WarmVector<Evidence>& all,
    const std::function<std::string(const Evidence&)>& compared);

/// Whether two pieces rest on the same stretch of the record.
bool SamePlace(const Evidence& a, const Evidence& b);

}  // namespace sigte
