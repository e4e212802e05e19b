// SPDX-License-Identifier: MPL-2.0

// Most texts can be quoted as they are: sixteen bytes are looked at together.
#include "engine/base/json_text.h"

#include <array>

#include "engine/base/byte_block.h"
#include "engine/base/utf8.h"

namespace sigte {
namespace {

constexpr std::array<std::string_view, 0x20> kControls = {
    "\\u0000", "\\u0001", "\\u0002", "\\u0003", "\\u0004", "\\u0005", "\\u0006",
    "\\u0007", "\\b",     "\\t",     "\\n",     "\\u000b", "\\f",     "\\r",
    "\\u000e", "\\u000f", "\\u0010", "\\u0011", "\\u0012", "\\u0013", "\\u0014",
    "\\u0015", "\\u0016", "\\u0017", "\\u0018", "\\u0019", "\\u001a", "\\u001b",
    "\\u001c", "\\u001d", "\\u001e", "\\u001f"};

unsigned char ByteAt(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

// Bytes of the letter beyond ASCII that begins at `at`; 0 where none does.
std::size_t LetterSize(std::string_view text, std::size_t at) {
  const unsigned char lead = ByteAt(text, at);
  if (lead >= 0xC2 && lead < 0xE0 && at + 1 < text.size() &&
      (ByteAt(text, at + 1) & 0xC0U) == 0x80U) {
    return 2;
  }
  std::size_t end = at;
  NextCodePoint(text, &end);
  return end - at > 1 ? end - at : 0;
}

}  // namespace

std::size_t FindUnquotable(std::string_view text, std::size_t at) {
  while (true) {
    at = FindFirst(text, at,
                   [](const ByteBlock& block) { return block.Unplain(); });
    if (at == text.size() || ByteAt(text, at) < 0x80) return at;
    const std::size_t size = LetterSize(text, at);
    if (size == 0) return at;
    at += size;
  }
}

std::string_view QuotedForm(char c) {
  const auto byte = static_cast<unsigned char>(c);
  if (byte < kControls.size()) return kControls[byte];
  if (c == '"') return "\\\"";
  return c == '\\' ? "\\\\" : "\xEF\xBF\xBD";
}

}  // namespace sigte
