// SPDX-License-Identifier: MPL-2.0

#include "engine/audit/content_checker.h"

#include <array>
#include <utility>

#include "engine/audit/canonical.h"
#include "engine/audit/format.h"

namespace sigte::audit {
namespace {

std::optional<Verdict> VerdictOf(std::string_view name) {
  for (const Verdict verdict : {Verdict::kInclude, Verdict::kExclude,
                                Verdict::kBorderline, Verdict::kInvalid}) {
    if (VerdictName(verdict) == name) return verdict;
  }
  return std::nullopt;
}

bool Withholds(const EntryView& entry, std::string_view what) {
  return entry.Raw("withheld").find(what) != std::string_view::npos;
}

// What of a record entry the sums are made from.
std::optional<RecordFact> FactOf(const EntryView& entry) {
  const auto verdict = VerdictOf(entry.Text("verdict"));
  if (!verdict || !HashOfHex(entry.Text("commit"))) return std::nullopt;
  RecordFact fact;
  fact.verdict = *verdict;
  fact.group = entry.Text("group");
  fact.amount = entry.Integer("amount");
  fact.amount_withheld = Withholds(entry, "\"amount\"");
  if (!fact.amount && !entry.IsNull("amount")) return std::nullopt;
  if (fact.group.empty() && !entry.IsNull("group")) return std::nullopt;
  return fact;
}

}  // namespace

bool ContentChecker::Wrong(MessageKey why) {
  why_ = why;
  suspect_ = why == MessageKey("audit.entry-other-sum") ? run_ : index_;
  return false;
}

bool ContentChecker::Add(std::uint64_t index, std::string_view entry,
                         const Hash& leaf) {
  index_ = index;
  if (!IsCanonical(entry)) return Wrong("audit.entry-not-canonical");
  const EntryView view(entry);
  const std::string_view type = view.Text("type");
  if (view.Count("v") != static_cast<std::uint64_t>(kFormatVersion) ||
      type.empty()) {
    return Wrong("audit.entry-no-form");
  }
  const auto at = types_.find(type);
  if (at == types_.end()) {
    types_.emplace(type, 1);
  } else {
    ++at->second;
  }
  return AddOf(type, view, leaf);
}

bool ContentChecker::AddOf(std::string_view type, const EntryView& entry,
                           const Hash& leaf) {
  if (type == kRecord) return AddRecord(entry, leaf);
  if (type == kSubmission) return AddSubmission(entry);
  if (type == kRuling) return AddRuling(entry);
  if (type == kReceipt) return AddReceipt(entry);
  if (type == kAggregate) return EndRun(entry);
  if (type == kRulesChanged) {
    const bool expected = in_run_ && entry.Count("run") == run_ && change_due_;
    change_due_ = false;
    return expected || Wrong("audit.entry-out-of-place");
  }
  if (in_run_) return Wrong("audit.entry-out-of-place");
  if (type == kRun) return BeginRun(entry);
  if (type == kGenesis) {
    if (index_ != 0) return Wrong("audit.entry-out-of-place");
    return entry.Text("origin") == origin_ || Wrong("audit.entry-other-log");
  }
  if (type == kErasure || type == kNote) return true;
  return Wrong("audit.entry-unknown-type");
}

bool ContentChecker::BeginRun(const EntryView& entry) {
  if (entry.Count("run") != index_) return Wrong("audit.entry-out-of-place");
  const auto submissions = entry.Count("submissions");
  ruleset_digest_ = entry.Text("ruleset_digest");
  if (!submissions || ruleset_digest_.empty()) {
    return Wrong("audit.entry-no-form");
  }
  runs_.push_back(index_);
  in_run_ = true;
  run_ = index_;
  change_due_ = !last_digest_.empty() && last_digest_ != ruleset_digest_;
  expected_submissions_ = *submissions;
  first_record_ = 0;
  receipts_ = no_group_ = rulings_used_ = rulings_lapsed_ = 0;
  commits_.clear();
  groups_.clear();
  all_ = {};
  return true;
}

bool ContentChecker::AddSubmission(const EntryView& entry) {
  if (!in_run_ || change_due_ || all_.totals.records() > 0 ||
      entry.Count("run") != run_ ||
      entry.Count("submission") != commits_.size()) {
    return Wrong("audit.entry-out-of-place");
  }
  commits_.emplace_back(entry.Text("commit"));
  return true;
}

bool ContentChecker::AddRecord(const EntryView& entry, const Hash& leaf) {
  const auto submission = entry.Count("submission");
  const auto n = entry.Count("n");
  if (!in_run_ || entry.Count("run") != run_ || !submission || !n ||
      receipts_ > 0 || commits_.size() != expected_submissions_ ||
      *submission >= commits_.size()) {
    return Wrong("audit.entry-out-of-place");
  }
  const bool first = all_.totals.records() == 0;
  const bool same = !first && *submission == last_submission_;
  if (*n != (same ? last_n_ + 1 : 0) ||
      (!first && *submission < last_submission_)) {
    return Wrong("audit.entry-out-of-place");
  }
  const auto fact = FactOf(entry);
  if (!fact) return Wrong("audit.entry-no-form");
  if (first) first_record_ = index_;
  last_submission_ = *submission;
  last_n_ = *n;
  all_.Add(*fact, *submission, leaf);
  if (fact->group.empty()) {
    ++no_group_;
  } else {
    groups_[fact->group].Add(*fact, *submission, leaf);
  }
  return true;
}

bool ContentChecker::AddRuling(const EntryView& entry) {
  if (!in_run_ || entry.Count("run") != run_ || receipts_ > 0) {
    return Wrong("audit.entry-out-of-place");
  }
  ++(entry.Text("state") == "used" ? rulings_used_ : rulings_lapsed_);
  return true;
}

bool ContentChecker::AddReceipt(const EntryView& entry) {
  const std::string group(entry.Text("group"));
  const auto at = groups_.find(group);
  if (!in_run_ || entry.Count("run") != run_ || at == groups_.end()) {
    return Wrong("audit.entry-out-of-place");
  }
  const auto text = EntryText(
      kReceipt,
      ReceiptMembers(group, run_, ruleset_digest_, commits_, &at->second));
  groups_.erase(at);
  ++receipts_;
  return text == entry.text() || Wrong("audit.entry-other-sum");
}

bool ContentChecker::EndRun(const EntryView& entry) {
  if (!in_run_ || entry.Count("run") != run_ || !groups_.empty() ||
      change_due_ || commits_.size() != expected_submissions_) {
    return Wrong("audit.entry-out-of-place");
  }
  in_run_ = false;
  last_digest_ = ruleset_digest_;
  const auto records = static_cast<std::uint64_t>(all_.totals.records());
  const bool counts =
      entry.Count("records") == records &&
      entry.Count("no_group") == no_group_ &&
      entry.Count("receipts") == receipts_ &&
      entry.Count("rulings_used") == rulings_used_ &&
      entry.Count("rulings_lapsed") == rulings_lapsed_ &&
      (records == 0 || entry.Count("first_record") == first_record_);
  return (counts && entry.Text("records_digest") == Hex(all_.leaves.Finish()) &&
          entry.Raw("totals") == Canonical(all_.totals.Json())) ||
         Wrong("audit.entry-other-sum");
}

bool ContentChecker::Finish() {
  return !in_run_ || Wrong("audit.run-unfinished");
}

}  // namespace sigte::audit
