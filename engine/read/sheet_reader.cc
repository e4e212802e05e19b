// SPDX-License-Identifier: MPL-2.0

// Rows and cells of a worksheet.
#include "engine/read/sheet_reader.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "engine/base/blank.h"
#include "engine/base/numbers.h"
#include "engine/record/row_origin.h"

namespace sigte {
namespace {

constexpr std::size_t kMaxRanges = 100'000;
constexpr std::size_t kMaxColumnRanges = 1'000;
constexpr std::size_t kFormulaShown = 200;
// Few bytes of XML can name the same long text again and again.
constexpr std::size_t kMaxReadyBytes = 4 * kMaxRowBytes;

struct Address {
  std::size_t row = 0;
  std::uint32_t column = 0;
};

// "B7" or "$B$7"; nullopt for what no sheet has.
std::optional<Address> ReadAddress(std::string_view text) {
  Address address;
  std::size_t at = text.starts_with('$') ? 1 : 0;
  for (; at < text.size(); ++at) {
    const char c = static_cast<char>(text[at] & ~0x20);
    if (c < 'A' || c > 'Z') break;
    address.column =
        address.column * 26 + static_cast<std::uint32_t>(c - 'A') + 1;
    if (address.column > kMaxColumns) return std::nullopt;
  }
  if (at < text.size() && text[at] == '$') ++at;
  const char* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data() + at, end, address.row);
  const bool good = read.ec == std::errc() && read.ptr == end &&
                    address.row >= 1 && address.row <= kMaxRows &&
                    address.column >= 1;
  return good ? std::optional(address) : std::nullopt;
}

std::optional<std::size_t> ReadNumberIn(std::string_view text) {
  std::size_t value = 0;
  const char* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, value);
  if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return value;
}

}  // namespace

SheetReader::SheetReader(std::unique_ptr<ZipPart> part, std::string name,
                         const CellFormats& formats, bool counts_from_1904,
                         StringStore* strings)
    : part_(std::move(part)),
      name_(std::move(name)),
      formats_(formats),
      counts_from_1904_(counts_from_1904),
      strings_(strings),
      xml_(part_.get(), name_, this) {}

bool SheetReader::Next(TableRow* row) {
  while (ready_.empty() && xml_.Step()) {
  }
  if (!ready_.empty()) {
    *row = std::move(ready_.front());
    ready_.pop_front();
    if (ready_.empty()) ready_bytes_ = 0;
    return true;
  }
  if (xml_.fault() && !fault_) {
    fault_ = TableFault{*xml_.fault(), 0, 0, {}, {}};
  }
  return false;
}

void SheetReader::Refuse(MessageKey key, std::vector<LocalText> args) {
  xml_.Stop(PackageIssue(key, std::move(args)));
}

void SheetReader::StartElement(std::string_view name, bool is_main,
                               const XmlAttributes& attributes) {
  if (!is_main) return;
  if (in_cell_) {
    in_value_ = name == "v";
    in_formula_ = name == "f";
    has_value_ = has_value_ || in_value_;
    cell_.is_formula = cell_.is_formula || in_formula_;
    inline_.Start(name, attributes);
  } else if (name == "c" && in_row_) {
    StartCell(attributes);
  } else if (name == "row" && in_data_) {
    StartRow(attributes);
  } else if (name == "sheetData") {
    in_data_ = true;
  } else if (name == "col") {
    AddHiddenColumns(attributes);
  } else if (name == "mergeCell") {
    AddMerged(attributes.Get("ref").value_or(""));
  }
}

void SheetReader::EndElement(std::string_view name, bool is_main) {
  if (!is_main) return;
  if (in_cell_) {
    in_value_ = in_formula_ = false;
    inline_.End(name);
    if (name == "c") EndCell();
  } else if (name == "row" && in_row_) {
    EndRow();
  } else if (name == "sheetData") {
    in_data_ = false;
  }
}

void SheetReader::Characters(std::string_view text) {
  if (!in_cell_) return;
  if (in_value_) {
    value_ += text;
  } else if (in_formula_) {
    if (formula_.size() < kFormulaShown) formula_ += text;
  } else {
    inline_.Add(text);
  }
  if (value_.size() <= kMaxCellBytes &&
      inline_.text().size() <= kMaxCellBytes) {
    return;
  }
  Refuse("D311.cell-too-long", {std::string(kMaxCellWords)});
}

void SheetReader::StartRow(const XmlAttributes& attributes) {
  std::size_t number = last_row_ + 1;
  if (const auto given = attributes.Get("r")) {
    const auto read = ReadNumberIn(*given);
    if (!read || *read < number || *read > kMaxRows) {
      Refuse("D335.bad-address", {name_, *given});
      return;
    }
    number = *read;
  }
  if (number > kMaxRows) {
    Refuse("D335.bad-address", {name_, std::to_string(number)});
    return;
  }
  last_row_ = number;
  row_ = {};
  row_.number = number;
  row_.hidden = attributes.IsTrue("hidden");
  row_bytes_ = 0;
  last_column_ = 0;
  in_row_ = true;
}

void SheetReader::StartCell(const XmlAttributes& attributes) {
  std::uint32_t column = last_column_ + 1;
  if (const auto given = attributes.Get("r")) {
    const auto address = ReadAddress(*given);
    if (!address || address->row != row_.number || address->column < column) {
      Refuse("D335.bad-address", {name_, *given});
      return;
    }
    column = address->column;
  }
  if (column > kMaxColumns) {
    Refuse("D312.too-many-columns", {CountText(kMaxColumns)});
    return;
  }
  last_column_ = column;
  cell_ = {};
  cell_.column = column;
  cell_.place = {row_.number, 1};
  type_ = attributes.Get("t").value_or("n");
  style_ = static_cast<std::uint32_t>(
      ReadNumberIn(attributes.Get("s").value_or("")).value_or(0));
  value_.clear();
  formula_.clear();
  inline_.Clear();
  in_cell_ = true;
  has_value_ = false;
}

