// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>
#include <string_view>
#include <vector>

/// The numbers of sections, chapters and subsections: "18", "79a".
namespace sigte {

/// A canonical number: one to four digits, then at most one letter.
struct SectionNumber {
  int number = 0;
  char letter = '\0';

  std::string ToString() const;
};

/// Reads a folded word; false when it is no number.
bool ReadNumber(std::string_view word, SectionNumber* number);

/// Whether `word` is a single letter that can follow a number.
bool IsLetterSuffix(std::string_view word);

inline constexpr std::size_t kMaxInRange = 20;

/// The numbers from `first` to `last`, both included: by letter where the
/// digits are equal, else by number. Both ends alone when there are more than
/// kMaxInRange or `last` comes first.
std::vector<std::string> Range(SectionNumber first, SectionNumber last);

}  // namespace sigte
