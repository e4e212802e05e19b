// SPDX-License-Identifier: MPL-2.0

// `sigte audit erase`: one record is forgotten, and the log says that something
// was.

#include <algorithm>

#include "engine/app/audit_commands.h"
#include "engine/app/audit_common.h"
#include "engine/app/exit_code.h"
#include "engine/app/usage.h"
#include "engine/audit/entry_view.h"
#include "engine/audit/erasure.h"
#include "engine/read/json_reader.h"
#include "engine/read/line_reader.h"
#include "engine/record/document.h"

namespace sigte {
namespace {

// Where the records of a submission stand, by their number in it. `list` is the
// member that holds them; a text without it is a record a line.
std::vector<Span> RecordSpans(const std::string& text, std::string_view list) {
  std::vector<Span> spans;
  JsonReader json;
  Document document;
  IssueList ignored;
  const PaddedText padded(text);
  if (json.Read(padded.text(), nullptr, 0, &document, &ignored) &&
      document[Document::kRoot].kind == NodeKind::kObject) {
    const NodeIndex member = document.Member(Document::kRoot, list);
    if (member != kNoNode && document[member].kind == NodeKind::kArray) {
      for (NodeIndex node = member + 1; node < document[member].next;
           node = document[node].next) {
        spans.push_back(document.SpanOf(node));
      }
      return spans;
    }
  }
  std::size_t offset = 0;
  std::string_view line;
  while (NextLine(text, &offset, &line)) {
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    const auto begin = static_cast<std::size_t>(line.data() - text.data());
    spans.push_back({begin, begin + line.size()});
  }
  return spans;
}

class EraseCommand {
 public:
  EraseCommand(const Settings& settings, const AuditOptions& options)
      : lang_(settings.lang), options_(options) {}

  int Run() {
    log_ = OpenLogFor(options_, lang_);
    if (!log_) return kExitFailed;
    const std::uint64_t size = log_->writer->committed();
    erasure_.entries = audit::FindRecordEntries(
        log_->writer->reader(), size, log_->private_folder, options_.group,
        options_.record);
    if (erasure_.entries.empty()) {
      return TellIssue("L149.no-such-record", {options_.folder}, lang_);
    }
    for (const std::uint64_t entry : erasure_.entries) AddSpan(entry, size);
    std::string why;
    if (!audit::Erase(erasure_, log_->private_folder, TimeNow(),
                      log_->writer.get(), &why)) {
      return TellIssue("L148.cannot-write", {why}, lang_);
    }
    Remember(log_.get());
    return Print(Message(lang_, "audit.erased",
                         {CountText(erasure_.entries.size()),
                          CountText(erasure_.spans.size())}) +
                     "\n",
                 kExitOk);
  }

 private:
  void AddSpan(std::uint64_t index, std::uint64_t size) {
    const auto text = log_->writer->reader().ReadEntry(index, size);
    if (!text) return;
    const audit::EntryView entry(*text);
    const auto submission = entry.Count("submission");
    const auto n = entry.Count("n");
    std::uint64_t run = 0;
    for (const std::uint64_t first : audit::StoredRuns(log_->private_folder)) {
      if (first <= index) run = first;
    }
    if (!submission || !n) return;
    const std::string path =
        audit::InputPath(audit::RunFolder(log_->private_folder, run),
                         static_cast<std::size_t>(*submission));
    const auto bytes = audit::ReadBytes(path, std::size_t{1} << 31);
    if (!bytes) return;
    const auto run_text =
        log_->writer->reader().ReadEntry(entry.Count("run").value_or(0), size);
    const audit::EntryView run_entry(run_text ? std::string_view(*run_text)
                                              : std::string_view());
    const std::vector<Span> spans = RecordSpans(*bytes, run_entry.Text("list"));
    if (*n >= spans.size()) return;
    erasure_.spans.push_back(
        {run, *submission, spans[*n].begin, spans[*n].end});
  }

  Lang lang_;
  const AuditOptions& options_;
  std::unique_ptr<OpenLog> log_;
  audit::Erasure erasure_;
};

}  // namespace

int RunAuditErase(const Settings& settings, const AuditOptions& options) {
  if (!HasFolder(options, "audit erase", settings.lang)) return kExitFailed;
  const Usage usage(settings.lang, "audit erase");
  if (options.group.empty() || options.record.empty()) {
    usage.Missing(options.group.empty() ? "--municipality" : "--record");
    return kExitFailed;
  }
  return EraseCommand(settings, options).Run();
}

}  // namespace sigte
