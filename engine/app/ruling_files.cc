// SPDX-License-Identifier: MPL-2.0

#include "engine/app/ruling_files.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>

#include "engine/app/output.h"
#include "engine/base/file_set.h"
#include "engine/base/system_words.h"

namespace sigte {
namespace {

namespace fs = std::filesystem;

/// A temporary file with all of a text in it; gone unless it gets a name.
class Draft {
 public:
  Draft(const std::string& path, std::string_view text, mode_t mode)
      : name_((fs::path(path).parent_path() / ".ruling.XXXXXX").string()) {
    const int fd = mkostemp(name_.data(), O_CLOEXEC);
    if (fd < 0) {
      name_.clear();
      return;
    }
    const bool whole =
        fchmod(fd, mode) == 0 && WriteAll(fd, text) && fsync(fd) == 0;
    const int fault = errno;
    const bool closed = close(fd) == 0;
    ready_ = whole && closed;
    if (!whole) errno = fault;
  }
  ~Draft() {
    const int fault = errno;
    if (!name_.empty()) unlink(name_.c_str());
    errno = fault;
  }
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;

  bool ready() const { return ready_; }
  /// The name, which must be free.
  bool TakeName(const std::string& path) {
    if (renameat2(AT_FDCWD, name_.c_str(), AT_FDCWD, path.c_str(),
                  RENAME_NOREPLACE) == 0) {
      name_.clear();
      return true;
    }
    // File systems that do not know how: a second name, and the first goes.
    if (errno != EINVAL && errno != ENOSYS) return false;
    return link(name_.c_str(), path.c_str()) == 0;
  }
  bool Replace(const std::string& path) {
    if (rename(name_.c_str(), path.c_str()) != 0) return false;
    name_.clear();
    return true;
  }

 private:
  std::string name_;
  bool ready_ = false;
};

Written Fail(std::string* why) {
  *why = SystemWords(errno);
  return Written::kFailed;
}

}  // namespace

bool MakeFolder(const std::string& folder, std::string* why) {
  std::error_code error;
  fs::create_directories(folder, error);
  const std::string said = SystemWords(error);
  std::error_code ignored;
  if (!error || fs::is_directory(folder, ignored)) return true;
  *why = said;
  return false;
}

Written WriteNewFile(const std::string& path, std::string_view text,
                     std::string* why) {
  Draft draft(path, text, OrdinaryMode());
  if (!draft.ready()) return Fail(why);
  if (!draft.TakeName(path)) {
    return errno == EEXIST ? Written::kNotMine : Fail(why);
  }
  SyncFolderOf(path);
  return Written::kYes;
}

Written ReplaceFile(const std::string& path, std::string_view before,
                    std::string_view after, std::string* why) {
  const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return Fail(why);
  // Whoever waits here finds another file under the name afterwards.
  Written result = Written::kFailed;
  struct stat status {};
  if (flock(fd, LOCK_EX) != 0 || fstat(fd, &status) != 0) {
    result = Fail(why);
  } else if (const auto now = ReadFile(path, why); !now) {
    result = Written::kFailed;
  } else if (*now != before) {
    result = Written::kNotMine;
  } else {
    Draft draft(path, after, status.st_mode & 07777);
    result = draft.ready() && draft.Replace(path) ? Written::kYes : Fail(why);
  }
  close(fd);
  if (result == Written::kYes) SyncFolderOf(path);
  return result;
}

}  // namespace sigte
