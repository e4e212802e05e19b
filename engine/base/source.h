// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// Text that somebody wrote, and places in it. Knows nothing of its format.
namespace sigte {

/// A stretch of a text in bytes from its start: [begin, end).
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  friend bool operator==(const Span&, const Span&) = default;
};

/// A position as people count: line and column from 1, columns in code points.
struct Place {
  std::size_t line = 1;
  std::size_t column = 1;

  friend bool operator==(const Place&, const Place&) = default;
};

/// A named text with its lines. Immovable, because issues point at it.
class Source {
 public:
  /// `first_line` is the number of the text's first line: above 1 where the
  /// text is cut from a longer one.
  Source(std::string name, std::string text, std::size_t first_line = 1);
  /// `path` is where people find it, when that is not its name.
  Source(std::string name, std::string text, std::string path);
  Source(const Source&) = delete;
  Source& operator=(const Source&) = delete;

  /// What it is called: a path as the user typed it, "<stdin>", or its name in
  /// a ruleset ("terms/boats.yaml"), which is the same wherever the ruleset is.
  const std::string& name() const { return name_; }
  /// What messages call it, so that people and editors can open it.
  const std::string& path() const { return path_.empty() ? name_ : path_; }
  std::string_view text() const { return text_; }

  /// Where byte `offset` lies; past the end means the end. Linear in the text
  /// before it the first time, logarithmic after that. Not thread-safe.
  Place PlaceOf(std::size_t offset) const;

  /// The line that holds `offset`, without its line break.
  std::string_view LineAt(std::size_t offset) const;

 private:
  void IndexLines() const;

  std::string name_;
  std::string text_;
  std::string path_;
  std::size_t first_line_ = 1;
  mutable std::vector<std::size_t> line_starts_;  // empty until first asked
};

/// A value as its author wrote it, with its place.
struct SpannedText {
  std::string text;
  Span span;
};

}  // namespace sigte
