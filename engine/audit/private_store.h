// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/audit/crypto.h"
#include "engine/audit/file_ops.h"
#include "engine/base/issue.h"

/// The folder beside the log that can be deleted: what opens the log's
/// commitments (salts), and the submissions as they were received. Only its
/// owner may read it.
///
///     key                      the log's private key, unless kept elsewhere
///     runs/<index>/salts       32 bytes an entry of the run; zeros: none
///     runs/<index>/names       JSON: what the submissions were called
///     runs/<index>/inputs/<k>  the bytes of submission k
///     erasing                  an erasure that was begun
///
/// <index> is the run's first entry, with twelve digits.
namespace sigte::audit {

/// "DIR-private" for "DIR" and "DIR/": beside the log itself, whatever it is
/// called by (".", "../DIR", a symlink to it), and never in it.
std::string PrivateFolderOf(const std::string& log_folder);

/// Makes the folder, or checks that nobody else can read the one that is there.
bool OpenPrivateFolder(const std::string& folder, FileOps* ops,
                       IssueList* issues);

std::string RunFolder(const std::string& private_folder, std::uint64_t run);
std::string InputPath(const std::string& run_folder, std::size_t submission);

/// Removes the runs that the log of `size` entries never came to know.
void DropUnknownRuns(const std::string& private_folder, std::uint64_t size);

/// A submission that was copied in.
struct StoredInput {
  bool readable = false;
  std::uint64_t bytes = 0;
  Salt salt{};
  Hash commit{};     ///< HMAC of the bytes
  std::string path;  ///< of the copy
};

/// What a run is about to keep. Nothing of it stays before Seal.
class PrivateRun {
 public:
  /// Borrows `ops`. The folder must be there.
  PrivateRun(std::string private_folder, FileOps* ops);
  ~PrivateRun();
  PrivateRun(const PrivateRun&) = delete;
  PrivateRun& operator=(const PrivateRun&) = delete;

  /// Copies what `fd` gives to its end. Not readable: `*why` says why. False
  /// where the copy cannot be written; see error().
  bool AddInput(std::string name, int fd, StoredInput* input, std::string* why);
  /// A submission that cannot be opened, so that the numbering stays.
  void SkipInput(std::string name);

  /// The salt of the run's next entry; kNoSalt for one without commitment.
  bool AddSalt(const Salt& salt);

  /// Makes all of it durable under the name of the run that begins at `run`.
  bool Seal(std::uint64_t run);
  /// After the log's commit: it stays.
  void Keep() { sealed_.clear(); }

  const std::string& error() const { return files_.error(); }

 private:
  bool FlushSalts();

  std::string folder_;
  std::string stage_;
  std::string sealed_;  // to be taken back, unless kept
  FileWriter files_;
  int salts_ = -1;
  std::string buffer_;
  std::vector<std::string> names_;
};

/// A run of the store, to be read.
class StoredRun {
 public:
  StoredRun(const std::string& private_folder, std::uint64_t run)
      : run_(run), folder_(RunFolder(private_folder, run)) {}

  std::uint64_t run() const { return run_; }
  const std::string& folder() const { return folder_; }
  bool exists() const { return Exists(folder_); }
  /// Of the entry `index` of the log; nullopt where there is none (any more).
  std::optional<Salt> SaltOf(std::uint64_t index) const;
  /// Empty where they are gone.
  std::vector<std::string> Names() const;
  std::string Input(std::size_t submission) const {
    return InputPath(folder_, submission);
  }

 private:
  const std::string& Salts() const;

  std::uint64_t run_;
  std::string folder_;
  mutable std::optional<std::string> salts_;
};

/// What is kept of the run whose `run` entry is `run`; nullopt where nothing is
/// (any more).
std::optional<StoredRun> FindStoredRun(const std::string& private_folder,
                                       std::uint64_t run);

/// Where a salt lies in its file, and how long it is.
inline constexpr std::size_t kSaltSize = sizeof(Salt);
std::string SaltsPath(const std::string& run_folder);

/// What a submission was called is kept no more.
bool DropName(const std::string& run_folder, std::size_t submission,
              FileWriter* files);

/// Every run of the store, ascending.
std::vector<std::uint64_t> StoredRuns(const std::string& private_folder);

}  // namespace sigte::audit
