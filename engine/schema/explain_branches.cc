// The part of Explainer that chooses what to say when no branch of anyOf or
// oneOf fits.
#include <algorithm>
#include <optional>

#include "engine/schema/explainer.h"
#include "engine/schema/wording.h"

namespace sigte::schema {
namespace {

// Branches whose faults are told of together, at most.
constexpr std::size_t kMostTold = 3;

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
                              std::vector<std::vector<Found>> branches) {
  const Where where{unit, step.place, step.op, node};
  if (MergeExpected(where, branches)) return;
  const std::uint32_t depth = DepthOf(document_, node);
  std::vector<std::pair<Distance, std::size_t>> order;
  for (std::size_t i = 0; i < branches.size(); ++i) {
    order.emplace_back(DistanceOf(branches[i], depth), i);
  }
  std::ranges::sort(order);
  const auto tied = std::ranges::count(
      order, order.front().first, &std::pair<Distance, std::size_t>::first);
  if (tied == 1 && !branches[order.front().second].empty()) {
    for (Found& found : branches[order.front().second]) {
      found_.push_back(std::move(found));
    }
    return;
  }
  std::vector<LocalText> told;
  for (const auto& [distance, i] : order) {
    if (distance != order.front().first || told.size() == kMostTold) break;
    if (branches[i].empty()) continue;
    const Issue& issue = branches[i].front().fault.issue;
    LocalText text = Message(issue.message, issue.args);
    if (std::ranges::find(told, text) == told.end()) {
      told.push_back(std::move(text));
    }
  }
  if (told.size() == 1) {
    found_.push_back(std::move(branches[order.front().second].front()));
    return;
  }
  Add(where, "D223.no-branch-fits",
      {SubjectAt(document_, node), std::to_string(branches.size()),
       Either(told)});
}

// Branches that all ask for another type or constant in this very place are
// told of as one: "must be a number or '-'".
bool Explainer::MergeExpected(const Where& where,
                              const std::vector<std::vector<Found>>& branches) {
  std::vector<LocalText> expected;
  for (const std::vector<Found>& faults : branches) {
    if (!IsAboutWhole(faults, where.node)) return false;
    const LocalText& one = faults.front().expected;
    if (std::ranges::find(expected, one) == expected.end()) {
      expected.push_back(one);
    }
  }
  LocalText all = Either(expected);
  Found& found = Add(
      where, "D201.wrong-type",
      {SubjectAt(document_, where.node), all, FoundAt(document_, where.node)});
  found.expected = std::move(all);
  return true;
}

}  // namespace sigte::schema
