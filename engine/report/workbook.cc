// SPDX-License-Identifier: MPL-2.0

#include "engine/report/workbook.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <system_error>

#include "engine/base/system_words.h"
#include "engine/base/utf8.h"
#include "engine/report/workbook_text.h"

namespace sigte {
namespace {

// The library would put the time of day in the file.
constexpr std::time_t kFixedTime = 946684800;  // 2000-01-01T00:00:00Z

constexpr auto kMostWhole = static_cast<double>(kMostExact);
constexpr double kMostDecimal = 1e300;

double ToDouble(const Decimal& number) {
  const std::string text = number.ToString();
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// The library takes texts that it does not change as char*.
char* Chars(const std::string& text) {
  return text.empty() ? nullptr : const_cast<char*>(text.c_str());
}

std::string SheetName(const std::string& name) {
  constexpr std::string_view kForbidden = "[]:*?/\\'";
  std::string out = Printable(name);
  std::ranges::replace_if(
      out, [&](char c) { return kForbidden.find(c) != kForbidden.npos; }, '_');
  return std::string(FirstUtf16(out, kMostInSheetName));
}

lxw_data_validation Bare(const InputCheck& check) {
  lxw_data_validation to{};
  to.ignore_blank = LXW_VALIDATION_ON;
  to.show_input = LXW_VALIDATION_ON;
  to.show_error = LXW_VALIDATION_ON;
  to.dropdown = LXW_VALIDATION_ON;
  to.error_type = check.strict ? LXW_VALIDATION_ERROR_TYPE_STOP
                               : LXW_VALIDATION_ERROR_TYPE_WARNING;
  return to;
}

void SetBounds(const InputCheck& check, double most, lxw_data_validation* to) {
  to->criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
  to->minimum_number = check.minimum ? ToDouble(*check.minimum) : -most;
  to->maximum_number = check.maximum ? ToDouble(*check.maximum) : most;
}

void SetKind(const InputCheck& check, const std::string& list,
             lxw_data_validation* to) {
  switch (check.kind) {
    case InputCheck::Kind::kAny: to->validate = LXW_VALIDATION_TYPE_ANY; return;
    case InputCheck::Kind::kList:
      to->validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
      to->value_formula = Chars(list);
      return;
    case InputCheck::Kind::kWhole:
      to->validate = LXW_VALIDATION_TYPE_INTEGER;
      SetBounds(check, kMostWhole, to);
      return;
    case InputCheck::Kind::kDecimal:
      to->validate = LXW_VALIDATION_TYPE_DECIMAL;
      SetBounds(check, kMostDecimal, to);
      return;
    case InputCheck::Kind::kLength:
      to->validate = LXW_VALIDATION_TYPE_LENGTH;
      to->criteria = LXW_VALIDATION_CRITERIA_LESS_THAN_OR_EQUAL_TO;
      to->value_number = static_cast<double>(check.max_length);
      return;
  }
}

// The system's words, as where any other file cannot be written.
std::string NoRoom() { return SystemWords(ENOSPC); }

// The library says of files that they cannot be made or read, and leaves the
// reason in errno.
std::string WordsFor(int result, int reason) {
  const bool file = result == LXW_ERROR_CREATING_XLSX_FILE ||
                    result == LXW_ERROR_CREATING_TMPFILE ||
                    result == LXW_ERROR_READING_TMPFILE ||
                    result == LXW_ERROR_ZIP_FILE_OPERATION;
  if (file && reason != 0) return SystemWords(reason);
  return Message(SystemLanguage(), "workbook.library-fault",
                 {std::to_string(result)});
}

// Room for a note, which does not grow with its text.
lxw_comment_options NoteBox(std::string_view text) {
  constexpr std::size_t kLettersAcross = 44;
  constexpr std::size_t kMostLines = 24;
  lxw_comment_options box{};
  const std::size_t lines = std::min(LinesIn(text, kLettersAcross), kMostLines);
  box.width = 300;
  box.height = static_cast<std::uint16_t>(24 + 16 * lines);
  box.font_size = 9;
  return box;
}

}  // namespace

bool Sheet::Text(Row row, Column column, std::string_view text,
                 const Style& style) {
  if (sheet_ == nullptr) return true;
  const std::string safe = CellText(text);
  const std::string_view kept = FirstUtf16(safe, kMostInCell);
  if (kept.empty()) {
    Blank(row, column, style);
    return true;
  }
  workbook_->Expect(worksheet_write_string(sheet_, row, Col(column),
                                           std::string(kept).c_str(),
                                           workbook_->FormatOf(style)));
  return kept.size() == safe.size();
}

void Sheet::Number(Row row, Column column, const Decimal& number,
                   const Style& style) {
  if (sheet_ == nullptr) return;
  workbook_->Expect(worksheet_write_number(
      sheet_, row, Col(column), ToDouble(number), workbook_->FormatOf(style)));
}

void Sheet::Formula(Row row, Column column, const std::string& formula,
                    const std::string& shown, const Style& style) {
  if (sheet_ == nullptr) return;
  workbook_->Expect(worksheet_write_formula_str(
      sheet_, row, Col(column), formula.c_str(), workbook_->FormatOf(style),
      CellText(shown).c_str()));
}

void Sheet::NumberFormula(Row row, Column column, const std::string& formula,
                          std::int64_t shown, const Style& style) {
  if (sheet_ == nullptr) return;
  workbook_->Expect(worksheet_write_formula_num(
      sheet_, row, Col(column), formula.c_str(), workbook_->FormatOf(style),
      static_cast<double>(shown)));
}

void Sheet::Blank(Row row, Column column, const Style& style) {
  if (sheet_ == nullptr) return;
  workbook_->Expect(worksheet_write_blank(sheet_, row, Col(column),
                                          workbook_->FormatOf(style)));
}

void Sheet::Link(Row row, Column column, const std::string& sheet,
                 const std::string& cell, std::string_view text,
                 const Style& style) {
  if (sheet_ == nullptr) return;
  if (links_++ >= kMostLinks) {
    Text(row, column, text, style);
    return;
  }
  const std::string target = "internal:" + QuotedSheet(sheet) + "!" + cell;
  workbook_->Expect(worksheet_write_url_opt(
      sheet_, row, Col(column), target.c_str(), workbook_->FormatOf(style),
      CellText(text).c_str(), nullptr));
}

void Sheet::Note(Row row, Column column, std::string_view text) {
  if (sheet_ == nullptr) return;
  if (notes_++ >= kMostNotes) return;
  constexpr std::size_t kMostInNote = 2000;
  const std::string safe = ShortenAtWord(CellText(text), kMostInNote);
  lxw_comment_options box = NoteBox(safe);
  workbook_->Expect(worksheet_write_comment_opt(sheet_, row, Col(column),
                                                safe.c_str(), &box));
}

void Sheet::Wide(Row row, Column first, Column last, std::string_view text,
                 const Style& style) {
  if (sheet_ == nullptr) return;
  workbook_->Expect(worksheet_merge_range(
      sheet_, row, Col(first), row, Col(last),
      std::string(FirstUtf16(CellText(text), kMostInCell)).c_str(),
      workbook_->FormatOf(style)));
}

void Sheet::Width(Column first, Column last, double letters) {
  if (sheet_ == nullptr) return;
  workbook_->Expect(
      worksheet_set_column(sheet_, Col(first), Col(last), letters, nullptr));
}

void Sheet::Height(Row row, double points) {
  if (sheet_ == nullptr) return;
  workbook_->Expect(worksheet_set_row(sheet_, row, points, nullptr));
}

void Sheet::Check(const CellRange& range, const InputCheck& check) {
  if (sheet_ == nullptr) return;
  const std::string list = "=" + check.list;
  const std::string hint_title =
      ShortenAtWord(CellText(check.hint_title), kMostInHintTitle);
  const std::string hint = ShortenAtWord(CellText(check.hint), kMostInHint);
  const std::string error_title =
      ShortenAtWord(CellText(check.error_title), kMostInHintTitle);
  const std::string error = ShortenAtWord(CellText(check.error), kMostInHint);
  lxw_data_validation to = Bare(check);
  SetKind(check, list, &to);
  to.input_title = Chars(hint_title);
  to.input_message = Chars(hint);
  to.error_title = Chars(error_title);
  to.error_message = Chars(error);
  workbook_->Expect(worksheet_data_validation_range(
      sheet_, range.first_row, Col(range.first_column), range.last_row,
      Col(range.last_column), &to));
}

void Sheet::MarkWhere(const CellRange& range, const std::string& formula,
                      Mark mark) {
  if (sheet_ == nullptr) return;
  lxw_conditional_format rule{};
  rule.type = LXW_CONDITIONAL_TYPE_FORMULA;
  rule.value_string = Chars(formula);
  rule.format = workbook_add_format(workbook_->workbook_);
  ApplyMark(mark, rule.format);
  workbook_->Expect(worksheet_conditional_format_range(
      sheet_, range.first_row, Col(range.first_column), range.last_row,
      Col(range.last_column), &rule));
}

void Sheet::ExpectTextNumbers(const CellRange& range) {
  if (sheet_ == nullptr) return;
  const std::string cells = CellReference(range.first_row, range.first_column) +
                            ":" +
                            CellReference(range.last_row, range.last_column);
  workbook_->Expect(worksheet_ignore_errors(
      sheet_, LXW_IGNORE_NUMBER_STORED_AS_TEXT, cells.c_str()));
}

Workbook::Workbook(const std::string& path, const std::string& scratch_folder)
    : scratch_folder_(scratch_folder) {
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  options.tmpdir = Chars(scratch_folder_);
  options.use_zip64 = LXW_FALSE;
  workbook_ = workbook_new_opt(path.c_str(), &options);
}

Workbook::~Workbook() {
  if (workbook_ != nullptr) lxw_workbook_free(workbook_);
}

Sheet* Workbook::Add(const std::string& name) {
  const std::string safe = SheetName(name);
  lxw_worksheet* sheet = workbook_ == nullptr
                             ? nullptr
                             : workbook_add_worksheet(workbook_, safe.c_str());
  // Its scratch file could not be made: all that is written to it is lost.
  if (sheet == nullptr) Expect(LXW_ERROR_CREATING_TMPFILE);
  sheets_.push_back(std::unique_ptr<Sheet>(new Sheet(this, sheet, safe)));
  return sheets_.back().get();
}

void Workbook::Name(const std::string& name, const Sheet& sheet,
                    const CellRange& range) {
  if (workbook_ == nullptr) return;
  const std::string cells =
      "=" + QuotedSheet(sheet.name()) + "!" +
      FixedReference(range.first_row, range.first_column) + ":" +
      FixedReference(range.last_row, range.last_column);
  Expect(workbook_define_name(workbook_, name.c_str(), cells.c_str()));
}

void Workbook::Describe(const WorkbookProperties& properties) {
  if (workbook_ == nullptr) return;
  const std::string title(FirstUtf16(CellText(properties.title), 255));
  const std::string subject(FirstUtf16(CellText(properties.subject), 255));
  const std::string comments(FirstUtf16(CellText(properties.comments), 255));
  std::string author = "Sigte";
  lxw_doc_properties to{};
  to.title = Chars(title);
  to.subject = Chars(subject);
  to.comments = Chars(comments);
  to.author = author.data();
  to.created = kFixedTime;
  Expect(workbook_set_properties(workbook_, &to));
  for (const auto& [name, value] : properties.custom) {
    const std::string safe(FirstUtf16(CellText(value), 255));
    if (safe.empty()) continue;
    Expect(workbook_set_custom_property_string(workbook_, name.c_str(),
                                               safe.c_str()));
  }
}

// The library does not look whether its scratch files could be written, and
// would leave a hole in the workbook: its rows lie in one file a sheet, and are
// copied into another when the workbook is closed.
void Workbook::ExpectScratch() {
  constexpr std::uint64_t kBytesOfNote = 2500;
  constexpr std::uint64_t kRest = 4 * 1024 * 1024;
  std::uint64_t needed = kRest;
  for (const auto& sheet : sheets_) {
    if (sheet->sheet_ == nullptr) continue;
    std::FILE* const rows = sheet->sheet_->optimize_tmpfile;
    if (rows == nullptr) continue;
    const bool whole = std::fflush(rows) == 0 && std::ferror(rows) == 0;
    const long size = std::ftell(rows);
    if ((!whole || size < 0) && error_.empty()) error_ = NoRoom();
    needed += static_cast<std::uint64_t>(std::max(0L, size)) * 2;
    needed += std::min(sheet->notes_, Sheet::kMostNotes) * kBytesOfNote;
  }
  std::error_code error;
  const auto space = std::filesystem::space(scratch_folder_, error);
  if (!error && space.available < needed && error_.empty()) {
    error_ = NoRoom();
  }
}

bool Workbook::Close() {
  if (workbook_ != nullptr) ExpectScratch();
  if (!error_.empty()) return false;
  lxw_workbook* workbook = workbook_;
  workbook_ = nullptr;
  if (workbook == nullptr) {
    Expect(LXW_ERROR_CREATING_TMPFILE);
    return false;
  }
  Expect(workbook_close(workbook));  // frees it in any case
  return error_.empty();
}

lxw_format* Workbook::FormatOf(const Style& style) {
  lxw_format*& format = formats_[style];
  if (format == nullptr) {
    format = workbook_add_format(workbook_);
    Apply(style, format);
  }
  return format;
}

void Workbook::Expect(int result) {
  if (result == LXW_NO_ERROR || !error_.empty()) return;
  error_ = WordsFor(result, errno);
}

}  // namespace sigte

#if defined(__SANITIZE_ADDRESS__)
// libxlsxwriter 1.1.4 (Debian 12) does not give back the formula of a list from
// which a cell is chosen: worksheet_data_validation_range keeps a copy.
extern "C" const char* __lsan_default_suppressions() {
  return "leak:lxw_strdup\n";
}
extern "C" const char* __lsan_default_options() {
  return "print_suppressions=0";
}
#endif
