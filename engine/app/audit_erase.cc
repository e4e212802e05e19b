// SPDX-License-Identifier: MPL-2.0

// `sigte audit erase`: a record or a submission is forgotten, and the log says
// that something was.

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "engine/app/audit_commands.h"
#include "engine/app/audit_common.h"
#include "engine/app/exit_code.h"
#include "engine/app/kept_ruleset.h"
#include "engine/app/ruleset_store.h"
#include "engine/app/usage.h"
#include "engine/audit/entry_view.h"
#include "engine/audit/erasure.h"
#include "engine/base/byte_order_mark.h"
#include "engine/base/redaction.h"
#include "engine/read/json_reader.h"
#include "engine/read/line_reader.h"
#include "engine/record/document.h"

namespace sigte {
namespace {

/// The value that is all of a text.
class JsonText {
 public:
  explicit JsonText(std::string_view text) : padded_(text) {
    IssueList ignored;
    is_json_ = json_.Read(padded_.text(), nullptr, 0, &document_, &ignored);
  }
  JsonText(const JsonText&) = delete;
  JsonText& operator=(const JsonText&) = delete;

  bool is_json() const { return is_json_; }
  bool is_object() const {
    return is_json_ && document_[Document::kRoot].kind == NodeKind::kObject;
  }
  const Document& document() const { return document_; }

 private:
  PaddedText padded_;
  JsonReader json_;
  Document document_;
  bool is_json_ = false;
};

// Element `n` of the list that a submission holds.
std::optional<Span> ElementSpan(const Document& document, NodeIndex list,
                                std::uint64_t n) {
  if (document[list].kind != NodeKind::kArray) return std::nullopt;
  for (NodeIndex node = list + 1; node < document[list].next;
       node = document[node].next) {
    if (n-- == 0) return document.SpanOf(node);
  }
  return std::nullopt;
}

// Line `n` of those that are not blank, where it is an object or was one.
std::optional<Span> LineSpan(std::string_view text, std::uint64_t n) {
  std::size_t offset = 0;
  std::string_view line;
  while (NextLine(text, &offset, &line)) {
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    if (n-- > 0) continue;
    if (!JsonText(line).is_object() && !audit::IsErased(line)) break;
    const auto begin = static_cast<std::size_t>(line.data() - text.data());
    return Span{begin, begin + line.size()};
  }
  return std::nullopt;
}

// Where record `n` of a submission stands: in its member `list`, or in the list
// that it is; a text of another kind is a record, or one a line. nullopt: it
// has no bytes of its own, as in a table.
std::optional<Span> RecordSpan(std::string_view text, std::string_view list,
                               std::uint64_t n) {
  const JsonText json(text);
  if (!json.is_json()) return LineSpan(text, n);
  const Document& document = json.document();
  if (!json.is_object()) return ElementSpan(document, Document::kRoot, n);
  const NodeIndex member = document.Member(Document::kRoot, list);
  if (member != kNoNode) return ElementSpan(document, member, n);
  return n == 0 ? std::optional(document.SpanOf(Document::kRoot))
                : std::nullopt;
}

class EraseCommand {
 public:
  EraseCommand(const Settings& settings, const AuditOptions& options)
      : lang_(settings.lang), options_(options) {}

  int Run() {
    log_ = OpenLogFor(options_, lang_);
    if (!log_) return kExitFailed;
    size_ = log_->writer->committed();
    // Which record an entry is about is the log's word.
    const auto runs = RunsOf(log_->writer->reader(), size_);
    if (!runs) return TellIssue("L110.damaged", {options_.folder}, lang_);
    runs_ = *runs;
    if (!Find()) return kExitFailed;
    std::string why;
    if (!audit::Erase(erasure_, log_->private_folder, TimeNow(),
                      log_->writer.get(), &why)) {
      return TellIssue("L148.cannot-write", {why}, lang_);
    }
    Remember(log_.get());
    return Print(Message(lang_, "audit.erased",
                         {CountText(erasure_.entries.size()),
                          CountText(erasure_.spans.size())}) +
                     "\n" + Whole(),
                 kExitOk);
  }

 private:
  // What is to be erased; false: it was said why nothing is.
  bool Find() {
    if (options_.kept) return FindSubmission();
    if (options_.entry) {
      erasure_.entries = {*options_.entry};
    } else if (!FindNamed()) {
      return false;
    }
    for (const std::uint64_t entry : erasure_.entries) AddSpan(entry);
    return !erasure_.spans.empty() || TellNone();
  }

  bool TellNone() const {
    TellIssue("L149.no-such-record", {options_.folder}, lang_);
    return false;
  }

  std::vector<std::uint64_t> EntriesOf(std::string_view group,
                                       std::string_view id) const {
    return audit::FindRecordEntries(log_->writer->reader(), size_,
                                    log_->private_folder, group, id);
  }

  // By group and id as written. Earlier logs commit to a private number as it
  // is shown; then several may go by one name, and none of them is guessed at.
  bool FindNamed() {
    std::set<std::uint64_t> found = MaskedEntries();
    const bool sure = found.empty() && options_.record.find(Redaction::kMask) ==
                                           std::string::npos;
    for (const std::uint64_t entry :
         EntriesOf(options_.group, options_.record)) {
      found.insert(entry);
    }
    if (found.empty()) return TellNone();
    erasure_.entries.assign(found.begin(), found.end());
    if (sure || found.size() == 1) return true;
    std::string list;
    for (const std::uint64_t entry : found) {
      list += (list.empty() ? "" : ", ") + std::to_string(entry);
    }
    TellIssue("L159.ambiguous-record",
              {options_.folder, CountText(found.size()), list}, lang_);
    return false;
  }

