// SPDX-License-Identifier: MPL-2.0

// A row a record, for spreadsheets: UTF-8 with a byte order mark and CR LF, and
// the separator that Excel expects in the country of the language.

#include <utility>

#include "engine/base/byte_order_mark.h"
#include "engine/record/own_heading.h"
#include "engine/report/format_text.h"
#include "engine/report/format_writers.h"
#include "engine/report/remarks.h"
#include "engine/report/ruling_blocks.h"
#include "engine/report/text_fragment.h"

namespace sigte {
namespace {

using Grade = Remark::Grade;

char SeparatorOf(Lang lang) { return lang == Lang::kDa ? ';' : ','; }

/// One row being written.
class Row {
 public:
  Row(Lang lang, std::string* out) : separator_(SeparatorOf(lang)), out_(out) {}
  ~Row() { *out_ += "\r\n"; }
  Row(const Row&) = delete;
  Row& operator=(const Row&) = delete;

  void Text(std::string_view text) {
    Next();
    if (!text.empty()) *out_ += CsvText(text);
  }
  void Number(std::int64_t number) {
    Next();
    *out_ += std::to_string(number);
  }

 private:
  void Next() {
    if (!first_) *out_ += separator_;
    first_ = false;
  }

  char separator_;
  std::string* out_;
  bool first_ = true;
};

std::string Joined(const std::vector<Remark>& remarks, Grade from, Grade to) {
  std::string out;
  for (const Remark& remark : remarks) {
    if (remark.grade < from || remark.grade > to) continue;
    if (!out.empty()) out += "; ";
    // A verdict that no rule explains has no code that says more.
    const bool coded = remark.rule != kNoIndex || remark.code != remark.slug;
    out += (coded ? remark.code + ": " : "") + remark.message;
  }
  return out;
}

std::string RulingsOf(const Decision& decision, Lang lang) {
  std::string out;
  for (const RulingNote& note : decision.rulings) {
    if (!out.empty()) out += "; ";
    out += note.id + " (" + RulingStateWords(note.state, lang) + ")";
  }
  return out;
}

class CsvFragment : public TextFragment {
 public:
  CsvFragment(const Program& program, const FormatOptions& options)
      : context_(program, options) {}

  void Add(const Decision& decision, const Record* /*record*/) override {
    const auto remarks = RemarksOf(decision, context_);
    const Lang lang = context_.options.lang;
    const bool shown = context_.options.show_values;
    Row row(lang, &text);
    if (context_.program.layout.group != kNoField) {
      row.Text(!shown || decision.group.empty()
                   ? ""
                   : GroupTitle(decision.group, context_.voice()));
    }
    row.Text(shown ? decision.id : "");
    if (context_.program.layout.title != kNoField) {
      row.Text(shown ? RecordTitle(decision, context_.voice()) : "");
    }
    if (HasAmounts(context_.voice())) {
      shown&& decision.amount ? row.Number(*decision.amount) : row.Text("");
    }
    row.Text(VerdictWord(decision.verdict, lang));
    row.Text(Joined(remarks, Grade::kLeftOut, Grade::kLeftOut));
    row.Text(Joined(remarks, Grade::kReview, Grade::kReview));
    row.Text(Joined(remarks, Grade::kError, Grade::kError));
    row.Text(Joined(remarks, Grade::kWarning, Grade::kNote));
    row.Text(shown ? RulingsOf(decision, context_.options.lang) : "");
    row.Text(RelativePath(decision.file, context_.options.folder));
    row.Text(decision.sheet);
    row.Number(static_cast<std::int64_t>(decision.line));
  }
  // A row is a record; what is said of files goes to standard error.
  void AddFileFinding(const Finding& /*finding*/,
                      const std::string& /*file*/) override {}

 private:
  RemarkContext context_;
};

class CsvWriter : public StreamWriter {
 public:
  CsvWriter(const Program& program, FormatOptions options)
      : program_(program), options_(std::move(options)) {}

  bool reads_lines() const override { return false; }
  std::unique_ptr<FormatFragment> MakeFragment() const override {
    return std::make_unique<CsvFragment>(program_, options_);
  }
  bool Merge(FormatFragment* fragment, const Sink& sink) override {
    return Start(sink) && StreamWriter::Merge(fragment, sink);
  }
  bool End(const RunResult& /*result*/, const Sink& sink) override {
    return Start(sink);
  }

 private:
  bool Start(const Sink& sink) {
    if (started_) return true;
    started_ = true;
    return sink(Headings());
  }

  // What is a field is called as the schema calls it.
  std::string TitleOf(FieldIndex field) const {
    const Voice voice{program_, options_.lang, false, 100};
    return FieldTitle(program_.layout[field].name, voice);
  }

  std::string Headings() const {
    std::string out(kByteOrderMark);
    WriteHeadings(&out);
    return out;
  }

  void WriteHeadings(std::string* out) const {
    const Lang lang = options_.lang;
    const Layout& layout = program_.layout;
    const Voice voice{program_, lang, false, 100};
    std::vector<std::string> fields;
    if (layout.group != kNoField) fields.push_back(TitleOf(layout.group));
    fields.push_back(layout.id == kNoField ? Message(lang, "format.column-id")
                                           : TitleOf(layout.id));
    if (layout.title != kNoField) fields.push_back(TitleOf(layout.title));
    if (HasAmounts(voice)) {
      const std::string unit = AmountUnit(voice);
      fields.push_back(TitleOf(layout.amount) +
                       (unit.empty() ? "" : " (" + unit + ")"));
    }
    Row row(lang, out);
    for (const std::string& heading : fields) row.Text(heading);
    for (const std::string& heading : {Message(lang, "format.column-verdict"),
                                       Message(lang, "format.column-left-out"),
                                       Message(lang, "format.column-questions"),
                                       Message(lang, "format.column-faults"),
                                       Message(lang, "format.column-remarks"),
                                       Message(lang, "format.column-rulings"),
                                       Message(lang, "format.column-file"),
                                       Message(lang, "format.column-sheet"),
                                       Message(lang, "format.column-line")}) {
      row.Text(OwnHeading(heading, fields));
    }
  }

  const Program& program_;
  FormatOptions options_;
  bool started_ = false;
};

}  // namespace

std::unique_ptr<FormatWriter> MakeCsvWriter(const Program& program,
                                            const FormatOptions& options) {
  return std::make_unique<CsvWriter>(program, options);
}

}  // namespace sigte
