// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>

namespace sigte {

/// How wide what is written may be.
struct TerminalSize {
  std::size_t width = 100;  ///< columns
  bool known = false;       ///< false: no terminal; nobody's lines are broken
};

/// Of standard output or error: COLUMNS where it holds a number, else what the
/// terminal says. Of other files and of pipes: the usual width. Between 20 and
/// 400, whatever is said.
TerminalSize SizeOf(int fd);

/// What can be shown of a source line that stands `indent` columns from the
/// left, with its number before it.
std::size_t LineColumns(const TerminalSize& size, std::size_t indent);

}  // namespace sigte
