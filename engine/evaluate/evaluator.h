// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "engine/evaluate/program.h"
#include "engine/evaluate/values.h"
#include "engine/record/record.h"
#include "engine/record/value.h"
#include "engine/text/citation.h"
#include "engine/text/lexicon.h"

/// Runs a compiled Program over one Record: the value of every instruction.
/// Knows nothing of YAML, of the compiler or of the reports.
namespace sigte {

struct EvaluateOptions {
  /// Instructions, not seconds, so that a run is repeatable on any machine: how
  /// many a quantifier may take, beyond once each. What needs more is
  /// Unknown(kError).
  std::uint64_t max_steps = 1'000'000;

  /// Values that some instructions are to have whatever their operands say:
  /// answers to questions (decide/questions.h). Not owned; sorted by index.
  const std::vector<std::pair<std::uint32_t, Value>>* answers = nullptr;

  /// The measures of the record's groups, by Program::group_queries (groups.h);
  /// null: all Unknown(kError).
  const std::vector<Value>* groups = nullptr;
};

/// Evaluates records one at a time. Keeps its scratch, so that nothing is
/// allocated a record once it is warm.
///
/// Thread-compatible: share one Program among threads, but give each thread its
/// own Evaluator.
class Evaluator {
 public:
  /// Borrows `program`, which must outlive the evaluator.
  explicit Evaluator(const Program& program);
  ~Evaluator();

  /// The value of every instruction, by index, until the next call. Has no
  /// failure result: what the record lacks is unknown. A malformed Program is
  /// a bug in the compiler and stops the process.
  const Values& Evaluate(const Record& record,
                         const EvaluateOptions& options = {});

  /// Only what the program's group queries count (groups.h): the other values
  /// are of some record before. Cheap: for the first pass over all records.
  const Values& EvaluateForGroups(const Record& record);

  /// The same record again with other answers or with fields Set: texts are not
  /// scanned again. `record` must be the one of the last Evaluate.
  const Values& Reevaluate(const Record& record,
                           const EvaluateOptions& options);

  /// What the last call gave.
  const Values& values() const { return values_; }

  /// Of the last record: every place of every term in `field`'s text, in its
  /// order; until the next call.
  std::span<const TermHit> HitsIn(const Record& record, FieldIndex field);
  /// Of the last record: what `field`'s text cites.
  const std::vector<Citation>& CitationsOf(const Record& record,
                                           FieldIndex field);

 private:
  struct Scratch;
  Values values_;
  std::unique_ptr<Scratch> scratch_;
};

}  // namespace sigte
