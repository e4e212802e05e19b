// SPDX-License-Identifier: MPL-2.0

// Annotations for GitHub Actions. GitHub shows ten of each severity a step and
// drops the rest without a word, so the worst are chosen here and the rest is
// counted.

#include "engine/report/format_text.h"
#include "engine/report/format_writers.h"
#include "engine/report/text_report.h"
#include "engine/report/worst_format.h"

namespace sigte {
namespace {

using Grade = Remark::Grade;

constexpr std::size_t kShown = 10;   // of errors, and of warnings
constexpr std::size_t kNotices = 9;  // the summary is one, too

class GithubFragment : public WorstFragment {
 public:
  GithubFragment(const Program& program, const FormatOptions& options)
      : WorstFragment(program, options, kShown) {}

 private:
  void Tell(const Remark& remark) override {
    const Place place = RemarkPosition(remark);
    const std::string line = std::to_string(place.line);
    std::string text =
        "title=" + WorkflowProperty(remark.code + " " + remark.slug) +
        ",file=" +
        WorkflowProperty(RelativePath(remark.file, options().folder)) +
        ",line=" + line;
    if (const auto end = RemarkEnd(remark)) {
      text += ",endLine=" + line + ",col=" + std::to_string(place.column) +
              ",endColumn=" + std::to_string(*end);
    } else {
      text += ",col=" + std::to_string(place.column);
    }
    worst.Add(remark.grade, text + "::" + WorkflowMessage(RemarkText(remark)));
  }
};

class GithubWriter : public WorstWriter<GithubFragment> {
 public:
  GithubWriter(const Program& program, const FormatOptions& options)
      : WorstWriter(program, options, kShown) {}

  bool End(const RunResult& result, const Sink& sink) override {
    std::string out;
    std::size_t room = kShown;
    Add(Grade::kError, "error", &room, &out);
    room = kShown;
    Add(Grade::kReview, "warning", &room, &out);
    Add(Grade::kWarning, "warning", &room, &out);
    room = kNotices;
    Add(Grade::kNote, "notice", &room, &out);
    if (options_.verbose) Add(Grade::kLeftOut, "notice", &room, &out);
    return sink(out + Totals(result));
  }

 private:
  void Add(Grade grade, std::string_view command, std::size_t* room,
           std::string* out) {
    all_ += worst_.count(grade);
    for (const auto& [text, times] : worst_.of(grade)) {
      if (*room == 0) return;
      --*room;
      shown_ += times;
      out->append("::").append(command).append(" ").append(text).append("\n");
    }
  }

  std::string Totals(const RunResult& result) const {
    const Voice voice{program_, options_.lang, false, 100};
    std::string text = TotalsLines(result.summary, voice).front();
    if (shown_ < all_) {
      text += "; " + Message(options_.lang, "format.shown-of",
                             {GroupedNumber(options_.lang, shown_),
                              GroupedNumber(options_.lang, all_)});
    }
    return "::notice title=Sigte::" + WorkflowMessage(OneLine(text)) + "\n";
  }

  std::int64_t shown_ = 0;
  std::int64_t all_ = 0;
};

}  // namespace

std::unique_ptr<FormatWriter> MakeGithubWriter(const Program& program,
                                               const FormatOptions& options) {
  return std::make_unique<GithubWriter>(program, options);
}

}  // namespace sigte
