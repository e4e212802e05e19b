// SPDX-License-Identifier: MPL-2.0

// JSON text, written once and left to right.
#include "engine/base/json_writer.h"

#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "engine/base/utf8.h"

namespace sigte {
namespace {

constexpr std::string_view kReplacementUtf8 = "\xEF\xBF\xBD";

bool NeedsEscape(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}

void AppendEscape(char c, std::string* out) {
  constexpr std::string_view kHex = "0123456789abcdef";
  switch (c) {
    case '"': *out += "\\\""; return;
    case '\\': *out += "\\\\"; return;
    case '\b': *out += "\\b"; return;
    case '\f': *out += "\\f"; return;
    case '\n': *out += "\\n"; return;
    case '\r': *out += "\\r"; return;
    case '\t': *out += "\\t"; return;
    default:
      *out += "\\u00";
      out->push_back(kHex[static_cast<unsigned char>(c) >> 4]);
      out->push_back(kHex[static_cast<unsigned char>(c) & 15]);
  }
}

// The high bit of each byte of `bytes` that is less than `limit` (at most 128),
// and perhaps of bytes above one that is: enough to tell whether there is one.
constexpr std::uint64_t AnyBelow(std::uint64_t bytes, std::uint64_t limit) {
  constexpr std::uint64_t kEach = 0x0101010101010101U;
  return (bytes - kEach * limit) & ~bytes & (kEach * 0x80);
}

// The first byte from `at` on that needs an escape, or the size. Most texts
// have none: eight bytes are looked at together.
std::size_t FindEscape(std::string_view text, std::size_t at) {
  constexpr std::uint64_t kEach = 0x0101010101010101U;
  while (at + 8 <= text.size()) {
    std::uint64_t bytes;
    std::memcpy(&bytes, text.data() + at, 8);
    const std::uint64_t found = AnyBelow(bytes, 0x20) |
                                AnyBelow(bytes ^ (kEach * '"'), 1) |
                                AnyBelow(bytes ^ (kEach * '\\'), 1);
    if (found != 0) break;
    at += 8;
  }
  while (at < text.size() && !NeedsEscape(text[at])) ++at;
  return at;
}

// `text` is UTF-8; whole stretches without escapes go over at once.
void AppendEscaped(std::string_view text, std::string* out) {
  std::size_t done = 0;
  while (true) {
    const std::size_t at = FindEscape(text, done);
    out->append(text.substr(done, at - done));
    if (at == text.size()) return;
    AppendEscape(text[at], out);
    done = at + 1;
  }
}

}  // namespace

void JsonWriter::Key(std::string_view key) {
  Separate();
  out_->push_back('"');
  out_->append(key);
  out_->append("\":");
  needs_comma_ = false;
}

void JsonWriter::String(std::string_view text) {
  Separate();
  out_->push_back('"');
  while (true) {
    const std::size_t bad = FindInvalidUtf8(text);
    AppendEscaped(text.substr(0, bad), out_);
    if (bad == std::string_view::npos) break;
    out_->append(kReplacementUtf8);
    text.remove_prefix(bad + 1);
  }
  out_->push_back('"');
}

void JsonWriter::Int(std::int64_t value) {
  Separate();
  std::array<char, 24> digits;
  const auto end =
      std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  out_->append(digits.data(), end);
}

void JsonWriter::Bool(bool value) { Raw(value ? "true" : "false"); }

void JsonWriter::Null() { Raw("null"); }

void JsonWriter::Raw(std::string_view json) {
  Separate();
  out_->append(json);
}

void JsonWriter::Open(char c) {
  Separate();
  out_->push_back(c);
  needs_comma_ = false;
}

void JsonWriter::Close(char c) {
  out_->push_back(c);
  needs_comma_ = true;
}

void JsonWriter::Separate() {
  if (needs_comma_) out_->push_back(',');
  needs_comma_ = true;
}

}  // namespace sigte
