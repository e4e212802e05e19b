// SPDX-License-Identifier: MPL-2.0

// The other orders: a number before its mark ("18 §"), a subsection before what
// it is of ("sub. 2 of § 18"). Where the mark could be of the next number as
// well ("3 § 5"), it is of that.

#include <algorithm>

#include "engine/text/provision_reader.h"

namespace sigte {
namespace {

constexpr int kLargestSection = 999;  // "2019 §" is a year
constexpr std::size_t kMaxListed = 20;

std::string_view WithoutBlanks(std::string_view gap) {
  for (;;) {
    if (gap.starts_with(' ') || gap.starts_with('\t')) {
      gap.remove_prefix(1);
    } else if (gap.starts_with("\u00A0")) {
      gap.remove_prefix(2);
    } else {
      return gap;
    }
  }
}

bool HasComma(std::string_view gap) { return gap.find(',') != gap.npos; }

}  // namespace

// "3 § 5": read from the left, the sign is of the 5. Not where a comma stands
// behind it, or where the next number has a mark of its own.
bool ProvisionReader::IsNumberOfNext(std::uint32_t part,
                                     std::string_view gap) const {
  SectionNumber unused;
  return Exists(part) && HasSign(part) && ReadNumber(WordAt(part), &unused) &&
         !HasComma(gap) &&
         !FindMark(part, NumberFirst::Of::kSubsection, false).found &&
         !IsItem(part);
}

bool ProvisionReader::IsMarkWord(std::uint32_t part) const {
  return std::ranges::any_of(marks_.number_first, [&](const NumberFirst& m) {
    return m.sign.empty() && m.word == WordAt(part);
  });
}

ProvisionReader::MarkBehind ProvisionReader::MatchMark(
    std::uint32_t part, const NumberFirst& mark) const {
  std::string_view gap = GapBefore(part);
  const std::size_t number_end = folded_.part(part - 1).end;
  if (mark.stop != gap.starts_with('.')) return {};
  if (mark.stop) gap.remove_prefix(1);
  gap = WithoutBlanks(gap);
  if (mark.sign.empty()) {
    if (!gap.empty() || WordAt(part) != mark.word) return {};
    SectionNumber unused;
    const bool of_next =
        Exists(part + 1) && ReadNumber(WordAt(part + 1), &unused) &&
        WithoutBlanks(GapBefore(part + 1)).empty() && !IsMarkWord(part + 2);
    if (of_next) return {};
    return {true, part + 1, folded_.part(part).end};
  }
  if (!gap.starts_with(mark.sign)) return {};
  const std::string_view rest = gap.substr(mark.sign.size());
  const bool ends =
      rest.empty()
          ? !Exists(part)
          : WithoutBlanks(rest).size() < rest.size() ||
                std::string_view(",.;:)\n\r").find(rest.front()) != rest.npos;
  if (!ends || IsNumberOfNext(part, rest)) return {};
  const std::size_t gap_size = GapBefore(part).size();
  return {true, part, number_end + gap_size - rest.size()};
}

// The mark behind the number that stands at `part`.
ProvisionReader::MarkBehind ProvisionReader::FindMark(std::uint32_t part,
                                                      NumberFirst::Of of,
                                                      bool several) const {
  if (marks_.number_first.empty() || !Exists(part)) return {};
  SectionNumber number;
  if (!ReadNumber(WordAt(part), &number)) return {};
  std::uint32_t behind = part + 1;
  if (IsSuffix(behind, number)) ++behind;
  for (const NumberFirst& mark : marks_.number_first) {
    if (mark.of != of || mark.several != several) continue;
    const MarkBehind found = MatchMark(behind, mark);
    if (found.found) return found;
  }
  return {};
}

std::uint32_t ProvisionReader::ReadNumberFirst(
    std::uint32_t part, std::vector<Provision>* provisions) const {
  Number number;
  if (marks_.number_first.empty() || !ReadNumberAt(part, &number)) return part;
  if (number.number.number > kLargestSection) return part;
  const std::uint32_t end = ReadNumberList(part, provisions);
  if (end != part) return end;
  for (const auto of : {NumberFirst::Of::kSection, NumberFirst::Of::kChapter}) {
    const MarkBehind mark = FindMark(part, of, false);
    if (!mark.found) continue;
    Provision provision;
    provision.chapter = of == NumberFirst::Of::kChapter;
    provision.section = number.number.ToString();
    provision.span = {folded_.part(part).begin, mark.text_end};
    provisions->push_back(std::move(provision));
    return SkipNumbers(ReadSubsections(SkipNumbers(mark.end), provisions));
  }
  return part;
}

// "18, 79 and 80 §§", "18-20 §§".
std::uint32_t ProvisionReader::ReadNumberList(
    std::uint32_t part, std::vector<Provision>* provisions) const {
  std::vector<Provision> listed;
  const auto add = [&](const std::string& section, std::uint32_t at,
                       std::uint32_t end) {
    Provision provision;
    provision.section = section;
    provision.span = {folded_.part(at).begin, folded_.part(end - 1).end};
    listed.push_back(std::move(provision));
  };
  Number number;
  std::uint32_t at = part;
  while (listed.size() < kMaxListed && ReadNumberAt(at, &number) &&
         number.number.number <= kLargestSection) {
    Number last;
    if (ReadRangeEnd(number.end, number.number, &last)) {
      for (const std::string& section : Range(number.number, last.number)) {
        add(section, at, last.end);
      }
      at = last.end - 1;
      number = last;
    } else {
      add(number.number.ToString(), at, number.end);
    }
    const MarkBehind mark = listed.size() < 2
                                ? MarkBehind{}
                                : FindMark(at, NumberFirst::Of::kSection, true);
    if (mark.found) {
      listed.back().span.end = mark.text_end;
      provisions->insert(provisions->end(), listed.begin(), listed.end());
      return mark.end;
    }
    at = AfterJoin(number.end);
    if (at == number.end && !HasComma(GapBefore(at))) return part;
  }
  return part;
}

std::uint32_t ProvisionReader::ReadLeading(
    std::uint32_t part, std::vector<std::string>* subsections) const {
  const bool begins = IsIn(part, marks_.subsection) ||
                      FindMark(part, NumberFirst::Of::kSubsection, false).found;
  const bool is_idle = part >= idle_begin_ && part < idle_end_;
  if (marks_.within.empty() || !begins || is_idle) return part;
  std::vector<Provision> found(1);
  const std::uint32_t end = SkipNumbers(ReadSubsections(part, &found));
  if (end == part || !IsIn(end, marks_.within) ||
      GapBefore(end).find_first_of(";\n/") != std::string_view::npos) {
    idle_begin_ = part;
    idle_end_ = end;
    return part;
  }
  for (Provision& provision : found) {
    subsections->push_back(std::move(provision.subsection));
  }
  return end + 1;
}

void ProvisionReader::ApplyLeading(const std::vector<std::string>& subsections,
                                   std::uint32_t part, std::size_t first,
                                   std::vector<Provision>* provisions) const {
  if (first >= provisions->size()) return;
  Provision& of = (*provisions)[first];
  of.span.begin = folded_.part(part).begin;
  if (!of.subsection.empty() || of.chapter) return;
  std::vector<Provision> all(subsections.size(), of);
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i].subsection = subsections[i];
  }
  const auto at = provisions->begin() + static_cast<std::ptrdiff_t>(first);
  provisions->insert(provisions->erase(at), all.begin(), all.end());
}

}  // namespace sigte
