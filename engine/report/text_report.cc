// SPDX-License-Identifier: MPL-2.0

// The report in the order that it is read: the sums, what needs a person,
// faults and remarks, what was left out, and totals in the last line.

#include "engine/report/text_report.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "engine/base/issue_report.h"
#include "engine/base/numbers.h"
#include "engine/base/utf8.h"
#include "engine/report/blocks.h"
#include "engine/report/ruling_blocks.h"
#include "engine/report/table.h"
#include "engine/report/words.h"

namespace sigte {
namespace {

constexpr std::size_t kEvidenceShown = 2;  // of a rule; `explain` shows all
constexpr std::size_t kTitleShown = 60;    // columns
constexpr std::size_t kTitleAtLeast = 12;
constexpr std::size_t kDigestShown = 12;  // hex digits

Voice VoiceOf(const Program& program, const ReportOptions& options) {
  return {program,
          options.lang,
          options.color,
          std::max(options.width, kNarrowest),
          options.line_columns,
          false};
}

std::string Heading(const std::string& text, const Voice& voice) {
  return "\n" + voice.Ink(text, Ink::kBold) + "\n\n";
}

std::string ShownOf(std::size_t shown, std::int64_t all, const Voice& voice) {
  if (static_cast<std::int64_t>(shown) >= all) return {};
  return Message(voice.lang, "issue.shown-of",
                 {CountText(shown), CountText(all)}) +
         "\n";
}

std::string ReconciliationLine(const Summary& summary, const Voice& voice) {
  const SummaryRow total = summary.Total();
  std::string parts;
  for (std::size_t i = 0; i < kVerdicts; ++i) {
    if (i > 0) parts += " + ";
    parts +=
        VerdictCount(static_cast<Verdict>(i), total[i].records, voice.lang);
  }
  return Message(voice.lang, "report.reconciliation",
                 {CountText(summary.read()), parts});
}

std::string UnknownAmountsLine(const Summary& summary, const Voice& voice) {
  std::int64_t unknown = 0;
  for (const SummaryCell& cell : summary.Total()) {
    unknown += cell.unknown_amounts;
  }
  if (unknown == 0 || !HasAmounts(voice)) return {};
  return Message(voice.lang, "report.unknown-amounts", {CountText(unknown)});
}

// Which rules decided: no sum without them.
std::string RulesetLine(const Voice& voice) {
  const Program& program = voice.program;
  return Message(voice.lang, "report.ruleset",
                 {program.ruleset_id, program.ruleset_version,
                  program.ruleset_digest.substr(0, kDigestShown)});
}

std::string SummarySection(const Summary& summary, std::size_t most,
                           const Voice& voice) {
  summary.CheckReconciled();
  std::string out = SummaryTable(summary, voice) + "\n";
  for (const std::string& line : TotalsLines(summary, voice, most)) {
    out += Wrapped(line, 0, voice.width);
  }
  return out;
}

// Name, title and amount on one line; the title takes what is left of it.
std::string RecordHeading(const Decision& decision, const Voice& voice) {
  std::string name = RecordName(decision);
  if (name.empty()) name = Message(voice.lang, "report.no-id");
  const std::string amount = AmountWords(decision.amount, voice);
  const std::size_t used = DisplayWidth(name) + DisplayWidth(amount) + 4;
  const std::size_t room = voice.width > used ? voice.width - used : 0;
  std::string out = voice.Ink(name, Ink::kBold);
  for (const std::string& part :
       {Fitted(Printable(RecordTitle(decision, voice)),
               std::clamp(room, kTitleAtLeast, kTitleShown)),
        amount}) {
    if (!part.empty()) out += "  " + part;
  }
  return out + "\n  " + RecordPlace(decision) + "\n";
}

std::string BorderlineBlock(const Decision& decision, const Voice& voice) {
  std::string out = RecordHeading(decision, voice);
  for (const Reason& reason : decision.reasons) {
    out += ReasonBlock(reason, decision, kEvidenceShown, voice);
  }
  for (const Question& question : decision.questions) {
    out +=
        QuestionBlock(question, voice) + OtherLine(question, decision, voice);
  }
  for (const RulingNote& note : decision.rulings) {
    out += RulingBlock(note, voice);
  }
  return out;
}

std::string BorderlineSection(const ReportData& data, const Voice& voice) {
  const std::int64_t all = data.summary().Count(Verdict::kBorderline);
  if (all == 0) return {};
  std::string out =
      Heading(Message(voice.lang, "report.needs-a-person"), voice);
  for (const auto& [stake, decision] : data.borderline()) {
    if (&decision != &data.borderline().begin()->second) out += '\n';
    out += BorderlineBlock(decision, voice);
  }
  return out + ShownOf(data.borderline().size(), all, voice);
}

// "751/14", or the first of many and how many more.
std::string RecordNames(const ReportData::RecordFinding& found,
                        const Voice& voice) {
  std::string names;
  for (const std::string& record : found.records) {
    if (!names.empty()) names += ", ";
    names += record;
  }
  const auto named = static_cast<std::int64_t>(found.records.size());
  const std::int64_t all = found.times - found.of_file;
  if (named == 0 || all <= named) return names;
  return names + " " +
         Message(voice.lang, "report.and-more", {CountText(all - named)});
}

// The findings of a run, the worst first, until there is no more room.
class FindingList {
 public:
  FindingList(const ReportData& data, std::size_t most, const Voice& voice)
      : data_(data), room_(most), voice_(voice) {}

