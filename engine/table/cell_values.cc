// SPDX-License-Identifier: MPL-2.0

// From cells to values.
#include "engine/table/cell_values.h"

#include <algorithm>
#include <utility>

#include "engine/base/blank.h"
#include "engine/base/numbers.h"
#include "engine/read/json_reader.h"
#include "engine/record/own_heading.h"
#include "engine/table/cell_target.h"
#include "engine/table/number_text.h"

namespace sigte {
namespace {

constexpr std::string_view kSureListSigns = ";\n\r";
constexpr std::string_view kListSigns = ";,\n\r+&";

// What our own workbooks write for a list without values.
bool IsEmptyList(std::string_view text) {
  return text.starts_with('(') &&
         (text == Message(Lang::kDa, "value.empty-list") ||
          text == Message(Lang::kEn, "value.empty-list"));
}

// "1)" and "b" before a name.
bool IsMark(std::string_view text) {
  constexpr std::size_t kLongestMark = 3;
  return Trimmed(text).size() <= kLongestMark;
}

std::string ToLower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

// "1 and 3" as "1 ; 3".
std::string WithoutAnds(std::string_view text) {
  std::string all;
  for (const std::string& ands : Message("table.words-and").in) {
    all += " " + ands + " ";
  }
  std::string out;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string_view word = text.substr(at, end - at);
    const bool is_and = !word.empty() && all.find(" " + ToLower(word) + " ") !=
                                             std::string::npos;
    out += is_and ? ";" : word;
    out += ' ';
    at = end + 1;
  }
  return out;
}

bool IsNumber(const Field& field) {
  return field.type == FieldType::kInt || field.type == FieldType::kDecimal;
}

}  // namespace

CellValues::CellValues(const Layout& layout, const Folder& folder)
    : layout_(layout) {
  for (const Field& field : layout.fields()) {
    choices_.emplace_back(field, folder);
    units_.emplace_back(field, folder);
  }
}

void CellValues::Write(FieldIndex field, const TableCell& cell, CellReading how,
                       std::string* line, TableRecord* record) const {
  const std::size_t begin = line->size();
  const Target to{field, cell, how, line, record};
  const Field& asked = layout_[field];
  bool verbatim = false;
  if (WriteJson(to)) {
    // As it was sent.
  } else if (how.is_private) {
    AppendString(cell.text, line);
    verbatim = true;
  } else if (WriteUnreadable(to)) {
    verbatim = true;
  } else if (asked.is_list) {
    WriteList(to);
  } else if (!asked.choices.empty()) {
    WriteChoice(to);
  } else if (asked.type == FieldType::kText) {
    WriteText(to);
    verbatim = true;
  } else if (asked.type == FieldType::kBool) {
    WriteBool(to);
  } else {
    WriteNumber(to);
  }
  record->origin.cells.push_back(
      {{begin, line->size()}, cell.column, cell.place, cell.text, verbatim});
  record->origin.cells.back().doubled = cell.doubled;
}

// What a reply keeps of JSON that is of no type of its field.
bool CellValues::WriteJson(const Target& to) const {
  std::string_view text = Trimmed(to.cell.text);
  if (to.cell.kind != CellKind::kText || !text.starts_with(kJsonMark)) {
    return false;
  }
  text.remove_prefix(kJsonMark.size());
  const PaddedText padded(text);
  Document document;
  IssueList ignored;
  if (!JsonReader().Read(padded.text(), nullptr, 0, &document, &ignored)) {
    return false;
  }
  const std::size_t begin = to.line->size();
  *to.line += text;
  // A row is one line, and no text of JSON has a break in it.
  std::replace_if(
      to.line->begin() + static_cast<std::ptrdiff_t>(begin), to.line->end(),
      [](char c) { return c == '\n' || c == '\r'; }, ' ');
  return true;
}

bool CellValues::WriteUnreadable(const Target& to) const {
  const auto refuse = [&](MessageKey key, std::vector<LocalText> args) {
    to.Say(key, Severity::kError, std::move(args));
    AppendString(to.cell.text, to.line);
    return true;
  };
  switch (to.cell.kind) {
    case CellKind::kUncalculated: return refuse("D350.not-calculated", {});
    case CellKind::kError: return refuse("D351.error-value", {to.cell.text});
    case CellKind::kMisquoted: return refuse("D352.misplaced-quote", {});
    case CellKind::kUndecodable: return refuse("D390.not-its-encoding", {});
    case CellKind::kZeroByte: return refuse("D394.zero-byte", {});
    case CellKind::kUnclosed: return refuse("D313.quote-not-closed", {});
    case CellKind::kDate:
    case CellKind::kText:
    case CellKind::kNumber:
    case CellKind::kBool: break;
  }
  return false;
}

