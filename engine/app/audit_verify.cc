// SPDX-License-Identifier: MPL-2.0

// `sigte audit verify`: a whole log, or one receipt.

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "engine/app/audit_commands.h"
#include "engine/app/audit_common.h"
#include "engine/app/audit_session.h"
#include "engine/app/exit_code.h"
#include "engine/app/kept_ruleset.h"
#include "engine/app/ruleset_store.h"
#include "engine/app/telling.h"
#include "engine/app/usage.h"
#include "engine/audit/entry_view.h"
#include "engine/audit/key_file.h"
#include "engine/audit/receipt.h"
#include "engine/audit/verifier.h"
#include "engine/base/numbers.h"

namespace sigte {
namespace {

std::string KeyLine(const audit::VerifierKey& key, bool own, Lang lang) {
  return Message(lang,
                 own ? MessageKey("audit.key-of-log")
                     : MessageKey("audit.key-given"),
                 {key.Text()}) +
         "\n";
}

class VerifyCommand {
 public:
  VerifyCommand(const Settings& settings, const AuditOptions& options)
      : lang_(settings.lang), options_(options) {}

  int Run() {
    IssueList issues;
    bool own = false;
    const auto key = CheckKey(options_, &own, &issues);
    if (!key || !ReadOptions(*key, &issues)) return TellIssues(issues, lang_);
    audit::VerifyReport report = audit::Verify(verify_);
    if (report.ok()) CheckRulesets(&report);
    std::string text = IssuesText(report.issues, lang_) +
                       BegunErasureText(options_.folder, lang_);
    text += report.ok() ? Facts(report) : std::string();
    text += KeyLine(*key, own, lang_);
    if (report.ok()) {
      text += Limits(own) +
              Message(lang_, "audit.verified",
                      {options_.folder, CountText(report.entries),
                       CountText(report.checkpoints)}) +
              "\n";
      return Print(text, kExitOk);
    }
    return Print(text + Verdict(report), kExitBlocked);
  }

 private:
  bool ReadOptions(const audit::VerifierKey& key, IssueList* issues) {
    verify_.folder = options_.folder;
    verify_.key = key;
    verify_.terms = [this](const std::string& digest) {
      return TermsOf(digest);
    };
    if (!options_.since.empty()) {
      verify_.since = ReadPin(options_.since, issues);
      verify_.since_name = options_.since;
      if (!verify_.since) return false;
    }
    for (const std::string& witness : options_.witnesses) {
      const auto read = audit::ReadVerifierKey(witness, issues);
      if (!read) return false;
      // A log does not witness itself.
      if (read->kind != audit::KeyKind::kWitness) {
        issues->Error("L119.other-kind", nullptr, {}, {witness});
        return false;
      }
      verify_.witnesses.push_back(*read);
    }
    verify_.quorum = options_.quorum_text.empty()
                         ? audit::DistinctKeys(verify_.witnesses)
                         : options_.quorum;
    return true;
  }

  // By the log's own copy; one that is not whole is told below.
  std::optional<audit::LogTerms> TermsOf(const std::string& digest) const {
    if (!IsKeptWhole(options_.folder, digest)) return std::nullopt;
    const auto store = LoadRulesetStore(KeptRuleset(options_.folder, digest));
    if (!store->ready()) return std::nullopt;
    return LogTermsOf(*store);
  }

  // They are no part of the tree; it says their digests.
  void CheckRulesets(audit::VerifyReport* report) const {
    const audit::LogReader reader(options_.folder);
    std::set<std::string> digests;
    for (const std::uint64_t run : report->runs) {
      const auto text = reader.ReadEntry(run, report->tree.size);
      if (!text) continue;
      digests.emplace(audit::EntryView(*text).Text("ruleset_digest"));
    }
    for (const std::string& digest : digests) {
      if (IsKeptWhole(options_.folder, digest)) continue;
      report->issues.Error("L160.ruleset-not-kept", nullptr, {},
                           {KeptRuleset(options_.folder, digest)});
    }
  }

  std::string Facts(const audit::VerifyReport& report) const {
    std::string text =
        Message(lang_, "audit.log-facts",
                {report.tree.origin, CountText(report.entries),
                 CountText(report.runs.size()),
                 audit::Base64(audit::BytesOf(report.tree.root))}) +
        "\n";
    for (const auto& [type, count] : report.types) {
      text += "  " + type + ": " + CountText(count).In(lang_) + "\n";
    }
    if (!verify_.witnesses.empty()) {
      text += Message(lang_, "audit.cosigned",
                      {CountText(report.cosignatures),
                       CountText(audit::DistinctKeys(verify_.witnesses))}) +
              "\n";
    }
    return text;
  }

  // What this run could not have seen.
  std::string Limits(bool own) const {
    std::string text;
    if (own) text += Message(lang_, "audit.limit-own-key") + "\n";
    if (!verify_.since && verify_.witnesses.empty()) {
      text += Message(lang_, "audit.limit-no-pin") + "\n";
    }
    return text;
  }

  std::string Verdict(const audit::VerifyReport& report) const {
    if (LacksOnlyWitnesses(report)) {
      return Message(lang_, "audit.not-witnessed", {options_.folder}) + "\n";
    }
    std::string text;
    if (report.first_bad) {
      const auto [begin, end] = *report.first_bad;
      text = end == begin + 1
                 ? Message(lang_, "audit.first-bad", {std::to_string(begin)})
                 : Message(lang_, "audit.first-bad-among",
                           {std::to_string(begin), std::to_string(end - 1)});
      text += "\n";
    }
    return text +
           Message(lang_, "audit.not-verified",
                   {options_.folder, CountText(report.entries)}) +
           "\n";
  }