void SheetReader::EndCell() {
  in_cell_ = false;
  if (!ReadValue()) return;
  if (cell_.kind == CellKind::kText && Trimmed(cell_.text).empty()) return;
  const std::size_t bytes = cell_.text.size() + cell_.beside.size();
  row_bytes_ += bytes;
  ready_bytes_ += bytes;
  row_.cells.push_back(std::move(cell_));
  if (row_bytes_ > kMaxRowBytes || ready_bytes_ > kMaxReadyBytes) {
    Refuse("D337.row-too-long", {std::string(kMaxRowWords)});
  }
}

// False where the file is refused.
bool SheetReader::ReadValue() {
  const bool nothing =
      type_ == "inlineStr" ? inline_.text().empty() : value_.empty();
  // A formula may well have given an empty text; then it says so.
  const bool calculated = has_value_ && (type_ == "str" || !nothing);
  if (cell_.is_formula && !calculated && type_ != "inlineStr") {
    cell_.kind = CellKind::kUncalculated;
    cell_.text = "=" + formula_;
    return true;
  }
  if (nothing) return true;
  if (type_ == "s") return ReadShared();
  if (type_ == "inlineStr") {
    cell_.text = WithoutEscapes(inline_.text());
  } else if (type_ == "str") {
    cell_.text = WithoutEscapes(value_);
  } else if (type_ == "b") {
    const std::string_view value = Trimmed(value_);
    cell_.kind = CellKind::kBool;
    cell_.text = value == "1" || value == "true" ? "TRUE" : "FALSE";
  } else if (type_ == "e") {
    cell_.kind = CellKind::kError;
    cell_.text = Trimmed(value_);
  } else if (type_ == "d") {
    constexpr std::string_view kMidnight = "T00:00:00";
    cell_.kind = CellKind::kDate;
    cell_.text = Trimmed(value_);
    const std::size_t time = cell_.text.find(kMidnight);
    if (time != std::string::npos) cell_.text.resize(time);
  } else {
    return ReadNumber();
  }
  return true;
}

bool SheetReader::ReadShared() {
  const auto index = ReadNumberIn(Trimmed(value_));
  if (!index || *index >= strings_->size()) {
    Refuse("D336.no-such-text", {name_, CellName(cell_.column, row_.number)});
    return false;
  }
  if (strings_->Get(*index, &cell_.text)) return true;
  Refuse("D330.no-room", {strings_->error()});
  return false;
}

bool SheetReader::ReadNumber() {
  const std::string_view value = Trimmed(value_);
  auto number = ExactNumber(value);
  const NumberFormat format = formats_.Of(style_);
  if (number && ReadTime(*number, format)) return true;
  if (number) {
    if (auto shown = ShownNumber(*number)) {
      const bool is_plain = IsWrittenSo(*shown, *number);
      std::string stored = *std::exchange(number, std::move(shown));
      if (!is_plain) cell_.stored = std::move(stored);
    }
  }
  const bool percent = format == NumberFormat::kPercent;
  if (number && percent) number = TimesHundred(*number);
  if (!number) {
    cell_.text = value;
    return true;
  }
  cell_.kind = CellKind::kNumber;
  cell_.number = *number;
  cell_.beside = formats_.Beside(style_);
  cell_.thousands = formats_.Thousands(style_);
  cell_.text = percent ? *number + " %" : *number;
  return true;
}

// False where the format shows no time, or the number is none.
bool SheetReader::ReadTime(const std::string& number, NumberFormat format) {
  std::optional<std::string> shown;
  if (format == NumberFormat::kElapsed) shown = ElapsedTime(number);
  if (format == NumberFormat::kDate) {
    shown = DateOfNumber(number, counts_from_1904_);
  }
  if (!shown) return false;
  cell_.kind = CellKind::kDate;
  cell_.text = *std::move(shown);
  cell_.number = number;
  return true;
}

void SheetReader::EndRow() {
  in_row_ = false;
  if (!row_.cells.empty()) ready_.push_back(std::move(row_));
}

void SheetReader::AddHiddenColumns(const XmlAttributes& attributes) {
  if (!attributes.IsTrue("hidden")) return;
  const auto first = ReadNumberIn(attributes.Get("min").value_or(""));
  const auto last = ReadNumberIn(attributes.Get("max").value_or(""));
  if (!first || !last || remarks_.hidden_columns.size() >= kMaxColumnRanges)
    return;
  const std::size_t most = kMaxColumns;
  remarks_.hidden_columns.emplace_back(
      static_cast<std::uint32_t>(std::min(*first, most)),
      static_cast<std::uint32_t>(std::min(*last, most)));
}

void SheetReader::AddMerged(std::string_view range) {
  const std::size_t colon = range.find(':');
  if (colon == std::string_view::npos) return;
  const auto first = ReadAddress(range.substr(0, colon));
  const auto last = ReadAddress(range.substr(colon + 1));
  if (!first || !last || remarks_.merged.size() >= kMaxRanges) return;
  remarks_.merged.push_back(
      {first->row, last->row, first->column, last->column});
}

}  // namespace sigte
