// SPDX-License-Identifier: MPL-2.0

// What does not fit in memory waits on disk.

#include "engine/report/spool.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "engine/base/system_words.h"
#include "engine/base/temp_file.h"

namespace sigte {
namespace {

constexpr std::size_t kInMemory = 1024 * 1024;

}  // namespace

std::optional<Issue> FormatWriter::fault() const {
  if (error().empty()) return std::nullopt;
  IssueList issues;
  issues.Error("F112.cannot-keep", nullptr, {}, {error()});
  return issues.issues().front();
}

Spool::~Spool() {
  if (fd_ >= 0) close(fd_);
}

bool Spool::Fail() {
  error_ = SystemWords(errno);
  return false;
}

bool Spool::Add(std::string_view bytes) {
  if (!error_.empty()) return false;
  buffer_.append(bytes);
  size_ += bytes.size();
  return buffer_.size() < kInMemory || Flush();
}

bool Spool::Flush() {
  if (fd_ < 0) {
    fd_ = OpenTempFile(&error_);
    if (fd_ < 0) return false;
  }
  std::string_view left = buffer_;
  while (!left.empty()) {
    const ssize_t written =
        pwrite(fd_, left.data(), left.size(), static_cast<off_t>(on_disk_));
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return Fail();
    on_disk_ += static_cast<std::uint64_t>(written);
    left.remove_prefix(static_cast<std::size_t>(written));
  }
  buffer_.clear();
  return true;
}

bool Spool::CopyTo(const Sink& sink) {
  if (!error_.empty()) return false;
  std::array<char, 64 * 1024> piece;
  for (std::uint64_t at = 0; at < on_disk_;) {
    const auto wanted = static_cast<std::size_t>(
        std::min<std::uint64_t>(piece.size(), on_disk_ - at));
    const ssize_t count =
        pread(fd_, piece.data(), wanted, static_cast<off_t>(at));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return Fail();
    const auto got = static_cast<std::size_t>(count);
    if (!sink({piece.data(), got})) return false;
    at += got;
  }
  return buffer_.empty() || sink(buffer_);
}

bool Spool::Clear() {
  buffer_.clear();
  size_ = on_disk_ = 0;
  if (fd_ >= 0 && ftruncate(fd_, 0) != 0) return Fail();
  return true;
}

}  // namespace sigte
