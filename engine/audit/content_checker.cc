// SPDX-License-Identifier: MPL-2.0

#include "engine/audit/content_checker.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "engine/audit/canonical.h"
#include "engine/audit/entry_form.h"
#include "engine/audit/format.h"
#include "engine/base/explanations.h"

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

// What of a record entry, which has its form, the sums are made from.
RecordFact FactOf(const EntryView& entry) {
  RecordFact fact;
  fact.verdict = VerdictOf(entry.Text("verdict")).value_or(Verdict::kInvalid);
  fact.group = entry.Text("group");
  fact.amount = entry.Integer("amount");
  fact.amount_withheld = Withholds(entry, "\"amount\"");
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
      type.empty() || (IsEntryType(type) && !HasForm(type, view))) {
    return Wrong("audit.entry-no-form");
  }
  if (std::exchange(run_due_, false) && type != kRun) {
    return Wrong("audit.entry-out-of-place");
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
  if (type == kRulesChanged) return AddRulesChanged(entry);
  if (in_run_) return Wrong("audit.entry-out-of-place");
  if (type == kRun) return BeginRun(entry);
  if (type == kGenesis) {
    if (index_ != 0) return Wrong("audit.entry-out-of-place");
    return entry.Text("origin") == origin_ || Wrong("audit.entry-other-log");
  }
  if (type == kErasure) return AddErasure(entry);
  if (type == kNote) return run_due_ = true;
  return Wrong("audit.entry-unknown-type");
}

bool ContentChecker::BeginRun(const EntryView& entry) {
  if (entry.Count("run") != index_) return Wrong("audit.entry-out-of-place");
  ruleset_digest_ = entry.Text("ruleset_digest");
  if (!IsOfItsRuleset(entry)) return Wrong("audit.entry-not-of-rules");
  runs_.push_back(index_);
  in_run_ = true;
  run_ = index_;
  change_due_ = !last_digest_.empty() && last_digest_ != ruleset_digest_;
  expected_submissions_ = entry.Count("submissions").value_or(0);
  rulings_read_ = EntryView(entry.Raw("options")).Count("rulings");
  first_record_ = 0;
  receipts_ = no_group_ = rulings_used_ = rulings_lapsed_ = 0;
  commits_.clear();
  groups_.clear();
  all_ = {};
  return true;
}

// Whether a run says of its ruleset what that says of itself; from here on its
// terms are known.
bool ContentChecker::IsOfItsRuleset(const EntryView& run) {
  if (find_terms_ && ruleset_digest_ != last_digest_) {
    terms_ = find_terms_(ruleset_digest_);
    codes_.clear();
    if (terms_) {
      codes_.insert(terms_->rule_codes.begin(), terms_->rule_codes.end());
    }
  }
  return !terms_ ||
         (run.Raw("ruleset") == Canonical(terms_->ruleset) &&
          run.Raw("ruleset_version") == Canonical(terms_->ruleset_version) &&
          run.Raw("list") == Canonical(terms_->list));
}

// A group that its ruleset lets be named, its rules, and codes of its own or
// the program's.
bool ContentChecker::NamesOnlyWhatThereIs(const EntryView& entry) const {
  if (!terms_) return true;
  const std::string group(entry.Text("group"));
  if (!group.empty() && !MayLogGroup(group, *terms_)) return false;
  auto rules = InsideOfList(entry.Raw("rules"));
  while (rules && !rules->empty()) {
    const EntryView rule(TakeElement(&*rules));
    if (!codes_.contains(rule.Text("rule"))) return false;
  }
  auto findings = InsideOfList(entry.Raw("findings"));
  while (findings && !findings->empty()) {
    std::string_view code = TakeElement(&*findings);
    code = code.substr(1, code.size() - 2);
    if (!code.empty() && !codes_.contains(code) && !IsMessageCode(code)) {
      return false;
    }
  }
  return true;
}

