// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <string>
#include <utility>

namespace sigte {

/// Reads lines as they come, from a terminal or a pipe: each is there as soon
/// as its line break is.
class LineInput {
 public:
  /// `beginning` is what was read of `fd` already.
  explicit LineInput(int fd, std::string beginning = {})
      : fd_(fd), buffer_(std::move(beginning)) {}

  /// The next line without its line break; false at the end. A line longer than
  /// kMax ends there, as if it were broken.
  bool Next(std::string* line);
  /// Of the last line, from 1.
  std::size_t number() const { return number_; }

  static constexpr std::size_t kMax = 1024 * 1024;

 private:
  int fd_;
  std::string buffer_;
  std::size_t number_ = 0;
  bool ended_ = false;
};

}  // namespace sigte
