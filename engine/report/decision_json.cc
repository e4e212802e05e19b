// SPDX-License-Identifier: MPL-2.0

// One decision, one line of JSON. What depends on the rule alone is written
// beforehand.

#include "engine/report/decision_json.h"

#include <algorithm>
#include <string_view>

#include "engine/base/json_writer.h"
#include "engine/report/ruling_blocks.h"

namespace sigte {

void WriteText(const LocalText& text, JsonWriter* json) {
  json->BeginObject();
  json->Key("da");
  json->String(text.In(Lang::kDa));
  json->Key("en");
  json->String(text.In(Lang::kEn));
  json->EndObject();
}

namespace {

void WriteTextOrNull(std::string_view text, JsonWriter* json) {
  if (text.empty()) {
    json->Null();
  } else {
    json->String(text);
  }
}

void WriteNumber(std::size_t number, JsonWriter* json) {
  json->Int(static_cast<std::int64_t>(number));
}

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

std::string_view TruthName(const Value& value) {
  if (value.is_unknown()) return "unknown";
  return value.is_true() ? "true" : "false";
}

void AppendCauses(const Value& value, std::string* out) {
  if (!value.is_unknown()) return;
  JsonWriter json(out);
  for (const Cause cause : {kMissing, kUnclear, kQuestion, kError}) {
    if ((value.causes() & cause) != 0) json.String(CauseName(cause));
  }
}

void Quote(std::string_view text, std::string* out) {
  JsonWriter(out).String(text);
}

void QuoteOrNull(std::string_view text, std::string* out) {
  if (text.empty()) {
    out->append("null");
  } else {
    Quote(text, out);
  }
}

void AppendNumber(std::size_t number, std::string* out) {
  JsonWriter(out).Int(static_cast<std::int64_t>(number));
}

void AppendPlace(const Place& place, std::string* out) {
  out->append("\"line\":");
  AppendNumber(place.line, out);
  out->append(",\"column\":");
  AppendNumber(place.column, out);
}

void AppendUnlessEmpty(std::string_view key, std::string_view text,
                       std::string* out) {
  if (text.empty()) return;
  out->append(",\"").append(key).append("\":");
  Quote(text, out);
}

void AppendLocation(const Location& location, std::string* out) {
  AppendPlace(location.place, out);
  out->append(",\"end_column\":");
  AppendNumber(location.end_column, out);
  // Of tables only.
  AppendUnlessEmpty("sheet", location.sheet, out);
  AppendUnlessEmpty("cell", location.cell, out);
  AppendUnlessEmpty("heading", location.heading, out);
}

// Written by the piece, not by the member: there are many of them.
void AppendEvidence(const Evidence& evidence, std::string* out) {
  out->append("{\"field\":");
  QuoteOrNull(evidence.field, out);
  out->append(",\"found\":");
  QuoteOrNull(evidence.found, out);
  out->append(",\"compared\":");
  Quote(evidence.compared, out);
  out->append(",\"condition\":");
  Quote(evidence.condition, out);
  out->append(",\"value\":\"");
  out->append(TruthName(evidence.value));
  if (evidence.location) {
    out->append("\",\"span\":{");
    AppendLocation(*evidence.location, out);
    out->append("},\"source\":{\"file\":");
  } else {
    out->append("\",\"span\":null,\"source\":{\"file\":");
  }
  Quote(evidence.rule_file, out);
  out->push_back(',');
  AppendPlace(evidence.rule_place, out);
  out->append("}}");
}

void WriteQuestion(const Question& question, std::string_view asker,
                   std::string_view ask, JsonWriter* json) {
  json->BeginObject();
  json->Raw(asker);
  json->Key("field");
  WriteTextOrNull(question.field, json);
  json->Key("text");
  json->Raw(ask);
  json->Key("answers");
  json->BeginArray();
  for (const Outcome& outcome : question.outcomes) {
    json->BeginObject();
    json->Key("answer");
    json->String(outcome.answer);
    json->Key("verdict");
    json->String(VerdictName(outcome.verdict));
    json->EndObject();
  }
  json->EndArray();
  json->Key("settles");
  json->Bool(question.settles);
  json->EndObject();
}

void WriteFinding(const Finding& finding, const Decision& decision,
                  JsonWriter* json) {
  json->BeginObject();
  json->Key("rule");
  json->String(finding.slug);
  json->Key("code");
  json->String(finding.code);
  json->Key("effect");
  json->String(EffectName(finding.effect));
  json->Key("message");
  WriteText(finding.message, json);
  if (!finding.help.empty()) {
    json->Key("help");
    WriteText(finding.help, json);
  }
  json->Key("field");
  WriteTextOrNull(finding.field, json);
  json->Key("place");
  if (finding.location) {
    std::string place = "{\"file\":";
    Quote(decision.file, &place);
    place += ',';
    AppendLocation(*finding.location, &place);
    place += '}';
    json->Raw(place);
  } else {
    json->Null();
  }
  if (!finding.ruling.empty()) {
    json->Key("ruling");
    json->String(finding.ruling);
  }
  json->EndObject();
}

// Whether `text` is a JSON number as it stands: digits, no leading zero.
bool IsPlainNumber(std::string_view text) {
  if (text.empty() || text.size() > 18) return false;
  if (text.size() > 1 && text.front() == '0') return false;
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return c >= '0' && c <= '9'; });
}

