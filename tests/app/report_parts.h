// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>

/// Parts of the English report, so that a test compares what it is about.
namespace sigte {

/// The line that begins with `beginning`, without its break; empty: none.
inline std::string LineOf(const std::string& text,
                          const std::string& beginning) {
  std::size_t at = text.find("\n" + beginning);
  if (text.rfind(beginning, 0) == 0) {
    at = 0;
  } else if (at == std::string::npos) {
    return "";
  } else {
    ++at;
  }
  return text.substr(at, text.find('\n', at) - at);
}

/// What stands under `heading`, up to the next heading or the end.
inline std::string Section(const std::string& text,
                           const std::string& heading) {
  const std::string start = "\n" + heading + "\n\n";
  const std::size_t at = text.find(start);
  if (at == std::string::npos) return "";
  const std::size_t begin = at + start.size();
  std::size_t end = begin;
  while (true) {
    end = text.find("\n\n", end);
    if (end == std::string::npos) return text.substr(begin);
    // A heading begins a line and has a blank line behind it; so does the last
    // line of all, the totals.
    const std::size_t line_end = text.find('\n', end + 2);
    const bool heading_follows = line_end == std::string::npos ||
                                 line_end + 1 == text.size() ||
                                 text[line_end + 1] == '\n';
    if (heading_follows) return text.substr(begin, end + 1 - begin);
    ++end;
  }
}

}  // namespace sigte
