// SPDX-License-Identifier: MPL-2.0

// Escapes in JSON strings.
#include "engine/read/json_token.h"

#include <algorithm>
#include <cstring>
#include <string>

#include "engine/base/json_text.h"
#include "engine/base/utf8.h"

namespace sigte {

std::size_t UnescapeJson(std::string_view quoted, char* out) {
  char* end = out;
  std::size_t at = 0;
  std::string letter;  // at most four bytes: never leaves its own room
  while (true) {
    const std::size_t backslash =
        std::min(quoted.find('\\', at), quoted.size());
    std::memcpy(end, quoted.data() + at, backslash - at);
    end += backslash - at;
    if (backslash == quoted.size()) return static_cast<std::size_t>(end - out);
    const JsonEscape escape = ReadJsonEscape(quoted, backslash);
    if (escape.taken == 0 || escape.is_half()) return std::string_view::npos;
    at = backslash + escape.taken;
    letter.clear();
    AppendUtf8(escape.letter, &letter);
    end = std::copy(letter.begin(), letter.end(), end);
  }
}

}  // namespace sigte
