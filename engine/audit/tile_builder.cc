// SPDX-License-Identifier: MPL-2.0

#include "engine/audit/tile_builder.h"

#include <utility>

namespace sigte::audit {

TileBuilder::TileBuilder(std::uint64_t size, std::vector<std::string> edge,
                         Emit emit)
    : emit_(std::move(emit)) {
  for (unsigned level = 0; level < edge.size(); ++level) {
    levels_.push_back({std::move(edge[level]),
                       WidthOfLevel(level, size) / kTileWidth, false});
  }
}

bool TileBuilder::AddAt(unsigned level, const Hash& hash) {
  if (level == levels_.size()) levels_.emplace_back();
  Level& at = levels_[level];
  at.hashes += BytesOf(hash);
  at.changed = true;
  if (at.hashes.size() < kTileWidth * sizeof(Hash)) return true;
  if (!emit_({level, at.index, kTileWidth}, at.hashes)) return false;
  const Hash root = TreeHash(at.hashes);
  at.hashes.clear();
  at.changed = false;
  ++at.index;
  return AddAt(level + 1, root);
}

bool TileBuilder::EmitPartial() {
  for (unsigned level = 0; level < levels_.size(); ++level) {
    Level& at = levels_[level];
    if (!at.changed) continue;
    at.changed = false;
    if (at.hashes.empty()) continue;
    const TileName name{level, at.index, at.hashes.size() / sizeof(Hash)};
    if (!emit_(name, at.hashes)) return false;
  }
  return true;
}

}  // namespace sigte::audit
