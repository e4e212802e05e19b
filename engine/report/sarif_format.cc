// SPDX-License-Identifier: MPL-2.0

// SARIF 2.1.0 (Static Analysis Results Interchange Format, OASIS). Results are
// kept by grade on disk, so that the worst stand first and a cut loses the
// mildest; rules stand before them, so that a reader knows what they mean.

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "engine/report/format_writers.h"
#include "engine/report/sarif_result.h"
#include "engine/report/sarif_rules.h"
#include "engine/report/spool.h"

namespace sigte {
namespace {

using Grade = Remark::Grade;

// GitHub refuses a file with more, and one beyond 10 MB (gzipped). Ours packs
// to a tenth, and hardly ever to more than a third.
constexpr std::int64_t kMostResults = 25000;
constexpr std::uint64_t kHintAbove = 30'000'000;  // bytes, before gzip
constexpr std::string_view kSchema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
    "sarif-schema-2.1.0.json";

/// A result but for the number of its rule, which the writer gives.
struct SarifResult {
  Grade grade;
  std::uint32_t rule;
  std::string code;
  std::string slug;
  std::string message;  // of codes that the catalogue does not know
  std::string members;
};

class SarifFragment : public FormatFragment {
 public:
  SarifFragment(const Program& program, const FormatOptions& options)
      : context_(program, options) {}

  void Begin(const std::string& name) override {
    file = name;
    context_.program.redaction.Apply(&file);
    results.clear();
  }
  void Add(const Decision& decision, const Record* /*record*/) override {
    for (const Remark& remark : RemarksOf(decision, context_)) Tell(remark);
  }
  void AddFileFinding(const Finding& finding,
                      const std::string& name) override {
    Tell(RemarkOf(finding, name, context_));
  }

  std::string file;
  std::vector<SarifResult> results;

 private:
  void Tell(const Remark& remark) {
    // Who knows failures only would take it for one.
    if (remark.grade == Grade::kLeftOut && context_.options.sarif_compat) {
      return;
    }
    results.push_back({remark.grade, remark.rule, remark.code, remark.slug,
                       remark.rule == kNoIndex ? remark.message : "",
                       ResultMembers(remark, context_)});
  }

  RemarkContext context_;
};

class SarifWriter : public FormatWriter {
 public:
  SarifWriter(const Program& program, FormatOptions options)
      : program_(program), options_(std::move(options)) {
    for (const CompiledRule& rule : program.rules) {
      rules_.push_back(RuleDescriptor(rule, program, options_.lang));
    }
  }

  std::unique_ptr<FormatFragment> MakeFragment() const override {
    return std::make_unique<SarifFragment>(program_, options_);
  }

  bool Merge(FormatFragment* fragment, const Sink& /*sink*/) override {
    const auto* made = static_cast<SarifFragment*>(fragment);
    return AddArtifact(made->file) &&
           std::ranges::all_of(made->results, [&](const SarifResult& result) {
             return Keep(result);
           });
  }

  bool End(const RunResult& result, const Sink& sink) override {
    const Sink counting = [&](std::string_view bytes) {
      bytes_ += bytes.size();
      return sink(bytes);
    };
    return counting(Head()) && WriteResults(counting) &&
           counting("\n],\"artifacts\":[") && artifacts_.CopyTo(counting) &&
           counting("\n],\"invocations\":[" + InvocationObject(result) +
                    "],\"properties\":" + Properties(result) + "}]}\n");
  }

  std::string error() const override {
    for (const Spool& spool : spools_) {
      if (!spool.error().empty()) return spool.error();
    }
    return artifacts_.error();
  }

  std::vector<Issue> remarks() const override {
    std::vector<Issue> issues;
    if (shown_ < all_) {
      issues.push_back({"F110.results-cut",
                        Severity::kWarning,
                        {Grouped(shown_), Grouped(all_)},
                        nullptr,
                        {},
                        {},
                        {}});
    }
    if (bytes_ > kHintAbove) {
      const auto megabytes = static_cast<std::int64_t>(bytes_ / 1'000'000);
      issues.push_back({"F111.sarif-large",
                        Severity::kNote,
                        {Grouped(megabytes)},
                        nullptr,
                        {},
                        {},
                        {}});
    }
    return issues;
  }

 private:
  static LocalText Grouped(std::int64_t n) {
    return {GroupedNumber(Lang::kDa, n), GroupedNumber(Lang::kEn, n)};
  }

  bool AddArtifact(const std::string& file) {
    if (file.empty() || file == last_file_) return true;
    last_file_ = file;
    std::string out = artifacts_.empty() ? "\n" : ",\n";
    JsonWriter json(&out);
    json.BeginObject();
    json.Key("location");
    WriteArtifactLocation(OneLine(file), options_, &json);
    json.Key("roles");
    json.Raw("[\"analysisTarget\"]");
    json.EndObject();
    return artifacts_.Add(out);
  }

  // Every rule of the ruleset is listed; our own codes where they occur.
  std::size_t IndexOf(const SarifResult& result) {
    if (result.rule != kNoIndex) return result.rule;
    const auto [it, fresh] = codes_.try_emplace(result.code, rules_.size());
    if (fresh) {
      rules_.push_back(CodeDescriptor(result.code, result.slug, result.message,
                                      options_.lang));
    }
    return it->second;
  }

