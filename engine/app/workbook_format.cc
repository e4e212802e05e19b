// SPDX-License-Identifier: MPL-2.0

#include "engine/app/workbook_format.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "engine/app/job.h"
#include "engine/app/summary_line.h"
#include "engine/app/workbook_output.h"
#include "engine/report/returned_workbook.h"

namespace sigte {
namespace {

class WorkbookFragment : public FormatFragment {
 public:
  WorkbookFragment(const Program& program, Lang lang) : voice_{program, lang} {}

  void Begin(const std::string& file) override {
    file_ = file;
    cases.clear();
    files.clear();
    empties.clear();
  }
  void Add(const Decision& decision, const Record* record) override {
    cases.push_back(CaseOf(decision, record, voice_));
  }
  void AddFileFinding(const Finding& finding,
                      const std::string& file) override {
    files.push_back(FileCaseOf(finding, file, voice_));
  }
  void AddEmpty(const std::string& group, const Record& values) override {
    empties.push_back(EmptyReplyOf(group, values, file_, voice_));
  }
  // Told with the other files that could not be read, under the sums.
  void AddUnlisted(const Finding& /*why*/,
                   const std::string& /*file*/) override {}

  std::vector<Case> cases;
  std::vector<FileCase> files;
  std::vector<EmptyReply> empties;

 private:
  Voice voice_;
  std::string file_;
};

class WorkbookWriter : public FormatWriter {
 public:
  WorkbookWriter(const Program& program, std::string title, Lang lang)
      : program_(program) {
    reply_.title = std::move(title);
    reply_.lang = lang;
  }

  std::unique_ptr<FormatFragment> MakeFragment() const override {
    return std::make_unique<WorkbookFragment>(program_, reply_.lang);
  }

  bool Merge(FormatFragment* fragment, const Sink& /*sink*/) override {
    auto* made = static_cast<WorkbookFragment*>(fragment);
    std::ranges::move(made->cases, std::back_inserter(reply_.cases));
    std::ranges::move(made->files, std::back_inserter(reply_.files));
    std::ranges::move(made->empties, std::back_inserter(reply_.empties));
    too_many_ = reply_.cases.size() > kMostReturned;
    return !too_many_;
  }

  bool End(const RunResult& result, const Sink& sink) override {
    reply_.summary = result.summary;
    return SendWorkbook(
        [&](const std::string& path, const std::string& scratch,
            std::string* why) {
          return WriteReturned(program_, std::move(reply_), scratch, path, why);
        },
        sink, &error_);
  }

  std::string error() const override { return error_; }

  std::optional<Issue> fault() const override {
    if (!too_many_) return FormatWriter::fault();
    return MakeIssue("W112.too-many-rows", Severity::kError,
                     {CountText(kMostReturned)});
  }

 private:
  const Program& program_;
  Reply reply_;
  bool too_many_ = false;
  std::string error_;
};

}  // namespace

std::unique_ptr<FormatWriter> MakeWorkbookWriter(const Program& program,
                                                 std::string title,
                                                 const FormatOptions& options) {
  return std::make_unique<WorkbookWriter>(program, std::move(title),
                                          options.lang);
}

}  // namespace sigte
