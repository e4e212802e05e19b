// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <string_view>

#include "engine/base/ascii.h"

/// The tokens of JSON (RFC 8259), shared by the fast walk and the one that
/// looks for faults.
namespace sigte {

/// The deepest nesting of arrays and objects that is read.
inline constexpr std::size_t kMaxJsonDepth = 256;

inline bool IsJsonBlank(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/// The offset after the longest number at `text[begin]`, or npos where none
/// begins there (`-`, `1.` and `1e` are none).
inline std::size_t JsonNumberEnd(std::string_view text, std::size_t begin) {
  std::size_t at = begin;
  const auto is = [&](char c) { return at < text.size() && text[at] == c; };
  const auto digits = [&] {
    const std::size_t from = at;
    while (at < text.size() && IsDigit(text[at])) ++at;
    return at > from;
  };
  if (is('-')) ++at;
  if (is('0')) {
    ++at;
  } else if (!digits()) {
    return std::string_view::npos;
  }
  if (is('.')) {
    ++at;
    if (!digits()) return std::string_view::npos;
  }
  if (is('e') || is('E')) {
    ++at;
    if (is('+') || is('-')) ++at;
    if (!digits()) return std::string_view::npos;
  }
  return at;
}

/// Writes what `quoted` (a string without its quotes, UTF-8) stands for at
/// `out`, which has room for quoted.size() bytes. Gives the size written, or
/// npos when an escape is none or half of a surrogate pair.
std::size_t UnescapeJson(std::string_view quoted, char* out);

}  // namespace sigte
