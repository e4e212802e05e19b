// SPDX-License-Identifier: MPL-2.0

#include "engine/report/decision_parts.h"

namespace sigte {
namespace {

std::string_view KindName(CompiledKind kind) {
  switch (kind) {
    case CompiledKind::kExclusion: return "exclusion";
    case CompiledKind::kInclusion: return "inclusion";
    case CompiledKind::kFact: return "fact";
    case CompiledKind::kReject:
    case CompiledKind::kQuestion:
    case CompiledKind::kNote: return "check";
  }
  return "fact";
}

std::string TextObject(const LocalText& text) {
  std::string out;
  JsonWriter json(&out);
  WriteText(text, &json);
  return out;
}

// The beginning of an object that tells which rule it is of.
std::string RuleMembers(std::string_view id, std::string_view code) {
  return "{\"rule\":" + JsonText(id) + ",\"code\":" + JsonText(code);
}

std::string ToldPart(const LocalText& message, const LocalText& help) {
  std::string out = "\",\"message\":" + TextObject(message);
  if (!help.empty()) out += ",\"help\":" + TextObject(help);
  return out + ",\"field\":";
}

}  // namespace

void WriteText(const LocalText& text, JsonWriter* json) {
  json->BeginObject();
  json->Key("da");
  json->String(text.In(Lang::kDa));
  json->Key("en");
  json->String(text.In(Lang::kEn));
  json->EndObject();
}

std::string AskerPart(std::string_view slug, std::string_view code) {
  return RuleMembers(slug, code) + ",\"field\":";
}

std::string AskPart(const LocalText& text) {
  return ",\"text\":" + TextObject(text) + ",\"answers\":[";
}

std::string FindingPart(std::string_view slug, std::string_view code) {
  return RuleMembers(slug, code) + ",\"effect\":\"";
}

RuleParts RulePartsOf(const CompiledRule& rule) {
  RuleParts parts;
  parts.members = RuleMembers(rule.id, rule.code);
  parts.reason = parts.members + ",\"kind\":\"";
  parts.reason += KindName(rule.kind);
  parts.reason += "\",\"value\":\"";
  parts.message =
      "],\"message\":" + TextObject(rule.message) + ",\"evidence\":[";
  parts.asker = AskerPart(rule.id, rule.code);
  parts.ask = AskPart(rule.ask);
  parts.finding = FindingPart(rule.id, rule.code);
  parts.told = ToldPart(rule.message, rule.help);
  return parts;
}

}  // namespace sigte
