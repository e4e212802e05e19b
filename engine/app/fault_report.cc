// SPDX-License-Identifier: MPL-2.0

// Faults as text, as NDJSON, and as the standard's output units.
#include "engine/app/fault_report.h"

#include <algorithm>

#include "engine/app/summary_line.h"
#include "engine/app/telling.h"
#include "engine/base/json_writer.h"
#include "engine/base/numbers.h"
#include "engine/base/utf8.h"

namespace sigte {
namespace {

constexpr std::size_t kGutter = 5;
constexpr std::size_t kLongestValue = 200;  // letters of a value found
constexpr std::size_t kMostNodes = 64;      // of a keyword's value in NDJSON

std::string Shown(std::string_view pointer) {
  return pointer.empty() ? "\"\"" : std::string(pointer);
}

class TextFaults : public FaultReport {
 public:
  TextFaults(const FaultReportOptions& options, Output* output)
      : FaultReport(options, output) {}

 private:
  void WriteInstance(CheckedInstance* checked) override {
    for (const Issue& issue : checked->instance->issues().issues()) {
      if (issue.severity != Severity::kError || Show(0)) {
        Write(IssueText(issue, lang()));
      }
    }
    for (const SchemaFault& fault : checked->faults) {
      if (!Show(0)) continue;
      Write(AsTold(FittedIssue(fault.issue, lang()) +
                   WhereLine(*checked->instance, fault) +
                   MoreText(fault.issue, lang())));
    }
  }

  void WriteUnreadable(const std::string& /*file*/,
                       const Issue& issue) override {
    // The summary counts them all.
    if (unreadable_told_++ >= options().max_faults) return;
    Write(IssueText(issue, lang()));
  }

  std::string WhereLine(const Instance& instance,
                        const SchemaFault& fault) const {
    const std::size_t line =
        fault.issue.source->PlaceOf(fault.issue.span.begin).line;
    const std::size_t width = std::max(kGutter, std::to_string(line).size());
    return std::string(width + 1, ' ') + "= " +
           Printable(Where(instance, fault)) + "\n";
  }

  // Both pointers, and the keyword unless it is all of the schema.
  std::string Where(const Instance& instance, const SchemaFault& fault) const {
    const std::string data = Shown(instance.document()->PointerTo(fault.node));
    const std::string schema = Shown(fault.schema_pointer);
    if (fault.keyword.empty()) {
      return Message(lang(), "validate.where-whole", {data, schema});
    }
    return Message(lang(), "validate.where", {data, fault.keyword, schema});
  }

  std::size_t unreadable_told_ = 0;
};

// A JSON value without blanks; `*nodes` is how many more may be written.
void WriteValue(const Document& document, NodeIndex node, JsonWriter* json) {
  const Node& value = document[node];
  switch (value.kind) {
    case NodeKind::kNull: json->Null(); return;
    case NodeKind::kBool: json->Bool(value.boolean); return;
    case NodeKind::kNumber: json->Raw(value.text); return;
    case NodeKind::kString: json->String(value.text); return;
    case NodeKind::kArray: json->BeginArray(); break;
    case NodeKind::kObject: json->BeginObject(); break;
  }
  const bool object = value.kind == NodeKind::kObject;
  NodeIndex child = node + 1;
  for (std::uint32_t i = 0; i < value.count; ++i) {
    if (object) {
      std::string name;
      JsonWriter(&name).String(document[child++].text);
      json->Key(name.substr(1, name.size() - 2));
    }
    WriteValue(document, child, json);
    child = document[child].next;
  }
  if (object) {
    json->EndObject();
  } else {
    json->EndArray();
  }
}

std::string_view TypeOf(NodeKind kind) {
  switch (kind) {
    case NodeKind::kNull: return "null";
    case NodeKind::kBool: return "boolean";
    case NodeKind::kNumber: return "number";
    case NodeKind::kString: return "string";
    case NodeKind::kArray: return "array";
    case NodeKind::kObject: break;
  }
  return "object";
}

class NdjsonFaults : public FaultReport {
 public:
  NdjsonFaults(const FaultReportOptions& options, Output* output)
      : FaultReport(options, output) {}

