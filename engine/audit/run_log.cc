// SPDX-License-Identifier: MPL-2.0

#include "engine/audit/run_log.h"

#include <algorithm>

#include "engine/audit/canonical.h"

namespace sigte::audit {
namespace {

constexpr std::string_view kUsed = "used";

JsonValue TextOrNull(std::string_view text) {
  return text.empty() ? JsonValue() : JsonValue(text);
}

}  // namespace

void GroupTotals::Add(const RecordFact& fact, std::uint64_t submission,
                      const Hash& leaf) {
  totals.Add(fact);
  leaves.Add(BytesOf(leaf));
  if (submissions.empty() || submissions.back().first != submission) {
    submissions.emplace_back(submission, 0);
  }
  ++submissions.back().second;
}

JsonValue::Members ReceiptMembers(const std::string& group, std::uint64_t run,
                                  std::string_view ruleset_digest,
                                  const std::vector<std::string>& commits,
                                  GroupTotals* of) {
  JsonValue::List list;
  for (const auto& [submission, records] : of->submissions) {
    if (list.size() == kMaxListed) break;
    list.emplace_back(JsonValue::Members{
        {"submission", JsonValue::Number(submission)},
        {"records", JsonValue::Number(records)},
        {"commit", TextOrNull(submission < commits.size() ? commits[submission]
                                                          : std::string())}});
  }
  const std::size_t more = of->submissions.size() - list.size();
  return {{"run", JsonValue::Number(run)},
          {"group", group},
          {"ruleset_digest", ruleset_digest},
          {"submissions", std::move(list)},
          {"submissions_more", JsonValue::Number(more)},
          {"records", of->totals.records()},
          {"records_digest", Hex(of->leaves.Finish())},
          {"totals", of->totals.Json()}};
}

bool RunLog::Append(std::string_view type, JsonValue::Members members,
                    const Salt& salt) {
  const auto text = EntryText(type, std::move(members));
  // Only texts of the ruleset or of the program stand in entries as they are.
  return text && log_->Append(*text) && store_->AddSalt(salt);
}

bool RunLog::Begin(const RunFacts& facts,
                   const std::vector<StoredInput>& inputs) {
  first_ = log_->next();
  if (!NoteCutOff()) return false;
  run_ = log_->next();
  ruleset_digest_ = facts.ruleset_digest;
  if (!Append(kRun, {{"run", JsonValue::Number(run_)},
                     {"time", facts.time},
                     {"program", facts.program_version},
                     {"ruleset", facts.ruleset},
                     {"ruleset_version", facts.ruleset_version},
                     {"ruleset_digest", facts.ruleset_digest},
                     {"list", facts.list},
                     {"submissions", JsonValue::Number(inputs.size())},
                     {"options", facts.options}}) ||
      !NoteChangedRules(facts)) {
    return false;
  }
  for (const StoredInput& input : inputs) {
    commits_.push_back(input.readable ? Hex(input.commit) : "");
    if (!Append(kSubmission,
                {{"run", JsonValue::Number(run_)},
                 {"submission", JsonValue::Number(commits_.size() - 1)},
                 {"bytes", input.readable ? JsonValue::Number(input.bytes)
                                          : JsonValue()},
                 {"commit", TextOrNull(commits_.back())}},
                input.readable ? input.salt : kNoSalt)) {
      return false;
    }
  }
  first_record_ = log_->next();
  return true;
}

bool RunLog::NoteCutOff() {
  if (log_->cut_off().empty()) return true;
  return Append(kNote,
                {{"what", "cut-off"},
                 {"entries", JsonValue::Number(log_->cut_off().entries)},
                 {"files", JsonValue::Number(log_->cut_off().files.size())}});
}

bool RunLog::NoteChangedRules(const RunFacts& facts) {
  const auto last = LastRun(log_->reader(), log_->committed());
  if (!last) return true;
  const std::string before(last->TextOf("ruleset_digest"));
  if (before == facts.ruleset_digest) return true;
  return Append(
      kRulesChanged,
      {{"run", JsonValue::Number(run_)},
       {"from", JsonValue::Members{{"ruleset", last->TextOf("ruleset")},
                                   {"version", last->TextOf("ruleset_version")},
                                   {"digest", before}}},
       {"to", JsonValue::Members{{"ruleset", facts.ruleset},
                                 {"version", facts.ruleset_version},
                                 {"digest", facts.ruleset_digest}}}});
}

bool RunLog::AddRecord(std::uint64_t submission, const RecordFact& fact) {
  n_ = records_ > 0 && submission == submission_ ? n_ + 1 : 0;
  submission_ = submission;
  if (!Append(kRecord, RecordMembers(fact, run_, submission, n_), fact.salt)) {
    return false;
  }
  ++records_;
  all_.Add(fact, submission, log_->last_leaf());
  if (fact.group.empty()) {
    ++no_group_;
  } else {
    groups_[fact.group].Add(fact, submission, log_->last_leaf());
  }
  return true;
}

bool RunLog::AddRuling(const RulingFact& ruling) {
  const bool used = ruling.state == kUsed;
  ++(used ? rulings_used_ : rulings_lapsed_);
  const Salt salt = RandomSalt();
  return Append(kRuling,
                {{"run", JsonValue::Number(run_)},
                 {"rule", ruling.rule},
                 {"answer", ruling.answer},
                 {"state", ruling.state},
                 {"commit", Hex(Hmac(salt, RulingMessage(ruling)))}},
                salt);
}

bool RunLog::Finish(HmacStream* output, const Salt& output_salt,
                    std::uint64_t unreadable) {
  for (auto& [group, totals] : groups_) {
    if (!Append(kReceipt, ReceiptMembers(group, run_, ruleset_digest_, commits_,
                                         &totals))) {
      return false;
    }
  }
  return Append(kAggregate,
                {{"run", JsonValue::Number(run_)},
                 {"first_record", JsonValue::Number(first_record_)},
                 {"records", JsonValue::Number(records_)},
                 {"records_digest", Hex(all_.leaves.Finish())},
                 {"no_group", JsonValue::Number(no_group_)},
                 {"receipts", JsonValue::Number(groups_.size())},
                 {"unreadable", JsonValue::Number(unreadable)},
                 {"rulings_used", JsonValue::Number(rulings_used_)},
                 {"rulings_lapsed", JsonValue::Number(rulings_lapsed_)},
                 {"commit", Hex(output->Finish())},
                 {"totals", all_.totals.Json()}},
                output_salt);
}

bool RunLog::Commit() {
  // Salts that open nothing do no harm; commitments that nothing opens do.
  if (!store_->Seal(first_) || !log_->Commit()) {
    if (log_->committed() > first_) store_->Keep();
    return false;
  }
  store_->Keep();
  return true;
}

IssueList RunLog::error() const {
  if (!log_->error().empty()) return log_->error();
  IssueList issues;
  if (!store_->error().empty()) {
    issues.Error("L104.cannot-write-log", nullptr, {}, {store_->error()});
  } else {
    issues.Error("L112.no-text", nullptr, {});
  }
  return issues;
}

// Entries of a run name it; those between runs are few.
std::optional<JsonValue> LastRun(const LogReader& reader, std::uint64_t size) {
  for (std::uint64_t index = size; index-- > 0;) {
    const auto text = reader.ReadEntry(index, size);
    const auto entry = text ? ParseJson(*text) : std::nullopt;
    if (!entry) return std::nullopt;
    const auto run = entry->CountOf("run");
    if (!run) continue;
    const auto run_text = reader.ReadEntry(*run, size);
    return run_text ? ParseJson(*run_text) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace sigte::audit
