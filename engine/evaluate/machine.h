// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/evaluate/evaluator.h"
#include "engine/evaluate/logic_program.h"
#include "engine/evaluate/plain_texts.h"
#include "engine/evaluate/program.h"
#include "engine/evaluate/record_texts.h"
#include "engine/evaluate/text_functions.h"
#include "engine/evaluate/text_memo.h"
#include "engine/evaluate/text_sieve.h"
#include "engine/evaluate/values.h"

/// The evaluator's loop and its scratch. Records of one ruleset differ little
/// to a rule: most terms stand in neither. So the values of the record before
/// stay, and what was found in its texts is taken back before what stands in
/// this one's is put in place. All else is done again for a new record: that is
/// a few instructions of the processor each, in an order without surprises, and
/// cheaper than finding out what may be left. Of the same record with another
/// answer little is another, and a step follows only where an operand's value
/// became another. What comes out is what running every step would give.
namespace sigte {

/// An instruction that has something to do, with its operands at hand: 20 bytes
/// rather than 40, and without the constants and variables, which are set once.
struct Step {
  Opcode op = Opcode::kConstant;
  bool is_logic = false;    // done by LogicProgram where all logic is
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

/// Lists by a key from 0.
template <typename Element>
class Lists {
 public:
  void Add(std::size_t key, Element element) {
    added_.emplace_back(key, element);
  }
  /// To be called once, after all Add; `keys` is how many there are.
  void Build(std::size_t keys);
  std::span<const Element> operator[](std::size_t key) const {
    return {elements_.data() + first_[key], first_[key + 1] - first_[key]};
  }

 private:
  std::vector<std::pair<std::size_t, Element>> added_;
  std::vector<std::uint32_t> first_;
  std::vector<Element> elements_;
};
using StepLists = Lists<std::uint32_t>;  // mostly of step numbers

class Machine {
 public:
  /// `values` gets a place for every instruction; both are borrowed.
  Machine(const Program& program, Values* values);

  /// Gives every instruction its value.
  void Run(const Record& record, const EvaluateOptions& options,
           bool same_record);

  /// Gives only the instructions that group queries count their values.
  void RunForGroups(const Record& record);

  RecordTexts& texts() { return texts_; }

 private:
  struct Unit {  // a step that stands alone, or a quantifier with its body
    std::uint32_t begin = 0;  // in steps_
    std::uint32_t end = 0;
    std::uint32_t level = 0;
  };
  // An instruction that asks for a term.
  struct TermLeaf {
    std::uint32_t index = 0;
    std::uint32_t group = 0;         // of texts
    std::uint32_t other = kNoIndex;  // kTogether: the other term
    Mention how = kNotMentioned;     // else
  };
  // What is done for every record beside the logic, level by level: first what
  // gives other values, then what always gives truth values.
  struct Level {
    std::size_t begin = 0;  // in dense_
    std::size_t truths = 0;
    std::size_t end = 0;
  };
  struct StepRange {
    std::uint32_t begin = 0;  // in steps_
    std::uint32_t end = 0;
  };

  // machine_steps.cc
  void AddStep(std::uint32_t index);
  void PlaceOperands(const Instruction& instruction, Step* step);
  std::vector<Unit> Units() const;
  std::vector<StepRange> OrderSteps();

  // machine.cc
  void Limit(std::uint64_t max_steps);
  void RunDense();
  void RunPending();
  void RunSteps(std::uint32_t at, std::uint32_t end);
  Value Quantify(std::uint32_t at);
  template <typename Tally>
  Value QuantifyBy(std::uint32_t at);
  void ForgetBody(const Step& quantifier);
  template <bool kDecisive>
  TruthBits Join(const Step& step) const;
  TruthBits CountTrue(const Step& step) const;
  Value Choose(const Step& step) const;
  Value MakeList(const Step& step);
  Value Perform(const Step& step, std::uint32_t at);
  template <typename Comparison>
  Value CompareAny(const Step& step, Comparison compare);
  TruthBits TruthOf(const Step& step, std::uint32_t at);
  TruthBits Mentioned(const Step& step) const {
    return texts_.Mentioned(step.x, step.y, MentionOf(step.op)).truth();
  }

  // machine_changes.cc
  void FindGroupSteps();
  void FindReaders();
  void FindCitedFields();
  bool IsTextLeaf(const Step& step) const;
  void FindReadersOf(std::uint32_t at, std::uint32_t outer);
  void AddUsers(const Step& step, std::uint32_t outer);
  void TakeFields(bool same_record);
  void PutFields();
  void PutTextLeaves(FieldIndex field);
  void AddTermLeaves(const Instruction& code, std::uint32_t index);
  void FindDense(const std::vector<StepRange>& levels);
  void TakeTexts();
  void PutTerms();
  void PutTermLeaves();
  bool IsTrue(const TermLeaf& leaf, const RecordTexts::TermAt& at) const;
  std::size_t KeyOf(const RecordTexts::TermAt& at) const {
    return at.slot * texts_.term_count() + at.term;
  }
  void Replace(std::uint32_t index, const Value& now);
  void Put(std::uint32_t index, const Value& value) {
    values_.Put(index, value);
  }
  Value MeasureOf(std::size_t query) const {
    return groups_ == nullptr ? Value::Unknown(kError) : (*groups_)[query];
  }
  void TakeGroups();
  void ForgetAnswers();
  void TakeAnswers(const EvaluateOptions& options);
  void Forget(std::uint32_t answered);
  void PendAll();
  // In lists of steps that have a bit each.
  static void Mark(std::uint32_t step, std::vector<std::uint64_t>* steps) {
    (*steps)[step / 64] |= std::uint64_t{1} << (step % 64);
  }
  void Pend(std::uint32_t step) { Mark(step, &pending_); }
  void Pend(std::span<const std::uint32_t> steps) {
    for (const std::uint32_t step : steps) Pend(step);
  }
  void Allow(std::uint32_t step) { Mark(step, &allowed_); }
  void Forbid(std::uint32_t step) {
    allowed_[step / 64] &= ~(std::uint64_t{1} << (step % 64));
  }
  // Whether RunPending does the step of `index` itself, not a quantifier
  // around.
  bool IsOutermost(std::uint32_t index) const {
    return outer_[index] != kNoIndex && steps_[outer_[index]].index == index;
  }
  // Does a step that always gives a truth value, whatever follows from it.
  void PutStep(std::uint32_t at) {
    const Step& step = steps_[at];
    if (IsQuantifier(step.op)) budget_ = quantifier_budget_;
    values_.truths()[step.index] = TruthOf(step, at);
  }
  // The value of a step that always gives a truth value.
  void ReplaceTruth(std::uint32_t index, TruthBits now) {
    TruthBits& truth = values_.truths()[index];
    if (truth == now) return;
    truth = now;
    Pend(users_[index]);
  }
  // All that read the value of `index`.
  void PendReaders(std::uint32_t index) {
    Pend(users_[index]);
    Pend(known_users_[index]);
  }

