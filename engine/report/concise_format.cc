// SPDX-License-Identifier: MPL-2.0

// One line a remark, as compilers write them: editors and build servers know
// how to read that.

#include <utility>

#include "engine/report/format_writers.h"
#include "engine/report/remarks.h"
#include "engine/report/text_fragment.h"
#include "engine/report/text_report.h"

namespace sigte {
namespace {

using Grade = Remark::Grade;

class ConciseFragment : public TextFragment {
 public:
  ConciseFragment(const Program& program, const FormatOptions& options)
      : context_(program, options) {}

  void Add(const Decision& decision, const Record* /*record*/) override {
    for (const Remark& remark : RemarksOf(decision, context_)) {
      if (!remark.of_file) Tell(remark);
    }
  }
  void AddFileFinding(const Finding& finding,
                      const std::string& file) override {
    Tell(RemarkOf(finding, file, context_));
  }

 private:
  void Tell(const Remark& remark) {
    // Neither is anything that somebody has to look at.
    if (remark.grade > Grade::kNote && !context_.options.verbose) return;
    text += RemarkLine(remark, context_.options.lang, context_.options.color);
  }

  RemarkContext context_;
};

class ConciseWriter : public StreamWriter {
 public:
  ConciseWriter(const Program& program, FormatOptions options)
      : program_(program), options_(std::move(options)) {}

  std::unique_ptr<FormatFragment> MakeFragment() const override {
    return std::make_unique<ConciseFragment>(program_, options_);
  }
  bool End(const RunResult& result, const Sink& sink) override {
    const Voice voice{program_, options_.lang, false, 100};
    return sink(TotalsLines(result.summary, voice).front() + "\n");
  }

 private:
  const Program& program_;
  FormatOptions options_;
};

}  // namespace

std::unique_ptr<FormatWriter> MakeConciseWriter(const Program& program,
                                                const FormatOptions& options) {
  return std::make_unique<ConciseWriter>(program, options);
}

}  // namespace sigte
