// SPDX-License-Identifier: MPL-2.0

#include "engine/schema/schema.h"

#include "engine/schema/compiler.h"
#include "engine/schema/explainer.h"
#include "engine/schema/program.h"
#include "engine/schema/registry.h"
#include "engine/schema/runner.h"

namespace sigte {

struct SchemaChecker::Scratch {
  schema::RunnerScratch runner;
};

Schema::Schema() = default;
Schema::~Schema() = default;

std::shared_ptr<const Schema> Schema::Compile(const Document& document,
                                              const Source* source,
                                              const SchemaOptions& options,
                                              const SchemaLookup& lookup,
                                              IssueList* issues) {
  auto impl = std::make_shared<SchemaImpl>();
  impl->program.max_faults = options.max_faults;
  IssueList found;
  schema::Registry registry(&impl->program, &lookup, &found);
  const schema::UnitId entry =
      registry.AddFile(document, source, options.base_uri);
  schema::Compiler(&impl->program, &registry, options, &found).CompileAll();
  found.Sort();
  for (const Issue& issue : found.issues()) issues->Add(issue);
  if (found.has_errors()) return nullptr;
  std::shared_ptr<Schema> compiled(new Schema);
  compiled->impl_ = std::move(impl);
  compiled->entry_ = entry;
  return compiled;
}

std::shared_ptr<const Schema> Schema::At(std::string_view pointer) const {
  const schema::SchemaFile& file = impl_->program.files.front();
  NodeIndex node = Document::kRoot;
  std::string token;
  while (!pointer.empty()) {
    if (!schema::NextToken(&pointer, &token)) return nullptr;
    node = schema::ChildAt(*file.document, node, token);
    if (node == kNoNode) return nullptr;
  }
  if (file.units[node] == schema::kNoUnit) return nullptr;
  std::shared_ptr<Schema> part(new Schema);
  part->impl_ = impl_;
  part->entry_ = file.units[node];
  return part;
}

SchemaChecker::SchemaChecker(const Schema& schema)
    : schema_(&schema), scratch_(std::make_unique<Scratch>()) {
  // Differs from run to run and decides nothing but where values hash to.
  scratch_->runner.seed = reinterpret_cast<std::uintptr_t>(scratch_.get());
}
SchemaChecker::~SchemaChecker() = default;
SchemaChecker::SchemaChecker(SchemaChecker&&) noexcept = default;

bool SchemaChecker::IsValid(const Document& document, NodeIndex node) {
  schema::Runner runner(schema_->impl_->program, document, &scratch_->runner,
                        nullptr);
  return runner.Check(schema_->entry_, node);
}

std::vector<SchemaFault> SchemaChecker::Faults(const Document& document,
                                               NodeIndex node,
                                               const Source* source, bool* cut,
                                               const ElementPlace* element) {
  const schema::Program& program = schema_->impl_->program;
  schema::Explainer explainer(program, schema_->entry_, document,
                              {document, node, element}, source,
                              program.max_faults);
  schema::Runner runner(program, document, &scratch_->runner, &explainer);
  runner.Check(schema_->entry_, node);
  if (runner.bound() == schema::Runner::Bound::kDepth) {
    explainer.TooDeep(schema_->entry_, node);
  } else if (runner.bound() == schema::Runner::Bound::kSteps) {
    explainer.TooCostly(schema_->entry_, node);
  }
  return explainer.TakeFaults(cut);
}

}  // namespace sigte
