// SPDX-License-Identifier: MPL-2.0

#include "engine/app/terminal_size.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <string_view>

#include "engine/base/caret.h"

namespace sigte {
namespace {

constexpr std::size_t kNarrowestTerminal = 20;
constexpr std::size_t kWidestTerminal = 400;
// Number, bar and blanks before a line, and "…" on both its sides.
constexpr std::size_t kAroundLine = 10;

std::size_t ColumnsVariable() {
  const char* value = std::getenv("COLUMNS");
  if (value == nullptr) return 0;
  const std::string_view text(value);
  std::size_t columns = 0;
  const auto [stop, error] =
      std::from_chars(text.data(), text.data() + text.size(), columns);
  const bool whole = stop == text.data() + text.size();
  return error == std::errc() && whole ? columns : 0;
}

std::size_t ColumnsOfTerminal(int fd) {
  winsize size{};
  return ioctl(fd, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

}  // namespace

TerminalSize SizeOf(int fd) {
  std::size_t columns = 0;
  if (fd == STDOUT_FILENO || fd == STDERR_FILENO) columns = ColumnsVariable();
  if (columns == 0) columns = ColumnsOfTerminal(fd);
  if (columns == 0) return {};
  return {std::clamp(columns, kNarrowestTerminal, kWidestTerminal), true};
}

std::size_t LineColumns(const TerminalSize& size, std::size_t indent) {
  if (!size.known) return kUsualLineColumns;
  const std::size_t taken = std::min(size.width, indent + kAroundLine);
  return std::max(size.width - taken, kFewestLineColumns);
}

}  // namespace sigte
