// SPDX-License-Identifier: MPL-2.0

// The window of a line that is shown, and where its caret stands.
#include "engine/base/caret.h"

#include <algorithm>

#include "engine/base/utf8.h"

namespace sigte {
namespace {

constexpr std::size_t kGutter = 5;  // columns for the line number
// Of a long line only so many bytes are looked at for each column that is
// shown: enough for letters of four bytes.
constexpr std::size_t kBytesPerColumn = 4;

std::size_t NumberWidth(std::size_t line_number) {
  return std::max(kGutter, std::to_string(line_number).size());
}

std::string Gutter(std::string_view number, std::size_t width) {
  return std::string(width - number.size(), ' ') + std::string(number) + " ";
}

// Part of a line as it is shown, and whether something is left out of it.
struct Cut {
  std::string shown;
  bool is_cut = false;
};

// The first letters of `text` that fit in `columns`.
Cut Front(std::string_view text, std::size_t columns) {
  std::size_t size = std::min(text.size(), kBytesPerColumn * columns);
  const bool far = size < text.size();
  // A letter has three more bytes at most.
  for (int i = 0; far && i < 3 && size > 0 && IsContinuation(text[size]); ++i) {
    --size;
  }
  const std::string shown = Printable(text.substr(0, size));
  std::size_t offset = 0;
  std::size_t used = 0;
  while (offset < shown.size()) {
    std::size_t next = offset;
    NextCodePoint(shown, &next);
    used += DisplayWidth(std::string_view(shown).substr(offset, next - offset));
    if (used > columns) break;
    offset = next;
  }
  return {shown.substr(0, offset), far || offset < shown.size()};
}

// The last letters of `text` that fit in `columns`.
Cut Back(std::string_view text, std::size_t columns) {
  const std::size_t looked_at = kBytesPerColumn * columns;
  std::size_t start = text.size() > looked_at ? text.size() - looked_at : 0;
  const bool far = start > 0;
  while (far && start < text.size() && IsContinuation(text[start])) ++start;
  const std::string shown = Printable(text.substr(start));
  std::size_t offset = 0;
  while (DisplayWidth(std::string_view(shown).substr(offset)) > columns) {
    NextCodePoint(shown, &offset);
  }
  return {shown.substr(offset), far || offset > 0};
}

// What is shown of a line: before the marked stretch, the stretch, and after.
struct Window {
  std::string before;
  std::string marked;
  std::string after;
};

Window CutAround(std::string_view before, std::string_view marked,
                 std::string_view after, std::size_t columns) {
  const Cut left = Back(before, columns / 2);
  std::size_t room = columns - DisplayWidth(left.shown);
  const Cut middle = Front(marked, room);
  room -= DisplayWidth(middle.shown);
  Cut right{"", true};
  if (!middle.is_cut) right = Front(after, room);
  return {(left.is_cut ? "…" : "") + left.shown, middle.shown,
          right.shown + (right.is_cut ? "…" : "")};
}

Window WindowOf(std::string_view line, Span span, std::size_t columns) {
  const std::size_t begin = std::min(span.begin, line.size());
  const std::size_t end = std::clamp(span.end, begin, line.size());
  const std::string_view before = line.substr(0, begin);
  const std::string_view marked = line.substr(begin, end - begin);
  const std::string_view after = line.substr(end);
  if (line.size() <= kBytesPerColumn * columns &&
      DisplayWidth(Printable(line)) <= columns) {
    return {Printable(before), Printable(marked), Printable(after)};
  }
  return CutAround(before, marked, after, columns);
}

}  // namespace

std::size_t CaretGutter(std::size_t line_number) {
  return NumberWidth(line_number) + 1;
}

std::string CaretLines(const Source& source, Span span, std::size_t columns,
                       std::span<const Redaction> hidden) {
  const std::string_view line = source.LineAt(span.begin);
  const auto start =
      static_cast<std::size_t>(line.data() - source.text().data());
  const Span within{span.begin - std::min(start, span.begin),
                    span.end - std::min(start, span.end)};
  return CaretLines(Hidden(std::string(line), hidden),
                    source.PlaceOf(span.begin).line, within, columns);
}

std::string CaretLines(std::string_view line, std::size_t line_number,
                       Span span, std::size_t columns) {
  const Window window =
      WindowOf(line, span, std::max(columns, kFewestLineColumns));
  const std::size_t width = NumberWidth(line_number);
  const std::string shown = window.before + window.marked + window.after;
  const std::size_t marked =
      std::max<std::size_t>(1, DisplayWidth(window.marked));
  return Gutter(std::to_string(line_number), width) +
         (shown.empty() ? "|" : "| ") + shown + "\n" + Gutter("", width) +
         "| " + std::string(DisplayWidth(window.before), ' ') + "^" +
         std::string(marked - 1, '~') + "\n";
}

}  // namespace sigte
