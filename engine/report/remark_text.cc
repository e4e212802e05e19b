// SPDX-License-Identifier: MPL-2.0

// How single remarks are written, and which of many are kept.

#include <algorithm>
#include <utility>

#include "engine/base/argument_place.h"
#include "engine/base/utf8.h"
#include "engine/report/blocks.h"
#include "engine/report/remarks.h"
#include "engine/report/style.h"

namespace sigte {
namespace {

using Grade = Remark::Grade;

// "B7" → 2; 0 where it does not begin with a letter.
std::size_t ColumnOf(std::string_view cell) {
  std::size_t column = 0;
  for (const char c : cell) {
    if (c < 'A' || c > 'Z' || column > 20000) break;
    column = column * 26 + static_cast<std::size_t>(c - 'A' + 1);
  }
  return column;
}

Ink InkOf(Grade grade) {
  if (grade == Grade::kError) return Ink::kRed;
  return grade <= Grade::kWarning ? Ink::kYellow : Ink::kBlue;
}

}  // namespace

std::string BareWording(std::string_view text) {
  constexpr std::string_view kName = "abcdefghijklmnopqrstuvwxyz_0123456789";
  std::string bare;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (const ArgumentPlace place = PlaceAt(text.substr(i)); place.size != 0) {
      bare += place.is_plural ? place.other : "\u2026";
      i += place.size - 1;
      continue;
    }
    const std::size_t end = text.find_first_not_of(kName, i + 1);
    if (text[i] == '{' && end != text.npos && end > i + 1 && text[end] == '}') {
      bare += "\u2026";
      i = end;
    } else {
      bare += text[i];
    }
  }
  return bare;
}

std::string OneLine(std::string_view text) {
  std::string flat(text);
  for (char& c : flat) {
    if (c == '\n' || c == '\r') c = ' ';
  }
  return Shorten(Printable(flat), kLongestText);
}

std::string RemarkPlace(const Remark& remark) {
  if (remark.location != nullptr && !remark.location->cell.empty()) {
    return remark.file + ":" + PlaceInFile(*remark.location);
  }
  if (!remark.sheet.empty()) {
    const std::string row = std::to_string(remark.line);
    return remark.file + ":" + SheetName(remark.sheet) + "!" + row + ":" + row;
  }
  const Place place = RemarkPosition(remark);
  return remark.file + ":" + std::to_string(place.line) + ":" +
         std::to_string(place.column);
}

std::string RemarkLine(const Remark& remark, Lang lang, bool color) {
  std::string line = Inked(RemarkPlace(remark) + ":", Ink::kBold, color) + " ";
  line +=
      Inked(GradeWord(remark.grade, lang) + ":", InkOf(remark.grade), color);
  line += ' ';
  if (!remark.record.empty()) line += remark.record + ": ";
  line += remark.message;
  if (!remark.heading.empty() && !NamesColumn(remark.message, remark.heading)) {
    line += " (" + remark.heading + ")";
  }
  line += " [" + remark.code;
  if (remark.slug != remark.code) line += " " + remark.slug;
  return line + "]\n";
}

std::string RemarkText(const Remark& remark) {
  std::string text = remark.record.empty() ? "" : remark.record + ": ";
  text += remark.message;
  const Location* location = remark.location;
  if (location == nullptr || location->cell.empty()) return text;
  text += " (" + PlaceInFile(*location);
  if (!remark.heading.empty()) text += ", " + remark.heading;
  return text + ")";
}

Place RemarkPosition(const Remark& remark) {
  if (remark.location == nullptr)
    return {std::max<std::size_t>(1, remark.line), 1};
  const Location& location = *remark.location;
  Place place = location.place;
  if (!location.cell.empty()) place.column = ColumnOf(location.cell);
  return {std::max<std::size_t>(1, place.line),
          std::max<std::size_t>(1, place.column)};
}

std::optional<std::size_t> RemarkEnd(const Remark& remark) {
  if (remark.location == nullptr) return std::nullopt;
  if (!remark.location->cell.empty()) return std::nullopt;
  if (remark.location->end_column <= remark.location->place.column) {
    return std::nullopt;
  }
  return remark.location->end_column;
}

std::string GradeWord(Remark::Grade grade, Lang lang) {
  switch (grade) {
    case Grade::kError: return Message(lang, "issue.error");
    case Grade::kReview:
    case Grade::kWarning: return Message(lang, "issue.warning");
    case Grade::kNote:
    case Grade::kLeftOut:
    case Grade::kSettled: return Message(lang, "issue.note");
  }
  return {};
}

void WorstRemarks::Add(Remark::Grade grade, std::string text) {
  const auto index = static_cast<std::size_t>(grade);
  ++counts_[index];
  Keep(index, {std::move(text), 1});
}

void WorstRemarks::Keep(std::size_t grade, Kept kept) {
  auto& all = kept_[grade];
  const auto same = std::ranges::find(all, kept.text, &Kept::text);
  if (same != all.end()) {
    same->times += kept.times;
  } else if (all.size() < limit_) {
    all.push_back(std::move(kept));
  }
}

void WorstRemarks::Merge(WorstRemarks other) {
  for (std::size_t i = 0; i < kGrades; ++i) {
    counts_[i] += other.counts_[i];
    for (Kept& kept : other.kept_[i]) Keep(i, std::move(kept));
  }
}

}  // namespace sigte
