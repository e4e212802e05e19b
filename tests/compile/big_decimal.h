// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <optional>
#include <string>

/// Decimal numbers of any length, digit by digit as on paper: the oracle's own
/// arithmetic, slow and plain.
namespace sigte::oracle {

class BigDecimal {
 public:
  BigDecimal() = default;
  /// "-12.50"; the text must be a plain number.
  static BigDecimal Of(const std::string& text);

  bool negative() const { return negative_; }
  bool is_zero() const { return digits_ == "0"; }
  int scale() const { return scale_; }
  std::size_t length() const { return digits_.size(); }
  std::string ToString() const;

  BigDecimal Negated() const;
  /// Without what stands after the point.
  BigDecimal Truncated() const;

  friend BigDecimal operator+(const BigDecimal& a, const BigDecimal& b);
  friend BigDecimal operator-(const BigDecimal& a, const BigDecimal& b);
  friend BigDecimal operator*(const BigDecimal& a, const BigDecimal& b);
  /// Below zero, zero or above, as a is to b.
  friend int Compare(const BigDecimal& a, const BigDecimal& b);
  /// The whole part of a / b, b not zero.
  friend BigDecimal Quotient(const BigDecimal& a, const BigDecimal& b);

 private:
  BigDecimal(bool negative, std::string digits, int scale);
  std::string DigitsAt(int scale) const;

  bool negative_ = false;
  std::string digits_ = "0";  // the first first, no leading zero
  int scale_ = 0;             // digits after the point, the last not zero
};

/// a / b, b not zero: exact in at most 38 digits and 36 places, else rounded
/// half-even to 34 digits or to 36 places, whichever is coarser.
BigDecimal Divide(const BigDecimal& a, const BigDecimal& b);

}  // namespace sigte::oracle
