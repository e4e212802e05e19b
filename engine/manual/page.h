// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>
#include <string_view>

#include "engine/base/messages.h"

/// One page of the manual, in the macros of man(7): those that every viewer
/// knows, also under headings in Danish. Knows nothing of what it says.
namespace sigte::manual {

class Page {
 public:
  /// `date` is YYYY-MM-DD.
  Page(std::string_view name, int section, std::string_view date, Lang lang);

  /// A section and its name line: what apropos reads.
  void Name(std::string_view about);
  void Section(MessageKey heading);
  /// Running text.
  void Paragraph(std::string_view text);
  /// `term` (already marked up by Bold and Italic) with what follows beside it.
  void Term(std::string_view markup);
  void Text(std::string_view text);
  /// A line of its own that is marked up already.
  void Markup(std::string_view markup);
  /// Lines as they are typed.
  void Example(std::string_view line);
  /// What comes between stands further in.
  void In();
  void Out();

  static std::string Bold(std::string_view text);
  static std::string Italic(std::string_view text);
  static std::string Plain(std::string_view text);

  Lang lang() const { return lang_; }
  const std::string& name() const { return name_; }
  int section() const { return section_; }
  const std::string& text() const { return text_; }

 private:
  void Break();
  void Line(std::string_view line);

  std::string name_;
  int section_;
  Lang lang_;
  std::string text_;
  bool fresh_ = false;  // a heading stands last
  int pending_ = 0;     // In() that nothing has followed yet
};

}  // namespace sigte::manual
