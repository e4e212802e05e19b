// SPDX-License-Identifier: MPL-2.0

// For pull requests and build summaries: the totals, and what needs somebody.

#include "engine/base/utf8.h"
#include "engine/report/format_text.h"
#include "engine/report/format_writers.h"
#include "engine/report/markdown.h"
#include "engine/report/table.h"
#include "engine/report/text_report.h"
#include "engine/report/worst_format.h"

namespace sigte {
namespace {

using Grade = Remark::Grade;

constexpr std::size_t kGroups = 120;   // rows of the table
constexpr std::size_t kLongest = 300;  // letters of a remark

class MarkdownFragment : public WorstFragment {
 public:
  MarkdownFragment(const Program& program, const FormatOptions& options)
      : WorstFragment(program, options, options.limit) {}

 private:
  // What is merely told, or settled, needs nobody.
  void Tell(const Remark& remark) override {
    if (remark.grade > Grade::kWarning) return;
    // The code stands first: at a line's beginning any text may mean more.
    std::string text = "- " + MarkdownText(remark.code) + " ";
    if (!remark.record.empty()) {
      text += "**" + MarkdownText(remark.record) + "** ";
    }
    text += MarkdownText(Shorten(remark.message, kLongest));
    if (!remark.help.empty()) {
      text += " – " + MarkdownText(Shorten(remark.help, kLongest));
    }
    text += "<br>" +
            MarkdownText(RelativePath(RemarkPlace(remark), options().folder));
    if (!remark.heading.empty()) {
      text += " (" + MarkdownText(remark.heading) + ")";
    }
    worst.Add(remark.grade, text + "\n");
  }
};

class MarkdownWriter : public WorstWriter<MarkdownFragment> {
 public:
  MarkdownWriter(const Program& program, const FormatOptions& options)
      : WorstWriter(program, options, options.limit) {}

  bool End(const RunResult& result, const Sink& sink) override {
    return sink(Text(result));
  }

 private:
  Voice voice() const { return {program_, options_.lang, false, 100}; }

  std::string Text(const RunResult& result) const {
    const auto lines = TotalsLines(result.summary, voice());
    std::string out = "## " + Message(options_.lang, "format.heading") +
                      "\n\n" + MarkdownText(lines.front()) + "\n\n" +
                      Table(result.summary);
    for (std::size_t i = 1; i < lines.size(); ++i) {
      out += "\n\u2013 " + MarkdownText(lines[i]) + "\n";
    }
    out += Section(Grade::kError, "format.errors");
    out += Section(Grade::kReview, "report.needs-a-person");
    out += Section(Grade::kWarning, "format.warnings");
    return out;
  }

  std::string Section(Grade grade, MessageKey heading) const {
    const std::int64_t all = worst_.count(grade);
    if (all == 0) return {};
    std::string out =
        "\n### " + MarkdownText(Message(options_.lang, heading)) + "\n\n";
    std::int64_t shown = 0;
    for (const auto& [text, times] : worst_.of(grade)) {
      out += text;
      shown += times;
    }
    if (shown == all) return out;
    return out + "\n" +
           MarkdownText(Message(options_.lang, "format.shown-of",
                                {GroupedNumber(options_.lang, shown),
                                 GroupedNumber(options_.lang, all)})) +
           "\n";
  }

  std::string RowOf(const std::string& name, const SummaryRow& row) const {
    std::string out = "| " + name + " |";
    for (const SummaryCell& cell : row) {
      out += " " + GroupedNumber(options_.lang, cell.records) + " |";
      if (HasAmounts(voice())) out += " " + SumWords(cell, voice()) + " |";
    }
    return out + "\n";
  }

  std::string GroupHeading() const {
    const FieldIndex group = program_.layout.group;
    return group == kNoField ? std::string()
                             : FieldTitle(program_.layout[group].name, voice());
  }

  std::string Table(const Summary& summary) const {
    std::string out = "| " + MarkdownText(GroupHeading()) + " |";
    std::string rule = "|---|";
    std::string unit = AmountUnit(voice());
    if (unit.empty()) unit = Message(options_.lang, "report.amount");
    for (std::size_t i = 0; i < kVerdicts; ++i) {
      out += " " + VerdictWord(static_cast<Verdict>(i), options_.lang) + " |";
      rule += "--:|";
      if (!HasAmounts(voice())) continue;
      out += " " + MarkdownText(unit) + " |";
      rule += "--:|";
    }
    out += "\n" + rule + "\n";
    if (program_.layout.group != kNoField) out += GroupRows(summary);
    return out + RowOf("**" + Message(options_.lang, "report.total") + "**",
                       summary.Total());
  }

  std::string GroupRows(const Summary& summary) const {
    std::string out;
    std::size_t rows = 0;
    for (const auto& [group, row] : summary.groups()) {
      if (rows++ == kGroups) break;
      const std::string title = options_.show_values
                                    ? GroupTitle(group, voice())
                                    : std::to_string(rows);
      out += RowOf(MarkdownText(Shorten(title, kLongest)), row);
    }
    const std::size_t all = summary.groups().size();
    if (all <= kGroups) return out;
    out += "| … " +
           Message(options_.lang, "report.and-more",
                   {GroupedNumber(options_.lang,
                                  static_cast<std::int64_t>(all - kGroups))}) +
           " |";
    const std::size_t columns = HasAmounts(voice()) ? 2 * kVerdicts : kVerdicts;
    for (std::size_t i = 0; i < columns; ++i) out += " |";
    return out + "\n";
  }
};

}  // namespace

std::unique_ptr<FormatWriter> MakeMarkdownWriter(const Program& program,
                                                 const FormatOptions& options) {
  return std::make_unique<MarkdownWriter>(program, options);
}

}  // namespace sigte
