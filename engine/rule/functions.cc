// SPDX-License-Identifier: MPL-2.0

#include "engine/rule/functions.h"

namespace sigte {
namespace {

using A = ArgumentKind;

constexpr std::array kFunctions = {
    FunctionSpec{"at_least",
                 false,
                 2,
                 kManyArguments,
                 {A::kCount, A::kCondition, A::kCondition},
                 Type::kBool},
    FunctionSpec{"has", false, 1, 1, {A::kAnything}, Type::kBool},
    FunctionSpec{"size", false, 1, 1, {A::kSized}, Type::kInt},
    FunctionSpec{"contains", true, 2, 2, {A::kText, A::kText}, Type::kBool},
    FunctionSpec{"startsWith", true, 2, 2, {A::kText, A::kText}, Type::kBool},
    FunctionSpec{"endsWith", true, 2, 2, {A::kText, A::kText}, Type::kBool},
    FunctionSpec{"matches", true, 2, 2, {A::kText, A::kRegex}, Type::kBool},
    FunctionSpec{
        "mentions", false, 2, 2, {A::kSearchedText, A::kTerm}, Type::kBool},
    FunctionSpec{
        "supplements", false, 2, 2, {A::kSearchedText, A::kTerm}, Type::kBool},
    FunctionSpec{
        "negates", false, 2, 2, {A::kSearchedText, A::kTerm}, Type::kBool},
    FunctionSpec{"together",
                 false,
                 3,
                 3,
                 {A::kSearchedText, A::kTerm, A::kTerm},
                 Type::kBool},
    FunctionSpec{"words", false, 1, 1, {A::kText}, Type::kInt},
    FunctionSpec{"years", false, 1, 1, {A::kText}, Type::kIntList},
    FunctionSpec{"cites", false, 2, 2, {A::kText, A::kLaw}, Type::kBool},
    FunctionSpec{"duty", false, 1, 1, {A::kText}, Type::kText},
    FunctionSpec{"in_force", false, 1, 1, {A::kText}, Type::kBool},
    FunctionSpec{"lookup", false, 2, 2, {A::kTable, A::kKey}, Type::kDecimal},
    FunctionSpec{"group_count", false, 0, 1, {A::kCondition}, Type::kInt, true},
    FunctionSpec{"group_sum", false, 1, 1, {A::kNumber}, Type::kDecimal, true},
    FunctionSpec{
        "group_median", false, 1, 1, {A::kNumber}, Type::kDecimal, true},
};

}  // namespace

const FunctionSpec* FindFunction(std::string_view name) {
  for (const FunctionSpec& function : kFunctions) {
    if (function.name == name) return &function;
  }
  return nullptr;
}

std::vector<std::string> FunctionNames() {
  std::vector<std::string> names;
  for (const FunctionSpec& function : kFunctions) {
    names.emplace_back(function.name);
  }
  return names;
}

std::string CallForm(const FunctionSpec& function) {
  const std::string name(function.name);
  return function.is_method ? "x." + name + "(…)" : name + "(…)";
}

}  // namespace sigte
