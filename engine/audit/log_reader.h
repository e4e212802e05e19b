// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/audit/checkpoint.h"
#include "engine/audit/merkle.h"
#include "engine/audit/tile_path.h"

/// Reads a log's files. Believes none of them: what it gives has the right form
/// and nothing more.
namespace sigte::audit {

enum class FileFault : std::uint8_t {
  kNone,
  kMissing,     ///< the system does not give it
  kWrongSize,   ///< a tile of another length
  kTooLarge,    ///< beyond what any such file can be
  kBadLengths,  ///< a bundle whose lengths do not add up
  kOtherEntry,  ///< an entry that is not the one that was hashed
};

/// A bundle's entries; they point into `bytes`.
struct Bundle {
  std::string bytes;
  std::vector<std::string_view> entries;
  std::string path;  ///< the file it came from, relative
  FileFault fault = FileFault::kNone;
};

class LogReader {
 public:
  explicit LogReader(std::string folder) : folder_(std::move(folder)) {}

  const std::string& folder() const { return folder_; }
  std::string PathOf(std::string_view relative) const;

  /// The bytes of the tile's hashes (32 each). Where a partial tile is gone,
  /// the beginning of the full one serves, as tlog-tiles allows. `*path` (may
  /// be null) gets the name of the file that was read.
  std::optional<std::string> ReadTile(const TileName& name,
                                      std::string* path = nullptr) const;
  /// `width` entries of bundle `index` into `*to`, reusing its room. On a
  /// fault `to->entries` holds those before it.
  bool ReadBundle(std::uint64_t index, std::size_t width, Bundle* to) const;
  /// The same, of a log of `size`, with every entry compared with its tile of
  /// level 0: for those who take the entries at their word. Who changes the
  /// tiles, too, is found out by a verifier only.
  bool ReadLogged(std::uint64_t index, std::uint64_t size, Bundle* to) const;
  /// One entry of a log of `size`, read by ReadLogged. Remembers the bundle, so
  /// that entries read in order cost little; not for several threads.
  std::optional<std::string> ReadEntry(std::uint64_t index,
                                       std::uint64_t size) const;

  std::optional<SignedCheckpoint> ReadLatest() const;
  /// The sizes of the kept checkpoints, ascending; file names that are none are
  /// left out.
  std::vector<std::uint64_t> KeptSizes() const;
  std::string KeptPath(std::uint64_t size) const;
  std::optional<SignedCheckpoint> ReadKept(std::uint64_t size) const;
  std::optional<VerifierKey> ReadKey() const;

 private:
  std::string folder_;
  mutable Bundle last_;  // the bundle that ReadEntry read, with its place
  mutable std::uint64_t last_index_ = kMaxSize;
};

/// The right edge of a log as its tiles have it: for each level the hashes of
/// its last, partial tile (32 bytes each; empty where the level is even).
/// nullopt where a tile is missing, or the tiles' root is not `tree.root`.
std::optional<std::vector<std::string>> ReadRightEdge(const LogReader& reader,
                                                      const Checkpoint& tree);

/// Subtree hashes from tiles of a tree of `size` entries; remembers the tiles
/// that it read. Borrows the reader.
class TileHashes {
 public:
  TileHashes(const LogReader& reader, std::uint64_t size)
      : reader_(reader), size_(size) {}

  std::optional<Hash> operator()(unsigned height, std::uint64_t n);

 private:
  const std::string* Tile(unsigned level, std::uint64_t index);

  const LogReader& reader_;
  std::uint64_t size_;
  std::map<std::pair<unsigned, std::uint64_t>, std::string> tiles_;
};

}  // namespace sigte::audit
