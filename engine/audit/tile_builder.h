// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/audit/merkle.h"
#include "engine/audit/tile_path.h"

/// Leaf hashes in, tiles out, level by level: what the writer puts on disk and
/// what the verifier compares with the disk are the same tiles.
namespace sigte::audit {

class TileBuilder {
 public:
  /// Called for each tile that is complete, lower levels first; false ends the
  /// work.
  using Emit = std::function<bool(const TileName&, std::string_view hashes)>;

  explicit TileBuilder(Emit emit) : emit_(std::move(emit)) {}
  /// Goes on from a tree of `size` entries with the right edge `edge`
  /// (log_reader.h).
  TileBuilder(std::uint64_t size, std::vector<std::string> edge, Emit emit);

  bool Add(const Hash& leaf) { return AddAt(0, leaf); }
  /// Emits the partial tiles that were added to since the last time.
  bool EmitPartial();

 private:
  struct Level {
    std::string hashes;
    std::uint64_t index = 0;  // of the tile that they are the beginning of
    bool changed = false;
  };

  bool AddAt(unsigned level, const Hash& hash);

  Emit emit_;
  std::vector<Level> levels_;
};

}  // namespace sigte::audit
