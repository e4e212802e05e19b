// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

/// What becomes of a record.
namespace sigte {

enum class Verdict : std::uint8_t { kInclude, kExclude, kBorderline, kInvalid };
inline constexpr std::size_t kVerdicts = 4;
constexpr std::size_t IndexOf(Verdict verdict) {
  return static_cast<std::size_t>(verdict);
}

/// "include", "exclude", "borderline", "invalid"
std::string_view VerdictName(Verdict verdict);

}  // namespace sigte