bool ContentChecker::AddSubmission(const EntryView& entry) {
  if (!in_run_ || change_due_ || all_.totals.records() > 0 ||
      entry.Count("run") != run_ ||
      entry.Count("submission") != commits_.size()) {
    return Wrong("audit.entry-out-of-place");
  }
  commits_.emplace_back(entry.Text("commit"));
  NoteErasable();
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
  if (!NamesOnlyWhatThereIs(entry)) return Wrong("audit.entry-not-of-rules");
  const RecordFact fact = FactOf(entry);
  NoteErasable();
  if (first) first_record_ = index_;
  last_submission_ = *submission;
  last_n_ = *n;
  all_.Add(fact, *submission, leaf);
  if (fact.group.empty()) {
    ++no_group_;
  } else {
    groups_[fact.group].Add(fact, *submission, leaf);
  }
  return true;
}

bool ContentChecker::AddRuling(const EntryView& entry) {
  if (!in_run_ || entry.Count("run") != run_ || receipts_ > 0) {
    return Wrong("audit.entry-out-of-place");
  }
  ++(entry.Text("state") == "used" ? rulings_used_ : rulings_lapsed_);
  return !rulings_read_ || rulings_used_ + rulings_lapsed_ <= *rulings_read_ ||
         Wrong("audit.entry-out-of-place");
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

bool ContentChecker::AddRulesChanged(const EntryView& entry) {
  if (!in_run_ || entry.Count("run") != run_ ||
      !std::exchange(change_due_, false)) {
    return Wrong("audit.entry-out-of-place");
  }
  const EntryView from(entry.Raw("from"));
  const EntryView to(entry.Raw("to"));
  return (from.Text("digest") == last_digest_ &&
          to.Text("digest") == ruleset_digest_) ||
         Wrong("audit.entry-other-sum");
}

void ContentChecker::NoteErasable() {
  if (erasable_.empty() || erasable_.back().second != index_) {
    erasable_.emplace_back(index_, index_);
  }
  ++erasable_.back().second;
}

// Ascending, and each one of those before it that have a commitment to erase.
bool ContentChecker::AddErasure(const EntryView& entry) {
  auto rest = InsideOfList(entry.Raw("entries"));
  std::uint64_t least = 0;
  while (rest && !rest->empty()) {
    const std::string_view element = TakeElement(&*rest);
    std::uint64_t erased = 0;
    std::from_chars(element.data(), element.data() + element.size(), erased);
    const auto behind = std::ranges::upper_bound(
        erasable_, erased, {}, [](const auto& of) { return of.first; });
    if (erased < least || behind == erasable_.begin() ||
        erased >= (behind - 1)->second) {
      return Wrong("audit.entry-erases-other");
    }
    least = erased + 1;
  }
  return true;
}

bool ContentChecker::EndRun(const EntryView& entry) {
  if (!in_run_ || entry.Count("run") != run_ || !groups_.empty() ||
      change_due_ || commits_.size() != expected_submissions_) {
    return Wrong("audit.entry-out-of-place");
  }
  in_run_ = false;
  last_digest_ = ruleset_digest_;
  const auto records = static_cast<std::uint64_t>(all_.totals.records());
  // Of the files that could not be read some could be opened.
  const auto unopened =
      static_cast<std::uint64_t>(std::ranges::count(commits_, std::string()));
  const bool counts =
      entry.Count("records") == records &&
      entry.Count("no_group") == no_group_ &&
      entry.Count("unreadable") >= unopened &&
      entry.Count("receipts") == receipts_ &&
      entry.Count("rulings_used") == rulings_used_ &&
      entry.Count("rulings_lapsed") == rulings_lapsed_ &&
      (records == 0 || entry.Count("first_record") == first_record_);
  return (counts && entry.Text("records_digest") == Hex(all_.leaves.Finish()) &&
          entry.Raw("totals") == Canonical(all_.totals.Json())) ||
         Wrong("audit.entry-other-sum");
}

bool ContentChecker::Finish() {
  return (!in_run_ && !run_due_) || Wrong("audit.run-unfinished");
}

}  // namespace sigte::audit
