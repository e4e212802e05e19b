// SPDX-License-Identifier: MPL-2.0

// What a report keeps of a run: bounded, whatever the number of records.

#include <algorithm>
#include <utility>

#include "engine/base/issue_report.h"
#include "engine/report/text_report.h"
#include "engine/report/words.h"

namespace sigte {
namespace {

// 0 where the amount is unknown; else more, the further it is from nothing.
std::uint64_t StakeOf(const Decision& decision) {
  if (!decision.amount) return 0;
  const std::int64_t amount = *decision.amount;
  const auto size = static_cast<std::uint64_t>(amount);
  return (amount < 0 ? 0 - size : size) + 1;
}

// What two findings that say the same have in common.
std::string WordsOf(const Finding& finding) {
  return finding.code + '\n' + finding.slug + '\n' + finding.field + '\n' +
         finding.message.In(Lang::kDa);
}

// Empty where the finding has no place: such are never one.
std::string PlaceKey(const ReportData::RecordFinding& found) {
  const auto& at = found.finding.location;
  if (!at) return {};
  return found.file + '\n' + at->sheet + '\n' + at->cell + '\n' +
         std::to_string(at->place.line) + ':' +
         std::to_string(at->place.column) + '\n' + WordsOf(found.finding);
}

std::string PlaceOf(const ReportData::RecordFinding& found) {
  Location whole;
  whole.place.line = found.line;
  return PlaceText(found.file, found.finding.location.value_or(whole));
}

}  // namespace

void ReportData::Add(const Decision& decision) {
  summary_.Add(decision);
  rulings_.Add(decision);
  if (!decision.findings.empty()) {
    const std::string record = RecordName(decision);
    for (const Finding& finding : decision.findings) {
      RecordFinding found{finding, decision.file, decision.line, {record}};
      found.finding.effect = EffectTold(finding, decision.verdict);
      ++counts_[static_cast<std::size_t>(found.finding.effect)];
      Keep(std::move(found));
    }
  }
  if (decision.verdict == Verdict::kBorderline) {
    const std::uint64_t stake = StakeOf(decision);
    const bool full = borderline_.size() >= limit_;
    // What would be dropped at once is not even copied.
    if (full && (limit_ == 0 || stake <= borderline_.rbegin()->first)) return;
    KeepBorderline(stake, decision);
    return;
  }
  if (decision.verdict != Verdict::kExclude) return;
  if (keep_excluded_ && excluded_.size() < limit_) {
    excluded_.push_back(decision);
  }
  LeftOut left_out;
  if (!decision.reasons.empty()) left_out.rule = decision.reasons.front().rule;
  left_out.cell.records = 1;
  left_out.cell.unknown_amounts = decision.amount ? 0 : 1;
  left_out.cell.sum = decision.amount.value_or(0);
  AddLeftOut(left_out);
}

void ReportData::AddFileFinding(const Finding& finding, std::string_view file) {
  ++counts_[static_cast<std::size_t>(finding.effect)];
  RecordFinding found{finding, std::string(file), 1};
  found.of_file = 1;
  Keep(std::move(found));
}

void ReportData::KeepBorderline(std::uint64_t stake, Decision decision) {
  borderline_.emplace(stake, std::move(decision));
  if (borderline_.size() > limit_) borderline_.erase(--borderline_.end());
}

// What finds no room here may be told by the list that this one is merged into,
// which then has to know how many there are.
void ReportData::Keep(RecordFinding found) {
  if (limit_ == 0) return;
  const auto effect = static_cast<std::size_t>(found.finding.effect);
  const std::size_t told = limit_ == kNoLimit ? kNoLimit : kAlikeTold;
  if (!kept_[effect].Take(limit_, told, &found)) {
    counted_[effect].Take(kMostCounted, 1, &found);
  }
}

bool ReportData::Kept::Take(std::size_t limit, std::size_t told,
                            RecordFinding* found) {
  const std::string place = PlaceKey(*found);
  const std::string words = WordsOf(found->finding);
  const bool is_full = findings.size() >= limit;
  const auto alike = by_words.find(words);
  if (alike != by_words.end()) {
    if (AddAtPlace(place, alike->second, found)) return true;
    if (alike->second.told >= told) {
      findings[alike->second.last].AddAlike(std::move(*found));
      return true;
    }
  }
  if (is_full) return false;
  if (!place.empty()) by_place.emplace(place, findings.size());
  Alike& mine = by_words[words];
  ++mine.told;
  mine.last = findings.size();
  findings.push_back(std::move(*found));
  return true;
}

bool ReportData::Kept::AddAtPlace(const std::string& place, const Alike& alike,
                                  RecordFinding* found) {
  const auto same = place.empty() ? by_place.end() : by_place.find(place);
  if (same == by_place.end()) return false;
  RecordFinding& one = findings[same->second];
  one.times += found->times;
  one.of_file += found->of_file;
  for (std::string& record : found->records) {
    if (one.records.size() >= kRecordsNamed) break;
    one.records.push_back(std::move(record));
  }
  if (found->alike == 0) return true;
  findings[alike.last].alike += found->alike;
  findings[alike.last].last = std::move(found->last);
  return true;
}

void ReportData::RecordFinding::AddAlike(RecordFinding other) {
  alike += other.times + other.alike;
  last = other.last.empty() ? PlaceOf(other) : std::move(other.last);
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
  for (auto& [stake, decision] : other.borderline_) {
    KeepBorderline(stake, std::move(decision));
  }
  for (Decision& decision : other.excluded_) {
    if (excluded_.size() >= limit_) break;
    excluded_.push_back(std::move(decision));
  }
  for (std::size_t i = 0; i < kEffects; ++i) {
    counts_[i] += other.counts_[i];
    for (Kept* list : {&other.kept_[i], &other.counted_[i]}) {
      for (RecordFinding& finding : list->findings) Keep(std::move(finding));
    }
  }
  for (const LeftOut& left_out : other.left_out_) AddLeftOut(left_out);
}

}  // namespace sigte