  // machine_text.cc
  void FindQuestions();
  void ForgetQuestions() {
    plain_texts_.Forget();
    for (auto& [operand, sieve] : sieves_) sieve.Forget();
  }
  bool MayHold(const Step& step, const Value& text);
  Value OfText(const Step& step);
  Value OfTerms(const Step& step);
  const std::vector<TermHit>& HitsIn(std::string_view text);
  Value OfLaw(const Step& step);
  const std::vector<FieldIndex>* GroupOf(std::uint32_t operand) const;
  template <typename Test>
  Value AnyText(std::uint32_t operand, Test test);
  Value PlainText(const Value& field);
  Value AsRead(std::uint32_t operand);
  void FindOfRecord();
  Value Searched(std::uint32_t operand);
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
  Values& values_;
  std::vector<Step> steps_;
  std::vector<Level> levels_;
  LogicProgram logic_;
  RecordTexts texts_;
  const Record* record_ = nullptr;
  const std::vector<Value>* groups_ = nullptr;
  std::int64_t budget_ = 0;                 // of the quantifier at work
  std::int64_t quantifier_budget_ = 0;      // of each outermost one
  std::vector<std::uint8_t> answered_;      // by instruction
  std::vector<std::uint32_t> answers_set_;  // those that are
  // The first pass over all records: the steps that it needs.
  std::vector<std::uint32_t> group_steps_;
  bool group_steps_scan_ = false;
  // Steps to be done, a bit each. Of a quantifier and its body only the
  // outermost quantifier's, which does the rest.
  std::vector<std::uint64_t> pending_;
  std::vector<std::uint64_t> allowed_;  // not answered, and before end_
  // Steps that are done for every record, as are the logic and, in another way,
  // fields and the leaves of texts.
  std::vector<std::uint32_t> dense_;
  std::vector<std::uint64_t> term_steps_;  // a bit each: those of term leaves
  bool is_current_ = false;  // every value is what a run of all steps gave
  std::uint64_t max_steps_ = 0;
  std::uint32_t end_ = 0;             // of the steps that max_steps_ pays for
  std::vector<Value> fields_;         // by field, as last taken
  std::vector<std::uint32_t> outer_;  // by instruction: its step or outermost
                                      // quantifier; kNoIndex: none
  StepLists users_;                   // by instruction
  StepLists known_users_;             // of fields and texts: those that ask no
                                      // more than whether there is an answer
  StepLists field_instructions_;      // by field: no steps but instructions
  StepLists field_readers_;           // by field: texts made of it
  Lists<TermLeaf> term_leaves_;       // by text slot and term
  StepLists text_readers_;            // by text group
  // Where laws are cited, the same stands in row after row. Of those fields the
  // steps that read nothing else, and what they gave for each text.
  std::vector<std::uint8_t> is_cited_;  // by field
  StepLists text_leaves_;               // by field
  StepLists text_leaf_instructions_;    // the same
  std::vector<TextMemo<std::vector<TruthBits>>> text_memos_;
  StepLists group_readers_;      // by group query
  std::vector<Value> measures_;  // by group query, as last taken
  // Rooms of lists, years and joined texts, by Step::z.
  std::vector<std::vector<Value>> lists_;
  std::deque<std::string> joined_;
  std::vector<Citation> citations_;
  // What the last asked field cites, until the record or an answer changes.
  std::uint32_t cited_operand_ = kNoIndex;
  const std::vector<Citation>* cited_ = nullptr;
  CauseSet cited_causes_ = kNoCause;
  PlainTexts plain_texts_;  // of the record's fields
  std::string plain_text_;  // of what was last worked out
  // By instruction: whether what a field says is part of its value. Found when
  // first asked for.
  std::vector<std::uint8_t> of_record_;
  // What steps ask of a text, by the instruction that gives the text. Made when
  // first asked for: not every machine does.
  std::map<std::uint32_t, TextSieve> sieves_;
  struct Asked {
    TextSieve* sieve = nullptr;  // null: what it asks is not for a sieve
    TextSieve::Question question = 0;
  };
  std::vector<Asked> asked_;  // by instruction
  // The text that was last searched for terms, if none of a field's.
  std::string searched_;
  std::vector<TermHit> searched_hits_;
  std::map<std::string, std::shared_ptr<re2::RE2>, std::less<>> regexes_;
};

}  // namespace sigte
