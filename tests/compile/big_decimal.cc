// SPDX-License-Identifier: MPL-2.0

#include "tests/compile/big_decimal.h"

#include <algorithm>
#include <utility>

namespace sigte::oracle {
namespace {

std::string Trimmed(std::string digits) {
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
  return digits;
}

int CompareDigits(const std::string& a, const std::string& b) {
  if (a.size() != b.size()) return a.size() < b.size() ? -1 : 1;
  return a.compare(b);
}

void PadTo(std::size_t size, std::string* digits) {
  if (digits->size() < size) digits->insert(0, size - digits->size(), '0');
}

std::string AddDigits(std::string a, std::string b) {
  const std::size_t size = std::max(a.size(), b.size()) + 1;
  PadTo(size, &a);
  PadTo(size, &b);
  int carry = 0;
  for (std::size_t i = size; i-- > 0;) {
    const int sum = a[i] - '0' + b[i] - '0' + carry;
    a[i] = static_cast<char>('0' + sum % 10);
    carry = sum / 10;
  }
  return Trimmed(a);
}

// a - b where a is not less.
std::string SubtractDigits(std::string a, std::string b) {
  PadTo(a.size(), &b);
  int borrow = 0;
  for (std::size_t i = a.size(); i-- > 0;) {
    const int difference = a[i] - b[i] - borrow;
    borrow = difference < 0 ? 1 : 0;
    a[i] = static_cast<char>('0' + difference + 10 * borrow);
  }
  return Trimmed(a);
}

std::string MultiplyDigits(const std::string& a, const std::string& b) {
  std::string product = "0";
  for (const char digit : b) {
    product = Trimmed(product + "0");
    for (char i = '0'; i < digit; ++i) product = AddDigits(product, a);
  }
  return product;
}

std::string DivideDigits(const std::string& a, const std::string& b) {
  std::string quotient;
  std::string rest = "0";
  for (const char digit : a) {
    rest = Trimmed(rest + digit);
    char times = '0';
    for (; CompareDigits(rest, b) >= 0; ++times) rest = SubtractDigits(rest, b);
    quotient += times;
  }
  return Trimmed(quotient);
}

}  // namespace

BigDecimal::BigDecimal(bool negative, std::string digits, int scale)
    : negative_(negative), digits_(Trimmed(std::move(digits))), scale_(scale) {
  while (scale_ > 0 && digits_.back() == '0') {
    if (digits_.size() > 1) digits_.pop_back();
    --scale_;
  }
  if (digits_ == "0") negative_ = false;
}

BigDecimal BigDecimal::Of(const std::string& text) {
  const bool negative = text.front() == '-';
  std::string digits = text.substr(negative ? 1 : 0);
  const std::size_t point = digits.find('.');
  int scale = 0;
  if (point != std::string::npos) {
    scale = static_cast<int>(digits.size() - point - 1);
    digits.erase(point, 1);
  }
  return {negative, digits, scale};
}

std::string BigDecimal::ToString() const {
  std::string text = digits_;
  const auto scale = static_cast<std::size_t>(scale_);
  PadTo(scale + 1, &text);
  if (scale > 0) text.insert(text.size() - scale, ".");
  return (negative_ ? "-" : "") + text;
}

std::string BigDecimal::DigitsAt(int scale) const {
  return digits_ + std::string(static_cast<std::size_t>(scale - scale_), '0');
}

BigDecimal BigDecimal::Negated() const { return {!negative_, digits_, scale_}; }

BigDecimal BigDecimal::Truncated() const {
  const auto scale = static_cast<std::size_t>(scale_);
  if (digits_.size() <= scale) return {};
  return {negative_, digits_.substr(0, digits_.size() - scale), 0};
}

BigDecimal operator+(const BigDecimal& a, const BigDecimal& b) {
  const int scale = std::max(a.scale_, b.scale_);
  const std::string x = Trimmed(a.DigitsAt(scale));
  const std::string y = Trimmed(b.DigitsAt(scale));
  if (a.negative_ == b.negative_) return {a.negative_, AddDigits(x, y), scale};
  if (CompareDigits(x, y) >= 0)
    return {a.negative_, SubtractDigits(x, y), scale};
  return {b.negative_, SubtractDigits(y, x), scale};
}

BigDecimal operator-(const BigDecimal& a, const BigDecimal& b) {
  return a + b.Negated();
}

BigDecimal operator*(const BigDecimal& a, const BigDecimal& b) {
  return {a.negative_ != b.negative_, MultiplyDigits(a.digits_, b.digits_),
          a.scale_ + b.scale_};
}

int Compare(const BigDecimal& a, const BigDecimal& b) {
  const BigDecimal difference = a - b;
  if (difference.is_zero()) return 0;
  return difference.negative_ ? -1 : 1;
}

BigDecimal Quotient(const BigDecimal& a, const BigDecimal& b) {
  const int scale = std::max(a.scale_, b.scale_);
  return {a.negative_ != b.negative_,
          DivideDigits(Trimmed(a.DigitsAt(scale)), Trimmed(b.DigitsAt(scale))),
          0};
}

BigDecimal Divide(const BigDecimal& a, const BigDecimal& b) {
  // Far more digits than can count, found as a whole number of tiny parts.
  constexpr int kParts = 120;
  const BigDecimal parts = BigDecimal::Of("1" + std::string(kParts, '0'));
  BigDecimal unit = BigDecimal::Of("0." + std::string(kParts - 1, '0') + "1");
  const BigDecimal whole = Quotient(a * parts, b);
  const BigDecimal exact = whole * unit;
  const bool even = (exact * b - a).is_zero();
  if (even && exact.length() <= 38 && exact.scale() <= 36) return exact;

  // Drop what is beyond 34 digits and beyond 36 places; it decides how to
  // round.
  std::string digits = (whole.negative() ? whole.Negated() : whole).ToString();
  const std::size_t beyond = digits.size() > 34 ? digits.size() - 34 : 0;
  const std::size_t dropped = std::max(beyond, std::size_t{kParts - 36});
  PadTo(dropped + 1, &digits);
  BigDecimal kept = BigDecimal::Of(digits.substr(0, digits.size() - dropped));
  const std::string rest = digits.substr(digits.size() - dropped);
  const std::string half = "5" + std::string(dropped - 1, '0');
  const bool odd = (digits[digits.size() - dropped - 1] - '0') % 2 == 1;
  if (rest > half || (rest == half && (!even || odd))) {
    kept = kept + BigDecimal::Of("1");
  }
  const BigDecimal back = BigDecimal::Of("1" + std::string(dropped, '0'));
  const BigDecimal rounded = kept * back * unit;
  return whole.negative() ? rounded.Negated() : rounded;
}

}  // namespace sigte::oracle
