// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/audit/file_ops.h"
#include "engine/audit/key.h"
#include "engine/audit/leftovers.h"
#include "engine/audit/log_reader.h"
#include "engine/audit/tile_builder.h"
#include "engine/base/issue.h"

/// Appends to a log. Entries are on disk as they come, but part of the log only
/// once the checkpoint that counts them has its name: a writer that ends before
/// that has written nothing.
namespace sigte::audit {

class LogWriter {
 public:
  /// Makes `folder` (which may exist, but holds no log and nothing that is left
  /// of one) a log without entries and opens it. Its origin is the key's name.
  /// Null: see `issues`.
  static std::unique_ptr<LogWriter> Create(const std::string& folder,
                                           const SignerKey& key, FileOps* ops,
                                           IssueList* issues);
  /// Whether the log that was read may be written on; says in `issues` why not.
  using Check = std::function<bool(const LogWriter&)>;
  /// Opens a log that `key` signs, removes what an interrupted writer left, and
  /// holds its lock until it is destroyed. Until `check` (may be null) said
  /// yes, nothing is removed: what a log that was rolled back has behind its
  /// checkpoint is what mends it. Null: see `issues`. Borrows the key and
  /// `ops`.
  static std::unique_ptr<LogWriter> Open(const std::string& folder,
                                         const SignerKey& key, FileOps* ops,
                                         IssueList* issues,
                                         const Check& check = nullptr);
  /// Takes back what was appended and not committed.
  ~LogWriter();
  LogWriter(const LogWriter&) = delete;
  LogWriter& operator=(const LogWriter&) = delete;

  const std::string& folder() const { return reader_.folder(); }
  const std::string& origin() const { return tree_.origin; }
  /// The index that the next entry gets.
  std::uint64_t next() const { return next_; }
  /// The size of the last checkpoint.
  std::uint64_t committed() const { return tree_.size; }
  /// What was removed when the log was opened.
  const Leftovers& cut_off() const { return cut_off_; }
  const LogReader& reader() const { return reader_; }
  FileWriter& files() { return files_; }

  /// False: see error(); nothing of this batch is in the log then.
  bool Append(std::string_view entry);
  /// The leaf hash of the entry that was appended last.
  const Hash& last_leaf() const { return last_leaf_; }
  /// Entries, tiles, checkpoint: in this order, each durable before the next is
  /// begun. False: see error(). Nothing to do without new entries.
  bool Commit();

  /// Why the log cannot be written; empty while all is well.
  const IssueList& error() const { return error_; }

 private:
  LogWriter(std::string folder, const SignerKey& key, FileOps* ops);

  bool Lock(IssueList* issues);
  bool ReadState(IssueList* issues);
  bool ReadEdge(IssueList* issues);
  bool CheckKept(IssueList* issues);
  bool KeepLatest(IssueList* issues);
  bool Recover(IssueList* issues);
  bool FlushBundle();
  bool PutTile(const TileName& name, std::string_view bytes);
  bool PutCheckpoint();
  bool KeepCheckpoint(std::string_view note);
  void DropSuperseded(std::uint64_t old_size);
  bool CannotWrite();

  LogReader reader_;
  const SignerKey& key_;
  FileWriter files_;
  FolderLock lock_;
  Checkpoint tree_;  // the last one that was signed
  Leftovers cut_off_;
  IssueList error_;

  std::uint64_t next_ = 0;
  std::string bundle_;         // the last bundle's bytes
  std::size_t in_bundle_ = 0;  // its entries
  std::vector<Hash> pending_;  // leaves of it not yet in the tiles
  Hash last_leaf_{};
  std::unique_ptr<TileBuilder> tiles_;
};

/// What is wrong with `checkpoint` as the log's of `key`, as issues about the
/// file `path`; true where nothing is.
bool CheckSigned(const SignedCheckpoint& checkpoint, const VerifierKey& key,
                 const std::string& path, IssueList* issues);

}  // namespace sigte::audit
