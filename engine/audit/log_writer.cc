// SPDX-License-Identifier: MPL-2.0

// The write order: entries, tiles, checkpoint.

#include "engine/audit/log_writer.h"

#include <cerrno>
#include <filesystem>
#include <system_error>

#include "engine/base/numbers.h"

namespace sigte::audit {
namespace {

// A log that has lost its checkpoint was signed all the same.
bool HoldsNoLog(const LogReader& reader, IssueList* issues) {
  if (Exists(reader.PathOf(kCheckpointFile))) {
    issues->Error("L102.log-exists", nullptr, {}, {reader.folder()});
    return false;
  }
  for (const std::string_view part :
       {kCheckpointFolder, kTileFolder, kKeyFile}) {
    const std::string path = reader.PathOf(part);
    if (!Exists(path)) continue;
    issues->Error("L161.log-remains", nullptr, {}, {reader.folder(), path});
    return false;
  }
  return true;
}

}  // namespace

LogWriter::LogWriter(std::string folder, const SignerKey& key, FileOps* ops)
    : reader_(std::move(folder)), key_(key), files_(ops) {}

LogWriter::~LogWriter() {
  if (next_ == tree_.size && error_.empty()) return;
  // Where even this fails, the next writer does it.
  RemoveLeftovers(folder(), FindLeftovers(folder(), tree_.size), files_.ops());
}

std::unique_ptr<LogWriter> LogWriter::Create(const std::string& folder,
                                             const SignerKey& key, FileOps* ops,
                                             IssueList* issues) {
  std::unique_ptr<LogWriter> log(new LogWriter(folder, key, ops));
  if (!HoldsNoLog(log->reader_, issues)) return nullptr;
  if (!log->files_.MakeFolders(folder, 0777)) {
    issues->Error("L104.cannot-write-log", nullptr, {}, {log->files_.error()});
    return nullptr;
  }
  if (!log->Lock(issues)) return nullptr;
  log->tree_ = {key.verifier().name, 0, EmptyRoot()};
  log->tiles_ = std::make_unique<TileBuilder>(
      [writer = log.get()](const TileName& name, std::string_view hashes) {
        return writer->PutTile(name, hashes);
      });
  if (!log->files_.Put(log->reader_.PathOf(kKeyFile),
                       key.verifier().Text() + "\n")) {
    issues->Error("L104.cannot-write-log", nullptr, {}, {log->files_.error()});
    return nullptr;
  }
  return log;
}

std::unique_ptr<LogWriter> LogWriter::Open(const std::string& folder,
                                           const SignerKey& key, FileOps* ops,
                                           IssueList* issues,
                                           const Check& check) {
  std::unique_ptr<LogWriter> log(new LogWriter(folder, key, ops));
  if (!Exists(log->reader_.PathOf(kCheckpointFile))) {
    issues->Error("L101.no-log", nullptr, {}, {folder});
    return nullptr;
  }
  if (!log->Lock(issues) || !log->ReadState(issues) ||
      !log->CheckKept(issues) || (check && !check(*log)) ||
      !log->Recover(issues) || !log->KeepLatest(issues)) {
    log->next_ = log->tree_.size;  // nothing is to be taken back
    return nullptr;
  }
  return log;
}

bool LogWriter::Lock(IssueList* issues) {
  switch (lock_.Take(folder())) {
    case FolderLock::Result::kTaken: return true;
    case FolderLock::Result::kHeldByAnother:
      issues->Error("L103.locked", nullptr, {}, {folder()});
      return false;
    case FolderLock::Result::kFailed: break;
  }
  files_.Fail(reader_.PathOf(kLockFile));
  issues->Error("L104.cannot-write-log", nullptr, {}, {files_.error()});
  return false;
}

bool CheckSigned(const SignedCheckpoint& checkpoint, const VerifierKey& key,
                 const std::string& path, IssueList* issues) {
  switch (FaultOf(checkpoint, key)) {
    case CheckpointFault::kNone: return true;
    case CheckpointFault::kOtherLog:
      issues->Error("L106.other-log", nullptr, {},
                    {path, checkpoint.tree.origin, key.name});
      return false;
    case CheckpointFault::kUnsigned:
      issues->Error("L107.unsigned", nullptr, {}, {path, key.Text()});
      return false;
    case CheckpointFault::kBadSignature:
      issues->Error("L108.bad-signature", nullptr, {}, {path, key.Text()});
      return false;
  }
  return false;
}

bool LogWriter::ReadState(IssueList* issues) {
  const std::string path = reader_.PathOf(kCheckpointFile);
  const auto latest = reader_.ReadLatest();
  if (!latest) {
    issues->Error("L105.bad-checkpoint", nullptr, {}, {path});
    return false;
  }
  if (!CheckSigned(*latest, key_.verifier(), path, issues)) return false;
  tree_ = latest->tree;
  next_ = tree_.size;
  return ReadEdge(issues);
}

// Continues the last bundle and the last tiles, which must be what the
// checkpoint says: nothing may be signed on top of something else.
bool LogWriter::ReadEdge(IssueList* issues) {
  auto edge = ReadRightEdge(reader_, tree_);
  Bundle last;
  in_bundle_ = tree_.size % kTileWidth;
  const bool readable =
      edge && (in_bundle_ == 0 ||
               reader_.ReadBundle(tree_.size / kTileWidth, in_bundle_, &last));
  std::string leaves;
  for (const std::string_view entry : last.entries) {
    bundle_ += {static_cast<char>(entry.size() >> 8U),
                static_cast<char>(entry.size() & 0xFFU)};
    bundle_ += entry;
    leaves += BytesOf(LeafHash(entry));
  }
  if (!readable || (in_bundle_ > 0 && leaves != edge->front())) {
    issues->Error("L110.damaged", nullptr, {}, {folder()});
    return false;
  }
  tiles_ = std::make_unique<TileBuilder>(
      tree_.size, std::move(*edge),
      [this](const TileName& name, std::string_view hashes) {
        return PutTile(name, hashes);
      });
  return true;
}

// A checkpoint that was signed stays signed: a log that is behind one of its
// own must not go another way from here.
bool LogWriter::CheckKept(IssueList* issues) {
  const auto kept = reader_.KeptSizes();
  if (!kept.empty() && kept.back() > tree_.size) {
    issues->Error("L109.rolled-back", nullptr, {},
                  {reader_.KeptPath(kept.back()), CountText(tree_.size)});
    return false;
  }
  const auto same = reader_.ReadKept(tree_.size);
  if (same && same->tree != tree_) {
    issues->Error("L125.kept-differs", nullptr, {},
                  {reader_.KeptPath(tree_.size)});
    return false;
  }
  return true;
}

// A writer was cut off between the checkpoint and its copy.
bool LogWriter::KeepLatest(IssueList* issues) {
  if (Exists(reader_.KeptPath(tree_.size))) return true;
  const auto note = ReadBytes(reader_.PathOf(kCheckpointFile), kMaxNote);
  if (note && KeepCheckpoint(*note)) return true;
  issues->Error("L104.cannot-write-log", nullptr, {}, {files_.error()});
  return false;
}

bool LogWriter::Recover(IssueList* issues) {
  cut_off_ = FindLeftovers(folder(), tree_.size);
  if (RemoveLeftovers(folder(), cut_off_, files_.ops())) return true;
  files_.Fail(folder());
  issues->Error("L104.cannot-write-log", nullptr, {}, {files_.error()});
  return false;
}

bool LogWriter::CannotWrite() {
  error_.Error("L104.cannot-write-log", nullptr, {}, {files_.error()});
  return false;
}

bool LogWriter::Append(std::string_view entry) {
  if (!error_.empty()) return false;
  if (entry.size() > kMaxEntry) {
    error_.Error("L111.entry-too-large", nullptr, {},
                 {CountText(entry.size()), CountText(kMaxEntry)});
    return false;
  }
  bundle_ += {static_cast<char>(entry.size() >> 8U),
              static_cast<char>(entry.size() & 0xFFU)};
  bundle_ += entry;
  last_leaf_ = LeafHash(entry);
  pending_.push_back(last_leaf_);
  ++in_bundle_;
  ++next_;
  if (in_bundle_ < kTileWidth) return true;
  if (!FlushBundle()) return CannotWrite();
  bundle_.clear();
  in_bundle_ = 0;
  return true;
}

// Writes the bundle as it is, then hands its new leaves to the tiles.
bool LogWriter::FlushBundle() {
  if (!PutTile({kEntriesLevel, (next_ - 1) / kTileWidth, in_bundle_},
               bundle_)) {
    return false;
  }
  for (const Hash& leaf : pending_) {
    if (!tiles_->Add(leaf)) return false;
  }
  pending_.clear();
  return true;
}

bool LogWriter::PutTile(const TileName& name, std::string_view bytes) {
  return files_.Put(reader_.PathOf(TilePath(name)), bytes);
}

bool LogWriter::Commit() {
  if (!error_.empty()) return false;
  if (next_ == tree_.size) return true;
  const std::uint64_t old_size = tree_.size;
  if ((!pending_.empty() && !FlushBundle()) || !tiles_->EmitPartial() ||
      !files_.SyncFolders() || !PutCheckpoint()) {
    return CannotWrite();
  }
  DropSuperseded(old_size);
  return true;
}

bool LogWriter::PutCheckpoint() {
  TileHashes hashes(reader_, next_);
  const auto root = RangeRoot(0, next_, std::ref(hashes));
  if (!root) {
    errno = EIO;
    return files_.Fail(folder());
  }
  const Checkpoint tree{tree_.origin, next_, *root};
  Note note{tree.Text(), {}};
  SignNote(key_, &note);
  const std::string text = NoteText(note);
  if (!files_.Put(reader_.PathOf(kCheckpointFile), text)) return false;
  tree_ = tree;  // from here on it is part of the log
  return files_.SyncFolders() && KeepCheckpoint(text);
}

bool LogWriter::KeepCheckpoint(std::string_view note) {
  return files_.Put(reader_.KeptPath(tree_.size), note) && files_.SyncFolders();
}

// Partial tiles that are full now; the files beside serve old sizes too.
void LogWriter::DropSuperseded(std::uint64_t old_size) {
  std::vector<unsigned> levels = {kEntriesLevel};
  for (unsigned level = 0; level < kMaxLevels; ++level) levels.push_back(level);
  for (const unsigned level : levels) {
    const std::uint64_t index = WidthOfLevel(level, old_size) / kTileWidth;
    if (WidthOfLevel(level, tree_.size) < (index + 1) * kTileWidth) continue;
    const std::string folder =
        reader_.PathOf(TilePath({level, index, kTileWidth})) + ".p";
    for (const std::string& name : FilesBelow(folder)) {
      std::string path = folder;
      path.append("/").append(name);
      files_.ops()->Remove(path);
    }
    std::error_code ignored;
    std::filesystem::remove(folder, ignored);
  }
}

}  // namespace sigte::audit
