// SPDX-License-Identifier: MPL-2.0

// `sigte audit init`: a key, and a log with its first entry.

#include <filesystem>
#include <string>
#include <system_error>

#include "engine/app/audit_commands.h"
#include "engine/app/audit_common.h"
#include "engine/app/exit_code.h"
#include "engine/audit/entries.h"
#include "engine/audit/key_file.h"
#include "engine/audit/private_store.h"

namespace sigte {
namespace {

constexpr std::string_view kOrigin = "sigte.local/log";

/// What is new is taken away again, unless there comes to be a log.
class [[nodiscard]] MadeForNothing {
 public:
  MadeForNothing(const std::string& store, const std::string& key)
      : store_(audit::Exists(store) ? "" : store),
        key_(audit::Exists(key) ? "" : key) {}
  ~MadeForNothing() {
    std::error_code ignored;
    if (!key_.empty()) std::filesystem::remove(key_, ignored);
    if (!store_.empty()) std::filesystem::remove_all(store_, ignored);
  }
  MadeForNothing(const MadeForNothing&) = delete;
  MadeForNothing& operator=(const MadeForNothing&) = delete;
  void Keep() {
    key_.clear();
    store_.clear();
  }

 private:
  std::string store_;  // empty: it stays
  std::string key_;
};

bool Fits(const audit::SignerKey& key, const AuditOptions& options,
          const std::string& path, IssueList* issues) {
  if (key.verifier().kind != audit::KeyKind::kLog) {
    issues->Error("L119.other-kind", nullptr, {}, {path});
    return false;
  }
  if (options.origin.empty() || options.origin == key.verifier().name) {
    return true;
  }
  issues->Error("L106.other-log", nullptr, {},
                {path, key.verifier().name, options.origin});
  return false;
}

// The key that is there, where it is one for this log, or a new one, for which
// `store` is made.
std::optional<audit::SignerKey> TakeKey(const AuditOptions& options,
                                        const std::string& path,
                                        const std::string& store,
                                        audit::FileOps* ops,
                                        IssueList* issues) {
  if (audit::Exists(path)) {
    auto key = audit::ReadKeyFile(path, issues);
    if (!key || !Fits(*key, options, path, issues)) return std::nullopt;
    return key;
  }
  if (!IsPlaceForKey(path, options.folder, issues) ||
      !audit::OpenPrivateFolder(store, ops, issues)) {
    return std::nullopt;
  }
  std::string origin(options.origin.empty() ? kOrigin : options.origin);
  auto key = audit::SignerKey::Make(std::move(origin), audit::KeyKind::kLog);
  if (!audit::WriteKeyFile(path, key, ops, issues)) return std::nullopt;
  return key;
}

// A log is often kept in git, which must neither change line ends nor keep what
// only a writer needs.
bool WriteForGit(audit::LogWriter* log) {
  return log->files().Put(log->folder() + "/.gitattributes", "* -text\n") &&
         log->files().Put(log->folder() + "/.gitignore", ".lock\n*.tmp\n");
}

bool WriteGenesis(audit::LogWriter* log) {
  const auto entry = audit::EntryText(
      audit::kGenesis, {{"origin", log->origin()}, {"time", TimeNow()}});
  return entry && log->Append(*entry) && log->Commit();
}

}  // namespace

int RunAuditInit(const Settings& settings, const AuditOptions& options) {
  const Lang lang = settings.lang;
  if (!HasFolder(options, "audit init", lang)) return kExitFailed;
  if (!options.origin.empty() && !IsNewName(options.origin)) {
    return TellIssue("L140.bad-name", {options.origin}, lang);
  }
  IssueList issues;
  audit::FileOps ops;
  if (IsLog(options.folder)) {
    return TellIssue("L102.log-exists", {options.folder}, lang);
  }
  const std::string store = audit::PrivateFolderOf(options.folder);
  // The next writer would take the new log for the old one, rewritten.
  if (const std::string seen = store + "/seen"; audit::Exists(seen)) {
    return TellIssue("L161.log-remains", {options.folder, seen}, lang);
  }
  const std::string path = options.key.empty() ? store + "/key" : options.key;
  MadeForNothing made(store, path);
  // A key that cannot be used is told before anything is made.
  const auto key = TakeKey(options, path, store, &ops, &issues);
  if (!key || !audit::OpenPrivateFolder(store, &ops, &issues)) {
    return TellIssues(issues, lang);
  }
  const auto log =
      audit::LogWriter::Create(options.folder, *key, &ops, &issues);
  if (!log) return TellIssues(issues, lang);
  made.Keep();
  if (!WriteForGit(log.get())) {
    return TellIssue("L104.cannot-write-log", {log->files().error()}, lang);
  }
  if (!WriteGenesis(log.get())) return TellIssues(log->error(), lang);
  return Print(Message(lang, "audit.made",
                       {options.folder, key->verifier().name,
                        key->verifier().Text(), path, store}) +
                   "\n",
               kExitOk);
}

}  // namespace sigte
