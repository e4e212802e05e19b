// SPDX-License-Identifier: MPL-2.0

#include "engine/report/file_names.h"

#include <algorithm>
#include <iterator>

namespace sigte {
namespace {

constexpr char kParts = '/';

// With a mark before its first part as before the others.
std::string Turned(const std::string& path) {
  return std::string(path.rbegin(), path.rend()) + kParts;
}

std::size_t CommonLength(const std::string& a, const std::string& b) {
  const auto [end, other] = std::ranges::mismatch(a, b);
  return static_cast<std::size_t>(end - a.begin());
}

}  // namespace

void FileNames::Add(const std::string& path) { turned_.insert(Turned(path)); }

std::string FileNames::Of(const std::string& path) const {
  const std::string turned = Turned(path);
  // A folder may end in a mark, which names nothing.
  std::size_t alike = std::min(turned.find_first_not_of(kParts), turned.size());
  const auto behind = turned_.upper_bound(turned);
  if (behind != turned_.end()) {
    alike = std::max(alike, CommonLength(turned, *behind));
  }
  const auto before = turned_.lower_bound(turned);
  if (before != turned_.begin()) {
    alike = std::max(alike, CommonLength(turned, *std::prev(before)));
  }
  const std::size_t length = std::min(turned.find(kParts, alike), path.size());
  return path.substr(path.size() - length);
}

}  // namespace sigte
