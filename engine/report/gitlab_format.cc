// SPDX-License-Identifier: MPL-2.0

// GitLab's Code Quality report: one array. GitLab merges entries with equal
// fingerprints, so each gets one of its own; the line is no part of it, so that
// an entry stays the same one when lines move.

#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/base/digest.h"
#include "engine/base/json_writer.h"
#include "engine/report/format_text.h"
#include "engine/report/format_writers.h"
#include "engine/report/remarks.h"

namespace sigte {
namespace {

using Grade = Remark::Grade;

std::string_view SeverityOf(Grade grade) {
  switch (grade) {
    case Grade::kError: return "critical";
    case Grade::kReview: return "major";
    case Grade::kWarning: return "minor";
    case Grade::kNote:
    case Grade::kLeftOut:
    case Grade::kSettled: return "info";
  }
  return "info";
}

/// An entry but for its fingerprint, which only the writer can tell apart.
struct Entry {
  std::string identity;
  std::string members;
};

class GitlabFragment : public FormatFragment {
 public:
  GitlabFragment(const Program& program, const FormatOptions& options)
      : context_(program, options) {}

  void Begin(const std::string& /*file*/) override { entries.clear(); }
  void Add(const Decision& decision, const Record* /*record*/) override {
    for (const Remark& remark : RemarksOf(decision, context_)) Tell(remark);
  }
  void AddFileFinding(const Finding& finding,
                      const std::string& file) override {
    Tell(RemarkOf(finding, file, context_));
  }

  std::vector<Entry> entries;

 private:
  void Tell(const Remark& remark) {
    if (remark.grade > Grade::kNote && !context_.options.verbose) return;
    const std::string path = RelativePath(remark.file, context_.options.folder);
    Entry entry;
    entry.identity = path + '\0' + remark.fingerprint;
    JsonWriter json(&entry.members);
    json.Key("description");
    json.String(RemarkText(remark));
    json.Key("check_name");
    json.String(remark.code);
    json.Key("severity");
    json.String(SeverityOf(remark.grade));
    json.Key("location");
    json.BeginObject();
    json.Key("path");
    json.String(path);
    json.Key("lines");
    json.BeginObject();
    json.Key("begin");
    json.Int(static_cast<std::int64_t>(RemarkPosition(remark).line));
    json.EndObject();
    json.EndObject();
    entries.push_back(std::move(entry));
  }

  RemarkContext context_;
};

class GitlabWriter : public FormatWriter {
 public:
  GitlabWriter(const Program& program, FormatOptions options)
      : program_(program), options_(std::move(options)) {}

  std::unique_ptr<FormatFragment> MakeFragment() const override {
    return std::make_unique<GitlabFragment>(program_, options_);
  }

  bool Merge(FormatFragment* fragment, const Sink& sink) override {
    std::string out;
    for (const Entry& entry : static_cast<GitlabFragment*>(fragment)->entries) {
      out += started_ ? ",\n" : "[\n";
      started_ = true;
      out += "{\"fingerprint\":\"" + Fingerprint(entry.identity) + "\"," +
             entry.members + "}";
    }
    return out.empty() || sink(out);
  }

  bool End(const RunResult& /*result*/, const Sink& sink) override {
    return sink(started_ ? "\n]\n" : "[]\n");
  }

 private:
  // Equals are numbered in the order of the input.
  std::string Fingerprint(const std::string& identity) {
    std::string digest = Sha256Hex(identity);
    const int before = seen_[digest.substr(0, kFingerprint)]++;
    if (before > 0) digest = Sha256Hex(identity + std::to_string(before));
    return digest.substr(0, kFingerprint);
  }

  const Program& program_;
  FormatOptions options_;
  bool started_ = false;
  std::unordered_map<std::string, int> seen_;
};

}  // namespace

std::unique_ptr<FormatWriter> MakeGitlabWriter(const Program& program,
                                               const FormatOptions& options) {
  return std::make_unique<GitlabWriter>(program, options);
}

}  // namespace sigte
