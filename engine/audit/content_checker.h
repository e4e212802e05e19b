// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/audit/entry_view.h"
#include "engine/audit/run_log.h"

/// Whether the entries make sense together: what a key holder could sign and
/// still be caught at.
namespace sigte::audit {

class ContentChecker {
 public:
  /// `terms` (may be null) knows what records may name.
  explicit ContentChecker(std::string origin, FindTerms terms = nullptr)
      : origin_(std::move(origin)), find_terms_(std::move(terms)) {}

  /// Takes the next entry; false with `why()` where it contradicts the format
  /// or the entries before it.
  bool Add(std::uint64_t index, std::string_view entry, const Hash& leaf);
  /// At the log's end: a run that lacks its aggregate is cut short.
  bool Finish();

  /// The catalogue's key that says what is wrong.
  MessageKey why() const { return *why_; }
  /// Where the fault may begin: sums that do not add up are a fault of their
  /// own or of an entry of the run before them.
  std::uint64_t first_suspect() const { return suspect_; }
  const std::map<std::string, std::uint64_t, std::less<>>& types() const {
    return types_;
  }
  const std::vector<std::uint64_t>& runs() const { return runs_; }

 private:
  bool Wrong(MessageKey why);
  bool AddOf(std::string_view type, const EntryView& entry, const Hash& leaf);
  bool BeginRun(const EntryView& entry);
  bool AddSubmission(const EntryView& entry);
  bool AddRecord(const EntryView& entry, const Hash& leaf);
  bool IsOfItsRuleset(const EntryView& run);
  bool NamesOnlyWhatThereIs(const EntryView& entry) const;
  bool AddRuling(const EntryView& entry);
  bool AddReceipt(const EntryView& entry);
  bool AddRulesChanged(const EntryView& entry);
  bool AddErasure(const EntryView& entry);
  /// The entry is one of those that can be erased.
  void NoteErasable();
  bool EndRun(const EntryView& entry);

  std::string origin_;
  FindTerms find_terms_;
  std::optional<LogTerms> terms_;             // of the run's ruleset
  std::set<std::string, std::less<>> codes_;  // of its rules
  std::optional<MessageKey> why_;
  std::map<std::string, std::uint64_t, std::less<>> types_;
  std::vector<std::uint64_t> runs_;

  std::uint64_t index_ = 0;
  std::uint64_t suspect_ = 0;
  bool in_run_ = false;
  std::uint64_t run_ = 0;
  std::uint64_t expected_submissions_ = 0;
  std::optional<std::uint64_t> rulings_read_;
  std::uint64_t first_record_ = 0;
  std::uint64_t receipts_ = 0;
  std::uint64_t no_group_ = 0;
  std::uint64_t rulings_used_ = 0;
  std::uint64_t rulings_lapsed_ = 0;
  std::uint64_t last_submission_ = 0;
  std::uint64_t last_n_ = 0;
  std::string ruleset_digest_;
  std::string last_digest_;  // of the run before
  bool change_due_ = false;
  bool run_due_ = false;  // a note stands before it
  /// Stretches [begin, end) of submissions and records; one or two a run.
  std::vector<std::pair<std::uint64_t, std::uint64_t>> erasable_;
  std::vector<std::string> commits_;
  std::map<std::string, GroupTotals, std::less<>> groups_;
  GroupTotals all_;
};

}  // namespace sigte::audit
