// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/text/folding.h"

/// What may stand in the lists of a language file: asked where a file is read,
/// which knows the place, and again where a lexicon is built.
namespace sigte {

/// Whether `letter` is one letter and `value` what it can fold to: small
/// letters without accents, and digits.
bool IsFolding(std::string_view letter, std::string_view value);

/// Whether `text` is one word once it is folded.
bool IsOneWord(const Folder& folder, std::string_view text);

/// A word of Language::undivided.
struct OpenWord {
  std::string folded;
  bool is_open = false;  ///< it had a star before it
};

/// Nothing where `text` is not one word, with no star but one before it.
std::optional<OpenWord> ReadOpenWord(const Folder& folder,
                                     std::string_view text);

}  // namespace sigte
