// SPDX-License-Identifier: MPL-2.0

// Excel's limits, told apart from the library that writes the files.

#include "engine/report/workbook_text.h"

#include <algorithm>

#include "engine/base/ascii.h"
#include "engine/base/utf8.h"

namespace sigte {
namespace {

constexpr char32_t kFirstOutsideBmp = 0x10000;

std::size_t UnitsOf(char32_t c) { return c >= kFirstOutsideBmp ? 2 : 1; }

// "_x000D_" at `at`, as Excel writes a character that XML has no room for.
bool IsEscape(std::string_view text, std::size_t at) {
  constexpr std::size_t kLength = 7;
  if (text.size() < at + kLength) return false;
  const std::string_view part = text.substr(at, kLength);
  return part[0] == '_' && part[1] == 'x' && part[6] == '_' &&
         std::ranges::all_of(part.substr(2, 4), IsHexDigit);
}

bool IsNoncharacter(char32_t c) { return c == 0xFFFE || c == 0xFFFF; }

// What Printable leaves and XML still has no room for, or Excel would read.
void AppendForXml(std::string_view printable, std::string* out) {
  for (std::size_t offset = 0; offset < printable.size();) {
    if (IsEscape(printable, offset)) *out += "_x005F";
    const char32_t c = NextCodePoint(printable, &offset);
    AppendUtf8(IsNoncharacter(c) ? kReplacement : c, out);
  }
}

// Where to cut: after the last sentence, else the last word, of `text`.
std::size_t CutPlace(std::string_view text) {
  const std::size_t sentence = text.rfind(". ");
  if (sentence != std::string_view::npos && sentence > text.size() / 3) {
    return sentence + 1;
  }
  const std::size_t word = text.rfind(' ');
  return word == std::string_view::npos ? text.size() : word;
}

}  // namespace

bool KeepsItsDigits(const Decimal& number) {
  const Int128 digits = number.coefficient();
  return digits <= kMostExact && digits >= -kMostExact;
}

std::size_t CountUtf16(std::string_view text) {
  std::size_t units = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    units += UnitsOf(NextCodePoint(text, &offset));
  }
  return units;
}

std::string_view FirstUtf16(std::string_view text, std::size_t limit) {
  std::size_t units = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t begin = offset;
    units += UnitsOf(NextCodePoint(text, &offset));
    if (units > limit) return text.substr(0, begin);
  }
  return text;
}

std::string ShortenAtWord(std::string_view text, std::size_t limit) {
  constexpr std::size_t kRoomForEllipsis = 2;
  if (CountUtf16(text) <= limit) return std::string(text);
  std::string_view kept = FirstUtf16(text, limit - kRoomForEllipsis);
  kept = kept.substr(0, CutPlace(kept));
  return std::string(kept) + (kept.ends_with('.') ? " …" : "…");
}

std::string CellText(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t stop =
        std::min(text.find_first_of("\r\n\t", at), text.size());
    AppendForXml(Printable(text.substr(at, stop - at)), &out);
    if (stop == text.size()) break;
    out += text[stop] == '\t' ? '\t' : '\n';
    const bool pair = text.substr(stop, 2) == "\r\n";
    at = stop + (pair ? 2 : 1);
  }
  return out;
}

bool LosesSigns(std::string_view text) {
  // Control characters, and the first bytes of those that are two or three.
  const bool suspect = std::ranges::any_of(text, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F ||
           byte == 0xC2 || byte == 0xE2;
  });
  if (!suspect) return false;
  for (std::size_t at = text.find('\r'); at != text.npos;
       at = text.find('\r', at + 1)) {
    if (text.substr(at, 2) != "\r\n") return true;
  }
  const auto replaced = [](std::string_view in) {
    constexpr std::string_view kSign = "\uFFFD";
    std::size_t count = 0;
    for (std::size_t at = in.find(kSign); at != in.npos;
         at = in.find(kSign, at + kSign.size())) {
      ++count;
    }
    return count;
  };
  return replaced(CellText(text)) > replaced(text);
}

bool LooksLikeFormula(std::string_view text) {
  constexpr std::string_view kStarts = "=+-@\t\r";
  return !text.empty() && kStarts.find(text.front()) != kStarts.npos;
}

std::string HarmlessText(std::string_view text) {
  return (LooksLikeFormula(text) ? "'" : "") + std::string(text);
}

std::string ColumnName(std::uint32_t column) {
  constexpr std::uint32_t kLetters = 26;
  std::string name;
  for (std::uint32_t rest = column + 1; rest > 0;
       rest = (rest - 1) / kLetters) {
    name.insert(name.begin(), static_cast<char>('A' + (rest - 1) % kLetters));
  }
  return name;
}

std::string CellReference(std::uint32_t row, std::uint32_t column) {
  return ColumnName(column) + std::to_string(row + 1);
}

std::string FixedReference(std::uint32_t row, std::uint32_t column) {
  return "$" + ColumnName(column) + "$" + std::to_string(row + 1);
}

std::string FormulaText(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

std::string QuotedSheet(std::string_view name) {
  std::string out = "'";
  for (const char c : name) {
    if (c == '\'') out += '\'';
    out += c;
  }
  return out + "'";
}

std::string ListName(std::string_view name) {
  constexpr std::size_t kMost = 100;
  std::string out = "list_";
  for (const char c : name.substr(0, kMost)) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                       IsDigit(c) || c == '_';
    out += plain ? c : '_';
  }
  return out;
}

double RowHeight(std::size_t lines) {
  constexpr double kLine = 15;
  constexpr double kRoom = 3;
  constexpr double kMost = 409;
  return std::min(static_cast<double>(lines) * kLine + kRoom, kMost);
}

std::size_t LinesIn(std::string_view text, std::size_t width) {
  std::size_t lines = 0;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::size_t columns = DisplayWidth(text.substr(at, end - at));
    lines += std::max<std::size_t>(1, (columns + width - 1) / width);
    at = end + 1;
  }
  return lines;
}

}  // namespace sigte
