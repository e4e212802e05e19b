// SPDX-License-Identifier: MPL-2.0

#include "engine/base/spelled.h"

#include <fmt/format.h>

#include "engine/base/unprintable.h"
#include "engine/base/utf8.h"

namespace sigte {

std::string CodePointName(char32_t code_point) {
  return fmt::format("U+{:04X}", static_cast<unsigned>(code_point));
}

std::string Spelled(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t c = NextCodePoint(text, &offset);
    if (c == '\r' && text.substr(offset).starts_with('\n')) continue;
    if (c == '\t' || c == '\n') {
      out.push_back(' ');
    } else if (IsControl(c) || SteersLayout(c) || IsUnseen(c)) {
      out += "<" + CodePointName(c) + ">";
    } else {
      AppendUtf8(c, &out);
    }
  }
  return out;
}

}  // namespace sigte
