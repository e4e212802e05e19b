// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/decide/decider.h"
#include "engine/decide/decision.h"
#include "engine/evaluate/group_members.h"
#include "engine/record/document.h"

/// Offsets of a text as places for people. Knows no format.
namespace sigte {

/// Turns offsets into places, one document at a time. Nothing is worked out
/// before it is asked for; the first question costs the text's length.
class Places {
 public:
  /// Turns to `text`, which must live as long as questions are asked. The lines
  /// of the text before are kept when it is the same one.
  void Turn(std::string_view text, const RecordOrigin& origin);

  /// The next Turn is to another text, although it may lie in the same room.
  void Forget() { text_ = {}; }

  /// Whether Locate fills in line and caret; it does until told otherwise.
  void ShowLines(bool show) { shows_lines_ = show; }

  /// The file's line that holds `offset`, from 1.
  std::size_t LineOf(std::size_t offset);

  /// Where the record that begins at `offset` stands in its run. The passes
  /// that count records and that decide them both ask here: by its place a
  /// record is known from the others of its group.
  RunPlace RecordAt(std::size_t offset);

  /// Place, end column and line for `span`. A span over several lines ends with
  /// its first.
  void Locate(Span span, Location* location);

 private:
  // Of 64 bytes of the text.
  struct Letters {
    std::uint64_t continued;  // a bit a byte: it continues a code point
    std::size_t before;       // code points that begin further up
  };

  void IndexLines();
  void IndexLetters();
  std::size_t LineIndexOf(std::size_t offset);
  std::size_t LettersBefore(std::size_t offset);
  std::size_t ColumnOf(std::size_t offset);

  std::string_view text_;
  const RowOrigin* row_ = nullptr;  // the text stands for a table's row
  std::string file_;
  std::size_t first_line_ = 1;
  std::uint32_t input_ = 0;
  std::vector<std::size_t> starts_;  // empty: not asked for yet
  std::vector<Letters> letters_;     // the same
  bool shows_lines_ = true;
};

/// Code points of `text`.
std::size_t CountLetters(std::string_view text);

/// The line around `caret`, with "…" for what was cut off, and the caret in it.
void ShowLine(std::string_view line, Span caret, Location* location);

/// The offset in a string's unescaped text of byte `target` of `raw`, what
/// stands between its quotes.
std::size_t TextOffset(std::string_view raw, std::size_t target);

/// Where bytes `part` of a string node's unescaped text lie in the document.
Span SpanInString(const Document& document, const Node& node, Span part);

}  // namespace sigte
