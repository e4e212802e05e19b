// SPDX-License-Identifier: MPL-2.0

// Finding the laws that a text names, and the rows for a provision.

#include "engine/text/law_catalogue_impl.h"

#include <algorithm>
#include <span>

#include "engine/text/patterns.h"

namespace sigte {
namespace {

/// The last part of the stretch from `part` on, within one word, that is `text`
/// or `text` with one of `endings`.
std::optional<std::uint32_t> MatchWord(const FoldedText& folded,
                                       std::uint32_t part,
                                       std::string_view text,
                                       std::span<const std::string> endings) {
  const std::uint32_t begin = folded.part(part).fold_begin;
  const std::uint32_t end_part = folded.EndPartOf(folded.part(part).word);
  const auto word = folded.Bytes(begin, folded.part(end_part - 1).fold_end);
  if (!word.starts_with(text)) return std::nullopt;
  const auto ends_at = [&](std::size_t size) {
    const auto end = static_cast<std::uint32_t>(begin + size);
    const std::uint32_t last = folded.PartAt(end - 1, {part, end_part - 1});
    return folded.part(last).fold_end == end ? std::optional(last)
                                             : std::nullopt;
  };
  if (const auto last = ends_at(text.size())) return last;
  for (const std::string& ending : endings) {
    if (!word.substr(text.size()).starts_with(ending)) continue;
    if (const auto last = ends_at(text.size() + ending.size())) return last;
  }
  return std::nullopt;
}

/// As the abbreviation is written, or all in capitals.
bool HasCasesOf(std::string_view text, std::string_view cases) {
  if (HasLetterCases(text, cases)) return true;
  std::string capitals(cases);
  std::ranges::replace(capitals, 'a', 'A');
  return HasLetterCases(text, capitals);
}

}  // namespace

std::optional<std::uint32_t> LawCatalogueImpl::EndOfName(
    const LawName& name, std::uint32_t part, std::string_view text,
    const FoldedText& folded) const {
  const std::uint32_t first = part;
  std::optional<std::uint32_t> last;
  for (std::size_t w = 0; w < name.words.size(); ++w) {
    if (part >= folded.part_count()) return std::nullopt;
    const bool may_end = w + 1 == name.words.size() && !name.is_abbreviation;
    last = MatchWord(
        folded, part, name.words[w],
        may_end ? std::span(marks.genitives) : std::span<const std::string>());
    if (!last) return std::nullopt;
    part = *last + 1;
  }
  if (name.is_abbreviation) {
    const std::size_t begin = folded.part(first).begin;
    const std::size_t end = folded.part(*last).end;
    if (!HasCasesOf(text.substr(begin, end - begin), name.cases)) {
      return std::nullopt;
    }
  }
  return last;
}

std::vector<LawMention> LawCatalogueImpl::FindLaws(
    std::string_view text, const FoldedText& folded) const {
  thread_local std::vector<Occurrence> occurrences;
  occurrences.clear();
  if (folded.part_count() == 0) return {};
  const PartRun all{0, static_cast<std::uint32_t>(folded.part_count() - 1)};
  // By the word: nearly all begin as no law's name does, and are passed over.
  const auto words = static_cast<std::uint32_t>(folded.word_count());
  for (std::uint32_t word = 0; word < words; ++word) {
    automaton.Run(folded, folded.PartsOf(word), &occurrences);
  }
  std::vector<LawMention> found;
  for (const Occurrence& occurrence : occurrences) {
    automaton.ForEach(
        occurrence, [&](std::uint32_t value, std::uint32_t length) {
          const std::uint32_t part =
              folded.PartAt(occurrence.fold_end - length, all);
          const auto last = EndOfName(names[value], part, text, folded);
          if (last) found.push_back({part, *last, {names[value].law}});
        });
  }
  std::ranges::sort(found, [](const LawMention& a, const LawMention& b) {
    if (a.first != b.first) return a.first < b.first;
    return a.last != b.last ? a.last > b.last : a.laws[0] < b.laws[0];
  });
  std::vector<LawMention> mentions;
  for (LawMention& mention : found) {
    if (mentions.empty() || mention.first > mentions.back().last) {
      mentions.push_back(std::move(mention));
      continue;
    }
    LawMention& before = mentions.back();
    const bool same =
        mention.first == before.first && mention.last == before.last;
    if (same && before.laws.back() != mention.laws[0]) {
      before.laws.push_back(mention.laws[0]);
    }
  }
  return mentions;
}

std::vector<const SectionEntry*> LawCatalogueImpl::EntriesOf(
    const Citation& citation) const {
  std::vector<const SectionEntry*> found;
  if (citation.section.empty()) return found;
  const auto collect = [&](std::string_view subsection) {
    for (const SectionEntry& entry : entries[citation.law]) {
      if (entry.chapter == citation.chapter &&
          entry.section == citation.section && entry.subsection == subsection) {
        found.push_back(&entry);
      }
    }
  };
  collect(citation.subsection);
  if (found.empty() && !citation.subsection.empty()) collect("");
  return found;
}

bool LawCatalogueImpl::ListsSection(std::uint32_t law,
                                    const Provision& provision) const {
  return std::ranges::any_of(entries[law], [&](const SectionEntry& entry) {
    return entry.chapter == provision.chapter &&
           entry.section == provision.section;
  });
}

}  // namespace sigte
