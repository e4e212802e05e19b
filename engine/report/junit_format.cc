// SPDX-License-Identifier: MPL-2.0

// JUnit's XML, as build servers read it: a suite a file, a case a record. A
// suite's counts stand before its cases, so these wait until the file is done.

#include <utility>

#include "engine/base/utf8.h"
#include "engine/report/format_text.h"
#include "engine/report/format_writers.h"
#include "engine/report/remarks.h"
#include "engine/report/spool.h"

namespace sigte {
namespace {

using Grade = Remark::Grade;

constexpr std::size_t kTitle = 100;  // letters

struct SuiteCounts {
  std::int64_t tests = 0;
  std::int64_t failures = 0;
  std::int64_t errors = 0;
  std::int64_t skipped = 0;

  void Add(const SuiteCounts& other) {
    tests += other.tests;
    failures += other.failures;
    errors += other.errors;
    skipped += other.skipped;
  }
};

std::string Attribute(std::string_view name, std::string_view value) {
  return " " + std::string(name) + "=\"" + XmlText(value) + "\"";
}

class JunitFragment : public FormatFragment {
 public:
  JunitFragment(const Program& program, const FormatOptions& options)
      : context_(program, options) {}

  void Begin(const std::string& name) override {
    file = name;
    context_.program.redaction.Apply(&file);
    file = OneLine(RelativePath(file, context_.options.folder));
    cases.clear();
    counts = {};
  }

  void Add(const Decision& decision, const Record* /*record*/) override {
    const auto remarks = RemarksOf(decision, context_);
    ++counts.tests;
    cases += "    <testcase" + Attribute("classname", ClassName(decision)) +
             Attribute("name", CaseName(decision)) + Attribute("file", file) +
             Attribute("line", std::to_string(decision.line)) + ">\n";
    AddOutcome(decision.verdict, remarks);
    cases += "    </testcase>\n";
  }

  void AddFileFinding(const Finding& finding,
                      const std::string& name) override {
    if (file.empty()) Begin(name);
    const Remark remark = RemarkOf(finding, name, context_);
    ++counts.tests;
    cases += "    <testcase" + Attribute("classname", file) +
             Attribute("name", remark.code + " " + remark.slug) +
             Attribute("file", file) + ">\n";
    const bool refused = remark.grade == Grade::kError;
    counts.errors += refused ? 1 : 0;
    cases +=
        refused
            ? Element("error", remark.code, remark.message, Line(remark))
            : "      <system-out>" + XmlText(Line(remark)) + "</system-out>\n";
    cases += "    </testcase>\n";
  }

  std::string file;
  std::string cases;
  SuiteCounts counts;

 private:
  std::string ClassName(const Decision& decision) const {
    return decision.group.empty() || !context_.options.show_values
               ? file
               : OneLine(GroupTitle(decision.group, context_.voice()));
  }

  std::string CaseName(const Decision& decision) const {
    const Lang lang = context_.options.lang;
    std::string name = OneLine(RecordName(decision));
    if (name.empty()) name = Message(lang, "report.no-id");
    if (!context_.options.show_values) {
      return Message(lang, "report.record") + " " +
             std::to_string(decision.line);
    }
    const std::string title = RecordTitle(decision, context_.voice());
    return title.empty() ? name : name + " " + Shorten(OneLine(title), kTitle);
  }

  static std::string Line(const Remark& remark) {
    std::string line =
        RemarkPlace(remark) + ": " + remark.message +
        (remark.heading.empty() ? "" : " (" + remark.heading + ")") + " [" +
        remark.code + "]";
    if (!remark.help.empty()) line += "\n  " + remark.help;
    return line + "\n";
  }

  static std::string Element(std::string_view name, std::string_view type,
                             std::string_view message, std::string_view text) {
    std::string out = "      <" + std::string(name);
    if (!type.empty()) out += Attribute("type", type);
    return out + Attribute("message", message) + ">" + XmlText(text) + "</" +
           std::string(name) + ">\n";
  }

  void AddOutcome(Verdict verdict, const std::vector<Remark>& remarks) {
    std::string lines;
    std::string first;
    for (const Remark& remark : remarks) {
      lines += Line(remark);
      if (first.empty()) first = remark.message;
    }
    const std::string_view type = VerdictName(verdict);
    const bool fails =
        verdict == Verdict::kInvalid ||
        (verdict == Verdict::kBorderline && context_.options.borderline_fails);
    if (fails) {
      ++counts.failures;
      cases += Element("failure", type, first, lines);
    } else if (verdict == Verdict::kBorderline) {
      // A skipped case has no text everywhere; the message says all.
      ++counts.skipped;
      cases += "      <skipped" + Attribute("message", first) + "/>\n";
    }
    if (!fails && !lines.empty()) {
      cases += "      <system-out>" + XmlText(lines) + "</system-out>\n";
    }
  }

  RemarkContext context_;
};

class JunitWriter : public FormatWriter {
 public:
  JunitWriter(const Program& program, FormatOptions options)
      : program_(program), options_(std::move(options)) {}

  std::unique_ptr<FormatFragment> MakeFragment() const override {
    return std::make_unique<JunitFragment>(program_, options_);
  }

  bool Merge(FormatFragment* fragment, const Sink& sink) override {
    const auto* made = static_cast<JunitFragment*>(fragment);
    if (!Start(sink)) return false;
    if (made->file != file_ && !EndSuite(sink)) return false;
    file_ = made->file;
    counts_.Add(made->counts);
    return cases_.Add(made->cases);
  }

  bool End(const RunResult& /*result*/, const Sink& sink) override {
    return Start(sink) && EndSuite(sink) && sink("</testsuites>\n");
  }

  std::string error() const override { return cases_.error(); }

 private:
  bool Start(const Sink& sink) {
    if (started_) return true;
    started_ = true;
    return sink(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<testsuites name=\"sigte\">\n");
  }

  bool EndSuite(const Sink& sink) {
    if (file_.empty()) return true;
    const std::string head =
        "  <testsuite" + Attribute("name", file_) +
        Attribute("tests", std::to_string(counts_.tests)) +
        Attribute("failures", std::to_string(counts_.failures)) +
        Attribute("errors", std::to_string(counts_.errors)) +
        Attribute("skipped", std::to_string(counts_.skipped)) + ">\n";
    counts_ = {};
    return sink(head) && cases_.CopyTo(sink) && cases_.Clear() &&
           sink("  </testsuite>\n");
  }

  const Program& program_;
  FormatOptions options_;
  bool started_ = false;
  std::string file_;  // of the suite that is being gathered
  SuiteCounts counts_;
  Spool cases_;
};

}  // namespace

std::unique_ptr<FormatWriter> MakeJunitWriter(const Program& program,
                                              const FormatOptions& options) {
  return std::make_unique<JunitWriter>(program, options);
}

}  // namespace sigte
