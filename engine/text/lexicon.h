// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/issue.h"
#include "engine/base/messages.h"
#include "engine/base/source.h"
#include "engine/text/language.h"

/// Terms: named vocabularies, all found in one pass over a text.
namespace sigte {

/// One term as its author wrote it (terms/*.yaml). Every pattern is folded
/// before it is compared. Patterns:
struct TermSource {
  SpannedText id;
  LocalText title;
  const Source* source = nullptr;  ///< the file that the spans lie in
  std::vector<SpannedText> words;  ///< whole words, with the endings
  std::vector<SpannedText> exact;  ///< whole words, without endings
  std::vector<SpannedText> heads;  ///< words that begin so: compounds
  std::vector<SpannedText> tails;  ///< words that end so, with endings
  std::vector<SpannedText> parts;  ///< words that have it anywhere
  /// Several words in a row: each whole, or with '*' at either end; ".." stands
  /// for up to four words of the same clause.
  std::vector<SpannedText> phrases;
  std::vector<SpannedText> acronyms;  ///< whole words, letter case as written
  std::vector<SpannedText> but_not;   ///< phrases; hits inside them are none
  std::vector<SpannedText> includes;  ///< ids of terms whose hits are its too
  std::vector<SpannedText> hits;      ///< examples: texts that mention it,
  std::vector<SpannedText> misses;    ///< and texts that do not
  /// False: something in its patterns or keys could not be read, and was told.
  bool readable = true;
};

/// How a term stands in its clause; a set, because it may stand there twice.
enum Mention : std::uint8_t {
  kNotMentioned = 0,
  kAffirmed = 1,
  kNegated = 2,
  kSupplementing = 4,
};
using MentionSet = std::uint8_t;

/// As reports name it: "affirmed", "negated", "supplementing"; else "".
std::string_view MentionName(Mention mention);

/// What a scan says of one term.
struct TermScan {
  /// The bit of clause 63 and all that come after it.
  static constexpr std::uint64_t kLateClauses = std::uint64_t{1} << 63;

  /// Bit i: an affirmed hit lies in the text's clause i (from 0). Two terms
  /// stand together where their bits meet; where only kLateClauses do, their
  /// hits have to be compared (StandTogether).
  std::uint64_t clauses = 0;
  MentionSet mentions = kNotMentioned;

  void Add(Mention mention, std::uint32_t clause) {
    mentions |= mention;
    if (mention != kAffirmed) return;
    clauses |= clause < 63 ? std::uint64_t{1} << clause : kLateClauses;
  }
};

/// One place where a term stands in a text.
struct TermHit {
  std::uint32_t term = 0;
  std::uint32_t clause = 0;  ///< from 0
  Mention mention = kAffirmed;
  Span span;     ///< in the text as written, bytes
  Span trigger;  ///< what negated it or made it supplementing; empty if nothing
};

/// Whether affirmed hits of both terms lie in one clause; `hits` are all of a
/// text, in its order.
bool StandTogether(const std::vector<TermHit>& hits, std::uint32_t term,
                   std::uint32_t other);

class LexiconImpl;

/// All terms of a ruleset, compiled. Immutable: share it among threads.
class Lexicon {
 public:
  /// Reports patterns that can never match, that are given twice, unknown
  /// `includes` and cycles among them; a term that its own `hits` do not find
  /// is the rule tests' business, not this one's. Null exactly when one of the
  /// issues is an error. The last part is built in the background; scanners
  /// wait for it.
  static std::shared_ptr<const Lexicon> Build(
      const Language& language, const std::vector<TermSource>& terms,
      IssueList* issues);

  ~Lexicon();
  std::size_t size() const;  ///< terms are numbered 0 … size() - 1, as given
  /// The number of the term, or -1.
  int Find(std::string_view id) const;
  const std::string& id(std::uint32_t term) const;
  const LocalText& title(std::uint32_t term) const;

  /// `text` folded as the terms are; for comparing texts with one another.
  void Fold(std::string_view text, std::string* folded) const;

 private:
  friend class TextScanner;
  Lexicon();
  std::unique_ptr<LexiconImpl> impl_;
};

/// Finds terms. Holds the scratch of one thread, so that scanning allocates
/// nothing once it is warm.
class TextScanner {
 public:
  explicit TextScanner(const Lexicon& lexicon);  ///< borrowed
  ~TextScanner();
  TextScanner(TextScanner&&) noexcept;

  /// Sets scans[t] for every term t; `scans` has lexicon.size() places. Linear
  /// in the text.
  void Scan(std::string_view text, TermScan* scans);

  /// Every place of every term in `text`, by place, then by term. The mentions
  /// of a term's hits are exactly what Scan says of it. Slower than Scan.
  void Hits(std::string_view text, std::vector<TermHit>* hits);

  /// How many words `text` has (runs of letters and digits).
  static std::size_t CountWords(std::string_view text);

 private:
  struct Scratch;
  const Lexicon* lexicon_;
  std::unique_ptr<Scratch> scratch_;
};

}  // namespace sigte
