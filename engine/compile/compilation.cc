// SPDX-License-Identifier: MPL-2.0

#include "engine/compile/compilation.h"

#include <algorithm>

#include "engine/compile/emitter.h"
#include "engine/compile/rule_order.h"
#include "engine/evaluate/lookup.h"

namespace sigte {
namespace {

// Tags of nodes that a person may settle (GraphNode::tag); 0 is everybody's.
std::uint64_t TagOfRule(std::uint32_t rule) {
  return 2 * std::uint64_t{rule} + 1;
}
std::uint64_t TagOfParameter(std::size_t parameter) {
  return 2 * parameter + 2;
}

CompiledKind KindOf(const Rule& rule) {
  switch (rule.kind) {
    case RuleKind::kExclusion: return CompiledKind::kExclusion;
    case RuleKind::kInclusion: return CompiledKind::kInclusion;
    case RuleKind::kFact: return CompiledKind::kFact;
    case RuleKind::kCheck: break;
  }
  switch (rule.effect) {
    case CheckEffect::kReject: return CompiledKind::kReject;
    case CheckEffect::kQuestion: return CompiledKind::kQuestion;
    case CheckEffect::kNote: break;
  }
  return CompiledKind::kNote;
}

}  // namespace

Compilation::Compilation(const Ruleset* ruleset)
    : ruleset_(ruleset),
      program_(std::make_unique<Program>()),
      graph_(program_.get()),
      lowering_(program_.get(), &graph_, names_, &issues_) {
  if (ruleset_ != nullptr) TakeRuleset();
}

void Compilation::TakeRuleset() {
  program_->ruleset_id = ruleset_->id;
  program_->ruleset_version = ruleset_->version;
  program_->ruleset_digest = ruleset_->digest;
  program_->layout = ruleset_->layout;
  program_->lexicon = ruleset_->lexicon;
  program_->laws = ruleset_->laws;
  program_->redaction = ruleset_->redaction;
  program_->ruling_words = ruleset_->ruling_words;
  program_->period_from = ruleset_->period_from;
  program_->period_until = ruleset_->period_until;
  TakeTexts();
  TakeTables();
  NameParameters();
}

void Compilation::TakeTexts() {
  for (FieldIndex field = 0; field < ruleset_->layout.size(); ++field) {
    program_->texts.push_back({ruleset_->layout[field].name, {field}});
  }
  for (const TextGroup& text : ruleset_->texts) {
    program_->texts.push_back({text.name.text, text.fields});
  }
}

void Compilation::TakeTables() {
  for (const ParameterTable& table : ruleset_->tables) {
    CompiledTable& taken = program_->tables.emplace_back();
    taken.name = table.name.text;
    for (const auto& [key, value] : table.rows) {
      taken.rows.emplace_back(graph_.Keep(key), graph_.Keep(value));
    }
    std::ranges::stable_sort(taken.rows, KeyBefore,
                             &std::pair<Value, Value>::first);
  }
}

// A parameter that nobody could source is a constant of its own, so that an
// answer to it settles nothing else.
void Compilation::NameParameters() {
  for (std::size_t p = 0; p < ruleset_->parameters.size(); ++p) {
    const Parameter& parameter = ruleset_->parameters[p];
    const Origin origin{FileOf(parameter.source_file), parameter.name.span};
    const bool is_open = parameter.value.is_unknown();
    names_.others.emplace(
        parameter.name.text,
        graph_.Constant(is_open ? Value::Unknown(kMissing) : parameter.value,
                        origin, is_open ? TagOfParameter(p) : 0));
  }
}

void Compilation::AddUntypedNames(const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    const auto has_name = [&name](const CompiledText& t) {
      return t.name == name;
    };
    if (std::ranges::any_of(program_->texts, has_name) ||
        names_.others.contains(name)) {
      continue;
    }
    const auto field = static_cast<FieldIndex>(program_->layout.size());
    Field untyped;
    untyped.name = name;
    program_->layout.Add(std::move(untyped));
    program_->texts.push_back({name, {field}});
  }
}

std::uint32_t Compilation::FileOf(const Source* source) {
  if (source == nullptr) return kNoIndex;
  const auto known = std::ranges::find(program_->files, source);
  const auto file = static_cast<std::uint32_t>(known - program_->files.begin());
  if (known == program_->files.end()) program_->files.push_back(source);
  return file;
}

