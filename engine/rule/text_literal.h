// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "engine/rule/lexer.h"

namespace sigte {

/// Reads the text literal that begins at `*at` (an 'r' or a quote) and moves
/// `*at` past it. nullopt after one error.
std::optional<std::string> ReadTextLiteral(ExpressionText* text,
                                           std::size_t* at);

}  // namespace sigte
