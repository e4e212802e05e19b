// SPDX-License-Identifier: MPL-2.0

// Decisions as JSON: a line each, or all of them in one document.

#include <utility>

#include "engine/report/decision_json.h"
#include "engine/report/format_writers.h"
#include "engine/report/spool.h"
#include "engine/report/text_fragment.h"

namespace sigte {
namespace {

class NdjsonFragment : public TextFragment {
 public:
  explicit NdjsonFragment(const Program& program) : writer_(program) {}

  void Begin(const std::string& /*file*/) override { writer_.Clear(); }
  void Add(const Decision& decision, const Record* /*record*/) override {
    writer_.Append(decision);
  }
  // A line is a decision; what is said of files goes to standard error.
  void AddFileFinding(const Finding& /*finding*/,
                      const std::string& /*file*/) override {}
  std::string_view bytes() const override { return writer_.text(); }

 private:
  DecisionWriter writer_;
};

class NdjsonWriter : public StreamWriter {
 public:
  explicit NdjsonWriter(const Program& program) : program_(program) {}

  bool reads_lines() const override { return false; }
  std::unique_ptr<FormatFragment> MakeFragment() const override {
    return std::make_unique<NdjsonFragment>(program_);
  }
  bool End(const RunResult& /*result*/, const Sink& /*sink*/) override {
    return true;
  }

 private:
  const Program& program_;
};

std::string FileRemark(const Finding& finding, std::string file,
                       const Program& program) {
  program.redaction.Apply(&file);
  std::string out;
  JsonWriter json(&out);
  json.BeginObject();
  json.Key("file");
  json.String(file);
  json.Key("rule");
  json.String(finding.slug);
  json.Key("code");
  json.String(finding.code);
  json.Key("effect");
  json.String(EffectName(finding.effect));
  json.Key("message");
  WriteText(finding.message, &json);
  if (finding.location) {
    const Place& place = finding.location->place;
    json.Key("line");
    json.Int(static_cast<std::int64_t>(place.line));
    json.Key("column");
    json.Int(static_cast<std::int64_t>(place.column));
    if (!finding.location->cell.empty()) {
      json.Key("sheet");
      json.String(finding.location->sheet);
      json.Key("cell");
      json.String(finding.location->cell);
    }
  }
  json.EndObject();
  return out;
}

class JsonFragment : public NdjsonFragment {
 public:
  explicit JsonFragment(const Program& program)
      : NdjsonFragment(program), program_(program) {}

  void Begin(const std::string& file) override {
    NdjsonFragment::Begin(file);
    files.clear();
  }
  // A line break ends each; the writer puts commas there instead.
  void AddFileFinding(const Finding& finding,
                      const std::string& file) override {
    files += FileRemark(finding, file, program_) + "\n";
  }

  std::string files;

 private:
  const Program& program_;
};

// "a\nb\n" → ",a,b", the first of all without a comma. No value holds a line
// break of its own: JSON escapes them.
std::string Listed(std::string_view lines, bool* first) {
  std::string out;
  out.reserve(lines.size() + 1);
  while (!lines.empty()) {
    const std::size_t end = lines.find('\n');
    out += *first ? "\n" : ",\n";
    *first = false;
    out += lines.substr(0, end);
    lines.remove_prefix(end + 1);
  }
  return out;
}

void WriteRow(const SummaryRow& row, JsonWriter* json) {
  for (std::size_t i = 0; i < kVerdicts; ++i) {
    json->Key(VerdictName(static_cast<Verdict>(i)));
    json->BeginObject();
    json->Key("records");
    json->Int(row[i].records);
    json->Key("amount");
    const auto amount = row[i].Amount();
    amount ? json->Int(*amount) : json->Null();
    json->Key("unknown_amounts");
    json->Int(row[i].unknown_amounts);
    json->EndObject();
  }
}

class JsonDocumentWriter : public FormatWriter {
 public:
  explicit JsonDocumentWriter(const Program& program) : program_(program) {}

  bool reads_lines() const override { return false; }
  std::unique_ptr<FormatFragment> MakeFragment() const override {
    return std::make_unique<JsonFragment>(program_);
  }

  bool Merge(FormatFragment* fragment, const Sink& sink) override {
    const auto* made = static_cast<JsonFragment*>(fragment);
    return Start(sink) && files_.Add(Listed(made->files, &first_file_)) &&
           sink(Listed(made->bytes(), &first_));
  }

  bool End(const RunResult& result, const Sink& sink) override {
    return Start(sink) &&
           sink("\n],\n\"summary\":" + SummaryObject(result) +
                ",\n\"files\":[") &&
           files_.CopyTo(sink) && sink("\n]}\n");
  }

  std::string error() const override { return files_.error(); }

 private:
  bool Start(const Sink& sink) {
    if (started_) return true;
    started_ = true;
    return sink("{\"ruleset\":" + RulesetJson(program_) + ",\n\"decisions\":[");
  }

  std::string SummaryObject(const RunResult& result) const {
    std::string out;
    JsonWriter json(&out);
    json.BeginObject();
    json.Key("files");
    json.Int(static_cast<std::int64_t>(result.files.size()));
    json.Key("records");
    json.Int(result.summary.read());
    WriteRow(result.summary.Total(), &json);
    json.Key("groups");
    json.BeginArray();
    for (const auto& [group, row] : result.summary.groups()) {
      json.BeginObject();
      json.Key("group");
      group.empty() ? json.Null() : json.String(group);
      WriteRow(row, &json);
      json.EndObject();
    }
    json.EndArray();
    json.Key("unreadable");
    json.BeginArray();
    for (std::string file : result.summary.unreadable()) {
      program_.redaction.Apply(&file);
      json.String(file);
    }
    json.EndArray();
    json.EndObject();
    return out;
  }

  const Program& program_;
  Spool files_;
  bool started_ = false;
  bool first_ = true;
  bool first_file_ = true;
};

}  // namespace

std::unique_ptr<FormatWriter> MakeNdjsonWriter(
    const Program& program, const FormatOptions& /*options*/) {
  return std::make_unique<NdjsonWriter>(program);
}

std::unique_ptr<FormatWriter> MakeJsonWriter(const Program& program,
                                             const FormatOptions& /*options*/) {
  return std::make_unique<JsonDocumentWriter>(program);
}

}  // namespace sigte
