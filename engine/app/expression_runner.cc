// SPDX-License-Identifier: MPL-2.0

#include "engine/app/expression_runner.h"

#include <deque>
#include <utility>
#include <vector>

#include "engine/app/fault_field.h"
#include "engine/app/open_numbers.h"
#include "engine/app/telling.h"
#include "engine/compile/compiler.h"
#include "engine/evaluate/evaluator.h"
#include "engine/record/record.h"
#include "engine/rule/checker.h"
#include "engine/rule/parser.h"

namespace sigte {
namespace {

/// Values of JSON that no field describes: what stands there is what it is.
class UntypedValues {
 public:
  Value Of(const Document& document, NodeIndex index) {
    const Node& node = document[index];
    switch (node.kind) {
      case NodeKind::kNull: return Value::Unknown(kMissing);
      case NodeKind::kBool: return Value::Bool(node.boolean);
      case NodeKind::kNumber: return Number(node.text);
      case NodeKind::kString: return Value::Text(node.text);
      case NodeKind::kArray: return List(document, index);
      case NodeKind::kObject: break;
    }
    return Value::Unknown(kError);
  }

 private:
  static Value Number(std::string_view text) {
    const auto number = Decimal::Parse(text);
    if (!number) return Value::Unknown(kError);
    const auto integer = number->ToInt();
    return integer ? Value::Int(*integer) : Value::Dec(*number);
  }

  Value List(const Document& document, NodeIndex index) {
    std::vector<Value> items;
    for (NodeIndex item = index + 1; item < document[index].next;
         item = document[item].next) {
      items.push_back(Of(document, item));
    }
    lists_.push_back(std::move(items));
    return Value::List(lists_.back().data(), lists_.back().size());
  }

