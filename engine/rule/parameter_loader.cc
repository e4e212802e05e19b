// SPDX-License-Identifier: MPL-2.0

#include "engine/rule/parameter_loader.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "engine/base/decimal.h"
#include "engine/rule/misplaced.h"
#include "engine/rule/types.h"
#include "engine/rule/yaml_reader.h"

namespace sigte {
namespace {

constexpr std::array<std::string_view, 2> kParameterFileKeys = {"parameters",
                                                                "tables"};
constexpr std::array<std::string_view, 8> kParameterKeys = {
    "parameter", "title", "value",  "unit",
    "source",    "date",  "status", "for_reading"};
constexpr std::array<std::string_view, 7> kTableKeys = {
    "table", "title", "unit", "source", "date", "rows", "for_reading"};

// 12 is an integer, 12.0 and 1e1 are decimals, as in conditions.
std::optional<Value> ReadNumber(YamlReader* reader, const YamlNode& node) {
  const std::string_view text = reader->Number(node);
  if (text.empty()) return std::nullopt;
  if (const std::string plain = WithoutThousands(text); !plain.empty()) {
    reader->Error("R182.thousands-point", node.span,
                  {text, ToString(Value::Dec(*Decimal::Parse(text))), plain});
    return std::nullopt;
  }
  const std::optional<Decimal> decimal = Decimal::Parse(text);
  if (!decimal) return std::nullopt;
  const bool whole = text.find_first_of(".eE") == std::string_view::npos;
  const std::optional<std::int64_t> integer = decimal->ToInt();
  return whole && integer ? Value::Int(*integer) : Value::Dec(*decimal);
}

// A text key is a piece of the file, which outlives the ruleset.
std::optional<Value> ReadKey(YamlReader* reader, const YamlNode& node) {
  const SpannedText key = reader->FullText(node);
  if (key.text.empty()) return std::nullopt;
  if (node.style == YamlStyle::kPlain && Decimal::Parse(key.text)) {
    return ReadNumber(reader, node);
  }
  const std::size_t quote = node.style == YamlStyle::kPlain ? 0 : 1;
  const std::string_view written =
      reader->source().text().substr(node.span.begin + quote, key.text.size());
  if (written != key.text) {
    reader->Error("R159.key-with-escapes", node.span);
    return std::nullopt;
  }
  return Value::Text(written);
}

void LoadRows(YamlReader* reader, const YamlNode& node, ParameterTable* table) {
  if (!reader->Expect(node, YamlKind::kMap)) return;
  if (node.items.empty()) {
    reader->Error("R148.empty-list", node.span, {"rows"});
  }
  std::optional<bool> numbers;
  std::set<std::string_view> seen;
  for (std::size_t i = 0; i + 1 < node.items.size(); i += 2) {
    if (!seen.insert(node.items[i].text).second) continue;  // said already
    const std::optional<Value> key = ReadKey(reader, node.items[i]);
    const std::optional<Value> value = ReadNumber(reader, node.items[i + 1]);
    if (!key || !value) continue;
    if (numbers && *numbers != key->is_number()) {
      reader->Error("R160.mixed-keys", node.items[i].span);
    }
    numbers = key->is_number();
    table->rows.emplace_back(*key, *value);
    table->keys.push_back({node.items[i].text, node.items[i].span});
  }
  std::ranges::sort(table->rows, KeyBefore, &std::pair<Value, Value>::first);
  const auto twice =
      std::ranges::adjacent_find(table->rows, [](const auto& a, const auto& b) {
        return !KeyBefore(a.first, b.first);
      });
  if (twice != table->rows.end()) {
    reader->Error("R156.duplicate-row", node.span, {ToString(twice->first)});
  }
}

bool IsForReading(YamlReader* reader, const YamlMap& map) {
  const YamlNode* const node = map.Find("for_reading");
  return node != nullptr && reader->Bool(*node);
}

void LoadParameter(YamlReader* reader, const YamlNode& node, Ruleset* ruleset) {
  YamlMap map(reader, node, kParameterKeys);
  Parameter parameter;
  parameter.source_file = &reader->source();
  parameter.name = map.Name("parameter");
  parameter.title = map.Local("title");
  parameter.value = Value::Unknown(kMissing);
  const YamlNode* value = map.Get("value", Need::kOptional);
  if (value != nullptr) {
    parameter.value =
        ReadNumber(reader, *value).value_or(Value::Unknown(kMissing));
  }
  const Need with_value = value != nullptr ? Need::kRequired : Need::kOptional;
  parameter.unit = map.Text("unit").text;
  parameter.source = map.Text("source").text;
  parameter.date = map.Date("date", with_value);
  parameter.status = map.Text("status").text;
  parameter.for_reading = IsForReading(reader, map);
  if (parameter.name.text.empty()) return;
  ruleset->parameters.push_back(std::move(parameter));
}

void LoadTable(YamlReader* reader, const YamlNode& node, Ruleset* ruleset) {
  YamlMap map(reader, node, kTableKeys);
  ParameterTable table;
  table.source_file = &reader->source();
  table.name = map.Name("table");
  table.title = map.Local("title");
  table.unit = map.Text("unit").text;
  table.source = map.Text("source").text;
  table.date = map.Date("date");
  table.for_reading = IsForReading(reader, map);
  if (const YamlNode* rows = map.Get("rows", Need::kRequired)) {
    LoadRows(reader, *rows, &table);
  }
  if (table.name.text.empty()) return;
  for (const ParameterTable& other : ruleset->tables) {
    if (other.name.text != table.name.text) continue;
    reader->Error(
        "R124.duplicate-name", table.name.span,
        {table.name.text, PlaceName(reader->source(), other.name.span)});
    return;
  }
  ruleset->tables.push_back(std::move(table));
}

}  // namespace

void LoadParameters(const Source& source, const YamlNode& root,
                    Ruleset* ruleset, IssueList* issues) {
  YamlReader reader(source, issues);
  if (ReportOtherFile(&reader, root, RulesetFile::kParameters)) return;
  YamlMap map(&reader, root, kParameterFileKeys);
  const YamlNode* parameters = map.Get("parameters", Need::kOptional);
  if (parameters != nullptr &&
      reader.Expect(*parameters, YamlKind::kSequence)) {
    for (const YamlNode& node : parameters->items) {
      if (ReportMisplaced(&reader, node, "parameter")) continue;
      LoadParameter(&reader, node, ruleset);
    }
  }
  const YamlNode* tables = map.Get("tables", Need::kOptional);
  if (tables != nullptr && reader.Expect(*tables, YamlKind::kSequence)) {
    for (const YamlNode& node : tables->items) {
      if (!ReportMisplaced(&reader, node, "table"))
        LoadTable(&reader, node, ruleset);
    }
  }
}

}  // namespace sigte
