// SPDX-License-Identifier: MPL-2.0

// `sigte audit prove`: a municipality's receipt.

#include <map>

#include "engine/app/audit_commands.h"
#include "engine/app/audit_common.h"
#include "engine/app/exit_code.h"
#include "engine/app/output.h"
#include "engine/app/telling.h"
#include "engine/app/usage.h"
#include "engine/audit/entries.h"
#include "engine/audit/entry_view.h"
#include "engine/audit/private_store.h"
#include "engine/audit/receipt.h"

namespace sigte {
namespace {

/// Where a run's submissions stand in the log, and how many records each has.
struct RunParts {
  std::map<std::uint64_t, std::uint64_t> entry_of;
  std::map<std::uint64_t, std::uint64_t> records_of;
};

RunParts PartsOf(const audit::LogReader& reader, std::uint64_t run,
                 std::uint64_t end, std::uint64_t size) {
  RunParts parts;
  for (std::uint64_t index = run; index < end; ++index) {
    const auto text = reader.ReadEntry(index, size);
    if (!text) break;
    const audit::EntryView entry(*text);
    const auto submission = entry.Count("submission");
    if (!submission) continue;
    if (entry.Text("type") == audit::kSubmission) {
      parts.entry_of[*submission] = index;
    } else if (entry.Text("type") == audit::kRecord) {
      ++parts.records_of[*submission];
    }
  }
  return parts;
}

// What opens the commitments to submissions that hold nobody else's records.
void AddSalts(const audit::LogReader& reader, const std::string& private_folder,
              std::uint64_t size, audit::Receipt* receipt) {
  const auto entry = audit::ParseJson(receipt->entry);
  const auto run = entry ? entry->CountOf("run") : std::nullopt;
  const auto* list = run ? entry->Find("submissions") : nullptr;
  const auto stored = audit::FindStoredRun(private_folder, run.value_or(0));
  if (list == nullptr || list->list() == nullptr || !stored) return;
  const RunParts parts = PartsOf(reader, *run, receipt->index, size);
  for (const audit::JsonValue& part : *list->list()) {
    const auto submission = part.CountOf("submission");
    const auto at = parts.entry_of.find(submission.value_or(0));
    if (!submission || at == parts.entry_of.end()) continue;
    const auto records = parts.records_of.find(*submission);
    if (records == parts.records_of.end() ||
        part.CountOf("records") != records->second) {
      continue;
    }
    if (const auto salt = stored->SaltOf(at->second)) {
      receipt->salts.emplace_back(std::to_string(*submission),
                                  audit::Hex(*salt));
    }
  }
}

}  // namespace

int RunAuditProve(const Settings& settings, const AuditOptions& options) {
  const Lang lang = settings.lang;
  if (!HasFolder(options, "audit prove", lang)) return kExitFailed;
  if (options.group.empty()) {
    Usage(lang, "audit prove").Missing("--municipality");
    return kExitFailed;
  }
  const audit::LogReader reader(options.folder);
  const auto latest = reader.ReadLatest();
  if (!latest) return TellIssue("L101.no-log", {options.folder}, lang);
  const std::uint64_t size = latest->tree.size;
  const auto index = audit::FindReceipt(reader, size, options.group);
  if (!index) {
    return TellIssue("L146.nothing-of-group", {options.folder, options.group},
                     lang);
  }
  auto receipt = audit::MakeReceipt(reader, *index);
  if (!receipt) return TellIssue("L110.damaged", {options.folder}, lang);
  if (!options.no_salts) {
    AddSalts(reader, audit::PrivateFolderOf(options.folder), size, &*receipt);
  }
  Output output;
  const bool to_file = !options.output.empty() && options.output != "-";
  if (to_file && LiesInLog(options.output, options.folder, lang)) {
    return kExitFailed;
  }
  if ((to_file && !output.OpenFile(options.output)) ||
      !output.Write(audit::ReceiptText(*receipt)) || !output.Finish()) {
    WriteError(IssueText(WriteFault(output, options.output), lang));
    return kExitFailed;
  }
  return kExitOk;
}

}  // namespace sigte
