// SPDX-License-Identifier: MPL-2.0

#include "engine/evaluate/text_functions.h"

#include <re2/re2.h>

#include <algorithm>

#include "engine/base/ascii.h"

namespace sigte {
namespace {

constexpr std::int64_t kMaxRegexMemory = 1 << 20;
constexpr std::string_view kEnDash = "\xE2\x80\x93";

bool IsWordByte(char c) {
  return IsDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         c == '_';
}

// The end of the digits that begin at `at`.
std::size_t EndOfDigits(std::string_view text, std::size_t at) {
  while (at < text.size() && IsDigit(text[at])) ++at;
  return at;
}

std::int64_t ReadNumber(std::string_view digits) {
  std::int64_t number = 0;
  for (const char c : digits) number = number * 10 + (c - '0');
  return number;
}

bool StandsAlone(std::string_view text, std::size_t begin, std::size_t end) {
  return (begin == 0 || !IsWordByte(text[begin - 1])) &&
         (end == text.size() || !IsWordByte(text[end]));
}

std::size_t LengthOfRangeMark(std::string_view rest) {
  if (rest.starts_with(kEnDash)) return kEnDash.size();
  return rest.starts_with('-') || rest.starts_with('/') ? 1 : 0;
}

// Whether another mark and number make a date of what ends at `at`:
// "2019-12-31".
bool GoesOnAsDate(std::string_view text, std::size_t at,
                  std::string_view mark) {
  if (!text.substr(at).starts_with(mark)) return false;
  const std::size_t begin = at + mark.size();
  const std::size_t digits = EndOfDigits(text, begin) - begin;
  return digits == 1 || digits == 2;
}

// Of "2018-21" the 21, as 2021; 0 where no such end of a range follows `year`,
// which ends at `at`.
std::int64_t ShortRangeEnd(std::string_view text, std::size_t at,
                           std::int64_t year) {
  const std::size_t mark = LengthOfRangeMark(text.substr(at));
  const std::size_t begin = at + mark;
  const std::size_t end = EndOfDigits(text, begin);
  if (mark == 0 || end != begin + 2 || !StandsAlone(text, begin, end)) return 0;
  if (GoesOnAsDate(text, end, text.substr(at, mark))) return 0;
  const std::int64_t last = ReadNumber(text.substr(begin, 2));
  if (year % 100 == 99 && last == 0) return year + 1;
  return last > year % 100 ? year - year % 100 + last : 0;
}

void AddYear(std::int64_t year, std::vector<Value>* years) {
  const auto same = [year](const Value& v) { return v.int_value() == year; };
  if (std::ranges::none_of(*years, same)) years->push_back(Value::Int(year));
}

}  // namespace

std::shared_ptr<re2::RE2> MakeRegex(std::string_view pattern,
                                    RegexFault* fault) {
  re2::RE2::Options options(re2::RE2::Quiet);
  options.set_max_mem(kMaxRegexMemory);
  auto regex = std::make_shared<re2::RE2>(
      re2::StringPiece(pattern.data(), pattern.size()), options);
  if (regex->ok()) return regex;
  if (fault != nullptr) *fault = FaultOf(*regex);
  return nullptr;
}

bool FindsRegex(std::string_view text, const re2::RE2& regex) {
  return regex.Match(re2::StringPiece(text.data(), text.size()), 0, text.size(),
                     re2::RE2::UNANCHORED, nullptr, 0);
}

void AddYears(std::string_view text, std::vector<Value>* years) {
  for (std::size_t at = 0; at < text.size();) {
    if (!IsDigit(text[at])) {
      ++at;
      continue;
    }
    const std::size_t end = EndOfDigits(text, at);
    if (end - at == 4 && StandsAlone(text, at, end)) {
      const std::int64_t year = ReadNumber(text.substr(at, 4));
      if (year >= 1900 && year <= 2099) {
        AddYear(year, years);
        const std::int64_t last = ShortRangeEnd(text, end, year);
        if (last != 0) AddYear(last, years);
      }
    }
    at = end;
  }
}

}  // namespace sigte
