#include "engine/evaluate/evaluator.h"

#include "engine/evaluate/machine.h"

namespace sigte {

struct Evaluator::Scratch {
  Machine machine;
};

Evaluator::Evaluator(const Program& program)
    : program_(program), scratch_(new Scratch{Machine(program, &values_)}) {}

Evaluator::~Evaluator() = default;

const std::vector<Value>& Evaluator::Evaluate(const Record& record,
                                              const EvaluateOptions& options) {
  scratch_->machine.Run(record, options, false);
  return values_;
}

const std::vector<Value>& Evaluator::Reevaluate(
    const Record& record, const EvaluateOptions& options) {
  scratch_->machine.Run(record, options, true);
  return values_;
}

void Evaluator::HitsOf(const Record& record, FieldIndex field,
                       std::uint32_t term, std::vector<TermHit>* hits) {
  hits->clear();
  TextScanner* scanner = scratch_->machine.texts().scanner();
  const Value& value = record[field].value;
  if (scanner == nullptr || value.kind() != Kind::kText) return;
  scanner->HitsOf(term, value.text(), hits);
}

const std::vector<Citation>& Evaluator::CitationsOf(const Record& record,
                                                    FieldIndex field) {
  return scratch_->machine.texts().CitationsOf(record, field);
}

}  // namespace sigte
