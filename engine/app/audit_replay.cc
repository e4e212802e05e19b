// SPDX-License-Identifier: MPL-2.0

// `sigte audit replay`: the recorded ruleset over the recorded submissions, and
// every difference from what was logged.

#include <algorithm>
#include <set>
#include <thread>

#include "engine/app/audit_commands.h"
#include "engine/app/audit_common.h"
#include "engine/app/audit_session.h"
#include "engine/app/exit_code.h"
#include "engine/app/kept_ruleset.h"
#include "engine/app/output.h"
#include "engine/app/replay_erasures.h"
#include "engine/app/replay_result.h"
#include "engine/app/ruling_shelf.h"
#include "engine/app/telling.h"
#include "engine/audit/canonical.h"
#include "engine/audit/entry_view.h"
#include "engine/audit/erasure.h"
#include "engine/base/utf8.h"

namespace sigte {
namespace {

/// One run of the log, replayed.
class Replay {
 public:
  Replay(const Settings& settings, const AuditOptions& options,
         const audit::LogReader& reader, std::uint64_t size, std::uint64_t run,
         Output* output)
      : settings_(settings),
        options_(options),
        reader_(reader),
        size_(size),
        run_(run),
        output_(output) {}

  /// False: it cannot be run again; it was said why.
  bool Run() {
    if (!ReadRun() || !OpenRules() || !OpenShelf()) return false;
    // A stored submission with a record blanked is not the one received.
    // Nor is one of which the erasure was cut off.
    erasures_ = FindErasures(
        reader_, size_, run_,
        audit::BegunErasure(Store()).value_or(audit::Erasure()).entries);
    if (!ListSubmissions()) return false;
    CountErasedRecords(reader_, size_, next_, gone_, &erasures_);
    terms_ = LogTermsOf(*store_);
    if (!Screen()) return false;
    TellMissing();
    TellLostSalts();
    return true;
  }

  std::uint64_t differences() const { return differences_; }
  /// Records that were compared with what was logged.
  std::uint64_t compared() const { return records_ - erased_here_; }
  std::uint64_t erased() const { return erased_count_; }

 private:
  void Tell(MessageKey key, const std::vector<LocalText>& args) {
    ++differences_;
    output_->Write(Message(settings_.lang, key, args) + "\n");
  }

  bool Fail(MessageKey key, std::vector<LocalText> args) const {
    TellIssue(key, std::move(args), settings_.lang);
    return false;
  }

  bool ReadRun() {
    const auto text = reader_.ReadEntry(run_, size_);
    const auto entry = text ? audit::ParseJson(*text) : std::nullopt;
    if (!entry || entry->TextOf("type") != audit::kRun) {
      return Fail("L150.no-run", {reader_.folder(), std::to_string(run_)});
    }
    entry_ = *entry;
    stored_ = audit::FindStoredRun(Store(), run_);
    return true;
  }

  std::string Store() const { return audit::PrivateFolderOf(options_.folder); }

  // The log's own copy, unless another ruleset is asked for: then the
  // differences are what the other one changes.
  bool OpenRules() {
    const std::string digest(entry_.TextOf("ruleset_digest"));
    const bool other = !settings_.rules.empty();
    store_ = OpenRuleset(
        other ? settings_.rules : KeptRuleset(reader_.folder(), digest),
        settings_.lang);
    if (store_ == nullptr) return false;
    if (other || store_->ruleset->digest == digest) return true;
    return Fail("L151.ruleset-differs", {store_->folder, digest});
  }

  // The log knows rulings by their digests only: they are texts about people's
  // cases, and lie where they were read from.
  bool OpenShelf() {
    const audit::JsonValue* said = entry_.Find("options");
    const std::uint64_t count =
        said == nullptr ? 0 : said->CountOf("rulings").value_or(0);
    if (count > 0 && options_.rulings.empty()) {
      return Fail("L155.rulings-needed",
                  {std::to_string(run_), CountText(count)});
    }
    RulingOptions rulings;
    rulings.folder = options_.rulings;
    if (said != nullptr) rulings.today = said->TextOf("today");
    shelf_ = OpenRulings(*store_, rulings, {}, settings_.lang);
    return shelf_ != nullptr;
  }

  bool ListSubmissions() {
    const std::uint64_t count = entry_.CountOf("submissions").value_or(0);
    const std::vector<std::string> names =
        stored_ ? stored_->Names() : std::vector<std::string>();
    next_ = run_ + 1;
    SkipTo(audit::kSubmission, count > 0);
    for (std::uint64_t i = 0; i < count; ++i, ++next_) {
      const auto text = reader_.ReadEntry(next_, size_);
      if (!text) return Fail("L110.damaged", {reader_.folder()});
      const audit::EntryView entry(*text);
      if (entry.IsNull("commit")) continue;
      if (!AddSubmission(i, names, entry.Text("commit"))) return false;
    }
    return true;
  }

