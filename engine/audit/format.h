// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

/// The numbers and names of the log's format (FORMAT.md), shared by writer,
/// reader and verifier.
namespace sigte::audit {

/// What `v` is in every entry.
inline constexpr std::int64_t kFormatVersion = 1;

/// C2SP tlog-tiles: hashes in a full tile, entries in a full bundle.
inline constexpr std::size_t kTileWidth = 256;
inline constexpr unsigned kTileHeight = 8;
/// A bundle gives an entry's length in 16 bits.
inline constexpr std::size_t kMaxEntry = 65'535;
inline constexpr std::size_t kMaxBundle = kTileWidth * (kMaxEntry + 2);
/// Eight levels of tiles hold 2^64 entries.
inline constexpr unsigned kMaxLevels = 8;
/// No log is larger: 2^48 entries; sizes from outside are checked against it.
inline constexpr std::uint64_t kMaxSize = std::uint64_t{1} << 48;

inline constexpr std::string_view kTileFolder = "tile";
inline constexpr std::string_view kCheckpointFile = "checkpoint";
inline constexpr std::string_view kCheckpointFolder = "checkpoints";
inline constexpr std::string_view kKeyFile = "log.vkey";
inline constexpr std::string_view kLockFile = ".lock";
inline constexpr std::string_view kRulesetFolder = "rulesets";
inline constexpr std::string_view kTemporaryEnding = ".tmp";

/// The folder beside the log for what must not be in it.
inline constexpr std::string_view kPrivateEnding = "-private";

/// A note is read up to here (C2SP signed-note asks for a bound).
inline constexpr std::size_t kMaxNote = 1'000'000;

/// Nine digits and more could be somebody's number: such amounts stay out.
inline constexpr std::int64_t kLargestAmount = 99'999'999;
/// Whose a record is is logged when it is a code of up to so many digits.
inline constexpr std::size_t kLongestGroup = 4;

}  // namespace sigte::audit
