// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <cstring>

#include "engine/text/folding.h"
#include "engine/text/patterns.h"

/// What stands beside a string where its pattern matches, as far as a few
/// folded bytes tell. Nine occurrences of ten fail this test, which reads
/// nothing but the text; the whole one (matcher.h) reads words and phrases.
namespace sigte {

struct Surroundings {
  enum class End : std::uint8_t {
    kAnything,
    kPartEnds,    ///< the word or the part before a hyphen ends there
    kEndingFits,  ///< an ending or nothing follows
    kWordGoesOn,
  };

  // Four bytes as they lie in memory: those up to the string's begin, and those
  // from the end of its word on. Where a mask's bits are 0, anything may stand.
  std::uint32_t before = 0;
  std::uint32_t before_mask = 0;
  std::uint32_t after = 0;
  std::uint32_t after_mask = 0;
  End end = End::kAnything;
  bool ends_at_hyphen = true;  ///< what comes after may begin at a hyphen
};

/// Of a pattern of one word.
Surroundings SurroundingsOf(PatternKind kind);
/// Of a phrase's anchor.
Surroundings SurroundingsOf(const Phrase& phrase);

/// False where the pattern cannot match with its string at [begin, end) of the
/// folded `text`. `longest_ending` is in bytes.
inline bool MayMatch(const Surroundings& wanted, const FoldedText& text,
                     std::uint32_t begin, std::uint32_t end,
                     std::size_t longest_ending) {
  // Where a hyphen divides a word, no blank shows it.
  const bool has_soft_parts = text.part_count() != text.word_count();
  const std::string_view bytes = text.bytes();
  const bool word_ends = bytes[end] == ' ';
  using End = Surroundings::End;
  if (wanted.end == End::kPartEnds) {
    if (!word_ends && !has_soft_parts) return false;
  } else if (wanted.end == End::kEndingFits) {
    const bool fits = word_ends || has_soft_parts ||
                      bytes.substr(end, longest_ending + 1).find(' ') !=
                          std::string_view::npos;
    if (!fits) return false;
  } else if (wanted.end == End::kWordGoesOn) {
    if (word_ends) return false;
  }
  if (wanted.before_mask != 0) {
    if (begin == 0) return false;
    if (begin >= 4 && bytes[begin - 1] == ' ') {
      std::uint32_t found;
      std::memcpy(&found, bytes.data() + begin - 4, 4);
      if ((found & wanted.before_mask) != wanted.before) return false;
    }
  }
  if (wanted.after_mask != 0 && (word_ends || !wanted.ends_at_hyphen)) {
    std::uint32_t found;  // FoldedText::bytes() has room behind it
    std::memcpy(&found, bytes.data() + bytes.find(' ', end), 4);
    if ((found & wanted.after_mask) != wanted.after) return false;
  }
  return true;
}

}  // namespace sigte
