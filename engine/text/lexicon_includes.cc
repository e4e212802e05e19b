// SPDX-License-Identifier: MPL-2.0

// The builder's part for `includes`: names, rings, and which terms have the
// hits of which.

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "engine/base/numbers.h"
#include "engine/text/lexicon_builder.h"

namespace sigte {
namespace {

constexpr std::size_t kMaxLinks = 1'000'000;

/// `from` and all that can be come to by `edges`.
std::vector<std::uint32_t> ReachableFrom(
    std::uint32_t from, const std::vector<std::vector<std::uint32_t>>& edges) {
  std::vector<std::uint32_t> reached = {from};
  std::unordered_set<std::uint32_t> known = {from};
  for (std::size_t i = 0; i < reached.size(); ++i) {
    for (const std::uint32_t to : edges[reached[i]]) {
      if (known.insert(to).second) reached.push_back(to);
    }
  }
  return reached;
}

}  // namespace

void LexiconBuilder::AddIncludes() {
  includes_.resize(terms_.size());
  bool failed = false;
  for (std::uint32_t t = 0; t < terms_.size(); ++t) {
    for (const SpannedText& name : terms_[t].includes) {
      const auto it = impl_->numbers.find(name.text);
      if (it != impl_->numbers.end()) {
        includes_[t].push_back(it->second);
        continue;
      }
      failed = true;
      issues_.UnknownName("R304.unknown-include", terms_[t].source, name.span,
                          name.text, impl_->ids);
    }
  }
  ranks_.resize(terms_.size());
  std::vector<std::uint8_t> states(terms_.size(), 0);
  std::vector<std::uint32_t> path;
  for (std::uint32_t t = 0; t < terms_.size() && !failed; ++t) {
    failed = CheckCycle(t, &states, &path);
  }
  if (!failed) LinkIncluders();
}

// Depth first; states: 0 new, 1 on the path, 2 done. True when it found a ring,
// which it reports. The path is kept by hand, because it may be long.
bool LexiconBuilder::CheckCycle(std::uint32_t term,
                                std::vector<std::uint8_t>* states,
                                std::vector<std::uint32_t>* path) {
  if ((*states)[term] != 0) return false;
  std::vector<std::size_t> next = {0};
  path->assign(1, term);
  (*states)[term] = 1;
  while (!path->empty()) {
    const std::uint32_t t = path->back();
    if (next.back() == includes_[t].size()) {
      (*states)[t] = 2;
      ranks_[t] = next_rank_++;
      path->pop_back();
      next.pop_back();
      continue;
    }
    const std::size_t at = next.back()++;
    const std::uint32_t included = includes_[t][at];
    if ((*states)[included] == 1) {
      std::string ring;
      for (auto it = std::ranges::find(*path, included); it != path->end();
           ++it) {
        ring += impl_->ids[*it] + " → ";
      }
      issues_.Error("R305.include-cycle", terms_[t].source,
                    terms_[t].includes[at].span, {ring + impl_->ids[included]});
      return true;
    }
    if ((*states)[included] != 0) continue;
    (*states)[included] = 1;
    path->push_back(included);
    next.push_back(0);
  }
  return false;
}

// For every term the terms that have its hits; a term comes after all through
// which it has them.
void LexiconBuilder::LinkIncluders() {
  std::vector<std::vector<std::uint32_t>> above(terms_.size());
  for (std::uint32_t t = 0; t < terms_.size(); ++t) {
    for (const std::uint32_t included : includes_[t]) {
      above[included].push_back(t);
    }
  }
  impl_->includers.resize(terms_.size());
  impl_->first_with.assign(1, 0);
  std::size_t links = 0;
  for (std::uint32_t t = 0; t < terms_.size(); ++t) {
    std::vector<std::uint32_t> order = ReachableFrom(t, above);
    std::ranges::sort(order, {}, [this](std::uint32_t u) { return ranks_[u]; });
    links += order.size() - 1;
    if (links > kMaxLinks) {
      issues_.Error("R321.too-many-includes", terms_[t].source,
                    terms_[t].id.span, {CountText(kMaxLinks)});
      return;
    }
    std::unordered_map<std::uint32_t, std::uint32_t> place;
    for (const std::uint32_t u : order) {
      place.emplace(u, static_cast<std::uint32_t>(place.size()));
    }
    for (std::size_t i = 1; i < order.size(); ++i) {
      Includer includer{order[i], {}};
      for (const std::uint32_t included : includes_[order[i]]) {
        const auto it = place.find(included);
        if (it != place.end()) includer.through.push_back(it->second);
      }
      impl_->includers[t].push_back(std::move(includer));
    }
    AddTermsWith(std::move(order));
  }
}

void LexiconBuilder::AddTermsWith(std::vector<std::uint32_t> terms) {
  std::vector<std::uint32_t>& with = impl_->with;
  std::ranges::sort(terms);
  with.insert(with.end(), terms.begin(), terms.end());
  impl_->first_with.push_back(static_cast<std::uint32_t>(with.size()));
}

}  // namespace sigte