  static bool LacksOnlyWitnesses(const audit::VerifyReport& report) {
    return std::ranges::all_of(report.issues.issues(), [](const Issue& issue) {
      return issue.severity != Severity::kError ||
             issue.message == MessageKey("L133.too-few-witnesses");
    });
  }

  Lang lang_;
  const AuditOptions& options_;
  audit::VerifyOptions verify_;
};

/// One receipt, without the log or with it.
class ReceiptCommand {
 public:
  ReceiptCommand(const Settings& settings, const AuditOptions& options)
      : lang_(settings.lang), options_(options) {}

  int Run() {
    IssueList issues;
    bool own = false;
    if (options_.vkey.empty() && options_.folder.empty()) {
      Usage(lang_, "audit verify").NeedsOther("--receipt", "--vkey");
      return kExitFailed;
    }
    const auto key = CheckKey(options_, &own, &issues);
    if (!key || !Read(&issues)) return TellIssues(issues, lang_);
    audit::SignedCheckpoint tree;
    const auto fault = audit::CheckReceipt(*receipt_, *key, &tree);
    std::string text;
    if (fault == audit::ReceiptFault::kNone) {
      text = Message(lang_, "audit.receipt-good",
                     {options_.receipt, std::to_string(receipt_->index),
                      tree.tree.origin, CountText(tree.tree.size)}) +
             "\n" + receipt_->entry + "\n";
    } else {
      text = IssuesText(Faults(fault), lang_);
    }
    // What a receipt says that proves nothing is nobody's word for the file.
    const bool good =
        fault == audit::ReceiptFault::kNone && CheckSubmission(&text);
    text += KeyLine(*key, own, lang_);
    return Print(text, good ? kExitOk : kExitBlocked);
  }

 private:
  bool Read(IssueList* issues) {
    const auto bytes = audit::ReadBytes(options_.receipt, audit::kMaxNote);
    receipt_ = bytes ? audit::ParseReceipt(*bytes) : std::nullopt;
    if (!receipt_) {
      issues->Error("L141.no-receipt", nullptr, {}, {options_.receipt});
    }
    return receipt_.has_value();
  }

  IssueList Faults(audit::ReceiptFault fault) const {
    IssueList issues;
    switch (fault) {
      case audit::ReceiptFault::kNone: break;
      case audit::ReceiptFault::kNoCheckpoint:
        issues.Error("L105.bad-checkpoint", nullptr, {}, {options_.receipt});
        break;
      case audit::ReceiptFault::kUnsigned:
        issues.Error("L142.receipt-unsigned", nullptr, {}, {options_.receipt});
        break;
      case audit::ReceiptFault::kNotIncluded:
        issues.Error("L143.not-included", nullptr, {},
                     {options_.receipt, std::to_string(receipt_->index)});
        break;
    }
    return issues;
  }

  // Whether one of the commitments that the receipt opens is to this file.
  bool CheckSubmission(std::string* text) const {
    if (options_.submission.empty()) return true;
    constexpr std::size_t kLargest = std::size_t{1} << 31;
    const auto bytes = audit::ReadBytes(options_.submission, kLargest);
    const auto entry = audit::ParseJson(receipt_->entry);
    const auto* list = entry ? entry->Find("submissions") : nullptr;
    if (bytes && list != nullptr && list->list() != nullptr) {
      for (const audit::JsonValue& submission : *list->list()) {
        if (Opens(submission, *bytes)) {
          *text +=
              Message(lang_, "audit.same-file", {options_.submission}) + "\n";
          return true;
        }
      }
    }
    IssueList issues;
    issues.Error("L144.other-file", nullptr, {}, {options_.submission});
    *text += IssuesText(issues, lang_);
    return false;
  }

  bool Opens(const audit::JsonValue& submission,
             const std::string& bytes) const {
    const auto number = submission.CountOf("submission");
    for (const auto& [name, salt] : receipt_->salts) {
      if (!number || name != std::to_string(*number) ||
          salt.text() == nullptr) {
        continue;
      }
      const auto key = audit::HashOfHex(*salt.text());
      return key && audit::Hex(audit::Hmac(*key, bytes)) ==
                        submission.TextOf("commit");
    }
    return false;
  }

  Lang lang_;
  const AuditOptions& options_;
  std::optional<audit::Receipt> receipt_;
};

// More witnesses than are named could never be enough.
bool QuorumFits(const AuditOptions& options, const Usage& usage) {
  if (options.quorum_text.empty()) return true;
  const std::size_t witnesses = options.witnesses.size();
  if (witnesses == 0) {
    usage.NeedsOther("--quorum", "--witness");
  } else if (options.quorum > witnesses) {
    usage.BadNumber("--quorum", options.quorum_text, CountText(0),
                    CountText(witnesses));
  }
  return witnesses > 0 && options.quorum <= witnesses;
}

}  // namespace

int RunAuditVerify(const Settings& settings, const AuditOptions& options) {
  if (!options.receipt.empty()) return ReceiptCommand(settings, options).Run();
  if (!HasFolder(options, "audit verify", settings.lang)) return kExitFailed;
  if (!QuorumFits(options, Usage(settings.lang, "audit verify"))) {
    return kExitFailed;
  }
  if (!IsLog(options.folder)) {
    return TellIssue("L101.no-log", {options.folder}, settings.lang);
  }
  return VerifyCommand(settings, options).Run();
}

}  // namespace sigte
