// SPDX-License-Identifier: MPL-2.0

// The builder's part for the language: folding, endings, triggers.

#include <algorithm>
#include <optional>

#include "engine/base/ascii.h"
#include "engine/text/language_words.h"
#include "engine/text/lexicon_builder.h"

namespace sigte {

bool IsFolding(std::string_view letter, std::string_view value) {
  const bool plain = std::ranges::all_of(
      value, [](char c) { return (c >= 'a' && c <= 'z') || IsDigit(c); });
  return !value.empty() && plain && Folder::LetterOf(letter) != 0;
}

bool IsOneWord(const Folder& folder, std::string_view text) {
  const std::string folded = folder.Fold(text);
  return !folded.empty() && folded.find(' ') == std::string::npos;
}

std::optional<OpenWord> ReadOpenWord(const Folder& folder,
                                     std::string_view text) {
  OpenWord word;
  word.is_open = text.starts_with('*');
  if (word.is_open) text.remove_prefix(1);
  if (text.find('*') != text.npos || !IsOneWord(folder, text)) return {};
  word.folded = folder.Fold(text);
  return word;
}

void LexiconBuilder::AddLanguage() {
  AddFolding();
  std::vector<std::string>& endings = impl_->endings;
  for (const std::string& ending : language_.endings) {
    if (!IsOneWord(impl_->folder, ending)) {
      issues_.Error("R316.bad-ending", language_.source, {}, {ending});
      continue;
    }
    std::string folded = impl_->folder.Fold(ending);
    impl_->longest_ending = std::max(impl_->longest_ending, folded.size());
    endings.push_back(std::move(folded));
  }
  AddWords(language_.joins, "joins", &impl_->joins);
  AddBreaks();
  AddUndivided();
  for (const SpannedText& phrase : language_.no_triggers) {
    AddTrigger(phrase, {TriggerKind::kNone, false, 0});
  }
  AddTriggers(language_.negating_before, TriggerKind::kNegating, false);
  AddTriggers(language_.negating_after, TriggerKind::kNegating, true);
  AddTriggers(language_.supplementing_before, TriggerKind::kSupplementing,
              false);
  AddTriggers(language_.supplementing_after, TriggerKind::kSupplementing, true);
}

void LexiconBuilder::AddFolding() {
  for (const auto& [letter, value] : language_.folding) {
    if (!IsFolding(letter, value)) {
      issues_.Error("R315.bad-folding", language_.source, {}, {letter, value});
    }
  }
}

void LexiconBuilder::AddWords(const std::vector<std::string>& words,
                              std::string_view list,
                              std::vector<std::string>* folded) {
  for (const std::string& word : words) {
    if (IsOneWord(impl_->folder, word)) {
      folded->push_back(impl_->folder.Fold(word));
    } else {
      issues_.Error("R320.bad-word", language_.source, {}, {word, list});
    }
  }
}

void LexiconBuilder::AddBreaks() {
  std::vector<std::string> words;
  AddWords(language_.breaks, "breaks", &words);
  for (const std::string& word : words) {
    AddUse(word, true, {.kind = PatternKind::kExact, .role = Role::kBreak});
  }
}

void LexiconBuilder::AddUndivided() {
  for (const std::string& text : language_.undivided) {
    const std::optional<OpenWord> word = ReadOpenWord(impl_->folder, text);
    if (!word) {
      issues_.Error("R325.bad-undivided", language_.source, {}, {text});
      continue;
    }
    AddUse(word->folded, !word->is_open,
           {.kind = PatternKind::kPart, .role = Role::kUndivided});
    impl_->has_undivided = true;
  }
}

void LexiconBuilder::AddTriggers(const std::vector<Trigger>& triggers,
                                 TriggerKind kind, bool after) {
  for (const Trigger& trigger : triggers) {
    if (trigger.reach < 0) {
      issues_.Error("R310.negative-reach", language_.source,
                    trigger.phrase.span, {std::to_string(trigger.reach)});
      continue;
    }
    AddTrigger(trigger.phrase,
               {kind, after, static_cast<std::uint32_t>(trigger.reach)});
  }
}

void LexiconBuilder::AddTrigger(const SpannedText& text, TriggerRule rule) {
  Phrase phrase;
  const PatternFault fault = ReadPhrase(impl_->folder, text.text, &phrase);
  if (fault == PatternFault::kEmpty) {
    issues_.Error("R309.empty-trigger", language_.source, text.span,
                  {text.text});
  } else if (fault != PatternFault::kNone) {
    PhraseError(fault, language_.source, text);
  } else {
    const bool denies = rule.kind == TriggerKind::kNegating && !rule.after;
    if (denies && phrase.elements.size() == 1) {
      denials_.push_back(phrase.elements.front());
    }
    AddPhrase(phrase, Role::kTrigger,
              static_cast<std::uint32_t>(impl_->triggers.size()));
    impl_->triggers.push_back(rule);
  }
}

}  // namespace sigte
