// SPDX-License-Identifier: MPL-2.0

#include "engine/schema/check_values.h"

#include <algorithm>

#include "engine/base/utf8.h"
#include "engine/schema/formats.h"
#include "engine/schema/values.h"

namespace sigte::schema {
namespace {

bool HasType(const Node& value, KindSet allowed) {
  if ((allowed & KindBit(value.kind)) != 0) return true;
  std::int64_t ignored = 0;
  return value.kind == NodeKind::kNumber && (allowed & kIntegerBit) != 0 &&
         (ReadPlainInteger(value.text, &ignored) ||
          IsInteger(ReadNumber(value.text)));
}

bool IsOneOf(const Program& program, const ValueSet& set,
             const Document& document, NodeIndex node) {
  const Node& value = document[node];
  if (value.kind == NodeKind::kString) {
    return set.texts.Find(value.text) != KeyTable::kAbsent;
  }
  if (value.kind == NodeKind::kNumber && !set.integers.empty()) {
    std::int64_t integer = 0;
    if (ReadPlainInteger(value.text, &integer) &&
        std::ranges::binary_search(set.integers, integer)) {
      return true;
    }
  }
  const Document* schema = program.files[set.file].document;
  return std::ranges::any_of(set.others, [&](NodeIndex other) {
    return Equal({&document, node}, {schema, other});
  });
}

std::strong_ordering CompareWith(std::string_view text, const Number& limit) {
  std::int64_t integer = 0;
  if (limit.small && limit.scale == 0 && ReadPlainInteger(text, &integer)) {
    return integer <=> limit.mantissa;
  }
  return Compare(ReadNumber(text), limit);
}

bool IsWithin(const Step& step, const Node& value, const Number& limit) {
  if (step.op == Op::kMultipleOf) {
    return IsMultiple(ReadNumber(value.text), limit);
  }
  const auto order = CompareWith(value.text, limit);
  switch (step.op) {
    case Op::kMinimum: return order >= 0;
    case Op::kMaximum: return order <= 0;
    case Op::kExclusiveMinimum: return order > 0;
    default: return order < 0;
  }
}

// A code point has one to four bytes, which often settles it uncounted.
bool HasAtLeast(std::string_view text, std::uint32_t length) {
  if (text.size() < length) return false;
  return text.size() >= BytesForLength(length) ||
         CountCodePoints(text) >= length;
}

bool HasAtMost(std::string_view text, std::uint32_t length) {
  if (text.size() <= length) return true;
  return text.size() <= std::uint64_t{length} * 4 &&
         CountCodePoints(text) <= length;
}

bool Matches(const Pattern& pattern, std::string_view text) {
  if (pattern.wants_sign && !text.empty()) {
    const char first = text.front();
    if (first > ' ' && first < 0x7F) return true;
  }
  return re2::RE2::PartialMatch(text, *pattern.regex);
}

}  // namespace

bool IsAboutOneValue(Op op) { return op < Op::kObject; }

bool CheckValue(const Program& program, const Step& step,
                const Document& document, NodeIndex node, std::uint64_t seed) {
  const Node& value = document[node];
  switch (step.op) {
    case Op::kType: return HasType(value, static_cast<KindSet>(step.a));
    case Op::kValues:
      return IsOneOf(program, program.values[step.a], document, node);
    case Op::kMinimum:
    case Op::kMaximum:
    case Op::kExclusiveMinimum:
    case Op::kExclusiveMaximum:
    case Op::kMultipleOf: return IsWithin(step, value, program.numbers[step.a]);
    case Op::kMinLength: return HasAtLeast(value.text, step.a);
    case Op::kMaxLength: return HasAtMost(value.text, step.a);
    case Op::kPattern: return Matches(program.patterns[step.a], value.text);
    case Op::kFormat: return HasFormat(static_cast<Format>(step.a), value.text);
    case Op::kMinItems:
    case Op::kMinProperties: return value.count >= step.a;
    case Op::kMaxItems:
    case Op::kMaxProperties: return value.count <= step.a;
    case Op::kUniqueItems:
      return FindRepeated({&document, node}, seed).node == kNoNode;
    default: return false;
  }
}

}  // namespace sigte::schema
