// SPDX-License-Identifier: MPL-2.0

// Grouping, decimal marks and plural categories: here and nowhere else.
#include "engine/base/numbers.h"

#include <algorithm>

namespace sigte {
namespace {

constexpr std::string_view kDigits = "0123456789";

char DecimalMark(Lang lang) { return lang == Lang::kDa ? ',' : '.'; }
char GroupMark(Lang lang) { return lang == Lang::kDa ? '.' : ','; }

bool IsAllDigits(std::string_view text) {
  return !text.empty() &&
         text.find_first_not_of(kDigits) == std::string_view::npos;
}

std::string Grouped(std::string_view digits, Lang lang) {
  std::string out(digits);
  for (std::size_t at = out.size(); at > 3; at -= 3) {
    out.insert(at - 3, 1, GroupMark(lang));
  }
  return out;
}

}  // namespace

Plural PluralOf(Lang lang, std::string_view number) {
  if (number.starts_with('-')) number.remove_prefix(1);
  if (number == "1") return Plural::kOne;
  const std::size_t mark = number.find(DecimalMark(lang));
  if (lang != Lang::kDa || mark == std::string_view::npos) {
    return Plural::kOther;
  }
  const std::string_view whole = number.substr(0, mark);
  const std::string_view decimals = number.substr(mark + 1);
  const bool below_two = whole == "0" || whole == "1";
  const bool any = decimals.find_first_not_of('0') != std::string_view::npos;
  if (!below_two || !IsAllDigits(decimals)) return Plural::kOther;
  return any || whole == "1" ? Plural::kOne : Plural::kOther;
}

std::string DecimalNumber(Lang lang, std::string_view plain) {
  std::string_view digits = plain;
  const bool negative = digits.starts_with('-');
  if (negative) digits.remove_prefix(1);
  const std::size_t point = digits.find('.');
  const std::string_view whole = digits.substr(0, point);
  if (!IsAllDigits(whole)) return std::string(plain);
  std::string out = (negative ? "-" : "") + Grouped(whole, lang);
  if (point == std::string_view::npos) return out;
  const std::string_view decimals = digits.substr(point + 1);
  if (!IsAllDigits(decimals)) return std::string(plain);
  out += DecimalMark(lang);
  out += decimals;
  return out;
}

std::string UngroupedNumber(Lang lang, std::string_view plain) {
  std::string out(plain);
  std::ranges::replace(out, '.', DecimalMark(lang));
  return out;
}

LocalText UngroupedText(std::string_view plain) {
  return {UngroupedNumber(Lang::kDa, plain), UngroupedNumber(Lang::kEn, plain)};
}

LocalText DecimalText(std::string_view plain) {
  return {DecimalNumber(Lang::kDa, plain), DecimalNumber(Lang::kEn, plain)};
}

}  // namespace sigte
