// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <span>
#include <string_view>
#include <vector>

#include "engine/record/document.h"
#include "engine/schema/key_table.h"
#include "engine/schema/number.h"

namespace sigte::schema {

using KindSet = std::uint8_t;
struct Program;
struct Step;

/// A closed set of values.
struct ValueSet {
  KeyTable texts;
  std::vector<std::int64_t> integers;   ///< small ones, sorted
  std::vector<NodeIndex> others;        ///< in the schema
  std::vector<NodeIndex> all;           ///< in the schema's order
  std::vector<std::uint32_t> branches;  ///< units, for a choice of consts, by
                                        ///< `all`
  std::uint32_t file = 0;
};

/// How many bytes a text must have to be of `length` code points for certain:
/// each has at most four.
constexpr std::uint64_t BytesForLength(std::uint32_t length) {
  return length == 0 ? 0 : std::uint64_t{length} * 4 - 3;
}

/// What holds of a value at once: all steps of a unit that is plain drawn
/// together, for values as records have them. Says yes only where all steps
/// would; where it says no, they are to be asked.
struct PlainTest {
  static constexpr std::uint32_t kNoSet = 0xFFFFFFFF;

  KindSet kinds = 0;           ///< of these, scalars all, it can say yes
  bool wants_sign = false;     ///< a text's first byte must be a visible sign
  std::uint32_t set = kNoSet;  ///< the value must be in it
  std::int64_t least = std::numeric_limits<std::int64_t>::min();
  std::int64_t most = std::numeric_limits<std::int64_t>::max();
  std::uint64_t least_bytes = 0;  ///< of a text
  std::uint64_t most_bytes = std::numeric_limits<std::uint64_t>::max();

  bool Holds(const std::vector<ValueSet>& sets, const Node& value) const {
    if ((kinds >> static_cast<unsigned>(value.kind) & 1) == 0) return false;
    const ValueSet* values = set == kNoSet ? nullptr : &sets[set];
    if (value.kind == NodeKind::kString) return HoldsText(values, value.text);
    if (value.kind == NodeKind::kNumber) return HoldsWhole(values, value.text);
    return true;
  }

 private:
  bool HoldsText(const ValueSet* values, std::string_view text) const {
    if (text.size() < least_bytes || text.size() > most_bytes) return false;
    if (wants_sign &&
        (text.empty() || text.front() <= ' ' || text.front() == 0x7F)) {
      return false;
    }
    return values == nullptr || values->texts.Find(text) != KeyTable::kAbsent;
  }
  bool HoldsWhole(const ValueSet* values, std::string_view text) const {
    std::int64_t number = 0;
    if (!ReadPlainInteger(text, &number)) return false;
    if (number < least || number > most) return false;
    return values == nullptr ||
           std::ranges::binary_search(values->integers, number);
  }
};

/// The test of a plain unit with these steps.
PlainTest MakePlainTest(const Program& program, std::span<const Step> steps);

}  // namespace sigte::schema
