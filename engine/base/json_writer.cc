// SPDX-License-Identifier: MPL-2.0

// JSON text, written once and left to right.
#include "engine/base/json_writer.h"

#include <array>
#include <charconv>
#include <cstddef>

namespace sigte {

void JsonWriter::Key(std::string_view key) {
  String(key);
  out_->push_back(':');
  needs_comma_ = false;
}

void JsonWriter::String(std::string_view text) {
  Separate();
  out_->push_back('"');
  std::size_t done = 0;
  while (true) {
    const std::size_t at = FindUnquotable(text, done, escapes_);
    out_->append(text.substr(done, at - done));
    if (at == text.size()) break;
    const QuotedForm form = QuotedFormAt(text, at);
    out_->append(form.text());
    done = at + form.taken;
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

std::string JsonText(std::string_view text) {
  std::string out;
  JsonWriter(&out).String(text);
  return out;
}

}  // namespace sigte
