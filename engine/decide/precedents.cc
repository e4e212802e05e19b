// SPDX-License-Identifier: MPL-2.0

#include "engine/decide/precedents.h"

#include <algorithm>
#include <functional>
#include <tuple>
#include <utility>

#include "engine/base/decimal.h"

namespace sigte {
namespace {

using Answers = std::vector<std::pair<std::string, std::string>>;

constexpr std::string_view kBlank = "missing";

std::size_t SameAnswers(const Answers& a, const Answers& b) {
  return static_cast<std::size_t>(
      std::ranges::count_if(a, [&](const auto& answer) {
        return answer.second != kBlank &&
               std::ranges::find(b, answer) != b.end();
      }));
}

// How many times the smaller amount goes into the larger, in thousandths; the
// largest number where either is unknown.
Int128 Distance(const CaseFile& a, const CaseFile& b) {
  constexpr Int128 kFarthest = static_cast<Int128>(INT64_MAX) * 4096;
  if (!a.amount || !b.amount) return kFarthest;
  const auto size = [](std::int64_t n) {
    const Int128 wide = n;
    return (wide < 0 ? -wide : wide) + 1;  // 0 is an amount too
  };
  if ((*a.amount < 0) != (*b.amount < 0)) return kFarthest - 1;
  const Int128 x = size(*a.amount);
  const Int128 y = size(*b.amount);
  return std::max(x, y) * 1000 / std::min(x, y);
}

struct Ranked {
  std::size_t index = 0;
  Likeness likeness;
  Int128 distance = 0;
  bool same_group = false;
};

bool IsNearer(const Ranked& a, const Ranked& b,
              const std::vector<Precedent>& all) {
  const auto rank = [](const Ranked& r) {
    return std::tuple(r.likeness.found, r.likeness.reads, r.likeness.choices,
                      -r.distance, r.same_group);
  };
  if (rank(a) != rank(b)) return rank(a) > rank(b);
  const Precedent& x = all[a.index];
  const Precedent& y = all[b.index];
  if (x.date != y.date) return x.date > y.date;
  return std::tie(x.id, x.ruling) < std::tie(y.id, y.ruling);
}

}  // namespace

Likeness LikenessOf(const CaseFile& a, const CaseFile& b) {
  Likeness likeness;
  likeness.found = static_cast<std::size_t>(
      std::ranges::count_if(a.found, [&](const std::string& found) {
        return std::ranges::binary_search(b.found, found);
      }));
  likeness.reads = SameAnswers(a.reads, b.reads);
  likeness.choices = SameAnswers(a.choices, b.choices);
  return likeness;
}

std::vector<std::size_t> Nearest(const CaseFile& to,
                                 const std::vector<Precedent>& precedents,
                                 std::size_t most) {
  std::vector<Ranked> ranked;
  for (std::size_t i = 0; i < precedents.size(); ++i) {
    const Precedent& other = precedents[i];
    if (other.file.rule != to.rule || other.file.record == to.record) continue;
    Ranked rank;
    rank.index = i;
    if (other.known) rank.likeness = LikenessOf(to, other.file);
    rank.distance = Distance(to, other.file);
    rank.same_group = to.record.group == other.file.record.group;
    ranked.push_back(rank);
  }
  std::ranges::sort(ranked, [&](const Ranked& a, const Ranked& b) {
    return IsNearer(a, b, precedents);
  });
  std::vector<std::size_t> nearest;
  for (const Ranked& rank : ranked) {
    if (nearest.size() == most) break;
    nearest.push_back(rank.index);
  }
  return nearest;
}

}  // namespace sigte
