// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/decide/decision.h"
#include "engine/decide/readings.h"
#include "engine/decide/ruling_book.h"
#include "engine/evaluate/evaluator.h"
#include "engine/evaluate/groups.h"
#include "engine/evaluate/program.h"
#include "engine/record/record.h"
#include "engine/record/row_origin.h"

/// Truth values → verdict, reasons, questions.
namespace sigte {

/// Where a record lies: its file, and how offsets of its document become
/// places.
struct RecordOrigin {
  std::string_view file;
  std::size_t first_line = 1;  ///< the line on which the document's text begins
  /// The row that the text stands for; null: it stands for itself.
  const RowOrigin* row = nullptr;
  /// Fields that the file leaves open; null: none.
  const std::vector<FieldReadings>* readings = nullptr;
  std::uint32_t input = 0;  ///< the file's number in the run, from 0
};

struct DecideOptions {
  bool explain = true;  ///< false: verdict and scope only
  bool cases = false;   ///< Decision::cases too, for people who rule
  bool lines = true;    ///< Location::line and caret of evidence too
  /// What people have decided; null: nothing. Not owned, the same for all
  /// records.
  const RulingBook* rulings = nullptr;
};

/// One a thread; keeps its scratch.
class Decider {
 public:
  explicit Decider(const Program& program);  ///< borrowed
  ~Decider();

  /// Decides one record into `*decision`, whose old contents are dropped.
  /// `faults` are what reading and the schema found; one that rejects makes the
  /// record invalid. `groups` may be null where no rule needs them.
  void Decide(Record& record, const RecordOrigin& origin,
              std::vector<Finding> faults, const Groups* groups,
              const DecideOptions& options, Decision* decision);

  /// The next record lies in another text, although perhaps in the same room.
  void ForgetText();

  Evaluator& evaluator() { return evaluator_; }

 private:
  struct Scratch;

  // ruled_decision.cc
  void TakeRulings(const Record& record, const DecideOptions& options,
                   const EvaluateOptions& evaluate, Decision* decision);
  void NameRulings(Decision* decision);
  void AddSettledChecks(Decision* decision);
  void MakeCases(const Record& record, const DecideOptions& options,
                 const EvaluateOptions& evaluate, Decision* decision);

  const Program& program_;
  Evaluator evaluator_;
  std::unique_ptr<Scratch> scratch_;
};

/// The finding for an issue about a record's text (schema and syntax faults).
Finding FindingOf(const Issue& issue, const RecordOrigin& origin,
                  std::string_view text);

}  // namespace sigte
