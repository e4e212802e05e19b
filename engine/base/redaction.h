// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/byte_block.h"

/// Numbers that must never be shown whole, such as a person's. What they look
/// like is the ruleset's to say.
namespace sigte {

class Redaction {
 public:
  static constexpr char kMask = '*';  ///< stands for a digit

  Redaction() = default;

  /// A pattern is written with '0' for a digit that may be shown, '#' for one
  /// that may not, '-' for nothing or a hyphen of any kind, '/' for a hyphen or
  /// a slash and '.' for one of these, a point or a blank, which must be there:
  /// "000000-####", "00.00.00/####". At most two blanks and a line's end may
  /// stand on either side of them, and so may what cannot be seen, and JSON's
  /// escapes of all of these. Checked by IsPattern.
  explicit Redaction(std::vector<std::string> patterns);

  /// Whether `pattern` has only those characters and at least one '#'.
  static bool IsPattern(std::string_view pattern);

  /// Puts kMask for every digit of `*text` that must not be shown. The length
  /// stays, so that places stay. Digits right before or after a number make it
  /// another number, and it is left alone; so is a SHA-256 in hexadecimal.
  void Apply(std::string* text) const {
    if (MayHold(*text)) Hide(text);
  }

  /// Whether something of `text` must not be shown.
  bool HidesIn(std::string_view text) const {
    return MayHold(text) && FindFrom(text, 0).has_value();
  }

  bool empty() const { return patterns_.empty(); }

 private:
  // Few texts have as many digits.
  bool MayHold(std::string_view text) const {
    return text.size() >= shortest_ && CountDigits(text) >= shortest_;
  }
  struct Found {
    std::size_t begin;
    std::size_t end;
    const std::string* pattern;
  };
  std::optional<Found> FindFrom(std::string_view text, std::size_t from) const;
  void Hide(std::string* text) const;

  std::vector<std::string> patterns_;
  std::size_t shortest_ = std::string::npos;  // how many digits, at least
};

/// `text` as it may be shown where several have a say.
std::string Hidden(std::string text, std::span<const Redaction> by);

}  // namespace sigte
