// SPDX-License-Identifier: MPL-2.0

// Reads files and folders whole. Knows no format.
#include "engine/base/file_set.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include "engine/base/digest.h"
#include "engine/base/messages.h"
#include "engine/base/system_words.h"

namespace sigte {
namespace {

namespace fs = std::filesystem;

// What is larger was not meant to be read whole.
constexpr std::size_t kLargestFile = std::size_t{1} << 30;
constexpr std::size_t kReadStep = 64 * 1024;
constexpr int kDeepestFolder = 32;

class [[nodiscard]] OpenFile {
 public:
  explicit OpenFile(const std::string& path)
      : fd_(open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  ~OpenFile() {
    if (fd_ >= 0) close(fd_);
  }
  int fd() const { return fd_; }

 private:
  int fd_;
};

// One more than a file holds, so that its end is seen without more room. What
// is no file, or grows meanwhile, takes more as it comes.
std::size_t RoomFor(int fd) {
  struct stat status = {};
  if (fstat(fd, &status) != 0 || !S_ISREG(status.st_mode)) return kReadStep;
  const auto size = static_cast<std::size_t>(status.st_size);
  return std::min(size, kLargestFile) + 1;
}

// 0, or the system's number of what went wrong.
int ReadAll(int fd, std::string* bytes) {
  std::size_t used = 0;
  bytes->resize(RoomFor(fd));
  while (true) {
    if (used > kLargestFile) return EFBIG;
    if (bytes->size() == used) {
      bytes->resize(std::max(used + kReadStep, 2 * bytes->size()));
    }
    const ssize_t got = read(fd, bytes->data() + used, bytes->size() - used);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return errno;
    if (got == 0) break;
    used += static_cast<std::size_t>(got);
  }
  bytes->resize(used);
  return 0;
}

bool NameIs(const std::unique_ptr<Source>& file, std::string_view name) {
  return file->name() < name;
}

bool IsHidden(const fs::path& path) {
  return path.filename().native().starts_with('.');
}

// One line as the tool sha256sum writes it, escapes in odd names included.
std::string DigestLine(const Source& file) {
  std::string name;
  for (const char c : file.name()) {
    if (c == '\\') {
      name += "\\\\";
    } else if (c == '\n') {
      name += "\\n";
    } else {
      name.push_back(c);
    }
  }
  const bool escaped = name != file.name();
  return (escaped ? "\\" : "") + Sha256Hex(file.text()) + "  " + name + "\n";
}

// As ReadFile. Only the system knows whether a pipe ever ends: it is not
// opened.
std::optional<std::string> ReadRegularFile(const fs::directory_entry& entry,
                                           std::string* why) {
  std::error_code error;
  const fs::file_type type = entry.status(error).type();
  if (type == fs::file_type::regular || type == fs::file_type::not_found ||
      type == fs::file_type::none || type == fs::file_type::directory) {
    return ReadFile(entry.path().string(), why);
  }
  *why = Message(SystemLanguage(), "base.no-regular-file");
  return std::nullopt;
}

// Adds the file at `entry` to `files`; false with `*why` when it is not to be
// read.
bool AddFile(const fs::path& folder, const fs::directory_entry& entry,
             FileSet* files, std::string* why) {
  const std::string path = entry.path().string();
  std::optional<std::string> text = ReadRegularFile(entry, why);
  if (!text) {
    *why = "'" + path + "': " + *why;
    return false;
  }
  files->Add(entry.path().lexically_relative(folder).generic_string(),
             *std::move(text), path);
  return true;
}

}  // namespace

void FileSet::Add(std::string name, std::string text, std::string path) {
  const auto at = std::lower_bound(files_.begin(), files_.end(),
                                   std::string_view(name), NameIs);
  const bool replaces = at != files_.end() && (*at)->name() == name;
  auto file = std::make_unique<Source>(std::move(name), std::move(text),
                                       std::move(path));
  if (replaces) {
    *at = std::move(file);
  } else {
    files_.insert(at, std::move(file));
  }
}

const Source* FileSet::Find(std::string_view name) const {
  const auto at = std::lower_bound(files_.begin(), files_.end(), name, NameIs);
  return at != files_.end() && (*at)->name() == name ? at->get() : nullptr;
}

std::string FileSet::Digest() const {
  std::string lines;
  for (const auto& file : files_) lines += DigestLine(*file);
  return Sha256Hex(lines);
}

std::optional<std::string> ReadFile(const std::string& path, std::string* why) {
  const OpenFile file(path);
  std::string bytes;
  const int fault = file.fd() < 0 ? errno : ReadAll(file.fd(), &bytes);
  if (fault != 0) {
    *why = SystemWords(fault);
    return std::nullopt;
  }
  return bytes;
}

std::optional<FileSet> ReadFolder(
    const std::string& folder,
    const std::function<bool(std::string_view)>& is_wanted, std::string* why) {
  FileSet files;
  std::error_code fault;
  fs::recursive_directory_iterator it(folder, fault);
  for (; !fault && it != fs::recursive_directory_iterator();
       it.increment(fault)) {
    std::error_code unreadable;
    const bool is_folder = it->is_directory(unreadable);
    if (is_folder && (IsHidden(it->path()) || it.depth() >= kDeepestFolder)) {
      it.disable_recursion_pending();
      if (IsHidden(it->path())) continue;
    }
    // A folder that is called as a file is hides the one that was meant.
    if (is_folder && !it->path().has_extension()) continue;
    if (!is_wanted(it->path().filename().native())) continue;
    if (!AddFile(folder, *it, &files, why)) return std::nullopt;
  }
  if (fault) {
    *why = "'" + folder + "': " + SystemWords(fault);
    return std::nullopt;
  }
  return files;
}

}  // namespace sigte
