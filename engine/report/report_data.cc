// What a report keeps of a run: bounded, whatever the number of records.

#include <algorithm>
#include <utility>

#include "engine/report/text_report.h"
#include "engine/report/words.h"

namespace sigte {
namespace {

// Moves from `more` to the end of `kept` what there is room for.
template <typename T>
void TakeUpTo(std::size_t limit, std::vector<T>* more, std::vector<T>* kept) {
  for (T& item : *more) {
    if (kept->size() >= limit) return;
    kept->push_back(std::move(item));
  }
}

// One thing said of several records at one place: of what they have in common.
bool SayTheSame(const ReportData::RecordFinding& a,
                const ReportData::RecordFinding& b) {
  const auto& here = a.finding.location;
  const auto& there = b.finding.location;
  return here && there && here->place == there->place &&
         here->cell == there->cell && here->sheet == there->sheet &&
         a.file == b.file && a.finding.code == b.finding.code &&
         a.finding.field == b.finding.field && !a.records.empty() &&
         a.finding.message == b.finding.message;
}

}  // namespace

void ReportData::Add(const Decision& decision) {
  summary_.Add(decision);
  rulings_.Add(decision);
  if (!decision.findings.empty()) {
    const std::string record = RecordName(decision);
    for (const Finding& finding : decision.findings) {
      ++finding_counts_[static_cast<std::size_t>(finding.effect)];
      Keep({finding, decision.file, decision.line, {record}});
    }
  }
  if (decision.verdict == Verdict::kBorderline) {
    if (borderline_.size() < limit_) borderline_.push_back(decision);
    return;
  }
  if (decision.verdict != Verdict::kExclude) return;
  if (keep_excluded_) excluded_.push_back(decision);
  LeftOut left_out;
  if (!decision.reasons.empty()) left_out.rule = decision.reasons.front().rule;
  left_out.cell.records = 1;
  left_out.cell.unknown_amounts = decision.amount ? 0 : 1;
  left_out.cell.sum = decision.amount.value_or(0);
  AddLeftOut(left_out);
}

void ReportData::AddFileFinding(const Finding& finding, std::string_view file) {
  ++finding_counts_[static_cast<std::size_t>(finding.effect)];
  Keep({finding, std::string(file), 1, {}});
}

void ReportData::Keep(RecordFinding finding) {
  auto& kept = findings_[static_cast<std::size_t>(finding.finding.effect)];
  const auto same = std::find_if(
      kept.begin(), kept.end(),
      [&](const RecordFinding& other) { return SayTheSame(other, finding); });
  if (same == kept.end()) {
    if (kept.size() < limit_) kept.push_back(std::move(finding));
    return;
  }
  same->times += finding.times;
  for (std::string& record : finding.records) {
    if (same->records.size() >= kRecordsNamed) break;
    same->records.push_back(std::move(record));
  }
}

void ReportData::AddLeftOut(const LeftOut& left_out) {
  const auto at = std::lower_bound(
      left_out_.begin(), left_out_.end(), left_out.rule,
      [](const LeftOut& one, std::uint32_t rule) { return one.rule < rule; });
  if (at != left_out_.end() && at->rule == left_out.rule) {
    at->cell.Add(left_out.cell);
  } else {
    left_out_.insert(at, left_out);
  }
}

void ReportData::Merge(ReportData other) {
  summary_.Merge(other.summary_);
  rulings_.Merge(other.rulings_);
  TakeUpTo(limit_, &other.borderline_, &borderline_);
  TakeUpTo(excluded_.size() + other.excluded_.size(), &other.excluded_,
           &excluded_);
  for (std::size_t i = 0; i < kEffects; ++i) {
    finding_counts_[i] += other.finding_counts_[i];
    for (RecordFinding& finding : other.findings_[i]) Keep(std::move(finding));
  }
  for (const LeftOut& left_out : other.left_out_) AddLeftOut(left_out);
}

}  // namespace sigte