  void Add(Finding::Effect effect) {
    std::size_t shown = 0;
    std::int64_t counted = 0;
    for (const ReportData::RecordFinding& found : data_.findings(effect)) {
      if (room_ == 0) break;
      --room_;
      text_ += Block(found);
      shown += static_cast<std::size_t>(found.times);
      counted += found.alike;
    }
    const std::int64_t all = data_.finding_count(effect);
    if (static_cast<std::int64_t>(shown) + counted >= all) return;
    text_ +=
        SeverityWord(effect, voice_.lang) + ": " + ShownOf(shown, all, voice_);
  }

  const std::string& text() const { return text_; }

 private:
  std::string Block(const ReportData::RecordFinding& found) {
    std::string out = FindingBlock(found.finding, found.file, found.line,
                                   RecordNames(found, voice_), voice_);
    if (found.alike > 0) {
      out += Wrapped("= " + Message(voice_.lang, "issue.more-alike",
                                    {CountText(found.alike), found.last}),
                     6, voice_.width);
    }
    if (!explained_.insert(found.finding.code).second) return out;
    return out + MoreLine(found.finding.code, voice_);
  }

  const ReportData& data_;
  std::size_t room_;
  const Voice& voice_;
  std::set<std::string> explained_;
  std::string text_;
};

std::string FindingSection(const ReportData& data, std::size_t most,
                           const Voice& voice) {
  FindingList list(data, most, voice);
  list.Add(Finding::Effect::kReject);
  list.Add(Finding::Effect::kQuestion);
  list.Add(Finding::Effect::kNote);
  if (list.text().empty()) return {};
  return Heading(Message(voice.lang, "report.findings"), voice) + list.text();
}

bool IsLeftOutBy(const Decision& decision, std::uint32_t rule) {
  if (decision.reasons.empty()) return rule == kNoIndex;
  return decision.reasons.front().rule == rule;
}

std::string LeftOutTitle(std::uint32_t rule, const Voice& voice) {
  if (rule == kNoIndex) return Message(voice.lang, "report.nothing-includes");
  const CompiledRule& named = voice.program.rules[rule];
  if (named.kind == CompiledKind::kInclusion) {
    return Message(voice.lang, "report.nothing-includes");
  }
  return RuleMark(named) + " " + named.title.In(voice.lang);
}

std::string LeftOutRecord(const Decision& decision, const Voice& voice) {
  std::string out = Indented(RecordHeading(decision, voice), 4);
  for (const Reason& reason : decision.reasons) {
    out += Indented(ReasonBlock(reason, decision, kEvidenceShown, voice), 4);
  }
  return out;
}

std::string LeftOutAmount(const SummaryCell& cell, const Voice& voice) {
  if (!cell.HasSum()) return AmountWords(std::nullopt, voice);
  const auto amount = cell.Amount();
  if (!amount) return Message(voice.lang, "report.too-large");
  return AmountWords(amount, voice);
}

// Rows with one title are one: rules that include and do not hold are told
// apart in the decisions only.
struct LeftOutRow {
  std::string title;
  SummaryCell cell;
  std::vector<std::uint32_t> rules;
};

std::vector<LeftOutRow> LeftOutRows(const ReportData& data,
                                    const Voice& voice) {
  std::vector<LeftOutRow> rows;
  for (const ReportData::LeftOut& left_out : data.left_out()) {
    std::string title = LeftOutTitle(left_out.rule, voice);
    const auto same =
        std::find_if(rows.begin(), rows.end(),
                     [&](const LeftOutRow& row) { return row.title == title; });
    LeftOutRow& row = same == rows.end() ? rows.emplace_back() : *same;
    row.title = std::move(title);
    row.cell.Add(left_out.cell);
    row.rules.push_back(left_out.rule);
  }
  std::stable_sort(rows.begin(), rows.end(),
                   [](const LeftOutRow& a, const LeftOutRow& b) {
                     return a.cell.records > b.cell.records;
                   });
  return rows;
}

std::string LeftOutSection(const ReportData& data, const ReportOptions& options,
                           const Voice& voice) {
  if (data.left_out().empty()) return {};
  std::string out = Heading(Message(voice.lang, "report.left-out"), voice);
  for (const LeftOutRow& row : LeftOutRows(data, voice)) {
    std::string line =
        row.title + ": " +
        Message(voice.lang, "report.records", {CountText(row.cell.records)});
    if (HasAmounts(voice)) line += ", " + LeftOutAmount(row.cell, voice);
    out += Wrapped(line, 2, voice.width);
    if (!options.verbose) continue;
    for (const Decision& decision : data.excluded()) {
      const bool here = std::any_of(
          row.rules.begin(), row.rules.end(),
          [&](std::uint32_t rule) { return IsLeftOutBy(decision, rule); });
      if (here) out += LeftOutRecord(decision, voice);
    }
  }
  if (!options.verbose) {
    return out +
           Wrapped(Message(voice.lang, "report.left-out-more"), 2, voice.width);
  }
  return out + ShownOf(data.excluded().size(),
                       data.summary().Count(Verdict::kExclude), voice);
}

std::string Seconds(double seconds, Lang lang) {
  const auto tenths = static_cast<std::int64_t>(std::llround(seconds * 10));
  return DecimalNumber(lang, std::to_string(tenths / 10) + "." +
                                 std::to_string(tenths % 10)) +
         " s";
}

std::string LastLine(const ReportData& data, const RunFacts& run,
                     const Voice& voice) {
  const SummaryRow total = data.summary().Total();
  std::string out =
      Message(voice.lang, "report.files", {CountText(run.files)}) + " · " +
      Message(voice.lang, "report.records", {CountText(data.summary().read())});
  for (std::size_t i = 0; i < kVerdicts; ++i) {
    const auto verdict = static_cast<Verdict>(i);
    out += " · " +
           voice.Ink(VerdictCount(verdict, total[i].records, voice.lang),
                     total[i].records > 0 ? VerdictInk(verdict) : Ink::kPlain);
  }
  if (run.seconds) out += " · " + Seconds(*run.seconds, voice.lang);
  return "\n" + Wrapped(out, 0, voice.width);
}

}  // namespace

std::vector<std::string> TotalsLines(const Summary& summary, const Voice& voice,
                                     std::size_t most) {
  std::vector<std::string> lines = {ReconciliationLine(summary, voice)};
  const std::string unknown = UnknownAmountsLine(summary, voice);
  if (!unknown.empty()) lines.push_back(unknown);
  const std::vector<std::string>& unreadable = summary.unreadable();
  const std::size_t told = std::min(most, unreadable.size());
  for (std::size_t i = 0; i < told; ++i) {
    lines.push_back(
        Message(voice.lang, "report.unreadable", {Printable(unreadable[i])}));
  }
  if (told < unreadable.size()) {
    lines.push_back(Message(voice.lang, "report.unreadable-more",
                            {CountText(unreadable.size() - told)}));
  }
  lines.push_back(RulesetLine(voice));
  return lines;
}

std::string SummaryText(const Summary& summary, const Program& program,
                        const ReportOptions& options) {
  return SummarySection(summary, options.limit, VoiceOf(program, options));
}

std::string TextReport(const ReportData& data, const Program& program,
                       const ReportOptions& options, const RunFacts& run) {
  const Voice voice = VoiceOf(program, options);
  return SummarySection(data.summary(), options.limit, voice) +
         RulingCountLines(run.rulings, voice.lang, voice.width, true) +
         BorderlineSection(data, voice) +
         FindingSection(data, options.limit, voice) +
         LeftOutSection(data, options, voice) + LastLine(data, run, voice);
}

}  // namespace sigte
