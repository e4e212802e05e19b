// SPDX-License-Identifier: MPL-2.0

#include "engine/audit/private_store.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "engine/audit/canonical.h"
#include "engine/audit/tile_path.h"
#include "engine/base/system_words.h"

namespace sigte::audit {
namespace {

namespace fs = std::filesystem;

constexpr mode_t kOwnerFolder = 0700;
constexpr mode_t kOwnerFile = 0600;
constexpr mode_t kOthers = 0077;
constexpr std::size_t kBuffer = 64 * 1024;
constexpr std::size_t kMaxSalts = std::size_t{1} << 34;
constexpr std::size_t kMaxNames = std::size_t{1} << 28;

std::string RunsFolder(const std::string& private_folder) {
  return private_folder + "/runs";
}

std::string NamesPath(const std::string& run_folder) {
  return run_folder + "/names";
}

bool PutNames(const std::string& path, const std::vector<std::string>& names,
              FileWriter* files) {
  JsonValue::List list;
  for (const std::string& name : names) {
    // A name in another encoding cannot be kept as text.
    list.emplace_back(Canonical(name) ? name : std::string());
  }
  return files->Put(path, *Canonical(std::move(list)), kOwnerFile);
}

std::vector<std::string> ReadNames(const std::string& run_folder) {
  std::vector<std::string> names;
  const auto bytes = ReadBytes(NamesPath(run_folder), kMaxNames);
  const auto list = bytes ? ParseJson(*bytes) : std::nullopt;
  if (!list || list->list() == nullptr) return names;
  for (const JsonValue& name : *list->list()) {
    names.push_back(name.text() == nullptr ? "" : *name.text());
  }
  return names;
}

void RemoveAll(const std::string& path) {
  std::error_code ignored;
  fs::remove_all(path, ignored);
}

}  // namespace

// A name that is its own stays as it was typed. Behind ".", ".." and a symlink
// is another, and what is put beside them could lie in the log.
std::string PrivateFolderOf(const std::string& log_folder) {
  std::string folder = log_folder;
  while (folder.size() > 1 && folder.back() == '/') folder.pop_back();
  const fs::path name = fs::path(folder).filename();
  std::error_code error;
  if (name.empty() || name == "." || name == ".." ||
      fs::is_symlink(folder, error)) {
    const fs::path absolute = fs::absolute(folder, error);
    if (!error) folder = fs::weakly_canonical(absolute, error).string();
    while (folder.size() > 1 && folder.back() == '/') folder.pop_back();
  }
  return folder + std::string(kPrivateEnding);
}

bool OpenPrivateFolder(const std::string& folder, FileOps* ops,
                       IssueList* issues) {
  FileWriter files(ops);
  struct stat status {};
  const bool fresh = stat(folder.c_str(), &status) != 0;
  if (fresh && files.MakeFolders(folder, kOwnerFolder) && files.SyncFolders() &&
      // What is in it must not get into a repository by accident.
      files.Put(folder + "/.gitignore", "*\n", kOwnerFile)) {
    return true;
  }
  if (fresh) {
    issues->Error("L104.cannot-write-log", nullptr, {}, {files.error()});
    return false;
  }
  if ((status.st_mode & kOthers) == 0 && S_ISDIR(status.st_mode)) return true;
  issues->Error("L117.open-to-others", nullptr, {}, {folder});
  return false;
}

std::string RunFolder(const std::string& private_folder, std::uint64_t run) {
  return fmt::format("{}/{:012}", RunsFolder(private_folder), run);
}

std::string InputPath(const std::string& run_folder, std::size_t submission) {
  return fmt::format("{}/inputs/{:06}", run_folder, submission);
}

std::string SaltsPath(const std::string& run_folder) {
  return run_folder + "/salts";
}

std::vector<std::uint64_t> StoredRuns(const std::string& private_folder) {
  std::vector<std::uint64_t> runs;
  std::error_code error;
  for (const auto& entry :
       fs::directory_iterator(RunsFolder(private_folder), error)) {
    std::string name = entry.path().filename().string();
    name.erase(0, std::min(name.find_first_not_of('0'), name.size() - 1));
    if (const auto run = ReadSize(name)) runs.push_back(*run);
  }
  std::ranges::sort(runs);
  return runs;
}

void DropUnknownRuns(const std::string& private_folder, std::uint64_t size) {
  for (const std::uint64_t run : StoredRuns(private_folder)) {
    if (run >= size) RemoveAll(RunFolder(private_folder, run));
  }
}

PrivateRun::PrivateRun(std::string private_folder, FileOps* ops)
    : folder_(std::move(private_folder)),
      stage_(RunsFolder(folder_) + "/next" + std::string(kTemporaryEnding)),
      files_(ops) {
  RemoveAll(stage_);
}

PrivateRun::~PrivateRun() {
  if (salts_ >= 0) close(salts_);
  RemoveAll(stage_);
  if (!sealed_.empty()) RemoveAll(sealed_);
}

bool PrivateRun::AddInput(std::string name, int fd, StoredInput* input,
                          std::string* why) {
  input->path = InputPath(stage_, names_.size());
  names_.push_back(std::move(name));
  if (!files_.MakeFolders(stage_ + "/inputs", kOwnerFolder)) return false;
  const int to = files_.ops()->Create(input->path, kOwnerFile);
  if (to < 0) return files_.Fail(input->path);
  input->salt = RandomSalt();
  HmacStream hmac(input->salt);
  std::array<char, kBuffer> buffer;
  bool written = true;
  ssize_t count = 0;
  while (written && (count = read(fd, buffer.data(), buffer.size())) != 0) {
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) break;
    const std::string_view bytes(buffer.data(),
                                 static_cast<std::size_t>(count));
    hmac.Add(bytes);
    input->bytes += bytes.size();
    written = files_.ops()->Write(to, bytes);
  }
  if (count < 0) *why = SystemWords(errno);
  input->readable = count == 0;
  input->commit = hmac.Finish();
  written = written && files_.ops()->Sync(to);
  const int fault = errno;
  const bool closed = files_.ops()->Close(to);
  if (!written) errno = fault;
  return (written && closed) || files_.Fail(input->path);
}

