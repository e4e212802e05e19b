// One decision, one line of JSON. What depends on the rule alone is written
// beforehand.

#include "engine/report/decision_json.h"

#include <algorithm>
#include <string_view>

#include "engine/base/json_writer.h"

namespace sigte {
namespace {

void WriteText(const LocalText& text, JsonWriter* json) {
  json->BeginObject();
  json->Key("da");
  json->String(text.In(Lang::kDa));
  json->Key("en");
  json->String(text.In(Lang::kEn));
  json->EndObject();
}

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

void WriteCauses(const Value& value, JsonWriter* json) {
  json->Key("causes");
  json->BeginArray();
  if (value.is_unknown()) {
    for (const Cause cause : {kMissing, kUnclear, kQuestion, kError}) {
      if ((value.causes() & cause) != 0) json->String(CauseName(cause));
    }
  }
  json->EndArray();
}

void WriteLocationMembers(const Location& location, JsonWriter* json) {
  json->Key("line");
  WriteNumber(location.place.line, json);
  json->Key("column");
  WriteNumber(location.place.column, json);
  json->Key("end_column");
  WriteNumber(location.end_column, json);
}

void WriteSource(std::string_view file, const Place& place, JsonWriter* json) {
  json->Key("source");
  json->BeginObject();
  json->Key("file");
  json->String(file);
  json->Key("line");
  WriteNumber(place.line, json);
  json->Key("column");
  WriteNumber(place.column, json);
  json->EndObject();
}

void WriteEvidence(const Evidence& evidence, JsonWriter* json) {
  json->BeginObject();
  json->Key("field");
  WriteTextOrNull(evidence.field, json);
  json->Key("found");
  WriteTextOrNull(evidence.found, json);
  json->Key("compared");
  json->String(evidence.compared);
  json->Key("condition");
  json->String(evidence.condition);
  json->Key("value");
  json->String(TruthName(evidence.value));
  json->Key("span");
  if (evidence.location) {
    json->BeginObject();
    WriteLocationMembers(*evidence.location, json);
    json->EndObject();
  } else {
    json->Null();
  }
  WriteSource(evidence.rule_file, evidence.rule_place, json);
  json->EndObject();
}

void WriteQuestion(const Question& question, std::string_view asker,
                   JsonWriter* json) {
  json->BeginObject();
  json->Raw(asker);
  json->Key("field");
  WriteTextOrNull(question.field, json);
  json->Key("text");
  WriteText(question.text, json);
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
    json->BeginObject();
    json->Key("file");
    json->String(decision.file);
    WriteLocationMembers(*finding.location, json);
    json->EndObject();
  } else {
    json->Null();
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
std::string RuleMembers(const CompiledRule& rule) {
  std::string out;
  JsonWriter json(&out);
  json.Key("rule");
  json.String(rule.id);
  json.Key("code");
  json.String(rule.code);
  return out;
}

std::string ReasonBeginning(const CompiledRule& rule) {
  std::string out = RuleMembers(rule);
  out += ",\"kind\":\"";
  out += KindName(rule.kind);
  out += '"';
  return out;
}

std::string MessageObject(const CompiledRule& rule) {
  std::string out;
  JsonWriter json(&out);
  WriteText(rule.message, &json);
  return out;
}

std::string RulesetObject(const Program& program) {
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

}  // namespace

DecisionWriter::DecisionWriter(const Program& program)
    : ruleset_(RulesetObject(program)) {
  if (program.layout.group != kNoField) {
    const Field& group = program.layout[program.layout.group];
    group_key_ = group.name;
    group_is_number_ = group.type == FieldType::kInt;
  }
  for (const CompiledRule& rule : program.rules) {
    reasons_.push_back(ReasonBeginning(rule));
    messages_.push_back(MessageObject(rule));
    questions_.push_back(RuleMembers(rule));
  }
}

void DecisionWriter::Append(const Decision& decision, std::string* out) const {
  JsonWriter json(out);
  json.BeginObject();
  AppendHead(decision, &json);
  AppendReasons(decision, &json);
  json.Key("questions");
  json.BeginArray();
  for (const Question& question : decision.questions) {
    WriteQuestion(question, questions_[question.rule], &json);
  }
  json.EndArray();
  json.Key("findings");
  json.BeginArray();
  for (const Finding& finding : decision.findings) {
    WriteFinding(finding, decision, &json);
  }
  json.EndArray();
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
  json->Key("line");
  WriteNumber(decision.line, json);
  json->Key("verdict");
  json->String(VerdictName(decision.verdict));
  json->Key("scope");
  WriteTextOrNull(
      decision.scope ? VerdictName(*decision.scope) : std::string_view(), json);
}

void DecisionWriter::AppendReasons(const Decision& decision,
                                   JsonWriter* json) const {
  json->Key("reasons");
  json->BeginArray();
  for (const Reason& reason : decision.reasons) {
    json->BeginObject();
    json->Raw(reasons_[reason.rule]);
    json->Key("value");
    json->String(TruthName(reason.value));
    WriteCauses(reason.value, json);
    json->Key("message");
    json->Raw(messages_[reason.rule]);
    json->Key("evidence");
    json->BeginArray();
    for (const Evidence& evidence : reason.evidence) {
      WriteEvidence(evidence, json);
    }
    json->EndArray();
    json->EndObject();
  }
  json->EndArray();
}

void AppendDecision(const Decision& decision, const Program& program,
                    std::string* out) {
  DecisionWriter(program).Append(decision, out);
}

}  // namespace sigte
