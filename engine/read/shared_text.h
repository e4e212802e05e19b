// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>
#include <string_view>

#include "engine/read/xml_reader.h"

namespace sigte {

/// Gathers the text of an element that holds rich text (CT_Rst: si, is): what
/// stands in its t elements and in those of its runs, but no phonetic guides.
class RichText {
 public:
  void Clear() { text_.clear(); }
  void Start(std::string_view name, const XmlAttributes& attributes);
  void End(std::string_view name);
  void Add(std::string_view text) {
    if (in_text_ && !in_phonetic_) text_ += text;
  }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
  std::size_t begin_ = 0;  // of the t element's text
  bool in_text_ = false;
  bool in_phonetic_ = false;
  bool keeps_blanks_ = false;
};

/// `text` with escapes of the form _x000D_ as the characters they stand for
/// (ECMA-376 part 1, 22.9.2.19: ST_Xstring).
std::string WithoutEscapes(std::string_view text);

}  // namespace sigte
