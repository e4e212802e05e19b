// SPDX-License-Identifier: MPL-2.0

// The law catalogue as others see it.

#include <algorithm>

#include "engine/text/citation.h"
#include "engine/text/citation_reader.h"
#include "engine/text/law_catalogue_builder.h"
#include "engine/text/law_catalogue_impl.h"

namespace sigte {
namespace {

/// "79a" as people write it: "79 a".
void AppendForPeople(std::string_view number, std::string* text) {
  const bool has_letter = number.size() > 1 && number.back() >= 'a';
  const std::size_t digits = number.size() - (has_letter ? 1 : 0);
  text->append(number.substr(0, digits));
  if (has_letter) text->append(" ").append(number.substr(digits));
}

/// Whether [from, until] and [begin, end] have a day in common; empty: open.
bool Meets(std::string_view from, std::string_view until,
           std::string_view begin, std::string_view end) {
  const bool too_late = !from.empty() && !end.empty() && from > end;
  const bool too_early = !until.empty() && !begin.empty() && until < begin;
  return !too_late && !too_early;
}

}  // namespace

bool CitationPattern::Matches(const Citation& citation) const {
  if (law != citation.law) return false;
  if (section.empty()) return true;
  return chapter == citation.chapter && section == citation.section &&
         (subsection.empty() || subsection == citation.subsection);
}

LawCatalogue::LawCatalogue() = default;
LawCatalogue::~LawCatalogue() = default;

std::shared_ptr<const LawCatalogue> LawCatalogue::Build(
    const Language& language, const CitationMarks& marks,
    const std::vector<LawSource>& laws, IssueList* issues) {
  auto impl = LawCatalogueBuilder(language, marks, laws, issues).Build();
  if (impl == nullptr) return nullptr;
  std::shared_ptr<LawCatalogue> catalogue(new LawCatalogue());
  catalogue->impl_ = std::move(impl);
  return catalogue;
}

std::size_t LawCatalogue::size() const { return impl_->laws.size(); }

const LawSource& LawCatalogue::law(std::uint32_t number) const {
  return impl_->laws[number];
}

std::vector<std::string> LawCatalogue::Names() const {
  std::vector<std::string> names;
  for (const LawSource& law : impl_->laws) names.push_back(law.id.text);
  return names;
}

void LawCatalogue::Read(std::string_view text,
                        std::vector<Citation>* citations) const {
  CitationReader(*impl_, text).Read(citations);
}

std::optional<CitationPattern> LawCatalogue::ReadPattern(
    std::string_view text) const {
  FoldedText folded;
  impl_->folder.Fold(text, &folded);
  const auto count = static_cast<std::uint32_t>(folded.part_count());
  CitationPattern pattern;
  std::uint32_t next = 0;
  std::size_t longest = 0;
  for (std::uint32_t l = 0; l < impl_->laws.size(); ++l) {
    const std::string& id = impl_->laws[l].id.text;
    const bool named = text.starts_with(id) && id.size() > longest &&
                       (text.size() == id.size() || text[id.size()] == ' ');
    if (!named) continue;
    longest = id.size();
    pattern.law = l;
    next = 0;
    while (next < count && folded.part(next).begin < id.size()) ++next;
  }
  if (longest == 0) {
    const auto mentions = impl_->FindLaws(text, folded);
    if (mentions.size() != 1 || mentions[0].first != 0 ||
        mentions[0].laws.size() != 1) {
      return std::nullopt;
    }
    pattern.law = mentions[0].laws[0];
    next = mentions[0].last + 1;
  }
  std::vector<Provision> provisions;
  const ProvisionReader reader(impl_->marks, text, folded);
  if (next == count) {
    if (reader.HasSign(count)) return std::nullopt;
    return pattern;
  }
  const auto end = reader.Read(next, FirstMark::kOptional, &provisions);
  if (end != count || provisions.size() != 1) return std::nullopt;
  pattern.chapter = provisions[0].chapter;
  pattern.section = provisions[0].section;
  pattern.subsection = provisions[0].subsection;
  return pattern;
}

Duty LawCatalogue::DutyOf(const std::vector<Citation>& citations,
                          std::string_view from, std::string_view until) const {
  std::optional<Duty> agreed;
  const auto agree = [&](Duty duty) {
    agreed = !agreed || *agreed == duty ? duty : Duty::kUnknown;
    return *agreed != Duty::kUnknown && *agreed != Duty::kMixed;
  };
  // A section says more than its law or an unlisted chapter does.
  const auto is_said_better = [&](const Citation& general) {
    const bool is_section = !general.section.empty() && !general.chapter;
    return !is_section && std::ranges::any_of(citations, [&](const auto& c) {
      return c.law == general.law && !c.section.empty() && !c.chapter;
    });
  };
  for (const Citation& citation : citations) {
    const LawSource& law = impl_->laws[citation.law];
    if (!law.is_basis) continue;
    if (citation.ambiguous) return Duty::kUnknown;
    auto entries = impl_->EntriesOf(citation);
    // Of what was said one after the other, what was said then.
    const auto is_of_then = [&](const SectionEntry* entry) {
      return Meets(entry->from, entry->until, from, until);
    };
    if (std::ranges::any_of(entries, is_of_then)) {
      std::erase_if(entries,
                    [&](const auto* entry) { return !is_of_then(entry); });
    }
    if (entries.empty() && is_said_better(citation)) continue;
    if (entries.empty() && !agree(law.duty)) return Duty::kUnknown;
    for (const SectionEntry* entry : entries) {
      if (!agree(entry->duty)) return Duty::kUnknown;
    }
  }
  return agreed.value_or(Duty::kUnknown);
}

std::optional<bool> LawCatalogue::InForce(
    const std::vector<Citation>& citations, std::string_view from,
    std::string_view until) const {
  if (citations.empty()) return std::nullopt;
  for (const Citation& citation : citations) {
    const LawSource& law = impl_->laws[citation.law];
    if (!Meets(law.from, law.until, from, until)) return false;
    const auto entries = impl_->EntriesOf(citation);
    const bool met =
        entries.empty() ||
        std::ranges::any_of(entries, [&](const SectionEntry* entry) {
          return Meets(entry->from, entry->until, from, until);
        });
    if (!met) return false;
  }
  return true;
}

std::string LawCatalogue::ToString(const Citation& citation) const {
  std::string text = impl_->laws[citation.law].id.text;
  if (citation.section.empty()) return text;
  text.append(" ").append(citation.chapter ? impl_->chapter_word
                                           : impl_->section_sign);
  text.append(" ");
  AppendForPeople(citation.section, &text);
  if (!citation.subsection.empty()) {
    text.append(", ").append(impl_->subsection_word).append(" ");
    text.append(citation.subsection);
  }
  return text;
}

}  // namespace sigte
