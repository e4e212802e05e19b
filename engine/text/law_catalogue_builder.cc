// SPDX-License-Identifier: MPL-2.0

// From laws as written to the compiled catalogue.

#include "engine/text/law_catalogue_builder.h"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/base/date.h"
#include "engine/text/patterns.h"

namespace sigte {
namespace {

std::vector<std::string> WordsOf(std::string_view folded) {
  std::vector<std::string> words;
  while (!folded.empty()) {
    const std::size_t end = std::min(folded.find(' '), folded.size());
    words.emplace_back(folded.substr(0, end));
    folded.remove_prefix(std::min(end + 1, folded.size()));
  }
  return words;
}

// An abbreviation gets its full stop when people read it.
std::string ForPeople(const std::vector<std::string>& marks) {
  if (marks.empty()) return "";
  const std::string& mark = marks.front();
  constexpr std::size_t kAbbreviation = 3;
  return mark.size() <= kAbbreviation && !mark.ends_with('.') ? mark + "."
                                                              : mark;
}

bool Overlap(const SectionEntry& a, const SectionEntry& b) {
  const bool a_first = !a.until.empty() && !b.from.empty() && a.until < b.from;
  const bool b_first = !b.until.empty() && !a.from.empty() && b.until < a.from;
  return !a_first && !b_first;
}

bool HasDash(std::string_view text) {
  return text.find('-') != text.npos || text.find("–") != text.npos;
}

// "9-1": the number of a chapter before that of its section is no range, and
// nothing else that can be read.
bool IsBackwards(std::string_view text,
                 const std::vector<Provision>& provisions) {
  SectionNumber first;
  SectionNumber second;
  return provisions.size() == 2 && HasDash(text) &&
         ReadNumber(provisions[0].section, &first) &&
         ReadNumber(provisions[1].section, &second) &&
         second.number < first.number;
}

}  // namespace

LawCatalogueBuilder::LawCatalogueBuilder(const Language& language,
                                         const CitationMarks& marks,
                                         const std::vector<LawSource>& laws,
                                         IssueList* issues)
    : marks_(marks),
      laws_(laws),
      issues_(*issues),
      issues_before_(issues->issues().size()),
      impl_(std::make_unique<LawCatalogueImpl>(language)) {}

std::unique_ptr<LawCatalogueImpl> LawCatalogueBuilder::Build() {
  AddMarks();
  impl_->laws = laws_;
  impl_->entries.resize(laws_.size());
  for (std::uint32_t l = 0; l < laws_.size(); ++l) AddLaw(l);
  AddDefault();
  if (impl_->automaton.Fits()) {
    impl_->automaton.Build();
  } else {
    issues_.Error("R410.too-many-names", nullptr, {});
  }
  const auto& found = issues_.issues();
  const bool failed = std::any_of(
      found.begin() + static_cast<std::ptrdiff_t>(issues_before_), found.end(),
      [](const Issue& issue) { return issue.severity == Severity::kError; });
  return failed ? nullptr : std::move(impl_);
}

void LawCatalogueBuilder::AddWords(const std::vector<std::string>& words,
                                   std::vector<std::string>* folded) {
  for (const std::string& word : words) {
    std::string f = impl_->folder.Fold(word);
    if (!f.empty()) folded->push_back(std::move(f));
  }
}

void LawCatalogueBuilder::AddMarks() {
  MarkWords& words = impl_->marks;
  for (const std::string& mark : marks_.section) {
    const bool is_sign = impl_->folder.Fold(mark).empty();
    if (mark.empty()) continue;
    if (!is_sign) {
      words.section.push_back(impl_->folder.Fold(mark));
      continue;
    }
    words.signs.push_back(mark);
    if (impl_->section_sign.empty()) impl_->section_sign = mark;
  }
  if (impl_->section_sign.empty() && !marks_.section.empty()) {
    impl_->section_sign = marks_.section.front();
  }
  AddWords(marks_.subsection, &words.subsection);
  AddWords(marks_.number, &words.number);
  AddWords(marks_.chapter, &words.chapter);
  AddWords(marks_.joins, &words.joins);
  AddWords(marks_.genitives, &words.genitives);
  AddWords(marks_.within, &words.within);
  for (const std::string& range : marks_.ranges) {
    words.ranges.push_back(WordsOf(impl_->folder.Fold(range)));
  }
  std::ranges::stable_sort(words.ranges, std::ranges::greater(),
                           &std::vector<std::string>::size);
  for (const auto* list : {&words.section, &words.subsection, &words.chapter}) {
    for (const std::string& word : *list) {
      words.first_bytes.set(static_cast<unsigned char>(word.front()));
    }
  }
  for (unsigned char digit = '0'; digit <= '9'; ++digit) {
    words.first_bytes.set(digit);
  }
  for (const SpannedText& pattern : marks_.number_first) {
    AddNumberFirst(pattern);
  }
  impl_->subsection_word = ForPeople(marks_.subsection);
  impl_->chapter_word = ForPeople(marks_.chapter);
}

// "# §", "## §§", "#. kap": the mark behind is one of the marks.
void LawCatalogueBuilder::AddNumberFirst(const SpannedText& pattern) {
  std::string_view rest = pattern.text;
  NumberFirst added;
  bool readable = rest.starts_with('#');
  rest.remove_prefix(readable ? 1 : 0);
  added.several = rest.starts_with('#');
  rest.remove_prefix(added.several ? 1 : 0);
  added.stop = rest.starts_with('.');
  rest.remove_prefix(added.stop ? 1 : 0);
  readable = readable && rest.starts_with(' ');
  rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
  added.word = impl_->folder.Fold(rest);
  if (added.word.empty()) added.sign = rest;
  const std::optional<NumberFirst::Of> of =
      KindOfMark(added.word.empty() ? added.sign : added.word);
  // A list has one mark for all its numbers: that of sections.
  if (!readable || !of || (added.several && *of != NumberFirst::Of::kSection)) {
    issues_.Error("R411.bad-number-first", marks_.source, pattern.span,
                  {pattern.text});
    return;
  }
  added.of = *of;
  impl_->marks.number_first.push_back(std::move(added));
}

std::optional<NumberFirst::Of> LawCatalogueBuilder::KindOfMark(
    const std::string& mark) const {
  using Of = NumberFirst::Of;
  const MarkWords& words = impl_->marks;
  const std::array<std::pair<const std::vector<std::string>*, Of>, 5> lists = {
      {{&words.signs, Of::kSection},
       {&words.section, Of::kSection},
       {&words.chapter, Of::kChapter},
       {&words.subsection, Of::kSubsection},
       {&words.number, Of::kNumber}}};
  for (const auto& [list, of] : lists) {
    if (std::ranges::find(*list, mark) != list->end()) return of;
  }
  return std::nullopt;
}

void LawCatalogueBuilder::AddLaw(std::uint32_t number) {
  const LawSource& law = laws_[number];
  if (!ids_.emplace(law.id.text, number).second) {
    issues_.Error("R401.law-twice", law.source, law.id.span, {law.id.text});
  }
  for (const SpannedText& name : law.names) AddName(number, name, false);
  for (const SpannedText& name : law.abbreviations) {
    AddName(number, name, true);
  }
  CheckPeriod(law, law.from, law.until, law.id.span);
  for (const SectionSource& section : law.sections) {
    AddSection(number, section);
  }
}

void LawCatalogueBuilder::AddName(std::uint32_t law, const SpannedText& name,
                                  bool is_abbreviation) {
  const std::string folded = impl_->folder.Fold(name.text);
  if (folded.empty()) {
    issues_.Error("R403.empty-name", laws_[law].source, name.span, {name.text});
    return;
  }
  LawName added{law, WordsOf(folded), is_abbreviation, ""};
  if (is_abbreviation) added.cases = LetterCases(name.text);
  std::string key = folded + ' ' + added.cases;
  if (is_abbreviation) key += ' ' + std::to_string(law);
  const auto [it, is_new] = names_.emplace(std::move(key), law);
  if (!is_new) {
    issues_.Error("R402.name-twice", laws_[law].source, name.span,
                  {name.text, laws_[it->second].id.text});
    return;
  }
  impl_->automaton.Add(added.words.front(), true,
                       static_cast<std::uint32_t>(impl_->names.size()));
  impl_->names.push_back(std::move(added));
}

void LawCatalogueBuilder::AddSection(std::uint32_t law,
                                     const SectionSource& section) {
  FoldedText folded;
  impl_->folder.Fold(section.section.text, &folded);
  const ProvisionReader reader(impl_->marks, section.section.text, folded);
  std::vector<Provision> provisions;
  const std::uint32_t end = reader.Read(0, FirstMark::kOptional, &provisions);
  if (provisions.empty() || end != folded.part_count() ||
      IsBackwards(section.section.text, provisions)) {
    issues_.Error("R404.unreadable-section", laws_[law].source,
                  section.section.span, {section.section.text});
    return;
  }
  auto& entries = impl_->entries[law];
  const std::size_t added_from = entries.size();
  for (const Provision& provision : provisions) {
    entries.push_back({provision.chapter, provision.section,
                       provision.subsection, section.duty, section.from,
                       section.until});
    if (!provision.chapter) {
      impl_->marks.known_sections.insert(provision.section);
    }
  }
  CheckPeriod(laws_[law], section.from, section.until, section.section.span);
  CheckOverlaps(law, section, added_from);
}

// A number may come again when the law was renumbered: not on the same day.
void LawCatalogueBuilder::CheckOverlaps(std::uint32_t law,
                                        const SectionSource& section,
                                        std::size_t added_from) {
  const auto& entries = impl_->entries[law];
  for (std::size_t i = added_from; i < entries.size(); ++i) {
    for (std::size_t j = 0; j < added_from; ++j) {
      const SectionEntry& a = entries[i];
      const SectionEntry& b = entries[j];
      if (a.chapter != b.chapter || a.section != b.section ||
          a.subsection != b.subsection || !Overlap(a, b)) {
        continue;
      }
      issues_.Error("R407.section-twice", laws_[law].source,
                    section.section.span,
                    {section.section.text, laws_[law].id.text});
      return;
    }
  }
}

void LawCatalogueBuilder::CheckPeriod(const LawSource& law,
                                      const std::string& from,
                                      const std::string& until, Span span) {
  bool readable = true;
  for (const std::string& date : {from, until}) {
    if (date.empty() || IsIsoDate(date)) continue;
    issues_.Error("R405.bad-date", law.source, span, {date});
    readable = false;
  }
  if (readable && !from.empty() && !until.empty() && until < from) {
    issues_.Error("R406.until-before-from", law.source, span, {until, from});
  }
}

void LawCatalogueBuilder::AddDefault() {
  const SpannedText& law_name = marks_.default_law;
  if (law_name.text.empty()) return;
  const auto it = ids_.find(law_name.text);
  if (it == ids_.end()) {
    std::vector<std::string> known;
    for (const LawSource& law : laws_) known.push_back(law.id.text);
    issues_.UnknownName("R408.unknown-default-law", marks_.source,
                        law_name.span, law_name.text, known);
    return;
  }
  impl_->default_law = it->second;
  for (const std::string& word : marks_.other_laws) {
    Phrase phrase;
    const PatternFault fault = ReadPhrase(impl_->folder, word, &phrase);
    if (fault != PatternFault::kNone) continue;  // told where it was read
    impl_->other_laws.push_back(std::move(phrase.elements.front()));
  }
  for (const SpannedText& section : marks_.default_sections) {
    std::string folded = impl_->folder.Fold(section.text);
    std::erase(folded, ' ');
    SectionNumber number;
    if (ReadNumber(folded, &number)) {
      impl_->default_sections.insert(number.ToString());
    } else {
      issues_.Error("R409.bad-default-section", marks_.source, section.span,
                    {section.text});
    }
  }
}

}  // namespace sigte
