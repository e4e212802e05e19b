// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <deque>
#include <memory>
#include <string>
#include <string_view>

#include "engine/read/cell_formats.h"
#include "engine/read/shared_text.h"
#include "engine/read/string_store.h"
#include "engine/read/workbook.h"
#include "engine/read/xml_reader.h"
#include "engine/read/zip_package.h"

namespace sigte {

/// Reads one worksheet part (ECMA-376 part 1, 18.3) as a stream of rows. Rows
/// and cells without an address stand behind the one before.
class SheetReader : public SheetSource, private XmlHandler {
 public:
  SheetReader(std::unique_ptr<ZipPart> part, std::string name,
              const CellFormats& formats, bool counts_from_1904,
              StringStore* strings);

  bool Next(TableRow* row) override;

 private:
  void StartElement(std::string_view name, bool is_main,
                    const XmlAttributes& attributes) override;
  void EndElement(std::string_view name, bool is_main) override;
  void Characters(std::string_view text) override;

  void StartRow(const XmlAttributes& attributes);
  void StartCell(const XmlAttributes& attributes);
  void AddHiddenColumns(const XmlAttributes& attributes);
  void AddMerged(std::string_view range);
  void EndRow();
  void EndCell();
  bool ReadValue();
  bool ReadShared();
  bool ReadNumber();
  bool ReadTime(const std::string& number, NumberFormat format);
  void Refuse(MessageKey key, std::vector<LocalText> args);

  std::unique_ptr<ZipPart> part_;
  std::string name_;
  const CellFormats& formats_;
  bool counts_from_1904_;
  StringStore* strings_;
  XmlReader xml_;

  std::deque<TableRow> ready_;
  std::size_t ready_bytes_ = 0;  // of their texts, since it was empty
  std::size_t row_bytes_ = 0;
  TableRow row_;
  std::size_t last_row_ = 0;
  bool in_data_ = false;
  bool in_row_ = false;
  // The cell that is being read.
  TableCell cell_;
  std::uint32_t last_column_ = 0;
  std::string type_;
  std::uint32_t style_ = 0;
  bool in_cell_ = false;
  bool in_value_ = false;
  bool in_formula_ = false;
  bool has_value_ = false;
  std::string value_;
  std::string formula_;
  RichText inline_;
};

}  // namespace sigte
