// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/audit/format.h"

/// Names of tiles and bundles (C2SP tlog-tiles), relative to the log's folder.
namespace sigte::audit {

/// Which of the two trees of files.
inline constexpr unsigned kEntriesLevel = 255;

struct TileName {
  unsigned level = 0;  ///< kEntriesLevel: a bundle of entries
  std::uint64_t index = 0;
  std::size_t width = kTileWidth;  ///< less: a partial tile

  /// The first entry, or hash of its level, that it lacks.
  std::uint64_t end() const { return index * kTileWidth + width; }
  friend bool operator==(const TileName&, const TileName&) = default;
};

/// "tile/0/x001/x234/067.p/8", "tile/entries/002"
std::string TilePath(const TileName& name);

/// nullopt where `path` names no tile exactly as TilePath would.
std::optional<TileName> ParseTilePath(std::string_view path);

/// How many hashes stand at `level` (entries, for kEntriesLevel) in a tree of
/// `size` entries.
std::uint64_t WidthOfLevel(unsigned level, std::uint64_t size);

/// A number without leading zeros, up to kMaxSize; else nullopt.
std::optional<std::uint64_t> ReadSize(std::string_view digits);

}  // namespace sigte::audit
