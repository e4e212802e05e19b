// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <string_view>

/// What may stand between the quotes of a JSON string (RFC 8259).
namespace sigte {

/// The first byte from `at` on that cannot stand there as it is, because it
/// needs an escape or is not UTF-8; or the size.
std::size_t FindUnquotable(std::string_view text, std::size_t at);

/// What stands for such a byte: its escape, or U+FFFD.
std::string_view QuotedForm(char c);

}  // namespace sigte
