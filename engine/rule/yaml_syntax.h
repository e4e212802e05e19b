// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string_view>

#include "engine/base/messages.h"

namespace sigte {

/// yaml-cpp's message for a syntax error in words that say what to look for.
LocalText YamlSyntaxWords(std::string_view yaml_cpp_message);

}  // namespace sigte
