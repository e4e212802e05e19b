// SPDX-License-Identifier: MPL-2.0

// One decision, one line of JSON. What depends on the rule alone is written
// beforehand.

#include "engine/report/decision_json.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "engine/base/ascii.h"
#include "engine/report/ruling_blocks.h"

namespace sigte {
namespace {

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
  return std::all_of(text.begin(), text.end(), IsDigit);
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
    rules_.push_back(RulePartsOf(rule));
  }
}

// The elements of a list, with commas between them.
template <typename List, typename Put>
void DecisionWriter::PutEach(const List& list, Put put) {
  bool first = true;
  for (const auto& element : list) {
    if (!std::exchange(first, false)) lines_.Put(",");
    put(element);
  }
}

void DecisionWriter::Append(const Decision& decision) {
  PutHead(decision);
  PutEach(decision.reasons, [&](const Reason& reason) { PutReason(reason); });
  lines_.Put("],\"questions\":[");
  PutEach(decision.questions,
          [&](const Question& question) { PutQuestion(question); });
  lines_.Put("],\"findings\":[");
  PutEach(decision.findings,
          [&](const Finding& finding) { PutFinding(finding); });
  lines_.Put("]");
  PutRulings(decision);
  lines_.Put(ruleset_);
}

void DecisionWriter::PutHead(const Decision& decision) {
  lines_.Put("{\"id\":");
  PutStringOrNull(decision.id);
  if (!group_key_.empty()) {
    lines_.Put(group_key_);
    if (group_is_number_ && IsPlainNumber(decision.group)) {
      lines_.Put(decision.group);
    } else {
      PutStringOrNull(decision.group);
    }
  }
  lines_.Put(",\"file\":");
  PutFile(decision.file);
  if (!decision.sheet.empty()) {
    lines_.Put(",\"sheet\":");
    lines_.PutString(decision.sheet);
  }
  lines_.Put(",\"line\":");
  lines_.PutNumber(decision.line);
  lines_.Put(",\"verdict\":\"");
  lines_.Put(VerdictName(decision.verdict));
  lines_.Put("\",\"scope\":");
  PutStringOrNull(decision.scope ? VerdictName(*decision.scope)
                                 : std::string_view());
  lines_.Put(",\"reasons\":[");
}

void DecisionWriter::PutReason(const Reason& reason) {
  const RuleParts& parts = rules_[reason.rule];
  lines_.Put(parts.reason);
  lines_.Put(TruthName(reason.value));
  lines_.Put("\",\"causes\":[");
  PutCauses(reason.value, &lines_);
  if (reason.message.empty()) {
    lines_.Put(parts.message);
  } else {
    lines_.Put("],\"message\":");
    PutText(reason.message);
    lines_.Put(",\"evidence\":[");
  }
  PutEach(reason.evidence,
          [&](const Evidence& evidence) { PutEvidence(evidence); });
  lines_.Put("]");
  PutObstacles(reason);
  if (!reason.ruling.empty()) {
    lines_.Put(",\"ruling\":");
    lines_.PutString(reason.ruling);
  }
  lines_.Put("}");
}

void DecisionWriter::PutObstacles(const Reason& reason) {
  if (reason.obstacles.empty()) return;
  lines_.Put(",\"obstacles\":[");
  PutEach(reason.obstacles, [&](const Obstacle& obstacle) {
    lines_.Put(rules_[obstacle.rule].members);
    lines_.Put(obstacle.holds ? std::string_view(",\"value\":\"true\"}")
                              : ",\"value\":\"false\"}");
  });
  lines_.Put("]");
}

void DecisionWriter::PutEvidence(const Evidence& evidence) {
  const LeafParts& parts = PartsOf(evidence);
  lines_.Put("{\"field\":");
  PutStringOrNull(evidence.field);
  lines_.Put(",\"found\":");
  PutStringOrNull(evidence.found);
  lines_.Put(",\"compared\":");
  if (evidence.lacks.empty() && evidence.compared == parts.compared) {
    lines_.Put(parts.both);
  } else {
    lines_.PutString(evidence.compared.empty() ? evidence.condition
                                               : evidence.compared);
    if (!evidence.lacks.empty()) {
      lines_.Put(",\"lacks\":");
      lines_.PutString(evidence.lacks);
    }
    lines_.Put(parts.condition);
  }
  lines_.Put(TruthName(evidence.value));
  if (evidence.location) {
    lines_.Put("\",\"span\":{");
    PutLocation(*evidence.location);
    lines_.Put("}");
  } else {
    lines_.Put("\",\"span\":null");
  }
  lines_.Put(parts.source);
}

const DecisionWriter::LeafParts& DecisionWriter::PartsOf(
    const Evidence& evidence) {
  const bool known = evidence.leaf < leaves_.size();
  LeafParts& parts = known ? leaves_[evidence.leaf] : other_leaf_;
  if (known && !parts.source.empty()) return parts;
  parts.compared = evidence.compared;
  parts.condition =
      ",\"condition\":" + JsonText(evidence.condition) + ",\"value\":\"";
  // What is compared stands nowhere else.
  parts.both =
      JsonText(parts.compared.empty() ? evidence.condition : parts.compared) +
      parts.condition;
  parts.source = ",\"source\":{\"file\":" + JsonText(evidence.rule_file) +
                 ",\"line\":" + std::to_string(evidence.rule_place.line) +
                 ",\"column\":" + std::to_string(evidence.rule_place.column) +
                 "}}";
  return parts;
}

