// SPDX-License-Identifier: MPL-2.0

// Blocks of whole lines from a file descriptor. Knows no encoding but the byte
// order mark, and no format but the line break.
#include "engine/read/line_reader.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "engine/base/byte_order_mark.h"
#include "engine/base/system_words.h"
#include "engine/read/json_reader.h"

namespace sigte {
namespace {

constexpr std::size_t kLongestStep = 64 * 1024;

// By find, which looks at many bytes at a time; std::count does not.
std::size_t CountBreaks(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = text.find('\n'); at != std::string_view::npos;
       at = text.find('\n', at + 1)) {
    ++count;
  }
  return count;
}

}  // namespace

LineReader::LineReader(int fd, std::size_t block_size, std::size_t max_line)
    : fd_(fd),
      block_size_(std::max<std::size_t>(kByteOrderMark.size() + 1,
                                        std::min(block_size, max_line))),
      max_line_(max_line) {}

LineReader::Result LineReader::Next(LineBlock* block) {
  block->size = 0;
  block->first_line = next_line_;
  block->sequence = sequence_;
  if (block->bytes.size() < block_size_ + kReadPadding) {
    block->bytes.resize(block_size_ + kReadPadding);
  }
  Append(rest_, block);
  rest_.clear();
  if (!FillTo(block_size_, block)) return Result::kError;
  if (block->first_line == 1 && sequence_ == 0) DropByteOrderMark(block);
  if (block->size == 0) return Result::kEnd;
  std::size_t break_at = block->text().rfind('\n');
  while (break_at == std::string_view::npos && !at_end_ &&
         block->size <= max_line_) {
    // Only what is new is looked at: the line may be the whole file.
    const std::size_t from = block->size;
    if (!FillTo(from + Step(), block)) return Result::kError;
    break_at = block->text().substr(from).rfind('\n');
    if (break_at != std::string_view::npos) break_at += from;
  }
  ++sequence_;
  if (!returns_end_lines_) returns_end_lines_ = false;
  const std::size_t first_end = std::min(block->text().find('\n'), block->size);
  if (first_end > max_line_) return SkipLine(first_end, block);
  KeepWholeLines(break_at, block);
  return Result::kBlock;
}

std::size_t LineReader::Step() const {
  return std::min(block_size_, kLongestStep);
}

void LineReader::Append(std::string_view bytes, LineBlock* block) {
  const std::size_t needed = block->size + bytes.size() + kReadPadding;
  if (block->bytes.size() < needed) {
    block->bytes.resize(std::max(needed, block->bytes.size() * 3 / 2));
  }
  bytes.copy(block->bytes.data() + block->size, bytes.size());
  block->size += bytes.size();
}

// Reads until `*block` holds `size` bytes or the stream ends.
bool LineReader::FillTo(std::size_t size, LineBlock* block) {
  std::size_t from = block->size;
  if (!ReadTo(size, block)) return false;
  // Those at the end were left until it was known what follows.
  while (from > 0 && block->bytes[from - 1] == '\r') --from;
  BreakAtReturns(from, block);
  return true;
}

// Nothing behind knows another break than "\n"; the places stay.
void LineReader::BreakAtReturns(std::size_t from, LineBlock* block) {
  const std::string_view text = block->text();
  for (std::size_t at = text.find('\r', from); at != text.npos;
       at = text.find('\r', at)) {
    const std::size_t end =
        std::min(text.find_first_not_of('\r', at), text.size());
    if (end == text.size() && !at_end_) return;
    const bool is_break = end == text.size() || text[end] != '\n';
    if (is_break && EndsLine(text, at)) {
      std::ranges::fill(block->bytes.begin() + static_cast<std::ptrdiff_t>(at),
                        block->bytes.begin() + static_cast<std::ptrdiff_t>(end),
                        '\n');
    }
    at = end;
  }
}

// Whether the '\r' at `at` does, with no '\n' behind it: where the first line
// ends so, or between two records. Elsewhere JSON has it for a blank, or for a
// fault within a string.
bool LineReader::EndsLine(std::string_view text, std::size_t at) {
  const std::size_t last = text.find_last_not_of(" \t\r", at);
  if (!returns_end_lines_) {
    returns_end_lines_ = text.substr(0, at).find('\n') == text.npos &&
                         (last == text.npos || std::string_view("{}[]").find(
                                                   text[last]) != text.npos);
  }
  return *returns_end_lines_ || (at > 0 && text[at - 1] == '}' &&
                                 at + 1 < text.size() && text[at + 1] == '{');
}

bool LineReader::ReadTo(std::size_t size, LineBlock* block) {
  if (block->bytes.size() < size + kReadPadding) {
    block->bytes.resize(
        std::max(size + kReadPadding, block->bytes.size() * 3 / 2));
  }
  while (!at_end_ && block->size < size) {
    const ssize_t got =
        read(fd_, block->bytes.data() + block->size, size - block->size);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) {
      error_ = SystemText(errno);
      return false;
    }
    at_end_ = got == 0;
    block->size += static_cast<std::size_t>(got);
    bytes_read_ += static_cast<std::uint64_t>(got);
  }
  return true;
}

void LineReader::DropByteOrderMark(LineBlock* block) {
  had_byte_order_mark_ = block->text().starts_with(kByteOrderMark);
  if (!had_byte_order_mark_) return;
  block->size -= kByteOrderMark.size();
  std::memmove(block->bytes.data(), block->bytes.data() + kByteOrderMark.size(),
               block->size);
}

// What follows the last line break waits for the next block, unless the stream
// has ended: then it is the last line.
void LineReader::KeepWholeLines(std::size_t break_at, LineBlock* block) {
  const std::string_view text = block->text();
  next_line_ += CountBreaks(text);
  if (break_at == std::string_view::npos || at_end_) return;
  rest_.assign(text.substr(break_at + 1));
  block->size = break_at + 1;
}

// Leaves out the line that `*block` begins with; its end may still be unread.
LineReader::Result LineReader::SkipLine(std::size_t line_end,
                                        LineBlock* block) {
  while (line_end == block->size && !at_end_) {
    // A return at the end may be a break: it is known with what follows.
    const bool returns = block->bytes[block->size - 1] == '\r';
    block->bytes.front() = '\r';
    block->size = returns ? 1 : 0;
    if (!FillTo(Step(), block)) return Result::kError;
    line_end = std::min(block->text().find('\n'), block->size);
  }
  if (line_end < block->size) rest_.assign(block->text().substr(line_end + 1));
  block->size = 0;
  ++next_line_;
  return Result::kLineTooLong;
}

bool NextLine(std::string_view text, std::size_t* offset,
              std::string_view* line) {
  if (*offset >= text.size()) return false;
  const std::size_t end = std::min(text.find('\n', *offset), text.size());
  *line = text.substr(*offset, end - *offset);
  if (line->ends_with('\r')) line->remove_suffix(1);
  *offset = std::min(end + 1, text.size());
  return true;
}

std::string_view TakeLine(std::string_view* text) {
  std::size_t offset = 0;
  std::string_view line;
  while (NextLine(*text, &offset, &line)) {
    if (line.find_first_not_of(" \t\r") != std::string_view::npos) break;
    line = {};
  }
  text->remove_prefix(offset);
  return line;
}

}  // namespace sigte
