// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "engine/read/table_row.h"
#include "engine/read/text_decoder.h"

namespace sigte {

/// Reads CSV (RFC 4180) and what spreadsheets make of it: any separator of one
/// ASCII letter, any of the three line breaks, line breaks within quotes, any
/// number of cells a row, a first line "sep=;". Quotation marks that do not
/// close where a cell ends make a cell kMisquoted; one that nothing closes, or
/// only something in a later line that ends no cell, is read as a letter of a
/// kUnclosed cell, and the rows behind it are rows. Memory is bounded by one
/// row.
class CsvReader : public RowSource {
 public:
  struct Format {
    EncodingGuess encoding;
    char separator = ';';
  };

  /// Borrows `fd`, which is read from its start and not moved.
  CsvReader(int fd, const Format& format);

  bool Next(TableRow* row) override;

  /// How many cells the last row had, blank ones at its end included.
  std::uint32_t width() const { return width_; }
  std::size_t bytes_read() const { return offset_; }

 private:
  bool Fill();
  /// The next byte of the text without taking it; false at its end.
  bool Peek(char* c);
  void Take();
  void SkipSeparatorLine();
  bool ReadCell(TableCell* cell);
  bool ReadText(TableCell* cell);
  bool ReadQuoted(TableCell* cell);
  void TakeBack(TableCell* cell);
  bool FailAt(Place place, std::uint32_t column, MessageKey key,
              std::vector<LocalText> args = {});
  void ReadPlain(TableCell* cell);
  bool TakeLineBreak();
  void NoteFlaw();
  void TellFlaw(TableCell* cell);
  bool IsEndOfCell(char c) const {
    return c == separator_ || c == '\n' || c == '\r';
  }

  int fd_;
  char separator_;
  TextDecoder decoder_;
  std::size_t offset_;
  // The mark that opens the cell that is being read, for TakeBack.
  struct Quote {
    std::size_t at;  // in text_
    Place place;
  };

  std::string text_;  // decoded and not yet taken, from at_ on; and the quote's
  std::size_t at_ = 0;
  std::optional<Quote> quote_;
  std::vector<std::size_t> replaced_;  // in text_: what the decoder replaced
  std::optional<CellKind> flaw_;       // of the cell's first that is no letter
  bool at_end_ = false;
  bool begun_ = false;
  Place place_;  // of the byte at at_
  std::uint32_t width_ = 0;
};

/// The separator that a first line "sep=;" declares; '\0' where there is none.
char DeclaredSeparator(int fd, const EncodingGuess& encoding);

}  // namespace sigte
