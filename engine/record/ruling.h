// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/messages.h"
#include "engine/base/source.h"

/// What people decided about a record: the answer to one rule's question, as it
/// stands in its file (schemas/ruling.schema.json). Knows no rules.
namespace sigte {

/// One name of a closed list, as people read it.
struct NamedCode {
  SpannedText code;
  LocalText title;
};

/// What rulings may say, by the ruleset's manifest.
struct RulingWords {
  std::vector<NamedCode> reasons;
  /// Who may rule: four eyes are of two of these. Empty: any name.
  std::vector<NamedCode> bodies;
};

/// The title of `code`; the code itself where it has none.
LocalText TitleOf(const std::vector<NamedCode>& codes, std::string_view code);
/// All of them in one language; the code itself where there is no title.
std::vector<std::string> TitlesOf(const std::vector<NamedCode>& codes,
                                  Lang lang);

/// Which record. Both are canonical (CanonicalKey of record_key.h), so that
/// they equal what a record's own fields give.
struct RecordKey {
  std::string group;  ///< empty where records have no group
  std::string id;

  friend auto operator<=>(const RecordKey&, const RecordKey&) = default;
};

/// Who says so, and when. Roles, never a person's name.
struct RulingParty {
  std::string body;  ///< "fm"
  std::string role;  ///< "head of section"
  std::string date;  ///< ISO 8601
};

struct Ruling {
  std::string id;
  RecordKey record;
  std::string rule;  ///< id or code
  bool answer = false;
  std::string reason;  ///< a code of RulingWords::reasons
  std::string text;
  RulingParty by;
  std::optional<RulingParty> approved;  ///< by another body than `by`
  std::string review_by;                ///< the last day on which it stands
  std::string evidence;            ///< "sha256:…" (decide/rule_evidence.h)
  std::string supersedes;          ///< the id of an earlier one, or empty
  const Source* source = nullptr;  ///< its file; null: made in memory
  Span span;                       ///< of `ruling:`'s value
  Span rule_span;
  Span evidence_span;
  Span review_span;
  std::size_t line = 1;  ///< of `ruling:`, from 1
};

}  // namespace sigte
