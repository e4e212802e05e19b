// SPDX-License-Identifier: MPL-2.0

// One decision, one line of JSON. What depends on the rule alone is written
// beforehand.

#include "engine/report/decision_json.h"

#include <algorithm>
#include <string_view>

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

void PutCauses(const Value& value, JsonBuffer* out) {
  if (!value.is_unknown()) return;
  bool first = true;
  for (const Cause cause : {kMissing, kUnclear, kQuestion, kError}) {
    if ((value.causes() & cause) == 0) continue;
    out->Put(first ? std::string_view("\"") : ",\"");
    out->Put(CauseName(cause));
    out->Put("\"");
    first = false;
  }
}

// Whether `text` is a JSON number as it stands: digits, no leading zero.
bool IsPlainNumber(std::string_view text) {
  if (text.empty() || text.size() > 18) return false;
  if (text.size() > 1 && text.front() == '0') return false;
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return c >= '0' && c <= '9'; });
}

std::string Quoted(std::string_view text) {
  std::string out;
  JsonWriter(&out).String(text);
  return out;
}

std::string TextObject(const LocalText& text) {
  std::string out;
  JsonWriter json(&out);
  WriteText(text, &json);
  return out;
}

// The beginning of an object that tells which rule it is of.
std::string RuleMembers(std::string_view id, std::string_view code) {
  return "{\"rule\":" + Quoted(id) + ",\"code\":" + Quoted(code);
}

std::string AskerOf(std::string_view id, std::string_view code) {
  return RuleMembers(id, code) + ",\"field\":";
}

