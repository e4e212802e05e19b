// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "engine/text/automaton.h"
#include "engine/text/citation.h"
#include "engine/text/patterns.h"
#include "engine/text/provision_reader.h"

/// What a law catalogue is compiled to.
namespace sigte {

/// One way of naming a law.
struct LawName {
  std::uint32_t law = 0;
  std::vector<std::string> words;  ///< folded
  bool is_abbreviation = false;
  std::string cases;  ///< LetterCases of an abbreviation
};

/// One provision of the catalogue, from one row; a row may be several.
struct SectionEntry {
  bool chapter = false;
  std::string section;
  std::string subsection;
  Duty duty = Duty::kUnknown;
  std::string from;
  std::string until;
};

/// Where a text names a law.
struct LawMention {
  std::uint32_t first = 0;  ///< parts
  std::uint32_t last = 0;
  std::vector<std::uint32_t> laws;  ///< more than one: ambiguous
};

class LawCatalogueImpl {
 public:
  explicit LawCatalogueImpl(const Language& language) : folder(language) {}

  /// The laws named in `folded`, in order, none inside another.
  std::vector<LawMention> FindLaws(std::string_view text,
                                   const FoldedText& folded) const;

  /// Rows for the citation: those of its subsection, else of its section or
  /// chapter; empty where the catalogue lists none.
  std::vector<const SectionEntry*> EntriesOf(const Citation& citation) const;

  bool ListsSection(std::uint32_t law, const Provision& provision) const;

  Folder folder;
  Automaton automaton;  // first words of names; values: numbers in `names`
  std::vector<LawName> names;
  MarkWords marks;
  std::vector<LawSource> laws;
  std::vector<std::vector<SectionEntry>> entries;  // by law
  std::optional<std::uint32_t> default_law;
  std::unordered_set<std::string> default_sections;
  std::vector<Element> other_laws;
  std::string section_sign;     // as people write it: "§"
  std::string subsection_word;  // "stk."
  std::string chapter_word;     // "kap."

 private:
  std::optional<std::uint32_t> EndOfName(const LawName& name,
                                         std::uint32_t part,
                                         std::string_view text,
                                         const FoldedText& folded) const;
};

}  // namespace sigte
