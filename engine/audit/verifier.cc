// SPDX-License-Identifier: MPL-2.0

// One pass over the entries: hash them, build the tiles anew, compare.

#include "engine/audit/verifier.h"

#include <algorithm>
#include <set>

#include "engine/audit/content_checker.h"
#include "engine/audit/leftovers.h"
#include "engine/audit/log_reader.h"
#include "engine/audit/log_writer.h"
#include "engine/audit/tile_builder.h"
#include "engine/base/numbers.h"

namespace sigte::audit {
namespace {

std::string Number(std::uint64_t n) { return std::to_string(n); }

/// A root that the log must have had at some size.
struct Pin {
  Hash root{};
  std::string name;  ///< of the checkpoint that says so
  bool since = false;
};

class LogVerifier {
 public:
  explicit LogVerifier(const VerifyOptions& options)
      : options_(options),
        reader_(options.folder),
        content_(options.key.name, options.terms),
        tiles_([this](const TileName& name, std::string_view hashes) {
          return CompareTile(name, hashes);
        }) {}

  VerifyReport Run() {
    if (!ReadLatest()) return std::move(report_);
    ReadKept();
    TakeSince();
    CheckWitnesses();
    const bool whole = ReadEntries();
    if (whole) CheckContentEnd();
    report_.entries = frontier_.size();
    report_.types.insert(content_.types().begin(), content_.types().end());
    report_.runs = content_.runs();
    if (whole) CheckOtherFiles();
    return std::move(report_);
  }

 private:
  void Error(MessageKey key, std::vector<LocalText> args) {
    report_.issues.Error(key, nullptr, {}, std::move(args));
  }

  void Tell(MessageKey key, Severity severity, std::vector<LocalText> args) {
    report_.issues.Add({key, severity, std::move(args), nullptr, {}, {}, {}});
  }

  // Two stretches that overlap are about the same entry.
  void FirstBad(std::uint64_t begin, std::uint64_t end) {
    auto& bad = report_.first_bad;
    if (!bad || end <= bad->first) {
      bad = {begin, end};
    } else if (begin < bad->second) {
      bad = {std::max(begin, bad->first), std::min(end, bad->second)};
    }
  }

  bool ReadLatest() {
    const std::string path = reader_.PathOf(kCheckpointFile);
    const auto latest = reader_.ReadLatest();
    if (!latest) {
      Error(Exists(path) ? MessageKey("L105.bad-checkpoint")
                         : MessageKey("L101.no-log"),
            {Exists(path) ? path : options_.folder});
      return false;
    }
    report_.tree = latest->tree;
    latest_ = *latest;
    return CheckSigned(*latest, options_.key, path, &report_.issues);
  }

  void ReadKept() {
    const std::uint64_t size = report_.tree.size;
    bool has_latest = false;
    for (const std::string& name :
         FilesBelow(reader_.PathOf(kCheckpointFolder))) {
      if (name.ends_with(kTemporaryEnding)) continue;
      const auto kept_size = ReadSize(name);
      const std::string path = reader_.PathOf(kCheckpointFolder) + "/" + name;
      const auto kept = kept_size ? reader_.ReadKept(*kept_size) : std::nullopt;
      if (!kept || kept->tree.size != *kept_size) {
        Error("L105.bad-checkpoint", {path});
      } else if (!CheckSigned(*kept, options_.key, path, &report_.issues)) {
        continue;
      } else if (kept->tree.size > size) {
        Error("L109.rolled-back", {path, CountText(size)});
      } else {
        pins_.emplace(kept->tree.size, Pin{kept->tree.root, path});
        has_latest |= kept->tree.size == size;
      }
    }
    pins_.emplace(size,
                  Pin{report_.tree.root, reader_.PathOf(kCheckpointFile)});
    if (!has_latest) {
      Tell("L135.not-kept", Severity::kWarning, {CountText(size)});
    }
  }

