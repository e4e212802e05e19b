// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/audit/crypto.h"
#include "engine/audit/json_value.h"
#include "engine/decide/decision.h"

/// What the log's entries say (FORMAT.md), and what they must not: no free
/// text, no name, no digit of a person's number.
namespace sigte::audit {

inline constexpr std::string_view kGenesis = "genesis";
inline constexpr std::string_view kRun = "run";
inline constexpr std::string_view kRulesChanged = "rules.changed";
inline constexpr std::string_view kSubmission = "submission.received";
inline constexpr std::string_view kRecord = "record";
inline constexpr std::string_view kRuling = "ruling";
inline constexpr std::string_view kReceipt = "receipt";
inline constexpr std::string_view kAggregate = "aggregate";
inline constexpr std::string_view kErasure = "erasure";
inline constexpr std::string_view kNote = "log.note";

/// What is known of a run before it begins. Texts of the program and of the
/// ruleset's author, none of a submitter.
struct RunFacts {
  std::string time;  ///< when, UTC: "2026-11-25T21:56:21Z"
  std::string program_version;
  std::string ruleset;
  std::string ruleset_version;
  std::string ruleset_digest;  ///< SHA-256, hex
  std::string list;            ///< the member that holds a file's records
  /// Options that could change what was decided or published.
  JsonValue::Members options;
};

/// What of a decision may be logged, and the names that must be known for it.
struct LogTerms {
  std::vector<std::string> rule_codes;  ///< by rule, as in Decision
  /// Whose records there can be, sorted; empty: any code of a few digits.
  std::vector<std::string> groups;
  std::string ruleset;  ///< as in RunFacts
  std::string ruleset_version;
  std::string list;
};

/// The terms of the ruleset of a digest; nullopt where they are not known.
using FindTerms =
    std::function<std::optional<LogTerms>(const std::string& digest)>;

/// Whether the log may name the group of a record.
bool MayLogGroup(const std::string& group, const LogTerms& terms);

/// One record's part of the log, made on any thread.
struct RecordFact {
  std::string group;                   ///< empty: none that may be logged
  bool group_withheld = false;         ///< something else stands there
  std::optional<std::int64_t> amount;  ///< nullopt: unknown or withheld
  bool amount_withheld = false;
  Verdict verdict = Verdict::kInvalid;
  Salt salt{};
  Hash commit{};    ///< HMAC of RecordMessage
  JsonValue scope;  ///< a verdict's name, or null
  JsonValue::List rules;
  JsonValue::List findings;
};

/// With a salt of its own.
RecordFact MakeRecordFact(const Decision& decision, const LogTerms& terms);

/// What a record's commitment is over: the canonical JSON list of its group and
/// id as written, private numbers in them too.
std::string RecordMessage(std::string_view group, std::string_view id);
std::string RecordMessage(const Decision& decision);

/// A ruling that decided, or that no longer does.
struct RulingFact {
  std::string group;  ///< the record's, as written
  std::string record;
  std::string rule;  ///< its code
  bool answer = false;
  /// "used", or why it lapsed: "stale", "expired", "orphaned", …
  std::string state;
  std::string digest;  ///< SHA-256 of the ruling's file, hex
};
std::string RulingMessage(const RulingFact& ruling);

/// Records and amounts of one verdict.
struct TotalsCell {
  std::int64_t records = 0;
  std::int64_t amount = 0;
  std::int64_t amount_unknown = 0;
  std::int64_t amount_withheld = 0;

  friend bool operator==(const TotalsCell&, const TotalsCell&) = default;
};
/// By verdict name, all four of them.
struct Totals {
  std::array<TotalsCell, kVerdicts> cells;

  void Add(const RecordFact& fact);
  JsonValue Json() const;
  std::int64_t records() const;
};

/// The canonical text of an entry of `type`; `v` and `type` are added.
/// nullopt where a text is not UTF-8.
std::optional<std::string> EntryText(std::string_view type,
                                     JsonValue::Members members);

JsonValue::Members RecordMembers(const RecordFact& fact, std::uint64_t run,
                                 std::uint64_t submission, std::uint64_t n);

}  // namespace sigte::audit
