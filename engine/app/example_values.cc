// SPDX-License-Identifier: MPL-2.0

#include "engine/app/example_values.h"

#include <optional>
#include <utility>

#include "engine/app/fault_field.h"
#include "engine/read/json_reader.h"

namespace sigte {
namespace {

class ExampleChecker {
 public:
  ExampleChecker(const RulesetStore& store, IssueList* issues)
      : layout_(store.ruleset->layout),
        checker_(*store.record_schema),
        issues_(issues) {}

  void Check(const Rule& rule, const std::vector<ExampleField>& fields) {
    const PaddedText text(JsonOf(fields));
    IssueList unreadable;
    if (!json_.Read(text.text(), nullptr, 0, &record_, &unreadable)) return;
    bool cut = false;
    for (const SchemaFault& fault : WithoutFollowers(
             checker_.Faults(record_, Document::kRoot, nullptr, &cut))) {
      const auto member = MemberOf(fault.node);
      if (!member || IsNoAnswer(member->second)) continue;
      issues_->Error("R157.example-no-record-has", rule.source_file,
                     fields[member->first].span,
                     {Message(fault.issue.message, fault.issue.args)});
    }
  }

 private:
  // The member that `node` lies in, by number and value; nullopt of what is
  // said of the whole record, as an example names what matters to it alone.
  std::optional<std::pair<std::size_t, NodeIndex>> MemberOf(
      NodeIndex node) const {
    std::size_t number = 0;
    for (NodeIndex at = Document::kRoot + 1; at < record_[0].next;
         at = record_[at + 1].next, ++number) {
      if (node > at && node < record_[at + 1].next) {
        return std::pair(number, at + 1);
      }
    }
    return std::nullopt;
  }

  bool IsNoAnswer(NodeIndex value) const {
    const Node& node = record_[value];
    return node.kind == NodeKind::kNull ||
           (node.kind == NodeKind::kString &&
            layout_.missing_markers.Has(node.text));
  }

  const Layout& layout_;
  SchemaChecker checker_;
  IssueList* issues_;
  JsonReader json_;
  Document record_;
};

}  // namespace

std::string JsonOf(const std::vector<ExampleField>& fields) {
  std::string json = "{";
  for (const ExampleField& field : fields) {
    if (json.size() > 1) json += ", ";
    json += "\"" + field.name.text + "\": " + field.json;
  }
  return json + "}";
}

void CheckExampleValues(const RulesetStore& store, IssueList* issues) {
  ExampleChecker checker(store, issues);
  for (const Rule& rule : store.ruleset->rules) {
    const bool rejects =
        rule.kind == RuleKind::kCheck && rule.effect == CheckEffect::kReject;
    if (rejects) continue;
    for (const Example& example : rule.examples) {
      for (const auto& record : example.given) checker.Check(rule, record);
    }
  }
}

}  // namespace sigte
