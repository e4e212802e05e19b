// SPDX-License-Identifier: MPL-2.0

// The library writes to a name, not to a descriptor; where the bytes go from
// there is Output's to decide.

#include "engine/app/workbook_output.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <filesystem>
#include <system_error>

#include "engine/base/system_words.h"

namespace sigte {
namespace {

namespace fs = std::filesystem;

/// A folder of our own, so that nobody else chooses the name in it.
class ScratchFolder {
 public:
  ScratchFolder() {
    std::error_code error;
    const fs::path base = fs::temp_directory_path(error);
    path_ = ((error ? fs::path("/tmp") : base) / "sigte-XXXXXX").string();
    if (mkdtemp(path_.data()) == nullptr) {
      why_ = SystemWords(errno);
      path_.clear();
    }
  }
  ~ScratchFolder() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  const std::string& path() const { return path_; }  ///< empty: there is none
  const std::string& why() const { return why_; }

 private:
  std::string path_;
  std::string why_;
};

bool Copy(const std::string& path,
          const std::function<bool(std::string_view)>& sink, std::string* why) {
  constexpr std::size_t kPiece = 64 * 1024;
  const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) {
    *why = SystemWords(errno);
    return false;
  }
  std::array<char, kPiece> piece;
  ssize_t count = 0;
  bool taken = true;
  while (taken && (count = read(fd, piece.data(), piece.size())) > 0) {
    taken = sink({piece.data(), static_cast<std::size_t>(count)});
  }
  if (count < 0) *why = SystemWords(errno);
  close(fd);
  return taken && count == 0;
}

}  // namespace

bool SendWorkbook(const WriteWorkbook& write,
                  const std::function<bool(std::string_view)>& sink,
                  std::string* why) {
  const ScratchFolder scratch;
  if (scratch.path().empty()) {
    *why = scratch.why();
    return false;
  }
  const std::string path = scratch.path() + "/workbook.xlsx";
  return write(path, scratch.path(), why) && Copy(path, sink, why);
}

bool SendWorkbook(const WriteWorkbook& write, Output* output,
                  std::string* why) {
  const auto sink = [&](std::string_view bytes) {
    return output->Write(bytes);
  };
  if (SendWorkbook(write, sink, why)) return true;
  if (why->empty()) *why = output->error();
  return false;
}

}  // namespace sigte
