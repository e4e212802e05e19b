// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/text/lexicon.h"

/// A Danish language and a few ways of writing terms down briefly.
namespace sigte {

inline SpannedText Word(std::string text) { return {std::move(text), {}}; }

inline std::vector<SpannedText> Words(const std::vector<std::string>& texts) {
  std::vector<SpannedText> words;
  for (const std::string& text : texts) words.push_back(Word(text));
  return words;
}

inline TermSource Term(std::string id) {
  TermSource term;
  term.id = Word(std::move(id));
  term.title = term.id.text;
  return term;
}

inline Language Danish() {
  Language danish;
  danish.folding = {{"æ", "ae"}, {"ø", "oe"}, {"å", "aa"}};
  danish.endings = {"s",   "en", "ens", "et",  "ets",  "e",    "es",   "er",
                    "ers", "ne", "nes", "ene", "enes", "erne", "ernes"};
  danish.whole_endings = {"en", "et"};
  danish.breaks = {"men", "mens"};
  danish.joins = {"og", "eller", "samt"};
  danish.no_triggers = Words({"ikke kun", "ikke uden", "ikke mindst"});
  danish.negating_before = {{Word("uden"), 6},
                            {Word("ikke"), 4},
                            {Word("ingen"), 4},
                            {Word("ikke omfatt*"), 0}};
  danish.negating_after = {{Word("er ikke med"), 0}, {Word("indgår ikke"), 5}};
  danish.supplementing_before = {{Word("ud over"), 8},
                                 {Word("supplement til"), 0}};
  danish.supplementing_after = {{Word("suppleres"), 0}};
  return danish;
}

/// The lexicon of `terms`; null with the issues on the test's output.
std::shared_ptr<const Lexicon> Compile(const std::vector<TermSource>& terms,
                                       const Language& language = Danish());

/// The hits in `text`, one "term 'matched words'" each, joined by ", ". "!" and
/// the trigger stand behind negated ones, "+" and it behind supplementing ones.
/// Also holds Scan to what Hits says.
std::string HitsIn(const Lexicon& lexicon, const std::string& text);

/// The same for one term alone.
std::string HitsIn(const TermSource& term, const std::string& text);

/// Every issue that `terms` give, as a reader of English sees them.
std::string IssuesIn(const std::vector<TermSource>& terms,
                     const Language& language = Danish());

}  // namespace sigte
