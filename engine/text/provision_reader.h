// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
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

/// CitationMarks, folded.
struct MarkWords {
  std::vector<std::string> section;  ///< words
  std::vector<std::string> signs;    ///< what is no word: "§"
  std::vector<std::string> subsection;
  std::vector<std::string> number;
  std::vector<std::string> chapter;
  std::vector<std::string> joins;
  std::vector<std::string> genitives;
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
  /// Borrows all of them. `text` is what was folded to `folded`.
  ProvisionReader(const MarkWords& marks, std::string_view text,
                  const FoldedText& folded)
      : marks_(marks), text_(text), folded_(folded) {}

  /// Reads the provisions that begin with `part`. Returns the part after them;
  /// `part` itself when there are none.
  std::uint32_t Read(std::uint32_t part, FirstMark first,
                     std::vector<Provision>* provisions) const;

  /// What stands before `part`, since the part before it.
  std::string_view GapBefore(std::uint32_t part) const;
  std::string_view WordAt(std::uint32_t part) const;
  bool IsIn(std::uint32_t part, const std::vector<std::string>& words) const;
  bool HasSign(std::uint32_t part) const;

 private:
  struct Number {
    SectionNumber number;
    std::uint32_t end = 0;  ///< the part after it
  };

  std::uint32_t ReadUnit(std::uint32_t part, FirstMark first,
                         std::vector<Provision>* provisions) const;
  std::uint32_t ReadSections(std::uint32_t part, bool chapter, bool is_code,
                             std::size_t begin,
                             std::vector<Provision>* provisions) const;
  std::uint32_t ReadSubsections(std::uint32_t part,
                                std::vector<Provision>* provisions) const;
  std::uint32_t SkipNumbers(std::uint32_t part) const;
  bool ReadNumberAt(std::uint32_t part, Number* number) const;
  bool ReadRangeEnd(std::uint32_t part, SectionNumber first,
                    Number* last) const;
  bool IsSuffix(std::uint32_t part, SectionNumber number) const;
  bool IsPlausible(const Number& number) const;
  std::uint32_t AfterJoin(std::uint32_t part) const;
  bool Exists(std::uint32_t part) const { return part < folded_.part_count(); }

  const MarkWords& marks_;
  const std::string_view text_;
  const FoldedText& folded_;
};

}  // namespace sigte
