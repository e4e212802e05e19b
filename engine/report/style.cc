// SPDX-License-Identifier: MPL-2.0

// Terminal text: padding and wrapping by display width.

#include "engine/report/style.h"

#include <algorithm>

#include "engine/base/utf8.h"

namespace sigte {
namespace {

std::string_view CodeOf(Ink ink) {
  switch (ink) {
    case Ink::kPlain: return "";
    case Ink::kBold: return "\x1b[1m";
    case Ink::kDim: return "\x1b[2m";
    case Ink::kRed: return "\x1b[31m";
    case Ink::kYellow: return "\x1b[33m";
    case Ink::kGreen: return "\x1b[32m";
    case Ink::kBlue: return "\x1b[34m";
  }
  return "";
}

std::string Blanks(std::string_view text, std::size_t width) {
  const std::size_t used = DisplayWidth(text);
  return std::string(used < width ? width - used : 0, ' ');
}

// Columns that `word` takes; colours take none.
std::size_t VisibleWidth(std::string_view word) {
  std::size_t width = DisplayWidth(word);
  for (std::size_t at = word.find("\x1b["); at != std::string_view::npos;
       at = word.find("\x1b[", at + 1)) {
    const std::size_t end = word.find('m', at);
    if (end == std::string_view::npos) break;
    width -= DisplayWidth(word.substr(at, end + 1 - at));
  }
  return width;
}

bool IsBlank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

// The next word of `text` from `*offset` on; empty at the end.
std::string_view NextWord(std::string_view text, std::size_t* offset) {
  while (*offset < text.size() && IsBlank(text[*offset])) ++*offset;
  const std::size_t begin = *offset;
  while (*offset < text.size() && !IsBlank(text[*offset])) ++*offset;
  return text.substr(begin, *offset - begin);
}

}  // namespace

std::string Inked(std::string_view text, Ink ink, bool color) {
  if (!color || ink == Ink::kPlain) return std::string(text);
  std::string out(CodeOf(ink));
  out += text;
  out += "\x1b[0m";
  return out;
}

std::string PadRight(std::string_view text, std::size_t width) {
  return std::string(text) + Blanks(text, width);
}

std::string PadLeft(std::string_view text, std::size_t width) {
  return Blanks(text, width) + std::string(text);
}

std::string Fitted(std::string_view text, std::size_t width) {
  if (DisplayWidth(text) <= width) return std::string(text);
  if (width == 0) return {};
  std::size_t kept = 0;
  std::size_t used = 1;  // the "…"
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    NextCodePoint(text, &at);
    used += DisplayWidth(text.substr(begin, at - begin));
    if (used > width) break;
    kept = at;
  }
  while (kept > 0 && text[kept - 1] == ' ') --kept;
  return std::string(text.substr(0, kept)) + "…";
}

std::string Wrapped(std::string_view text, std::size_t indent,
                    std::size_t width) {
  std::string out;
  std::size_t used = 0;
  std::size_t offset = 0;
  for (std::string_view word = NextWord(text, &offset); !word.empty();
       word = NextWord(text, &offset)) {
    const std::size_t size = VisibleWidth(word);
    if (used > indent && used + 1 + size > width) {
      out += '\n';
      used = 0;
    }
    if (used == 0) {
      out.append(indent, ' ');
      used = indent;
    } else {
      out += ' ';
      ++used;
    }
    out += word;
    used += size;
  }
  if (!out.empty()) out += '\n';
  return out;
}

std::string Indented(std::string_view lines, std::size_t indent) {
  std::string out;
  std::size_t begin = 0;
  while (begin < lines.size()) {
    const std::size_t end = std::min(lines.find('\n', begin), lines.size());
    if (end > begin) out.append(indent, ' ');
    out += lines.substr(begin, end - begin);
    out += '\n';
    begin = end + 1;
  }
  return out;
}

}  // namespace sigte
