// SPDX-License-Identifier: MPL-2.0

// A descent over the parts of a folded text; what stands between the parts (the
// section sign, commas, hyphens) is looked up in the text as written.

#include "engine/text/provision_reader.h"

#include <algorithm>

namespace sigte {
namespace {

/// Whether `gap` is a hyphen or dash with at most blanks around it.
bool IsRangeGap(std::string_view gap) {
  while (gap.starts_with(' ')) gap.remove_prefix(1);
  while (gap.ends_with(' ')) gap.remove_suffix(1);
  return gap == "-" || gap == "–" || gap == "—" || gap == "\u2010" ||
         gap == "\u2011";
}

bool IsBlank(std::string_view gap) {
  return gap.find_first_not_of(" \t\u00A0") == gap.npos;
}

}  // namespace

std::string_view ProvisionReader::GapBefore(std::uint32_t part) const {
  const std::size_t begin = part == 0 ? 0 : folded_.part(part - 1).end;
  const std::size_t end =
      Exists(part) ? folded_.part(part).begin : text_.size();
  return text_.substr(begin, end - begin);
}

std::string_view ProvisionReader::WordAt(std::uint32_t part) const {
  if (!Exists(part)) return {};
  return folded_.Bytes(folded_.part(part).fold_begin,
                       folded_.part(part).fold_end);
}

bool ProvisionReader::IsIn(std::uint32_t part,
                           const std::vector<std::string>& words) const {
  return Exists(part) && std::ranges::find(words, WordAt(part)) != words.end();
}

bool ProvisionReader::HasSign(std::uint32_t part) const {
  const std::string_view gap = GapBefore(part);
  return std::ranges::any_of(marks_.signs, [&](const std::string& sign) {
    if (gap.size() < sign.size()) return false;
    const std::size_t at = gap.rfind(sign);
    // "18 §, 79": the sign is of what stands before it.
    return at != gap.npos && gap.find(',', at) == gap.npos;
  });
}

bool ProvisionReader::MayBegin(std::uint32_t part) const {
  const std::string_view word = WordAt(part);
  const bool may_be_word =
      !word.empty() &&
      marks_.first_bytes[static_cast<unsigned char>(word.front())];
  return may_be_word || HasSign(part);
}

// "stk. 2 i § 5", "stk. 2 i 5 §": a word of `within` that is a letter too.
bool ProvisionReader::LeadsOn(std::uint32_t part) const {
  const std::uint32_t next = part + 1;
  return IsIn(part, marks_.within) && Exists(next) &&
         (IsBlank(GapBefore(next)) || HasSign(next)) &&
         !IsIn(next, marks_.joins) && !IsIn(next, marks_.subsection) &&
         !IsIn(next, marks_.number);
}

// The letter after a number stands apart in "79 a" and is a word of its own in
// "§ 18 i law" (i: in): it belongs to the number when the catalogue knows such
// a section, or when no other word follows.
bool ProvisionReader::IsSuffix(std::uint32_t part, SectionNumber number) const {
  if (number.letter != '\0' || !IsLetterSuffix(WordAt(part))) return false;
  if (AfterRangeWords(part) != part) return false;  // "10 t.o.m. 12"
  const std::string_view gap = GapBefore(part);
  if (!IsBlank(gap) && gap != "-") return false;
  number.letter = WordAt(part).front();
  if (marks_.known_sections.contains(number.ToString())) return true;
  if (LeadsOn(part)) return false;
  const std::uint32_t next = part + 1;
  if (!Exists(next) || !IsBlank(GapBefore(next))) return true;
  SectionNumber unused;
  return IsIn(next, marks_.joins) || IsIn(next, marks_.subsection) ||
         IsIn(next, marks_.number) || ReadNumber(WordAt(next), &unused);
}

bool ProvisionReader::ReadNumberAt(std::uint32_t part, Number* number) const {
  if (!Exists(part) || !ReadNumber(WordAt(part), &number->number)) return false;
  number->begin = part;
  number->end = part + 1;
  if (IsSuffix(part + 1, number->number)) {
    number->number.letter = WordAt(part + 1).front();
    number->end = part + 2;
  }
  DropGenitive(number);
  return true;
}

// "§ 18s" and "§ 18's": the ending is no letter of the number, unless the
// catalogue knows such a section.
void ProvisionReader::DropGenitive(Number* number) const {
  const auto is_ending = [&](std::string_view word) {
    return std::ranges::find(marks_.genitives, word) != marks_.genitives.end();
  };
  SectionNumber& read = number->number;
  if (read.letter == '\0') {
    const std::string_view gap = GapBefore(number->end);
    const bool apostrophe = gap == "'" || gap == "\u2019";
    if (apostrophe && is_ending(WordAt(number->end))) ++number->end;
    return;
  }
  const SectionNumber bare{read.number, '\0'};
  if (is_ending(std::string_view(&read.letter, 1)) &&
      !marks_.known_sections.contains(read.ToString()) &&
      marks_.known_sections.contains(bare.ToString())) {
    read = bare;
  }
}

// A number without a mark is a section when the catalogue knows it or no word
// follows that it could count: "ACT 18", but not "ACT 18 helpers".
bool ProvisionReader::IsPlausible(const Number& number) const {
  if (number.number.number > 999) return false;
  if (IsNumberOfNext(number.end, GapBefore(number.end))) return false;
  if (marks_.known_sections.contains(number.number.ToString())) return true;
  const std::uint32_t next = number.end;
  return !Exists(next) || !IsBlank(GapBefore(next)) ||
         IsIn(next, marks_.joins) || IsIn(next, marks_.subsection) ||
         IsIn(next, marks_.number);
}

// "stk. 1 og 13 SEL", "stk. 1 og 13 i SEL": whatever sections there are, no
// word follows that the 13 could count.
bool ProvisionReader::LeadsToLaw(std::uint32_t part) const {
  if (IsIn(part, marks_.within)) ++part;
  return IsBlank(GapBefore(part)) && std::ranges::binary_search(laws_, part);
}

// The part behind "to", "up to and including"; `part` where none begins there.
std::uint32_t ProvisionReader::AfterRangeWords(std::uint32_t part) const {
  for (const std::vector<std::string>& words : marks_.ranges) {
    std::uint32_t at = part;
    while (at - part < words.size() && WordAt(at) == words[at - part]) ++at;
    if (at - part == words.size()) return at;
  }
  return part;
}

bool ProvisionReader::ReadRangeEnd(std::uint32_t part, SectionNumber first,
                                   Number* last) const {
  if (!Exists(part)) return false;
  // "§ 18 to 12 clubs" is none.
  if (const std::uint32_t from = AfterRangeWords(part); from != part) {
    return IsBlank(GapBefore(part)) && ReadNumberAt(from, last) &&
           last->number.number >= first.number &&
           (HasSign(from) || IsPlausible(*last));
  }
  if (!HasSign(part) && !IsRangeGap(GapBefore(part))) return false;
  if (HasSign(part) && GapBefore(part).find('-') == std::string_view::npos &&
      GapBefore(part).find("–") == std::string_view::npos) {
    return false;
  }
  const bool tight = GapBefore(part).find(' ') == std::string_view::npos;
  if (tight && IsLetterSuffix(WordAt(part)) && first.letter != '\0') {
    *last = {{first.number, WordAt(part).front()}, part, part + 1};
    return true;
  }
  return ReadNumberAt(part, last);
}

/// The part after a joining word or a comma; `part` when there is none.
std::uint32_t ProvisionReader::AfterJoin(std::uint32_t part) const {
  if (!Exists(part)) return part;
  return IsIn(part, marks_.joins) ? part + 1 : part;
}

// "no. 4 and 5", "letter a": read over, a citation goes no deeper.
std::uint32_t ProvisionReader::SkipNumbers(std::uint32_t part) const {
  const auto is_item = [&](std::uint32_t p) {
    SectionNumber unused;
    return Exists(p) && (ReadNumber(WordAt(p), &unused) ||
                         (IsLetterSuffix(WordAt(p)) && !LeadsOn(p)));
  };
  for (;;) {
    if (const auto mark = FindMark(part, NumberFirst::Of::kNumber, false);
        mark.found) {
      part = mark.end;
      continue;
    }
    if (!IsIn(part, marks_.number) || !is_item(part + 1)) return part;
    std::uint32_t at = part + 1;
    bool listed = true;
    while (listed && is_item(at) && !HasSign(at)) {
      part = at + 1;
      at = AfterJoin(part);
      const std::string_view gap = GapBefore(part);
      listed = at > part || IsRangeGap(gap) || gap.find(',') != gap.npos;
    }
  }
}

// "subsection 6 and 7" behind the last of `provisions`.
std::uint32_t ProvisionReader::ReadSubsections(
    std::uint32_t part, std::vector<Provision>* provisions) const {
  Number number;
  if (const auto mark = FindMark(part, NumberFirst::Of::kSubsection, false);
      mark.found && ReadNumberAt(part, &number)) {
    provisions->back().subsection = number.number.ToString();
    provisions->back().span.end = mark.text_end;
    return mark.end;
  }
  if (!IsIn(part, marks_.subsection)) return part;
  if (!ReadNumberAt(part + 1, &number)) return part;
  provisions->back().subsection = number.number.ToString();
  for (;;) {
    provisions->back().span.end = folded_.part(number.end - 1).end;
    part = SkipNumbers(number.end);
    const Provision section = provisions->back();
    const auto add = [&](std::string subsection) {
      provisions->push_back(section);
      provisions->back().subsection = std::move(subsection);
    };
    Number next;
    if (ReadRangeEnd(part, number.number, &next) && !HasSign(next.begin)) {
      const auto range = Range(number.number, next.number);
      for (std::size_t i = 1; i < range.size(); ++i) add(range[i]);
    } else {
      const std::uint32_t at = AfterJoin(part);
      const bool listed =
          at > part || GapBefore(part).find(',') != std::string_view::npos;
      if (!listed || HasSign(at) || IsItem(at)) return part;
      const std::uint32_t from = IsIn(at, marks_.subsection) ? at + 1 : at;
      if (!ReadNumberAt(from, &next)) return part;
      if (from == at && !IsPlausible(next) && !LeadsToLaw(next.end)) {
        return part;
      }
      add(next.number.ToString());
    }
    number = next;
  }
}

std::uint32_t ProvisionReader::ReadSections(
    std::uint32_t part, bool chapter, bool is_code, std::size_t begin,
    std::vector<Provision>* provisions) const {
  Number number;
  if (!ReadNumberAt(part, &number)) return part;
  const auto add = [&](std::string section) {
    Provision provision;
    provision.chapter = chapter;
    provision.section = std::move(section);
    provision.span = {begin, folded_.part(number.end - 1).end};
    provisions->push_back(std::move(provision));
  };
  add(number.number.ToString());
  for (;;) {
    part = number.end;
    Number next;
    if (is_code && IsRangeGap(GapBefore(part)) && ReadNumberAt(part, &next)) {
      provisions->back().subsection = next.number.ToString();
      provisions->back().span.end = folded_.part(next.end - 1).end;
      return next.end;
    }
    if (ReadRangeEnd(part, number.number, &next)) {
      const auto range = Range(number.number, next.number);
      begin = folded_.part(next.begin).begin;
      number = next;
      for (std::size_t i = 1; i < range.size(); ++i) add(range[i]);
      continue;
    }
    part = SkipNumbers(ReadSubsections(SkipNumbers(part), provisions));
    const std::uint32_t at = AfterJoin(part);
    const std::string_view gap = GapBefore(part);
    const bool listed =
        at > part || gap.find(',') != gap.npos || gap.find('/') != gap.npos;
    if (!listed || HasSign(at) || IsItem(at) || !ReadNumberAt(at, &next) ||
        !IsPlausible(next)) {
      return part;
    }
    number = next;
    begin = folded_.part(at).begin;
    add(number.number.ToString());
  }
}

// One mark and what stands under it, in any order.
std::uint32_t ProvisionReader::ReadUnit(
    std::uint32_t part, FirstMark first,
    std::vector<Provision>* provisions) const {
  if (!Exists(part)) return part;
  std::vector<std::string> leading;
  const std::uint32_t from = ReadLeading(part, &leading);
  const std::size_t before = provisions->size();
  if (from != part) first = FirstMark::kNeeded;
  std::uint32_t end = ReadNumberFirst(from, provisions);
  if (end == from) end = ReadMarked(from, first, provisions);
  if (end == from) return part;
  if (from != part) ApplyLeading(leading, part, before, provisions);
  return end;
}

std::uint32_t ProvisionReader::ReadMarked(
    std::uint32_t part, FirstMark first,
    std::vector<Provision>* provisions) const {
  if (!Exists(part)) return part;
  const std::string_view gap = GapBefore(part);
  if (HasSign(part)) {
    std::size_t sign = gap.size();
    for (const std::string& s : marks_.signs) {
      sign = std::min(sign, gap.find(s));
    }
    const std::size_t begin = folded_.part(part).begin - gap.size() + sign;
    return ReadSections(part, false, false, begin, provisions);
  }
  const bool is_chapter = IsIn(part, marks_.chapter);
  if (is_chapter || IsIn(part, marks_.section)) {
    const std::uint32_t end = ReadSections(
        part + 1, is_chapter, false, folded_.part(part).begin, provisions);
    return end == part + 1 ? part : end;
  }
  Number number;
  if (first == FirstMark::kNeeded || !ReadNumberAt(part, &number)) return part;
  if (first == FirstMark::kLost && !IsPlausible(number)) return part;
  return ReadSections(part, false, first == FirstMark::kLost && gap == "-",
                      folded_.part(part).begin, provisions);
}

std::uint32_t ProvisionReader::Read(std::uint32_t part, FirstMark first,
                                    std::vector<Provision>* provisions) const {
  std::uint32_t end = part;
  std::uint32_t at = part;
  for (std::uint32_t unit = 0;; ++unit) {
    const std::size_t before = provisions->size();
    const std::uint32_t next = ReadUnit(at, first, provisions);
    if (next == at) return end;
    for (std::size_t i = before; i < provisions->size(); ++i) {
      (*provisions)[i].unit = unit;
    }
    end = next;
    first = FirstMark::kNeeded;
    at = AfterJoin(end);
  }
}

}  // namespace sigte
