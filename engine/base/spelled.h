// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>
#include <string_view>

namespace sigte {

/// "U+001E"
std::string CodePointName(char32_t code_point);

/// `text` made printable as a message shows it: what cannot be seen is told by
/// its name, "<U+001E>", where Printable keeps the room that it takes. Hide
/// what has to be hidden first: a name may part a number's digits.
std::string Spelled(std::string_view text);

}  // namespace sigte