// What says that there is no answer is null where null is an answer.
bool CellValues::WriteMarker(const Target& to, std::string_view text) const {
  if (!layout_[to.field].nullable) return false;
  if (!layout_.missing_markers.Has(text) && !choices_[to.field].IsNull(text)) {
    return false;
  }
  *to.line += "null";
  return true;
}

void CellValues::WriteText(const Target& to) const {
  if (to.cell.kind == CellKind::kDate) {
    to.Say("D377.date-as-text", Severity::kNote, {to.cell.text});
  }
  AppendString(to.cell.text, to.line);
}

void CellValues::AppendChoice(FieldIndex field, std::size_t choice,
                              std::string* line) const {
  const std::string& value = layout_[field].choices[choice].value;
  if (layout_[field].type == FieldType::kText) {
    AppendString(value, line);
  } else {
    *line += value;
  }
}

void CellValues::WriteChoice(const Target& to) const {
  const ChoiceNames& names = choices_[to.field];
  const std::string_view text = Trimmed(to.cell.text);
  const std::size_t choice = names.Find(text);
  if (choice != NameTable::kNone) {
    AppendChoice(to.field, choice, to.line);
    return;
  }
  if (WriteMarker(to, text)) return;
  if (!layout_.missing_markers.Has(text)) {
    SayUnknown(to, "D353.unknown-choice", text);
  }
  AppendString(to.cell.text, to.line);
}

// With the nearest of the field's values, or all of them.
void CellValues::SayUnknown(const Target& to, MessageKey key,
                            std::string_view text) const {
  IssueList issues;
  issues.UnknownTitle(key, std::string(text), choices_[to.field].Titles());
  to.Say(key, Severity::kError, {});
  to.record->findings.back().issue = issues.issues().front();
}

bool CellValues::SplitsInto(FieldIndex field, std::string_view text,
                            std::string_view signs,
                            std::vector<std::size_t>* choices,
                            std::string_view* unknown) const {
  choices->clear();
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end =
        std::min(text.find_first_of(signs, at), text.size());
    const std::string_view part = Trimmed(text.substr(at, end - at));
    at = end + 1;
    if (part.empty()) continue;
    choices->push_back(choices_[field].Find(part));
    if (choices->back() == NameTable::kNone) {
      *unknown = part;
      return false;
    }
  }
  return !choices->empty();
}

// Two marks that a spreadsheet took for a decimal number ("1,2") are still two.
// Values may have commas in their names, so they part only what else would mean
// nothing. What is no value is told.
bool CellValues::SplitsSomehow(const Target& to, std::string_view text,
                               std::vector<std::size_t>* choices) const {
  std::string_view unknown = text;
  std::string_view finer;
  if (to.cell.kind == CellKind::kNumber) {
    if (SplitsInto(to.field, text, ".", choices, &finer)) return true;
  } else {
    std::string_view word;
    if (SplitsInto(to.field, text, kSureListSigns, choices, &unknown) ||
        SplitsInto(to.field, text, kListSigns, choices, &finer) ||
        SplitsInto(to.field, WithoutAnds(text), kListSigns, choices, &word)) {
      return true;
    }
    if (unknown == text) unknown = finer;
  }
  SayUnknown(to, "D354.unknown-list", unknown);
  return false;
}

// "1;1" is two of a kind, and no number with the name behind it; so is "Own,
// own", but neither "1, Own" nor what has a comma in its name.
bool CellValues::SplitsSurely(const Target& to, std::string_view text,
                              std::vector<std::size_t>* choices) const {
  std::string_view unknown;
  if (text.find_first_of(kSureListSigns) != text.npos &&
      SplitsInto(to.field, text, kSureListSigns, choices, &unknown)) {
    return true;
  }
  const std::size_t sign = text.find_first_of(kListSigns);
  const bool is_number = IsNumber(layout_[to.field]) && !HasLetter(text);
  const bool is_one = sign == text.npos || is_number ||
                      choices_[to.field].FindName(text) != NameTable::kNone;
  if (is_one || !SplitsInto(to.field, text, kListSigns, choices, &unknown)) {
    return false;
  }
  const bool is_marked =
      IsMark(text.substr(0, sign)) != IsMark(text.substr(sign + 1));
  return choices->size() != 2 || choices->front() != choices->back() ||
         !is_marked;
}

