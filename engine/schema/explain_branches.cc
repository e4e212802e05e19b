// SPDX-License-Identifier: MPL-2.0

// The part of Explainer that chooses what to say when no branch of anyOf or
// oneOf fits.
#include <algorithm>
#include <optional>

#include "engine/base/numbers.h"
#include "engine/schema/explainer.h"
#include "engine/schema/wording.h"

namespace sigte::schema {
namespace {

// Branches whose faults are told of together, at most.
constexpr std::size_t kMostTold = 3;
constexpr int kFarthest = 2;  // Distance::kind, at most

// How far a branch is from fitting; the smaller the nearer. A wrong type of the
// value itself is farthest; then a wrong constant in it or right below, which
// is how schemas tell their alternatives apart; then the number of faults, then
// how far up the deepest lies.
struct Distance {
  int kind = 0;
  std::size_t faults = 0;
  std::uint32_t height = 0;
  auto operator<=>(const Distance&) const = default;
};

Distance DistanceOf(const std::vector<Found>& faults, std::uint32_t depth) {
  Distance distance{0, faults.size(), 0xFFFFFFFF};
  for (const Found& found : faults) {
    const bool here = found.depth == depth;
    int kind = 0;
    if (here && (found.op == Op::kType || found.op == Op::kFalse)) kind = 2;
    if (found.op == Op::kValues && found.depth <= depth + 1)
      kind = here ? 2 : 1;
    distance.kind = std::max(distance.kind, kind);
    distance.height = std::min(distance.height, 0xFFFFFFFF - found.depth);
  }
  return distance;
}

bool IsAboutWhole(const std::vector<Found>& faults, NodeIndex node) {
  return !faults.empty() && faults.front().fault.node == node &&
         !faults.front().expected.empty();
}

}  // namespace

void Explainer::ClosestBranch(UnitId unit, const Step& step, NodeIndex node,
                              std::vector<Branch> branches) {
  const Where where{unit, step.place, step.op, node};
  if (MergeExpected(where, branches)) return;
  const std::uint32_t depth = subjects_.DepthOf(node);
  int kind = kFarthest;
  for (const Branch& branch : branches) {
    if (!branch.empty()) kind = std::min(kind, DistanceOf(branch, depth).kind);
  }
  std::vector<Branch*> nearest;
  for (Branch& branch : branches) {
    if (!branch.empty() && DistanceOf(branch, depth).kind == kind) {
      nearest.push_back(&branch);
    }
  }
  if (nearest.size() > 1 &&
      (MergeMissing(where, nearest) || MergeChoice(where, nearest) ||
       TellCommon(nearest))) {
    return;
  }
  TellNearest(where, depth, &branches);
}

// All faults of the nearest branch, or one of each where several are as near.
void Explainer::TellNearest(const Where& where, std::uint32_t depth,
                            std::vector<Branch>* branches) {
  std::vector<std::pair<Distance, std::size_t>> order;
  for (std::size_t i = 0; i < branches->size(); ++i) {
    order.emplace_back(DistanceOf((*branches)[i], depth), i);
  }
  std::ranges::sort(order);
  const auto tied = std::ranges::count(
      order, order.front().first, &std::pair<Distance, std::size_t>::first);
  Branch& first = (*branches)[order.front().second];
  if (tied == 1 && !first.empty()) {
    for (Found& found : first) found_.push_back(std::move(found));
    return;
  }
  std::vector<LocalText> told;
  for (const auto& [distance, i] : order) {
    if (distance != order.front().first) break;
    if ((*branches)[i].empty()) continue;
    if (told.size() == kMostTold) {
      told.emplace_back("\u2026");
      break;
    }
    const Issue& issue = (*branches)[i].front().fault.issue;
    LocalText text = Message(issue.message, issue.args);
    if (std::ranges::find(told, text) == told.end()) {
      told.push_back(std::move(text));
    }
  }
  if (told.size() == 1) {
    found_.push_back(std::move(first.front()));
    return;
  }
  Add(where, "D223.no-branch-fits",
      {subjects_.NameOf(where.node), CountText(branches->size()),
       Either(told)});
}

// Branches that each lack one member of this very object: "'a' or 'b' is
// missing".
bool Explainer::MergeMissing(const Where& where,
                             const std::vector<Branch*>& nearest) {
  std::vector<LocalText> names;
  for (const Branch* branch : nearest) {
    const Issue& issue = branch->front().fault.issue;
    const bool untitled = issue.message == MessageKey("D202.missing-member");
    const bool titled =
        issue.message == MessageKey("D203.missing-titled-member");
    if (branch->size() != 1 || branch->front().fault.node != where.node ||
        (!untitled && !titled)) {
      return false;
    }
    LocalText name = QuotedName(issue.args.front().In(Lang::kEn));
    if (std::ranges::find(names, name) == names.end()) {
      names.push_back(std::move(name));
    }
  }
  if (names.size() < 2) return false;
  Add(where, "D232.none-of-members", {Either(names)});
  return true;
}

// A member that tells the branches apart by its value and has none of these
// values.
bool Explainer::MergeChoice(const Where& where,
                            const std::vector<Branch*>& nearest) {
  const auto in = [](const Branch& branch, NodeIndex node) {
    return std::ranges::find_if(branch, [node](const Found& found) {
      return found.values != nullptr && found.fault.node == node;
    });
  };
  for (const Found& first : *nearest.front()) {
    const NodeIndex node = first.fault.node;
    std::vector<const ValueSet*> sets;
    for (const Branch* branch : nearest) {
      const auto it = in(*branch, node);
      if (first.values == nullptr || it == branch->end()) break;
      if (std::ranges::find(sets, it->values) == sets.end()) {
        sets.push_back(it->values);
      }
    }
    const bool in_all = std::ranges::all_of(nearest, [&](const Branch* branch) {
      return in(*branch, node) != branch->end();
    });
    if (!in_all || sets.size() < 2) continue;
    Where at = where;
    at.node = node;
    Found& found = Add(at, "D205.not-allowed-value",
                       {subjects_.NameOf(node), FoundAt(document_, node)});
    GuessValue(sets, node, &found.fault.issue);
    return true;
  }
  return false;
}

// What is wrong in whichever of the branches was meant.
bool Explainer::TellCommon(const std::vector<Branch*>& nearest) {
  std::vector<Found> common;
  for (const Found& found : *nearest.front()) {
    const Issue& issue = found.fault.issue;
    const auto same = [&](const Found& other) {
      return other.fault.node == found.fault.node &&
             other.fault.issue.message == issue.message &&
             other.fault.issue.args == issue.args;
    };
    const bool in_all = std::ranges::all_of(nearest, [&](const Branch* branch) {
      return std::ranges::any_of(*branch, same);
    });
    if (in_all) common.push_back(found);
  }
  for (Found& found : common) found_.push_back(std::move(found));
  return !common.empty();
}

// Branches that all ask for another type or constant in this very place are
// told of as one: "must be a number or '-'".
bool Explainer::MergeExpected(const Where& where,
                              const std::vector<Branch>& branches) {
  std::vector<LocalText> expected;
  std::vector<const ValueSet*> sets;
  for (const std::vector<Found>& faults : branches) {
    if (!IsAboutWhole(faults, where.node)) return false;
    const LocalText& one = faults.front().expected;
    if (const ValueSet* set = faults.front().values) sets.push_back(set);
    if (std::ranges::find(expected, one) == expected.end()) {
      expected.push_back(one);
    }
  }
  LocalText all = Either(expected);
  Found& found =
      Add(where, "D201.wrong-type",
          {subjects_.NameOf(where.node), all, FoundAt(document_, where.node),
           Message("schema.advice-named")});
  found.expected = std::move(all);
  Issue& issue = found.fault.issue;
  if (!sets.empty()) GuessValue(sets, where.node, &issue);
  const bool named = std::ranges::all_of(sets, [](const ValueSet* set) {
    return set->all.size() <= kMostInSentence;
  });
  if (named) issue.known.clear();  // the sentence has them
  return true;
}

}  // namespace sigte::schema
