// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/base/source.h"

/// How the language of the submissions is read: declared by a ruleset
/// (terms/language.yaml), never by the engine.
namespace sigte {

/// A phrase that turns the meaning of what stands near it (the ConText method:
/// Harkema et al. 2009). Written in words; '*' at a word's end: any ending.
struct Trigger {
  SpannedText phrase;
  int reach =
      0;  ///< words it reaches within its clause; 0: to the clause's end
};

struct Language {
  const Source* source = nullptr;  ///< the file that the spans lie in
  /// Letters and what they fold to: {"ß": "ss", "é": "e"}. Upper case folds as
  /// its lower case. Letters not listed lose their accents where they have any.
  std::map<std::string, std::string> folding;
  /// What may follow a word and leave it the same word: "en", "ne", "s".
  std::vector<std::string> endings;
  /// How words end that are no abbreviations: a full stop between one of five
  /// letters or more and a blank ends a clause, whatever follows.
  std::vector<std::string> whole_endings;
  /// Words that end a clause, as . ; : ! ? ( ) and line breaks do.
  std::vector<std::string> breaks;
  /// Words that join the last member of an enumeration: "and", "or". A reach
  /// passes a comma only within an enumeration (rules/README.md).
  std::vector<std::string> joins;
  /// Words that look like compounds and are none: no pattern that may begin
  /// within a word begins inside one of them ("cart" has no "art"). They stand
  /// where a word or a part of one begins; with a star before them, anywhere.
  std::vector<std::string> undivided;
  /// Phrases that look like triggers and are none: "not only".
  std::vector<SpannedText> no_triggers;
  std::vector<Trigger> negating_before;  ///< the trigger stands first
  std::vector<Trigger> negating_after;   ///< what is negated stands first
  std::vector<Trigger> supplementing_before;
  std::vector<Trigger> supplementing_after;
};

}  // namespace sigte
