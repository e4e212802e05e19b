// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

#include "engine/base/messages.h"

/// Numbers as people write them, in their language, and the plural that goes
/// with one. What machines read is written elsewhere and has no language.
namespace sigte {

/// The two plural categories that Danish and English have in CLDR 44.
enum class Plural : std::uint8_t { kOne, kOther };

/// The category of a number as `lang` writes it: "1", "1.234", "0,5". Danish:
/// one of 1 and of what lies between 0 and 2 with decimals other than 0;
/// English: one of 1 without decimals. What is no number is kOther.
Plural PluralOf(Lang lang, std::string_view number);

/// A plain decimal ("-1234.50") with the language's marks: "-1.234,50" in
/// Danish, "-1,234.50" in English. No digit is lost or added. What is no plain
/// decimal comes back as it is.
std::string DecimalNumber(Lang lang, std::string_view plain);
LocalText DecimalText(std::string_view plain);

/// The same with the decimal mark alone, for numbers that are asked about
/// because somebody took a mark between thousands for a decimal one.
std::string UngroupedNumber(Lang lang, std::string_view plain);
LocalText UngroupedText(std::string_view plain);

/// `n` in groups of three in every language.
template <std::integral Number>
LocalText CountText(Number n) {
  const auto count = static_cast<std::int64_t>(n);
  return {GroupedNumber(Lang::kDa, count), GroupedNumber(Lang::kEn, count)};
}

}  // namespace sigte
