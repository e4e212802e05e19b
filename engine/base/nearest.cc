// SPDX-License-Identifier: MPL-2.0

// The nearest known name, by optimal string alignment over code points.
#include "engine/base/nearest.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>

#include "engine/base/utf8.h"

namespace sigte {
namespace {

// A name longer than this was not misspelt but is something else.
constexpr std::size_t kLongestName = 200;

std::u32string CodePoints(std::string_view text) {
  std::u32string out;
  for (std::size_t offset = 0; offset < text.size();) {
    out.push_back(NextCodePoint(text, &offset));
  }
  return out;
}

std::u32string SmallLetters(std::string_view text) {
  std::u32string out = CodePoints(text);
  for (char32_t& c : out) {
    c = static_cast<char32_t>(
        utf8proc_tolower(static_cast<utf8proc_int32_t>(c)));
  }
  return out;
}

std::size_t Distance(const std::u32string& a, const std::u32string& b) {
  // Three rows of the table are all that a swap looks back on.
  std::array<std::vector<std::size_t>, 3> rows;
  for (auto& row : rows) row.resize(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) rows[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto& now = rows[i % 3];
    const auto& before = rows[(i + 2) % 3];
    const auto& two_before = rows[(i + 1) % 3];
    now[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      now[j] = std::min({before[j] + 1, now[j - 1] + 1,
                         before[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        now[j] = std::min(now[j], two_before[j - 2] + 1);
      }
    }
  }
  return rows[a.size() % 3][b.size()];
}

bool HaveCommonLetter(const std::u32string& a, const std::u32string& b) {
  return a.find_first_of(b) != std::u32string::npos;
}

template <typename Names>
std::string_view NearestOf(std::string_view name, const Names& known) {
  if (name.size() > kLongestName) return {};
  const std::u32string wanted = SmallLetters(name);
  std::string_view best;
  std::size_t best_distance = kLongestName;
  for (std::string_view candidate : known) {
    const std::u32string other =
        SmallLetters(candidate.substr(0, kLongestName));
    const std::size_t longer = std::max(wanted.size(), other.size());
    const std::size_t shorter = std::min(wanted.size(), other.size());
    if (3 * (longer - shorter) > longer) continue;
    const std::size_t distance = Distance(wanted, other);
    if (3 * distance > longer || distance >= best_distance) continue;
    if (!HaveCommonLetter(wanted, other)) continue;
    best = candidate;
    best_distance = distance;
  }
  return best;
}

}  // namespace

std::size_t EditDistance(std::string_view a, std::string_view b) {
  return Distance(CodePoints(a), CodePoints(b));
}

std::string_view Nearest(std::string_view name,
                         std::span<const std::string_view> known) {
  return NearestOf(name, known);
}

std::string_view Nearest(std::string_view name,
                         const std::vector<std::string>& known) {
  return NearestOf(name, known);
}

}  // namespace sigte
