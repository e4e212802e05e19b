// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/base/json_text.h"

/// Writes JSON (RFC 8259) at the end of a string: no tree, no allocation
/// beyond the string's own. Commas are put by the writer; the caller balances
/// Begin and End and gives a Key before each value of an object.
namespace sigte {

class JsonWriter {
 public:
  /// Appends to `out`, which must outlive the writer. Compact output.
  explicit JsonWriter(std::string* out,
                      JsonEscapes escapes = JsonEscapes::kUnprintable)
      : out_(out), escapes_(escapes) {}

  void BeginObject() { Open('{'); }
  void EndObject() { Close('}'); }
  void BeginArray() { Open('['); }
  void EndArray() { Close(']'); }

  void Key(std::string_view key);      ///< escaped as a String
  void String(std::string_view text);  ///< escaped; invalid UTF-8 → U+FFFD
  void Int(std::int64_t value);
  void Bool(bool value);
  void Null();
  /// `json` is a whole JSON value already.
  void Raw(std::string_view json);

 private:
  void Open(char c);
  void Close(char c);
  void Separate();

  std::string* out_;
  JsonEscapes escapes_;
  bool needs_comma_ = false;
};

/// `text` as a JSON string.
std::string JsonText(std::string_view text);

}  // namespace sigte
