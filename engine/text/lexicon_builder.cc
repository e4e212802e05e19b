// SPDX-License-Identifier: MPL-2.0

// The builder's frame: terms and their patterns. The language and `includes`
// have files of their own.

#include "engine/text/lexicon_builder.h"

#include <algorithm>
#include <cstdint>
#include <tuple>
#include <utility>

#include "engine/base/numbers.h"

namespace sigte {
namespace {

constexpr std::size_t kMaxTerms = 65'000;

std::string_view ListName(PatternKind kind) {
  switch (kind) {
    case PatternKind::kWord: return "words";
    case PatternKind::kExact: return "exact";
    case PatternKind::kHead: return "heads";
    case PatternKind::kTail: return "tails";
    case PatternKind::kPart: return "parts";
    case PatternKind::kAcronym: return "acronyms";
    case PatternKind::kPhrase: return "phrases";
  }
  return "";
}

std::string KeyOf(const Phrase& phrase) {
  std::string key;
  for (const Element& e : phrase.elements) {
    if (e.skip > 0) key += ".. ";
    if (e.open_left) key += '*';
    key += e.text;
    if (e.open_right) key += '*';
    key += ' ';
  }
  return key;
}

// The bytes in order of weight: most strings differ there, and numbers are
// sooner compared.
std::uint64_t FirstEight(std::string_view text) {
  std::uint64_t bytes = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    bytes <<= 8;
    if (i < text.size()) bytes |= static_cast<unsigned char>(text[i]);
  }
  return bytes;
}

}  // namespace

LexiconBuilder::LexiconBuilder(const Language& language,
                               const std::vector<TermSource>& terms,
                               IssueList* issues)
    : language_(language),
      terms_(terms),
      issues_(*issues),
      issues_before_(issues->issues().size()),
      impl_(std::make_unique<LexiconImpl>(language)) {}

std::unique_ptr<LexiconImpl> LexiconBuilder::Build() {
  if (terms_.size() > kMaxTerms) {
    issues_.Error("R311.too-many-terms", terms_.front().source,
                  terms_[kMaxTerms].id.span,
                  {CountText(terms_.size()), CountText(kMaxTerms)});
    return nullptr;
  }
  MakeRoom();
  AddLanguage();
  for (std::uint32_t t = 0; t < terms_.size(); ++t) AddTerm(t);
  AddIncludes();
  FillAutomaton();
  const auto& found = issues_.issues();
  const bool failed = std::any_of(
      found.begin() + static_cast<std::ptrdiff_t>(issues_before_), found.end(),
      [](const Issue& issue) { return issue.severity == Severity::kError; });
  if (failed) return nullptr;
  impl_->CompleteInBackground();
  return std::move(impl_);
}

// Large vectors that grow are copied time and again, into memory that nobody
// has touched yet.
void LexiconBuilder::MakeRoom() {
  std::size_t words = 0;
  std::size_t phrases = 0;
  for (const TermSource& t : terms_) {
    words += t.words.size() + t.exact.size() + t.heads.size() + t.tails.size() +
             t.parts.size() + t.acronyms.size();
    phrases += t.phrases.size() + t.but_not.size();
  }
  sought_.reserve(words + phrases);
  impl_->uses.reserve(words + phrases);
  impl_->needs.reserve(words + phrases);
  impl_->elements.reserve(2 * phrases);  // most are of two words
}

void LexiconBuilder::AddUse(std::string_view text, bool anchored, Use use) {
  sought_.push_back({std::string(text), anchored, use});
}