  void SkipTo(std::string_view type, bool any) {
    while (any && next_ < size_) {
      const auto text = reader_.ReadEntry(next_, size_);
      if (!text || audit::EntryView(*text).Text("type") == type) return;
      ++next_;
    }
  }

  bool AddSubmission(std::uint64_t number,
                     const std::vector<std::string>& names,
                     std::string_view commit) {
    if (erasures_.whole.contains(number)) {
      gone_.insert(number);
      return true;
    }
    const auto salt = stored_ ? stored_->SaltOf(next_) : std::nullopt;
    std::string path;
    if (options_.inputs.empty()) {
      if (stored_) path = stored_->Input(static_cast<std::size_t>(number));
      if (!audit::Exists(path)) {
        return Fail("L152.no-submission", {std::to_string(number), Store()});
      }
      if (erasures_.submissions.contains(number) &&
          audit::IsErasedWhole(path)) {
        gone_.insert(number);
        return true;
      }
    } else {
      path = FindGiven(salt, commit);
      if (path.empty()) {
        return Fail("L153.no-such-file", {std::to_string(number)});
      }
    }
    const bool named = number < names.size() && !names[number].empty();
    std::string name = named ? names[number] : path;
    if (name == kStandardInputName) name = kStandardInput;
    inputs_.paths.push_back(name);
    inputs_.copies.push_back(path);
    numbers_.push_back(number);
    commits_.emplace_back(commit);
    salts_.push_back(salt);
    return true;
  }

  static bool Matches(const std::string& path,
                      const std::optional<audit::Salt>& salt,
                      std::string_view commit) {
    const auto bytes = audit::ReadBytes(path, std::size_t{1} << 31);
    return bytes && salt && audit::Hex(audit::Hmac(*salt, *bytes)) == commit;
  }

  std::string FindGiven(const std::optional<audit::Salt>& salt,
                        std::string_view commit) const {
    for (const std::string& path : ListInputs(options_.inputs).paths) {
      if (Matches(path, salt, commit)) return path;
    }
    return "";
  }

  bool Screen() {
    CheckSubmissions();
    Progress progress(settings_);
    Screening screening(*store_, inputs_,
                        std::max(1U, std::thread::hardware_concurrency()));
    std::string why;
    DecideOptions decide;
    decide.rulings = shelf_->book.get();
    screening.Run(
        decide, [&] { return std::make_unique<ReplayResult>(&terms_); },
        [&](JobResult& result) {
          const auto& replayed = static_cast<ReplayResult&>(result);
          for (const Replayed& record : replayed.records()) {
            Compare(numbers_[replayed.input()], record);
          }
          return true;
        },
        &progress, &why);
    progress.Erase();
    return true;
  }

  void CheckSubmissions() {
    for (std::size_t i = 0; i < inputs_.paths.size(); ++i) {
      if (!salts_[i] || Matches(inputs_.copies[i], salts_[i], commits_[i])) {
        continue;
      }
      // Said below, record by record.
      if (erasures_.submissions.contains(numbers_[i])) continue;
      Tell("audit.other-bytes", {std::to_string(numbers_[i])});
    }
  }

  void Compare(std::uint64_t submission, const Replayed& record) {
    ++records_;
    n_ = records_ > 1 && submission == submission_ ? n_ + 1 : 0;
    submission_ = submission;
    SkipGone();
    const auto text = reader_.ReadEntry(next_, size_);
    const auto logged = text ? audit::ParseJson(*text) : std::nullopt;
    if (!logged || logged->TextOf("type") != audit::kRecord) {
      Tell("audit.not-logged", {Printable(record.name)});
      return;
    }
    const std::uint64_t index = next_++;
    if (erasures_.HasEntry(index)) {
      ++erased_count_;
      ++erased_here_;
      return;
    }
    CompareMembers(index, *logged, record);
    const auto salt = stored_ ? stored_->SaltOf(index) : std::nullopt;
    const auto opens = [&](const std::string& message) {
      return audit::Hex(audit::Hmac(*salt, message)) ==
             logged->TextOf("commit");
    };
    if (salt && !opens(record.message) && !opens(record.masked)) {
      Tell("audit.other-record",
           {std::to_string(index), Printable(record.name)});
    }
  }

  void TellLostSalts() {
    const LostSalts lost = FindLostSalts(reader_, size_, run_, erasures_,
                                         stored_ ? &*stored_ : nullptr);
    if (lost.count == 0) return;
    Tell("audit.lost-salts",
         {CountText(lost.count), std::to_string(lost.first)});
  }

  // Past the records of submissions of which nothing is kept.
  void SkipGone() {
    for (; !gone_.empty() && next_ < size_; ++next_) {
      const auto text = reader_.ReadEntry(next_, size_);
      if (!text) return;
      const audit::EntryView entry(*text);
      if (entry.Text("type") != audit::kRecord ||
          !gone_.contains(entry.Count("submission").value_or(0))) {
        return;
      }
      ++erased_count_;
    }
  }

