// SPDX-License-Identifier: MPL-2.0

// Lines and columns from byte offsets, and string offsets through escapes.

#include "engine/decide/places.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

#include "engine/base/ascii.h"
#include "engine/base/byte_block.h"
#include "engine/base/utf8.h"
#include "engine/decide/cell_places.h"

namespace sigte {
namespace {

constexpr std::size_t kLineBefore = 60;  // code points of a cut line
constexpr std::size_t kLineAfter = 100;
constexpr std::string_view kCut = "…";
constexpr std::uint64_t kEach = 0x0101010101010101U;  // byte
constexpr std::size_t kStretch = 64;  // bytes, of Places::Letters

std::size_t StepBack(std::string_view text, std::size_t from,
                     std::size_t letters) {
  while (from > 0 && letters > 0) {
    --from;
    if (!IsContinuation(text[from])) --letters;
  }
  return from;
}

std::size_t StepOn(std::string_view text, std::size_t from,
                   std::size_t letters) {
  while (from < text.size()) {
    if (!IsContinuation(text[from]) && letters-- == 0) break;
    ++from;
  }
  return from;
}

int HexNumber(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 16 + HexValue(c);
  return value;
}

struct Escape {
  std::size_t raw;   // bytes in the document
  std::size_t text;  // bytes in the unescaped text
};

Escape ReadEscape(std::string_view raw) {
  if (raw.size() < 6 || raw[1] != 'u') return {2, 1};
  const int unit = HexNumber(raw.substr(2, 4));
  if (unit < 0x80) return {6, 1};
  if (unit < 0x800) return {6, 2};
  if (unit >= 0xD800 && unit < 0xDC00) return {12, 4};
  return {6, 3};
}

// Walks along `raw` (a string's inside) and its text side by side, as long as
// `before` says so of the two offsets.
struct Offsets {
  std::size_t raw = 0;
  std::size_t text = 0;
};
template <typename Before>
Offsets Walk(std::string_view raw, Before before) {
  Offsets at;
  while (at.raw < raw.size() && before(at)) {
    const Escape step =
        raw[at.raw] == '\\' ? ReadEscape(raw.substr(at.raw)) : Escape{1, 1};
    at.raw += step.raw;
    at.text += step.text;
  }
  return at;
}

// The offset in `raw` of byte `target` of its text.
std::size_t RawOffset(std::string_view raw, std::size_t target) {
  const Offsets at =
      Walk(raw, [=](const Offsets& o) { return o.text < target; });
  return std::min(at.raw, raw.size());
}

// A bit for each of at most kStretch bytes: whether it continues a code point.
std::uint64_t ContinuationsOf(std::string_view bytes) {
  std::array<char, kStretch> copy{};
  if (bytes.size() < kStretch) {
    std::memcpy(copy.data(), bytes.data(), bytes.size());
    bytes = {copy.data(), kStretch};
  }
  std::uint64_t bits = 0;
  for (std::size_t at = 0; at < kStretch; at += ByteBlock::kSize) {
    const ByteBlock block(bytes.data() + at);
    bits |= std::uint64_t{block.Continuations()} << at;
  }
  return bits;
}

}  // namespace

std::size_t CountLetters(std::string_view text) {
  const std::size_t blocks = text.size() - text.size() % ByteBlock::kSize;
  std::size_t others = CountContinuations(text.data(), blocks);
  std::size_t at = blocks;
  // Eight bytes together: continuations have bit 7 but not bit 6.
  if (at + 8 <= text.size()) {
    std::uint64_t bytes;
    std::memcpy(&bytes, text.data() + at, 8);
    const std::uint64_t found = (bytes >> 7) & ~(bytes >> 6) & kEach;
    others += static_cast<std::size_t>((found * kEach) >> 56);  // their sum
    at += 8;
  }
  for (; at < text.size(); ++at) others += IsContinuation(text[at]) ? 1U : 0U;
  return text.size() - others;
}

void ShowLine(std::string_view line, Span caret, Location* location) {
  const std::size_t begin = StepBack(line, caret.begin, kLineBefore);
  const std::size_t end = StepOn(line, caret.begin, kLineAfter);
  std::string& out = location->line;
  out.clear();
  if (begin > 0) out += kCut;
  const std::size_t shift = out.size();
  out.append(line.substr(begin, end - begin));
  location->caret = {caret.begin - begin + shift,
                     std::min(caret.end, end) - begin + shift};
  if (end < line.size()) out += kCut;
}

std::size_t TextOffset(std::string_view raw, std::size_t target) {
  return Walk(raw, [=](const Offsets& o) { return o.raw < target; }).text;
}

void Places::Turn(std::string_view text, const RecordOrigin& origin) {
  row_ = origin.row;
  input_ = origin.input;
  const bool same = text.data() == text_.data() &&
                    text.size() == text_.size() && origin.file == file_ &&
                    origin.first_line == first_line_;
  if (same) return;
  text_ = text;
  file_.assign(origin.file);
  first_line_ = origin.first_line;
  starts_.clear();
  letters_.clear();
}

void Places::IndexLines() {
  starts_.push_back(0);
  const char* const begin = text_.data();
  const char* const end = begin + text_.size();
  const char* at = begin;
  while (at != end) {
    const void* found =
        std::memchr(at, '\n', static_cast<std::size_t>(end - at));
    if (found == nullptr) return;
    at = static_cast<const char*>(found) + 1;
    starts_.push_back(static_cast<std::size_t>(at - begin));
  }
}

std::size_t Places::LineIndexOf(std::size_t offset) {
  if (offset == 0) return 0;
  if (starts_.empty()) IndexLines();
  if (starts_.size() == 1) return 0;
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  return static_cast<std::size_t>(after - starts_.begin()) - 1;
}

std::size_t Places::LineOf(std::size_t offset) {
  if (row_ != nullptr) return row_->row;
  return first_line_ + LineIndexOf(offset);
}

void Places::IndexLetters() {
  std::size_t before = 0;
  for (std::size_t at = 0; at <= text_.size(); at += kStretch) {
    const std::string_view bytes = text_.substr(at, kStretch);
    const std::uint64_t continued = ContinuationsOf(bytes);
    letters_.push_back({continued, before});
    before += kStretch - static_cast<std::size_t>(std::popcount(continued));
  }
}

std::size_t Places::LettersBefore(std::size_t offset) {
  if (offset == 0) return 0;
  if (letters_.empty()) IndexLetters();
  const auto& [continued, before] = letters_[offset / kStretch];
  const std::size_t within = offset % kStretch;
  const std::uint64_t bits = continued & ((std::uint64_t{1} << within) - 1);
  return before + within - static_cast<std::size_t>(std::popcount(bits));
}

std::size_t Places::ColumnOf(std::size_t offset) {
  const std::size_t line = LineIndexOf(offset);
  const std::size_t start = line == 0 ? 0 : starts_[line];
  return 1 + LettersBefore(offset) - LettersBefore(start);
}

RunPlace Places::RecordAt(std::size_t offset) {
  const std::size_t column = row_ != nullptr ? 1 : ColumnOf(offset);
  return {input_, static_cast<std::uint32_t>(LineOf(offset)),
          static_cast<std::uint32_t>(column)};
}

void Places::Locate(Span span, Location* location) {
  if (row_ != nullptr) {
    LocateInRow(*row_, text_, span, location);
    return;
  }
  location->sheet.clear();
  location->cell.clear();
  location->heading.clear();
  if (starts_.empty()) IndexLines();
  const std::size_t begin = std::min(span.begin, text_.size());
  const std::size_t line = LineIndexOf(begin);
  const std::size_t start = starts_[line];
  std::size_t end =
      line + 1 < starts_.size() ? starts_[line + 1] - 1 : text_.size();
  if (end > start && text_[end - 1] == '\r') --end;
  const std::size_t stop = std::clamp(span.end, begin, std::max(begin, end));
  const std::size_t letters = LettersBefore(begin);
  location->place = {first_line_ + line, 1 + letters - LettersBefore(start)};
  location->end_column = location->place.column + LettersBefore(stop) - letters;
  if (shows_lines_) {
    ShowLine(text_.substr(start, std::max(begin, end) - start),
             {begin - start, stop - start}, location);
  } else {
    location->line.clear();
    location->caret = {};
  }
}

Span SpanInString(const Document& document, const Node& node, Span part) {
  if (node.end < node.begin + 2) return {node.begin, node.end};
  const std::size_t inside = node.begin + 1;
  const std::string_view raw =
      document.text().substr(inside, node.end - node.begin - 2);
  if (raw.size() == node.text.size()) {
    return {inside + part.begin, inside + part.end};
  }
  return {inside + RawOffset(raw, part.begin),
          inside + RawOffset(raw, part.end)};
}

}  // namespace sigte
