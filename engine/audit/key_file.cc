// SPDX-License-Identifier: MPL-2.0

#include "engine/audit/key_file.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "engine/base/system_words.h"

namespace sigte::audit {
namespace {

constexpr mode_t kOthers = 0077;
constexpr mode_t kOwnerFile = 0600;

}  // namespace

std::optional<SignerKey> ReadKeyFile(const std::string& path,
                                     IssueList* issues) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0) {
    issues->Error("L113.no-key-file", nullptr, {}, {path, SystemWords(errno)});
    return std::nullopt;
  }
  if ((status.st_mode & kOthers) != 0) {
    issues->Error("L117.open-to-others", nullptr, {}, {path});
    return std::nullopt;
  }
  if (status.st_uid != geteuid()) {
    issues->Error("L118.of-another-user", nullptr, {}, {path});
    return std::nullopt;
  }
  auto text = ReadBytes(path, kKeyLimit);
  if (!text) {
    issues->Error("L113.no-key-file", nullptr, {}, {path, SystemWords(errno)});
    return std::nullopt;
  }
  auto key = SignerKey::Parse(*text);
  Wipe(text->data(), text->size());
  if (!key) issues->Error("L114.no-private-key", nullptr, {}, {path});
  return key;
}

bool WriteKeyFile(const std::string& path, const SignerKey& key, FileOps* ops,
                  IssueList* issues) {
  if (Exists(path)) {
    issues->Error("L116.key-exists", nullptr, {}, {path});
    return false;
  }
  // A leftover of another mode would keep that mode.
  ops->Remove(path + ".tmp");
  FileWriter files(ops);
  std::string text = key.Text() + "\n";
  const bool written = files.Put(path, text, kOwnerFile) && files.SyncFolders();
  Wipe(text.data(), text.size());
  if (!written) {
    issues->Error("L104.cannot-write-log", nullptr, {}, {files.error()});
  }
  return written;
}

std::optional<VerifierKey> ReadVerifierKey(const std::string& text_or_path,
                                           IssueList* issues) {
  auto key = ParseVerifierKey(text_or_path);
  if (key) return key;
  const auto bytes = ReadBytes(text_or_path, kKeyLimit);
  if (!bytes && errno != EFBIG) {
    issues->Error("L163.no-verifier-key-file", nullptr, {},
                  {text_or_path, SystemWords(errno)});
    return std::nullopt;
  }
  if (bytes) key = ParseVerifierKey(*bytes);
  if (!key) issues->Error("L115.no-verifier-key", nullptr, {}, {text_or_path});
  return key;
}

}  // namespace sigte::audit
