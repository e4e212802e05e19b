// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "engine/read/json_fault.h"

namespace sigte {

/// What a person most likely did where `token` of `text` stands and something
/// else was expected: a comment, a decimal comma, a blank between thousands, a
/// quotation mark too few or too many. `last_string` is where the string was
/// opened that was read last. nullopt where nothing tells.
std::optional<JsonFault> FindJsonSlip(std::string_view text, Span token,
                                      std::size_t last_string);

}  // namespace sigte
