// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/folding.h"

/// The patterns of terms and triggers, folded and taken apart.
namespace sigte {

enum class PatternKind : std::uint8_t {
  kWord,     ///< a whole word, with an ending or none
  kExact,    ///< a whole word as it stands
  kHead,     ///< a word that begins so and goes on
  kTail,     ///< a word that ends so, with an ending or none
  kPart,     ///< a word that has it anywhere
  kAcronym,  ///< a whole word in the letter case as written
  kPhrase,   ///< several of the above, told by stars
};

/// One word of a phrase.
struct Element {
  std::string text;         ///< folded
  bool open_left = false;   ///< '*' before it: the word may begin otherwise
  bool open_right = false;  ///< '*' after it: the word may go on
  std::uint32_t skip = 0;   ///< words that may stand before it ("..")
};

struct Phrase {
  std::vector<Element> elements;
  /// The element that is looked for; the others are compared where it stands.
  std::size_t anchor = 0;
};

inline constexpr std::uint32_t kSkippedWords = 4;
inline constexpr std::size_t kMaxElements = 16;
inline constexpr std::size_t kMaxGaps = 3;
inline constexpr std::size_t kMaxPatternBytes = 400;

enum class PatternFault : std::uint8_t {
  kNone,
  kEmpty,       ///< nothing is left of it after folding
  kStarInside,  ///< '*' in the middle of a word, or alone
  kGapAtEnd,    ///< ".." first, last, twice in a row or not between blanks
  kComma,       ///< a comma and a blank: several patterns in one
  kTooLong,
};

/// Reads a phrase: words, '*' at their ends, "..".
PatternFault ReadPhrase(const Folder& folder, std::string_view text,
                        Phrase* phrase);

/// What a pattern of one word is as an element, for comparing patterns.
struct Coverage {
  Element element;
  bool endings = false;  ///< may have endings
};
Coverage CoverageOf(PatternKind kind, std::string_view folded);

/// Whether every word that `narrow` matches is matched by `wide`.
bool Covers(const Element& wide, const Coverage& narrow);

/// Whether every stretch of words that `narrow` matches is one that `wide`
/// matches.
bool Covers(const Phrase& wide, const Phrase& narrow);

/// The letters of `text` as a string of 'A' (upper case), 'a' and '0'.
std::string LetterCases(std::string_view text);
/// Whether `text` has the letter cases `cases`; without allocation.
bool HasLetterCases(std::string_view text, std::string_view cases);

}  // namespace sigte
