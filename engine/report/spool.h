// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "engine/report/output_format.h"

namespace sigte {

/// Bytes that are kept until they can be written: in memory while they are few,
/// then in a temporary file.
class Spool {
 public:
  Spool() = default;
  ~Spool();
  Spool(const Spool&) = delete;
  Spool& operator=(const Spool&) = delete;

  /// False once the file cannot be written; see error().
  bool Add(std::string_view bytes);
  /// All of it, in order; it stays. False: see error(), or `sink` failed.
  bool CopyTo(const Sink& sink);
  /// Forgets what it holds; the file is used again.
  bool Clear();

  bool empty() const { return size_ == 0; }
  const std::string& error() const { return error_; }

 private:
  bool Flush();
  bool Fail();

  std::string buffer_;
  int fd_ = -1;
  std::uint64_t on_disk_ = 0;
  std::uint64_t size_ = 0;
  std::string error_;
};

}  // namespace sigte
