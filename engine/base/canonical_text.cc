// SPDX-License-Identifier: MPL-2.0

// Texts that read the same become the same bytes.

#include "engine/base/canonical_text.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>

#include "engine/base/blank.h"
#include "engine/base/utf8.h"

namespace sigte {
namespace {

constexpr std::string_view kSoftHyphen = "\u00AD";

bool IsLineBreak(char32_t c) {
  return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool IsAscii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return (c & 0x80) == 0; });
}

// Without one a mark may follow its letter, and bytes that are no UTF-8 may
// make another one, which goes too.
std::string WithoutSoftHyphens(std::string_view text) {
  std::string out;
  for (const char c : text) {
    out += c;
    if (out.ends_with(kSoftHyphen)) out.resize(out.size() - kSoftHyphen.size());
  }
  return out;
}

std::string Composed(std::string text) {
  if (IsAscii(text)) return text;
  std::string_view rest = text;
  std::string out;
  while (!rest.empty()) {
    const std::size_t good = std::min(FindInvalidUtf8(rest), rest.size());
    AppendComposed(rest.substr(0, good), &out);
    out += rest.substr(good, 1);
    rest.remove_prefix(std::min(good + 1, rest.size()));
  }
  return out;
}

}  // namespace

std::string CanonicalText(std::string_view text) {
  const std::string composed = Composed(WithoutSoftHyphens(text));
  std::string out;
  bool blank = false;
  bool line_break = false;
  for (std::size_t at = 0; at < composed.size();) {
    const std::size_t begin = at;
    const char32_t c = NextCodePoint(composed, &at);
    if (IsBlank(c)) {
      blank = true;
      line_break |= IsLineBreak(c);
      continue;
    }
    if (blank && !out.empty()) out.push_back(line_break ? '\n' : ' ');
    blank = line_break = false;
    out.append(composed, begin, at - begin);
  }
  return out;
}

void AppendComposed(std::string_view text, std::string* out) {
  utf8proc_uint8_t* made = nullptr;
  const utf8proc_ssize_t size = utf8proc_map(
      reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
      static_cast<utf8proc_ssize_t>(text.size()), &made,
      static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  if (size >= 0) {
    out->append(reinterpret_cast<const char*>(made),
                static_cast<std::size_t>(size));
  } else {
    out->append(text);
  }
  std::free(made);
}

}  // namespace sigte
