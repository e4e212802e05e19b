// SPDX-License-Identifier: MPL-2.0

#include "engine/app/index_links.h"

#include <algorithm>

namespace sigte {
namespace {

constexpr std::size_t kMostLinks = 40;  // as Linux has it

// The names of `path`, the last one first.
std::vector<std::string> NamesOf(std::string_view path) {
  std::vector<std::string> names;
  while (!path.empty()) {
    const std::size_t slash = path.rfind('/');
    const std::size_t begin = slash == path.npos ? 0 : slash + 1;
    const std::string_view name = path.substr(begin);
    if (!name.empty() && name != ".") names.emplace_back(name);
    path = path.substr(0, slash == path.npos ? 0 : slash);
  }
  return names;
}

std::string WithoutLast(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == path.npos ? std::string() : path.substr(0, slash);
}

}  // namespace

IndexWay IndexLinks::Follow(std::string_view path) const {
  IndexWay way;
  std::vector<std::string> left = NamesOf(path);
  while (!left.empty()) {
    const std::string name = std::move(left.back());
    left.pop_back();
    if (name == "..") {
      if (way.end.empty()) return way;
      way.end = WithoutLast(way.end);
      continue;
    }
    const std::string reached = way.end.empty() ? name : way.end + "/" + name;
    const IndexEntry* const at = Find(reached);
    if (at == nullptr || at->target.empty()) {
      way.end = reached;
      continue;
    }
    way.links.push_back(reached);
    if (way.links.size() > kMostLinks || at->target.starts_with('/')) {
      return way;
    }
    const std::vector<std::string> more = NamesOf(at->target);
    left.insert(left.end(), more.begin(), more.end());
  }
  if (way.end.empty()) way.end = ".";
  way.arrives = !Below(way.end).empty();
  return way;
}

const IndexEntry* IndexLinks::Find(std::string_view path) const {
  const auto at = std::ranges::lower_bound(index_, path, {}, &IndexEntry::path);
  return at != index_.end() && at->path == path ? &*at : nullptr;
}

std::vector<const IndexEntry*> IndexLinks::Below(std::string_view path) const {
  const std::string folder = path == "." ? "" : std::string(path) + "/";
  std::vector<const IndexEntry*> found;
  if (const IndexEntry* const one = Find(path)) found.push_back(one);
  for (auto at =
           std::ranges::lower_bound(index_, folder, {}, &IndexEntry::path);
       at != index_.end() && at->path.starts_with(folder); ++at) {
    found.push_back(&*at);
  }
  return found;
}

}  // namespace sigte
