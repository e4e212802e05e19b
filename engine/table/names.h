// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/record/layout.h"
#include "engine/text/folding.h"

/// What people write in headings and cells, as the fields and values that they
/// mean. All of it is what the schema says they are called, folded as the
/// ruleset's language says.
namespace sigte {

/// Folded names of numbered things. A name that two things have equally means
/// neither.
class NameTable {
 public:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  /// `rank`: of two things with one name the lower has it.
  void Add(std::string folded, std::size_t thing, int rank);
  /// kNone where nothing, or more than one thing, is called so.
  std::size_t Find(std::string_view folded) const;

 private:
  struct Entry {
    std::size_t thing;
    int rank;
  };
  std::map<std::string, Entry, std::less<>> names_;
};

/// Headings → fields: "Felt 1: Initiativ *", "BRUTTOUDGIFTER (1.000 kr.)", and
/// "Brutto udgifter" where one field alone is called so but for the blanks.
class HeadingNames {
 public:
  /// Borrows both.
  HeadingNames(const Layout& layout, const Folder& folder);

  /// The field that a heading cell names, or kNoField.
  FieldIndex Find(std::string_view heading) const;
  /// The field that the text before a colon names, with the text behind it in
  /// `*value`: "Kommune: Egedal".
  FieldIndex FindLabelled(std::string_view text, std::string_view* value) const;

  /// What people call `field`: its title, with its number where it has one.
  LocalText TitleOf(FieldIndex field) const;
  /// Every title, for suggestions.
  std::vector<LocalText> Titles() const;

 private:
  FieldIndex FindFolded(std::string_view folded) const;
  FieldIndex FindNumbered(std::string_view heading) const;
  FieldIndex FindInParts(std::string_view folded) const;
  FieldIndex FindJoined(std::string folded) const;
  void AddUnitWords(const std::string& folded);
  std::string WithoutUnit(const std::string& folded) const;
  std::string WithoutUnitWords(std::string folded) const;

  const Layout& layout_;
  const Folder& folder_;
  NameTable names_;
  NameTable joined_;  // without blanks
  NameTable numbers_;
  std::vector<std::string> units_;    // folded
  std::set<std::string> unit_words_;  // of these and of other units
};

/// Cells → the values of one field with closed values: "a) Nyindvandrede …",
/// "Egedal", "240".
class ChoiceNames {
 public:
  ChoiceNames(const Field& field, const Folder& folder);

  /// Of a truth value that has no choices of its own.
  static constexpr std::size_t kFalse = 0;
  static constexpr std::size_t kTrue = 1;

  /// The choice's index in Field::choices, or NameTable::kNone; kFalse or kTrue
  /// where the field is a truth value without choices.
  std::size_t Find(std::string_view text) const;
  /// The same of one name alone, without a mark beside it.
  std::size_t FindName(std::string_view text) const;
  /// The text is what null is called.
  bool IsNull(std::string_view text) const;
  std::vector<LocalText> Titles() const;

 private:
  void AddChoice(std::size_t index, const FieldChoice& choice);
  void AddTruth(std::size_t index, bool truth);
  std::size_t FindFolded(std::string_view folded) const;
  std::optional<std::size_t> FindNumber(std::string_view text) const;

  const Field& field_;
  const Folder& folder_;
  NameTable names_;
};

/// What rows of totals call themselves, in either language: the catalogue's
/// table.words-total.
class TotalNames {
 public:
  /// Borrows `folder`.
  explicit TotalNames(const Folder& folder);

  /// `text` is such a name, or begins with one: "Total 2019".
  bool Has(std::string_view text) const;

 private:
  const Folder& folder_;
  std::vector<std::string> names_;  // folded
};

}  // namespace sigte
