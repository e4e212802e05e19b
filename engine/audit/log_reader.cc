// SPDX-License-Identifier: MPL-2.0

#include "engine/audit/log_reader.h"

#include <algorithm>
#include <cerrno>

#include "engine/audit/file_ops.h"
#include "engine/audit/key_file.h"

namespace sigte::audit {
namespace {

// Parts `bundle->bytes` into `width` entries; more bytes behind are allowed
// where the bundle is longer than asked for.
FileFault Part(std::size_t width, bool exact, Bundle* bundle) {
  std::string_view rest = bundle->bytes;
  while (bundle->entries.size() < width) {
    if (rest.size() < 2) return FileFault::kBadLengths;
    const std::size_t length =
        static_cast<std::size_t>(static_cast<std::uint8_t>(rest[0])) << 8U |
        static_cast<std::uint8_t>(rest[1]);
    if (rest.size() < 2 + length) return FileFault::kBadLengths;
    bundle->entries.push_back(rest.substr(2, length));
    rest.remove_prefix(2 + length);
  }
  return exact && !rest.empty() ? FileFault::kBadLengths : FileFault::kNone;
}

}  // namespace

std::string LogReader::PathOf(std::string_view relative) const {
  return folder_ + "/" + std::string(relative);
}

std::optional<std::string> LogReader::ReadTile(const TileName& name,
                                               std::string* path) const {
  for (const std::size_t width : {name.width, kTileWidth}) {
    const std::string relative = TilePath({name.level, name.index, width});
    if (path != nullptr) *path = relative;
    auto bytes = ReadBytes(PathOf(relative), kTileWidth * sizeof(Hash));
    if (!bytes && errno == ENOENT && width < kTileWidth) continue;
    if (!bytes || bytes->size() != width * sizeof(Hash)) return std::nullopt;
    bytes->resize(name.width * sizeof(Hash));
    return bytes;
  }
  return std::nullopt;
}

bool LogReader::ReadBundle(std::uint64_t index, std::size_t width,
                           Bundle* to) const {
  to->entries.clear();
  to->fault = FileFault::kMissing;
  for (const std::size_t stored : {width, kTileWidth}) {
    to->path = TilePath({kEntriesLevel, index, stored});
    auto bytes = ReadBytes(PathOf(to->path), kMaxBundle);
    if (!bytes && errno == ENOENT && stored < kTileWidth) continue;
    if (!bytes) {
      if (errno == EFBIG) to->fault = FileFault::kTooLarge;
      return false;
    }
    to->bytes = std::move(*bytes);
    to->fault = Part(width, stored == width, to);
    return to->fault == FileFault::kNone;
  }
  return false;
}

bool LogReader::ReadLogged(std::uint64_t index, std::uint64_t size,
                           Bundle* to) const {
  const auto width = static_cast<std::size_t>(
      std::min<std::uint64_t>(kTileWidth, size - index * kTileWidth));
  if (!ReadBundle(index, width, to)) return false;
  const auto tile = ReadTile({0, index, width});
  std::string leaves;
  for (const std::string_view entry : to->entries) {
    leaves += BytesOf(LeafHash(entry));
  }
  if (tile == leaves) return true;
  to->fault = FileFault::kOtherEntry;
  return false;
}

std::optional<std::string> LogReader::ReadEntry(std::uint64_t index,
                                                std::uint64_t size) const {
  if (index >= size) return std::nullopt;
  const std::uint64_t first = index - index % kTileWidth;
  const auto width = static_cast<std::size_t>(
      std::min<std::uint64_t>(kTileWidth, size - first));
  const bool known =
      last_index_ == index / kTileWidth && last_.entries.size() == width;
  last_index_ = index / kTileWidth;
  if (!known && !ReadLogged(last_index_, size, &last_)) {
    last_index_ = kMaxSize;
    return std::nullopt;
  }
  return std::string(last_.entries[index % kTileWidth]);
}

std::optional<SignedCheckpoint> LogReader::ReadLatest() const {
  const auto bytes = ReadBytes(PathOf(kCheckpointFile), kMaxNote);
  return bytes ? ReadCheckpoint(*bytes) : std::nullopt;
}

std::vector<std::uint64_t> LogReader::KeptSizes() const {
  std::vector<std::uint64_t> sizes;
  for (const std::string& name : FilesBelow(PathOf(kCheckpointFolder))) {
    if (const auto size = ReadSize(name)) sizes.push_back(*size);
  }
  std::ranges::sort(sizes);
  return sizes;
}

std::string LogReader::KeptPath(std::uint64_t size) const {
  return PathOf(kCheckpointFolder) + "/" + std::to_string(size);
}

std::optional<SignedCheckpoint> LogReader::ReadKept(std::uint64_t size) const {
  const auto bytes = ReadBytes(KeptPath(size), kMaxNote);
  return bytes ? ReadCheckpoint(*bytes) : std::nullopt;
}

std::optional<VerifierKey> LogReader::ReadKey() const {
  const auto bytes = ReadBytes(PathOf(kKeyFile), kKeyLimit);
  return bytes ? ParseVerifierKey(*bytes) : std::nullopt;
}

std::optional<std::vector<std::string>> ReadRightEdge(const LogReader& reader,
                                                      const Checkpoint& tree) {
  std::vector<std::string> edge;
  for (unsigned level = 0; level < kMaxLevels; ++level) {
    const std::uint64_t count = WidthOfLevel(level, tree.size);
    if (count == 0) break;
    const auto width = static_cast<std::size_t>(count % kTileWidth);
    edge.emplace_back();
    if (width == 0) continue;
    auto tile = reader.ReadTile({level, count / kTileWidth, width});
    if (!tile) return std::nullopt;
    edge.back() = std::move(*tile);
  }

  std::optional<Hash> root;
  if (tree.size == 0) root = EmptyRoot();
  TileHashes hashes(reader, tree.size);
  if (!root) root = RangeRoot(0, tree.size, std::ref(hashes));
  if (root != tree.root) return std::nullopt;
  return edge;
}

std::optional<Hash> TileHashes::operator()(unsigned height, std::uint64_t n) {
  const unsigned level = height / kTileHeight;
  const std::uint64_t count = std::uint64_t{1} << (height % kTileHeight);
  const std::uint64_t first = n * count;
  const std::string* tile = Tile(level, first / kTileWidth);
  if (tile == nullptr) return std::nullopt;
  const std::size_t offset = first % kTileWidth * sizeof(Hash);
  if (offset + count * sizeof(Hash) > tile->size()) return std::nullopt;
  return TreeHash(std::string_view(*tile).substr(offset, count * sizeof(Hash)));
}

const std::string* TileHashes::Tile(unsigned level, std::uint64_t index) {
  const auto known = tiles_.find({level, index});
  if (known != tiles_.end()) return &known->second;
  const std::uint64_t count = WidthOfLevel(level, size_);
  if (index * kTileWidth >= count) return nullptr;
  const auto width = static_cast<std::size_t>(
      std::min<std::uint64_t>(kTileWidth, count - index * kTileWidth));
  auto tile = reader_.ReadTile({level, index, width});
  if (!tile) return nullptr;
  return &tiles_.emplace(std::pair(level, index), std::move(*tile))
              .first->second;
}

}  // namespace sigte::audit
