// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <future>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/text/automaton.h"
#include "engine/text/folding.h"
#include "engine/text/lexicon.h"
#include "engine/text/patterns.h"
#include "engine/text/surroundings.h"

/// What a lexicon is compiled to. Shared by its builder and its scanners only.
namespace sigte {

/// What a found pattern is good for.
enum class Role : std::uint8_t {
  kTerm,       ///< a hit of the term `owner`
  kBlock,      ///< takes away the hits of the term `owner` that lie inside it
  kTrigger,    ///< the trigger `owner`
  kBreak,      ///< begins a clause
  kUndivided,  ///< none: no other begins inside it (Language::undivided)
};
inline constexpr std::size_t kRoles = 4;  ///< of those that are found in texts

/// One pattern in one role.
struct Use {
  PatternKind kind = PatternKind::kWord;
  Role role = Role::kTerm;
  // Of a phrase: how many elements it has, and which is looked for.
  std::uint8_t size = 0;
  std::uint8_t anchor = 0;
  /// Of a phrase: it passes over words, and says no denial itself.
  bool has_gap = false;
  std::uint32_t owner = 0;
  /// The first in `elements` or, for an acronym, the place in `cases`.
  std::uint32_t detail = 0;
};

enum class TriggerKind : std::uint8_t { kNone, kNegating, kSupplementing };

struct TriggerRule {
  TriggerKind kind = TriggerKind::kNone;
  bool after = false;       ///< what it turns stands before it
  std::uint32_t reach = 0;  ///< words; 0: to the clause's end
};

/// A term whose hits a term's hits are too, through `includes`.
struct Includer {
  std::uint32_t term = 0;
  /// By which it has them: 0 is the term itself, i + 1 the i-th includer.
  std::vector<std::uint32_t> through;
};

class LexiconImpl {
 public:
  explicit LexiconImpl(const Language& language) : folder(language) {}

  /// Builds the automaton beside whatever its caller does next; nothing else
  /// may change from then on.
  void CompleteInBackground() {
    complete_ = std::async([this] { automaton.Build(); }).share();
  }
  /// For any number of threads. Throws what the building threw.
  void Wait() const { complete_.get(); }

  bool IsEnding(std::string_view text) const {
    for (const std::string& ending : endings) {
      if (ending == text) return true;
    }
    return false;
  }

  std::span<const Element> ElementsOf(const Use& use) const {
    return {elements.data() + use.detail, use.size};
  }

  /// The term, and all that have its hits through `includes`; sorted.
  std::span<const std::uint32_t> TermsWith(std::uint32_t term) const {
    return {with.data() + first_with[term],
            first_with[term + 1] - first_with[term]};
  }

  Folder folder;
  Automaton automaton;
  // By the automaton's values; those of one string lie together.
  std::vector<Use> uses;
  std::vector<Needs> needs;
  std::vector<Element> elements;   // of all phrases
  std::vector<std::string> cases;  // letter cases of acronyms
  std::vector<TriggerRule> triggers;
  std::vector<std::string> endings;  // folded
  std::size_t longest_ending = 0;
  std::vector<std::string> joins;  // folded
  bool has_undivided = false;

  std::vector<std::string> ids;
  std::vector<LocalText> titles;
  std::unordered_map<std::string, std::uint32_t> numbers;
  std::vector<std::vector<Includer>> includers;  // by term
  std::vector<std::uint32_t> with;               // of each term TermsWith it
  std::vector<std::uint32_t> first_with;         // by term, and the end

 private:
  std::shared_future<void> complete_;  // last: it uses what stands above
};

}  // namespace sigte
