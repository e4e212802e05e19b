// SPDX-License-Identifier: MPL-2.0

// One remark as a SARIF result: kind and level, places, fingerprints, and the
// rulings of people as suppressions.

#include "engine/report/sarif_result.h"

#include <algorithm>

#include "engine/base/digest.h"
#include "engine/report/condition_words.h"
#include "engine/report/format_text.h"

namespace sigte {
namespace {

using Grade = Remark::Grade;

constexpr std::size_t kRelated = 5;

struct KindAndLevel {
  std::string_view kind;
  std::string_view level;
};

// Section 3.27.10: a level other than "none" goes with the kind "fail" alone.
KindAndLevel KindOf(const Remark& remark, bool compat) {
  switch (remark.grade) {
    case Grade::kError: return {"fail", "error"};
    case Grade::kWarning: return {"fail", "warning"};
    case Grade::kNote: return {"fail", "note"};
    case Grade::kReview:
      if (compat) return {"fail", "warning"};
      return {remark.lacks_fact ? "open" : "review", "none"};
    case Grade::kSettled:
      if (compat) return {"fail", "note"};
      return {"review", "none"};
    case Grade::kLeftOut: return {"informational", "none"};
  }
  return {"fail", "none"};
}

void WriteSize(std::string_view key, std::size_t number, JsonWriter* json) {
  json->Key(key);
  json->Int(static_cast<std::int64_t>(number));
}

void WriteText(std::string_view key, std::string_view text, JsonWriter* json) {
  json->Key(key);
  json->BeginObject();
  json->Key("text");
  json->String(text);
  json->EndObject();
}

// Columns count code points (run.columnKind); the end is exclusive, as ours.
void WriteRegion(const Remark& remark, JsonWriter* json) {
  const Place place = RemarkPosition(remark);
  json->Key("region");
  json->BeginObject();
  WriteSize("startLine", place.line, json);
  WriteSize("startColumn", place.column, json);
  WriteSize("endLine", place.line, json);
  WriteSize("endColumn", RemarkEnd(remark).value_or(place.column + 1), json);
  json->EndObject();
}

void WritePhysical(const Remark& remark, const FormatOptions& options,
                   JsonWriter* json) {
  json->Key("physicalLocation");
  json->BeginObject();
  json->Key("artifactLocation");
  WriteArtifactLocation(remark.file, options, json);
  WriteRegion(remark, json);
  json->EndObject();
}

void WriteLogical(std::string_view name, std::string_view kind,
                  JsonWriter* json) {
  json->BeginObject();
  json->Key("name");
  json->String(name);
  json->Key("fullyQualifiedName");
  json->String(name);
  json->Key("kind");
  json->String(kind);
  json->EndObject();
}

std::string CellOf(const Remark& remark) {
  if (remark.location == nullptr || remark.location->cell.empty()) return {};
  const std::string& sheet = remark.location->sheet;
  return (sheet.empty() ? "" : SheetName(sheet) + "!") + remark.location->cell;
}

void WriteLocation(const Remark& remark, const FormatOptions& options,
                   JsonWriter* json) {
  const std::string cell = CellOf(remark);
  json->BeginObject();
  WritePhysical(remark, options, json);
  if (!cell.empty() || !remark.record.empty()) {
    json->Key("logicalLocations");
    json->BeginArray();
    if (!cell.empty()) WriteLogical(cell, "cell", json);
    if (!remark.record.empty()) WriteLogical(remark.record, "object", json);
    json->EndArray();
  }
  json->EndObject();
}

// "Content: 'interpreter'"; empty where there is nothing to be shown.
std::string FoundText(const Evidence& evidence, const RemarkContext& context) {
  const Voice voice = context.voice();
  const bool shown = context.options.show_values && !evidence.found.empty();
  if (shown && evidence.worked_out) return WorkedOutWords(evidence, voice);
  if (evidence.field.empty()) return shown ? OneLine(evidence.found) : "";
  std::string title = FieldTitle(evidence.field, voice);
  if (!shown) return title;
  return Message(
      voice.lang, "report.found",
      {title, FoundWords(evidence, voice), ComparedWords(evidence, voice)});
}

// The other record that the finding names, and what else the rule rests on.
void WriteRelated(const Remark& remark, const RemarkContext& context,
                  JsonWriter* json) {
  std::size_t shown = 0;
  if (remark.other != nullptr) {
    json->Key("relatedLocations");
    json->BeginArray();
    Remark there = remark;
    there.file = OneLine(remark.other->file);
    there.location = &remark.other->location;
    json->BeginObject();
    WriteSize("id", ++shown, json);
    WritePhysical(there, context.options, json);
    json->EndObject();
  }
  for (const Evidence* evidence : remark.evidence) {
    if (!evidence->location || &*evidence->location == remark.location) {
      continue;
    }
    if (shown == kRelated) break;
    if (shown++ == 0) {
      json->Key("relatedLocations");
      json->BeginArray();
    }
    Remark there = remark;
    there.location = &*evidence->location;
    json->BeginObject();
    WriteSize("id", shown, json);
    WritePhysical(there, context.options, json);
    const std::string found = FoundText(*evidence, context);
    if (!found.empty()) WriteText("message", found, json);
    json->EndObject();
  }
  if (shown > 0) json->EndArray();
}

// The first is GitHub's; it goes with the line's text, ours with the record.
void WriteFingerprints(const Remark& remark, JsonWriter* json) {
  const std::string line =
      remark.location == nullptr || !CellOf(remark).empty()
          ? remark.fingerprint
          : remark.location->line + '\0' + remark.field + '\0' + remark.said;
  json->Key("partialFingerprints");
  json->BeginObject();
  json->Key("primaryLocationLineHash");
  json->String(Sha256Hex(line).substr(0, 16) + ":1");
  json->Key("sigteRecord/v1");
  json->String(remark.fingerprint);
  json->EndObject();
}

std::string_view StatusOf(RulingState state) {
  if (Decides(state) || state == RulingState::kIdle) return "accepted";
  return state == RulingState::kProposed ? "underReview" : "rejected";
}

void WriteSuppressions(const Remark& remark, const RemarkContext& context,
                       JsonWriter* json) {
  if (remark.rulings.empty()) return;
  json->Key("suppressions");
  json->BeginArray();
  for (const RulingNote* note : remark.rulings) {
    json->BeginObject();
    json->Key("kind");
    json->String("external");
    json->Key("status");
    json->String(StatusOf(note->state));
    json->Key("justification");
    json->String(context.options.show_values
                     ? OneLine(note->id + ": " + note->text)
                     : OneLine(note->id));
    json->Key("properties");
    json->BeginObject();
    json->Key("state");
    json->String(RulingStateName(note->state));
    json->Key("answer");
    json->Bool(note->answer);
    json->Key("by");
    json->String(OneLine(note->by));
    json->Key("date");
    json->String(OneLine(note->date));
    json->EndObject();
    json->EndObject();
  }
  json->EndArray();
}

}  // namespace

void WriteArtifactLocation(std::string_view file, const FormatOptions& options,
                           JsonWriter* json) {
  json->BeginObject();
  json->Key("uri");
  json->String(PathUri(RelativePath(file, options.folder)));
  json->EndObject();
}

std::string ResultMembers(const Remark& remark, const RemarkContext& context) {
  const auto [kind, level] = KindOf(remark, context.options.sarif_compat);
  std::string members;
  JsonWriter json(&members);
  json.Key("kind");
  json.String(kind);
  json.Key("level");
  json.String(level);
  WriteText("message", RemarkText(remark), &json);
  json.Key("locations");
  json.BeginArray();
  WriteLocation(remark, context.options, &json);
  json.EndArray();
  WriteRelated(remark, context, &json);
  WriteFingerprints(remark, &json);
  WriteSuppressions(remark, context, &json);
  if (!remark.field.empty() || !remark.help.empty()) {
    json.Key("properties");
    json.BeginObject();
    if (!remark.field.empty()) {
      json.Key("field");
      json.String(OneLine(remark.field));
    }
    if (!remark.help.empty()) {
      json.Key("help");
      json.String(remark.help);
    }
    json.EndObject();
  }
  return "," + members;
}

}  // namespace sigte
