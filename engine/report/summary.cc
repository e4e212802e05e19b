// SPDX-License-Identifier: MPL-2.0

// Counting, exactly: sums are kept in 128 bits, so that no order of adding can
// overflow on the way.

#include "engine/report/summary.h"

#include <cstdio>
#include <cstdlib>
#include <limits>

namespace sigte {

std::optional<std::int64_t> SummaryCell::Amount() const {
  constexpr auto kMin = std::numeric_limits<std::int64_t>::min();
  constexpr auto kMax = std::numeric_limits<std::int64_t>::max();
  if (sum < kMin || sum > kMax) return std::nullopt;
  return static_cast<std::int64_t>(sum);
}

void SummaryCell::Add(const SummaryCell& other) {
  records += other.records;
  unknown_amounts += other.unknown_amounts;
  sum += other.sum;
}

void Summary::Add(const Decision& decision) {
  ++read_;
  SummaryCell& cell = groups_[decision.group][IndexOf(decision.verdict)];
  ++cell.records;
  if (decision.amount) {
    cell.sum += *decision.amount;
  } else {
    ++cell.unknown_amounts;
  }
}

void Summary::AddUnreadable(std::string_view file) {
  unreadable_.emplace_back(file);
}

void Summary::CallUnreadable(
    const std::function<std::string(const std::string&)>& name) {
  for (std::string& file : unreadable_) file = name(file);
}

void Summary::Merge(const Summary& other) {
  read_ += other.read_;
  for (const auto& [group, row] : other.groups_) {
    SummaryRow& mine = groups_[group];
    for (std::size_t i = 0; i < kVerdicts; ++i) mine[i].Add(row[i]);
  }
  unreadable_.insert(unreadable_.end(), other.unreadable_.begin(),
                     other.unreadable_.end());
}

SummaryRow Summary::Total() const {
  SummaryRow total;
  for (const auto& [group, row] : groups_) {
    for (std::size_t i = 0; i < kVerdicts; ++i) total[i].Add(row[i]);
  }
  return total;
}

std::int64_t Summary::Count(Verdict verdict) const {
  return Total()[IndexOf(verdict)].records;
}

void Summary::CheckReconciled() const {
  std::int64_t decided = 0;
  for (const SummaryCell& cell : Total()) decided += cell.records;
  if (decided == read_) return;
  std::fprintf(stderr, "sigte: %lld records were read and %lld decided\n",
               static_cast<long long>(read_), static_cast<long long>(decided));
  std::abort();
}

}  // namespace sigte
