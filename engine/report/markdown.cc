// SPDX-License-Identifier: MPL-2.0

#include "engine/report/markdown.h"

#include <algorithm>

#include "engine/base/utf8.h"

namespace sigte {
namespace {

// What always means something within a line.
constexpr std::string_view kMarks = "\\`*_[]<>|~&$@";

// "www." and "://" make links of what stands around them (GFM, section 6.9).
bool StartsLink(std::string_view text, std::size_t at) {
  if (text[at] == ':') return text.substr(at, 3) == "://";
  if (text[at] != '.' || at < 3) return false;
  std::string before(text.substr(at - 3, 3));
  std::ranges::transform(before, before.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return before == "www";
}

}  // namespace

std::string MarkdownText(std::string_view text) {
  std::string flat(text);
  std::ranges::replace(flat, '\n', ' ');
  std::ranges::replace(flat, '\r', ' ');
  const std::string safe = Printable(flat);
  std::string out;
  out.reserve(safe.size());
  for (std::size_t i = 0; i < safe.size(); ++i) {
    const bool marks = kMarks.find(safe[i]) != kMarks.npos;
    if (marks || StartsLink(safe, i)) out += '\\';
    out += safe[i];
  }
  return out;
}

}  // namespace sigte
