// SPDX-License-Identifier: MPL-2.0

#include "engine/schema/field_demands.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>

#include "engine/base/decimal.h"
#include "engine/base/nearest.h"

namespace sigte::schema {
namespace {

// Whether nothing lies between them.
bool Crosses(const std::optional<Decimal>& low,
             const std::optional<Decimal>& high, bool is_open) {
  return low && high && (is_open ? *low >= *high : *low > *high);
}

}  // namespace

void FieldDemands::Check(const Field& field, NodeIndex key,
                         const SchemaTree::Schemas& of) {
  CheckBounds(field, key);
  SchemaTree::Schemas of_value = of;
  if (field.is_list) {
    const NodeIndex items = tree_.FindIn(of, "items", NodeKind::kObject);
    of_value = items == kNoNode ? SchemaTree::Schemas() : tree_.Gathered(items);
  }
  for (const NodeIndex schema : of_value) CheckTwice(field, schema);
  const std::vector<NodeIndex> branches = tree_.Branches(of_value);
  of_value.insert(of_value.end(), branches.begin(), branches.end());
  for (const NodeIndex schema : of_value) CheckValues(field, schema);
}

void FieldDemands::CheckBounds(const Field& field, NodeIndex key) {
  const bool is_empty =
      Crosses(field.minimum, field.maximum, false) ||
      Crosses(field.exclusive_minimum, field.maximum, true) ||
      Crosses(field.minimum, field.exclusive_maximum, true) ||
      Crosses(field.exclusive_minimum, field.exclusive_maximum, true) ||
      (field.max_length && *field.max_length < field.min_length);
  if (!is_empty) return;
  issues_.Error("S134.no-value-fits", source_, schema_.SpanOf(key),
                {field.name});
}

void FieldDemands::CheckValues(const Field& field, NodeIndex schema) {
  if (schema_[schema].kind != NodeKind::kObject) return;
  if (const NodeIndex value = schema_.Member(schema, "const");
      value != kNoNode) {
    CheckValue(field, value);
  }
  const NodeIndex list = tree_.Member(schema, "enum", NodeKind::kArray);
  if (list == kNoNode) return;
  if (schema_[list].count == 0) {
    issues_.Error("S134.no-value-fits", source_, schema_.SpanOf(list),
                  {field.name});
  }
  for (NodeIndex value = list + 1; value < schema_[list].next;
       value = schema_[value].next) {
    CheckValue(field, value);
  }
}

// Of two branches alike 'oneOf' lets neither be. Numbers are compared as such,
// and read once: a schema may list every municipality.
void FieldDemands::CheckTwice(const Field& field, NodeIndex schema) {
  const NodeIndex list = tree_.Member(schema, "oneOf", NodeKind::kArray);
  if (list == kNoNode) return;
  std::set<std::string> seen;
  for (NodeIndex branch = list + 1; branch < schema_[list].next;
       branch = schema_[branch].next) {
    if (schema_[branch].kind != NodeKind::kObject) continue;
    const NodeIndex value = schema_.Member(branch, "const");
    if (value == kNoNode || seen.insert(KeyOf(value)).second) continue;
    const Span span = schema_.SpanOf(value);
    issues_.Error(
        "S137.choice-twice", source_, span,
        {std::string(schema_.text().substr(span.begin, span.end - span.begin)),
         field.name});
  }
}

// The same of equal values only.
std::string FieldDemands::KeyOf(NodeIndex value) const {
  const Node& node = schema_[value];
  switch (node.kind) {
    case NodeKind::kString: return '"' + std::string(node.text);
    case NodeKind::kNumber: {
      const auto number = Decimal::Parse(node.text);
      return number ? number->ToString() : std::string(node.text);
    }
    default: break;
  }
  const Span span = schema_.SpanOf(value);
  return std::string(schema_.text().substr(span.begin, span.end - span.begin));
}

// Null is no value: whether it may stand there, `type` says.
void FieldDemands::CheckValue(const Field& field, NodeIndex value) {
  const Node& node = schema_[value];
  bool fits = node.kind == NodeKind::kNull;
  switch (field.type) {
    case FieldType::kText: fits |= node.kind == NodeKind::kString; break;
    case FieldType::kBool: fits |= node.kind == NodeKind::kBool; break;
    case FieldType::kInt:
    case FieldType::kDecimal: fits |= node.kind == NodeKind::kNumber; break;
  }
  if (fits) return;
  const Span span = schema_.SpanOf(value);
  issues_.Error(
      "S135.value-of-another-type", source_, span,
      {std::string(schema_.text().substr(span.begin, span.end - span.begin)),
       field.name});
}

void FieldDemands::CheckRequired(const SchemaTree::Schemas& record,
                                 const std::vector<std::string_view>& fields) {
  const bool is_closed = std::ranges::any_of(record, [&](NodeIndex schema) {
    const NodeIndex others =
        tree_.Member(schema, "additionalProperties", NodeKind::kBool);
    return others != kNoNode && !schema_[others].boolean;
  });
  if (!is_closed) return;
  for (const NodeIndex schema : record) {
    const NodeIndex list = tree_.Member(schema, "required", NodeKind::kArray);
    if (list == kNoNode) continue;
    for (NodeIndex name = list + 1; name < schema_[list].next;
         name = schema_[name].next) {
      const std::string_view text = schema_[name].text;
      if (std::ranges::find(fields, text) != fields.end()) continue;
      Issue issue{"S136.required-is-no-field",
                  Severity::kError,
                  {std::string(text)},
                  source_,
                  schema_.SpanOf(name),
                  {},
                  {}};
      issue.guess = std::string(Nearest(text, fields));
      issues_.Add(std::move(issue));
    }
  }
}

}  // namespace sigte::schema
