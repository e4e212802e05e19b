// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

/// JSON numbers by their mathematical value, exactly: 1.0 equals 1, 1e400 and
/// numbers of any length compare right. Work is bounded by the length of the
/// texts, never by the size of an exponent.
namespace sigte::schema {

/// A JSON number (RFC 8259 section 6) as written; borrows its text. Where it
/// has at most 18 digits and no exponent it is also mantissa * 10^-scale.
struct Number {
  std::string_view text;
  std::int64_t mantissa = 0;
  std::uint8_t scale = 0;
  bool small = false;
};

/// `text` must be a JSON number.
Number ReadNumber(std::string_view text);

/// Reads a whole number of at most 18 digits without point or exponent; false
/// for any other.
inline bool ReadPlainInteger(std::string_view text, std::int64_t* value) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  if (text.size() > 18) return false;
  std::int64_t sum = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return false;
    sum = sum * 10 + (c - '0');
  }
  *value = negative ? -sum : sum;
  return true;
}

/// Exponents beyond ±10^17 count as ±10^17.
std::strong_ordering Compare(const Number& a, const Number& b);

bool IsInteger(const Number& number);

/// Whether value / divisor is an integer; `divisor` must be above zero.
bool IsMultiple(const Number& value, const Number& divisor);

/// The same for numbers of the same value, however they are written.
std::uint64_t HashNumber(const Number& number);

/// The value as a count: a negative one gives 0, one that is too large the
/// largest of 32 bits; what is no integer is cut.
std::uint32_t ToCount(const Number& number);

}  // namespace sigte::schema
