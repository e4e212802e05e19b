// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/issue.h"
#include "engine/read/cell_formats.h"
#include "engine/read/string_store.h"
#include "engine/read/table_row.h"
#include "engine/read/zip_package.h"

/// Workbooks in Office Open XML (ECMA-376), as every program writes them. Reads
/// values only: formulas are not worked out, links not followed, macros not
/// looked at.
namespace sigte {

struct SheetInfo {
  std::string name;
  std::string part;
  bool hidden = false;
};

/// What a sheet says beside its rows. Whole only when its rows were read.
struct SheetRemarks {
  /// From and to, from 1: columns that are not shown. Before the first row.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> hidden_columns;
  struct Range {
    std::size_t first_row, last_row;
    std::uint32_t first_column, last_column;
  };
  std::vector<Range> merged;  ///< cells of which only the first has a value
};

class SheetSource : public RowSource {
 public:
  const SheetRemarks& remarks() const { return remarks_; }

 protected:
  SheetRemarks remarks_;
};

class WorkbookFile {
 public:
  /// Null with `*fault` when `fd` (seekable, borrowed) holds no workbook.
  static std::unique_ptr<WorkbookFile> Open(int fd,
                                            std::optional<Issue>* fault);

  /// In the workbook's order; only sheets with cells.
  const std::vector<SheetInfo>& sheets() const { return sheets_; }
  bool has_macros() const { return has_macros_; }

  /// The rows of sheet `index`; null with `*fault`. Borrows the workbook.
  std::unique_ptr<SheetSource> OpenSheet(std::size_t index,
                                         std::optional<Issue>* fault);

 private:
  WorkbookFile() = default;
  bool ReadParts(std::optional<Issue>* fault);
  bool ReadStyles(const std::string& part, std::optional<Issue>* fault);
  bool ReadStrings(std::optional<Issue>* fault);

  std::unique_ptr<ZipPackage> package_;
  std::vector<SheetInfo> sheets_;
  bool has_macros_ = false;
  bool counts_from_1904_ = false;
  CellFormats formats_;
  std::string strings_part_;  // empty: none, or they are read
  StringStore strings_;
};

/// What a file is, from its first bytes (at least eight, or all there are).
enum class FileSignature : std::uint8_t {
  kOther,
  kZip,
  kCompoundFile,
  kPacked,  ///< by a program of its own: gzip and the like
};
FileSignature SignatureOf(std::string_view bytes);

/// What packed the file that begins with `bytes`: "gzip"; empty: nothing did.
std::string_view PackerOf(std::string_view bytes);

}  // namespace sigte