void DecisionWriter::PutFile(const std::string& file) {
  if (file != file_) {
    file_ = file;
    file_text_ = JsonText(file);
  }
  lines_.Put(file_text_);
}

void DecisionWriter::PutLocation(const Location& location) {
  lines_.Put("\"line\":");
  lines_.PutNumber(location.place.line);
  lines_.Put(",\"column\":");
  lines_.PutNumber(location.place.column);
  lines_.Put(",\"end_column\":");
  lines_.PutNumber(location.end_column);
  // Of tables only.
  const auto put = [&](std::string_view key, std::string_view text) {
    if (text.empty()) return;
    lines_.Put(key);
    lines_.PutString(text);
  };
  put(",\"sheet\":", location.sheet);
  put(",\"cell\":", location.cell);
  put(",\"heading\":", location.heading);
}

void DecisionWriter::PutQuestion(const Question& question) {
  const bool of_rule = question.rule != kNoIndex;
  if (of_rule) {
    lines_.Put(rules_[question.rule].asker);
  } else {
    lines_.Put(AskerPart(question.slug, question.code));
  }
  PutStringOrNull(question.field);
  // Most are as the rule asks, without a value of the record in them.
  if (of_rule && question.text == program_.rules[question.asker].ask) {
    lines_.Put(rules_[question.asker].ask);
  } else {
    lines_.Put(AskPart(question.text));
  }
  PutEach(question.outcomes, [&](const Outcome& outcome) {
    lines_.Put("{\"answer\":");
    lines_.PutString(outcome.answer);
    lines_.Put(",\"verdict\":\"");
    lines_.Put(VerdictName(outcome.verdict));
    lines_.Put("\"}");
  });
  lines_.Put("],\"settles\":");
  lines_.Put(question.settles ? std::string_view("true") : "false");
  if (!question.also.empty()) {
    lines_.Put(",\"also\":[");
    PutEach(question.also, [&](std::uint32_t rule) {
      lines_.Put(rules_[rule].members);
      lines_.Put("}");
    });
    lines_.Put("]");
  }
  lines_.Put("}");
}

void DecisionWriter::PutFinding(const Finding& finding) {
  const bool of_rule = finding.rule != kNoIndex;
  if (of_rule) {
    lines_.Put(rules_[finding.rule].finding);
  } else {
    lines_.Put(FindingPart(finding.slug, finding.code));
  }
  lines_.Put(EffectName(finding.effect));
  // Most are told as the rule tells, without a value of the record in it.
  if (of_rule && finding.message == program_.rules[finding.rule].message &&
      finding.help == program_.rules[finding.rule].help) {
    lines_.Put(rules_[finding.rule].told);
  } else {
    lines_.Put("\",\"message\":");
    PutText(finding.message);
    if (!finding.help.empty()) {
      lines_.Put(",\"help\":");
      PutText(finding.help);
    }
    lines_.Put(",\"field\":");
  }
  PutStringOrNull(finding.field);
  if (finding.location) {
    lines_.Put(",\"place\":{\"file\":");
    lines_.Put(file_text_);
    lines_.Put(",");
    PutLocation(*finding.location);
    lines_.Put("}");
  } else {
    lines_.Put(",\"place\":null");
  }
  if (finding.other) PutOther(*finding.other);
  if (!finding.ruling.empty()) {
    lines_.Put(",\"ruling\":");
    lines_.PutString(finding.ruling);
  }
  lines_.Put("}");
}

void DecisionWriter::PutOther(const OtherRecord& other) {
  lines_.Put(",\"other\":{\"id\":");
  PutStringOrNull(other.id);
  lines_.Put(",\"file\":");
  lines_.PutString(other.file);
  lines_.Put(",\"line\":");
  lines_.PutNumber(other.location.place.line);
  if (other.location.cell.empty()) {
    lines_.Put(",\"column\":");
    lines_.PutNumber(other.location.place.column);
  } else {
    lines_.Put(",\"sheet\":");
    lines_.PutString(other.location.sheet);
  }
  lines_.Put("}");
}

void DecisionWriter::PutStringOrNull(std::string_view text) {
  if (text.empty()) {
    lines_.Put("null");
  } else {
    lines_.PutString(text);
  }
}

void DecisionWriter::PutText(const LocalText& text) {
  lines_.Put("{\"da\":");
  lines_.PutString(text.In(Lang::kDa));
  lines_.Put(",\"en\":");
  lines_.PutString(text.In(Lang::kEn));
  lines_.Put("}");
}

// Few records have one: by the member.
void DecisionWriter::PutRulings(const Decision& decision) {
  if (decision.rulings.empty()) return;
  std::string members;
  JsonWriter json(&members);
  WriteRulings(decision, program_, &json);
  lines_.Put(",");
  lines_.Put(members);
}

void AppendDecision(const Decision& decision, const Program& program,
                    std::string* out) {
  DecisionWriter writer(program);
  writer.Append(decision);
  out->append(writer.text());
}

}  // namespace sigte