void CellValues::WriteList(const Target& to) const {
  const std::string_view text = Trimmed(to.cell.text);
  if (IsEmptyList(text)) {
    *to.line += "[]";
    return;
  }
  if (layout_[to.field].choices.empty()) return WriteOpenList(to, text);
  std::vector<std::size_t> chosen;
  bool known = SplitsSurely(to, text, &chosen);
  if (!known) {
    chosen = {choices_[to.field].Find(text)};
    known = chosen.front() != NameTable::kNone;
  }
  if (!known && WriteMarker(to, text)) return;
  known = known || SplitsSomehow(to, text, &chosen);
  if (!known) {
    AppendString(to.cell.text, to.line);
    return;
  }
  *to.line += '[';
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    if (i > 0) *to.line += ',';
    AppendChoice(to.field, chosen[i], to.line);
  }
  *to.line += ']';
}

// One value between each two semicolons or line breaks.
void CellValues::WriteOpenList(const Target& to, std::string_view text) const {
  if (WriteMarker(to, text)) return;
  const bool is_number =
      to.cell.kind == CellKind::kNumber && IsNumber(layout_[to.field]);
  if (is_number && to.cell.text == to.cell.number) {
    to.line->append("[").append(to.cell.number).append("]");
    return;
  }
  *to.line += '[';
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end =
        std::min(text.find_first_of(";\n", at), text.size());
    const std::string_view part = Trimmed(text.substr(at, end - at));
    at = end + 1;
    if (part.empty()) continue;
    if (to.line->back() != '[') *to.line += ',';
    WriteItem(to, part);
  }
  *to.line += ']';
}

// What is not, or not surely, of the list's type stands as a text, so that the
// schema has its say.
void CellValues::WriteItem(const Target& to, std::string_view item) const {
  const Field& field = layout_[to.field];
  if (field.type == FieldType::kBool) {
    const std::size_t truth = choices_[to.field].Find(item);
    if (truth != NameTable::kNone) {
      *to.line += truth == ChoiceNames::kTrue ? "true" : "false";
      return;
    }
  } else if (IsNumber(field)) {
    std::string rest;
    const UnitNames& units = units_[to.field];
    const auto numbers = NumbersIn(units.WithoutOwn(item), &rest);
    const UnitWord unit = units.Beside(rest);
    if (numbers.size() == 1 &&
        (unit == UnitWord::kNone || unit == UnitWord::kOwn)) {
      *to.line += numbers.front();
      return;
    }
    // A list has no place for a question.
    if (numbers.size() > 1 && unit != UnitWord::kOther) {
      to.Say("D356.two-readings", Severity::kError,
             {item, UngroupedText(numbers[0]), UngroupedText(numbers[1])});
    }
  }
  AppendString(item, to.line);
}

void CellValues::WriteBool(const Target& to) const {
  const std::string_view text = Trimmed(to.cell.text);
  const std::size_t truth = choices_[to.field].Find(text);
  if (truth != NameTable::kNone) {
    *to.line += truth == ChoiceNames::kTrue ? "true" : "false";
    return;
  }
  if (WriteMarker(to, text)) return;
  if (!layout_.missing_markers.Has(text)) {
    to.Say("D373.no-truth-value", Severity::kError, {text});
  }
  AppendString(to.cell.text, to.line);
}

bool CellValues::AreSame(FieldIndex field, const TableCell& one,
                         const TableCell& other) const {
  TableRecord nobody;
  std::string first;
  std::string second;
  Write(field, one, {}, &first, &nobody);
  Write(field, other, {}, &second, &nobody);
  return first == second;
}

std::string CellValues::ChoiceOf(FieldIndex field,
                                 std::string_view text) const {
  const std::size_t choice = choices_[field].Find(Trimmed(text));
  return choice == NameTable::kNone ? std::string()
                                    : layout_[field].choices[choice].value;
}

}  // namespace sigte
