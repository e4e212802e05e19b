// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "engine/base/issue.h"
#include "engine/text/lexicon.h"
#include "engine/text/lexicon_impl.h"

/// Compiles terms and the language's triggers; says what is wrong with them.
namespace sigte {

class LexiconBuilder {
 public:
  LexiconBuilder(const Language& language, const std::vector<TermSource>& terms,
                 IssueList* issues);

  /// Null exactly when an issue that it found is an error.
  std::unique_ptr<LexiconImpl> Build();

 private:
  /// A pattern of the term at hand, for the checks between patterns.
  struct Seen {
    const SpannedText* text;
    Phrase phrase;  ///< of one element for patterns of one word
    Coverage word;  ///< of those
    bool is_phrase;
  };

  void MakeRoom();
  void AddLanguage();
  void AddFolding();
  void AddWords(const std::vector<std::string>& words, std::string_view list,
                std::vector<std::string>* folded);
  void AddBreaks();
  void AddUndivided();
  void AddTriggers(const std::vector<Trigger>& triggers, TriggerKind kind,
                   bool after);
  void AddTrigger(const SpannedText& phrase, TriggerRule rule);

  void AddTerm(std::uint32_t number);
  void AddWordList(const TermSource& term, std::uint32_t number,
                   const std::vector<SpannedText>& patterns, PatternKind kind);
  void AddWordPattern(const TermSource& term, std::uint32_t number,
                      const SpannedText& pattern, PatternKind kind);
  void AddPhraseList(const TermSource& term, std::uint32_t number,
                     const std::vector<SpannedText>& phrases, Role role);
  void CheckSwallowed(const TermSource& term);
  bool IsNew(const TermSource& term, const SpannedText& pattern,
             std::string_view list, std::string key);

  void AddIncludes();
  bool CheckCycle(std::uint32_t term, std::vector<std::uint8_t>* states,
                  std::vector<std::uint32_t>* path);
  void LinkIncluders();
  void AddTermsWith(std::vector<std::uint32_t> terms);

  bool HasGap(const Phrase& phrase) const;
  void AddUse(std::string_view text, bool anchored, Use use);
  void FillAutomaton();
  void AddPhrase(const Phrase& phrase, Role role, std::uint32_t owner);
  void PhraseError(PatternFault fault, const Source* source,
                   const SpannedText& text);

  /// A string to be looked for.
  struct Sought {
    std::string text;
    bool anchored;
    Use use;
  };

  const Language& language_;
  const std::vector<TermSource>& terms_;
  IssueList& issues_;
  const std::size_t issues_before_;
  std::unique_ptr<LexiconImpl> impl_;
  std::vector<Sought> sought_;
  std::vector<Element> denials_;  // triggers of one word that deny what follows
  std::vector<std::vector<std::uint32_t>> includes_;  // by term
  std::vector<std::uint32_t> ranks_;  // included terms before including ones
  std::uint32_t next_rank_ = 0;
  std::unordered_set<std::string> keys_;  // of the term at hand
  std::vector<Seen> seen_;
  std::vector<Seen> blocks_;
};

}  // namespace sigte
