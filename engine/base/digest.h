// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>
#include <string_view>

namespace sigte {

/// SHA-256 (FIPS 180-4, by libsodium) of `bytes`, as 64 lower-case hex digits.
std::string Sha256Hex(std::string_view bytes);

}  // namespace sigte
