// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/read/csv_reader.h"
#include "engine/read/table_row.h"
#include "engine/read/workbook.h"
#include "engine/table/heading_row.h"
#include "engine/table/sum_row.h"
#include "engine/table/table_plan.h"
#include "engine/table/table_setup.h"

/// Tables as the NDJSON that they stand for. The rest of the engine reads the
/// lines as any others; only who wants to know a place asks the origins.
namespace sigte {

/// Rows that became lines, in order.
struct TableBlock {
  std::shared_ptr<const TableOrigin> table;
  /// What makes every record invalid.
  std::shared_ptr<const std::vector<TableRemark>> of_all;
  /// What makes a record invalid that has something in such a column: told of
  /// the file, too. TableRecord::strays are its indices.
  std::shared_ptr<const std::vector<TableRemark>> of_columns;
  std::vector<TableRecord> records;  ///< one a line
  /// Of a table without records: what stands above it for all of them, as a
  /// record would have it. Else it has no origin.
  TableRecord nobody;
  std::string nobodys_line;
};

/// Reads one table file, a block at a time, in bounded memory.
class TableReader {
 public:
  explicit TableReader(const TableSetup& setup) : setup_(setup) {}
  virtual ~TableReader() = default;
  TableReader(const TableReader&) = delete;
  TableReader& operator=(const TableReader&) = delete;

  /// Appends about `bytes` bytes of lines to `*lines` and their origins to
  /// `*block`. False at the end, with nothing appended.
  bool Next(std::size_t bytes, std::string* lines, TableBlock* block);

  /// What is to be said of the file so far: at first of the heading, after the
  /// last row of the whole.
  std::vector<TableRemark> TakeRemarks();

  /// Whether the rows ended because the file cannot be read on.
  bool was_cut() const { return ended_ && source_->fault().has_value(); }

 protected:
  /// Takes over `rows`, which were read already and come first. `declared` is
  /// what holds for all of the table's headings.
  void Begin(std::vector<TableRow> rows, RowSource* source, TablePlan plan,
             TableDeclaration declared);
  void Remark(TableRemark remark) { remarks_.push_back(std::move(remark)); }
  /// At the end of the rows.
  virtual void Finish() {}
  /// Says where in a workbook's sheet it is; `column` 0: all of the row.
  void Locate(std::uint32_t column, std::size_t row, TableRemark* remark) const;
  const TablePlan& plan() const { return plan_; }
  std::size_t last_row() const { return last_row_; }

  const TableSetup& setup_;

 private:
  bool NextRow();
  bool IsOfTable(const TableRow& row) const;
  void Adopt(TablePlan plan);
  TablePlan PlanBelow(const TableRow& heading) const;
  bool IsRecord(const TableRow& row) const;
  void TellNoRecord(const TableRow& row, TableRecord* record);
  std::optional<Issue> NoRecord(const TableRow& row, bool* surely);
  void WriteRow(const TableRow& row, std::string* lines, TableRecord* record);
  void WriteMember(const Column& column, const TableCell& cell,
                   std::string* line, TableRecord* record) const;
  bool LosesItsZero(FieldIndex field, const TableCell& cell) const;
  void WriteEmptyTexts(const TableRow& row, std::string* line,
                       TableRecord* record) const;
  void WriteCommon(const TableRow& row, std::string* line,
                   TableRecord* record) const;
  void TellStray(const TableCell& cell, const Column& column,
                 TableRecord* record) const;
  static void Tell(Issue issue, const TableCell& cell, TableRecord* record);
  void WriteFileValue(FieldIndex field, const TableCell& cell,
                      TableRecord* record) const;
  std::optional<Issue> FileValueFault(FieldIndex index,
                                      const TableCell& cell) const;
  void CheckCommon(const CommonValue& value);
  void TellNobodys();
  void TellUnused(const CommonValue& value);
  void LookAbove();
  Place PlaceOf(const TableCell& cell, std::size_t row) const;
  void End(TableBlock* block);

  RowSource* source_ = nullptr;
  std::vector<TableRow> first_rows_;
  std::size_t next_first_ = 0;
  TableRow row_;
  TablePlan plan_;
  std::optional<ColumnSums> sums_;  // borrows plan_
  std::shared_ptr<const std::vector<TableRemark>> of_all_;
  std::shared_ptr<const std::vector<TableRemark>> of_columns_;
  TableDeclaration declared_;
  std::optional<TablePlan> next_plan_;  // of the rows that come next
  std::vector<TableRow> labels_;        // since the last heading
  std::size_t first_heading_row_ = 0;
  bool ended_ = false;
  bool any_record_ = false;
  std::size_t last_row_ = 0;
  std::vector<std::size_t> hidden_rows_;
  std::size_t hidden_count_ = 0;
  std::vector<TableRemark> remarks_;
};

/// The table in CSV file `fd` (seekable, borrowed); null with `*fault` where
/// it has none: no heading is found with any separator.
std::unique_ptr<TableReader> OpenCsv(int fd, const TableSetup& setup,
                                     std::optional<TableRemark>* fault);

/// The same of a workbook: the sheet that its own description names, else the
/// first that has a heading, visible ones before hidden ones.
std::unique_ptr<TableReader> OpenWorkbook(int fd, const TableSetup& setup,
                                          std::optional<TableRemark>* fault);

/// Nothing stands there but blanks.
bool IsBlankCell(const TableCell& cell);

/// Reads up to kHeadingWindow rows, and no more once they take kMaxRowBytes.
std::vector<TableRow> ReadWindow(RowSource* source);

/// A fault of reading as a remark about `table`.
TableRemark RemarkOf(const TableFault& fault,
                     std::shared_ptr<const TableOrigin> table);

}  // namespace sigte
