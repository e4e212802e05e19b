// SPDX-License-Identifier: MPL-2.0

// CSV, a byte of decoded text at a time.
#include "engine/read/csv_reader.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "engine/base/blank.h"
#include "engine/base/numbers.h"
#include "engine/base/system_words.h"
#include "engine/base/utf8.h"

namespace sigte {
namespace {

constexpr std::size_t kChunk = 64UL * 1024;
constexpr std::string_view kSeparatorLine = "sep=";

}  // namespace

CsvReader::CsvReader(int fd, const Format& format)
    : fd_(fd),
      separator_(format.separator),
      decoder_(format.encoding.encoding),
      offset_(format.encoding.mark_size) {}

// More text; false at its end, or with a fault.
bool CsvReader::Fill() {
  const std::size_t done = quote_ ? quote_->at : at_;
  text_.erase(0, done);
  at_ -= done;
  if (quote_) quote_->at = 0;
  std::erase_if(replaced_, [done](std::size_t at) { return at < done; });
  for (std::size_t& at : replaced_) at -= done;
  const std::size_t before = text_.size();
  std::array<char, kChunk> bytes;
  while (text_.size() == before && !at_end_) {
    const ssize_t got =
        pread(fd_, bytes.data(), bytes.size(), static_cast<off_t>(offset_));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return Fail("D310.table-unreadable", {SystemWords(errno)});
    at_end_ = got == 0;
    offset_ += static_cast<std::size_t>(got);
    decoder_.Decode({bytes.data(), static_cast<std::size_t>(got)}, at_end_,
                    &text_);
    replaced_.insert(replaced_.end(), decoder_.replaced().begin(),
                     decoder_.replaced().end());
  }
  return text_.size() > before;
}

bool CsvReader::Peek(char* c) {
  if (at_ == text_.size() && !Fill()) return false;
  *c = text_[at_];
  return true;
}

// What has no meaning makes its cell unreadable, and no more than that.
void CsvReader::NoteFlaw() {
  if (flaw_) return;
  if (text_[at_] == '\0') {
    flaw_ = CellKind::kZeroByte;
  } else if (std::ranges::binary_search(replaced_, at_)) {
    flaw_ = CellKind::kUndecodable;
  }
}

void CsvReader::TellFlaw(TableCell* cell) {
  if (!flaw_) return;
  std::string mark(1, '\0');
  if (*flaw_ == CellKind::kUndecodable) {
    mark.clear();
    AppendUtf8(kReplacement, &mark);
  }
  cell->kind = *flaw_;
  const std::size_t at = cell->text.find(mark);
  if (at != std::string::npos) cell->flaw = {at, at + mark.size()};
  std::ranges::replace(cell->text, '\0', ' ');
}

void CsvReader::Take() {
  if (!replaced_.empty() || text_[at_] == '\0') NoteFlaw();
  const char c = text_[at_++];
  if (c == '\n') {
    ++place_.line;
    place_.column = 1;
  } else if (!IsContinuation(c)) {
    ++place_.column;
  }
}

void CsvReader::SkipSeparatorLine() {
  begun_ = true;
  Fill();
  const std::size_t end = text_.find_first_of("\r\n");
  if (!text_.starts_with(kSeparatorLine) || end != kSeparatorLine.size() + 1) {
    return;
  }
  while (at_ < end) Take();
  TakeLineBreak();
}

// "\r\n", "\n" or "\r" alone.
bool CsvReader::TakeLineBreak() {
  char c = 0;
  if (!Peek(&c) || (c != '\r' && c != '\n')) return false;
  Take();
  if (c == '\n') return true;
  if (Peek(&c) && c == '\n') {
    Take();
  } else {
    ++place_.line;
    place_.column = 1;
  }
  return true;
}

bool CsvReader::Next(TableRow* row) {
  if (!begun_) SkipSeparatorLine();
  char c = 0;
  while (!fault_ && Peek(&c)) {
    row->cells.clear();
    row->places.clear();
    row->number = place_.line;
    row->hidden = false;
    width_ = 0;
    std::size_t bytes = 0;
    bool more = true;
    while (more) {
      if (++width_ > kMaxColumns) {
        return Fail("D312.too-many-columns", {CountText(kMaxColumns)},
                    row->number);
      }
      TableCell cell;
      cell.column = width_;
      cell.place = place_;
      row->places.push_back(place_);
      if (!ReadCell(&cell)) return false;
      bytes += cell.text.size();
      if (bytes > kMaxRowBytes) {
        return Fail("D337.row-too-long", {std::string(kMaxRowWords)},
                    row->number);
      }
      if (!Trimmed(cell.text).empty() || cell.kind != CellKind::kText) {
        row->cells.push_back(std::move(cell));
      }
      more = Peek(&c) && c == separator_;
      if (more) Take();
    }
    TakeLineBreak();
    if (!row->cells.empty()) return true;
  }
  return false;
}

bool CsvReader::ReadCell(TableCell* cell) {
  flaw_.reset();
  const bool is_read = ReadText(cell);
  TellFlaw(cell);
  return is_read;
}

bool CsvReader::ReadText(TableCell* cell) {
  char c = 0;
  if (Peek(&c) && c == '"') {
    quote_ = Quote{at_, place_};
    const bool ends = ReadQuoted(cell);
    if (!ends && !fault_) TakeBack(cell);
    quote_.reset();
    if (ends || fault_) return !fault_;
  }
  ReadPlain(cell);
  if (cell->text.size() <= kMaxCellBytes) return !fault_;
  return FailAt(cell->place, cell->column, "D311.cell-too-long",
                {std::string(kMaxCellWords)});
}

bool CsvReader::FailAt(Place place, std::uint32_t column, MessageKey key,
                       std::vector<LocalText> args) {
  Fail(key, std::move(args), place.line, column);
  fault_->place = place;
  return false;
}

void CsvReader::ReadPlain(TableCell* cell) {
  char c = 0;
  while (Peek(&c) && !IsEndOfCell(c) && cell->text.size() <= kMaxCellBytes) {
    cell->text += c;
    Take();
  }
}

// What would be one cell of many rows: nobody knows where it should have ended,
// and the rows are not to be lost.
void CsvReader::TakeBack(TableCell* cell) {
  at_ = quote_->at;
  place_ = cell->place = quote_->place;
  cell->text.clear();
  cell->doubled.clear();
  cell->kind = CellKind::kUnclosed;
  flaw_.reset();
}

// The mark that opens the cell is the next byte. False where none closes it, or
// one in another line that does not end the cell.
bool CsvReader::ReadQuoted(TableCell* cell) {
  Take();
  cell->place = place_;
  char c = 0;
  while (Peek(&c)) {
    if (cell->text.size() > kMaxCellBytes) return false;
    if (c == '"') {
      Take();
      if (!Peek(&c) || c != '"') {
        const std::size_t closed = cell->text.size();
        ReadPlain(cell);
        if (Trimmed(std::string_view(cell->text).substr(closed)).empty()) {
          cell->text.resize(closed);
        } else if (place_.line > quote_->place.line) {
          return false;
        } else {
          cell->kind = CellKind::kMisquoted;
        }
        return true;
      }
      cell->doubled.push_back(static_cast<std::uint32_t>(cell->text.size()));
    }
    if (c == '\r') {
      TakeLineBreak();
      c = '\n';
    } else {
      Take();
    }
    cell->text += c;
  }
  return false;
}

char DeclaredSeparator(int fd, const EncodingGuess& encoding) {
  std::array<char, 64> bytes;
  const ssize_t got = pread(fd, bytes.data(), bytes.size(),
                            static_cast<off_t>(encoding.mark_size));
  if (got <= 0) return '\0';
  std::string text;
  TextDecoder(encoding.encoding)
      .Decode({bytes.data(), static_cast<std::size_t>(got)}, false, &text);
  const std::size_t end = text.find_first_of("\r\n");
  if (!text.starts_with(kSeparatorLine) || end != kSeparatorLine.size() + 1) {
    return '\0';
  }
  return text[kSeparatorLine.size()];
}

}  // namespace sigte
