// SPDX-License-Identifier: MPL-2.0

#include "engine/schema/number.h"

#include <algorithm>
#include <limits>
#include <vector>

#include "engine/base/ascii.h"
#include "engine/base/decimal.h"

namespace sigte::schema {
namespace {

constexpr std::int64_t kLargestExponent = 100'000'000'000'000'000;

// A number in normal form: 0.DIGITS * 10^point, no zero at either end of the
// digits; zero has none.
struct Plain {
  std::string digits;
  std::int64_t point = 0;
  bool negative = false;
};

std::int64_t ReadExponent(std::string_view text) {
  bool negative = false;
  if (!text.empty() && (text[0] == '+' || text[0] == '-')) {
    negative = text[0] == '-';
    text.remove_prefix(1);
  }
  std::int64_t value = 0;
  for (const char c : text) {
    value = std::min(value * 10 + (c - '0'), kLargestExponent);
  }
  return negative ? -value : value;
}

Plain ReadPlain(std::string_view text) {
  Plain plain;
  plain.negative = !text.empty() && text[0] == '-';
  if (plain.negative) text.remove_prefix(1);
  const std::size_t e = std::min(text.find_first_of("eE"), text.size());
  const std::size_t dot = std::min(text.substr(0, e).find('.'), e);
  plain.digits.assign(text.substr(0, dot));
  plain.point = static_cast<std::int64_t>(dot);
  if (dot < e) plain.digits.append(text.substr(dot + 1, e - dot - 1));
  if (e < text.size()) plain.point += ReadExponent(text.substr(e + 1));
  const std::size_t first = plain.digits.find_first_not_of('0');
  if (first == std::string::npos) return Plain{};
  plain.digits.erase(0, first);
  plain.point -= static_cast<std::int64_t>(first);
  plain.digits.erase(plain.digits.find_last_not_of('0') + 1);
  return plain;
}

Int128 PowerOfTen(int exponent) {
  Int128 power = 1;
  for (int i = 0; i < exponent; ++i) power *= 10;
  return power;
}

std::strong_ordering CompareMagnitude(const Plain& a, const Plain& b) {
  if (a.digits.empty() || b.digits.empty()) {
    return a.digits.size() <=> b.digits.size();
  }
  if (a.point != b.point) return a.point <=> b.point;
  return a.digits.compare(b.digits) <=> 0;
}

// A natural number in base 10^9, lowest first: only what long division needs.
using Limbs = std::vector<std::uint32_t>;
constexpr std::uint64_t kBase = 1'000'000'000;

void TimesTenPlus(Limbs* limbs, std::uint32_t digit) {
  std::uint64_t carry = digit;
  for (std::uint32_t& limb : *limbs) {
    carry += std::uint64_t{limb} * 10;
    limb = static_cast<std::uint32_t>(carry % kBase);
    carry /= kBase;
  }
  if (carry > 0) limbs->push_back(static_cast<std::uint32_t>(carry));
}

bool Less(const Limbs& a, const Limbs& b) {
  if (a.size() != b.size()) return a.size() < b.size();
  return std::lexicographical_compare(a.rbegin(), a.rend(), b.rbegin(),
                                      b.rend());
}

void Subtract(Limbs* a, const Limbs& b) {
  std::int64_t borrow = 0;
  for (std::size_t i = 0; i < a->size(); ++i) {
    std::int64_t limb = std::int64_t{(*a)[i]} - borrow;
    if (i < b.size()) limb -= b[i];
    borrow = limb < 0 ? 1 : 0;
    if (limb < 0) limb += static_cast<std::int64_t>(kBase);
    (*a)[i] = static_cast<std::uint32_t>(limb);
  }
  while (!a->empty() && a->back() == 0) a->pop_back();
}

bool DividesLong(std::string_view digits, std::size_t zeros,
                 std::string_view divisor) {
  Limbs by;
  for (const char c : divisor) {
    TimesTenPlus(&by, static_cast<std::uint32_t>(c - '0'));
  }
  Limbs rest;
  for (std::size_t i = 0; i < digits.size() + zeros; ++i) {
    const char c = i < digits.size() ? digits[i] : '0';
    TimesTenPlus(&rest, static_cast<std::uint32_t>(c - '0'));
    while (!Less(rest, by)) Subtract(&rest, by);
  }
  return rest.empty();
}

bool DividesShort(std::string_view digits, std::size_t zeros,
                  std::string_view divisor) {
  std::uint64_t by = 0;
  for (const char c : divisor) by = by * 10 + static_cast<unsigned>(c - '0');
  std::uint64_t rest = 0;
  for (std::size_t i = 0; i < digits.size() + zeros; ++i) {
    const char c = i < digits.size() ? digits[i] : '0';
    rest = (rest * 10 + static_cast<unsigned>(c - '0')) % by;
  }
  return rest == 0;
}

// Both are integers times a power of ten. Where the value's power is the
// smaller, its last digit (never 0) stands in the way; where it is the larger,
// zeros are added, but no more than the divisor can have factors 2 and 5.
bool IsMultipleLong(const Plain& value, const Plain& divisor) {
  if (value.digits.empty()) return true;
  const auto power = [](const Plain& number) {
    return number.point - static_cast<std::int64_t>(number.digits.size());
  };
  const std::int64_t zeros = power(value) - power(divisor);
  if (zeros < 0) return false;
  const std::size_t enough =
      std::min(static_cast<std::size_t>(zeros), divisor.digits.size() * 4);
  return divisor.digits.size() <= 18
             ? DividesShort(value.digits, enough, divisor.digits)
             : DividesLong(value.digits, enough, divisor.digits);
}

}  // namespace

Number ReadNumber(std::string_view text) {
  Number number;
  number.text = text;
  const bool negative = !text.empty() && text[0] == '-';
  std::size_t digits = 0;
  std::uint8_t scale = 0;
  bool after_point = false;
  for (const char c : text.substr(negative ? 1 : 0)) {
    if (c == '.') {
      after_point = true;
      continue;
    }
    if (!IsDigit(c) || ++digits > 18) return number;
    number.mantissa = number.mantissa * 10 + (c - '0');
    if (after_point) ++scale;
  }
  if (negative) number.mantissa = -number.mantissa;
  number.scale = scale;
  number.small = true;
  return number;
}

std::strong_ordering Compare(const Number& a, const Number& b) {
  if (a.small && b.small) {
    if (a.scale == b.scale) return a.mantissa <=> b.mantissa;
    return Int128{a.mantissa} * PowerOfTen(b.scale) <=>
           Int128{b.mantissa} * PowerOfTen(a.scale);
  }
  const Plain x = ReadPlain(a.text);
  const Plain y = ReadPlain(b.text);
  if (x.negative != y.negative) {
    return x.negative ? std::strong_ordering::less
                      : std::strong_ordering::greater;
  }
  return x.negative ? CompareMagnitude(y, x) : CompareMagnitude(x, y);
}

bool IsInteger(const Number& number) {
  if (number.small) {
    return number.scale == 0 ||
           Int128{number.mantissa} % PowerOfTen(number.scale) == 0;
  }
  const Plain plain = ReadPlain(number.text);
  return plain.digits.empty() ||
         plain.point >= static_cast<std::int64_t>(plain.digits.size());
}

bool IsMultiple(const Number& value, const Number& divisor) {
  if (value.small && divisor.small && divisor.mantissa != 0) {
    const Int128 a = Int128{value.mantissa} * PowerOfTen(divisor.scale);
    const Int128 b = Int128{divisor.mantissa} * PowerOfTen(value.scale);
    return a % b == 0;
  }
  return IsMultipleLong(ReadPlain(value.text), ReadPlain(divisor.text));
}

std::uint64_t HashNumber(const Number& number) {
  const Plain plain = ReadPlain(number.text);
  return std::hash<std::string_view>{}(plain.digits) ^
         (static_cast<std::uint64_t>(plain.point) * 0x9E3779B97F4A7C15U) ^
         (plain.negative ? 1U : 0U);
}

std::uint32_t ToCount(const Number& number) {
  constexpr std::uint32_t kMost = std::numeric_limits<std::uint32_t>::max();
  if (number.small) {
    const Int128 whole = Int128{number.mantissa} / PowerOfTen(number.scale);
    if (whole < 0) return 0;
    return whole > kMost ? kMost : static_cast<std::uint32_t>(whole);
  }
  const Plain plain = ReadPlain(number.text);
  if (plain.negative || plain.point <= 0) return 0;
  if (plain.point > 10) return kMost;
  std::uint64_t whole = 0;
  for (std::size_t i = 0; i < static_cast<std::size_t>(plain.point); ++i) {
    const char c = i < plain.digits.size() ? plain.digits[i] : '0';
    whole = whole * 10 + static_cast<unsigned>(c - '0');
  }
  return whole > kMost ? kMost : static_cast<std::uint32_t>(whole);
}

}  // namespace sigte::schema
