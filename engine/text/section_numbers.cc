// SPDX-License-Identifier: MPL-2.0

// Numbers of provisions, and the ranges between them.

#include "engine/text/section_numbers.h"

#include "engine/base/ascii.h"

namespace sigte {
namespace {

bool IsLetter(char c) { return c >= 'a' && c <= 'z'; }

}  // namespace

std::string SectionNumber::ToString() const {
  std::string text = std::to_string(number);
  if (letter != '\0') text += letter;
  return text;
}

bool ReadNumber(std::string_view word, SectionNumber* number) {
  std::size_t digits = 0;
  int value = 0;
  while (digits < word.size() && digits < 5 && IsDigit(word[digits])) {
    value = 10 * value + (word[digits++] - '0');
  }
  if (digits == 0 || digits > 4 || value == 0) return false;
  const std::string_view rest = word.substr(digits);
  if (!rest.empty() && !IsLetterSuffix(rest)) return false;
  *number = {value, rest.empty() ? '\0' : rest.front()};
  return true;
}

bool IsLetterSuffix(std::string_view word) {
  return word.size() == 1 && IsLetter(word.front());
}

std::vector<std::string> Range(SectionNumber first, SectionNumber last) {
  std::vector<std::string> numbers = {first.ToString()};
  SectionNumber at = first;
  const bool by_letter = first.number == last.number;
  while (numbers.size() < kMaxInRange) {
    if (by_letter) {
      at.letter = at.letter == '\0' ? 'a' : static_cast<char>(at.letter + 1);
      if (at.letter >= last.letter) break;
    } else {
      at = {at.number + 1, '\0'};
      const bool before_last = at.number < last.number ||
                               (at.number == last.number && last.letter != 0);
      if (!before_last) break;
    }
    numbers.push_back(at.ToString());
  }
  const bool too_many = numbers.size() == kMaxInRange;
  const bool backwards =
      by_letter ? last.letter <= first.letter : last.number < first.number;
  if (too_many || backwards) numbers.resize(1);
  if (last.ToString() != first.ToString()) numbers.push_back(last.ToString());
  return numbers;
}

}  // namespace sigte
