// SPDX-License-Identifier: MPL-2.0

#include "engine/rule/example_loader.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "engine/base/decimal.h"
#include "engine/base/json_writer.h"
#include "engine/rule/types.h"

namespace sigte {
namespace {

constexpr std::array<std::string_view, 3> kExampleKeys = {"given", "expect",
                                                          "note"};

std::string Lower(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  const std::size_t end = text.find_last_not_of(" \t") + 1;
  std::string lower(text.substr(begin, end - begin));
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

class ExampleReader {
 public:
  ExampleReader(YamlReader* reader, const Layout& layout, bool over_group)
      : reader_(reader), layout_(layout), over_group_(over_group) {}

  Example Read(const YamlNode& node) {
    if (const YamlNode* field = FieldOutsideGiven(node)) {
      reader_->Error("R190.field-outside-given", field->span, {field->text});
      Example example;
      example.readable = false;
      return example;
    }
    YamlMap map(reader_, node, kExampleKeys);
    Example example;
    example.span = map.span();
    example.note = map.Text("note", Need::kOptional).text;
    if (const YamlNode* given = map.Get("given", Need::kRequired)) {
      ReadGiven(*given, &example);
    }
    example.expect = Value::Unknown(kMissing);
    const std::size_t before = reader_->issues()->issues().size();
    if (const YamlNode* expect = map.Get("expect", Need::kRequired)) {
      example.expect = ReadExpect(*expect);
    }
    example.readable = reader_->issues()->issues().size() == before;
    return example;
  }

 private:
  // {title: Café, expect: true}: the first field, where there is no 'given'.
  const YamlNode* FieldOutsideGiven(const YamlNode& node) const {
    const YamlNode* field = nullptr;
    if (node.kind != YamlKind::kMap) return nullptr;
    for (std::size_t i = 0; i + 1 < node.items.size(); i += 2) {
      if (node.items[i].text == "given") return nullptr;
      const bool known = layout_.Find(node.items[i].text) != kNoField;
      if (known && field == nullptr) field = &node.items[i];
    }
    return field;
  }

  void ReadGiven(const YamlNode& given, Example* example) {
    if (!over_group_) {
      example->given.push_back(ReadRecord(given));
      return;
    }
    if (!reader_->Expect(given, YamlKind::kSequence)) return;
    if (given.items.empty()) {
      reader_->Error("R148.empty-list", given.span, {"given"});
    }
    for (const YamlNode& record : given.items) {
      example->given.push_back(ReadRecord(record));
    }
  }

  std::vector<ExampleField> ReadRecord(const YamlNode& node) {
    std::vector<ExampleField> fields;
    if (!reader_->Expect(node, YamlKind::kMap)) return fields;
    for (std::size_t i = 0; i + 1 < node.items.size(); i += 2) {
      const YamlNode& key = node.items[i];
      ExampleField field;
      field.name = {key.text, key.span};
      field.span = node.items[i + 1].span;
      field.field = layout_.Find(key.text);
      if (field.field == kNoField) {
        reader_->UnknownName("R132.unknown-field", key.span, key.text,
                             layout_.Names());
        continue;
      }
      field.json = ReadValue(node.items[i + 1], layout_[field.field]);
      fields.push_back(std::move(field));
    }
    return fields;
  }

  std::string ReadValue(const YamlNode& node, const Field& field) {
    if (node.kind == YamlKind::kNull) return "null";
    if (!field.is_list || IsMarker(node)) return ReadScalar(node, field);
    if (!reader_->Expect(node, YamlKind::kSequence)) return "null";
    std::string json = "[";
    for (const YamlNode& item : node.items) {
      if (json.size() > 1) json += ',';
      json += item.kind == YamlKind::kNull ? "null" : ReadScalar(item, field);
    }
    return json + "]";
  }

  // "-" and the like stand for a missing answer, whatever the field's type.
  bool IsMarker(const YamlNode& node) const {
    if (node.kind != YamlKind::kScalar) return false;
    const std::string text = Lower(node.text);
    if (text.empty()) return true;
    return std::ranges::any_of(
        layout_.missing_markers.texts(),
        [&text](const std::string& marker) { return Lower(marker) == text; });
  }

  std::string ReadScalar(const YamlNode& node, const Field& field) {
    if (!reader_->Expect(node, YamlKind::kScalar)) return "null";
    if (IsMarker(node)) return JsonText(node.text);
    CheckChoice(node, field);
    if (field.type == FieldType::kText) {
      return JsonText(reader_->Text(node).text);
    }
    const bool plain = node.style == YamlStyle::kPlain;
    if (plain && IsOfType(node.text, field.type)) {
      if (field.choices.empty()) CheckThousands(node);
      return node.text;
    }
    reader_->Error("R133.wrong-value", node.span,
                   {field.name, TypeWords(field.type), node.text});
    return "null";
  }

  // A record with it is asked which number was meant, and an example says.
  void CheckThousands(const YamlNode& node) {
    const std::string plain = WithoutThousands(node.text);
    if (plain.empty()) return;
    reader_->Error(
        "R182.thousands-point", node.span,
        {node.text, ToString(Value::Dec(*Decimal::Parse(node.text))), plain});
  }

  static bool IsOfType(const std::string& text, FieldType type) {
    if (type == FieldType::kBool) return text == "true" || text == "false";
    const std::optional<Decimal> number = Decimal::Parse(text);
    return number && (type == FieldType::kDecimal || number->ToInt());
  }

  static LocalText TypeWords(FieldType type) {
    switch (type) {
      case FieldType::kBool: return Message("value.bool");
      case FieldType::kInt: return Message("value.int");
      case FieldType::kDecimal: return Message("value.decimal");
      case FieldType::kText: break;
    }
    return Message("value.text");
  }

  void CheckChoice(const YamlNode& node, const Field& field) {
    if (field.choices.empty()) return;
    std::vector<std::string> known;
    for (const FieldChoice& choice : field.choices) {
      if (choice.value == node.text) return;
      known.push_back(choice.value);
    }
    reader_->UnknownName("R134.not-a-choice", node.span, node.text, known);
  }

  Value ReadExpect(const YamlNode& node) {
    if (!reader_->Expect(node, YamlKind::kScalar)) {
      return Value::Unknown(kMissing);
    }
    if (node.style == YamlStyle::kPlain) {
      if (node.text == "true") return Value::Bool(true);
      if (node.text == "false") return Value::Bool(false);
      if (node.text == "unknown") return Value::Unknown(kMissing);
    }
    reader_->UnknownWord(node, {"true", "false", "unknown"});
    return Value::Unknown(kMissing);
  }

  YamlReader* reader_;
  const Layout& layout_;
  bool over_group_;
};

}  // namespace

std::vector<Example> LoadExamples(YamlReader* reader, const YamlNode& node,
                                  const Layout& layout, bool over_group) {
  std::vector<Example> examples;
  if (!reader->Expect(node, YamlKind::kSequence)) return examples;
  for (const YamlNode& item : node.items) {
    examples.push_back(ExampleReader(reader, layout, over_group).Read(item));
  }
  return examples;
}

}  // namespace sigte
