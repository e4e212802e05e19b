#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/evaluate/evaluator.h"
#include "engine/evaluate/program.h"
#include "engine/evaluate/record_texts.h"
#include "engine/evaluate/text_functions.h"

/// The evaluator's loop and its scratch.
namespace sigte {

inline bool IsQuantifier(Opcode op) {
  return op >= Opcode::kAll && op <= Opcode::kExistsOne;
}

/// An instruction that has something to do, with its operands at hand: 20 bytes
/// rather than 40, and without the constants and variables, which are set once.
struct Step {
  Opcode op = Opcode::kConstant;
  std::uint16_t count = 0;  // operands
  std::uint32_t index = 0;  // of the instruction: where its value goes
  // First and second operand; or what `a` and `b` say where there is none; or
  // (operators of any number of operands) x: the first's place in operands.
  std::uint32_t x = kNoIndex;
  std::uint32_t y = kNoIndex;
  // Quantifiers: the step after the body. Functions that make a list or a text:
  // their room. kTogether: the other term's constant.
  std::uint32_t z = kNoIndex;
};

class Machine {
 public:
  /// `values` gets a place for every instruction; both are borrowed.
  Machine(const Program& program, std::vector<Value>* values);

  /// Gives every instruction its value.
  void Run(const Record& record, const EvaluateOptions& options,
           bool same_record);

  /// Gives only the instructions that group queries count their values.
  void RunForGroups(const Record& record);

  RecordTexts& texts() { return texts_; }

 private:
  // machine.cc
  void AddStep(std::uint32_t index);
  void PlaceOperands(const Instruction& instruction, Step* step);
  void SetAnswers(const EvaluateOptions& options);
  template <bool kAnswered>
  void RunAll(std::uint64_t max_steps);
  template <bool kAnswered>
  void RunSteps(std::uint32_t at, std::uint32_t end);
  template <bool kAnswered>
  Value Quantify(std::uint32_t at);
  template <bool kAnswered, typename Tally>
  Value QuantifyBy(std::uint32_t at);
  void ForgetBody(const Step& quantifier);
  template <bool kDecisive>
  Value Join(const Step& step) const;
  Value Choose(const Step& step) const;
  Value MakeList(const Step& step);
  template <bool kAnswered>
  Value Perform(const Step& step, std::uint32_t at);
  template <typename Comparison>
  Value CompareAny(const Step& step, Comparison compare);
  Value Calculate(const Step& step);

  // machine_again.cc
  void FindGroupSteps();
  void MarkNeeded(std::vector<std::uint8_t>* needed) const;
  void FindFieldsReadAsText();
  void KeepBase();
  bool CanRunAgain(const EvaluateOptions& options);
  void RunAgain(const EvaluateOptions& options);
  void RestoreBase();
  void Touch(std::uint32_t index);
  void FindUsers();
  const std::vector<std::uint32_t>& ReachOf(std::uint32_t index);
  void CollectReached(const EvaluateOptions& options);
  void RunReached(std::uint32_t at);
  bool IsDirty(const Step& step) const;
  bool BodyIsDirty(const Step& quantifier) const;

  // machine_text.cc
  Value OfText(const Step& step);
  Value OfLaw(const Step& step);
  const std::vector<FieldIndex>* GroupOf(std::uint32_t operand) const;
  template <typename Test>
  Value AnyText(std::uint32_t operand, Test test) const;
  template <typename Count>
  Value SumText(std::uint32_t operand, Count count) const;
  Value FirstText(const std::vector<FieldIndex>& fields) const;
  Value Years(const Step& step);
  Value MatchesPattern(const Value& text, const Value& pattern);
  const std::vector<Citation>& Cited(std::uint32_t operand, CauseSet* causes);
  const std::vector<Citation>& CitedInGroup(
      const std::vector<FieldIndex>& fields, CauseSet* causes);
  Value Cites(const std::vector<Citation>& citations, CauseSet causes,
              const CitationPattern& pattern) const;
  Value Duties(const std::vector<Citation>& citations) const;
  Value InForce(const std::vector<Citation>& citations) const;

  // Work in proportion to what is read, so that a long list within a quantifier
  // is paid for.
  void Charge(const Value& value) {
    if (value.kind() == Kind::kList) {
      budget_ -= static_cast<std::int64_t>(value.count());
    } else if (value.kind() == Kind::kText) {
      budget_ -= static_cast<std::int64_t>(value.text().size() / 64);
    }
  }

  const Program& program_;
  std::vector<Value>& values_;
  std::vector<Step> steps_;
  RecordTexts texts_;
  const Record* record_ = nullptr;
  const std::vector<Value>* groups_ = nullptr;
  std::int64_t budget_ = 0;
  std::vector<std::uint8_t> answered_;      // by instruction
  std::vector<std::uint32_t> answers_set_;  // those that are
  // The first pass over all records: the steps that it needs.
  std::vector<std::uint32_t> group_steps_;
  bool group_steps_scan_ = false;
  // The same record again: only what an answer or a changed field reaches is
  // done anew, on top of the record's own values.
  std::vector<std::uint8_t> read_as_text_;  // by field
  std::vector<Value> base_fields_;          // by field, as evaluated
  std::vector<Value> base_;                 // by instruction, when first needed
  bool has_base_ = false;
  bool base_taken_ = false;
  std::vector<std::uint8_t> field_changed_;  // by field
  // By instruction: the steps that read it, and (when first needed) all that it
  // reaches. Steps within a quantifier count as the quantifier.
  std::vector<std::vector<std::uint32_t>> users_;
  std::vector<std::vector<std::uint32_t>> reach_;
  std::vector<std::uint32_t> field_steps_;
  std::vector<std::uint32_t> reached_;
  std::vector<std::uint8_t> dirty_;     // by instruction: its value is new
  std::vector<std::uint32_t> touched_;  // to be restored
  // Rooms of lists, years and joined texts, by Step::z.
  std::vector<std::vector<Value>> lists_;
  std::deque<std::string> joined_;
  std::vector<Citation> citations_;
  // What the last asked field cites, until the record or an answer changes.
  std::uint32_t cited_operand_ = kNoIndex;
  const std::vector<Citation>* cited_ = nullptr;
  CauseSet cited_causes_ = kNoCause;
  std::vector<Citation> some_citations_;
  std::map<std::string, std::shared_ptr<re2::RE2>, std::less<>> regexes_;
};

}  // namespace sigte