void PrivateRun::SkipInput(std::string name) {
  names_.push_back(std::move(name));
}

bool PrivateRun::AddSalt(const Salt& salt) {
  buffer_ += BytesOf(salt);
  return buffer_.size() < kBuffer || FlushSalts();
}

bool PrivateRun::FlushSalts() {
  const std::string path = SaltsPath(stage_);
  if (salts_ < 0) {
    if (!files_.MakeFolders(stage_, kOwnerFolder)) return false;
    salts_ = files_.ops()->Create(path, kOwnerFile);
    if (salts_ < 0) return files_.Fail(path);
  }
  if (!files_.ops()->Write(salts_, buffer_)) return files_.Fail(path);
  buffer_.clear();
  return true;
}

bool PrivateRun::Seal(std::uint64_t run) {
  if (!FlushSalts()) return false;
  const bool synced = files_.ops()->Sync(salts_);
  const bool closed = files_.ops()->Close(salts_);
  salts_ = -1;
  if (!synced || !closed) return files_.Fail(SaltsPath(stage_));
  if (!PutNames(NamesPath(stage_), names_, &files_) || !files_.SyncFolders()) {
    return false;
  }
  const std::string target = RunFolder(folder_, run);
  RemoveAll(target);
  if (!files_.Move(stage_, target)) return false;
  sealed_ = target;
  return files_.SyncFolders();
}

const std::string& StoredRun::Salts() const {
  if (!salts_) {
    salts_ = ReadBytes(SaltsPath(folder_), kMaxSalts).value_or("");
  }
  return *salts_;
}

std::optional<Salt> StoredRun::SaltOf(std::uint64_t index) const {
  const std::string& salts = Salts();
  const std::uint64_t slot = index - run_;
  if (index < run_ || slot >= salts.size() / kSaltSize) return std::nullopt;
  Salt salt;
  std::memcpy(salt.data(), salts.data() + slot * kSaltSize, kSaltSize);
  if (salt == kNoSalt) return std::nullopt;
  return salt;
}

// A note about what was cut off may stand before the run's own entry.
std::optional<StoredRun> FindStoredRun(const std::string& private_folder,
                                       std::uint64_t run) {
  for (const std::uint64_t first :
       {run, run - std::min<std::uint64_t>(run, 1)}) {
    StoredRun stored(private_folder, first);
    if (stored.exists()) return stored;
  }
  return std::nullopt;
}

bool DropName(const std::string& run_folder, std::size_t submission,
              FileWriter* files) {
  std::vector<std::string> names = ReadNames(run_folder);
  if (submission >= names.size() || names[submission].empty()) return true;
  names[submission].clear();
  return PutNames(NamesPath(run_folder), names, files) && files->SyncFolders();
}

std::vector<std::string> StoredRun::Names() const { return ReadNames(folder_); }

}  // namespace sigte::audit
