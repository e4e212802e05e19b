// SPDX-License-Identifier: MPL-2.0

// `sigte rulings check` and `sigte rulings stats`.

#include "engine/app/rulings_commands.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <utility>

#include "engine/app/exit_code.h"
#include "engine/app/finding_text.h"
#include "engine/app/inputs.h"
#include "engine/app/output.h"
#include "engine/app/ruling_places.h"
#include "engine/app/screening.h"
#include "engine/app/telling.h"
#include "engine/app/terminal_size.h"
#include "engine/base/issue_hint.h"
#include "engine/base/json_writer.h"
#include "engine/base/numbers.h"
#include "engine/report/ruling_blocks.h"
#include "engine/report/ruling_stats.h"
#include "engine/report/ruling_tally.h"

namespace sigte {
namespace {

/// What the run says of the rulings: their states, and the digests as they are.
class Seen : public JobResult {
 public:
  explicit Seen(Lang lang) : lang_(lang) {}

  void Clear() override {
    tally_ = RulingTally();
    digests_.clear();
    faults_.clear();
    unreadable_.clear();
  }
  void AddDecision(const Decision& decision) override {
    tally_.Add(decision);
    for (const RulingNote& note : decision.rulings) {
      for (const CaseFile& file : decision.cases) {
        if (file.rule == note.rule) digests_[note.ruling] = file.evidence;
      }
    }
  }
  void AddFileFinding(const Finding& finding,
                      const std::string& file) override {
    if (finding.effect != Finding::Effect::kReject) return;
    faults_[file] += FindingText(finding, file, lang_);
  }
  void AddUnreadable(const std::string& file) override {
    unreadable_.push_back(file);
  }
  void Merge(const Seen& other) {
    tally_.Merge(other.tally_);
    digests_.insert(other.digests_.begin(), other.digests_.end());
    faults_.insert(other.faults_.begin(), other.faults_.end());
    unreadable_.insert(unreadable_.end(), other.unreadable_.begin(),
                       other.unreadable_.end());
  }

  const RulingTally& tally() const { return tally_; }
  std::string DigestOf(std::uint32_t ruling) const {
    const auto at = digests_.find(ruling);
    return at == digests_.end() ? "" : at->second;
  }
  const std::vector<std::string>& unreadable() const { return unreadable_; }
  /// Why it is; empty where nothing is known but that it gave no records.
  std::string FaultsOf(const std::string& file) const {
    const auto at = faults_.find(file);
    return at == faults_.end() ? "" : at->second;
  }

 private:
  Lang lang_;
  RulingTally tally_;
  std::map<std::uint32_t, std::string> digests_;
  std::map<std::string, std::string> faults_;  // of a file, as people read them
  std::vector<std::string> unreadable_;
};

std::string NameOf(const RecordKey& key) {
  return key.group.empty() ? key.id : key.group + "/" + key.id;
}

std::string LaterDate(const Ruling& ruling) {
  return ruling.approved ? std::max(ruling.by.date, ruling.approved->date)
                         : ruling.by.date;
}

Issue IssueAt(MessageKey key, Severity severity, const Ruling& ruling,
              Span span, std::vector<LocalText> args) {
  Issue issue = MakeIssue(key, severity, std::move(args));
  issue.source = ruling.source;
  issue.span = span;
  return issue;
}

// Whether there is anything to look at.
bool HasPlaces(const RulingPlaces& places, Lang lang) {
  if (!places.folder.empty() || !places.inputs.empty()) return true;
  IssueList issues;
  issues.Add(MakeIssue("R641.no-ruling-folder", Severity::kError));
  WriteError(IssuesText(issues, lang));
  return false;
}

class CheckCommand {
 public:
  CheckCommand(const Settings& settings, const RulingsOptions& options)
      : settings_(settings),
        options_(options),
        places_(PlacesOf(options)),
        seen_(settings.lang) {}

  int Run() {
    if (!HasPlaces(places_, settings_.lang)) return kExitFailed;
    store_ = OpenRuleset(settings_.rules, settings_.lang);
    if (store_ == nullptr) return kExitFailed;
    RulingOptions rulings = options_.rulings;
    rulings.folder = places_.folder;
    shelf_ = OpenRulings(*store_, rulings, {}, settings_.lang);
    if (shelf_ == nullptr || !Screen()) return kExitFailed;
    const bool in_order = Tell();
    if (!well_) return kExitFailed;
    return in_order && seen_.unreadable().empty() ? kExitOk : kExitBlocked;
  }

