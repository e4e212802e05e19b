// SPDX-License-Identifier: MPL-2.0

#include "engine/evaluate/evaluator.h"

#include "engine/evaluate/machine.h"

namespace sigte {

struct Evaluator::Scratch {
  Machine machine;
  std::vector<TermHit> hits;  // of a text that no mention reads
};

Evaluator::Evaluator(const Program& program)
    : scratch_(new Scratch{Machine(program, &values_), {}}) {}

Evaluator::~Evaluator() = default;

const Values& Evaluator::Evaluate(const Record& record,
                                  const EvaluateOptions& options) {
  scratch_->machine.Run(record, options, false);
  return values_;
}

const Values& Evaluator::EvaluateForGroups(const Record& record) {
  scratch_->machine.RunForGroups(record);
  return values_;
}

const Values& Evaluator::Reevaluate(const Record& record,
                                    const EvaluateOptions& options) {
  scratch_->machine.Run(record, options, true);
  return values_;
}

std::span<const TermHit> Evaluator::HitsIn(const Record& record,
                                           FieldIndex field) {
  RecordTexts& texts = scratch_->machine.texts();
  const Value& value = record[field].value;
  if (texts.scanner() == nullptr || value.kind() != Kind::kText) return {};
  if (value.text().empty()) return {};
  if (const auto* found = texts.HitsIn(field)) return *found;
  texts.scanner()->Hits(value.text(), &scratch_->hits);
  return scratch_->hits;
}

const std::vector<Citation>& Evaluator::CitationsOf(const Record& record,
                                                    FieldIndex field) {
  return scratch_->machine.texts().CitationsOf(record, field);
}

}  // namespace sigte