// In order: the automaton finds a child that was just added at once, and the
// uses of one string lie together.
void LexiconBuilder::FillAutomaton() {
  using Key = std::tuple<bool, std::uint64_t, std::string_view, std::uint32_t>;
  std::vector<Key> order;
  order.reserve(sought_.size());
  for (const Sought& s : sought_) {
    order.emplace_back(s.anchored, FirstEight(s.text), s.text,
                       static_cast<std::uint32_t>(order.size()));
  }
  std::ranges::sort(order);
  for (const Key& key : order) {
    const auto& [text, anchored, use] = sought_[std::get<std::uint32_t>(key)];
    impl_->automaton.Add(text, anchored,
                         static_cast<std::uint32_t>(impl_->uses.size()));
    impl_->uses.push_back(use);
    const bool is_phrase = use.kind == PatternKind::kPhrase;
    impl_->needs.push_back(
        is_phrase ? NeedsOf(impl_->ElementsOf(use), use.anchor) : Needs());
  }
  if (!impl_->automaton.Fits()) {
    issues_.Error("R318.too-many-patterns", nullptr, {});
  }
}

void LexiconBuilder::AddPhrase(const Phrase& phrase, Role role,
                               std::uint32_t owner) {
  const Element& anchor = phrase.elements[phrase.anchor];
  AddUse(anchor.text, !anchor.open_left,
         {.kind = PatternKind::kPhrase,
          .role = role,
          .size = static_cast<std::uint8_t>(phrase.elements.size()),
          .anchor = static_cast<std::uint8_t>(phrase.anchor),
          .has_gap = HasGap(phrase),
          .owner = owner,
          .detail = static_cast<std::uint32_t>(impl_->elements.size())});
  impl_->elements.insert(impl_->elements.end(), phrase.elements.begin(),
                         phrase.elements.end());
}

bool LexiconBuilder::HasGap(const Phrase& phrase) const {
  const auto denies = [&](const Element& e) {
    return std::ranges::any_of(denials_, [&](const Element& denial) {
      return denial.open_right ? e.text.starts_with(denial.text)
                               : e.text == denial.text;
    });
  };
  return std::ranges::any_of(phrase.elements,
                             [](const Element& e) { return e.skip > 0; }) &&
         std::ranges::none_of(phrase.elements, denies);
}

void LexiconBuilder::PhraseError(PatternFault fault, const Source* source,
                                 const SpannedText& text) {
  switch (fault) {
    case PatternFault::kNone: return;
    case PatternFault::kEmpty:
      return issues_.Error("R301.empty-pattern", source, text.span,
                           {text.text});
    case PatternFault::kStarInside:
      return issues_.Error("R303.star-inside", source, text.span, {text.text});
    case PatternFault::kGapAtEnd:
      return issues_.Error("R313.gap-at-end", source, text.span, {text.text});
    case PatternFault::kComma:
      return issues_.Error("R323.comma-in-pattern", source, text.span,
                           {text.text});
    case PatternFault::kTooLong:
      return issues_.Error(
          "R312.pattern-too-long", source, text.span,
          {text.text, CountText(kMaxElements), CountText(kMaxGaps)});
  }
}

void LexiconBuilder::AddTerm(std::uint32_t number) {
  const TermSource& term = terms_[number];
  impl_->ids.push_back(term.id.text);
  impl_->titles.push_back(term.title);
  if (!impl_->numbers.emplace(term.id.text, number).second) {
    issues_.Error("R306.term-twice", term.source, term.id.span, {term.id.text});
  }
  keys_.clear();
  seen_.clear();
  blocks_.clear();
  AddWordList(term, number, term.words, PatternKind::kWord);
  AddWordList(term, number, term.exact, PatternKind::kExact);
  AddWordList(term, number, term.heads, PatternKind::kHead);
  AddWordList(term, number, term.tails, PatternKind::kTail);
  AddWordList(term, number, term.parts, PatternKind::kPart);
  AddWordList(term, number, term.acronyms, PatternKind::kAcronym);
  AddPhraseList(term, number, term.phrases, Role::kTerm);
  AddPhraseList(term, number, term.but_not, Role::kBlock);
  CheckSwallowed(term);
  const bool has_patterns = !term.words.empty() || !term.exact.empty() ||
                            !term.heads.empty() || !term.tails.empty() ||
                            !term.parts.empty() || !term.acronyms.empty() ||
                            !term.phrases.empty() || !term.includes.empty();
  if (!has_patterns && term.readable) {
    issues_.Error("R319.term-without-patterns", term.source, term.id.span,
                  {term.id.text});
  }
}

