// SPDX-License-Identifier: MPL-2.0

#include "engine/report/shown_evidence.h"

#include <algorithm>
#include <utility>

namespace sigte {
namespace {

bool SameWords(const Evidence& a, const Evidence& b) {
  return !a.found.empty() && a.field == b.field && a.found == b.found &&
         SamePlace(a, b) && a.value.kind() == b.value.kind() &&
         a.value.is_true() == b.value.is_true();
}

// Whether `one` is among what `list` names, set apart by semicolons.
bool Names(const std::string& list, const std::string& one) {
  return ("; " + list + "; ").find("; " + one + "; ") != std::string::npos;
}

}  // namespace

std::vector<ShownEvidence> ShownOnce(
    const WarmVector<Evidence>& all,
    const std::function<std::string(const Evidence&)>& compared) {
  std::vector<ShownEvidence> shown;
  for (const Evidence& evidence : all) {
    std::string words = compared(evidence);
    const auto same = std::ranges::find_if(shown, [&](const auto& other) {
      return !words.empty() && !other.compared.empty() &&
             SameWords(*other.evidence, evidence);
    });
    if (same == shown.end()) {
      shown.push_back({&evidence, std::move(words)});
    } else if (!Names(same->compared, words)) {
      same->compared += "; " + words;
    }
  }
  return shown;
}

bool SamePlace(const Evidence& a, const Evidence& b) {
  return a.location && b.location && a.location->place == b.location->place &&
         a.location->end_column == b.location->end_column &&
         a.location->cell == b.location->cell;
}

}  // namespace sigte