 private:
  bool Screen() {
    if (places_.inputs.empty()) return true;
    const InputList inputs = ListInputs(places_.inputs);
    WriteError(IssuesText(inputs.issues, settings_.lang));
    TellPassedOver(inputs, settings_);
    if (inputs.paths.empty()) return false;
    DecideOptions decide;
    decide.cases = true;
    decide.rulings = shelf_->book.get();
    Progress progress(settings_);
    Screening screening(*store_, inputs, options_.threads);
    std::string why;
    const bool ran = screening.Run(
        decide, [this] { return std::make_unique<Seen>(settings_.lang); },
        [&](JobResult& result) {
          seen_.Merge(static_cast<Seen&>(result));
          return true;
        },
        &progress, &why);
    progress.Erase();
    TellUnreadable();
    return ran && seen_.unreadable().size() < inputs.paths.size();
  }

  void TellUnreadable() const {
    IssueList unreadable;
    for (const std::string& file : seen_.unreadable()) {
      const std::string faults = seen_.FaultsOf(file);
      WriteError(faults);
      if (!faults.empty()) continue;
      unreadable.Error("A112.no-records", nullptr, {}, {file});
    }
    WriteError(IssuesText(unreadable, settings_.lang));
  }

  // Without submissions, what the files alone say.
  std::vector<RulingState> States() const {
    const RulingBook& book = *shelf_->book;
    if (!places_.inputs.empty()) return seen_.tally().GravestStates(book);
    std::vector<RulingState> states;
    for (std::uint32_t i = 0; i < book.rulings().size(); ++i) {
      states.push_back(book.StandingOf(i));
    }
    return states;
  }

  // False where a ruling or a file of one is not in order.
  bool Tell() {
    const std::vector<RulingState> states = States();
    std::string text;
    IssueList issues;
    std::int64_t in_order = 0;
    for (std::uint32_t i = 0; i < states.size(); ++i) {
      const bool good = IsInOrder(states[i]);
      in_order += good ? 1 : 0;
      if (options_.ndjson) {
        AppendRow(i, states[i], &text);
      } else if (!good || states[i] == RulingState::kIdle) {
        issues.Add(IssueOf(i, states[i]));
      }
    }
    const bool all = in_order == static_cast<std::int64_t>(states.size()) &&
                     shelf_->refused_files == 0;
    if (!options_.ndjson) {
      text += IssuesText(issues, settings_.lang) + Ending(states, all);
    }
    Output output;
    output.Write(text);
    well_ = Delivered(&output, kExitOk) == kExitOk;
    return all;
  }

  std::string Ending(const std::vector<RulingState>& states, bool all) const {
    const Lang lang = settings_.lang;
    std::string text;
    if (places_.inputs.empty()) {
      text += Message(lang, "ruling.no-files") + "\n";
    }
    const bool elsewhere =
        std::ranges::find(states, RulingState::kElsewhere) != states.end();
    if (all && !elsewhere) {
      return text +
             (states.empty() ? Message(lang, "ruling.stats-none")
                             : Message(lang, "ruling.all-decide",
                                       {CountText(states.size())})) +
             "\n";
    }
    RulingCounts counts;
    counts.read = static_cast<std::int64_t>(states.size());
    counts.refused_files = shelf_->refused_files;
    for (const RulingState state : states) {
      ++counts.by_state[static_cast<std::size_t>(state)];
    }
    return text +
           RulingCountLines(counts, lang, SizeOf(STDOUT_FILENO).width, false);
  }

