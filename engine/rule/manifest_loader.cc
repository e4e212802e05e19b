// SPDX-License-Identifier: MPL-2.0

#include "engine/rule/manifest_loader.h"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/rule/condition.h"
#include "engine/rule/ruling_words_loader.h"
#include "engine/rule/template_loader.h"

namespace sigte {
namespace {

constexpr std::array<std::string_view, 14> kManifestKeys = {
    "ruleset", "version", "title", "source", "schema",  "period", "records",
    "missing", "texts",   "scope", "hide",   "reasons", "bodies", "template"};
constexpr std::array<std::string_view, 5> kRecordKeys = {"list", "id", "group",
                                                         "title", "amount"};
constexpr std::array<std::string_view, 2> kPeriodKeys = {"from", "until"};

void LoadPeriod(YamlReader* reader, const YamlNode& node, Ruleset* ruleset) {
  ruleset->has_period = true;
  YamlMap period(reader, node, kPeriodKeys);
  ruleset->period_from = period.Date("from");
  ruleset->period_until = period.Date("until");
  if (!ruleset->period_from.empty() && !ruleset->period_until.empty() &&
      ruleset->period_until < ruleset->period_from) {
    reader->Error("R144.period-reversed", node.span,
                  {ruleset->period_from, ruleset->period_until});
  }
}

FieldIndex FindField(YamlReader* reader, const Layout& layout,
                     const SpannedText& name) {
  if (name.text.empty()) return kNoField;
  const FieldIndex index = layout.Find(name.text);
  if (index == kNoField) {
    reader->UnknownName("R132.unknown-field", name.span, name.text,
                        layout.Names());
  }
  return index;
}

// What names a record or says whose it is is one value.
FieldIndex FindName(YamlReader* reader, const Layout& layout,
                    const SpannedText& name) {
  const FieldIndex index = FindField(reader, layout, name);
  if (index != kNoField && layout[index].is_list) {
    reader->Error("R172.name-is-a-list", name.span, {name.text});
  }
  return index;
}

// The group stands under its own name among these (report/decision_json.cc).
constexpr std::array<std::string_view, 12> kDecisionKeys = {
    "id",    "file",    "sheet",     "cell",     "line",    "verdict",
    "scope", "reasons", "questions", "findings", "rulings", "ruleset"};

FieldIndex FindGroup(YamlReader* reader, const Layout& layout,
                     const SpannedText& name) {
  const FieldIndex index = FindName(reader, layout, name);
  const bool is_key =
      std::ranges::find(kDecisionKeys, name.text) != kDecisionKeys.end();
  if (index != kNoField && is_key) {
    reader->Error("R197.group-called-like-a-key", name.span, {name.text});
  }
  return index;
}

// A value that says that there is none could never be answered.
void CheckMarker(YamlReader* reader, const Layout& layout,
                 const SpannedText& marker) {
  const MissingMarkers alone({marker.text});
  for (const Field& field : layout.fields()) {
    const bool is_value =
        field.type == FieldType::kText &&
        std::ranges::any_of(field.choices, [&](const FieldChoice& choice) {
          return !choice.value.empty() && alone.Has(choice.value);
        });
    if (!is_value) continue;
    reader->Error("R198.marker-is-a-value", marker.span,
                  {marker.text, field.name});
    return;
  }
}

void SetRoles(YamlReader* reader, const Manifest& manifest, Layout* layout) {
  layout->list_member = manifest.list_member.text;
  std::vector<std::string> markers;
  for (const SpannedText& marker : manifest.missing) {
    CheckMarker(reader, *layout, marker);
    markers.push_back(marker.text);
  }
  layout->missing_markers = MissingMarkers(std::move(markers));
  layout->id = FindName(reader, *layout, manifest.id);
  layout->group = FindGroup(reader, *layout, manifest.group);
  layout->title = FindName(reader, *layout, manifest.title);
  layout->amount = FindField(reader, *layout, manifest.amount);
  if (layout->amount == kNoField) return;
  const Field& amount = (*layout)[layout->amount];
  // Amounts are added up in whole units: one with decimals would stay out of
  // every sum.
  if (amount.type != FieldType::kInt || amount.is_list) {
    reader->Error("R158.amount-no-number", manifest.amount.span,
                  {manifest.amount.text});
  }
}

void LoadText(YamlReader* reader, const YamlNode& key, const YamlNode& fields,
              Ruleset* ruleset) {
  TextGroup text;
  text.name = reader->Name(key);
  for (const SpannedText& name : reader->Texts(fields)) {
    const FieldIndex index = FindField(reader, ruleset->layout, name);
    if (index == kNoField) continue;
    const Field& field = ruleset->layout[index];
    if (field.type != FieldType::kText || field.is_list) {
      reader->Error("R153.field-no-text", name.span, {name.text});
    }
    if (std::ranges::find(text.fields, index) != text.fields.end()) {
      reader->Error("R135.given-twice", name.span, {name.text});
      continue;
    }
    text.fields.push_back(index);
  }
  if (fields.kind == YamlKind::kSequence && fields.items.empty()) {
    reader->Error("R148.empty-list", key.span, {key.text});
  }
  if (!text.name.text.empty()) ruleset->texts.push_back(std::move(text));
}

void LoadTexts(YamlReader* reader, const YamlNode& node, Ruleset* ruleset) {
  if (!reader->Expect(node, YamlKind::kMap)) return;
  for (std::size_t i = 0; i + 1 < node.items.size(); i += 2) {
    LoadText(reader, node.items[i], node.items[i + 1], ruleset);
  }
}

Redaction LoadHidden(YamlReader* reader, const YamlNode& node) {
  std::vector<std::string> patterns;
  for (const SpannedText& pattern : reader->Texts(node)) {
    if (!Redaction::IsPattern(pattern.text)) {
      reader->Error("R165.bad-hide", pattern.span, {pattern.text});
    }
    patterns.push_back(pattern.text);
  }
  return Redaction(std::move(patterns));
}

Manifest ReadSchemaKeys(YamlMap* map, YamlReader* reader) {
  Manifest manifest;
  manifest.schema = map->Text("schema");
  manifest.missing = map->Texts("missing", Need::kOptional);
  const YamlNode* node = map->Get("records", Need::kRequired);
  if (node == nullptr) return manifest;
  YamlMap records(reader, *node, kRecordKeys);
  manifest.list_member = records.Text("list");
  manifest.id = records.Text("id");
  manifest.group = records.Text("group", Need::kOptional);
  manifest.title = records.Text("title", Need::kOptional);
  manifest.amount = records.Text("amount", Need::kOptional);
  return manifest;
}

}  // namespace

Manifest ReadManifestRoot(const Source& source, const YamlNode& root,
                          IssueList* issues) {
  YamlReader reader(source, issues);
  YamlMap map(&reader, root, kManifestKeys);
  Manifest manifest = ReadSchemaKeys(&map, &reader);
  if (const YamlNode* hide = map.Find("hide")) {
    manifest.redaction = LoadHidden(&reader, *hide);
  }
  return manifest;
}

void LoadManifest(const Source& source, const YamlNode& root, Ruleset* ruleset,
                  IssueList* issues) {
  YamlReader reader(source, issues);
  YamlMap map(&reader, root, kManifestKeys);
  ruleset->manifest = &source;
  if (const YamlNode* id = map.Get("ruleset", Need::kRequired)) {
    ruleset->id = reader.Name(*id, true).text;
  }
  ruleset->version = map.Text("version").text;
  ruleset->title = map.Local("title");
  ruleset->source = map.Text("source").text;
  SetRoles(&reader, ReadSchemaKeys(&map, &reader), &ruleset->layout);
  if (const YamlNode* period = map.Get("period", Need::kOptional)) {
    LoadPeriod(&reader, *period, ruleset);
  }
  if (const YamlNode* texts = map.Get("texts", Need::kOptional)) {
    LoadTexts(&reader, *texts, ruleset);
  }
  if (const YamlNode* hide = map.Get("hide", Need::kOptional)) {
    ruleset->redaction = LoadHidden(&reader, *hide);
  }
  if (const YamlNode* reasons = map.Get("reasons", Need::kOptional)) {
    LoadNamedCodes(&reader, *reasons, "reason", &ruleset->ruling_words.reasons);
  }
  if (const YamlNode* bodies = map.Get("bodies", Need::kOptional)) {
    LoadNamedCodes(&reader, *bodies, "body", &ruleset->ruling_words.bodies);
  }
  if (const YamlNode* form = map.Get("template", Need::kOptional)) {
    ruleset->template_text = LoadTemplate(&reader, *form);
  }
  if (const YamlNode* scope = map.Get("scope", Need::kRequired)) {
    ruleset->scope = ReadCondition(&reader, *scope);
  }
}

}  // namespace sigte
