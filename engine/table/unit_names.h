// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/messages.h"
#include "engine/record/layout.h"
#include "engine/text/folding.h"

/// What people write beside a number of one field, or in its heading.
namespace sigte {

/// What a text says of the unit that a number is in.
enum class UnitWord : std::uint8_t {
  kNone,   ///< nothing of a unit
  kOwn,    ///< the field's own: "1.000 kr.", "%"
  kPlain,  ///< what the field's own counts many of: "kr."
  kOther,  ///< another, or what is no unit
};

/// A unit with a number in it (a power of ten above 1: "1.000 kr.") counts many
/// of a plain unit ("kr."), and a number in the plain unit is another number.
/// Compared folded and without blanks; a sign such as "€" is a word. Immutable.
class UnitNames {
 public:
  /// Borrows `folder`.
  UnitNames(const Field& field, const Folder& folder);

  /// Of what stands before and behind a number. A sign that may change it
  /// ("<500", "£500", "500?") is no unit.
  UnitWord Beside(std::string_view text) const;
  /// Of what a heading has in brackets, or else of its words: kNone where they
  /// name neither unit.
  UnitWord InHeading(std::string_view heading) const;

  /// `text` without the field's own unit behind its number: "850" of
  /// "850 1.000 kr."
  std::string_view WithoutOwn(std::string_view text) const;

  /// `number` of the plain unit in the field's own, as JSON writes it. Where
  /// the field is whole it is rounded, which `*rounded` says (may be null), but
  /// not to 0: that is an answer of its own. Empty where it cannot be told.
  std::string FromPlain(const std::string& number,
                        bool* rounded = nullptr) const;
  /// How many of the plain unit the own one counts: "1000"; empty: there is
  /// none.
  const std::string& many() const { return many_; }

  bool is_percent() const { return is_percent_; }
  const LocalText& plain() const { return plain_; }

 private:
  using Words = std::set<std::string, std::less<>>;

  void AddCounting(const Field& field);
  void AddName(const std::string& unit);
  void AddWords(std::string_view text, Words* words) const;
  void AddSymbols(std::string_view unit);
  std::vector<std::string> WordsIn(std::string_view text) const;
  std::string NameOf(std::string_view text) const;
  bool IsOwn(std::string_view text) const;
  bool NamesOther(const std::vector<std::string>& words) const;
  bool IsMultiple(std::string_view word) const;
  bool TakeOwn(std::vector<std::string>* words) const;
  bool AreAll(std::string_view text, const Words& known) const;
  void AddSigns(std::string_view unit);
  bool HasStrangeSign(std::string_view text) const;
  UnitWord InWords(std::string_view text) const;
  UnitWord Said(std::string_view heading) const;

  const Folder& folder_;
  bool is_whole_;
  bool is_percent_;
  Words names_;                 // of the own, without blanks
  std::size_t longest_ = 0;     // of names_, bytes
  Words words_;                 // of the own, where it has no number
  Words plain_words_;           // of the plain one
  Words other_words_;           // of units that it is not in
  Words titles_;                // of the field: what they say is no news
  std::set<char32_t> symbols_;  // words of their own in all of these: "€"
  std::set<char32_t> signs_;    // in the names of both: "/", "€"
  LocalText plain_;
  std::string many_;  // how many of the plain one; empty: there is none
};

}  // namespace sigte
