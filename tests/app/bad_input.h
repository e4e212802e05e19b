// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>

/// What the tests of submissions that are no good have in common.
namespace sigte {

inline constexpr const char* kGood =
    R"({"id":"9","club":3,"title":"Zoo","cost":1,"target":"members"})"
    "\n";

inline constexpr const char* kNoRows =
    "Records read: 0 = 0 included + 0 left out + 0 borderline + 0 invalid";
inline constexpr const char* kOneInvalid =
    "Records read: 1 = 0 included + 0 left out + 0 borderline + 1 invalid";
inline constexpr const char* kOneGoodOneInvalid =
    "Records read: 2 = 1 included + 0 left out + 0 borderline + 1 invalid";

}  // namespace sigte
