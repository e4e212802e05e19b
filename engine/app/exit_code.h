// SPDX-License-Identifier: MPL-2.0

#pragma once

/// What the program's exit code tells scripts.
namespace sigte {

inline constexpr int kExitOk = 0;       ///< it ran; nothing blocks
inline constexpr int kExitBlocked = 1;  ///< it ran; something is invalid
inline constexpr int kExitFailed = 2;   ///< it could not run

}  // namespace sigte
