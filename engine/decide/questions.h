// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <vector>

#include "engine/decide/decision.h"
#include "engine/decide/evidence.h"
#include "engine/decide/number_uses.h"
#include "engine/decide/obstacles.h"
#include "engine/decide/ranges.h"
#include "engine/decide/readings.h"
#include "engine/decide/verdict.h"
#include "engine/decide/walk.h"
#include "engine/evaluate/evaluator.h"
#include "engine/evaluate/groups.h"
#include "engine/evaluate/program.h"
#include "engine/record/record.h"

/// What to ask about a borderline record: the facts that are missing, what each
/// answer leads to, and the smallest set that settles it.
namespace sigte {

inline constexpr std::size_t kMaxQuestions = 6;
inline constexpr std::size_t kMaxCandidates = 8;
inline constexpr std::size_t kMaxReevaluations = 500;

/// What checks over several records know of the one that is asked about.
struct RecordGroups {
  const Groups* all = nullptr;        ///< null: no rule asks for groups
  const GroupShare* share = nullptr;  ///< null: no answer changes it
  const std::vector<Value>* measures = nullptr;
};

/// Tries answers by evaluating the record again. Call it last: the evaluator's
/// values are then those of the last answer tried. The record is left as it
/// was.
class Questioner {
 public:
  Questioner(const Program& program, Evaluator* evaluator, LeafTexts* leaves,
             const RulesByValue* rules, const Judge* judge);

  /// Values that instructions keep whatever is asked: people's rulings. Sorted;
  /// borrowed while Ask runs; null: none.
  void Keep(const std::vector<std::pair<std::uint32_t, Value>>* pinned) {
    pinned_ = pinned;
  }

  /// Whether some reading changes what the record adds to its groups, so that
  /// Ask needs to know what it added.
  bool ChangesGroups(const std::vector<FieldReadings>& readings) const;

  /// `values` are the record's; `readings` may be null.
  void Ask(Record* record, const Values& values, const RecordGroups& groups,
           const std::vector<FieldReadings>* readings,
           WarmVector<Question>* questions);

 private:
  struct Answer {
    std::string text;
    Value value;        ///< of the field, or of the rules
    NumberRange range;  ///< of a number
    Verdict verdict = Verdict::kBorderline;
    std::vector<bool> signature;
    bool refused = false;  ///< the schema has no such value
  };
  /// One thing that may be asked.
  struct Candidate {
    std::uint32_t rule = kNoIndex;
    std::uint32_t asker = kNoIndex;      ///< whose words are asked
    FieldIndex field = kNoField;         ///< kNoField: of the rules
    std::vector<std::uint32_t> targets;  ///< instructions that get the answer
    std::vector<std::uint32_t> also;     ///< more rules whose values they are
    WarmVector<Answer> answers;
    bool settles = false;
    const FieldReadings* readings = nullptr;  ///< who asks where no rule does
    /// Of a number: the unknown comparisons with it.
    std::vector<std::uint32_t> comparisons;
  };
  /// An answer by its number.
  using Given = std::pair<const Candidate*, std::size_t>;

  void AddReadings(const std::vector<FieldReadings>& readings);
  bool IsAskedFor(FieldIndex field) const;
  void Collect(std::uint32_t index, std::uint32_t rule);
  void CollectChecks();
  void CollectCheck(std::uint32_t rule);
  bool IsPinned(std::uint32_t index) const;
  void AddPinned();
  bool CollectBlanks(std::uint32_t index, std::uint32_t rule);
  void AddLeaf(std::uint32_t leaf, std::uint32_t rule);
  bool AddField(FieldIndex field, std::uint32_t rule);
  void AddRule(std::uint32_t rule);
  std::uint32_t AskerOf(std::uint32_t rule);
  static bool AsksItself(const Candidate& candidate) {
    return candidate.asker == candidate.rule;
  }
  void AddCheck(std::uint32_t rule);
  Candidate& NewCandidate(std::uint32_t rule);
  static Answer& NewAnswer(Candidate* candidate);
  static void AddYesNo(bool yes, Candidate* candidate);
  void AddAnswers(Candidate* candidate) const;
  void AddRanges(Candidate* candidate) const;
  std::vector<std::uint32_t> ComparisonsOf(FieldIndex field,
                                           std::vector<Decimal>* cuts) const;
  void NumberAsks();

  void TryAlone(Candidate* candidate);
  const std::vector<Value>* MeasuresNow();
  void MergeRanges(Candidate* candidate);
  Verdict Try(std::span<const Given> given);
  bool SettlesTogether(std::initializer_list<std::size_t> set);
  void FindSmallestSet();
  void FindOrder();
  static void Show(const Candidate& candidate, FieldType type,
                   Question* question);
  bool IsOfCheck(const Candidate& candidate) const;
  void ToQuestion(const Candidate& candidate, Question* question) const;

  const Program& program_;
  Evaluator* evaluator_;
  LeafTexts* leaves_;
  const RulesByValue* rules_;
  const Judge* judge_;
  SeenSet seen_;
  NumberUses uses_;
  // Of the record that is asked about.
  Record* record_ = nullptr;
  // The evaluator's, and true of the record until the first answer is tried.
  const Values* before_ = nullptr;
  RecordGroups groups_;
  std::vector<Value> measures_;  // with the answer that is tried
  const std::vector<std::pair<std::uint32_t, Value>>* pinned_ = nullptr;
  std::vector<std::uint32_t> asks_;  // by rule: the first that asks the same
  ObstacleFinder obstacle_finder_;
  WarmVector<Obstacle> obstacles_;
  WarmVector<Candidate> candidates_;
  std::vector<std::size_t> order_;  // of the questions, by candidate
  std::vector<std::pair<std::uint32_t, Value>> answers_;
  std::vector<std::pair<FieldIndex, Value>> kept_;
  WarmVector<std::vector<std::size_t>> trials_;  // by candidate of a set
  std::vector<Given> given_;
  const Values* after_ = nullptr;
  std::size_t tries_ = 0;
};

}  // namespace sigte
