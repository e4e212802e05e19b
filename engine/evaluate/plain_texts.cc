// SPDX-License-Identifier: MPL-2.0

#include "engine/evaluate/plain_texts.h"

#include "engine/base/plain_text.h"

namespace sigte {

std::string_view PlainTexts::Of(std::string_view text) {
  for (std::size_t i = 0; i < known_.size(); ++i, ++last_) {
    if (last_ >= known_.size()) last_ = 0;
    const Known& known = known_[last_];
    if (known.text.data() == text.data() && known.text.size() == text.size()) {
      return known.plain;
    }
  }
  last_ = known_.size();
  std::string_view plain = text;
  if (!IsPlain(text)) plain = made_.emplace_back(PlainOf(text));
  return known_.emplace_back(Known{text, plain}).plain;
}

}  // namespace sigte