void LexiconBuilder::AddWordList(const TermSource& term, std::uint32_t number,
                                 const std::vector<SpannedText>& patterns,
                                 PatternKind kind) {
  for (const SpannedText& pattern : patterns) {
    AddWordPattern(term, number, pattern, kind);
  }
}

void LexiconBuilder::AddWordPattern(const TermSource& term,
                                    std::uint32_t number,
                                    const SpannedText& pattern,
                                    PatternKind kind) {
  const auto list = std::string(ListName(kind));
  if (pattern.text.size() > kMaxPatternBytes) {
    return PhraseError(PatternFault::kTooLong, term.source, pattern);
  }
  if (pattern.text.find('*') != std::string::npos) {
    return issues_.Error("R317.star-not-here", term.source, pattern.span,
                         {pattern.text, list});
  }
  const std::string folded = impl_->folder.Fold(pattern.text);
  if (folded.empty()) {
    return PhraseError(PatternFault::kEmpty, term.source, pattern);
  }
  if (folded.find(' ') != std::string::npos) {
    return issues_.Error("R314.not-one-word", term.source, pattern.span,
                         {pattern.text, list});
  }
  Use use{.kind = kind, .role = Role::kTerm, .owner = number};
  std::string cases;
  if (kind == PatternKind::kAcronym) {
    cases = LetterCases(pattern.text);
    if (cases.find('A') == std::string::npos) {
      return issues_.Error("R308.acronym-without-capital", term.source,
                           pattern.span, {pattern.text});
    }
    use.detail = static_cast<std::uint32_t>(impl_->cases.size());
    impl_->cases.push_back(cases);
  }
  if (!IsNew(term, pattern, list, folded + ' ' + cases)) return;
  AddUse(folded, kind != PatternKind::kTail && kind != PatternKind::kPart, use);
  seen_.push_back({&pattern, {}, CoverageOf(kind, folded), false});
}

void LexiconBuilder::AddPhraseList(const TermSource& term, std::uint32_t number,
                                   const std::vector<SpannedText>& phrases,
                                   Role role) {
  const bool is_block = role == Role::kBlock;
  for (const SpannedText& text : phrases) {
    Phrase phrase;
    const PatternFault fault = ReadPhrase(impl_->folder, text.text, &phrase);
    if (fault != PatternFault::kNone) {
      PhraseError(fault, term.source, text);
      continue;
    }
    const std::string_view list = is_block ? "but_not" : "phrases";
    if (!IsNew(term, text, list, KeyOf(phrase))) continue;
    AddPhrase(phrase, role, number);
    auto& patterns = is_block ? blocks_ : seen_;
    patterns.push_back({&text, std::move(phrase), {}, true});
  }
}

bool LexiconBuilder::IsNew(const TermSource& term, const SpannedText& pattern,
                           std::string_view list, std::string key) {
  key.insert(0, std::string(list) + ' ');
  if (keys_.insert(std::move(key)).second) return true;
  issues_.Error("R302.pattern-twice", term.source, pattern.span,
                {pattern.text, list});
  return false;
}

void LexiconBuilder::CheckSwallowed(const TermSource& term) {
  for (const Seen& block : blocks_) {
    for (const Seen& pattern : seen_) {
      const bool covered =
          pattern.is_phrase
              ? Covers(block.phrase, pattern.phrase)
              : block.phrase.elements.size() == 1 &&
                    Covers(block.phrase.elements[0], pattern.word);
      if (!covered) continue;
      issues_.Error("R307.swallowed", term.source, pattern.text->span,
                    {pattern.text->text, block.text->text});
    }
  }
}

}  // namespace sigte
