// SPDX-License-Identifier: MPL-2.0

// `sigte audit cosign`: a witness says that it saw the log, and that what it
// saw before is still in it.

#include <cerrno>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/app/audit_commands.h"
#include "engine/app/audit_common.h"
#include "engine/app/exit_code.h"
#include "engine/app/usage.h"
#include "engine/audit/key_file.h"
#include "engine/audit/verifier.h"
#include "engine/base/system_words.h"

namespace sigte {
namespace {

class CosignCommand {
 public:
  CosignCommand(const Settings& settings, const AuditOptions& options)
      : lang_(settings.lang), options_(options), reader_(options.folder) {}

  int Run() {
    IssueList issues;
    bool own = false;
    const auto witness = TakeKey(&issues);
    const auto key = CheckKey(options_, &own, &issues);
    if (!witness || !key || !ReadPins(&issues)) {
      return TellIssues(issues, lang_);
    }
    // The log must not move between what is checked and what is signed.
    audit::FolderLock lock;
    switch (lock.Take(options_.folder)) {
      case audit::FolderLock::Result::kTaken: break;
      case audit::FolderLock::Result::kHeldByAnother:
        return TellIssue("L103.locked", {options_.folder}, lang_);
      case audit::FolderLock::Result::kFailed:
        return TellIssue("L148.cannot-write",
                         {SystemWords(options_.folder, errno)}, lang_);
    }
    audit::VerifyReport report;
    // Whatever it is asked to start from, what it signed itself holds too.
    for (const auto& [path, pin] : pins_) {
      report = audit::Verify({options_.folder, *key, pin, path, {}, 0});
      if (report.ok()) continue;
      TellIssues(report.issues, lang_);
      return TellIssue("L147.not-cosigned", {options_.folder}, lang_);
    }
    return Cosign(*witness, report);
  }

 private:
  // What this key signed last: beside the key.
  std::string SeenPath() const { return options_.key + ".seen"; }

  std::optional<audit::SignerKey> TakeKey(IssueList* issues) {
    if (!audit::Exists(options_.key) && !options_.name.empty()) {
      return MakeKey(issues);
    }
    auto key = audit::ReadKeyFile(options_.key, issues);
    if (key && key->verifier().kind != audit::KeyKind::kWitness) {
      issues->Error("L119.other-kind", nullptr, {}, {options_.key});
      return std::nullopt;
    }
    const bool is_named =
        options_.name.empty() || !key || options_.name == key->verifier().name;
    if (is_named) return key;
    issues->Error("L156.other-witness", nullptr, {},
                  {options_.key, key->verifier().name, options_.name});
    return std::nullopt;
  }

  std::optional<audit::SignerKey> MakeKey(IssueList* issues) {
    if (!IsNewName(options_.name)) {
      issues->Error("L140.bad-name", nullptr, {}, {options_.name});
      return std::nullopt;
    }
    if (!IsPlaceForKey(options_.key, options_.folder, issues)) {
      return std::nullopt;
    }
    auto key = audit::SignerKey::Make(options_.name, audit::KeyKind::kWitness);
    if (!audit::WriteKeyFile(options_.key, key, &ops_, issues)) {
      return std::nullopt;
    }
    return key;
  }

  bool ReadPins(IssueList* issues) {
    std::vector<std::string> paths;
    if (audit::Exists(SeenPath())) paths.push_back(SeenPath());
    if (!options_.since.empty()) paths.push_back(options_.since);
    for (const std::string& path : paths) {
      pins_.emplace_back(path, ReadPin(path, issues));
      if (!pins_.back().second) return false;
    }
    // The first time there is nothing to continue.
    if (pins_.empty()) pins_.emplace_back();
    return true;
  }

  int Cosign(const audit::SignerKey& witness,
             const audit::VerifyReport& report) {
    auto latest = reader_.ReadLatest();
    if (!latest || latest->tree != report.tree) {
      return TellIssue("L147.not-cosigned", {options_.folder}, lang_);
    }
    audit::CosignNote(witness, SecondsNow(), &latest->note);
    const std::string text = audit::NoteText(latest->note);
    audit::FileWriter files(&ops_);
    // Its own memory first: what it forgets it could contradict.
    if (!files.Put(SeenPath(), text, 0600) || !files.SyncFolders() ||
        !files.Put(reader_.KeptPath(latest->tree.size), text) ||
        !files.Put(reader_.PathOf(audit::kCheckpointFile), text) ||
        !files.SyncFolders()) {
      return TellIssue("L148.cannot-write", {files.error()}, lang_);
    }
    return Print(Message(lang_, "audit.cosigned-by",
                         {options_.folder, CountText(latest->tree.size),
                          witness.verifier().Text()}) +
                     "\n",
                 kExitOk);
  }

  Lang lang_;
  const AuditOptions& options_;
  audit::LogReader reader_;
  audit::FileOps ops_;
  /// Older checkpoints that the log must continue, and what they are called.
  std::vector<std::pair<std::string, std::optional<audit::SignedCheckpoint>>>
      pins_;
};

}  // namespace

int RunAuditCosign(const Settings& settings, const AuditOptions& options) {
  if (!HasFolder(options, "audit cosign", settings.lang)) return kExitFailed;
  if (options.key.empty()) {
    Usage(settings.lang, "audit cosign").Missing("--key");
    return kExitFailed;
  }
  if (!IsLog(options.folder)) {
    return TellIssue("L101.no-log", {options.folder}, settings.lang);
  }
  return CosignCommand(settings, options).Run();
}

}  // namespace sigte
