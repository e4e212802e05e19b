// SPDX-License-Identifier: MPL-2.0

#include "engine/read/member_names.h"

#include <algorithm>
#include <vector>

#include "engine/base/same_text.h"

namespace sigte {
namespace {

struct Name {
  std::uint64_t print;  // equal names have equal ones
  std::string_view text;

  friend auto operator<=>(const Name&, const Name&) = default;
};

}  // namespace

bool IsRepeatedName(const Node* nodes, NodeIndex object, NodeIndex key) {
  for (NodeIndex at = object + 1; at < key; at = nodes[at + 1].next) {
    if (SameText(nodes[at].text, nodes[key].text)) return true;
  }
  return false;
}

bool HasRepeatedNames(const Node* nodes, NodeIndex object,
                      std::uint32_t count) {
  std::vector<Name> names;
  names.reserve(count);
  NodeIndex key = object + 1;
  for (std::uint32_t i = 0; i < count; ++i) {
    names.push_back({NamesSeen::PrintOf(nodes[key].text), nodes[key].text});
    key = nodes[key + 1].next;
  }
  std::ranges::sort(names);
  return std::ranges::adjacent_find(names) != names.end();
}

}  // namespace sigte
