// SPDX-License-Identifier: MPL-2.0

// Numbers with points and commas, of which one must not guess the meaning.
#include "engine/table/number_text.h"

#include <algorithm>
#include <optional>

#include "engine/base/ascii.h"
#include "engine/base/blank.h"
#include "engine/base/decimal.h"

namespace sigte {
namespace {

constexpr std::string_view kMinus = "\u2212";
constexpr std::string_view kEnDash = "\u2013";

// Every blank as ' ', every minus as '-'.
std::string Plain(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    if (const std::size_t size = BlankAtStart(text)) {
      out += ' ';
      text.remove_prefix(size);
    } else if (text.starts_with(kMinus)) {
      out += '-';
      text.remove_prefix(kMinus.size());
    } else {
      out += text.front();
      text.remove_prefix(1);
    }
  }
  return out;
}

bool AllDigits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, IsDigit);
}

// The digits of `text` when `group` (none: '\0') divides them in threes.
std::optional<std::string> Grouped(std::string_view text, char group) {
  if (group == '\0') {
    return AllDigits(text) ? std::optional(std::string(text)) : std::nullopt;
  }
  std::string digits;
  std::size_t at = 0;
  for (bool first = true; at <= text.size(); first = false) {
    const std::size_t end = std::min(text.find(group, at), text.size());
    const std::string_view part = text.substr(at, end - at);
    const bool fits =
        first ? part.size() <= 3 && !part.starts_with('0') : part.size() == 3;
    if (!fits || !AllDigits(part)) return std::nullopt;
    if (first && end == text.size()) return std::nullopt;
    digits += part;
    at = end + 1;
  }
  return digits;
}

// `core` read with one sign for groups and one for decimals.
std::optional<std::string> ReadWith(std::string_view core, char group,
                                    char decimal) {
  std::string_view whole = core;
  std::string_view decimals;
  if (decimal != '\0') {
    const std::size_t at = core.rfind(decimal);
    if (at == std::string_view::npos) return std::nullopt;
    whole = core.substr(0, at);
    decimals = core.substr(at + 1);
    if (!AllDigits(decimals)) return std::nullopt;
  }
  const auto digits = Grouped(whole, group);
  if (!digits) return std::nullopt;
  std::string number(
      *digits, std::min(digits->find_first_not_of('0'), digits->size() - 1));
  if (!decimals.empty()) number.append(".").append(decimals);
  const auto exact = Decimal::Parse(number);
  return exact ? exact->ToString() : number;
}

// "1250,-" and "1250.-" with any dash, and with two: no decimals.
void CutEmptyDecimals(std::string* behind) {
  if (!behind->starts_with(',') && !behind->starts_with('.')) return;
  std::size_t end = 1;
  for (bool dash = true; dash;) {
    const std::string_view rest = std::string_view(*behind).substr(end);
    dash = rest.starts_with('-') || rest.starts_with(kEnDash);
    if (dash) end += rest.starts_with('-') ? 1 : kEnDash.size();
  }
  if (end > 1) behind->erase(0, end);
}

// Accounts write "(500)" and "500-" for -500.
bool TakeAccountingSign(std::string* before, std::string* behind) {
  constexpr std::string_view kBrackets = "()";
  const std::size_t open = before->find_last_of(kBrackets);
  const std::size_t close = behind->find_first_of(kBrackets);
  if (open != std::string::npos && close != std::string::npos &&
      (*before)[open] == '(' && (*behind)[close] == ')') {
    before->erase(open, 1);
    behind->erase(close, 1);
    return true;
  }
  const bool trailing = *behind == "-" || behind->starts_with("- ");
  if (trailing) behind->erase(0, 1);
  return trailing;
}

// Grouping first: "1.250" is more often a large number.
std::vector<std::string> Readings(std::string_view core, bool negative) {
  std::vector<std::string> numbers;
  for (const char group : {'.', ',', ' ', '\'', '\0'}) {
    for (const char decimal : {'\0', ',', '.'}) {
      if (group == decimal && group != '\0') continue;
      auto number = ReadWith(core, group, decimal);
      if (!number) continue;
      if (negative && *number != "0") number->insert(0, 1, '-');
      if (std::ranges::find(numbers, *number) == numbers.end()) {
        numbers.push_back(*std::move(number));
      }
    }
  }
  return numbers;
}

}  // namespace

std::vector<std::string> NumbersIn(std::string_view text, std::string* rest) {
  const std::string plain = Plain(Trimmed(text));
  rest->clear();
  const auto first = std::ranges::find_if(plain, IsDigit);
  if (first == plain.end()) {
    *rest = plain;
    return {};
  }
  const auto begin = static_cast<std::size_t>(first - plain.begin());
  const std::size_t end = plain.find_last_of("0123456789") + 1;
  std::string before = plain.substr(0, begin);
  std::string behind = plain.substr(end);
  const bool signed_number = before.ends_with('-') || before.ends_with('+');
  bool negative = before.ends_with('-');
  CutEmptyDecimals(&behind);
  if (signed_number) {
    before.pop_back();
  } else {
    negative = TakeAccountingSign(&before, &behind);
  }
  *rest = std::string(Trimmed(before + " " + behind));
  return Readings(std::string_view(plain).substr(begin, end - begin), negative);
}

bool HasLetter(std::string_view text) {
  return std::ranges::any_of(text, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (byte | 0x20U) - 'a' < 26U;
  });
}

}  // namespace sigte
