// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>

#include "engine/rule/expression.h"
#include "engine/rule/yaml_reader.h"

namespace sigte {

/// Reads a condition: one line of CEL, or maps of `all`, `any` and `none` with
/// lists of conditions. Null after an error.
ExpressionPtr ReadCondition(YamlReader* reader, const YamlNode& node);

/// The condition for people: an expression in its author's lines and without
/// YAML's quotes; a list as its key and an item a line, nested ones indented.
/// Comments are left out. Ends with a line break.
std::string ConditionWords(const Source& source, const YamlNode& node);

}  // namespace sigte
