// SPDX-License-Identifier: MPL-2.0

#include "engine/base/text_edits.h"

#include <utf8proc.h>

#include "engine/base/utf8.h"

namespace sigte {

void ReplaceAll(std::string_view from, std::string_view to, std::string* text) {
  for (std::size_t at = text->find(from); at != std::string::npos;
       at = text->find(from, at + to.size())) {
    text->replace(at, from.size(), to);
  }
}

std::string Capitalized(std::string_view text) {
  if (text.empty()) return {};
  std::size_t rest = 0;
  const auto first = static_cast<utf8proc_int32_t>(NextCodePoint(text, &rest));
  const utf8proc_int32_t capital = utf8proc_toupper(first);
  if (capital == first) return std::string(text);
  std::string out;
  AppendUtf8(static_cast<char32_t>(capital), &out);
  return out.append(text.substr(rest));
}

}  // namespace sigte
