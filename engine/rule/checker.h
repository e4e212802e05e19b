// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/issue.h"
#include "engine/rule/expression.h"
#include "engine/rule/ruleset.h"

/// Types of expressions: what can be known to be wrong before any record is
/// read.
namespace sigte {

enum class Type : std::uint8_t {
  kAny,  ///< only null literals, mixed lists and untyped names
  kBool,
  kInt,
  kDecimal,
  kText,
  kBoolList,
  kIntList,
  kDecimalList,
  kTextList,
  kAnyList,
};

/// What the scope formula may name: whether a rule of that kind holds.
inline constexpr std::array<std::string_view, 2> kScopeNames = {"inclusion",
                                                                "exclusion"};

/// What an expression may name, and how strictly it is read.
struct CheckScope {
  const Ruleset* ruleset = nullptr;  ///< null: no fields, rules or terms
  /// The rule that the expression belongs to; null: none.
  const Rule* rule = nullptr;
  /// True for `sigte eval`: operands of the wrong kind are no fault but make
  /// the value unknown, as they do at run time.
  bool lenient = false;
  /// Extra names without a type (record members that no schema knows).
  std::vector<std::string> untyped_names;
  /// True for the manifest's scope formula: only `inclusion` and `exclusion`.
  bool scope_formula = false;
};

/// Adds an issue for every fault: unknown names, functions and enum values
/// (with the nearest), operands of the wrong type, wrong numbers of arguments,
/// terms and laws that do not exist, bad regular expressions. Returns the type.
Type CheckExpression(const Expression& expression, const CheckScope& scope,
                     const Source* source, IssueList* issues);

}  // namespace sigte