std::vector<FieldIndex> Compilation::GroupBy(const Rule* rule) const {
  std::vector<FieldIndex> fields;
  if (rule == nullptr) return fields;
  for (const SpannedText& name : rule->group_by) {
    const FieldIndex field = program_->layout.Find(name.text);
    if (field != kNoField) fields.push_back(field);
  }
  return fields;
}

void Compilation::LowerRuleset() {
  keeps_rules_ = true;
  rules_.resize(ruleset_->rules.size());
  for (const std::uint32_t rule : OrderRules(*ruleset_, &issues_)) {
    LowerRule(rule);
  }
  inclusion_ = OrOfKind(RuleKind::kInclusion);
  exclusion_ = OrOfKind(RuleKind::kExclusion);
  LowerScope();
}

void Compilation::LowerRulesBelow(const Expression& expression) {
  rules_.resize(ruleset_->rules.size());
  for (const std::uint32_t rule :
       OrderRulesBelow(expression, *ruleset_, &issues_)) {
    LowerRule(rule);
  }
}

void Compilation::LowerRule(std::uint32_t number) {
  const Rule& rule = ruleset_->rules[number];
  const std::vector<FieldIndex> group_by = GroupBy(&rule);
  const LoweringScope scope{rule.source_file, FileOf(rule.source_file),
                            group_by.empty() ? nullptr : &group_by,
                            keeps_rules_};
  const Origin origin{scope.file, rule.span};
  RuleNodes& nodes = rules_[number];
  if (rule.holds_when) nodes.holds = lowering_.Lower(*rule.holds_when, scope);
  if (rule.unclear_when) nodes.unclear = LowerUnclear(rule, number, scope);
  nodes.except = LowerExcept(rule, origin);
  nodes.value = JoinParts(nodes, number, origin);
  names_.others.emplace(rule.id.text, nodes.value);
}

NodeId Compilation::LowerUnclear(const Rule& rule, std::uint32_t number,
                                 const LoweringScope& scope) {
  GraphNode node;
  node.op = Opcode::kUnclear;
  node.operands = {lowering_.Lower(*rule.unclear_when, scope)};
  node.tag = TagOfRule(number);
  node.origin = {scope.file, rule.unclear_when->span};
  return graph_.Add(std::move(node));
}

NodeId Compilation::LowerExcept(const Rule& rule, const Origin& origin) {
  std::vector<NodeId> exceptions;
  for (const SpannedText& id : rule.unless) {
    const auto other = names_.others.find(id.text);
    if (other != names_.others.end()) exceptions.push_back(other->second);
  }
  if (exceptions.empty()) return kNoNodeId;
  return exceptions.size() == 1
             ? exceptions.front()
             : lowering_.Join(Opcode::kOr, std::move(exceptions), origin);
}

// (holds || unclear) && !except, as a node of its own even where there is
// nothing to join: a person's answer to this rule must not change another.
NodeId Compilation::JoinParts(const RuleNodes& nodes, std::uint32_t number,
                              const Origin& origin) {
  std::vector<NodeId> grounds;
  if (nodes.holds != kNoNodeId) grounds.push_back(nodes.holds);
  if (nodes.unclear != kNoNodeId) grounds.push_back(nodes.unclear);
  GraphNode value;
  value.op = Opcode::kAnd;
  value.tag = TagOfRule(number);
  value.origin = origin;
  value.operands = {grounds.size() == 1
                        ? grounds.front()
                        : lowering_.Join(Opcode::kOr, grounds, origin)};
  if (nodes.except != kNoNodeId) {
    GraphNode without;
    without.op = Opcode::kNot;
    without.operands = {nodes.except};
    without.origin = origin;
    value.operands.push_back(graph_.Add(std::move(without)));
  }
  return graph_.Add(std::move(value));
}

NodeId Compilation::OrOfKind(RuleKind kind) {
  std::vector<NodeId> values;
  for (std::size_t r = 0; r < rules_.size(); ++r) {
    if (ruleset_->rules[r].kind == kind) values.push_back(rules_[r].value);
  }
  Origin origin;
  if (ruleset_->scope != nullptr) {
    origin = {FileOf(ruleset_->manifest), ruleset_->scope->span};
  }
  return lowering_.Join(Opcode::kOr, std::move(values), origin);
}