  bool Keep(const SarifResult& result) {
    const auto grade = static_cast<std::size_t>(result.grade);
    ++all_;
    if (++counts_[grade] > kMostResults) return true;
    std::string out = "{\"ruleId\":";
    JsonWriter(&out).String(result.code);
    out += ",\"ruleIndex\":" + std::to_string(IndexOf(result));
    out += result.members + "}\n";
    return spools_[grade].Add(out);
  }

  bool WriteResults(const Sink& sink) {
    for (std::size_t grade = 0; grade < kGrades; ++grade) {
      if (!WriteGrade(&spools_[grade], sink)) return false;
    }
    return true;
  }

  // A result a line; commas and the limit are put in on the way.
  bool WriteGrade(Spool* spool, const Sink& sink) {
    bool begins = true;
    return spool->CopyTo([&](std::string_view bytes) {
      std::string out;
      while (!bytes.empty() && (shown_ < kMostResults || !begins)) {
        if (begins) out += shown_++ == 0 ? "\n" : ",\n";
        const std::size_t end = bytes.find('\n');
        out += bytes.substr(0, end);
        begins = end != bytes.npos;
        if (!begins) break;
        bytes.remove_prefix(end + 1);
      }
      return out.empty() || sink(out);
    });
  }

  std::string Head() const {
    std::string out = "{\"$schema\":\"" + std::string(kSchema) +
                      "\",\"version\":\"2.1.0\",\"runs\":[{\"tool\":{"
                      "\"driver\":";
    JsonWriter json(&out);
    json.BeginObject();
    json.Key("name");
    json.String("Sigte");
    json.Key("version");
    json.String(options_.program_version);
    json.Key("semanticVersion");
    json.String(options_.program_version);
    json.Key("language");
    json.String(kLanguages[static_cast<std::size_t>(options_.lang)]);
    json.Key("rules");
    json.BeginArray();
    for (const std::string& rule : rules_) json.Raw("\n" + rule);
    json.EndArray();
    json.EndObject();
    out += "},\n\"language\":\"" +
           std::string(kLanguages[static_cast<std::size_t>(options_.lang)]) +
           "\",\"columnKind\":\"unicodeCodePoints\","
           "\"automationDetails\":{\"id\":";
    JsonWriter(&out).String("sigte/" + program_.ruleset_id + "/");
    return out + "},\n\"results\":[";
  }

  void WriteNotification(std::string_view level, std::string_view text,
                         const std::string& file, JsonWriter* json) const {
    json->BeginObject();
    json->Key("level");
    json->String(level);
    json->Key("message");
    json->BeginObject();
    json->Key("text");
    json->String(text);
    json->EndObject();
    if (!file.empty()) {
      json->Key("locations");
      json->BeginArray();
      json->BeginObject();
      json->Key("physicalLocation");
      json->BeginObject();
      json->Key("artifactLocation");
      WriteArtifactLocation(file, options_, json);
      json->EndObject();
      json->EndObject();
      json->EndArray();
    }
    json->EndObject();
  }

  std::string InvocationObject(const RunResult& result) const {
    std::string out;
    JsonWriter json(&out);
    json.BeginObject();
    json.Key("executionSuccessful");
    json.Bool(result.exit_code < 2);
    json.Key("exitCode");
    json.Int(result.exit_code);
    json.Key("toolExecutionNotifications");
    json.BeginArray();
    for (std::string file : result.summary.unreadable()) {
      program_.redaction.Apply(&file);
      file = OneLine(file);
      WriteNotification("error",
                        Message(options_.lang, "report.unreadable", {file}),
                        file, &json);
    }
    if (shown_ < all_) {
      WriteNotification("warning",
                        Message(options_.lang, "F110.results-cut",
                                {Grouped(shown_), Grouped(all_)}),
                        "", &json);
    }
    json.EndArray();
    json.EndObject();
    return out;
  }

  std::string Properties(const RunResult& result) const {
    std::string out;
    JsonWriter json(&out);
    json.BeginObject();
    json.Key("ruleset");
    json.BeginObject();
    json.Key("id");
    json.String(program_.ruleset_id);
    json.Key("version");
    json.String(program_.ruleset_version);
    json.Key("digest");
    json.String(program_.ruleset_digest);
    json.EndObject();
    json.Key("records");
    json.BeginObject();
    json.Key("read");
    json.Int(result.summary.read());
    const SummaryRow total = result.summary.Total();
    for (std::size_t i = 0; i < kVerdicts; ++i) {
      json.Key(VerdictName(static_cast<Verdict>(i)));
      json.Int(total[i].records);
    }
    json.EndObject();
    json.Key("results");
    json.BeginObject();
    json.Key("shown");
    json.Int(shown_);
    json.Key("all");
    json.Int(all_);
    json.EndObject();
    json.EndObject();
    return out;
  }

  const Program& program_;
  FormatOptions options_;
  std::vector<std::string> rules_;                         // descriptors
  std::map<std::string, std::size_t, std::less<>> codes_;  // in rules_
  std::array<Spool, kGrades> spools_;
  std::array<std::int64_t, kGrades> counts_{};
  Spool artifacts_;
  std::string last_file_;
  std::int64_t all_ = 0;
  std::int64_t shown_ = 0;
  std::uint64_t bytes_ = 0;
};

}  // namespace

std::unique_ptr<FormatWriter> MakeSarifWriter(const Program& program,
                                              const FormatOptions& options) {
  return std::make_unique<SarifWriter>(program, options);
}

}  // namespace sigte
