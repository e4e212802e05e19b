// JSON text, written once and left to right.
#include "engine/base/json_writer.h"

#include <array>
#include <charconv>
#include <cstddef>

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

// `text` is UTF-8; whole stretches without escapes go over at once.
void AppendEscaped(std::string_view text, std::string* out) {
  std::size_t done = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!NeedsEscape(text[i])) continue;
    out->append(text.substr(done, i - done));
    AppendEscape(text[i], out);
    done = i + 1;
  }
  out->append(text.substr(done));
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