  Issue IssueOf(std::uint32_t index, RulingState state) const {
    const RulingBook& book = *shelf_->book;
    const Ruling& ruling = book.rulings()[index];
    const LocalText id = ruling.id;
    const auto warn = [&](MessageKey key, Span span,
                          std::vector<LocalText> args) {
      return IssueAt(key, Severity::kWarning, ruling, span, std::move(args));
    };
    const std::uint32_t other = book.OtherOf(index);
    const LocalText other_id =
        other == kNoIndex ? LocalText("?") : book.rulings()[other].id;
    switch (state) {
      case RulingState::kProposed:
        if (other != kNoIndex) {
          const LocalText by = TitleOf(store_->program->ruling_words.bodies,
                                       book.rulings()[other].by.body);
          return warn("R630.proposals-opposed", ruling.span,
                      {id, other_id, by});
        }
        return warn("R620.ruling-proposed", ruling.span, {id, ruling.by.body});
      case RulingState::kFuture:
        return warn("R629.ruling-future", ruling.span, {id, LaterDate(ruling)});
      case RulingState::kStale:
        return warn("R621.ruling-stale", ruling.evidence_span,
                    {id, seen_.DigestOf(index)});
      case RulingState::kExpired:
        return warn("R622.ruling-expired", ruling.review_span,
                    {id, ruling.review_by});
      case RulingState::kContradicting:
        return warn("R625.ruling-contradicting", ruling.span, {id, other_id});
      case RulingState::kSuperseded:
        return warn("R626.ruling-superseded", ruling.span, {id, other_id});
      case RulingState::kAgainst:
        return warn("R627.ruling-against", ruling.span, {id});
      case RulingState::kOrphaned: return Orphan(index);
      case RulingState::kApproved:
      case RulingState::kIdle:
      case RulingState::kElsewhere: break;
    }
    return IssueAt("R628.ruling-idle", Severity::kNote, ruling, ruling.span,
                   {id});
  }

  Issue Orphan(std::uint32_t index) const {
    const Ruling& ruling = shelf_->book->rulings()[index];
    if (shelf_->book->RuleOf(index) != kNoIndex) {
      return IssueAt("R623.ruling-without-record", Severity::kWarning, ruling,
                     ruling.span, {ruling.id, NameOf(ruling.record)});
    }
    std::vector<std::string> known;
    for (const CompiledRule& rule : store_->program->rules) {
      known.push_back(rule.id);
    }
    Issue issue = UnknownNameIssue("R624.ruling-without-rule", ruling.source,
                                   ruling.rule_span, ruling.rule, known);
    issue.severity = Severity::kWarning;
    return issue;
  }

  void AppendRow(std::uint32_t index, RulingState state,
                 std::string* out) const {
    const Ruling& ruling = shelf_->book->rulings()[index];
    JsonWriter json(out);
    json.BeginObject();
    json.Key("ruling");
    json.String(ruling.id);
    json.Key("state");
    json.String(RulingStateName(state));
    json.Key("decides");
    json.Bool(Decides(state));
    json.Key("record");
    json.String(AsTold(NameOf(ruling.record)));
    json.Key("rule");
    json.String(ruling.rule);
    json.Key("file");
    json.String(AsTold(std::string(ruling.source->name())));
    json.Key("line");
    json.Int(static_cast<std::int64_t>(ruling.line));
    json.EndObject();
    out->push_back('\n');
  }

  const Settings& settings_;
  const RulingsOptions& options_;
  RulingPlaces places_;
  const RulesetStore* store_ = nullptr;
  std::unique_ptr<RulingShelf> shelf_;
  Seen seen_;
  bool well_ = true;
};

// Where there is no figure to give.
std::string NoStats(const RulingShelf& shelf, Lang lang) {
  const std::size_t read = shelf.book->rulings().size();
  if (read > 0) {
    return Message(lang, "ruling.stats-none-known", {CountText(read)}) + "\n";
  }
  return Message(lang, shelf.refused_files > 0
                           ? MessageKey("ruling.stats-none-usable")
                           : MessageKey("ruling.stats-none")) +
         "\n";
}

}  // namespace

int RunRulingsCheck(const Settings& settings, const RulingsOptions& options) {
  return CheckCommand(settings, options).Run();
}

int RunRulingsStats(const Settings& settings, const RulingsOptions& options) {
  const RulingPlaces places = PlacesOf(options);
  if (!HasPlaces(places, settings.lang)) return kExitFailed;
  const RulesetStore* const store = OpenRuleset(settings.rules, settings.lang);
  if (store == nullptr) return kExitFailed;
  RulingOptions rulings = options.rulings;
  rulings.folder = places.folder;
  const auto shelf = OpenRulings(*store, rulings, {}, settings.lang);
  if (shelf == nullptr) return kExitFailed;
  const std::vector<RuleStats> stats = StatsOf(*shelf->book);
  Output output;
  if (options.ndjson) {
    output.Write(StatsJson(stats, *store->program));
  } else {
    output.Write(stats.empty()
                     ? NoStats(*shelf, settings.lang)
                     : StatsText(stats, *store->program, settings.lang));
  }
  return Delivered(&output, shelf->refused_files > 0 ? kExitBlocked : kExitOk);
}

}  // namespace sigte
