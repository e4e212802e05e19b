// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/issue.h"
#include "engine/read/table_row.h"
#include "engine/record/layout.h"
#include "engine/record/record.h"
#include "engine/record/row_origin.h"
#include "engine/table/names.h"
#include "engine/table/unit_names.h"
#include "engine/text/folding.h"

/// Cells as the JSON values that they stand for.
namespace sigte {

/// Something about one cell of a record: an error makes the record invalid, a
/// warning is a question, a note decides nothing.
struct CellFinding {
  CellFinding(Issue about, FieldIndex of, const TableCell& at)
      : issue(std::move(about)), field(of) {
    cell.column = at.column;
    cell.place = at.place;
    cell.text = at.text;
    cell.doubled = at.doubled;
    cell.part = at.flaw;
  }

  Issue issue;
  FieldIndex field = kNoField;
  CellOrigin cell;  ///< its span is not set
};

/// A number that can be read in more ways than one. In the line stands the
/// first way, with blanks behind it, so that any other fits in its place.
struct OpenReading {
  FieldIndex field = kNoField;
  Span span;                         ///< in the line
  std::vector<std::string> numbers;  ///< as JSON writes them
  MessageKey told = "D356.two-readings";
  bool rounded = false;  ///< the second number is
};

/// The second of an open reading's numbers in words.
LocalText SecondNumber(const OpenReading& open);

/// One row of a table: where its line came from, and what is to be said of it.
struct TableRecord {
  RowOrigin origin;
  std::vector<CellFinding> findings;
  std::vector<OpenReading> readings;
  /// What stands once for the file and with no record: an object; empty: none.
  std::string file = {};
  /// Columns in which something stands and no field's name above it, as indices
  /// of TableBlock::of_columns.
  std::vector<std::size_t> strays = {};
  std::vector<UnreadValue> unread;  ///< cells that the line has nothing of
  /// What is told instead of all else where the schema has something against
  /// the row: that it looks like no record.
  std::optional<CellFinding> instead = {};
  /// `instead` is told even where the schema has nothing against the row.
  bool is_none = false;
};

/// What is known of a cell before it is read.
struct CellReading {
  /// The file has no types (CSV), so that a number in a text is no news.
  bool from_text = false;
  /// The heading says the plain unit (table/unit_names.h).
  bool in_plain_unit = false;
  /// As a number it would lose what it is hidden by: "0101…".
  bool is_private = false;
};

/// Immutable once made; may be shared.
class CellValues {
 public:
  /// Borrows both.
  CellValues(const Layout& layout, const Folder& folder);

  /// Appends `cell` to `*line` as the value of `field`, and what is to be said
  /// of it to `*record`. What cannot be the field's value is written as it
  /// stands, so that the schema has its say.
  void Write(FieldIndex field, const TableCell& cell, CellReading how,
             std::string* line, TableRecord* record) const;

  /// What `text` means where the field's values are closed: the choice's value;
  /// empty where it is none of them.
  std::string ChoiceOf(FieldIndex field, std::string_view text) const;

  /// Whether two cells say the same of `field`: "Egedal" and "240".
  bool AreSame(FieldIndex field, const TableCell& one,
               const TableCell& other) const;

  const UnitNames& UnitsOf(FieldIndex field) const { return units_[field]; }

 private:
  struct Target;  // where one value goes

  bool WriteJson(const Target& to) const;
  bool WriteUnreadable(const Target& to) const;
  bool WriteMarker(const Target& to, std::string_view text) const;
  void WriteText(const Target& to) const;
  void WriteChoice(const Target& to) const;
  void WriteList(const Target& to) const;
  void WriteOpenList(const Target& to, std::string_view text) const;
  void WriteItem(const Target& to, std::string_view item) const;
  void WriteNumber(const Target& to) const;
  void WriteScaled(const Target& to) const;
  void WriteNumberText(const Target& to) const;
  void WriteBool(const Target& to) const;
  void AppendChoice(FieldIndex field, std::size_t choice,
                    std::string* line) const;
  bool SplitsInto(FieldIndex field, std::string_view text,
                  std::string_view signs, std::vector<std::size_t>* choices,
                  std::string_view* unknown) const;
  bool SplitsSurely(const Target& to, std::string_view text,
                    std::vector<std::size_t>* choices) const;
  bool SplitsSomehow(const Target& to, std::string_view text,
                     std::vector<std::size_t>* choices) const;
  void SayUnknown(const Target& to, MessageKey key,
                  std::string_view text) const;
  void WriteReadings(const Target& to, UnitWord unit,
                     std::vector<std::string> numbers) const;
  static void Ask(const Target& to, const TableCell& shown,
                  std::vector<LocalText> args, OpenReading open);

  const Layout& layout_;
  std::vector<ChoiceNames> choices_;  // by FieldIndex
  std::vector<UnitNames> units_;      // by FieldIndex
};

}  // namespace sigte
