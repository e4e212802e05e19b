// SPDX-License-Identifier: MPL-2.0

#include "engine/evaluate/evaluator.h"

#include <algorithm>
#include <iterator>

#include "engine/evaluate/machine.h"

namespace sigte {

struct Evaluator::Scratch {
  Machine machine;
};

Evaluator::Evaluator(const Program& program)
    : scratch_(new Scratch{Machine(program, &values_)}) {}

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

void Evaluator::HitsOf(const Record& record, FieldIndex field,
                       std::uint32_t term, std::vector<TermHit>* hits) {
  hits->clear();
  TextScanner* scanner = scratch_->machine.texts().scanner();
  const Value& value = record[field].value;
  if (scanner == nullptr || value.kind() != Kind::kText) return;
  const std::vector<TermHit>* found =
      value.text().empty() ? nullptr : scratch_->machine.texts().HitsIn(field);
  if (found == nullptr) {
    scanner->HitsOf(term, value.text(), hits);
    return;
  }
  std::ranges::copy_if(*found, std::back_inserter(*hits),
                       [&](const TermHit& hit) { return hit.term == term; });
}

const std::vector<Citation>& Evaluator::CitationsOf(const Record& record,
                                                    FieldIndex field) {
  return scratch_->machine.texts().CitationsOf(record, field);
}

}  // namespace sigte
