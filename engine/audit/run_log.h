// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/audit/entries.h"
#include "engine/audit/log_writer.h"
#include "engine/audit/private_store.h"

/// One run's entries, in the order of FORMAT.md: run, rules.changed,
/// submissions, records, rulings, receipts, aggregate. Until Commit the log
/// knows nothing of them.
namespace sigte::audit {

/// Sums over the record entries of one group, or of a run. The verifier makes
/// the same from what it reads and compares.
struct GroupTotals {
  Totals totals;
  Sha256Stream leaves;  ///< over the leaf hashes of the record entries
  /// Submission and how many of its records are the group's, in order.
  std::vector<std::pair<std::uint64_t, std::uint64_t>> submissions;

  void Add(const RecordFact& fact, std::uint64_t submission, const Hash& leaf);
};

/// A receipt lists so many submissions; the others are counted.
inline constexpr std::size_t kMaxListed = 400;

/// The members of a receipt entry. `commits` is of the run's submissions.
JsonValue::Members ReceiptMembers(const std::string& group, std::uint64_t run,
                                  std::string_view ruleset_digest,
                                  const std::vector<std::string>& commits,
                                  GroupTotals* of);

class RunLog {
 public:
  /// Borrows both.
  RunLog(LogWriter* log, PrivateRun* store) : log_(log), store_(store) {}

  /// All below: false where the log or the store cannot be written; see
  /// error().
  bool Begin(const RunFacts& facts, const std::vector<StoredInput>& inputs);
  /// The next record of submission `submission`. In the order of the input.
  bool AddRecord(std::uint64_t submission, const RecordFact& fact);
  bool AddRuling(const RulingFact& ruling);
  /// Receipts and aggregate. `output`: what is published under the run's
  /// totals, all of its bytes; `unreadable`: submissions that could not be
  /// read.
  bool Finish(HmacStream* output, const Salt& output_salt,
              std::uint64_t unreadable);
  /// Salts first, then the log.
  bool Commit();

  /// The index of the run entry: the run's name.
  std::uint64_t run() const { return run_; }
  std::uint64_t records() const { return records_; }
  IssueList error() const;

 private:
  bool Append(std::string_view type, JsonValue::Members members,
              const Salt& salt = kNoSalt);
  bool NoteCutOff();
  bool NoteChangedRules(const RunFacts& facts);

  LogWriter* log_;
  PrivateRun* store_;
  std::uint64_t first_ = 0;
  std::uint64_t run_ = 0;
  std::uint64_t first_record_ = 0;
  std::uint64_t records_ = 0;
  std::uint64_t no_group_ = 0;
  std::uint64_t rulings_used_ = 0;
  std::uint64_t rulings_lapsed_ = 0;
  std::uint64_t submission_ = 0;  // of the last record
  std::uint64_t n_ = 0;           // its number in it
  std::string ruleset_digest_;
  std::vector<std::string> commits_;  // hex, by submission; empty: unreadable
  std::map<std::string, GroupTotals, std::less<>> groups_;
  GroupTotals all_;
};

/// The last run entry of a log of `size` entries; nullopt where there is none.
std::optional<JsonValue> LastRun(const LogReader& reader, std::uint64_t size);

}  // namespace sigte::audit
