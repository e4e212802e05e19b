// SPDX-License-Identifier: MPL-2.0

// Exact arithmetic on sign, magnitude and scale. Magnitudes are unsigned of 128
// bits (3.4 * 10^38), which leaves room for the sum of any two.
#include "engine/base/decimal.h"

#include <algorithm>
#include <array>
#include <limits>

#include "engine/base/ascii.h"

namespace sigte {
namespace {

__extension__ typedef unsigned __int128 UInt128;  // NOLINT

constexpr int kMaxDigits = 38;
constexpr int kMaxScale = 36;
constexpr int kQuotientDigits = 34;  // IEEE 754 decimal128

constexpr std::array<UInt128, kMaxDigits + 1> kPowers = [] {
  std::array<UInt128, kMaxDigits + 1> powers{};
  powers[0] = 1;
  for (std::size_t i = 1; i < powers.size(); ++i) {
    powers[i] = powers[i - 1] * 10;
  }
  return powers;
}();

UInt128 Power(int exponent) {
  return kPowers[static_cast<std::size_t>(exponent)];
}

UInt128 Magnitude(const Decimal& d) {
  const auto bits = static_cast<UInt128>(d.coefficient());
  return d.coefficient() < 0 ? UInt128{0} - bits : bits;
}

bool IsNegative(const Decimal& d) { return d.coefficient() < 0; }

int CountDigits(UInt128 n) {
  int digits = 0;
  while (digits <= kMaxDigits && n >= Power(digits)) ++digits;
  return digits;
}

// Takes zeros off the end while there is a scale to take them from.
void Strip(UInt128* magnitude, int* scale) {
  while (*scale > 0 && *magnitude > std::numeric_limits<std::uint64_t>::max() &&
         *magnitude % 10 == 0) {
    *magnitude /= 10;
    --*scale;
  }
  if (*magnitude > std::numeric_limits<std::uint64_t>::max()) return;
  auto small = static_cast<std::uint64_t>(*magnitude);
  while (*scale > 0 && small % 10 == 0) {
    small /= 10;
    --*scale;
  }
  *magnitude = small;
}

// `magnitude` * 10^-scale with any scale, where it fits.
std::optional<Decimal> FromMagnitude(bool negative, UInt128 magnitude,
                                     int scale) {
  if (magnitude == 0) return Decimal();
  Strip(&magnitude, &scale);
  if (scale < 0) {
    if (CountDigits(magnitude) - scale > kMaxDigits) return std::nullopt;
    magnitude *= Power(-scale);
    scale = 0;
  }
  if (scale > kMaxScale || magnitude >= Power(kMaxDigits)) return std::nullopt;
  const auto coefficient = static_cast<Int128>(magnitude);
  return Decimal::Make(negative ? -coefficient : coefficient, scale);
}

// Reads the parts of a JSON number from left to right. Zeros are held back
// until a digit follows them, so that a long tail of them costs no digits.
class NumberParser {
 public:
  explicit NumberParser(std::string_view text) : text_(text) {}

  std::optional<Decimal> Parse() {
    const bool negative = Take('-');
    if (!ReadWhole()) return std::nullopt;
    if (Take('.') && !ReadFraction()) return std::nullopt;
    if ((Take('e') || Take('E')) && !ReadExponent()) return std::nullopt;
    if (at_ != text_.size()) return std::nullopt;
    if (magnitude_ == 0) return Decimal();
    if (too_long_) return std::nullopt;
    const std::int64_t scale = fraction_digits_ - zeros_ - exponent_;
    if (scale > kMaxScale || scale < -kMaxDigits) return std::nullopt;
    return FromMagnitude(negative, magnitude_, static_cast<int>(scale));
  }