std::string AskOf(const LocalText& text) {
  return ",\"text\":" + TextObject(text) + ",\"answers\":[";
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
    : program_(program),
      ruleset_(",\"ruleset\":" + RulesetJson(program) + "}\n"),
      leaves_(program.code.size()) {
  if (program.layout.group != kNoField) {
    const Field& group = program.layout[program.layout.group];
    group_key_ = ",\"" + group.name + "\":";
    group_is_number_ = group.type == FieldType::kInt;
  }
  for (const CompiledRule& rule : program.rules) {
    RuleParts& parts = rules_.emplace_back();
    parts.reason = RuleMembers(rule.id, rule.code) + ",\"kind\":\"";
    parts.reason += KindName(rule.kind);
    parts.reason += "\",\"value\":\"";
    parts.message =
        "],\"message\":" + TextObject(rule.message) + ",\"evidence\":[";
    parts.asker = AskerOf(rule.id, rule.code);
    parts.ask = AskOf(rule.ask);
  }
}

void DecisionWriter::Append(const Decision& decision, std::string* out) {
  line_.Clear();
  PutHead(decision);
  for (std::size_t i = 0; i < decision.reasons.size(); ++i) {
    if (i > 0) line_.Put(",");
    PutReason(decision.reasons[i]);
  }
  line_.Put("],\"questions\":[");
  for (std::size_t i = 0; i < decision.questions.size(); ++i) {
    if (i > 0) line_.Put(",");
    PutQuestion(decision.questions[i]);
  }
  line_.Put("],\"findings\":[");
  for (std::size_t i = 0; i < decision.findings.size(); ++i) {
    if (i > 0) line_.Put(",");
    PutFinding(decision.findings[i], decision.file);
  }
  line_.Put("]");
  PutRulings(decision);
  line_.Put(ruleset_);
  out->append(line_.text());
}

void DecisionWriter::PutHead(const Decision& decision) {
  line_.Put("{\"id\":");
  PutStringOrNull(decision.id);
  if (!group_key_.empty()) {
    line_.Put(group_key_);
    if (group_is_number_ && IsPlainNumber(decision.group)) {
      line_.Put(decision.group);
    } else {
      PutStringOrNull(decision.group);
    }
  }
  line_.Put(",\"file\":");
  line_.PutString(decision.file);
  if (!decision.sheet.empty()) {
    line_.Put(",\"sheet\":");
    line_.PutString(decision.sheet);
  }
  line_.Put(",\"line\":");
  line_.PutNumber(decision.line);
  line_.Put(",\"verdict\":\"");
  line_.Put(VerdictName(decision.verdict));
  line_.Put("\",\"scope\":");
  PutStringOrNull(decision.scope ? VerdictName(*decision.scope)
                                 : std::string_view());
  line_.Put(",\"reasons\":[");
}

void DecisionWriter::PutReason(const Reason& reason) {
  const RuleParts& parts = rules_[reason.rule];
  line_.Put(parts.reason);
  line_.Put(TruthName(reason.value));
  line_.Put("\",\"causes\":[");
  PutCauses(reason.value, &line_);
  line_.Put(parts.message);
  for (std::size_t i = 0; i < reason.evidence.size(); ++i) {
    if (i > 0) line_.Put(",");
    PutEvidence(reason.evidence[i]);
  }
  line_.Put("]");
  if (!reason.ruling.empty()) {
    line_.Put(",\"ruling\":");
    line_.PutString(reason.ruling);
  }
  line_.Put("}");
}

void DecisionWriter::PutEvidence(const Evidence& evidence) {
  const LeafParts& parts = PartsOf(evidence);
  line_.Put("{\"field\":");
  PutStringOrNull(evidence.field);
  line_.Put(",\"found\":");
  PutStringOrNull(evidence.found);
  line_.Put(",\"compared\":");
  line_.PutString(evidence.compared);
  line_.Put(parts.condition);
  line_.Put(TruthName(evidence.value));
  if (evidence.location) {
    line_.Put("\",\"span\":{");
    PutLocation(*evidence.location);
    line_.Put("}");
  } else {
    line_.Put("\",\"span\":null");
  }
  line_.Put(parts.source);
}

const DecisionWriter::LeafParts& DecisionWriter::PartsOf(
    const Evidence& evidence) {
  const bool known = evidence.leaf < leaves_.size();
  LeafParts& parts = known ? leaves_[evidence.leaf] : other_leaf_;
  if (known && !parts.source.empty()) return parts;
  parts.condition =
      ",\"condition\":" + Quoted(evidence.condition) + ",\"value\":\"";
  parts.source = ",\"source\":{\"file\":" + Quoted(evidence.rule_file) +
                 ",\"line\":" + std::to_string(evidence.rule_place.line) +
                 ",\"column\":" + std::to_string(evidence.rule_place.column) +
                 "}}";
  return parts;
}

void DecisionWriter::PutLocation(const Location& location) {
  line_.Put("\"line\":");
  line_.PutNumber(location.place.line);
  line_.Put(",\"column\":");
  line_.PutNumber(location.place.column);
  line_.Put(",\"end_column\":");
  line_.PutNumber(location.end_column);
  // Of tables only.
  const auto put = [&](std::string_view key, std::string_view text) {
    if (text.empty()) return;
    line_.Put(key);
    line_.PutString(text);
  };
  put(",\"sheet\":", location.sheet);
  put(",\"cell\":", location.cell);
  put(",\"heading\":", location.heading);
}

void DecisionWriter::PutQuestion(const Question& question) {
  if (question.rule != kNoIndex) {
    line_.Put(rules_[question.rule].asker);
    PutStringOrNull(question.field);
    line_.Put(rules_[question.rule].ask);
  } else {
    line_.Put(AskerOf(question.slug, question.code));
    PutStringOrNull(question.field);
    line_.Put(AskOf(question.text));
  }
  bool first = true;
  for (const Outcome& outcome : question.outcomes) {
    line_.Put(first ? std::string_view("{\"answer\":") : ",{\"answer\":");
    line_.PutString(outcome.answer);
    line_.Put(",\"verdict\":\"");
    line_.Put(VerdictName(outcome.verdict));
    line_.Put("\"}");
    first = false;
  }
  line_.Put("],\"settles\":");
  line_.Put(question.settles ? std::string_view("true}") : "false}");
}

void DecisionWriter::PutFinding(const Finding& finding,
                                const std::string& file) {
  line_.Put("{\"rule\":");
  line_.PutString(finding.slug);
  line_.Put(",\"code\":");
  line_.PutString(finding.code);
  line_.Put(",\"effect\":\"");
  line_.Put(EffectName(finding.effect));
  line_.Put("\",\"message\":");
  PutText(finding.message);
  if (!finding.help.empty()) {
    line_.Put(",\"help\":");
    PutText(finding.help);
  }
  line_.Put(",\"field\":");
  PutStringOrNull(finding.field);
  if (finding.location) {
    line_.Put(",\"place\":{\"file\":");
    line_.PutString(file);
    line_.Put(",");
    PutLocation(*finding.location);
    line_.Put("}");
  } else {
    line_.Put(",\"place\":null");
  }
  if (!finding.ruling.empty()) {
    line_.Put(",\"ruling\":");
    line_.PutString(finding.ruling);
  }
  line_.Put("}");
}

void DecisionWriter::PutStringOrNull(std::string_view text) {
  if (text.empty()) {
    line_.Put("null");
  } else {
    line_.PutString(text);
  }
}

void DecisionWriter::PutText(const LocalText& text) {
  line_.Put("{\"da\":");
  line_.PutString(text.In(Lang::kDa));
  line_.Put(",\"en\":");
  line_.PutString(text.In(Lang::kEn));
  line_.Put("}");
}

// Few records have one: by the member.
void DecisionWriter::PutRulings(const Decision& decision) {
  if (decision.rulings.empty()) return;
  std::string members;
  JsonWriter json(&members);
  WriteRulings(decision, program_, &json);
  line_.Put(",");
  line_.Put(members);
}

void AppendDecision(const Decision& decision, const Program& program,
                    std::string* out) {
  DecisionWriter(program).Append(decision, out);
}

}  // namespace sigte
