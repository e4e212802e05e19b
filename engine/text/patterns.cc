// SPDX-License-Identifier: MPL-2.0

// Reads phrases and compares patterns with one another.

#include "engine/text/patterns.h"

#include "engine/base/utf8.h"
#include "engine/text/characters.h"

namespace sigte {
namespace {

bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\n'; }

/// The next stretch without blanks; moves `text` past it.
std::string_view NextToken(std::string_view* text) {
  while (!text->empty() && IsBlank(text->front())) text->remove_prefix(1);
  std::size_t size = 0;
  while (size < text->size() && !IsBlank((*text)[size])) ++size;
  const std::string_view token = text->substr(0, size);
  text->remove_prefix(size);
  return token;
}

// A token folds to one word or more ("m.fl."); stars belong to the outer ones.
PatternFault AppendWords(const Folder& folder, std::string_view token,
                         std::uint32_t skip, Phrase* phrase) {
  const bool open_left = token.starts_with('*');
  if (open_left) token.remove_prefix(1);
  const bool open_right = token.ends_with('*');
  if (open_right) token.remove_suffix(1);
  if (token.find('*') != token.npos) return PatternFault::kStarInside;
  const std::string folded = folder.Fold(token);
  if (folded.empty()) {
    const bool starred = open_left || open_right;
    return starred ? PatternFault::kStarInside : PatternFault::kNone;
  }
  std::string_view rest = folded;
  const std::size_t first = phrase->elements.size();
  for (std::string_view word = NextToken(&rest); !word.empty();
       word = NextToken(&rest)) {
    phrase->elements.push_back({std::string(word), false, false, 0});
  }
  phrase->elements[first].open_left = open_left;
  phrase->elements[first].skip = skip;
  phrase->elements.back().open_right = open_right;
  return PatternFault::kNone;
}

// The longest word is the rarest; a word whose beginning is open is found in
// more places.
std::size_t AnchorOf(const std::vector<Element>& elements) {
  const auto weight = [](const Element& e) {
    return 2 * e.text.size() + (e.open_left ? 0 : 1);
  };
  std::size_t anchor = 0;
  for (std::size_t i = 1; i < elements.size(); ++i) {
    if (weight(elements[i]) > weight(elements[anchor])) anchor = i;
  }
  return anchor;
}

char CaseOf(char32_t c) {
  const CharKind kind = KindOf(c);
  if (kind == CharKind::kDigit) return '0';
  if (kind != CharKind::kLetter) return '\0';
  return IsUpper(c) ? 'A' : 'a';
}

}  // namespace

PatternFault ReadPhrase(const Folder& folder, std::string_view text,
                        Phrase* phrase) {
  if (text.size() > kMaxPatternBytes) return PatternFault::kTooLong;
  std::size_t gaps = 0;
  bool gap_open = false;
  for (std::string_view token = NextToken(&text); !token.empty();
       token = NextToken(&text)) {
    if (token == "..") {
      if (gap_open || phrase->elements.empty()) return PatternFault::kGapAtEnd;
      gap_open = true;
      ++gaps;
      continue;
    }
    if (token.find("..") != token.npos || token.find("…") != token.npos) {
      return PatternFault::kGapAtEnd;
    }
    if (token.ends_with(',')) return PatternFault::kComma;
    const std::size_t before = phrase->elements.size();
    const PatternFault fault =
        AppendWords(folder, token, gap_open ? kSkippedWords : 0, phrase);
    if (fault != PatternFault::kNone) return fault;
    if (phrase->elements.size() > before) gap_open = false;
  }
  if (phrase->elements.empty()) return PatternFault::kEmpty;
  if (gap_open) return PatternFault::kGapAtEnd;
  if (phrase->elements.size() > kMaxElements || gaps > kMaxGaps) {
    return PatternFault::kTooLong;
  }
  phrase->anchor = AnchorOf(phrase->elements);
  return PatternFault::kNone;
}

Coverage CoverageOf(PatternKind kind, std::string_view folded) {
  Coverage coverage;
  coverage.element.text = folded;
  coverage.element.open_left =
      kind == PatternKind::kTail || kind == PatternKind::kPart;
  coverage.element.open_right =
      kind == PatternKind::kHead || kind == PatternKind::kPart;
  coverage.endings = kind == PatternKind::kWord || kind == PatternKind::kTail;
  return coverage;
}

bool Covers(const Element& wide, const Coverage& narrow) {
  const Element& e = narrow.element;
  if (wide.open_left && wide.open_right) {
    return e.text.find(wide.text) != e.text.npos;
  }
  if (wide.open_right) return !e.open_left && e.text.starts_with(wide.text);
  if (e.open_right || narrow.endings) return false;
  if (wide.open_left) return e.text.ends_with(wide.text);
  return !e.open_left && e.text == wide.text;
}

bool Covers(const Phrase& wide, const Phrase& narrow) {
  if (wide.elements.size() != narrow.elements.size()) return false;
  for (std::size_t i = 0; i < wide.elements.size(); ++i) {
    const Element& w = wide.elements[i];
    const Element& n = narrow.elements[i];
    if (w.skip < n.skip || !Covers(w, Coverage{n, false})) return false;
  }
  return true;
}

std::string LetterCases(std::string_view text) {
  std::string cases;
  for (std::size_t at = 0; at < text.size();) {
    const char c = CaseOf(NextCodePoint(text, &at));
    if (c != '\0') cases.push_back(c);
  }
  return cases;
}

bool HasLetterCases(std::string_view text, std::string_view cases) {
  std::size_t matched = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char c = CaseOf(NextCodePoint(text, &at));
    if (c == '\0') continue;
    if (matched == cases.size() || cases[matched] != c) return false;
    ++matched;
  }
  return matched == cases.size();
}

}  // namespace sigte
