// SPDX-License-Identifier: MPL-2.0

// Which law a provision is of: the one right before it, the one that it leads
// to
// ("§ 18 of the act"), the nearest one, or the ruleset's default, in this
// order.

#include "engine/text/citation_reader.h"

#include <algorithm>

#include "engine/base/ascii.h"

namespace sigte {
namespace {

constexpr std::uint32_t kLeadingWords = 3;  // "§ 18 of the old act"
constexpr std::uint32_t kNearWords = 12;

// One reader at a time is at work on a thread, so it can keep the room.
const FoldedText& Folded(const LawCatalogueImpl& catalogue,
                         std::string_view text) {
  thread_local FoldedText folded;
  catalogue.folder.Fold(text, &folded);
  return folded;
}

}  // namespace

CitationReader::CitationReader(const LawCatalogueImpl& catalogue,
                               std::string_view text)
    : catalogue_(catalogue), text_(text), folded_(Folded(catalogue, text)) {
  mentions_ = catalogue.FindLaws(text, folded_);
  taken_.assign(mentions_.size(), false);
  for (const LawMention& law : mentions_) law_parts_.push_back(law.first);
}

void CitationReader::Read(std::vector<Citation>* citations) {
  citations->clear();
  if (MayHoldProvisions()) CollectGroups();
  for (std::size_t g = 0; g < groups_.size(); ++g) SplitLastUnit(g);
  for (Group& group : groups_) {
    if (group.mention < 0) FindLaw(&group);
  }
  for (const Group& group : groups_) Append(group, citations);
  for (std::size_t m = 0; m < mentions_.size(); ++m) {
    if (taken_[m]) continue;
    Citation citation = CitationOf(m, Provision{});
    citation.span = SpanOf(mentions_[m]);
    citations->push_back(std::move(citation));
  }
  std::ranges::stable_sort(*citations, {},
                           [](const Citation& c) { return c.span.begin; });
}

// A provision has a number, and is of a law that is named or the default one.
// Most texts tell of no law at all.
bool CitationReader::MayHoldProvisions() const {
  if (mentions_.empty() && !catalogue_.default_law) return false;
  // Counted rather than found: without a way out it is done many at once.
  return std::ranges::count_if(folded_.bytes(), IsDigit) > 0;
}

void CitationReader::CollectGroups() {
  const ProvisionReader reader(catalogue_.marks, text_, folded_, law_parts_);
  std::size_t mention = 0;
  for (std::uint32_t part = 0; part < folded_.part_count();) {
    if (mention < mentions_.size() && mentions_[mention].first == part) {
      part = ReadAfterLaw(mention++);
      continue;
    }
    if (reader.MayBegin(part)) {
      std::vector<std::string> leading;
      const std::uint32_t led_to = reader.ReadLeading(part, &leading);
      if (led_to != part && mention < mentions_.size() &&
          mentions_[mention].first == led_to) {
        part = ReadLedTo(mention++, leading, part);
        continue;
      }
      Group group;
      group.first = part;
      group.end = reader.Read(part, FirstMark::kNeeded, &group.provisions);
      part = std::max(group.end, part + 1);
      if (!group.provisions.empty()) groups_.push_back(std::move(group));
    } else {
      ++part;
    }
    while (mention < mentions_.size() && mentions_[mention].first < part) {
      ++mention;
    }
  }
}

// "sub. 2 of the act's § 18". Returns the part to go on with.
std::uint32_t CitationReader::ReadLedTo(std::size_t mention,
                                        const std::vector<std::string>& leading,
                                        std::uint32_t part) {
  const std::size_t before = groups_.size();
  const std::uint32_t next = ReadAfterLaw(mention);
  if (groups_.size() > before) {
    const ProvisionReader reader(catalogue_.marks, text_, folded_, law_parts_);
    reader.ApplyLeading(leading, part, 0, &groups_.back().provisions);
  }
  return next;
}

// Returns the part to go on with.
std::uint32_t CitationReader::ReadAfterLaw(std::size_t mention) {
  const ProvisionReader reader(catalogue_.marks, text_, folded_, law_parts_);
  const std::uint32_t next = mentions_[mention].last + 1;
  const std::string_view gap = reader.GapBefore(next);
  if (gap.find_first_of("/;\n") != gap.npos) return next;
  // Without a mark the number must follow at once: "the act 18", "ACT-18".
  const bool close = gap.find_first_not_of(" \t\u00A0-.") == gap.npos;
  Group group;
  group.mention = static_cast<int>(mention);
  group.first = next;
  group.end = reader.Read(next, close ? FirstMark::kLost : FirstMark::kNeeded,
                          &group.provisions);
  if (group.provisions.empty()) return next;
  taken_[mention] = true;
  group.provisions.front().span.begin = SpanOf(mentions_[mention]).begin;
  groups_.push_back(std::move(group));
  return groups_.back().end;
}

// "ACT § 18 and § 12 of that law": the last is of the law behind it.
void CitationReader::SplitLastUnit(std::size_t g) {
  const std::uint32_t last = groups_[g].provisions.back().unit;
  if (groups_[g].mention < 0 || last == 0) return;
  const int behind = LawBehind(groups_[g]);
  if (behind < 0) return;
  Group split = groups_[g];
  split.mention = -1;
  std::erase_if(split.provisions,
                [&](const Provision& p) { return p.unit != last; });
  std::erase_if(groups_[g].provisions,
                [&](const Provision& p) { return p.unit == last; });
  groups_.push_back(std::move(split));
}

/// The law that the group leads to, or -1.
int CitationReader::LawBehind(const Group& group) const {
  const auto it =
      std::ranges::lower_bound(mentions_, group.end, {}, &LawMention::first);
  if (it == mentions_.end()) return -1;
  const auto mention = static_cast<std::size_t>(it - mentions_.begin());
  const ProvisionReader reader(catalogue_.marks, text_, folded_, law_parts_);
  if (taken_[mention] || it->first - group.end > kLeadingWords) return -1;
  for (std::uint32_t part = group.end; part <= it->first; ++part) {
    const bool breaks =
        (folded_.part(part).gap & (kClauseGap | kCommaGap)) != 0 ||
        reader.GapBefore(part).find('/') != std::string_view::npos;
    if (breaks || reader.IsIn(part, catalogue_.marks.joins)) return -1;
  }
  return static_cast<int>(mention);
}

// A law without sections in the catalogue has none to cite: an unwritten rule,
// a grant.
bool CitationReader::CanTake(std::size_t mention) const {
  return std::ranges::any_of(mentions_[mention].laws, [&](std::uint32_t law) {
    return !catalogue_.entries[law].empty();
  });
}

/// The nearest law that can have provisions; the one before it wins.
int CitationReader::NearestLaw(const Group& group) const {
  const auto at =
      std::ranges::lower_bound(mentions_, group.first, {}, &LawMention::first);
  for (auto it = at; it != mentions_.begin();) {
    --it;
    if (group.first - it->last > kNearWords) break;
    const auto mention = static_cast<std::size_t>(it - mentions_.begin());
    if (CanTake(mention)) return static_cast<int>(mention);
  }
  for (auto it = at; it != mentions_.end(); ++it) {
    if (it->first >= group.end && it->first - group.end > kNearWords) break;
    const auto mention = static_cast<std::size_t>(it - mentions_.begin());
    if (CanTake(mention)) return static_cast<int>(mention);
  }
  return -1;
}

// "The building act's § 18", "§ 18 of the building act": of a law that the
// catalogue does not know.
bool CitationReader::StandsByOtherLaw(const Group& group) const {
  const ProvisionReader reader(catalogue_.marks, text_, folded_, law_parts_);
  const auto names_law = [&](std::uint32_t part) {
    const PartRun word = folded_.PartsOf(folded_.part(part).word);
    const Coverage whole{
        {std::string(folded_.Bytes(folded_.part(word.first).fold_begin,
                                   folded_.part(word.last).fold_end))}};
    return std::ranges::any_of(catalogue_.other_laws, [&](const Element& law) {
      return Covers(law, whole);
    });
  };
  for (std::uint32_t part = group.first; part > 0; --part) {
    if (group.first - part == kNearWords ||
        (folded_.part(part).gap & kClauseGap) != 0) {
      break;
    }
    if (names_law(part - 1)) return true;
  }
  const std::uint32_t end =
      std::min(group.end + kLeadingWords + 1,
               static_cast<std::uint32_t>(folded_.part_count()));
  for (std::uint32_t part = group.end; part < end; ++part) {
    if ((folded_.part(part).gap & (kClauseGap | kCommaGap)) != 0 ||
        reader.IsIn(part, catalogue_.marks.joins)) {
      break;
    }
    if (names_law(part)) return true;
  }
  return false;
}

void CitationReader::FindLaw(Group* group) {
  group->mention = LawBehind(*group);
  if (group->mention >= 0) {
    taken_[static_cast<std::size_t>(group->mention)] = true;
    const Span law =
        SpanOf(mentions_[static_cast<std::size_t>(group->mention)]);
    if (group->provisions.size() == 1) {
      group->provisions.front().span.end = law.end;
    }
    return;
  }
  group->mention = NearestLaw(*group);
  if (group->mention >= 0) {
    taken_[static_cast<std::size_t>(group->mention)] = true;
    return;
  }
  group->is_default = catalogue_.default_law && !StandsByOtherLaw(*group);
}

void CitationReader::Append(const Group& group,
                            std::vector<Citation>* citations) const {
  for (const Provision& provision : group.provisions) {
    if (group.mention >= 0) {
      citations->push_back(
          CitationOf(static_cast<std::size_t>(group.mention), provision));
    } else if (group.is_default && !provision.chapter &&
               catalogue_.default_sections.contains(provision.section)) {
      citations->push_back({*catalogue_.default_law, false, false,
                            provision.section, provision.subsection,
                            provision.span});
    }
  }
}

// Of several laws that an abbreviation may mean, the one that has the
// provision.
Citation CitationReader::CitationOf(std::size_t mention,
                                    const Provision& provision) const {
  const auto& laws = mentions_[mention].laws;
  const auto it = std::ranges::find_if(laws, [&](std::uint32_t law) {
    return catalogue_.ListsSection(law, provision);
  });
  Citation citation;
  citation.law = it == laws.end() ? laws.front() : *it;
  citation.ambiguous = laws.size() > 1;
  citation.chapter = provision.chapter;
  citation.section = provision.section;
  citation.subsection = provision.subsection;
  citation.span = provision.span;
  return citation;
}

Span CitationReader::SpanOf(const LawMention& mention) const {
  return {folded_.part(mention.first).begin, folded_.part(mention.last).end};
}

}  // namespace sigte