void Compilation::LowerScope() {
  if (ruleset_->scope == nullptr) return;
  // The formula's two names mean these and no field or rule.
  CompileNames names;
  names.others = {{"inclusion", inclusion_}, {"exclusion", exclusion_}};
  Program no_fields;
  Lowering lowering(&no_fields, &graph_, names, &issues_);
  const LoweringScope scope{ruleset_->manifest, FileOf(ruleset_->manifest),
                            nullptr, true};
  scope_ = lowering.Lower(*ruleset_->scope, scope);
}

void Compilation::LowerResult(const Expression& expression,
                              const CheckScope& scope, const Source* source) {
  const std::vector<FieldIndex> group_by = GroupBy(scope.rule);
  result_ = lowering_.Lower(
      expression,
      {source, FileOf(source), group_by.empty() ? nullptr : &group_by});
}

std::vector<NodeId> Compilation::Roots() const {
  std::vector<NodeId> roots = lowering_.group_operands();
  if (result_ != kNoNodeId) {
    roots.push_back(result_);
    return roots;
  }
  for (const RuleNodes& rule : rules_) {
    roots.insert(roots.end(),
                 {rule.value, rule.holds, rule.unclear, rule.except});
  }
  roots.insert(roots.end(), {inclusion_, exclusion_, scope_});
  return roots;
}

CompiledRule Compilation::Describe(const Rule& rule) {
  CompiledRule compiled;
  compiled.id = rule.id.text;
  compiled.code = rule.code.empty() ? rule.id.text : rule.code;
  compiled.kind = KindOf(rule);
  compiled.title = rule.title;
  compiled.message = rule.message;
  compiled.ask = rule.ask;
  compiled.help = rule.help;
  compiled.source = rule.source;
  compiled.file = FileOf(rule.source_file);
  if (rule.source_file != nullptr) {
    compiled.place = rule.source_file->PlaceOf(rule.span.begin);
  }
  compiled.of_group = !rule.group_by.empty();
  return compiled;
}

// Where all records of the group are counted, and the rule asks for more than
// that only in an "and" with it, each other record is one that it speaks of.
std::uint32_t Compilation::QueryOfMembers(std::uint32_t value) const {
  const auto counts_all = [&](std::uint32_t operand) {
    const Instruction& counted = program_->code[operand];
    if (counted.op != Opcode::kGroupCount) return false;
    const GroupQuery& query = program_->group_queries[counted.a];
    return query.measure == GroupMeasure::kCount && query.operand == kNoIndex;
  };
  const Instruction& asked = program_->code[value];
  for (const std::uint32_t operand : program_->OperandsOf(asked)) {
    if (IsComparison(asked.op) && counts_all(operand)) {
      return program_->code[operand].a;
    }
    if (asked.op != Opcode::kAnd) continue;
    const std::uint32_t query = QueryOfMembers(operand);
    if (query != kNoIndex) return query;
  }
  return kNoIndex;
}

std::unique_ptr<Program> Compilation::Finish(IssueList* issues) {
  for (const Issue& issue : issues_.issues()) issues->Add(issue);
  if (issues_.has_errors()) return nullptr;
  Emitter emitter(graph_, program_.get());
  emitter.Emit(Roots());
  for (std::size_t q = 0; q < program_->group_queries.size(); ++q) {
    program_->group_queries[q].operand =
        emitter.IndexOf(lowering_.group_operands()[q]);
  }
  for (std::size_t r = 0; keeps_rules_ && r < rules_.size(); ++r) {
    CompiledRule rule = Describe(ruleset_->rules[r]);
    rule.value = emitter.IndexOf(rules_[r].value);
    rule.holds = emitter.IndexOf(rules_[r].holds);
    rule.unclear = emitter.IndexOf(rules_[r].unclear);
    rule.except = emitter.IndexOf(rules_[r].except);
    if (rule.of_group && IsCheck(rule.kind)) {
      rule.names_of = QueryOfMembers(rule.value);
    }
    for (const SpannedText& fact : ruleset_->rules[r].ask_from) {
      const auto asker = std::ranges::find(
          ruleset_->rules, fact.text, [](const Rule& o) { return o.id.text; });
      rule.ask_from.push_back(
          static_cast<std::uint32_t>(asker - ruleset_->rules.begin()));
    }
    program_->rules.push_back(std::move(rule));
  }
  if (keeps_rules_) {
    program_->inclusion = emitter.IndexOf(inclusion_);
    program_->exclusion = emitter.IndexOf(exclusion_);
    program_->scope = emitter.IndexOf(scope_);
  }
  program_->result = emitter.IndexOf(result_);
  return std::move(program_);
}

}  // namespace sigte
