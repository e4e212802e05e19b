// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "engine/base/issue.h"
#include "engine/rule/expression.h"

namespace sigte {

/// Where each byte of an expression lies in its file: YAML may have folded or
/// unescaped the text. Entry i is the file offset of byte i, with one more for
/// the end.
using OffsetMap = std::vector<std::size_t>;

/// Parses one whole expression. `offsets` may be empty: then byte i lies at i.
/// Null after adding one error to `issues` that says what was expected. At most
/// 250 levels deep.
ExpressionPtr ParseExpression(std::string_view text, const Source* source,
                              const OffsetMap& offsets, IssueList* issues);

}  // namespace sigte
