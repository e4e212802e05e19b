// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <vector>

#include "engine/record/document.h"

/// JSON values as the standard compares them: numbers by value, objects without
/// regard to the order of their members.
namespace sigte::schema {

/// A value of some document; borrows it.
struct ValueRef {
  const Document* document = nullptr;
  NodeIndex node = kNoNode;
  const Node& operator*() const { return (*document)[node]; }
};

bool Equal(ValueRef a, ValueRef b);

/// The same for equal values; `seed` keeps a hostile text from choosing values
/// that fall together.
std::uint64_t Hash(ValueRef value, std::uint64_t seed);

/// The first element of the array that equals an earlier one, as {element,
/// earlier}; {kNoNode, kNoNode} where all differ. `seed` as above.
struct Repeated {
  NodeIndex node = kNoNode;
  NodeIndex earlier = kNoNode;
};
Repeated FindRepeated(ValueRef array, std::uint64_t seed);

}  // namespace sigte::schema