  // Those that commit to the name as the rulesets of the runs have it shown.
  std::set<std::uint64_t> MaskedEntries() const {
    const audit::LogReader& reader = log_->writer->reader();
    std::set<std::string> digests;
    for (const std::uint64_t run : runs_) {
      const auto text = reader.ReadEntry(run, size_);
      const audit::EntryView entry(text ? std::string_view(*text) : "");
      digests.emplace(entry.Text("ruleset_digest"));
    }
    std::set<std::uint64_t> found;
    for (const std::string& digest : digests) {
      for (const Redaction& hidden :
           FindHidden(KeptRuleset(options_.folder, digest))) {
        if (!hidden.HidesIn(options_.group) &&
            !hidden.HidesIn(options_.record)) {
          continue;
        }
        std::string group = options_.group;
        std::string id = options_.record;
        hidden.Apply(&group);
        hidden.Apply(&id);
        for (const std::uint64_t entry : EntriesOf(group, id)) {
          found.insert(entry);
        }
      }
    }
    return found;
  }

  bool FindSubmission() {
    const auto stored =
        audit::FindStoredRun(log_->private_folder, *options_.run);
    const auto submission = static_cast<std::size_t>(*options_.kept);
    const auto entries = audit::FindSubmissionEntries(
        log_->writer->reader(), size_, *options_.run, submission);
    if (!stored || std::ranges::none_of(entries, [&](std::uint64_t entry) {
          return stored->SaltOf(entry).has_value();
        })) {
      TellIssue("L152.no-submission",
                {std::to_string(submission), log_->private_folder}, lang_);
      return false;
    }
    erasure_.entries = entries;
    erasure_.names.push_back({stored->run(), submission});
    std::error_code none;
    const auto bytes =
        std::filesystem::file_size(stored->Input(submission), none);
    if (!none) erasure_.spans.push_back({stored->run(), submission, 0, bytes});
    return true;
  }

  std::string Whole() const {
    if (whole_ == 0) return {};
    return Message(lang_, "audit.erased-whole", {CountText(whole_)}) + "\n";
  }

  void AddSpan(std::uint64_t index) {
    const audit::LogReader& reader = log_->writer->reader();
    const auto text = reader.ReadEntry(index, size_);
    if (!text) return;
    const audit::EntryView entry(*text);
    const auto submission = entry.Count("submission");
    const auto n = entry.Count("n");
    const auto run = entry.Count("run");
    if (!submission || !n || !run) return;
    const auto stored = audit::FindStoredRun(log_->private_folder, *run);
    if (!stored) return;
    const std::string path =
        stored->Input(static_cast<std::size_t>(*submission));
    std::error_code none;
    const std::uint64_t size_of_all = std::filesystem::file_size(path, none);
    if (none) return;  // gone already
    const auto run_text = reader.ReadEntry(*run, size_);
    const audit::EntryView run_entry(run_text ? std::string_view(*run_text)
                                              : std::string_view());
    const auto span = SpanIn(path, run_entry.Text("list"), *n);
    if (!span) ++whole_;
    erasure_.spans.push_back({stored->run(), *submission,
                              span ? span->begin : 0,
                              span ? span->end : size_of_all});
  }

  static std::optional<Span> SpanIn(const std::string& path,
                                    std::string_view list, std::uint64_t n) {
    const auto bytes = audit::ReadBytes(path, std::size_t{1} << 31);
    if (!bytes) return std::nullopt;
    std::string_view text = *bytes;
    const std::size_t skipped = ByteOrderMark(text);
    text.remove_prefix(skipped);
    auto span = RecordSpan(text, list, n);
    if (span) *span = {span->begin + skipped, span->end + skipped};
    return span;
  }

  Lang lang_;
  const AuditOptions& options_;
  std::unique_ptr<OpenLog> log_;
  std::uint64_t size_ = 0;  // of the log
  std::vector<std::uint64_t> runs_;
  audit::Erasure erasure_;
  std::uint64_t whole_ = 0;  // submissions of which nothing is kept
};

// A record by its name or its entry, or a submission of a run.
bool SaysWhat(const AuditOptions& options, const Usage& usage) {
  const bool named = !options.record.empty() || !options.group.empty();
  const bool says_one = named || options.entry || options.kept || options.run;
  if ((named && options.record.empty()) || !says_one) {
    usage.Missing("--record");
  } else if (named && (options.entry || options.kept)) {
    usage.Excludes("--record", options.entry ? "--entry" : "--submission");
  } else if (options.entry && options.kept) {
    usage.Excludes("--entry", "--submission");
  } else if (options.kept && !options.run) {
    usage.NeedsOther("--submission", "--run");
  } else if (options.run && !options.kept) {
    usage.NeedsOther("--run", "--submission");
  } else {
    return true;
  }
  return false;
}

}  // namespace

int RunAuditErase(const Settings& settings, const AuditOptions& options) {
  if (!HasFolder(options, "audit erase", settings.lang)) return kExitFailed;
  return SaysWhat(options, Usage(settings.lang, "audit erase"))
             ? EraseCommand(settings, options).Run()
             : kExitFailed;
}

}  // namespace sigte
