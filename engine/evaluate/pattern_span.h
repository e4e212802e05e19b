// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "engine/base/source.h"
#include "engine/evaluate/program.h"

namespace sigte {

/// What of `text` regular expression `expression` (in Program::expressions)
/// finds first, in bytes: without blanks around it, and with the words and
/// numbers that it begins or ends within, so that no part of a number that must
/// be hidden stands by itself. Nothing where it finds none.
std::optional<Span> PatternSpan(const Program& program,
                                std::uint32_t expression,
                                std::string_view text);

}  // namespace sigte
