// SPDX-License-Identifier: MPL-2.0

// The report for a terminal as an output format.

#include <algorithm>
#include <utility>

#include "engine/report/format_writers.h"
#include "engine/report/text_report.h"

namespace sigte {
namespace {

class FullFragment : public FormatFragment {
 public:
  FullFragment(std::size_t limit, bool verbose)
      : limit_(limit), verbose_(verbose), data(limit, verbose) {}

  void Begin(const std::string& /*file*/) override {
    data = ReportData(limit_, verbose_);
  }
  void Add(const Decision& decision, const Record* /*record*/) override {
    data.Add(decision);
  }
  void AddFileFinding(const Finding& finding,
                      const std::string& file) override {
    data.AddFileFinding(finding, file);
  }
  void AddUnreadable(const std::string& file) override {
    data.AddUnreadable(file);
  }
  void AddEmpty(const std::string& group, const Record& /*file*/) override {
    data.AddGroup(group);
  }

 private:
  std::size_t limit_;
  bool verbose_;

 public:
  ReportData data;
};

class FullWriter : public FormatWriter {
 public:
  FullWriter(const Program& program, FormatOptions options)
      : program_(program),
        options_(std::move(options)),
        data_(options_.limit, options_.verbose) {}

  std::unique_ptr<FormatFragment> MakeFragment() const override {
    return std::make_unique<FullFragment>(options_.limit, options_.verbose);
  }
  bool Merge(FormatFragment* fragment, const Sink& /*sink*/) override {
    data_.Merge(std::move(static_cast<FullFragment*>(fragment)->data));
    return true;
  }
  bool End(const RunResult& result, const Sink& sink) override {
    ReportOptions how;
    how.lang = options_.lang;
    how.color = options_.color;
    how.width = options_.width;
    how.limit = options_.limit;
    how.line_columns = options_.line_columns;
    how.verbose = options_.verbose;
    RunFacts facts;
    facts.files = static_cast<std::int64_t>(result.files.size());
    facts.rulings = result.rulings;
    facts.seconds = result.seconds;
    return sink(TextReport(data_, program_, how, facts));
  }

 private:
  const Program& program_;
  FormatOptions options_;
  ReportData data_;
};

}  // namespace

std::unique_ptr<FormatWriter> MakeFullWriter(const Program& program,
                                             const FormatOptions& options) {
  return std::make_unique<FullWriter>(program, options);
}

}  // namespace sigte