 private:
  void WriteInstance(CheckedInstance* checked) override {
    Instance& instance = *checked->instance;
    std::size_t shown = 0;
    for (const Issue& issue : instance.issues().issues()) {
      if (issue.severity == Severity::kError && !Show(shown++)) continue;
      Line(instance.file(), issue, [](JsonWriter*) {});
    }
    for (const SchemaFault& fault : checked->faults) {
      if (!Show(shown++)) continue;
      Line(instance.file(), fault.issue,
           [&](JsonWriter* json) { WriteFault(instance, fault, json); });
    }
    if (checked->cut || shown > options().max_faults) TellCut(instance);
  }

  // Standard output may be all that is kept of a run.
  void TellCut(Instance& instance) {
    Issue note{"V116.faults-cut", Severity::kNote, {}, nullptr, {}, {}, {}};
    note.args = {CountText(static_cast<std::int64_t>(options().max_faults))};
    note.source = &instance.source();
    Line(instance.file(), note, [](JsonWriter*) {});
  }

  void WriteUnreadable(const std::string& file, const Issue& issue) override {
    Line(file, issue, [](JsonWriter*) {});
  }

  template <typename More>
  void Line(const std::string& file, const Issue& issue, More more) {
    std::string line;
    JsonWriter json(&line);
    json.BeginObject();
    Text(&json, "file", file);
    if (issue.source != nullptr) {
      const Place place = issue.source->PlaceOf(issue.span.begin);
      json.Key("line");
      json.Int(static_cast<std::int64_t>(place.line));
      json.Key("column");
      json.Int(static_cast<std::int64_t>(place.column));
    }
    Text(&json, "severity",
         issue.severity == Severity::kError ? "error" : "note");
    Text(&json, "code", CodeOf(issue.message.name()));
    Text(&json, "slug", SlugOf(issue.message.name()));
    Text(&json, "message", Message(lang(), issue.message, issue.args));
    more(&json);
    json.EndObject();
    Write(line + "\n");
  }

  void Text(JsonWriter* json, std::string_view key,
            std::string_view text) const {
    json->Key(key);
    json->String(AsTold(std::string(text)));
  }

  void WriteFault(const Instance& instance, const SchemaFault& fault,
                  JsonWriter* json) const {
    const Document& document = *instance.document();
    Text(json, "pointer", document.PointerTo(fault.node));
    Text(json, "keyword", fault.keyword);
    Text(json, "schema_pointer", fault.schema_pointer);
    Text(json, "schema_uri", fault.schema_uri);
    WriteFound(document, fault.node, json);
    WriteExpected(fault, json);
    const std::string& nearest = fault.issue.guess.In(Lang::kEn);
    if (!nearest.empty()) Text(json, "nearest", nearest);
  }

  void WriteFound(const Document& document, NodeIndex node,
                  JsonWriter* json) const {
    const NodeKind kind = document[node].kind;
    Text(json, "found_type", TypeOf(kind));
    if (kind == NodeKind::kString || kind == NodeKind::kNumber) {
      // A number is a text too, so that what must be hidden can be.
      Text(json, "found",
           Shorten(AsTold(std::string(document[node].text)), kLongestValue));
    } else if (kind == NodeKind::kBool || kind == NodeKind::kNull) {
      json->Key("found");
      WriteValue(document, node, json);
    }
  }

  // The keyword's value, unless it is a large one such as a schema.
  static void WriteExpected(const SchemaFault& fault, JsonWriter* json) {
    if (fault.schema_document == nullptr) return;
    const Document& schema = *fault.schema_document;
    const NodeIndex node = fault.schema_node;
    if (node == kNoNode || schema[node].next - node > kMostNodes) return;
    json->Key("expected");
    WriteValue(schema, node, json);
  }
};

class UnitFaults : public FaultReport {
 public:
  UnitFaults(const FaultReportOptions& options, Output* output)
      : FaultReport(options, output) {}

 private:
  void WriteInstance(CheckedInstance* checked) override {
    Instance& instance = *checked->instance;
    std::vector<SchemaFault>& faults = checked->faults;
    std::size_t shown = 0;
    const std::string unread = Errors(instance.issues(), &shown);
    std::size_t kept = 0;
    while (kept < faults.size() && Show(shown)) ++kept, ++shown;
    const bool cut = kept < faults.size() || checked->cut;
    faults.erase(faults.begin() + static_cast<std::ptrdiff_t>(kept),
                 faults.end());
    const std::string unit =
        instance.document() == nullptr
            ? std::string()
            : AsTold(WriteOutput(faults, *instance.document(), options().unit,
                                 lang()));
    Line(instance.file(), instance.line(),
         instance.issues().has_errors() ? Joined(unread, unit) : unit, cut);
  }

