// The report in the order that it is read: the sums, what needs a person,
// faults and remarks, what was left out, and totals in the last line.

#include "engine/report/text_report.h"

#include <algorithm>
#include <cmath>

#include "engine/base/utf8.h"
#include "engine/report/blocks.h"
#include "engine/report/ruling_blocks.h"
#include "engine/report/table.h"
#include "engine/report/words.h"

namespace sigte {
namespace {

constexpr std::size_t kNarrowest = 60;
constexpr std::size_t kEvidenceShown = 2;  // of a rule; `explain` shows all
constexpr std::size_t kTitleShown = 60;    // letters
constexpr std::size_t kDigestShown = 12;   // hex digits

Voice VoiceOf(const Program& program, const ReportOptions& options) {
  return {program, options.lang, options.color,
          std::max(options.width, kNarrowest)};
}

std::string Heading(const std::string& text, const Voice& voice) {
  return "\n" + voice.Ink(text, Ink::kBold) + "\n\n";
}

std::string ShownOf(std::size_t shown, std::int64_t all, const Voice& voice) {
  if (static_cast<std::int64_t>(shown) >= all) return {};
  return Message(voice.lang, "report.shown-of",
                 {GroupedNumber(voice.lang, static_cast<std::int64_t>(shown)),
                  GroupedNumber(voice.lang, all)}) +
         "\n";
}

std::string VerdictCount(const SummaryRow& total, Verdict verdict,
                         const Voice& voice) {
  const auto index = static_cast<std::size_t>(verdict);
  return GroupedNumber(voice.lang, total[index].records) + " " +
         VerdictWord(verdict, voice.lang);
}

std::string ReconciliationLine(const Summary& summary, const Voice& voice) {
  const SummaryRow total = summary.Total();
  std::string parts;
  for (std::size_t i = 0; i < kVerdicts; ++i) {
    if (i > 0) parts += " + ";
    parts += VerdictCount(total, static_cast<Verdict>(i), voice);
  }
  return Message(voice.lang, "report.reconciliation",
                 {GroupedNumber(voice.lang, summary.read()), parts});
}

std::string UnknownAmountsLine(const Summary& summary, const Voice& voice) {
  std::int64_t unknown = 0;
  for (const SummaryCell& cell : summary.Total()) {
    unknown += cell.unknown_amounts;
  }
  if (unknown == 0) return {};
  return CountMessage(voice.lang, unknown, "report.unknown-amounts-one",
                      "report.unknown-amounts");
}

// Which rules decided: no sum without them.
std::string RulesetLine(const Voice& voice) {
  const Program& program = voice.program;
  return Message(voice.lang, "report.ruleset",
                 {program.ruleset_id, program.ruleset_version,
                  program.ruleset_digest.substr(0, kDigestShown)});
}

std::string SummarySection(const Summary& summary, const Voice& voice) {
  summary.CheckReconciled();
  std::string out = SummaryTable(summary, voice) + "\n";
  for (const std::string& line : TotalsLines(summary, voice)) {
    out += Wrapped(line, 0, voice.width);
  }
  return out;
}

std::string RecordHeading(const Decision& decision, const Voice& voice) {
  const std::string name = RecordName(decision);
  return voice.Ink(name.empty() ? Message(voice.lang, "report.no-id") : name,
                   Ink::kBold) +
         "  " + Shorten(Printable(decision.title), kTitleShown) + "  " +
         AmountWords(decision.amount, voice) + "\n  " + RecordPlace(decision) +
         "\n";
}

std::string BorderlineBlock(const Decision& decision, const Voice& voice) {
  std::string out = RecordHeading(decision, voice);
  for (const Reason& reason : decision.reasons) {
    out += ReasonBlock(reason, decision, kEvidenceShown, voice);
  }
  for (const Question& question : decision.questions) {
    out += QuestionBlock(question, voice);
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
  for (const Decision& decision : data.borderline()) {
    if (&decision != &data.borderline().front()) out += '\n';
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
  if (named == 0 || found.times <= named) return names;
  return names + " " +
         Message(voice.lang, "report.and-more",
                 {GroupedNumber(voice.lang, found.times - named)});
}

std::string FindingsOf(Finding::Effect effect, const ReportData& data,
                       const Voice& voice) {
  std::string out;
  std::size_t shown = 0;
  for (const ReportData::RecordFinding& found : data.findings(effect)) {
    out += FindingBlock(found.finding, found.file, found.line,
                        RecordNames(found, voice), voice);
    shown += static_cast<std::size_t>(found.times);
  }
  const std::int64_t all = data.finding_count(effect);
  const std::string cut = ShownOf(shown, all, voice);
  return cut.empty() ? out
                     : out + SeverityWord(effect, voice.lang) + ": " + cut;
}

std::string FindingSection(const ReportData& data, const Voice& voice) {
  std::string out = FindingsOf(Finding::Effect::kReject, data, voice) +
                    FindingsOf(Finding::Effect::kQuestion, data, voice) +
                    FindingsOf(Finding::Effect::kNote, data, voice);
  if (out.empty()) return out;
  return Heading(Message(voice.lang, "report.findings"), voice) + out;
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
  if (cell.unknown_amounts == cell.records) {
    return AmountWords(std::nullopt, voice);
  }
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
    out += Wrapped(row.title + ": " +
                       CountMessage(voice.lang, row.cell.records,
                                    "report.records-one", "report.records") +
                       ", " + LeftOutAmount(row.cell, voice),
                   2, voice.width);
    if (!options.verbose) continue;
    for (const Decision& decision : data.excluded()) {
      const bool here = std::any_of(
          row.rules.begin(), row.rules.end(),
          [&](std::uint32_t rule) { return IsLeftOutBy(decision, rule); });
      if (here) out += LeftOutRecord(decision, voice);
    }
  }
  if (!options.verbose) {
    out += Wrapped(Message(voice.lang, "report.left-out-more"), 2, voice.width);
  }
  return out;
}

std::string Seconds(double seconds, Lang lang) {
  const auto tenths = static_cast<std::int64_t>(std::llround(seconds * 10));
  return std::to_string(tenths / 10) + (lang == Lang::kDa ? "," : ".") +
         std::to_string(tenths % 10) + " s";
}

std::string LastLine(const ReportData& data, const RunFacts& run,
                     const Voice& voice) {
  const SummaryRow total = data.summary().Total();
  std::string out =
      CountMessage(voice.lang, run.files, "report.files-one", "report.files") +
      " · " +
      CountMessage(voice.lang, data.summary().read(), "report.records-one",
                   "report.records");
  for (std::size_t i = 0; i < kVerdicts; ++i) {
    const auto verdict = static_cast<Verdict>(i);
    out += " · " +
           voice.Ink(VerdictCount(total, verdict, voice),
                     total[i].records > 0 ? VerdictInk(verdict) : Ink::kPlain);
  }
  if (run.seconds) out += " · " + Seconds(*run.seconds, voice.lang);
  return "\n" + out + "\n";
}

}  // namespace

std::vector<std::string> TotalsLines(const Summary& summary,
                                     const Voice& voice) {
  std::vector<std::string> lines = {ReconciliationLine(summary, voice)};
  const std::string unknown = UnknownAmountsLine(summary, voice);
  if (!unknown.empty()) lines.push_back(unknown);
  for (const std::string& file : summary.unreadable()) {
    lines.push_back(
        Message(voice.lang, "report.unreadable", {Printable(file)}));
  }
  lines.push_back(RulesetLine(voice));
  return lines;
}

std::string SummaryText(const Summary& summary, const Program& program,
                        const ReportOptions& options) {
  return SummarySection(summary, VoiceOf(program, options));
}

std::string TextReport(const ReportData& data, const Program& program,
                       const ReportOptions& options, const RunFacts& run) {
  const Voice voice = VoiceOf(program, options);
  return SummarySection(data.summary(), voice) +
         RulingCountLines(run.rulings, voice.lang, voice.width, true) +
         BorderlineSection(data, voice) + FindingSection(data, voice) +
         LeftOutSection(data, options, voice) + LastLine(data, run, voice);
}

}  // namespace sigte
