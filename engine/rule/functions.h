// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/rule/checker.h"

/// The functions that conditions may call: one table for the checker.
namespace sigte {

/// What an argument must be.
enum class ArgumentKind : std::uint8_t {
  kAnything,
  kText,
  kSized,         ///< a text or a list
  kSearchedText,  ///< a text, in a rule none that is written out
  kTerm,          ///< the id of a term, as a literal
  kLaw,           ///< a law or provision, as a literal
  kTable,         ///< the name of a table, as a literal
  kKey,           ///< a key of that table
  kRegex,         ///< an RE2 regular expression, as a literal
  kCondition,
  kNumber,
  kCount,  ///< a whole number, as a literal no more than the arguments after it
};

/// As many arguments as a call may have.
inline constexpr std::size_t kManyArguments = 0xFFFF;

struct FunctionSpec {
  std::string_view name;
  bool is_method = false;  ///< called as x.f(y); its receiver is argument 0
  std::size_t min_arguments = 0;  ///< receiver included
  std::size_t max_arguments = 0;
  /// Of the first; kManyArguments: the last stands for all that follow.
  std::array<ArgumentKind, 3> arguments;
  Type result = Type::kAny;
  bool of_group = false;  ///< only in checks over a group
};

/// Null when there is no such function.
const FunctionSpec* FindFunction(std::string_view name);

/// All names, for "did you mean".
std::vector<std::string> FunctionNames();

/// How it is called: "t.contains(…)", "mentions(…)".
std::string CallForm(const FunctionSpec& function);

}  // namespace sigte