// The members that tell which rule it is, without brackets.
std::string AskerMembers(std::string_view id, std::string_view code) {
  std::string out;
  JsonWriter json(&out);
  json.Key("rule");
  json.String(id);
  json.Key("code");
  json.String(code);
  return out;
}

std::string RuleMembers(const CompiledRule& rule) {
  return AskerMembers(rule.id, rule.code);
}

std::string ReasonBeginning(const CompiledRule& rule) {
  std::string out = RuleMembers(rule);
  out += ",\"kind\":\"";
  out += KindName(rule.kind);
  out += '"';
  return out;
}

std::string TextObject(const LocalText& text) {
  std::string out;
  JsonWriter json(&out);
  WriteText(text, &json);
  return out;
}

}  // namespace

std::string RulesetJson(const Program& program) {
  std::string out;
  JsonWriter json(&out);
  json.BeginObject();
  json.Key("id");
  json.String(program.ruleset_id);
  json.Key("version");
  json.String(program.ruleset_version);
  json.Key("digest");
  json.String(program.ruleset_digest);
  json.EndObject();
  return out;
}

DecisionWriter::DecisionWriter(const Program& program)
    : program_(program), ruleset_(RulesetJson(program)) {
  if (program.layout.group != kNoField) {
    const Field& group = program.layout[program.layout.group];
    group_key_ = group.name;
    group_is_number_ = group.type == FieldType::kInt;
  }
  for (const CompiledRule& rule : program.rules) {
    reasons_.push_back(ReasonBeginning(rule));
    messages_.push_back(TextObject(rule.message));
    questions_.push_back(RuleMembers(rule));
    asks_.push_back(TextObject(rule.ask));
  }
}

void DecisionWriter::Append(const Decision& decision, std::string* out) const {
  JsonWriter json(out);
  json.BeginObject();
  AppendHead(decision, &json);
  out->append(",\"reasons\":[");
  for (std::size_t i = 0; i < decision.reasons.size(); ++i) {
    if (i > 0) out->push_back(',');
    AppendReason(decision.reasons[i], out);
  }
  out->push_back(']');
  json.Key("questions");
  json.BeginArray();
  for (const Question& question : decision.questions) {
    if (question.rule == kNoIndex) {
      WriteQuestion(question, AskerMembers(question.slug, question.code),
                    TextObject(question.text), &json);
    } else {
      WriteQuestion(question, questions_[question.rule], asks_[question.rule],
                    &json);
    }
  }
  json.EndArray();
  json.Key("findings");
  json.BeginArray();
  for (const Finding& finding : decision.findings) {
    WriteFinding(finding, decision, &json);
  }
  json.EndArray();
  WriteRulings(decision, program_, &json);
  json.Key("ruleset");
  json.Raw(ruleset_);
  json.EndObject();
  out->push_back('\n');
}

void DecisionWriter::AppendHead(const Decision& decision,
                                JsonWriter* json) const {
  json->Key("id");
  WriteTextOrNull(decision.id, json);
  if (!group_key_.empty()) {
    json->Key(group_key_);
    if (group_is_number_ && IsPlainNumber(decision.group)) {
      json->Raw(decision.group);
    } else {
      WriteTextOrNull(decision.group, json);
    }
  }
  json->Key("file");
  json->String(decision.file);
  if (!decision.sheet.empty()) {
    json->Key("sheet");
    json->String(decision.sheet);
  }
  json->Key("line");
  WriteNumber(decision.line, json);
  json->Key("verdict");
  json->String(VerdictName(decision.verdict));
  json->Key("scope");
  WriteTextOrNull(
      decision.scope ? VerdictName(*decision.scope) : std::string_view(), json);
}

void DecisionWriter::AppendReason(const Reason& reason,
                                  std::string* out) const {
  out->push_back('{');
  out->append(reasons_[reason.rule]);
  out->append(",\"value\":\"");
  out->append(TruthName(reason.value));
  out->append("\",\"causes\":[");
  AppendCauses(reason.value, out);
  out->append("],\"message\":");
  out->append(messages_[reason.rule]);
  out->append(",\"evidence\":[");
  for (std::size_t i = 0; i < reason.evidence.size(); ++i) {
    if (i > 0) out->push_back(',');
    AppendEvidence(reason.evidence[i], out);
  }
  out->push_back(']');
  if (!reason.ruling.empty()) {
    out->append(",\"ruling\":");
    Quote(reason.ruling, out);
  }
  out->push_back('}');
}

void AppendDecision(const Decision& decision, const Program& program,
                    std::string* out) {
  DecisionWriter(program).Append(decision, out);
}

}  // namespace sigte
