// SPDX-License-Identifier: MPL-2.0

// What each function of the language becomes.
#include <algorithm>
#include <array>

#include "engine/compile/lowering.h"
#include "engine/evaluate/record_texts.h"
#include "engine/evaluate/text_functions.h"

namespace sigte {
namespace {

struct PlainFunction {
  std::string_view name;
  Opcode op;
};

// Functions that are an instruction over the values of their arguments.
constexpr std::array kPlainFunctions = {
    PlainFunction{"at_least", Opcode::kAtLeast},
    PlainFunction{"has", Opcode::kHas},
    PlainFunction{"size", Opcode::kSize},
    PlainFunction{"contains", Opcode::kContains},
    PlainFunction{"startsWith", Opcode::kStartsWith},
    PlainFunction{"endsWith", Opcode::kEndsWith},
    PlainFunction{"words", Opcode::kWords},
    PlainFunction{"years", Opcode::kYears},
};

// The text of a literal; null for anything else.
const std::string* LiteralText(const Expression& e) {
  const bool is_text =
      e.kind == ExpressionKind::kLiteral && e.literal.kind() == Kind::kText;
  return is_text ? &e.text : nullptr;
}

}  // namespace

const Lowering::Function* Lowering::FindFunction(std::string_view name) {
  static constexpr std::array kFunctions = {
      Function{"at_least", 2, kMaxOperands, &Lowering::CallPlain},
      Function{"has", 1, 1, &Lowering::CallPlain},
      Function{"size", 1, 1, &Lowering::CallPlain},
      Function{"contains", 2, 2, &Lowering::CallPlain},
      Function{"startsWith", 2, 2, &Lowering::CallPlain},
      Function{"endsWith", 2, 2, &Lowering::CallPlain},
      Function{"words", 1, 1, &Lowering::CallPlain},
      Function{"years", 1, 1, &Lowering::CallPlain},
      Function{"matches", 2, 2, &Lowering::CallMatches},
      Function{"mentions", 2, 2, &Lowering::CallMention},
      Function{"supplements", 2, 2, &Lowering::CallMention},
      Function{"negates", 2, 2, &Lowering::CallMention},
      Function{"together", 3, 3, &Lowering::CallTogether},
      Function{"cites", 2, 2, &Lowering::CallCites},
      Function{"duty", 1, 1, &Lowering::CallLaw},
      Function{"in_force", 1, 1, &Lowering::CallLaw},
      Function{"lookup", 2, 2, &Lowering::CallLookup},
      Function{"group_count", 0, 1, &Lowering::CallGroup},
      Function{"group_sum", 1, 1, &Lowering::CallGroup},
      Function{"group_median", 1, 1, &Lowering::CallGroup},
  };
  const auto found = std::ranges::find(kFunctions, name, &Function::name);
  return found == kFunctions.end() ? nullptr : &*found;
}

NodeId Lowering::LowerCall(const Expression& e) {
  const Function* function = FindFunction(e.name);
  const std::size_t count = e.children.size();
  if (function == nullptr || count < function->min_arguments ||
      count > function->max_arguments) {
    return Impossible(e);
  }
  return (this->*function->handler)(e);
}

NodeId Lowering::CallPlain(const Expression& e) {
  const auto plain =
      std::ranges::find(kPlainFunctions, e.name, &PlainFunction::name);
  Parts parts;
  for (const ExpressionPtr& child : e.children) {
    parts.nodes.push_back(LowerAny(*child));
    parts.written.push_back(child.get());
  }
  if (plain->op == Opcode::kAtLeast) {
    TellTwice("R272.counted-twice", Severity::kError, parts);
  }
  return Make(plain->op, e, std::move(parts.nodes));
}

// A pattern that is written out is compiled here, once however often it stands.
NodeId Lowering::CallMatches(const Expression& e) {
  const std::string* pattern = LiteralText(*e.children[1]);
  if (pattern == nullptr) return Make(Opcode::kMatches, e, LowerAll(e));
  auto known = regexes_.find(*pattern);
  if (known == regexes_.end()) {
    RegexFault fault;
    auto regex = MakeRegex(*pattern, &fault);
    if (regex == nullptr) {
      issues_->Error("R291.bad-regex", scope_.source, e.children[1]->span,
                     {fault.words, fault.part});
      return Impossible(e);
    }
    const auto index = static_cast<std::uint32_t>(program_->expressions.size());
    program_->expressions.push_back(std::move(regex));
    known = regexes_.emplace(*pattern, index).first;
  }
  return Make(Opcode::kMatches, e, {LowerAny(*e.children[0])}, known->second);
}

// The text of one or several fields that `e` names, or kNoIndex.
std::uint32_t Lowering::TextOf(const Expression& e) const {
  if (e.kind != ExpressionKind::kName || IsBound(e.name)) return kNoIndex;
  const auto found =
      std::ranges::find(program_->texts, e.name, &CompiledText::name);
  if (found == program_->texts.end()) return kNoIndex;
  return static_cast<std::uint32_t>(found - program_->texts.begin());
}

std::uint32_t Lowering::TermOf(const Expression& e) const {
  const std::string* name = LiteralText(e);
  if (name == nullptr || program_->lexicon == nullptr) return kNoIndex;
  const int term = program_->lexicon->Find(*name);
  return term < 0 ? kNoIndex : static_cast<std::uint32_t>(term);
}

NodeId Lowering::CallMention(const Expression& e) {
  const std::uint32_t text = TextOf(*e.children[0]);
  const std::uint32_t term = TermOf(*e.children[1]);
  if (term == kNoIndex) return Impossible(e);
  const Opcode op = e.name == "mentions"      ? Opcode::kMentions
                    : e.name == "supplements" ? Opcode::kSupplements
                                              : Opcode::kNegates;
  if (text != kNoIndex) return Make(op, e, {}, text, term);
  return Make(Opcode::kTextMentions, e, {LowerAny(*e.children[0])},
              MentionOf(op), term);
}

NodeId Lowering::CallTogether(const Expression& e) {
  const std::uint32_t text = TextOf(*e.children[0]);
  const std::uint32_t term = TermOf(*e.children[1]);
  const std::uint32_t other = TermOf(*e.children[2]);
  if (term == kNoIndex || other == kNoIndex) return Impossible(e);
  const NodeId constant =
      graph_->Constant(Value::Int(other), OriginOf(*e.children[2]));
  if (text != kNoIndex) {
    return Make(Opcode::kTogether, e, {constant}, text, term);
  }
  return Make(Opcode::kTextTogether, e, {LowerAny(*e.children[0]), constant},
              kNoIndex, term);
}

NodeId Lowering::CallCites(const Expression& e) {
  const std::string* written = LiteralText(*e.children[1]);
  if (written == nullptr || program_->laws == nullptr) return Impossible(e);
  auto known = citations_.find(*written);
  if (known == citations_.end()) {
    const auto pattern = program_->laws->ReadPattern(*written);
    if (!pattern) return Impossible(e);
    const auto index = static_cast<std::uint32_t>(program_->citations.size());
    program_->citations.push_back(*pattern);
    known = citations_.emplace(*written, index).first;
  }
  return Make(Opcode::kCites, e, {LowerAny(*e.children[0])}, known->second);
}

NodeId Lowering::CallLaw(const Expression& e) {
  if (program_->laws == nullptr) return Impossible(e);
  return Make(e.name == "duty" ? Opcode::kDuty : Opcode::kInForce, e,
              LowerAll(e));
}

NodeId Lowering::CallLookup(const Expression& e) {
  const std::string* name = LiteralText(*e.children[0]);
  if (name == nullptr) return Impossible(e);
  const auto table =
      std::ranges::find(program_->tables, *name, &CompiledTable::name);
  if (table == program_->tables.end()) return Impossible(e);
  return Make(Opcode::kLookup, e, {LowerAny(*e.children[1])},
              static_cast<std::uint32_t>(table - program_->tables.begin()));
}

NodeId Lowering::CallGroup(const Expression& e) {
  if (scope_.group_by == nullptr) return Impossible(e);
  NodeId operand = kNoNodeId;
  if (!e.children.empty()) {
    operand = LowerAny(*e.children[0]);
    const GraphNode& node = (*graph_)[operand];
    if (node.free != 0 || node.of_group) {
      issues_->Error(node.of_group ? MessageKey("R293.group-in-group")
                                   : MessageKey("R292.group-of-variable"),
                     scope_.source, e.children[0]->span, {e.name});
      return Impossible(e);
    }
  }
  const GroupMeasure measure = e.name == "group_count" ? GroupMeasure::kCount
                               : e.name == "group_sum" ? GroupMeasure::kSum
                                                       : GroupMeasure::kMedian;
  return Make(Opcode::kGroupCount, e, {}, QueryOf(measure, operand));
}

std::uint32_t Lowering::QueryOf(GroupMeasure measure, NodeId operand) {
  const auto [entry, is_new] = queries_.try_emplace(
      {*scope_.group_by, measure, operand},
      static_cast<std::uint32_t>(program_->group_queries.size()));
  if (is_new) {
    program_->group_queries.push_back({*scope_.group_by, measure, kNoIndex});
    group_operands_.push_back(operand);
  }
  return entry->second;
}

}  // namespace sigte
