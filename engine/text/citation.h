// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/issue.h"
#include "engine/base/messages.h"
#include "engine/base/source.h"
#include "engine/text/language.h"

/// Legal citations: "SEL §18, stk. 2" and "Lov om social service 18" are one.
namespace sigte {

/// Whether the municipality must do what the provision says. kMixed and
/// kUnknown leave duty() unknown; kNone: no task of a municipality.
enum class Duty : std::uint8_t { kUnknown, kMust, kMay, kMixed, kNone };

/// A provision of a law in the catalogue (laws.yaml).
struct SectionSource {
  SpannedText section;  ///< "18", "79 a", "31 b-f", "79 stk. 2", "kap. 6"
  Duty duty = Duty::kUnknown;
  LocalText title;        ///< what it covers
  std::string reference;  ///< where that was read
  std::string from;       ///< in force from/until, ISO dates; empty: open
  std::string until;
};

struct LawSource {
  SpannedText id;  ///< "serviceloven"
  LocalText title;
  const Source* source = nullptr;
  std::vector<SpannedText> names;          ///< any case, Danish genitive too
  std::vector<SpannedText> abbreviations;  ///< whole words; two laws may share
  Duty duty = Duty::kUnknown;              ///< of the law without a paragraph
  std::string reference;
  std::string from;
  std::string until;
  /// True for what stands where a basis should and is none (a grant pool).
  bool is_basis = true;
  std::vector<SectionSource> sections;
};

/// How paragraphs are written in the ruleset's language (laws.yaml, `marks`).
struct CitationMarks {
  std::vector<std::string> section;     ///< "§", "§§", "paragraf", "par."
  std::vector<std::string> subsection;  ///< "stk.", "stykke"
  std::vector<std::string> number;      ///< "nr.", "litra"
  std::vector<std::string> chapter;     ///< "kap.", "kapitel"
  std::vector<std::string> joins;       ///< "og", "samt", "jf.", ","
  std::vector<std::string> genitives;   ///< "s", "ens"
  /// Words from the first of a range to its last: "til", "til og med", "t.o.m."
  std::vector<std::string> ranges;
  /// Marks that may stand behind their number: "# §" reads "18 §", "#. kap"
  /// reads "4. kap", "## §§" reads "18 og 79 §§"; the mark is one of the above.
  std::vector<SpannedText> number_first;
  /// Words from a subsection to what it is of: "stk. 2 i § 5".
  std::vector<std::string> within;
  /// A bare "§ 18" with no law nearby is of this law (an id) when it is one of
  /// these sections; both empty: it is left out.
  SpannedText default_law;
  std::vector<SpannedText> default_sections;
  /// Words of laws, '*' at either end for any letters: beside one of them a
  /// section is of another law, though the catalogue does not know it.
  std::vector<std::string> other_laws;
  const Source* source = nullptr;  ///< where the marks stand; may be null
};

/// One provision that a text cites. Numbers are canonical.
struct Citation {
  std::uint32_t law = 0;   ///< number in the catalogue
  bool ambiguous = false;  ///< the abbreviation may mean another law
  bool chapter = false;    ///< `section` is a chapter
  std::string section;     ///< "18", "79a"; empty: the law as such
  std::string subsection;  ///< "2"; empty: none given
  Span span;               ///< in the text as written
};

/// What a rule asks for: a law, or one of its provisions.
struct CitationPattern {
  std::uint32_t law = 0;
  bool chapter = false;
  std::string section;     ///< empty: any citation of the law
  std::string subsection;  ///< empty: any subsection

  /// Whether `citation` is this provision or lies in it.
  bool Matches(const Citation& citation) const;
};

class LawCatalogueImpl;

/// Immutable: share it among threads.
class LawCatalogue {
 public:
  /// Null exactly when an issue is an error: a law or name given twice, a
  /// section that cannot be read, a date that is none, until before from.
  static std::shared_ptr<const LawCatalogue> Build(
      const Language& language, const CitationMarks& marks,
      const std::vector<LawSource>& laws, IssueList* issues);

  ~LawCatalogue();
  std::size_t size() const;
  const LawSource& law(std::uint32_t number) const;
  std::vector<std::string> Names() const;  ///< ids, for "did you mean"

  /// Every citation in `text`, in order. A law's own provisions stand behind it
  /// ("SEL § 18") or lead to it ("§ 18 i serviceloven"); a provision on its own
  /// is of the nearest law within twelve words that has sections in the
  /// catalogue, else of CitationMarks::default_law, else left out.
  void Read(std::string_view text, std::vector<Citation>* citations) const;

  /// A pattern as rules write it: "sundhedsloven § 50", "serviceloven",
  /// "INL kap. 6". nullopt when the law is unknown or the rest is unreadable.
  std::optional<CitationPattern> ReadPattern(std::string_view text) const;

  /// The duty that `citations` agree on; kUnknown where there is none, where
  /// one is kMixed, kUnknown or ambiguous, or where they differ. A provision
  /// that the catalogue does not list has its law's duty. What is no basis does
  /// not count, nor does a law as such or a chapter that the catalogue does not
  /// list where a section of that law is cited too.
  /// Where the catalogue says one thing until a day and another from it on, it
  /// is what was said in the period (ISO dates; empty: open).
  Duty DutyOf(const std::vector<Citation>& citations, std::string_view from,
              std::string_view until) const;

  /// False when a cited provision was not in force on any day of the period
  /// (ISO dates); nullopt when nothing is cited.
  std::optional<bool> InForce(const std::vector<Citation>& citations,
                              std::string_view from,
                              std::string_view until) const;

  /// "serviceloven § 18, stk. 2"
  std::string ToString(const Citation& citation) const;

 private:
  LawCatalogue();
  std::unique_ptr<LawCatalogueImpl> impl_;
};

}  // namespace sigte
