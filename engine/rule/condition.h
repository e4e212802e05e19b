// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "engine/rule/expression.h"
#include "engine/rule/yaml_reader.h"

namespace sigte {

/// Reads a condition: one line of CEL, or maps of `all`, `any` and `none` with
/// lists of conditions. Null after an error.
ExpressionPtr ReadCondition(YamlReader* reader, const YamlNode& node);

}  // namespace sigte
