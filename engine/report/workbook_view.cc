// SPDX-License-Identifier: MPL-2.0

// How a sheet is shown and printed: what stays in sight, what is locked, hidden
// or filtered.

#include <xlsxwriter.h>

#include "engine/report/workbook.h"

namespace sigte {

void Sheet::Freeze(Row row, Column column) {
  if (sheet_ == nullptr) return;
  worksheet_freeze_panes(sheet_, row, Col(column));
}

void Sheet::Filter(const CellRange& range) {
  if (sheet_ == nullptr) return;
  workbook_->Expect(
      worksheet_autofilter(sheet_, range.first_row, Col(range.first_column),
                           range.last_row, Col(range.last_column)));
}

void Sheet::Protect() {
  if (sheet_ == nullptr) return;
  lxw_protection allowed{};
  allowed.format_columns = 1;
  allowed.format_rows = 1;
  allowed.sort = 1;
  allowed.autofilter = 1;
  worksheet_protect(sheet_, nullptr, &allowed);
}

void Sheet::Hide() {
  if (sheet_ == nullptr) return;
  worksheet_hide(sheet_);
}

void Sheet::HideColumns(Column first, Column last) {
  if (sheet_ == nullptr) return;
  lxw_row_col_options options{};
  options.hidden = LXW_TRUE;
  workbook_->Expect(worksheet_set_column_opt(
      sheet_, Col(first), Col(last), LXW_DEF_COL_WIDTH, nullptr, &options));
}

void Sheet::Activate() {
  if (sheet_ == nullptr) return;
  worksheet_activate(sheet_);
}

void Sheet::PrintAcross(std::optional<Row> repeat, std::uint16_t pages,
                        Column columns) {
  if (sheet_ == nullptr) return;
  worksheet_set_landscape(sheet_);
  constexpr std::uint8_t kA4 = 9;
  worksheet_set_paper(sheet_, kA4);
  worksheet_fit_to_pages(sheet_, pages, 0);
  worksheet_set_margins(sheet_, 0.4, 0.4, 0.5, 0.6);
  if (repeat)
    workbook_->Expect(worksheet_repeat_rows(sheet_, *repeat, *repeat));
  if (columns > 0) {
    workbook_->Expect(worksheet_repeat_columns(sheet_, 0, Col(columns - 1)));
  }
  workbook_->Expect(worksheet_set_footer(sheet_, "&L&F \u00b7 &A&R&P / &N"));
}

void Sheet::HideGrid() {
  if (sheet_ == nullptr) return;
  worksheet_gridlines(sheet_, LXW_HIDE_ALL_GRIDLINES);
}

void Sheet::Zoom(std::uint16_t percent) {
  if (sheet_ == nullptr) return;
  worksheet_set_zoom(sheet_, percent);
}

}  // namespace sigte
