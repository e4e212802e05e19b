// SPDX-License-Identifier: MPL-2.0

#include "engine/schema/layout_reader.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "engine/schema/annotations.h"
#include "engine/schema/field_checks.h"
#include "engine/schema/field_demands.h"
#include "engine/schema/field_types.h"
#include "engine/schema/schema_tree.h"

namespace sigte {
namespace {

class LayoutReader {
 public:
  LayoutReader(const Document& schema, const Source* source, IssueList* issues)
      : schema_(schema),
        tree_(schema),
        types_(schema, tree_),
        source_(source),
        issues_(*issues),
        checks_(schema, tree_, source, issues),
        demands_(schema, tree_, source, issues) {}

  std::optional<Layout> Read(const std::string& list_member,
                             std::string* record_pointer);

 private:
  using Schemas = schema::SchemaTree::Schemas;
  using Type = schema::FieldTypes::Type;
  using TypeWord = schema::FieldTypes::Word;

  Field ReadField(NodeIndex key, const Schemas& schemas) const;
  LocalText TextOf(const Schemas& schemas, std::string_view name) const;
  std::vector<std::string> AliasesOf(const Schemas& schemas,
                                     std::string_view name) const;
  enum class Bound : std::uint8_t { kLower, kUpper };
  std::optional<Decimal> Narrowest(const Schemas& schemas,
                                   std::string_view name, Bound bound) const;
  void ReadBounds(const Schemas& schemas, Field* field) const;
  void ReadChoices(const Schemas& schemas, Field* field) const;
  std::vector<FieldChoice> ListedChoices(NodeIndex list) const;
  std::vector<FieldChoice> BranchChoices(const Schemas& schemas,
                                         Field* field) const;
  bool IsNullBranch(NodeIndex branch) const;
  bool IsNullable(const Schemas& schemas) const;
  bool NamesNull(NodeIndex type) const;
  std::string NumberOf(const Schemas& schemas) const;
  std::string ValueAt(NodeIndex node) const;
  void AddFileFields(const std::string& list_member, Layout* layout);

