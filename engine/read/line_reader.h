// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/issue.h"

namespace sigte {

/// The longest line of a stream, and the longest document: one may stand on one
/// line, and is held whole. In bytes.
inline constexpr std::size_t kMaxLine = 16UL * 1024 * 1024;
inline constexpr std::size_t kMaxDocument = 1024UL * 1024 * 1024;

/// A block of whole lines of a stream, with kReadPadding bytes behind it.
struct LineBlock {
  std::string bytes;           ///< the lines, then padding
  std::size_t size = 0;        ///< without the padding
  std::size_t first_line = 1;  ///< number of its first line
  std::uint64_t sequence = 0;  ///< 0, 1, 2 …: the order in the stream
  std::string_view text() const { return {bytes.data(), size}; }
};

/// Cuts a file descriptor's bytes into blocks of whole lines of about
/// `block_size` bytes; one line longer than that makes a longer block, up to
/// `max_line` bytes. A UTF-8 BOM at the beginning is dropped. A carriage return
/// that ends lines by itself is given as the line feed that it stands for.
class LineReader {
 public:
  /// Borrows `fd`; the caller closes it.
  explicit LineReader(int fd, std::size_t block_size = 256 * 1024,
                      std::size_t max_line = kMaxLine);

  enum class Result : std::uint8_t { kBlock, kEnd, kError, kLineTooLong };
  /// Fills `*block` (reusing its room). kError: `error()` says why.
  /// kLineTooLong skips that line; `block->first_line` is its number.
  Result Next(LineBlock* block);
  /// Before the first Next: `bytes` were read from the descriptor already.
  void Begin(std::string_view bytes) {
    rest_.assign(bytes);
    bytes_read_ += bytes.size();
  }
  const LocalText& error() const { return error_; }
  std::uint64_t bytes_read() const { return bytes_read_; }
  /// Whether a byte order mark was dropped; known from the first Next on.
  bool had_byte_order_mark() const { return had_byte_order_mark_; }

 private:
  std::size_t Step() const;
  static void Append(std::string_view bytes, LineBlock* block);
  bool FillTo(std::size_t size, LineBlock* block);
  bool ReadTo(std::size_t size, LineBlock* block);
  void BreakAtReturns(std::size_t from, LineBlock* block);
  bool EndsLine(std::string_view text, std::size_t at);
  void DropByteOrderMark(LineBlock* block);
  void KeepWholeLines(std::size_t break_at, LineBlock* block);
  Result SkipLine(std::size_t line_end, LineBlock* block);

  int fd_;
  std::size_t block_size_;
  std::size_t max_line_;
  std::string rest_;
  std::size_t next_line_ = 1;
  std::uint64_t sequence_ = 0;
  std::uint64_t bytes_read_ = 0;
  bool at_end_ = false;
  std::optional<bool> returns_end_lines_;  // told by the first break
  bool had_byte_order_mark_ = false;
  LocalText error_;
};

/// The next line of `text` from `*offset` on, without its line break (a "\r"
/// before it included); moves `*offset` past it. False at the end.
bool NextLine(std::string_view text, std::size_t* offset,
              std::string_view* line);

/// The first line of `*text` with more than blanks, or nothing; moves `*text`
/// past it.
std::string_view TakeLine(std::string_view* text);

}  // namespace sigte