  void CompareMembers(std::uint64_t index, const audit::JsonValue& logged,
                      const Replayed& record) {
    const audit::JsonValue now =
        audit::RecordMembers(record.fact, run_, submission_, n_);
    for (const char* name : {"submission", "n", "group", "verdict", "scope",
                             "amount", "rules", "findings", "withheld"}) {
      const std::string before = TextOf(logged, name);
      const std::string after = TextOf(now, name);
      if (before == after) continue;
      Tell("audit.differs", {std::to_string(index), Printable(record.name),
                             name, Printable(before), Printable(after)});
    }
    TellErasures(index, GroupChecksThatDiffer(logged, now, *store_->program),
                 record);
  }

  // Why a check over a group comes out otherwise, with the log's own rules too.
  void TellErasures(std::uint64_t index, const std::vector<std::string>& checks,
                    const Replayed& record) {
    if (checks.empty() || erasures_.records == 0) return;
    const auto found = erasures_.of_group.find(record.fact.group);
    const bool same =
        !record.fact.group.empty() && found != erasures_.of_group.end();
    const std::uint64_t count = same ? found->second : erasures_.records;
    std::string codes;
    for (const std::string& code : checks) {
      codes += (codes.empty() ? "" : ", ") + code;
    }
    std::vector<LocalText> args = {
        std::to_string(index), Printable(record.name), codes, CountText(count)};
    if (same) args.emplace_back(record.fact.group);
    output_->Write(Message(settings_.lang,
                           same ? MessageKey("audit.erased-of-group")
                                : MessageKey("audit.erased-of-run"),
                           args) +
                   "\n");
  }

  static std::string TextOf(const audit::JsonValue& entry,
                            std::string_view name) {
    const audit::JsonValue* value = entry.Find(name);
    if (value == nullptr) return "-";
    return audit::Canonical(*value).value_or("?");
  }

  // Records that were logged and did not come this time.
  void TellMissing() {
    for (SkipGone(); next_ < size_; ++next_, SkipGone()) {
      const auto text = reader_.ReadEntry(next_, size_);
      if (!text || audit::EntryView(*text).Text("type") != audit::kRecord) {
        return;
      }
      Tell("audit.not-replayed", {std::to_string(next_)});
    }
  }

  const Settings& settings_;
  const AuditOptions& options_;
  const audit::LogReader& reader_;
  std::uint64_t size_;
  std::uint64_t run_;
  Output* output_;
  audit::JsonValue entry_;
  std::optional<audit::StoredRun> stored_;
  const RulesetStore* store_ = nullptr;
  std::unique_ptr<RulingShelf> shelf_;
  audit::LogTerms terms_;
  InputList inputs_;
  std::vector<std::uint64_t> numbers_;  // of the inputs, in the log
  std::set<std::uint64_t> gone_;        // submissions that were erased whole
  std::vector<std::string> commits_;
  std::vector<std::optional<audit::Salt>> salts_;
  ReplayErasures erasures_;
  std::uint64_t next_ = 0;  // the entry that comes next
  std::uint64_t records_ = 0;
  std::uint64_t submission_ = 0;
  std::uint64_t n_ = 0;
  std::uint64_t erased_count_ = 0;
  std::uint64_t erased_here_ = 0;  // those of which something was screened
  std::uint64_t differences_ = 0;
};

}  // namespace

int RunAuditReplay(const Settings& settings, const AuditOptions& options) {
  const Lang lang = settings.lang;
  if (!HasFolder(options, "audit replay", lang)) return kExitFailed;
  const audit::LogReader reader(options.folder);
  const auto latest = reader.ReadLatest();
  if (!latest) return TellIssue("L101.no-log", {options.folder}, lang);
  const std::uint64_t size = latest->tree.size;
  const auto found = RunsOf(reader, size);
  if (!found) return TellIssue("L110.damaged", {options.folder}, lang);
  std::vector<std::uint64_t> runs = *found;
  if (runs.empty()) return TellIssue("L154.no-runs", {options.folder}, lang);
  if (options.run) {
    runs = {*options.run};
  } else if (!options.all) {
    runs = {runs.back()};
  }
  Output output;
  output.Write(BegunErasureText(options.folder, lang));
  std::uint64_t differences = 0;
  for (const std::uint64_t run : runs) {
    Replay replay(settings, options, reader, size, run, &output);
    if (!replay.Run()) return kExitFailed;
    differences += replay.differences();
    output.Write(
        Message(lang, "audit.replayed",
                {std::to_string(run), CountText(replay.compared()),
                 CountText(replay.differences()), CountText(replay.erased())}) +
        "\n");
  }
  if (Delivered(&output, kExitOk) != kExitOk) return kExitFailed;
  return differences == 0 ? kExitOk : kExitBlocked;
}

}  // namespace sigte
