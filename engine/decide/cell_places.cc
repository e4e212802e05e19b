// SPDX-License-Identifier: MPL-2.0

// From generated lines back to the cells.

#include "engine/decide/cell_places.h"

#include <algorithm>

#include "engine/decide/places.h"

namespace sigte {
namespace {

// The row's beginning, where nothing better is known.
CellOrigin FirstCell(const RowOrigin& row) {
  CellOrigin first;
  first.column = 1;
  first.place = {row.row, 1};
  for (const CellOrigin& cell : row.cells) {
    if (cell.label.empty() &&
        (first.text.empty() || cell.column < first.column))
      first = cell;
  }
  return first;
}

std::size_t LineStart(std::string_view text, std::size_t offset) {
  const std::size_t before =
      offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
  return before == std::string_view::npos ? 0 : before + 1;
}

// Letters of bytes `part` of the cell's text as its file has them.
std::size_t LettersInFile(const CellOrigin& cell, Span part) {
  const auto first = std::ranges::lower_bound(cell.doubled, part.begin);
  const auto last = std::ranges::lower_bound(cell.doubled, part.end);
  return CountLetters(std::string_view(cell.text).substr(
             part.begin, part.end - part.begin)) +
         static_cast<std::size_t>(last - first);
}

}  // namespace

void LocateInCell(const TableOrigin& table, const CellOrigin& cell, Span part,
                  Location* location) {
  const std::string_view text = cell.text;
  const std::size_t begin = std::min(part.begin, text.size());
  const std::size_t start = LineStart(text, begin);
  const std::size_t line_end = std::min(text.find('\n', begin), text.size());
  const std::size_t end = std::clamp(part.end, begin, line_end);
  location->sheet = table.sheet;
  location->heading =
      cell.label.empty() ? table.HeadingOf(cell.column) : cell.label;
  location->place = cell.place;
  if (table.is_workbook) {
    const std::string row = std::to_string(cell.place.line);
    location->cell = cell.column == 0 ? row + ":" + row
                                      : CellName(cell.column, cell.place.line);
    location->place.column = CountLetters(text.substr(0, begin)) + 1;
  } else {
    location->cell.clear();
    const auto breaks = static_cast<std::size_t>(std::count(
        text.begin(), text.begin() + static_cast<std::ptrdiff_t>(start), '\n'));
    const std::size_t letters = LettersInFile(cell, {start, begin});
    location->place.line += breaks;
    location->place.column =
        breaks == 0 ? cell.place.column + letters : 1 + letters;
  }
  location->end_column =
      location->place.column + LettersInFile(cell, {begin, end});
  ShowLine(text.substr(start, line_end - start), {begin - start, end - start},
           location);
}

void LocateInRow(const RowOrigin& row, std::string_view line, Span span,
                 Location* location) {
  const CellOrigin* cell = row.CellAt(span.begin);
  if (cell == nullptr) {
    const CellOrigin first = FirstCell(row);
    LocateInCell(*row.table, first, {0, first.text.size()}, location);
    return;
  }
  Span part{0, cell->text.size()};
  const std::size_t inside = cell->span.begin + 1;  // behind the quote
  if (cell->verbatim && span.begin >= inside && span.end < cell->span.end) {
    const std::string_view raw =
        line.substr(inside, cell->span.end - 1 - inside);
    part = {TextOffset(raw, span.begin - inside),
            TextOffset(raw, span.end - inside)};
  }
  LocateInCell(*row.table, *cell, part, location);
}

void LocateColumn(const RowOrigin& row, std::uint32_t column,
                  Location* location) {
  const auto known =
      std::ranges::find_if(row.cells, [&](const CellOrigin& cell) {
        return cell.column == column && cell.label.empty();
      });
  if (known != row.cells.end()) {
    LocateInCell(*row.table, *known, {0, known->text.size()}, location);
    return;
  }
  CellOrigin blank;
  blank.column = column;
  blank.place =
      column <= row.places.size() ? row.places[column - 1] : Place{row.row, 1};
  LocateInCell(*row.table, blank, {}, location);
}

}  // namespace sigte
