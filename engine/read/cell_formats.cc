// SPDX-License-Identifier: MPL-2.0

// Number formats, and numbers as the formats mean them.
#include "engine/read/cell_formats.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <utility>

#include "engine/base/ascii.h"
#include "engine/base/decimal.h"
#include "engine/base/utf8.h"

namespace sigte {
namespace {

constexpr std::size_t kBinaryDigits = 17;
constexpr std::size_t kShownDigits = 15;
constexpr std::size_t kMaxCodeLetters = 255;
constexpr std::int64_t kLastDay = 2'958'465;  // 31 December 9999
constexpr std::int64_t kDaysTo1904 = 1'462;
constexpr std::int64_t kSecondsOfDay = 86'400;

char SmallLetter(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Moves `*at` past what is shown as it stands or not at all: "text", \x, _x
// and *x. False where there is nothing of the kind.
bool SkipLiteral(std::string_view code, std::size_t* at) {
  const char c = code[*at];
  if (c == '"') {
    const std::size_t end = code.find('"', *at + 1);
    *at = end == std::string_view::npos ? code.size() : end + 1;
    return true;
  }
  if (c != '\\' && c != '_' && c != '*') return false;
  *at = std::min(code.size(), *at + 2);
  return true;
}

// [h], [mm] and [ss] are times; [Red], [$kr.-406] and [>5] are not.
bool IsElapsedTime(std::string_view inside) {
  return !inside.empty() && std::ranges::all_of(inside, [&](char c) {
    return SmallLetter(c) == SmallLetter(inside.front()) &&
           std::string_view("hms").find(SmallLetter(c)) !=
               std::string_view::npos;
  });
}

std::size_t SignificantDigits(std::string_view text) {
  std::size_t count = 0;
  bool begun = false;
  for (const char c : text) {
    if (c == 'e' || c == 'E') break;
    begun = begun || (IsDigit(c) && c != '0');
    count += begun && IsDigit(c) ? 1U : 0U;
  }
  return count;
}

// "-.5" and "+5." are numbers in a sheet and none in JSON.
std::string JsonForm(std::string_view text) {
  std::string out;
  if (text.starts_with('-')) out += '-';
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  if (text.starts_with('.')) out += '0';
  const std::size_t exponent = std::min(text.find_first_of("eE"), text.size());
  std::string_view digits = text.substr(0, exponent);
  if (digits.ends_with('.')) digits.remove_suffix(1);
  while (digits.size() > 1 && digits[0] == '0' && IsDigit(digits[1])) {
    digits.remove_prefix(1);
  }
  out += digits;
  return out.append(text.substr(exponent));
}

// The shortest text of the same double, where it is short.
std::optional<std::string> ShorterForm(const std::string& text) {
  if (SignificantDigits(text) != kBinaryDigits) return std::nullopt;
  double value = 0;
  const auto read =
      std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size()) {
    return std::nullopt;
  }
  std::array<char, 64> room;
  const auto put = std::to_chars(room.data(), room.data() + room.size(), value);
  std::string shorter(room.data(), put.ptr);
  if (SignificantDigits(shorter) > kShownDigits) return std::nullopt;
  return shorter;
}

std::string Padded(std::int64_t number, std::size_t width) {
  std::string digits = std::to_string(number);
  if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
  return digits;
}

std::string TimeText(std::int64_t seconds) {
  return Padded(seconds / 3600, 2) + ":" + Padded(seconds / 60 % 60, 2) + ":" +
         Padded(seconds % 60, 2);
}

// Of a number of days before the year 10000.
std::optional<std::int64_t> SecondsOf(std::string_view days) {
  double value = 0;
  const auto read =
      std::from_chars(days.data(), days.data() + days.size(), value);
  if (read.ec != std::errc() || !(value >= 0) || value >= kLastDay + 1) {
    return std::nullopt;
  }
  return std::llround(value * kSecondsOfDay);
}

std::string DayText(std::int64_t day, bool counts_from_1904) {
  using std::chrono::days;
  using std::chrono::sys_days;
  if (!counts_from_1904 && day == 60) return "1900-02-29";
  const std::chrono::year_month_day first =
      counts_from_1904 ? std::chrono::year{1904} / std::chrono::January / 1
                       : std::chrono::year{1899} / std::chrono::December /
                             (day < 60 ? 31 : 30);
  const std::chrono::year_month_day date = sys_days{first} + days{day};
  return Padded(static_cast<int>(date.year()), 4) + "-" +
         Padded(static_cast<unsigned>(date.month()), 2) + "-" +
         Padded(static_cast<unsigned>(date.day()), 2);
}

}  // namespace

// 27–36 and 50–58 are the East Asian calendars'.
NumberFormat BuiltInFormat(std::uint32_t id) {
  if (id == 9 || id == 10) return NumberFormat::kPercent;
  if (id == 46) return NumberFormat::kElapsed;
  const bool is_date = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) ||
                       (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
  return is_date ? NumberFormat::kDate : NumberFormat::kPlain;
}

NumberFormat FormatOfCode(std::string_view code) {
  constexpr std::string_view kGeneral = "general";
  NumberFormat format = NumberFormat::kPlain;
  for (std::size_t at = 0; at < code.size();) {
    if (SkipLiteral(code, &at)) continue;
    if (code[at] == '[') {
      const std::size_t end = std::min(code.find(']', at), code.size());
      if (IsElapsedTime(code.substr(at + 1, end - at - 1))) {
        return NumberFormat::kElapsed;
      }
      at = std::min(end + 1, code.size());
      continue;
    }
    if (std::ranges::equal(code.substr(at, kGeneral.size()), kGeneral, {},
                           SmallLetter)) {
      at += kGeneral.size();
      continue;
    }
    const char c = SmallLetter(code[at++]);
    if (std::string_view("dmyhs").find(c) != std::string_view::npos) {
      return NumberFormat::kDate;
    }
    if (c == '%') format = NumberFormat::kPercent;
  }
  return format;
}

std::string WordsOfCode(std::string_view code) {
  std::string words;
  for (std::size_t at = 0; at < code.size() && code[at] != ';';) {
    const char c = code[at];
    const std::size_t begin = at + 1;
    if (c == '"' || c == '[') {
      const char close = c == '[' ? ']' : '"';
      const std::size_t end = std::min(code.find(close, begin), code.size());
      std::string_view inside = code.substr(begin, end - begin);
      if (c == '[') {  // [$kr.-406]: a currency, and where it is one
        inside = inside.starts_with('$')
                     ? inside.substr(1, inside.find('-') - 1)
                     : std::string_view();
      }
      words += inside;
      at = end + 1;
    } else if (c == '_' || c == '*') {  // a gap as wide as, or filled with
      words += ' ';
      at += 2;
    } else if (c == '\\') {
      if (begin < code.size()) words += code[begin];
      at += 2;
    } else {
      words += static_cast<unsigned char>(c) >= 0x80 ? c : ' ';
      ++at;
    }
  }
  return words;
}

std::uint32_t ThousandsOfCode(std::string_view code) {
  std::uint32_t thousands = 0;
  std::uint32_t pending = 0;  // they group where a digit follows
  bool behind_digit = false;
  for (std::size_t at = 0; at < code.size() && code[at] != ';';) {
    if (SkipLiteral(code, &at)) {
      behind_digit = false;
      thousands += std::exchange(pending, 0U);
      continue;
    }
    const char c = code[at++];
    if (c == ',' && behind_digit) {
      ++pending;
      continue;
    }
    behind_digit = c == '0' || c == '#' || c == '?';
    if (!behind_digit) thousands += pending;
    pending = 0;
    if (c == '[') at = std::min(code.find(']', at), code.size());
  }
  return thousands + pending;
}

void CellFormats::AddCode(std::uint32_t id, std::string_view code) {
  std::size_t end = 0;
  for (std::size_t i = 0; i < kMaxCodeLetters && end < code.size(); ++i) {
    NextCodePoint(code, &end);
  }
  code = code.substr(0, end);
  numbers_[id] = static_cast<std::uint32_t>(codes_.size());
  codes_.push_back(
      {FormatOfCode(code), WordsOfCode(code), ThousandsOfCode(code)});
}

void CellFormats::AddStyle(std::uint32_t format_id) {
  styles_.push_back(Number(format_id));
}

std::uint32_t CellFormats::Number(std::uint32_t format_id) {
  const auto [known, is_new] = numbers_.try_emplace(
      format_id, static_cast<std::uint32_t>(codes_.size()));
  if (is_new) codes_.push_back({BuiltInFormat(format_id), {}, 0});
  return known->second;
}

std::optional<std::string> ExactNumber(std::string_view text) {
  const std::string json = JsonForm(text);
  const std::string shorter = ShorterForm(json).value_or(json);
  const auto decimal = Decimal::Parse(shorter);
  if (decimal) return decimal->ToString();
  // More digits than a decimal holds are still a number.
  double value = 0;
  const auto read =
      std::from_chars(json.data(), json.data() + json.size(), value);
  const bool whole = read.ptr == json.data() + json.size();
  const bool plain = !json.empty() &&
                     (IsDigit(json.front()) ||
                      (json.size() > 1 && json[0] == '-' && IsDigit(json[1])));
  if (!whole || !plain) return std::nullopt;
  return json;
}

std::optional<std::string> ShownNumber(const std::string& number) {
  const std::size_t digits = SignificantDigits(number);
  // Whole numbers may be names of things, and are exact.
  if (digits <= kShownDigits || digits > kBinaryDigits ||
      number.find('.') == std::string::npos) {
    return std::nullopt;
  }
  double value = 0;
  std::from_chars(number.data(), number.data() + number.size(), value);
  std::array<char, 64> room;
  const auto put = std::to_chars(room.data(), room.data() + room.size(), value,
                                 std::chars_format::scientific,
                                 static_cast<int>(kShownDigits) - 1);
  const auto shown = Decimal::Parse({room.data(), put.ptr});
  if (!shown) return std::nullopt;
  std::string text = shown->ToString();
  // A third has as many digits whatever it is rounded to.
  return SignificantDigits(text) < kShownDigits ? std::optional(std::move(text))
                                                : std::nullopt;
}

bool IsWrittenSo(const std::string& number, const std::string& stored) {
  constexpr int kWritten = 16;
  double value = 0;
  std::from_chars(number.data(), number.data() + number.size(), value);
  std::array<char, 64> room;
  const auto put = std::to_chars(room.data(), room.data() + room.size(), value,
                                 std::chars_format::scientific, kWritten - 1);
  const auto written = Decimal::Parse({room.data(), put.ptr});
  return written && written->ToString() == stored;
}

std::optional<std::string> TimesHundred(const std::string& number) {
  const auto decimal = Decimal::Parse(number);
  const auto product = decimal
                           ? Decimal::Multiply(*decimal, Decimal::FromInt(100))
                           : std::nullopt;
  return product ? std::optional(product->ToString()) : std::nullopt;
}

std::optional<std::string> DateOfNumber(std::string_view number,
                                        bool counts_from_1904) {
  const auto seconds = SecondsOf(number);
  if (!seconds) return std::nullopt;
  const std::int64_t day = *seconds / kSecondsOfDay;
  const std::int64_t time = *seconds % kSecondsOfDay;
  if (day > kLastDay - (counts_from_1904 ? kDaysTo1904 : 0)) {
    return std::nullopt;
  }
  if (day == 0 && !counts_from_1904) return TimeText(time);
  std::string text = DayText(day, counts_from_1904);
  if (time != 0) text += "T" + TimeText(time);
  return text;
}

std::optional<std::string> ElapsedTime(std::string_view number) {
  const auto seconds = SecondsOf(number);
  return seconds ? std::optional(TimeText(*seconds)) : std::nullopt;
}

}  // namespace sigte
