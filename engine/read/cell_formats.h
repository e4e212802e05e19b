// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What a workbook's number formats make of a number: nothing, a percentage or
/// a date (ECMA-376 part 1, 18.8.30 and 18.8.31).
namespace sigte {

enum class NumberFormat : std::uint8_t {
  kPlain,
  kPercent,
  kDate,
  kElapsed,  ///< a time that goes on beyond a day: [h]:mm
};

/// Of a format that is built in.
NumberFormat BuiltInFormat(std::uint32_t id);

/// Of a format code as it stands in the file: 0.0" %" is plain, 0% is not.
NumberFormat FormatOfCode(std::string_view code);

/// The words that a format code shows beside a number, blanks between those
/// before and behind: "kr." of #,##0 "kr." and of [$kr.-406] 0. Of its first
/// section, which positive numbers have.
std::string WordsOfCode(std::string_view code);

/// How often the code divides the number by a thousand before it is shown:
/// once for each comma right behind the last digit (#,##0, and 0.0,,).
std::uint32_t ThousandsOfCode(std::string_view code);

/// The formats of a workbook's cells, by style index.
class CellFormats {
 public:
  /// Of more than Excel's 255 letters the rest is not looked at.
  void AddCode(std::uint32_t id, std::string_view code);
  void AddStyle(std::uint32_t format_id);
  NumberFormat Of(std::uint32_t style) const {
    return style < styles_.size() ? codes_[styles_[style]].format
                                  : NumberFormat::kPlain;
  }
  /// WordsOfCode; of a format that is built in nothing.
  std::string_view Beside(std::uint32_t style) const {
    return style < styles_.size() ? codes_[styles_[style]].words
                                  : std::string_view();
  }
  /// ThousandsOfCode; of a format that is built in none.
  std::uint32_t Thousands(std::uint32_t style) const {
    return style < styles_.size() ? codes_[styles_[style]].thousands : 0;
  }

 private:
  struct Code {
    NumberFormat format = NumberFormat::kPlain;
    std::string words;
    std::uint32_t thousands = 0;
  };
  std::uint32_t Number(std::uint32_t format_id);

  std::vector<Code> codes_;
  std::map<std::uint32_t, std::uint32_t> numbers_;  // in codes_, by id
  std::vector<std::uint32_t> styles_;               // in codes_
};

/// The number of a cell as JSON writes it: plain notation without exponent
/// where it has at most 38 digits. Excel writes 17 digits of a binary number;
/// where one of at most 15 digits is the same number, it is the one meant
/// ("0.56999999999999995" is 0.57). nullopt where `text` is no number.
std::optional<std::string> ExactNumber(std::string_view text);

/// `number`, which ExactNumber gave, as Excel shows it: to 15 digits, where it
/// has more for nothing but binary arithmetic (4.35 * 100 is stored as
/// "434.99999999999994"). nullopt where that is itself.
std::optional<std::string> ShownNumber(const std::string& number);

/// Whether `stored` is how programs that write 16 digits, libxlsxwriter among
/// them, write `number`: nobody worked it out.
bool IsWrittenSo(const std::string& number, const std::string& stored);

/// A hundred times `number`, which ExactNumber gave; nullopt where that has
/// more than 38 digits.
std::optional<std::string> TimesHundred(const std::string& number);

/// The day, or day and time, or time that a number counts to, as ISO 8601
/// writes it. Day 60 of the older count is the 29 February 1900 that never was.
/// nullopt where it is no day before the year 10000.
std::optional<std::string> DateOfNumber(std::string_view number,
                                        bool counts_from_1904);

/// The hours, minutes and seconds of a number of days: "36:00:00" of 1.5.
/// nullopt where it is no number of days before the year 10000.
std::optional<std::string> ElapsedTime(std::string_view number);

}  // namespace sigte
