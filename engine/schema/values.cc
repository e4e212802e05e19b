// SPDX-License-Identifier: MPL-2.0

#include "engine/schema/values.h"

#include <algorithm>
#include <functional>
#include <string_view>

#include "engine/schema/number.h"

namespace sigte::schema {
namespace {

// Arrays up to this length are compared pair by pair.
constexpr std::uint32_t kFew = 8;

bool EqualArrays(ValueRef a, ValueRef b) {
  NodeIndex x = a.node + 1;
  NodeIndex y = b.node + 1;
  for (std::uint32_t i = 0; i < (*a).count; ++i) {
    if (!Equal({a.document, x}, {b.document, y})) return false;
    x = (*a.document)[x].next;
    y = (*b.document)[y].next;
  }
  return true;
}

std::vector<NodeIndex> SortedKeys(ValueRef object) {
  const Document& document = *object.document;
  std::vector<NodeIndex> keys;
  NodeIndex key = object.node + 1;
  for (std::uint32_t i = 0; i < (*object).count; ++i) {
    keys.push_back(key);
    key = document[key + 1].next;
  }
  std::ranges::sort(keys, [&](NodeIndex x, NodeIndex y) {
    return document[x].text < document[y].text;
  });
  return keys;
}

bool EqualMembers(ValueRef a, NodeIndex x, ValueRef b, NodeIndex y) {
  return (*a.document)[x].text == (*b.document)[y].text &&
         Equal({a.document, x + 1}, {b.document, y + 1});
}

bool EqualObjects(ValueRef a, ValueRef b) {
  const std::vector<NodeIndex> x = SortedKeys(a);
  const std::vector<NodeIndex> y = SortedKeys(b);
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (!EqualMembers(a, x[i], b, y[i])) return false;
  }
  return true;
}

std::uint64_t Mix(std::uint64_t a, std::uint64_t b) {
  std::uint64_t h = (a ^ b) * 0x9E3779B97F4A7C15U;
  h ^= h >> 32;
  return h * 0xD6E8FEB86659FD93U;
}

std::uint64_t HashArray(ValueRef array, std::uint64_t seed) {
  std::uint64_t hash = Mix(seed, 4);
  NodeIndex child = array.node + 1;
  for (std::uint32_t i = 0; i < (*array).count; ++i) {
    hash = Mix(hash, Hash({array.document, child}, seed));
    child = (*array.document)[child].next;
  }
  return hash;
}

std::uint64_t HashObject(ValueRef object, std::uint64_t seed) {
  std::uint64_t sum = 0;  // order must not matter
  NodeIndex key = object.node + 1;
  for (std::uint32_t i = 0; i < (*object).count; ++i) {
    // One after the other: a name and a value that are the same text would
    // take each other away.
    sum += Mix(Mix(seed, Hash({object.document, key}, seed)),
               Hash({object.document, key + 1}, seed));
    key = (*object.document)[key + 1].next;
  }
  return Mix(sum, seed);
}

Repeated FindAmongFew(ValueRef array) {
  const Document& document = *array.document;
  NodeIndex element = array.node + 1;
  for (std::uint32_t i = 0; i < (*array).count; ++i) {
    NodeIndex earlier = array.node + 1;
    for (std::uint32_t j = 0; j < i; ++j) {
      if (Equal({&document, element}, {&document, earlier})) {
        return {element, earlier};
      }
      earlier = document[earlier].next;
    }
    element = document[element].next;
  }
  return {};
}

struct Hashed {
  std::uint64_t hash;
  NodeIndex node;
};

// Of elements with the same hash (in document order) the first repeated one.
Repeated FindInGroup(const Document& document, const Hashed* begin,
                     const Hashed* end) {
  for (const Hashed* it = begin + 1; it < end; ++it) {
    for (const Hashed* earlier = begin; earlier < it; ++earlier) {
      if (Equal({&document, it->node}, {&document, earlier->node})) {
        return {it->node, earlier->node};
      }
    }
  }
  return {};
}

}  // namespace

bool Equal(ValueRef a, ValueRef b) {
  const Node& x = *a;
  const Node& y = *b;
  if (x.kind != y.kind) return false;
  switch (x.kind) {
    case NodeKind::kNull: return true;
    case NodeKind::kBool: return x.boolean == y.boolean;
    case NodeKind::kString: return x.text == y.text;
    case NodeKind::kNumber:
      return Compare(ReadNumber(x.text), ReadNumber(y.text)) == 0;
    case NodeKind::kArray: return x.count == y.count && EqualArrays(a, b);
    case NodeKind::kObject: return x.count == y.count && EqualObjects(a, b);
  }
  return false;
}

std::uint64_t Hash(ValueRef value, std::uint64_t seed) {
  const Node& node = *value;
  switch (node.kind) {
    case NodeKind::kNull: return Mix(seed, 1);
    case NodeKind::kBool: return Mix(seed, node.boolean ? 2 : 3);
    case NodeKind::kString:
      return Mix(seed, std::hash<std::string_view>{}(node.text));
    case NodeKind::kNumber:
      return Mix(seed + 1, HashNumber(ReadNumber(node.text)));
    case NodeKind::kArray: return HashArray(value, seed);
    case NodeKind::kObject: return HashObject(value, seed);
  }
  return seed;
}

Repeated FindRepeated(ValueRef array, std::uint64_t seed) {
  const Document& document = *array.document;
  if ((*array).count <= kFew) return FindAmongFew(array);
  std::vector<Hashed> hashed;
  hashed.reserve((*array).count);
  NodeIndex element = array.node + 1;
  for (std::uint32_t i = 0; i < (*array).count; ++i) {
    hashed.push_back({Hash({&document, element}, seed), element});
    element = document[element].next;
  }
  std::ranges::sort(hashed, [](const Hashed& a, const Hashed& b) {
    return a.hash != b.hash ? a.hash < b.hash : a.node < b.node;
  });
  Repeated found;
  for (std::size_t i = 0, end = 0; i < hashed.size(); i = end) {
    while (end < hashed.size() && hashed[end].hash == hashed[i].hash) ++end;
    const Repeated here =
        FindInGroup(document, hashed.data() + i, hashed.data() + end);
    if (here.node < found.node) found = here;
  }
  return found;
}

}  // namespace sigte::schema