  void TakeSince() {
    if (!options_.since) return;
    const SignedCheckpoint& since = *options_.since;
    if (!CheckSigned(since, options_.key, options_.since_name,
                     &report_.issues)) {
      return;
    }
    if (since.tree.size > report_.tree.size) {
      Error("L128.shorter-than-before",
            {options_.since_name, CountText(since.tree.size),
             CountText(report_.tree.size)});
      return;
    }
    pins_.emplace(since.tree.size,
                  Pin{since.tree.root, options_.since_name, true});
  }

  void CheckWitnesses() {
    // One who has two names, or is named twice, is still one.
    std::set<PublicKey> signers;
    for (const VerifierKey& witness : options_.witnesses) {
      switch (CheckSignature(latest_.note, witness)) {
        case SignatureState::kValid: signers.insert(witness.key); break;
        case SignatureState::kAbsent: break;
        case SignatureState::kInvalid:
          Error("L108.bad-signature",
                {reader_.PathOf(kCheckpointFile), witness.Text()});
      }
    }
    report_.cosignatures = signers.size();
    if (signers.size() < options_.quorum) {
      Error("L133.too-few-witnesses",
            {CountText(signers.size()), CountText(options_.quorum)});
    }
  }

  // False where it had to stop.
  bool ReadEntries() {
    const std::uint64_t size = report_.tree.size;
    if (!CheckPins()) return false;
    Bundle bundle;
    for (std::uint64_t index = 0; index * kTileWidth < size; ++index) {
      const auto width = static_cast<std::size_t>(
          std::min<std::uint64_t>(kTileWidth, size - index * kTileWidth));
      reader_.ReadBundle(index, width, &bundle);
      std::string path;
      const auto tile = reader_.ReadTile({0, index, width}, &path);
      if (!tile) {
        Error("L121.bad-tile", {path});
        FirstBad(index * kTileWidth, index * kTileWidth + width);
        return false;
      }
      if (!AddEntries(bundle, *tile) || !CheckBundle(bundle)) return false;
    }
    return tiles_.EmitPartial();
  }

  bool AddEntries(const Bundle& bundle, std::string_view tile) {
    for (const std::string_view entry : bundle.entries) {
      const std::uint64_t index = frontier_.size();
      const Hash leaf = LeafHash(entry);
      if (tile.substr(0, leaf.size()) != BytesOf(leaf)) {
        Error("L122.entry-differs", {Number(index), bundle.path});
        FirstBad(index, index + 1);
        return false;
      }
      tile.remove_prefix(leaf.size());
      if (!content_fault_ && !content_.Add(index, entry, leaf)) {
        content_fault_ = true;
        Error("L127.entry-contradicts",
              {Number(index), Message(content_.why())});
        FirstBad(content_.first_suspect(), index + 1);
      }
      frontier_.Add(leaf);
      if (!tiles_.Add(leaf) || !CheckPins()) return false;
    }
    return true;
  }

  bool CheckBundle(const Bundle& bundle) {
    if (bundle.fault == FileFault::kNone) return true;
    if (bundle.fault == FileFault::kMissing) {
      Error("L120.no-bundle", {bundle.path, Number(frontier_.size())});
    } else {
      Error("L123.bad-bundle", {bundle.path, Number(frontier_.size())});
    }
    FirstBad(frontier_.size(), frontier_.size() + 1);
    return false;
  }

  // The roots that checkpoints give for the size that was reached.
  bool CheckPins() {
    const auto [begin, end] = pins_.equal_range(frontier_.size());
    if (begin == end) return true;
    const Hash root = frontier_.Root();
    bool good = true;
    for (auto pin = begin; pin != end; ++pin) {
      if (pin->second.root == root) continue;
      good = false;
      const MessageKey key = pin->second.since ? MessageKey("L129.rewritten")
                                               : MessageKey("L124.other-root");
      Error(key, {pin->second.name, Number(pinned_),
                  Number(frontier_.size() == 0 ? 0 : frontier_.size() - 1)});
      FirstBad(pinned_, frontier_.size());
    }
    if (good) {
      pinned_ = frontier_.size();
      ++report_.checkpoints;
    }
    return good;
  }

