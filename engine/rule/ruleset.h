// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/base/file_set.h"
#include "engine/base/messages.h"
#include "engine/base/redaction.h"
#include "engine/base/source.h"
#include "engine/record/layout.h"
#include "engine/record/ruling.h"
#include "engine/rule/expression.h"
#include "engine/text/citation.h"
#include "engine/text/language.h"
#include "engine/text/lexicon.h"

/// A ruleset as its authors wrote it, read and checked but not compiled.
namespace sigte {

enum class RuleKind : std::uint8_t { kExclusion, kInclusion, kFact, kCheck };
enum class CheckEffect : std::uint8_t { kReject, kQuestion, kNote };

/// A value in an example's record: a scalar, a list of scalars, or null.
struct ExampleField {
  FieldIndex field = kNoField;
  SpannedText name;
  std::string json;  ///< the value as JSON
  Span span;
};

/// One `examples:` entry: the rule's own test.
struct Example {
  Span span;
  /// One record, or several for a rule over a group: the last is the one asked.
  std::vector<std::vector<ExampleField>> given;
  Value expect;  ///< true, false or unknown
  std::string note;
  bool readable = true;  ///< false: `expect` is there and says nothing
};

struct Rule {
  SpannedText id;
  std::string code;  ///< what reports show: "E5"; never reused; may be empty
  Span code_span;
  RuleKind kind = RuleKind::kFact;
  CheckEffect effect = CheckEffect::kNote;
  const Source* source_file = nullptr;
  Span span;  ///< the whole rule's first line
  LocalText title;
  std::string source;  ///< the law or report that says so
  LocalText message;
  LocalText ask;
  LocalText help;  ///< what the submitter can do; may be empty
  /// holds_when of most kinds, fails_when of checks. Null: never holds by
  /// itself (unclear_when must then stand).
  ExpressionPtr holds_when;
  ExpressionPtr unclear_when;
  std::string holds_words;    ///< ConditionWords of holds_when
  std::string unclear_words;  ///< … and of unclear_when
  std::vector<SpannedText> unless;
  /// Facts of holds_when whose question is asked instead of `ask` where they
  /// alone keep the rule from holding.
  std::vector<SpannedText> ask_from;
  /// Fields whose equal values make a group; empty: the rule is over a record.
  std::vector<SpannedText> group_by;
  std::vector<Example> examples;
};

/// A sourced figure (parameters.yaml). No value: asked for, never invented.
struct Parameter {
  SpannedText name;
  LocalText title;
  Value value;  ///< Unknown(kMissing) where nobody could source it
  std::string unit;
  std::string source;
  std::string date;
  std::string status;
  bool for_reading = false;  ///< for people: no condition need use it
  const Source* source_file = nullptr;
};

/// A table of figures by key: population by municipality.
struct ParameterTable {
  SpannedText name;
  LocalText title;
  std::vector<std::pair<Value, Value>> rows;  ///< sorted by key
  std::vector<SpannedText> keys;              ///< in file order
  std::string unit;
  std::string source;
  std::string date;
  bool for_reading = false;  ///< as in Parameter
  const Source* source_file = nullptr;
};

/// Several text fields read as one (`texts:` of the manifest).
struct TextGroup {
  SpannedText name;
  std::vector<FieldIndex> fields;
};

/// What a questionnaire made from the ruleset says (`template:` of the
/// manifest).
struct TemplateText {
  std::size_t rows = 0;   ///< for records; 0: nothing is said
  bool numbered = false;  ///< records are numbered beforehand: 1, 2, 3 …
  std::vector<LocalText> instructions;  ///< steps
};

struct Ruleset {
  std::string id;
  std::string version;
  LocalText title;
  std::string source;
  std::string digest;       ///< SHA-256 over its files and its schema; set by
                            ///< whoever has both, not by the loader
  std::string period_from;  ///< ISO dates that the submissions speak of
  std::string period_until;
  bool has_period = false;  ///< one is given, be its dates readable or not
  Redaction redaction;      ///< what no output may show whole
  RulingWords ruling_words;
  Layout layout;
  Language language;
  std::vector<TermSource> terms;
  std::unordered_map<std::string, std::size_t> term_places;  ///< in terms
  std::shared_ptr<const Lexicon> lexicon;
  CitationMarks marks;
  std::shared_ptr<const LawCatalogue> laws;
  std::vector<Parameter> parameters;
  std::vector<ParameterTable> tables;
  std::vector<TextGroup> texts;
  TemplateText template_text;
  std::vector<Rule> rules;  ///< in file order, files by name
  ExpressionPtr scope;      ///< over the names `inclusion` and `exclusion`
  const Source* manifest = nullptr;

  const Rule* FindRule(std::string_view id_or_code) const;
};

}  // namespace sigte
