// SPDX-License-Identifier: MPL-2.0

// `sigte audit erase`: one record is forgotten, and the log says that something
// was.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

#include "engine/app/audit_commands.h"
#include "engine/app/audit_common.h"
#include "engine/app/exit_code.h"
#include "engine/app/usage.h"
#include "engine/audit/entry_view.h"
#include "engine/audit/erasure.h"
#include "engine/base/byte_order_mark.h"
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

// Line `n` of those that are not blank, where it is an object.
std::optional<Span> LineSpan(std::string_view text, std::uint64_t n) {
  std::size_t offset = 0;
  std::string_view line;
  while (NextLine(text, &offset, &line)) {
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    if (n-- > 0) continue;
    if (!JsonText(line).is_object()) break;
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
                     "\n" + Whole(),
                 kExitOk);
  }

 private:
  std::string Whole() const {
    if (whole_ == 0) return {};
    return Message(lang_, "audit.erased-whole", {CountText(whole_)}) + "\n";
  }

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
    std::error_code none;
    const std::uint64_t size_of_all = std::filesystem::file_size(path, none);
    if (none) return;  // gone already
    const auto run_text =
        log_->writer->reader().ReadEntry(entry.Count("run").value_or(0), size);
    const audit::EntryView run_entry(run_text ? std::string_view(*run_text)
                                              : std::string_view());
    const auto span = SpanIn(path, run_entry.Text("list"), *n);
    if (!span) ++whole_;
    erasure_.spans.push_back({run, *submission, span ? span->begin : 0,
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
  audit::Erasure erasure_;
  std::uint64_t whole_ = 0;  // submissions of which nothing is kept
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
