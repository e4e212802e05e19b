// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/app/audit_options.h"
#include "engine/app/settings.h"
#include "engine/app/summary_line.h"
#include "engine/audit/key.h"
#include "engine/audit/log_writer.h"
#include "engine/base/issue.h"

/// What the commands on the log share: keys, the clock, what they say.
namespace sigte {

/// All issues on standard error; the code for "could not run".
int TellIssues(const IssueList& issues, Lang lang);
/// One message without a place, the same way.
int TellIssue(MessageKey key, std::vector<LocalText> args, Lang lang);

/// Writes `text` to standard output; gives `code`, or the one for failure.
int Print(const std::string& text, int code);

/// The time as entries have it: "2026-11-25T22:17:20Z".
std::string TimeNow();
std::uint64_t SecondsNow();

/// The log's private key: the one named, else the one in DIR-private.
std::optional<audit::SignerKey> LogKey(const AuditOptions& options,
                                       IssueList* issues);

/// The key to check the log by: the one named, else the log's own.
/// `*own` tells which.
std::optional<audit::VerifierKey> CheckKey(const AuditOptions& options,
                                           bool* own, IssueList* issues);

/// A checkpoint, or the one in a receipt.
std::optional<audit::SignedCheckpoint> ReadPin(const std::string& path,
                                               IssueList* issues);

/// "DIR" lacking: says so.
bool HasFolder(const AuditOptions& options, const std::string& command,
               Lang lang);
/// Whether a log with its checkpoint is in `folder`.
bool IsLog(const std::string& folder);
/// Whether `output` would lie in the log or beside it among what opens it,
/// where only the log itself writes: then it was said.
bool LiesInLog(const std::string& output, const std::string& folder, Lang lang);
/// Whether a private key may be made at `path`: anywhere but in the log, which
/// is public.
bool IsPlaceForKey(const std::string& path, const std::string& folder,
                   IssueList* issues);
/// The indexes of the run entries of a log of `size`, in order; nullopt where
/// an entry of the log cannot be read, or is not the one that was logged.
std::optional<std::vector<std::uint64_t>> RunsOf(const audit::LogReader& reader,
                                                 std::uint64_t size);
/// Whether a log or witness may be called so from now on: what signed notes
/// allow, and as C2SP asks of origins, no scheme ("https://").
bool IsNewName(std::string_view name);

/// Says that an erasure was begun in the log of `folder` and not completed;
/// empty where there is none.
std::string BegunErasureText(const std::string& folder, Lang lang);

/// A log that is open for writing, with its key. Members stand in the order in
/// which they need each other.
struct OpenLog {
  audit::FileOps ops;
  std::optional<audit::SignerKey> key;
  std::unique_ptr<audit::LogWriter> writer;
  std::string private_folder;
};

/// Opens the log and its private folder, removes and tells what an interrupted
/// run left, and completes an erasure that was cut off. Null: it was said why.
std::unique_ptr<OpenLog> OpenLogFor(const AuditOptions& options, Lang lang);

/// Keeps the newest checkpoint in the private folder, so that the next writer
/// sees when the log was rolled back or rewritten in between. It is no part of
/// the log; where it cannot be kept, nothing is lost but that.
void Remember(OpenLog* log);

}  // namespace sigte
