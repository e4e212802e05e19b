// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/source.h"
#include "engine/record/layout.h"

/// Where a record that was a row of a table came from: which bytes of the JSON
/// line that stands for the row are which cell. Knows no file format.
namespace sigte {

/// What all rows of one table have in common.
struct TableOrigin {
  std::string sheet;         ///< a workbook's sheet; empty: a text file
  bool is_workbook = false;  ///< cells have names like B7
  char separator = ';';      ///< between a row's cells where it is shown whole
  std::vector<std::string> headings;  ///< as they stand, by column - 1
  /// By FieldIndex: the field's column, from 1; 0: it has none.
  std::vector<std::uint32_t> columns;

  std::string_view HeadingOf(std::uint32_t column) const {
    return column >= 1 && column <= headings.size() ? headings[column - 1]
                                                    : std::string_view();
  }
};

/// A cell that a value of the line was read from.
struct CellOrigin {
  Span span;                 ///< the value in the line, bytes
  std::uint32_t column = 0;  ///< from 1
  /// A workbook's cell: its row. A text's: where the cell begins.
  Place place;
  std::string text;       ///< the cell's own
  bool verbatim = false;  ///< the value is a string of exactly that text
  /// What stands beside a value that all rows have; empty: the column's
  /// heading.
  std::string label = {};
  /// A text's cell: offsets in `text` of the quotation marks that stand twice.
  std::vector<std::uint32_t> doubled = {};
  Span part = {};  ///< of `text`: what is meant; empty: all of it
};

struct RowOrigin {
  const TableOrigin* table = nullptr;  ///< outlives the row
  std::size_t row = 1;                 ///< a workbook's row, a text's line
  /// In the order of their spans; blank cells are left out.
  std::vector<CellOrigin> cells;
  /// Of a text's row: where each cell begins, blank ones too, by column - 1.
  std::vector<Place> places;

  const CellOrigin* CellAt(std::size_t offset) const;  ///< null: none there
};

/// "A" for 1, "AA" for 27.
std::string ColumnLetters(std::uint32_t column);

/// "B7"
std::string CellName(std::uint32_t column, std::size_t row);

}  // namespace sigte
