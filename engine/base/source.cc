// SPDX-License-Identifier: MPL-2.0

// Lines and columns of a text. The only place that turns bytes into columns.
#include "engine/base/source.h"

#include <algorithm>
#include <utility>

#include "engine/base/utf8.h"

namespace sigte {
namespace {

// A place within a letter is the letter's place.
std::size_t LetterStart(std::string_view text, std::size_t line_start,
                        std::size_t offset) {
  std::size_t start = offset;
  while (start > line_start && offset - start < 3 && start < text.size() &&
         IsContinuation(text[start])) {
    --start;
  }
  return start;
}

}  // namespace

Source::Source(std::string name, std::string text, std::size_t first_line)
    : name_(std::move(name)), text_(std::move(text)), first_line_(first_line) {}

Source::Source(std::string name, std::string text, std::string path)
    : name_(std::move(name)), text_(std::move(text)), path_(std::move(path)) {}

Place Source::PlaceOf(std::size_t offset) const {
  IndexLines();
  offset = std::min(offset, text_.size());
  const auto after = std::ranges::upper_bound(line_starts_, offset);
  const std::size_t start = *(after - 1);
  const std::size_t letter = LetterStart(text_, start, offset);
  const auto line = static_cast<std::size_t>(after - line_starts_.begin());
  return {line + first_line_ - 1,
          1 + CountCodePoints(text().substr(start, letter - start))};
}

std::string_view Source::LineAt(std::size_t offset) const {
  IndexLines();
  offset = std::min(offset, text_.size());
  const auto after = std::ranges::upper_bound(line_starts_, offset);
  const std::size_t start = *(after - 1);
  std::size_t end = text_.find('\n', start);
  if (end == std::string::npos) end = text_.size();
  if (end > start && text_[end - 1] == '\r') --end;
  return text().substr(start, end - start);
}

void Source::IndexLines() const {
  if (!line_starts_.empty()) return;
  line_starts_.push_back(0);
  for (std::size_t at = text_.find('\n'); at != std::string::npos;
       at = text_.find('\n', at + 1)) {
    line_starts_.push_back(at + 1);
  }
}

}  // namespace sigte
