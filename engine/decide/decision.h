// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/issue.h"
#include "engine/base/messages.h"
#include "engine/base/source.h"
#include "engine/base/warm_vector.h"
#include "engine/decide/case_file.h"
#include "engine/decide/ruling_state.h"
#include "engine/decide/verdict_name.h"
#include "engine/record/layout.h"
#include "engine/record/value.h"

/// What is decided of one record, and why: one object, rendered many ways
/// (schemas/decision.schema.json). Owns all its texts.
namespace sigte {

/// A stretch of a submission: file, place, and its line for the caret. Where
/// the submission is a table, also the cell and what its column is called.
struct Location {
  Place place;
  std::size_t end_column = 1;  ///< on the same line, exclusive
  std::string line;            ///< the line's text (cut when very long)
  Span caret;                  ///< bytes in `line`
  std::string sheet;           ///< a workbook's sheet; empty: no workbook
  std::string cell;            ///< "B7"; empty: no workbook
  std::string heading;         ///< the column's; empty: no table
};

/// A leaf of the pruned explanation: one comparison or mention that a rule
/// rests on, with both operands.
struct Evidence {
  std::string field;        ///< the field's name; empty: no field
  std::string found;        ///< the text or number found; empty: nothing stands
  bool worked_out = false;  ///< `found` is not written there: "size(x)" is 3
  /// The operand compared with: ">= 56", a term's id. The condition itself
  /// where what is compared stands nowhere and is unknown.
  std::string compared;
  std::string condition;  ///< the leaf as the rule writes it
  /// What keeps it unknown whatever the record answers: a figure without a
  /// value ("limit"), a row that a table has not ("ceiling[\"pv\"]").
  std::string lacks;
  Value value;  ///< true, false or unknown
  std::optional<Location> location;
  /// The field that stands there, where the evidence is no field's.
  FieldIndex located = kNoField;
  std::string rule_file;  ///< where the condition stands
  Place rule_place;
  /// In Program::code. Condition and place in the rules are the same for all
  /// evidence of one leaf. 0xFFFFFFFF: of none in particular.
  std::uint32_t leaf = 0xFFFFFFFF;
};

/// A fact that keeps a rule which may hold from holding.
struct Obstacle {
  std::uint32_t rule = 0;  ///< the fact, in Program::rules
  bool holds = false;      ///< false: it is the fact that is lacking
};

/// A rule that decided, or that stayed unknown and so kept the rest undecided.
struct Reason {
  std::uint32_t rule = 0;  ///< in Program::rules
  Value value;             ///< true, false or unknown with its causes
  /// The rule's message with the record's values in it; empty where it has
  /// none and the rule's own serves.
  LocalText message;
  WarmVector<Evidence> evidence;
  /// Of a rule that is unclear: why it does not simply hold.
  WarmVector<Obstacle> obstacles;
  std::string ruling;  ///< the ruling that answered it; empty: none
};

/// What one answer to a question leads to, the rest as it is.
struct Outcome {
  std::string answer;  ///< "true", "false", ">= 56", "b", …
  Verdict verdict = Verdict::kBorderline;
};

/// A fact that would help to settle a borderline record.
struct Question {
  std::uint32_t rule = 0;  ///< the rule that is asked about; 0xFFFFFFFF: none,
  std::string code;        ///< but the finding of this code and name
  std::string slug;
  std::uint32_t asker = 0;  ///< whose words these are: `rule` or a fact
  /// Rules that ask in the same words: an answer is one to them too.
  std::vector<std::uint32_t> also;
  std::string field;  ///< the field to answer in; empty: a yes or no
  LocalText text;
  WarmVector<Outcome> outcomes;
  bool settles = false;  ///< every answer to it alone settles the record
};

/// Another record that a finding speaks of: one that is reported twice has a
/// twin.
struct OtherRecord {
  std::string group;  ///< empty: not known to be the finding's record's
  std::string id;     ///< empty: it has none
  std::string file;   ///< as people call it
  Location location;  ///< where it begins; a workbook's row is the cell "7:7"
};

/// A fault or remark about the record: from a check or from the schema.
struct Finding {
  std::uint32_t rule = 0xFFFFFFFF;  ///< the check, in Program::rules; or none
  std::string code;                 ///< the check's or the message's code
  std::string slug;                 ///< its name: rule id or "unknown-field"
  enum class Effect : std::uint8_t { kReject, kQuestion, kNote } effect;
  LocalText message;
  LocalText help;
  std::string field;
  std::optional<Location> location;
  /// Of a check that counts its group: the first of the others in it.
  std::optional<OtherRecord> other = {};
  std::string ruling;    ///< the ruling that answered it; empty: none
  bool of_file = false;  ///< the same is told of the file, once for all records
};

std::string_view EffectName(Finding::Effect effect);

/// A ruling on the record, whether it decides or not.
struct RulingNote {
  std::uint32_t ruling = 0;         ///< in RulingBook::rulings
  std::uint32_t rule = 0xFFFFFFFF;  ///< in Program::rules; or none such
  RulingState state = RulingState::kOrphaned;
  bool answer = false;
  std::string id;
  std::string reason;  ///< its code
  std::string text;
  std::string by;  ///< the body
  std::string role;
  std::string date;
  std::string approved;  ///< the other body; empty: nobody yet
  std::string file;
  std::size_t line = 1;
};

/// To be passed in again and again: its lists keep the room of what they held.
struct Decision {
  std::string id;     ///< as written; empty where it cannot be read
  std::string group;  ///< the group field as written ("751")
  /// Group and id before private numbers were hidden in them; nullopt: as
  /// above. For commitments, and for no output.
  std::optional<RecordKey> unmasked;
  std::string title;
  std::string file;
  std::string sheet;     ///< a workbook's; empty: no workbook
  std::size_t line = 1;  ///< where the record begins; a sheet's row
  std::optional<std::int64_t> amount;  ///< nullopt: unknown
  Verdict verdict = Verdict::kInvalid;
  /// What the scope formula alone says; nullopt where nothing can be read.
  std::optional<Verdict> scope;
  WarmVector<Reason> reasons;
  WarmVector<Question> questions;
  WarmVector<Finding> findings;
  std::vector<RulingNote> rulings;  ///< in the order of their files
  /// What the verdict would be without rulings, where one made a difference to
  /// a rule.
  std::optional<Verdict> without_rulings;
  /// Only with DecideOptions::cases.
  std::vector<CaseFile> cases;
};

}  // namespace sigte
