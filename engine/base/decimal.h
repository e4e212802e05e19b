// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Exact decimal numbers: no binary rounding anywhere.
namespace sigte {

__extension__ typedef __int128 Int128;  // NOLINT: -Wpedantic knows it so only

/// coefficient * 10^-scale with |coefficient| < 10^38 and 0 <= scale <= 36.
/// Always in lowest terms (no trailing zero after the point), so equal values
/// have equal representations.
class Decimal {
 public:
  constexpr Decimal() = default;
  static constexpr Decimal FromInt(std::int64_t value) {
    return Decimal(value, 0);
  }
  /// A Decimal again from what its coefficient() and scale() were.
  static constexpr Decimal FromParts(Int128 coefficient, int scale) {
    return Decimal(coefficient, scale);
  }

  /// Lowest terms of coefficient * 10^-scale; nullopt where it does not fit.
  static std::optional<Decimal> Make(Int128 coefficient, int scale);

  /// Reads a JSON number (RFC 8259 section 6), exponent included. nullopt when
  /// `text` is no such number or needs more than 38 digits.
  static std::optional<Decimal> Parse(std::string_view text);

  Int128 coefficient() const { return coefficient_; }
  int scale() const { return scale_; }
  bool is_zero() const { return coefficient_ == 0; }

  /// The value as an integer, where it is one of 64 bits.
  std::optional<std::int64_t> ToInt() const;

  /// Plain notation with a point: "0.5", "-12", never an exponent.
  std::string ToString() const;

  friend bool operator==(const Decimal&, const Decimal&) = default;
  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);

  // nullopt where the exact result does not fit. Division that does not come
  // out even is rounded half-even to 34 significant digits (as IEEE 754
  // decimal128), or to 36 decimals where those are fewer; one too small for
  // them is nullopt. By zero it is nullopt, and so is a remainder by zero. The
  // remainder has the dividend's sign.
  static std::optional<Decimal> Add(const Decimal& a, const Decimal& b);
  static std::optional<Decimal> Subtract(const Decimal& a, const Decimal& b);
  static std::optional<Decimal> Multiply(const Decimal& a, const Decimal& b);
  static std::optional<Decimal> Divide(const Decimal& a, const Decimal& b);
  static std::optional<Decimal> Remainder(const Decimal& a, const Decimal& b);

 private:
  constexpr Decimal(Int128 coefficient, int scale)
      : coefficient_(coefficient), scale_(scale) {}

  Int128 coefficient_ = 0;
  int scale_ = 0;
};

}  // namespace sigte