  // Level 0 was compared entry by entry already.
  bool CompareTile(const TileName& name, std::string_view hashes) {
    if (name.level == 0) return true;
    std::string path;
    const auto tile = reader_.ReadTile(name, &path);
    if (tile == hashes) return true;
    if (!tile) {
      Error("L121.bad-tile", {path});
      return false;
    }
    const auto [x, y] = std::ranges::mismatch(*tile, hashes);
    const auto at =
        static_cast<std::uint64_t>(x - tile->begin()) / sizeof(Hash);
    const unsigned shift = name.level * kTileHeight;
    const std::uint64_t begin = (name.index * kTileWidth + at) << shift;
    const std::uint64_t end = begin + (std::uint64_t{1} << shift);
    Error("L126.tile-differs", {path, Number(begin), Number(end - 1)});
    FirstBad(begin, end);
    return false;
  }

  void CheckContentEnd() {
    if (!content_fault_ && !content_.Finish()) {
      Error("L127.entry-contradicts",
            {Number(frontier_.size() - 1), Message(content_.why())});
      FirstBad(frontier_.size() - 1, frontier_.size());
    }
  }

  // Older partial tiles must be the beginning of what is there now; what lies
  // beyond the checkpoint is no part of the log.
  void CheckOtherFiles() {
    const std::uint64_t size = report_.tree.size;
    WalkFiles(reader_.PathOf(kTileFolder), [&](const std::string& below) {
      const std::string path = std::string(kTileFolder) + "/" + below;
      const auto name = ParseTilePath(path);
      if (!name) {
        if (!path.ends_with(kTemporaryEnding)) {
          Tell("L131.stray-file", Severity::kWarning, {path});
        }
        return;
      }
      if (name->end() > WidthOfLevel(name->level, size)) return;
      if (name->width < kTileWidth && !IsBeginning(*name)) {
        Error("L130.partial-differs", {path});
      }
    });
    const Leftovers leftovers = FindLeftovers(options_.folder, size);
    if (leftovers.empty()) return;
    Tell("L132.cut-off", Severity::kWarning,
         {CountText(leftovers.files.size()), CountText(leftovers.entries)});
  }

  bool IsBeginning(const TileName& name) const {
    const std::uint64_t count = WidthOfLevel(name.level, report_.tree.size);
    const auto width = static_cast<std::size_t>(
        std::min<std::uint64_t>(kTileWidth, count - name.index * kTileWidth));
    const TileName now{name.level, name.index, width};
    if (name == now) return true;  // compared already
    const auto bytes = ReadBytes(reader_.PathOf(TilePath(name)), kMaxBundle);
    if (name.level != kEntriesLevel) {
      const auto tile = reader_.ReadTile(now);
      return bytes && tile && bytes->size() == name.width * sizeof(Hash) &&
             tile->starts_with(*bytes);
    }
    Bundle older;
    Bundle newer;
    return bytes && reader_.ReadBundle(name.index, name.width, &older) &&
           reader_.ReadBundle(name.index, width, &newer) &&
           older.bytes == *bytes && newer.bytes.starts_with(older.bytes);
  }

  const VerifyOptions& options_;
  LogReader reader_;
  SignedCheckpoint latest_;
  VerifyReport report_;
  std::multimap<std::uint64_t, Pin> pins_;
  std::uint64_t pinned_ = 0;  // the largest size whose root was right
  Frontier frontier_;
  ContentChecker content_;
  bool content_fault_ = false;
  TileBuilder tiles_;
};

}  // namespace

std::size_t DistinctKeys(const std::vector<VerifierKey>& keys) {
  std::set<PublicKey> distinct;
  for (const VerifierKey& key : keys) distinct.insert(key.key);
  return distinct.size();
}

VerifyReport Verify(const VerifyOptions& options) {
  return LogVerifier(options).Run();
}

}  // namespace sigte::audit
