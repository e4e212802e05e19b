// SPDX-License-Identifier: MPL-2.0

#include "engine/app/audit_common.h"

#include <cerrno>
#include <chrono>
#include <ctime>
#include <functional>
#include <utility>

#include "engine/app/configuration.h"
#include "engine/app/exit_code.h"
#include "engine/app/output.h"
#include "engine/app/telling.h"
#include "engine/app/usage.h"
#include "engine/audit/entries.h"
#include "engine/audit/entry_view.h"
#include "engine/audit/erasure.h"
#include "engine/audit/key_file.h"
#include "engine/audit/receipt.h"
#include "engine/base/numbers.h"
#include "engine/base/system_words.h"

namespace sigte {
namespace {

std::string SeenPath(const OpenLog& log) {
  return log.private_folder + "/seen";
}

// Whether the log still holds what was its newest checkpoint here.
bool ContinuesWhatWasSeen(const audit::LogWriter& log, const std::string& path,
                          IssueList* issues) {
  if (!audit::Exists(path)) return true;
  const auto seen = ReadPin(path, issues);
  if (!seen) return false;
  const std::uint64_t size = log.committed();
  if (seen->tree.size > size) {
    issues->Error("L109.rolled-back", nullptr, {}, {path, CountText(size)});
    return false;
  }
  audit::TileHashes hashes(log.reader(), size);
  if (seen->tree.size == 0 ||
      audit::RangeRoot(0, seen->tree.size, std::ref(hashes)) ==
          seen->tree.root) {
    return true;
  }
  issues->Error("L129.rewritten", nullptr, {},
                {path, "0", std::to_string(seen->tree.size - 1)});
  return false;
}

// One that was cut off. False: it was said why it cannot be completed.
bool CompleteErasure(OpenLog* log, Lang lang) {
  const auto begun = audit::BegunErasure(log->private_folder);
  std::string why;
  if (!audit::ResumeErasure(log->private_folder, TimeNow(), log->writer.get(),
                            &why)) {
    TellIssue("L104.cannot-write-log", {why}, lang);
    return false;
  }
  if (begun) {
    WriteError(Message(lang, "audit.resumed-erasure",
                       {CountText(begun->entries.size())}) +
               "\n");
  }
  return true;
}

bool LiesIn(const std::string& path, const std::string& folder) {
  return (AbsolutePath(path) + "/").starts_with(AbsolutePath(folder) + "/");
}

}  // namespace

int TellIssues(const IssueList& issues, Lang lang) {
  WriteError(IssuesText(issues, lang));
  return kExitFailed;
}

int TellIssue(MessageKey key, std::vector<LocalText> args, Lang lang) {
  IssueList issues;
  issues.Error(key, nullptr, {}, std::move(args));
  return TellIssues(issues, lang);
}

int Print(const std::string& text, int code) {
  Output output;
  output.Write(text);
  return Delivered(&output, code);
}

std::uint64_t SecondsNow() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return static_cast<std::uint64_t>(
      std::chrono::duration_cast<std::chrono::seconds>(now).count());
}

std::string TimeNow() {
  const auto seconds = static_cast<std::time_t>(SecondsNow());
  std::tm time{};
  gmtime_r(&seconds, &time);
  std::string text(20, '\0');
  std::strftime(text.data(), text.size() + 1, "%Y-%m-%dT%H:%M:%SZ", &time);
  return text;
}

std::optional<audit::SignerKey> LogKey(const AuditOptions& options,
                                       IssueList* issues) {
  const std::string path = options.key.empty()
                               ? audit::PrivateFolderOf(options.folder) + "/key"
                               : options.key;
  return audit::ReadKeyFile(path, issues);
}

std::optional<audit::VerifierKey> CheckKey(const AuditOptions& options,
                                           bool* own, IssueList* issues) {
  *own = options.vkey.empty();
  if (!*own) return audit::ReadVerifierKey(options.vkey, issues);
  const std::string path = options.folder + "/" + std::string(audit::kKeyFile);
  return audit::ReadVerifierKey(path, issues);
}

