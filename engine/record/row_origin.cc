// SPDX-License-Identifier: MPL-2.0

// Cells by the bytes that stand for them, and their names.
#include "engine/record/row_origin.h"

#include <algorithm>

namespace sigte {

const CellOrigin* RowOrigin::CellAt(std::size_t offset) const {
  const auto after = std::ranges::upper_bound(
      cells, offset, {},
      [](const CellOrigin& cell) { return cell.span.begin; });
  if (after == cells.begin()) return nullptr;
  const CellOrigin& cell = *(after - 1);
  return offset < cell.span.end ? &cell : nullptr;
}

std::string ColumnLetters(std::uint32_t column) {
  std::string letters;
  for (; column > 0; column = (column - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
  }
  return letters;
}

std::string CellName(std::uint32_t column, std::size_t row) {
  return ColumnLetters(column) + std::to_string(row);
}

}  // namespace sigte