  void WriteUnreadable(const std::string& file, const Issue& issue) override {
    std::string error;
    AppendError(issue, &error);
    Line(file, 1, Joined(error, ""), false);
  }

  // `unit` with the file's name and the line put before its members.
  void Line(const std::string& file, std::size_t line, std::string_view unit,
            bool cut) {
    std::string text;
    JsonWriter json(&text);
    json.BeginObject();
    json.Key("file");
    json.String(AsTold(file));
    json.Key("line");
    json.Int(static_cast<std::int64_t>(line));
    if (cut) {
      json.Key("cut");
      json.Bool(true);
    }
    Write(text + "," + std::string(unit.substr(1)) + "\n");
  }

  // What is wrong with the text itself, as errors at the root, comma between.
  std::string Errors(const IssueList& issues, std::size_t* shown) {
    std::string text;
    for (const Issue& issue : issues.issues()) {
      if (issue.severity != Severity::kError || !Show((*shown)++)) continue;
      if (!text.empty()) text += ',';
      AppendError(issue, &text);
    }
    return text;
  }

  void AppendError(const Issue& issue, std::string* text) const {
    JsonWriter json(text);
    json.BeginObject();
    json.Key("valid");
    json.Bool(false);
    json.Key("keywordLocation");
    json.String("");
    json.Key("instanceLocation");
    json.String("");
    json.Key("error");
    json.String(AsTold(Message(lang(), issue.message, issue.args)));
    json.EndObject();
  }

  // Errors of the text before the unit of the document that it gave all the
  // same, if it did and something is wrong with that too.
  std::string Joined(const std::string& errors, std::string_view unit) const {
    if (options().unit == OutputUnit::kFlag) return R"({"valid":false})";
    constexpr std::string_view kList = R"({"valid":false,"errors":[)";
    std::string more;
    if (unit.starts_with(kList)) {
      more = unit.substr(kList.size(), unit.size() - kList.size() - 2);
    } else if (unit.starts_with(R"({"valid":false)")) {
      more = unit;
    }
    return std::string(kList) + errors +
           (errors.empty() || more.empty() ? "" : ",") + more + "]}";
  }
};

std::int64_t ErrorsIn(const IssueList& issues) {
  return std::ranges::count(issues.issues(), Severity::kError,
                            &Issue::severity);
}

}  // namespace

std::unique_ptr<FaultReport> FaultReport::Make(
    const FaultReportOptions& options, Output* output) {
  switch (options.format) {
    case FaultFormat::kNdjson:
      return std::make_unique<NdjsonFaults>(options, output);
    case FaultFormat::kJson:
      return std::make_unique<UnitFaults>(options, output);
    case FaultFormat::kText: break;
  }
  return std::make_unique<TextFaults>(options, output);
}

void FaultReport::AddInstance(CheckedInstance* checked) {
  ++totals_.documents;
  if (!checked->valid()) ++totals_.invalid;
  totals_.more |= checked->cut;
  totals_.faults += static_cast<std::int64_t>(checked->faults.size()) +
                    ErrorsIn(checked->instance->issues());
  WriteInstance(checked);
}

void FaultReport::AddUnreadable(const std::string& file, const LocalText& why) {
  ++totals_.unreadable;
  WriteUnreadable(file, {"A110.unreadable-file",
                         Severity::kError,
                         {file, why},
                         nullptr,
                         {},
                         {},
                         {}});
}

bool FaultReport::Show(std::size_t shown_here) {
  const std::size_t shown = options_.format == FaultFormat::kText
                                ? static_cast<std::size_t>(totals_.shown)
                                : shown_here;
  if (shown >= options_.max_faults) return false;
  ++totals_.shown;
  return true;
}

std::string FaultReport::Summary() const {
  std::string text =
      Message(lang(), "validate.summary",
              {CountText(totals_.documents),
               CountText(totals_.documents - totals_.invalid),
               CountText(totals_.invalid), CountText(totals_.unreadable)}) +
      "\n";
  const bool flag = options_.format == FaultFormat::kJson &&
                    options_.unit == OutputUnit::kFlag;
  if (flag || (totals_.shown == totals_.faults && !totals_.more)) return text;
  const std::vector<LocalText> counts = {CountText(totals_.shown),
                                         CountText(totals_.faults)};
  return text +
         (totals_.more ? Message(lang(), "validate.cut-at-least", counts)
                       : Message(lang(), "validate.cut", counts)) +
         "\n";
}

}  // namespace sigte
