// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <bitset>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "engine/text/citation.h"
#include "engine/text/folding.h"
#include "engine/text/section_numbers.h"

/// Reads "§§ 79 and 79a", "§ 11, sub. 3", "ch. 9b": provisions without their
/// law.
namespace sigte {

/// A mark that may stand behind its number.
struct NumberFirst {
  enum class Of : std::uint8_t { kSection, kChapter, kSubsection, kNumber };
  Of of = Of::kSection;
  bool several = false;  ///< the mark of a list or range: "18 og 79 §§"
  bool stop = false;     ///< a full stop stands behind the number
  std::string sign;      ///< what is no word; else empty
  std::string word;      ///< folded
};

/// CitationMarks, folded.
struct MarkWords {
  std::vector<std::string> section;  ///< words
  std::vector<std::string> signs;    ///< what is no word: "§"
  std::vector<std::string> subsection;
  std::vector<std::string> number;
  std::vector<std::string> chapter;
  std::vector<std::string> joins;
  std::vector<std::string> genitives;
  /// The words of each, those of many words first.
  std::vector<std::vector<std::string>> ranges;
  std::vector<NumberFirst> number_first;
  std::vector<std::string> within;
  /// The first bytes of digits, and of the words of sections, subsections and
  /// chapters: what provisions begin with that no sign stands before.
  std::bitset<256> first_bytes;
  /// Sections of any law in the catalogue: what tells "79 a" from "18 i".
  std::unordered_set<std::string> known_sections;
};

struct Provision {
  bool chapter = false;
  std::string section;
  std::string subsection;
  std::uint32_t unit = 0;  ///< provisions under one mark share a unit
  Span span;
};

/// How the first provision may stand.
enum class FirstMark : std::uint8_t {
  kNeeded,    ///< "§ 18"
  kLost,      ///< "the act 79a": only where a number is plausible
  kOptional,  ///< "18": where nothing but provisions can stand
};

class ProvisionReader {
 public:
  /// Borrows all of them. `text` is what was folded to `folded`. `laws`: the
  /// first parts of the laws that it names, in order.
  ProvisionReader(const MarkWords& marks, std::string_view text,
                  const FoldedText& folded,
                  std::span<const std::uint32_t> laws = {})
      : marks_(marks), text_(text), folded_(folded), laws_(laws) {}

  /// False only where neither Read, of what needs a mark, nor ReadLeading finds
  /// anything: at most parts of a text.
  bool MayBegin(std::uint32_t part) const;

  /// Reads the provisions that begin with `part`. Returns the part after them;
  /// `part` itself when there are none.
  std::uint32_t Read(std::uint32_t part, FirstMark first,
                     std::vector<Provision>* provisions) const;

  /// Reads "subsection 2 of", which a law or section must follow: returns the
  /// part where that begins; `part` itself when there is none.
  std::uint32_t ReadLeading(std::uint32_t part,
                            std::vector<std::string>* subsections) const;
  /// Puts `subsections` into the provision at `first`, which they led to, as
  /// far as it has none of its own.
  void ApplyLeading(const std::vector<std::string>& subsections,
                    std::uint32_t part, std::size_t first,
                    std::vector<Provision>* provisions) const;

  /// What stands before `part`, since the part before it.
  std::string_view GapBefore(std::uint32_t part) const;
  std::string_view WordAt(std::uint32_t part) const;
  bool IsIn(std::uint32_t part, const std::vector<std::string>& words) const;
  bool HasSign(std::uint32_t part) const;

 private:
  struct Number {
    SectionNumber number;
    std::uint32_t begin = 0;  ///< its first part
    std::uint32_t end = 0;    ///< the part after it
  };

  /// A mark behind its number.
  struct MarkBehind {
    bool found = false;
    std::uint32_t end = 0;     ///< the part after it
    std::size_t text_end = 0;  ///< in the text as written
  };

  std::uint32_t ReadUnit(std::uint32_t part, FirstMark first,
                         std::vector<Provision>* provisions) const;
  std::uint32_t ReadMarked(std::uint32_t part, FirstMark first,
                           std::vector<Provision>* provisions) const;
  std::uint32_t ReadSections(std::uint32_t part, bool chapter, bool is_code,
                             std::size_t begin,
                             std::vector<Provision>* provisions) const;
  std::uint32_t ReadSubsections(std::uint32_t part,
                                std::vector<Provision>* provisions) const;
  std::uint32_t SkipNumbers(std::uint32_t part) const;

  // provision_order.cc
  std::uint32_t ReadNumberFirst(std::uint32_t part,
                                std::vector<Provision>* provisions) const;
  std::uint32_t ReadNumberList(std::uint32_t part,
                               std::vector<Provision>* provisions) const;
  MarkBehind FindMark(std::uint32_t part, NumberFirst::Of of,
                      bool several) const;
  MarkBehind MatchMark(std::uint32_t part, const NumberFirst& mark) const;
  bool IsMarkWord(std::uint32_t part) const;
  bool IsNumberOfNext(std::uint32_t part, std::string_view gap) const;

  bool ReadNumberAt(std::uint32_t part, Number* number) const;
  bool ReadRangeEnd(std::uint32_t part, SectionNumber first,
                    Number* last) const;
  bool IsSuffix(std::uint32_t part, SectionNumber number) const;
  bool IsPlausible(const Number& number) const;
  bool LeadsToLaw(std::uint32_t part) const;
  void DropGenitive(Number* number) const;
  bool LeadsOn(std::uint32_t part) const;
  /// Whether the number at `part` counts what a law has below subsections, as
  /// its mark behind it says.
  bool IsItem(std::uint32_t part) const {
    return FindMark(part, NumberFirst::Of::kNumber, false).found;
  }
  std::uint32_t AfterJoin(std::uint32_t part) const;
  std::uint32_t AfterRangeWords(std::uint32_t part) const;
  bool Exists(std::uint32_t part) const { return part < folded_.part_count(); }

  const MarkWords& marks_;
  const std::string_view text_;
  const FoldedText& folded_;
  std::span<const std::uint32_t> laws_;
  // Where ReadLeading last read subsections that lead to nothing: those that
  // begin among them lead there too.
  mutable std::uint32_t idle_begin_ = 0;
  mutable std::uint32_t idle_end_ = 0;
};

}  // namespace sigte