  std::deque<std::vector<Value>> lists_;
};

std::vector<std::string> UnknownMembers(const AskedRecord& record,
                                        const Layout& layout) {
  std::vector<std::string> names;
  const Document& document = *record.document;
  for (NodeIndex key = record.node + 1; key < document[record.node].next;
       key = document[key + 1].next) {
    std::string name(document[key].text);
    if (layout.Find(name) == kNoField) names.push_back(std::move(name));
  }
  return names;
}

// Whether an expression needs no ruleset: literals are worked out without.
bool MeansSomethingAlone(const Expression& expression, const CheckScope& scope,
                         const Source& source) {
  IssueList doubts;
  CheckExpression(expression, scope, &source, &doubts);
  return !doubts.has_errors();
}

// What a rule could not hold is worked out all the same, but not in silence: a
// misspelt value is false of every record.
void WarnOfSlips(const Expression& expression, CheckScope scope,
                 const Source& source, IssueList* issues) {
  scope.lenient = false;
  IssueList slips;
  CheckExpression(expression, scope, &source, &slips);
  for (Issue issue : slips.issues()) {
    issue.severity = Severity::kWarning;
    issues->Add(std::move(issue));
  }
}

// Whether `name` stands in `text` as a name of its own.
bool Names(std::string_view text, std::string_view name) {
  constexpr std::string_view kOfNames =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";
  const auto continues = [&](std::size_t at) {
    return at < text.size() && kOfNames.find(text[at]) != kOfNames.npos;
  };
  for (std::size_t at = text.find(name); at != text.npos;
       at = text.find(name, at + 1)) {
    const bool begins = at == 0 || !continues(at - 1);
    if (begins && !continues(at + name.size())) return true;
  }
  return false;
}

// Whether a fault of the record is a slip: what is absent or null is unknown on
// purpose, and a member that is no field may be named by the expression or be
// there for nothing, unless it looks like a field's name.
bool IsSlip(const SchemaFault& fault, const Document& document,
            const Source& expression) {
  if (fault.keyword == "required") return false;
  if (fault.key != kNoNode) {
    return !fault.issue.guess.empty() &&
           !Names(expression.text(), document[fault.key].text);
  }
  return document[fault.node].kind != NodeKind::kNull;
}

// What no record can have is worked out as it stands, but not in silence.
void WarnOfRecord(const AskedRecord& of, const RulesetStore& store,
                  const Record& record, const Source& expression,
                  IssueList* issues) {
  bool cut = false;
  IssueList slips;
  for (const SchemaFault& fault :
       WithoutFollowers(SchemaChecker(*store.record_schema)
                            .Faults(*of.document, of.node, of.source, &cut))) {
    if (IsSlip(fault, *of.document, expression)) slips.Add(fault.issue);
  }
  const Layout& layout = store.ruleset->layout;
  record.ForEachUnheld([&](FieldIndex field, NodeIndex node) {
    // Beyond them is what no field describes.
    if (!slips.empty() || field >= layout.size()) return;
    slips.Error("D168.unheld-value", of.source, of.document->SpanOf(node),
                {layout[field].name});
  });
  for (Issue issue : slips.issues()) {
    issue.severity = Severity::kWarning;
    issues->Add(std::move(issue));
  }
}

// As in a record that is screened.
void LeaveOpenNumbers(const Layout& layout, const Source* source,
                      Record* record, IssueList* issues) {
  const std::vector<OpenReading> open = OpenNumbers(layout).In(*record);
  OpenNumbers::LeaveOpen(open, record);
  for (const OpenReading& one : open) {
    Issue issue = OpenNumbers::IssueOf(one, *record, Severity::kWarning);
    issue.source = source;
    issues->Add(std::move(issue));
  }
}

}  // namespace

ExpressionRunner::ExpressionRunner(const Settings& settings)
    : settings_(settings), no_members_("{}") {
  IssueList none;
  JsonReader().Read(no_members_.text(), nullptr, 0, &nothing_, &none);
}

bool ExpressionRunner::LoadRules() {
  if (store_ == nullptr && !failed_) {
    store_ = OpenRuleset(settings_.rules, settings_.lang);
    failed_ = store_ == nullptr;
  }
  return store_ != nullptr;
}

std::optional<std::string> ExpressionRunner::Run(
    const Source& source, const std::optional<AskedRecord>& record,
    IssueList* issues) {
  const ExpressionPtr expression =
      ParseExpression(source.text(), &source, {}, issues);
  if (expression == nullptr) return std::nullopt;
  CheckScope scope;
  scope.lenient = true;
  if (record || !MeansSomethingAlone(*expression, scope, source)) {
    if (!LoadRules()) return std::nullopt;
    scope.ruleset = &*store_->ruleset;
    if (record) {
      scope.untyped_names = UnknownMembers(*record, scope.ruleset->layout);
    }
  }
  CheckExpression(*expression, scope, &source, issues);
  if (issues->has_errors()) return std::nullopt;
  const auto program = CompileExpression(*expression, scope, &source, issues);
  if (program == nullptr) return std::nullopt;
  // After the compiler, as what it refuses need not be told as a slip too.
  if (scope.ruleset != nullptr) {
    WarnOfSlips(*expression, scope, source, issues);
  }

  const AskedRecord of =
      record.value_or(AskedRecord{&nothing_, Document::kRoot});
  Record asked(program->layout);
  asked.Fill(*of.document, of.node, kNoNode);
  if (record) WarnOfRecord(of, *store_, asked, source, issues);
  LeaveOpenNumbers(program->layout, of.source, &asked, issues);
  UntypedValues untyped;
  for (const std::string& name : scope.untyped_names) {
    const FieldIndex field = program->layout.Find(name);
    if (field == kNoField) continue;
    asked.Set(field,
              untyped.Of(*of.document, of.document->Member(of.node, name)));
  }
  Evaluator evaluator(*program);
  const Value value = evaluator.Evaluate(asked)[program->result];
  if (value.is_unknown()) return "unknown";
  // A number is a result; what stands in a text may be somebody's.
  const bool has_text =
      value.kind() == Kind::kText || value.kind() == Kind::kList;
  std::string text = ToString(value);
  return has_text ? AsTold(std::move(text)) : text;
}

}  // namespace sigte
