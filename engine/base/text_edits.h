// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>
#include <string_view>

/// Small changes to texts that people read.
namespace sigte {

/// Puts `to` in the place of every `from` in `*text`; `from` is not empty.
void ReplaceAll(std::string_view from, std::string_view to, std::string* text);

/// `text` with its first letter as a capital, where it begins with one.
std::string Capitalized(std::string_view text);

}  // namespace sigte