 private:
  bool Take(char c) {
    if (at_ == text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  bool AtDigit() const { return at_ < text_.size() && IsDigit(text_[at_]); }

  bool ReadWhole() {
    if (!AtDigit()) return false;
    if (text_[at_] == '0') {
      ++at_;
      return true;
    }
    while (AtDigit()) AddDigit();
    return true;
  }

  bool ReadFraction() {
    if (!AtDigit()) return false;
    for (; AtDigit(); ++fraction_digits_) AddDigit();
    return true;
  }

  bool ReadExponent() {
    const bool negative = Take('-');
    if (!negative) Take('+');
    if (!AtDigit()) return false;
    // Far more than any text has digits; more would only overflow.
    constexpr std::int64_t kEnough = std::int64_t{1} << 50;
    for (; AtDigit(); ++at_) {
      if (exponent_ < kEnough) exponent_ = exponent_ * 10 + (text_[at_] - '0');
    }
    if (negative) exponent_ = -exponent_;
    return true;
  }

  void AddDigit() {
    const int digit = text_[at_++] - '0';
    if (digit == 0) {
      if (magnitude_ != 0) ++zeros_;
      return;
    }
    digits_ += zeros_ + 1;
    if (digits_ > kMaxDigits) {
      too_long_ = true;
      digits_ = kMaxDigits;
    } else {
      magnitude_ = magnitude_ * Power(static_cast<int>(zeros_) + 1) +
                   static_cast<UInt128>(digit);
    }
    zeros_ = 0;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  UInt128 magnitude_ = 0;
  std::int64_t digits_ = 0;           // of magnitude_
  std::int64_t zeros_ = 0;            // read after magnitude_'s last digit
  std::int64_t fraction_digits_ = 0;  // read after the point
  std::int64_t exponent_ = 0;
  bool too_long_ = false;
};

// a + b, or a - b where `negate`.
std::optional<Decimal> Sum(const Decimal& a, const Decimal& b, bool negate) {
  const int scale = std::max(a.scale(), b.scale());
  UInt128 left = 0;
  UInt128 right = 0;
  // Where one of the two is 2 * 10^38 or more, the other cannot bring the
  // result below 10^38, nor is there a zero to strip: it has the last digit.
  const UInt128 limit = 2 * Power(kMaxDigits);
  if (__builtin_mul_overflow(Magnitude(a), Power(scale - a.scale()), &left) ||
      __builtin_mul_overflow(Magnitude(b), Power(scale - b.scale()), &right)) {
    return std::nullopt;
  }
  if (left >= limit || right >= limit) return std::nullopt;
  const bool left_negative = IsNegative(a);
  const bool right_negative = IsNegative(b) != negate;
  if (left_negative == right_negative) {
    return FromMagnitude(left_negative, left + right, scale);
  }
  return left >= right ? FromMagnitude(left_negative, left - right, scale)
                       : FromMagnitude(right_negative, right - left, scale);
}

// Takes the factor ten out of a product while it has one and scale is left.
void CancelTens(UInt128* a, UInt128* b, int* scale) {
  const auto divide = [scale](UInt128* x, unsigned by_x, UInt128* y,
                              unsigned by_y) {
    if (*x % by_x != 0 || *y % by_y != 0) return false;
    *x /= by_x;
    *y /= by_y;
    --*scale;
    return true;
  };
  while (*scale > 0 && (divide(a, 10, b, 1) || divide(b, 10, a, 1) ||
                        divide(a, 2, b, 5) || divide(a, 5, b, 2))) {
  }
}

// The next digit of a long division; `*rest` may be nearly 10^38, so ten times
// it is summed up rather than multiplied.
unsigned NextDigit(UInt128* rest, UInt128 divisor) {
  unsigned digit = 0;
  UInt128 sum = 0;
  for (int i = 0; i < 10; ++i) {
    sum += *rest;
    if (sum >= divisor) {
      sum -= divisor;
      ++digit;
    }
  }
  *rest = sum;
  return digit;
}

// Rounds half-even after taking `drop` digits off `quotient`, which `rest` /
// `divisor` > 0 is still to be added to.
UInt128 RoundQuotient(UInt128 quotient, int drop, UInt128 rest,
                      UInt128 divisor) {
  if (drop == 0) {
    const UInt128 gap = divisor - rest;
    const bool up = rest > gap || (rest == gap && quotient % 2 == 1);
    return quotient + (up ? 1 : 0);
  }
  // The rest is not zero, so exactly half the dropped digits is more than half.
  const bool up = quotient % Power(drop) >= 5 * Power(drop - 1);
  return quotient / Power(drop) + (up ? 1 : 0);
}

}  // namespace

std::optional<Decimal> Decimal::Make(Int128 coefficient, int scale) {
  const auto bits = static_cast<UInt128>(coefficient);
  UInt128 magnitude = coefficient < 0 ? UInt128{0} - bits : bits;
  if (magnitude == 0) return Decimal();
  Strip(&magnitude, &scale);
  if (scale < 0) {
    if (scale < -kMaxDigits) return std::nullopt;
    return FromMagnitude(coefficient < 0, magnitude, scale);
  }
  if (scale > kMaxScale || magnitude >= Power(kMaxDigits)) return std::nullopt;
  Decimal d;
  d.coefficient_ = static_cast<Int128>(magnitude);
  if (coefficient < 0) d.coefficient_ = -d.coefficient_;
  d.scale_ = scale;
  return d;
}

std::optional<Decimal> Decimal::Parse(std::string_view text) {
  return NumberParser(text).Parse();
}

std::optional<std::int64_t> Decimal::ToInt() const {
  if (scale_ != 0 || coefficient_ < std::numeric_limits<std::int64_t>::min() ||
      coefficient_ > std::numeric_limits<std::int64_t>::max()) {
    return std::nullopt;
  }
  return static_cast<std::int64_t>(coefficient_);
}

std::string Decimal::ToString() const {
  std::string reversed;
  UInt128 rest = Magnitude(*this);
  for (int place = 0; place <= scale_ || rest != 0; ++place) {
    if (place == scale_ && scale_ > 0) reversed.push_back('.');
    reversed.push_back(static_cast<char>('0' + static_cast<int>(rest % 10)));
    rest /= 10;
  }
  if (IsNegative(*this)) reversed.push_back('-');
  std::ranges::reverse(reversed);
  return reversed;
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
  if (a.scale_ == b.scale_) return a.coefficient_ <=> b.coefficient_;
  // Whole parts first, then fractions brought to one scale: nothing overflows.
  const auto whole = [](const Decimal& d) {
    return d.coefficient_ / static_cast<Int128>(Power(d.scale_));
  };
  const auto fraction = [](const Decimal& d) {
    return d.coefficient_ % static_cast<Int128>(Power(d.scale_)) *
           static_cast<Int128>(Power(kMaxScale - d.scale_));
  };
  if (whole(a) != whole(b)) return whole(a) <=> whole(b);
  return fraction(a) <=> fraction(b);
}

std::optional<Decimal> Decimal::Add(const Decimal& a, const Decimal& b) {
  return Sum(a, b, false);
}

std::optional<Decimal> Decimal::Subtract(const Decimal& a, const Decimal& b) {
  return Sum(a, b, true);
}

std::optional<Decimal> Decimal::Multiply(const Decimal& a, const Decimal& b) {
  UInt128 left = Magnitude(a);
  UInt128 right = Magnitude(b);
  const bool negative = IsNegative(a) != IsNegative(b);
  int scale = a.scale_ + b.scale_;
  UInt128 product = 0;
  if (__builtin_mul_overflow(left, right, &product)) {
    CancelTens(&left, &right, &scale);
    if (__builtin_mul_overflow(left, right, &product)) return std::nullopt;
  }
  return FromMagnitude(negative, product, scale);
}

std::optional<Decimal> Decimal::Divide(const Decimal& a, const Decimal& b) {
  if (b.is_zero()) return std::nullopt;
  const bool negative = IsNegative(a) != IsNegative(b);
  const UInt128 divisor = Magnitude(b);
  UInt128 quotient = Magnitude(a) / divisor;
  UInt128 rest = Magnitude(a) % divisor;
  int scale = a.scale_ - b.scale_;
  int digits = CountDigits(quotient);
  while (rest != 0 && digits < kMaxDigits && scale < kMaxScale) {
    quotient = quotient * 10 + NextDigit(&rest, divisor);
    ++scale;
    if (quotient != 0) ++digits;
  }
  if (rest == 0) return FromMagnitude(negative, quotient, scale);
  const int drop = std::max(0, digits - kQuotientDigits);
  quotient = RoundQuotient(quotient, drop, rest, divisor);
  if (quotient == 0) return std::nullopt;  // too small to be told from zero
  return FromMagnitude(negative, quotient, scale - drop);
}

std::optional<Decimal> Decimal::Remainder(const Decimal& a, const Decimal& b) {
  if (b.is_zero()) return std::nullopt;
  UInt128 rest = Magnitude(a);
  UInt128 divisor = Magnitude(b);
  if (a.scale_ > b.scale_ &&
      __builtin_mul_overflow(divisor, Power(a.scale_ - b.scale_), &divisor)) {
    return a;  // the divisor is larger than any dividend
  }
  rest %= divisor;
  for (int scale = a.scale_; scale < b.scale_; ++scale) {
    NextDigit(&rest, divisor);
  }
  return FromMagnitude(IsNegative(a), rest, std::max(a.scale_, b.scale_));
}

}  // namespace sigte