  const Document& schema_;
  schema::SchemaTree tree_;
  schema::FieldTypes types_;
  const Source* source_;
  IssueList& issues_;
  schema::FieldChecks checks_;
  schema::FieldDemands demands_;
};

std::optional<Layout> LayoutReader::Read(const std::string& list_member,
                                         std::string* record_pointer) {
  NodeIndex items = kNoNode;
  for (const auto& [key, list] : tree_.RecordLists()) {
    if (schema_[key].text == list_member) items = list;
  }
  if (items == kNoNode) {
    issues_.Error("S120.no-record-list", source_,
                  {0, std::min<std::size_t>(1, schema_.text().size())},
                  {list_member});
    return std::nullopt;
  }
  const NodeIndex target = tree_.Refer(items);
  const bool bare = target != kNoNode && schema_[items].count == 1;
  *record_pointer = schema_.PointerTo(bare ? target : items);
  checks_.CheckRoot();
  Layout layout;
  layout.list_member = list_member;
  const Schemas record = tree_.Gathered(items);
  bool complete = true;
  std::vector<std::string_view> names;
  for (const auto& [key, schemas] : tree_.GatheredProperties(items)) {
    const std::string_view name = schema_[key].text;
    names.push_back(name);
    if (const TypeWord word = types_.Of(schemas); !word.type) {
      // A reference that leads nowhere is told as what it is.
      if (!checks_.IsTold(schemas)) {
        issues_.Error("S121.no-field-type", source_, schema_.SpanOf(key),
                      {name});
      }
      complete = false;
      continue;
    }
    Field field = ReadField(key, schemas);
    checks_.Check(field, key, schemas);
    demands_.Check(field, key, schemas);
    field.required = tree_.IsRequired(record, name);
    layout.Add(std::move(field));
  }
  demands_.CheckRequired(record, names);
  AddFileFields(list_member, &layout);
  if (complete) checks_.CheckTitles(layout);
  if (!complete || issues_.has_errors()) return std::nullopt;
  return layout;
}

// Scalar members of the file that hold for all of its records.
void LayoutReader::AddFileFields(const std::string& list_member,
                                 Layout* layout) {
  const Schemas root = tree_.Gathered(Document::kRoot);
  std::vector<Field> fields = layout->fields();
  for (const auto& [key, schemas] : tree_.GatheredProperties(Document::kRoot)) {
    const std::string_view name = schema_[key].text;
    const TypeWord word = types_.Of(schemas);
    if (name == list_member || !word.type || word.type->is_list) continue;
    const auto known = std::ranges::find(fields, name, &Field::name);
    if (known != fields.end()) {
      known->of_group = true;
      known->asked_of_file = tree_.IsRequired(root, name);
      continue;
    }
    Field field = ReadField(key, schemas);
    checks_.Check(field, key, schemas);
    demands_.Check(field, key, schemas);
    field.required = tree_.IsRequired(root, name);
    field.of_group = field.of_file = true;
    fields.push_back(std::move(field));
  }
  Layout complete;
  complete.list_member = list_member;
  for (Field& field : fields) complete.Add(std::move(field));
  *layout = std::move(complete);
}

Field LayoutReader::ReadField(NodeIndex key, const Schemas& schemas) const {
  const Type type = types_.Of(schemas).type.value_or(Type{});
  Field field;
  field.name = schema_[key].text;
  field.type = type.type;
  field.is_list = type.is_list;
  field.title = TextOf(schemas, "title");
  field.description = TextOf(schemas, "description");
  field.unit = TextOf(schemas, "x-unit");
  field.number = NumberOf(schemas);
  field.nullable = IsNullable(schemas);
  field.aliases = AliasesOf(schemas, "x-aliases");
  field.unit_aliases = AliasesOf(schemas, "x-unit-aliases");
  field.other_units = AliasesOf(schemas, "x-other-units");
  ReadBounds(schemas, &field);
  ReadChoices(schemas, &field);
  const NodeIndex items = tree_.FindIn(schemas, "items", NodeKind::kObject);
  if (field.is_list && items != kNoNode) {
    ReadChoices(tree_.Gathered(items), &field);
  }
  return field;
}

LocalText LayoutReader::TextOf(const Schemas& schemas,
                               std::string_view name) const {
  for (const NodeIndex schema : schemas) {
    LocalText text = schema::Annotation(schema_, schema, name);
    if (!text.empty()) return text;
  }
  return {};
}

std::vector<std::string> LayoutReader::AliasesOf(const Schemas& schemas,
                                                 std::string_view name) const {
  for (const NodeIndex schema : schemas) {
    std::vector<std::string> aliases = schema::Aliases(schema_, schema, name);
    if (!aliases.empty()) return aliases;
  }
  return {};
}

// Of what applies to the same value, the narrowest.
std::optional<Decimal> LayoutReader::Narrowest(const Schemas& schemas,
                                               std::string_view name,
                                               Bound bound) const {
  std::optional<Decimal> narrowest;
  for (const NodeIndex schema : schemas) {
    const NodeIndex node = tree_.Member(schema, name, NodeKind::kNumber);
    if (node == kNoNode) continue;
    const auto number = Decimal::Parse(schema_[node].text);
    if (!number) continue;
    const bool narrower =
        !narrowest ||
        (bound == Bound::kLower ? *number > *narrowest : *number < *narrowest);
    if (narrower) narrowest = number;
  }
  return narrowest;
}

void LayoutReader::ReadBounds(const Schemas& schemas, Field* field) const {
  const auto lower = [&](std::string_view name) {
    return Narrowest(schemas, name, Bound::kLower);
  };
  const auto upper = [&](std::string_view name) {
    return Narrowest(schemas, name, Bound::kUpper);
  };
  field->minimum = lower("minimum");
  field->maximum = upper("maximum");
  field->exclusive_minimum = lower("exclusiveMinimum");
  field->exclusive_maximum = upper("exclusiveMaximum");
  const auto length =
      [](const std::optional<Decimal>& written) -> std::optional<std::size_t> {
    const auto count = written ? written->ToInt() : std::nullopt;
    if (!count || *count < 0) return std::nullopt;
    return static_cast<std::size_t>(*count);
  };
  field->min_length = length(lower("minLength")).value_or(0);
  field->max_length = length(upper("maxLength"));
}

// Closed values: `const`, or branches that all have a `const`, or `enum`; of
// what several of them allow, what all do.
void LayoutReader::ReadChoices(const Schemas& schemas, Field* field) const {
  for (const NodeIndex schema : schemas) {
    if (schema_[schema].kind != NodeKind::kObject) continue;
    const NodeIndex value = schema_.Member(schema, "const");
    if (value == kNoNode) continue;
    field->choices = {{ValueAt(value), {}, {}, {}}};
    return;
  }
  std::vector<FieldChoice> choices = BranchChoices(schemas, field);
  for (const NodeIndex schema : schemas) {
    const NodeIndex list = tree_.Member(schema, "enum", NodeKind::kArray);
    if (list == kNoNode) continue;
    std::vector<FieldChoice> listed = ListedChoices(list);
    if (choices.empty()) {
      choices = std::move(listed);
      continue;
    }
    std::erase_if(choices, [&](const FieldChoice& choice) {
      return std::ranges::find(listed, choice.value, &FieldChoice::value) ==
             listed.end();
    });
  }
  if (!choices.empty()) field->choices = std::move(choices);
}

// Without null, which is none.
std::vector<FieldChoice> LayoutReader::ListedChoices(NodeIndex list) const {
  std::vector<FieldChoice> choices;
  for (NodeIndex element = list + 1; element < schema_[list].next;
       element = schema_[element].next) {
    if (schema_[element].kind != NodeKind::kNull) {
      choices.push_back({ValueAt(element), {}, {}, {}});
    }
  }
  return choices;
}

// None where a branch has no `const`.
std::vector<FieldChoice> LayoutReader::BranchChoices(const Schemas& schemas,
                                                     Field* field) const {
  std::vector<FieldChoice> choices;
  for (const NodeIndex branch : tree_.Branches(schemas)) {
    const NodeIndex value = schema_.Member(branch, "const");
    if (IsNullBranch(branch)) {
      field->null_names = schema::Names(schema_, branch);
      continue;
    }
    if (value == kNoNode) return {};
    choices.push_back({ValueAt(value),
                       schema::Annotation(schema_, branch, "title"),
                       schema::Annotation(schema_, branch, "description"),
                       schema::Aliases(schema_, branch)});
  }
  return choices;
}

bool LayoutReader::IsNullBranch(NodeIndex branch) const {
  const NodeIndex type = tree_.Member(branch, "type", NodeKind::kString);
  if (type != kNoNode && schema_[type].text == "null") return true;
  const NodeIndex value = schema_.Member(branch, "const");
  return value != kNoNode && schema_[value].kind == NodeKind::kNull;
}

bool LayoutReader::NamesNull(NodeIndex type) const {
  if (schema_[type].kind != NodeKind::kArray) {
    return schema_[type].text == "null";
  }
  for (NodeIndex at = type + 1; at < schema_[type].next;
       at = schema_[at].next) {
    if (schema_[at].text == "null") return true;
  }
  return false;
}

// Every `type` must let null pass; without any, a closed value that is null.
bool LayoutReader::IsNullable(const Schemas& schemas) const {
  bool typed = false;
  for (const NodeIndex schema : schemas) {
    if (schema_[schema].kind != NodeKind::kObject) continue;
    const NodeIndex type = schema_.Member(schema, "type");
    if (type == kNoNode) continue;
    if (!NamesNull(type)) return false;
    typed = true;
  }
  if (typed) return true;
  const NodeIndex list = tree_.FindIn(schemas, "enum", NodeKind::kArray);
  for (NodeIndex at = list + 1; list != kNoNode && at < schema_[list].next;
       at = schema_[at].next) {
    if (schema_[at].kind == NodeKind::kNull) return true;
  }
  return std::ranges::any_of(tree_.Branches(schemas), [&](NodeIndex branch) {
    return IsNullBranch(branch);
  });
}

// `x-number` is a number or a text.
std::string LayoutReader::NumberOf(const Schemas& schemas) const {
  for (const NodeIndex schema : schemas) {
    if (schema_[schema].kind != NodeKind::kObject) continue;
    const NodeIndex number = schema_.Member(schema, "x-number");
    if (number != kNoNode) return std::string(schema_[number].text);
  }
  return {};
}

std::string LayoutReader::ValueAt(NodeIndex node) const {
  const Node& value = schema_[node];
  if (value.kind == NodeKind::kBool) return value.boolean ? "true" : "false";
  return std::string(value.text);
}

}  // namespace

std::vector<std::string> RecordLists(const Document& schema) {
  std::vector<std::string> names;
  if (schema.nodes().empty()) return names;
  for (const auto& list : schema::SchemaTree(schema).RecordLists()) {
    names.emplace_back(schema[list.first].text);
  }
  return names;
}

std::optional<Layout> ReadLayout(const Document& schema, const Source* source,
                                 const std::string& list_member,
                                 std::string* record_pointer,
                                 IssueList* issues) {
  if (schema.nodes().empty()) return std::nullopt;
  return LayoutReader(schema, source, issues).Read(list_member, record_pointer);
}

}  // namespace sigte
