// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <re2/re2.h>

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/source.h"
#include "engine/record/document.h"
#include "engine/schema/key_table.h"
#include "engine/schema/number.h"
#include "engine/schema/plain_test.h"
#include "engine/schema/schema.h"

/// The compiled form of schemas: one unit a subschema, one step a keyword.
/// Borrows the schemas' documents.
namespace sigte::schema {

using UnitId = std::uint32_t;
inline constexpr UnitId kNoUnit = 0xFFFFFFFF;

/// KindSet: a set of NodeKinds; kIntegerBit (in operands of kType only) allows
/// numbers that are whole.
constexpr KindSet KindBit(NodeKind kind) {
  return static_cast<KindSet>(1U << static_cast<unsigned>(kind));
}
inline constexpr KindSet kNulls = KindBit(NodeKind::kNull);
inline constexpr KindSet kTruths = KindBit(NodeKind::kBool);
inline constexpr KindSet kNumbers = KindBit(NodeKind::kNumber);
inline constexpr KindSet kTexts = KindBit(NodeKind::kString);
inline constexpr KindSet kArrays = KindBit(NodeKind::kArray);
inline constexpr KindSet kObjects = KindBit(NodeKind::kObject);
inline constexpr KindSet kAnyKind = 0x3F;
inline constexpr KindSet kIntegerBit = 0x40;

enum class Op : std::uint8_t {
  kFalse,    ///< the schema `false`
  kType,     ///< a: KindSet
  kValues,   ///< a: value set (`enum`, `const`, choice of consts)
  kMinimum,  ///< a: number, as the next four
  kMaximum,
  kExclusiveMinimum,
  kExclusiveMaximum,
  kMultipleOf,
  kMinLength,  ///< a: count, as all Min and Max below
  kMaxLength,
  kPattern,  ///< a: pattern
  kFormat,   ///< a: Format
  kMinItems,
  kMaxItems,
  kUniqueItems,
  kMinProperties,
  kMaxProperties,
  kObject,             ///< a: object plan
  kPropertyNames,      ///< a: unit
  kDependentRequired,  ///< a: dependents
  kDependentSchemas,   ///< a: dependents
  kArray,              ///< a: array plan
  kContains,           ///< a: contains plan
  kCall,               ///< a: unit (`$ref`, a branch of `allOf`)
  kDynamicRef,         ///< a: unit, b: dynamic name
  kAnyOf,              ///< units [a, a + b) of the list, as the next
  kOneOf,
  kNot,               ///< a: unit
  kIf,                ///< a: if plan
  kUnevaluatedItems,  ///< a: unit, as the next
  kUnevaluatedProperties,
};

/// `place` is the keyword's value in the schema (the branch itself for kCall of
/// `allOf`).
struct Step {
  Op op = Op::kFalse;
  KindSet kinds = kAnyKind;  ///< what it has a say about
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  NodeIndex place = kNoNode;
};

struct Unit {
  std::uint32_t first = 0;  ///< steps [first, first + count)
  std::uint32_t count = 0;
  std::uint32_t file = 0;
  std::uint32_t resource = 0;
  NodeIndex node = kNoNode;
  bool marks = false;  ///< has unevaluatedItems or unevaluatedProperties
  bool plain = false;  ///< all its steps are about one value (check_values.h)
  PlainTest test;      ///< where it is plain
  /// What is run in its stead where nobody asks for the way: the end of a chain
  /// of bare `$ref`s.
  UnitId direct = kNoUnit;
};

struct Member {
  UnitId unit = kNoUnit;  ///< kNoUnit: only required
  std::uint8_t bit = 0;   ///< 1 … 64: which of the required; 0: none
  bool required = false;
};

struct PatternMember {
  std::uint32_t pattern = 0;
  UnitId unit = kNoUnit;
};

struct ObjectPlan {
  KeyTable keys;
  std::vector<Member> members;  ///< by the number of their key
  std::vector<PatternMember> patterns;
  std::vector<std::uint32_t> many;  ///< required ones beyond the 64th
  std::uint64_t required = 0;       ///< the bits that must be seen
  UnitId additional = kNoUnit;
  NodeIndex required_place = kNoNode;
};

struct ArrayPlan {
  std::vector<UnitId> prefix;
  UnitId items = kNoUnit;
};

struct ContainsPlan {
  UnitId unit = kNoUnit;
  std::uint32_t least = 1;
  std::uint32_t most = 0xFFFFFFFF;
  NodeIndex least_place = kNoNode;  ///< minContains, else contains
  NodeIndex most_place = kNoNode;
};

struct IfPlan {
  UnitId condition = kNoUnit;
  UnitId then = kNoUnit;
  UnitId otherwise = kNoUnit;
};

struct Dependent {
  std::string_view name;
  NodeIndex place = kNoNode;  ///< the list or schema
  std::vector<std::string_view> required;
  UnitId unit = kNoUnit;
};
using Dependents = std::vector<Dependent>;

/// A regular expression with the author's text.
struct Pattern {
  std::string_view text;
  std::unique_ptr<re2::RE2> regex;
  /// It is \S, what a schema says of texts that must not be blank; nearly all
  /// are settled by their first sign.
  bool wants_sign = false;
};

struct SchemaFile {
  const Document* document = nullptr;
  const Source* source = nullptr;
  std::vector<UnitId> units;  ///< by node; kNoUnit: no schema there
};

struct Resource {
  std::string uri;  ///< absolute, without fragment; may be empty
  std::uint32_t file = 0;
  NodeIndex root = kNoNode;
  std::map<std::string_view, UnitId> dynamic_anchors;
};

struct Program {
  std::vector<Step> steps;
  std::vector<Unit> units;
  std::vector<ObjectPlan> objects;
  std::vector<ArrayPlan> arrays;
  std::vector<ContainsPlan> contains;
  std::vector<IfPlan> ifs;
  std::vector<Dependents> dependents;
  std::vector<ValueSet> values;
  std::vector<Number> numbers;
  std::vector<Pattern> patterns;
  std::vector<UnitId> list;
  std::vector<std::string_view> dynamic_names;
  std::vector<SchemaFile> files;
  std::vector<Resource> resources;
  std::size_t max_faults = 0;

  const Document& DocumentOf(const Unit& unit) const {
    return *files[unit.file].document;
  }
  bool IsFalse(UnitId unit) const {
    return units[unit].count == 1 && steps[units[unit].first].op == Op::kFalse;
  }
};

}  // namespace sigte::schema

namespace sigte {

/// What a Schema shares with those made from it by At.
class SchemaImpl {
 public:
  schema::Program program;
};

}  // namespace sigte
