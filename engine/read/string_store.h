// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sigte {

/// Bytes that are only ever added to. The first few megabytes lie in memory;
/// with more, all lie in a temporary file and some blocks of it in memory.
class SpilledBytes {
 public:
  SpilledBytes() = default;
  ~SpilledBytes();
  SpilledBytes(const SpilledBytes&) = delete;
  SpilledBytes& operator=(const SpilledBytes&) = delete;

  /// False when the temporary file fails: `error()` says why.
  bool Append(std::string_view bytes);
  /// Replaces `*out` by `size` bytes from `offset` on, all within size().
  bool Read(std::uint64_t offset, std::size_t size, std::string* out);

  std::uint64_t size() const { return size_; }
  const std::string& error() const { return error_; }

 private:
  struct Block {
    std::uint64_t number = ~std::uint64_t{0};
    std::string bytes;
  };

  bool Flush();
  const std::string* BlockAt(std::uint64_t number);
  bool Failed();

  int fd_ = -1;
  std::uint64_t size_ = 0;
  std::uint64_t written_ = 0;  // of size_, in the file
  std::string tail_;           // behind written_
  std::vector<Block> blocks_;  // of the file, by number modulo their count
  std::string error_;
};

/// A list of texts of any size in bounded memory.
class StringStore {
 public:
  bool Append(std::string_view text);
  /// Replaces `*out` by text `index`, which must be less than size().
  bool Get(std::uint64_t index, std::string* out);

  std::uint64_t size() const { return ends_.size() / sizeof(std::uint64_t); }
  const std::string& error() const {
    return bytes_.error().empty() ? ends_.error() : bytes_.error();
  }

 private:
  bool EndOf(std::uint64_t index, std::uint64_t* end);

  SpilledBytes bytes_;
  SpilledBytes ends_;  // of each text in bytes_, 64 bits each
  std::string room_;
};

}  // namespace sigte