std::optional<audit::SignedCheckpoint> ReadPin(const std::string& path,
                                               IssueList* issues) {
  const auto bytes = audit::ReadBytes(path, audit::kMaxNote);
  if (!bytes) {
    issues->Error("A110.unreadable-file", nullptr, {},
                  {path, SystemWords(errno)});
    return std::nullopt;
  }
  const auto receipt = audit::ParseReceipt(*bytes);
  auto pin = audit::ReadCheckpoint(receipt ? receipt->checkpoint : *bytes);
  if (!pin) issues->Error("L105.bad-checkpoint", nullptr, {}, {path});
  return pin;
}

bool HasFolder(const AuditOptions& options, const std::string& command,
               Lang lang) {
  if (!options.folder.empty()) return true;
  Usage(lang, command).Missing(Message(lang, "audit.arg.log"));
  return false;
}

bool IsLog(const std::string& folder) {
  return audit::Exists(folder + "/" + std::string(audit::kCheckpointFile));
}

bool LiesInLog(const std::string& output, const std::string& folder,
               Lang lang) {
  for (const std::string& own : {folder, audit::PrivateFolderOf(folder)}) {
    if (LiesIn(output, own)) {
      TellIssue("L157.output-in-log", {output, folder}, lang);
      return true;
    }
  }
  return false;
}

bool IsPlaceForKey(const std::string& path, const std::string& folder,
                   IssueList* issues) {
  if (!LiesIn(path, folder)) return true;
  issues->Error("L158.key-in-log", nullptr, {}, {path, folder});
  return false;
}

bool IsNewName(std::string_view name) {
  return audit::IsKeyName(name) && name.find("://") == name.npos;
}

std::optional<std::vector<std::uint64_t>> RunsOf(const audit::LogReader& reader,
                                                 std::uint64_t size) {
  std::vector<std::uint64_t> runs;
  audit::Bundle bundle;
  for (std::uint64_t first = 0; first < size; first += audit::kTileWidth) {
    if (!reader.ReadLogged(first / audit::kTileWidth, size, &bundle)) {
      return std::nullopt;
    }
    for (std::size_t i = 0; i < bundle.entries.size(); ++i) {
      if (audit::EntryView(bundle.entries[i]).Text("type") == audit::kRun) {
        runs.push_back(first + i);
      }
    }
  }
  return runs;
}

std::string BegunErasureText(const std::string& folder, Lang lang) {
  const auto begun = audit::BegunErasure(audit::PrivateFolderOf(folder));
  if (!begun) return {};
  IssueList issues;
  issues.Add({"L162.erasure-begun",
              Severity::kWarning,
              {folder, CountText(begun->entries.size())},
              nullptr,
              {},
              {},
              {}});
  return IssuesText(issues, lang);
}

std::unique_ptr<OpenLog> OpenLogFor(const AuditOptions& options, Lang lang) {
  auto log = std::make_unique<OpenLog>();
  IssueList issues;
  log->private_folder = audit::PrivateFolderOf(options.folder);
  if (!IsLog(options.folder)) {
    TellIssue("L101.no-log", {options.folder}, lang);
    return nullptr;
  }
  if (auto key = LogKey(options, &issues)) {
    log->key.emplace(std::move(*key));
    log->writer = audit::LogWriter::Open(
        options.folder, *log->key, &log->ops, &issues,
        [&](const audit::LogWriter& writer) {
          return audit::OpenPrivateFolder(log->private_folder, &log->ops,
                                          &issues) &&
                 ContinuesWhatWasSeen(writer, SeenPath(*log), &issues);
        });
  }
  if (!log->writer) {
    TellIssues(issues, lang);
    return nullptr;
  }
  audit::DropUnknownRuns(log->private_folder, log->writer->committed());
  const audit::Leftovers& cut = log->writer->cut_off();
  if (!cut.empty()) {
    WriteError(Message(lang, "audit.removed-leftovers",
                       {CountText(cut.files.size()), CountText(cut.entries)}) +
               "\n");
  }
  return CompleteErasure(log.get(), lang) ? std::move(log) : nullptr;
}

void Remember(OpenLog* log) {
  const auto note = audit::ReadBytes(
      log->writer->reader().PathOf(audit::kCheckpointFile), audit::kMaxNote);
  if (!note) return;
  audit::FileWriter files(&log->ops);
  if (files.Put(SeenPath(*log), *note, 0600)) files.SyncFolders();
}

}  // namespace sigte
