// SPDX-License-Identifier: MPL-2.0

#include "engine/decide/case_maker.h"

#include <algorithm>
#include <utility>

#include "engine/decide/described_key.h"
#include "engine/record/record_key.h"

namespace sigte {
namespace {

void AddOnce(std::uint32_t rule, std::vector<std::uint32_t>* rules) {
  if (rule != kNoIndex && std::ranges::find(*rules, rule) == rules->end()) {
    rules->push_back(rule);
  }
}

bool AwaitsNobody(RulingState state) {
  return state == RulingState::kApproved || state == RulingState::kIdle ||
         state == RulingState::kProposed;
}

// A pin more; what is pinned already gets the new value.
Pins With(Pins pins, std::uint32_t index, bool answer) {
  std::erase_if(pins, [&](const auto& pin) { return pin.first == index; });
  pins.emplace_back(index, Value::Bool(answer));
  std::ranges::sort(pins, {}, &std::pair<std::uint32_t, Value>::first);
  return pins;
}

}  // namespace

CaseMaker::CaseMaker(const Program& program, const RuleEvidence& evidence,
                     const RulingsOnRecord* rulings, Evaluator* evaluator,
                     Explainer* explainer, const Judge* judge)
    : program_(program),
      evidence_(evidence),
      rulings_(rulings),
      evaluator_(evaluator),
      explainer_(explainer),
      judge_(judge) {}

void CaseMaker::Make(const Record& record, const std::vector<Value>* measures,
                     Decision* decision) {
  // A name that no output may show is none to write in a ruling.
  auto key = DescribedKeyOf(record, program_.redaction);
  if (!key) key = KeyOf(record);
  if (!key) return;
  EvaluateOptions options;
  options.groups = measures;
  const Values values = evaluator_->Evaluate(record, options);
  for (const std::uint32_t rule : Rules(values, *decision)) {
    CaseFile& file =
        decision->cases.emplace_back(Open(record, values, measures, rule));
    file.record = *key;
    file.amount = decision->amount;
  }
  if (decision->verdict == Verdict::kBorderline) {
    TellWhatAnswersDo(record, measures, decision);
  }
}

// The rules that ask, in the order of the questions; those that ask in the same
// words; then the ones that were ruled on.
std::vector<std::uint32_t> CaseMaker::Rules(const Values& values,
                                            const Decision& decision) const {
  std::vector<std::uint32_t> rules;
  if (decision.verdict == Verdict::kBorderline) {
    for (const Question& question : decision.questions) {
      if (question.rule == kNoIndex) continue;  // of the data; nothing to rule
      AddOnce(question.rule, &rules);
      if (question.asker != question.rule) continue;
      const LocalText& words = program_.rules[question.rule].ask;
      for (std::uint32_t i = 0; i < program_.rules.size(); ++i) {
        const CompiledRule& other = program_.rules[i];
        // What is only said has nothing to rule on.
        const bool asks_too = other.kind != CompiledKind::kNote &&
                              other.ask == words && other.value != kNoIndex &&
                              values[other.value].is_unknown();
        if (asks_too) AddOnce(i, &rules);
      }
    }
  }
  for (const RulingNote& note : decision.rulings) AddOnce(note.rule, &rules);
  return rules;
}

CaseFile CaseMaker::Open(const Record& record, const Values& values,
                         const std::vector<Value>* measures,
                         std::uint32_t rule) {
  CaseFile file;
  file.rule = rule;
  file.evidence = evidence_.Digest(record, measures, rule);
  const auto take = [&](FieldIndex field, auto* answers) {
    std::string value = CanonicalValue(record, field);
    program_.redaction.Apply(&value);
    answers->emplace_back(program_.layout[field].name, std::move(value));
  };
  for (const FieldIndex field : evidence_.FieldsOf(rule)) {
    take(field, &file.reads);
  }
  for (FieldIndex field = 0; field < program_.layout.size(); ++field) {
    const bool named = field == program_.layout.group;
    if (!named && !program_.layout[field].choices.empty()) {
      take(field, &file.choices);
    }
  }
  AddFound(record, values, &file);
  return file;
}

void CaseMaker::AddFound(const Record& record, const Values& values,
                         CaseFile* file) {
  Reason reason;
  explainer_->ExplainRule(record, values, file->rule, &reason);
  for (const Evidence& evidence : reason.evidence) {
    if (evidence.found.empty()) continue;
    const bool has_operand = !evidence.worked_out && !evidence.compared.empty();
    file->found.push_back(has_operand ? evidence.compared : evidence.condition);
    program_.redaction.Apply(&file->found.back());
  }
  std::ranges::sort(file->found);
  file->found.erase(std::unique(file->found.begin(), file->found.end()),
                    file->found.end());
}

Verdict CaseMaker::VerdictIf(const Record& record,
                             const std::vector<Value>* measures,
                             const Pins& pins) {
  EvaluateOptions options;
  options.groups = measures;
  options.answers = &pins;
  return judge_->Of(evaluator_->Reevaluate(record, options));
}

void CaseMaker::TellWhatAnswersDo(const Record& record,
                                  const std::vector<Value>* measures,
                                  Decision* decision) {
  const Pins pins = rulings_ == nullptr ? Pins() : rulings_->pins_if_approved();
  const bool answered =
      VerdictIf(record, measures, pins) != Verdict::kBorderline;
  for (CaseFile& file : decision->cases) {
    const std::uint32_t value = program_.rules[file.rule].value;
    file.if_true = VerdictIf(record, measures, With(pins, value, true));
    file.if_false = VerdictIf(record, measures, With(pins, value, false));
    file.open = !answered;
    for (const RulingNote& note : decision->rulings) {
      if (note.rule != file.rule) continue;
      if (AwaitsNobody(note.state)) file.open = false;
      const bool lapsed =
          note.state != RulingState::kSuperseded && !note.approved.empty();
      if (lapsed) file.supersedes = note.id;
    }
  }
}

}  // namespace sigte
