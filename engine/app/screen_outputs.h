// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/app/audit_session.h"
#include "engine/app/output.h"
#include "engine/app/output_formats.h"
#include "engine/app/settings.h"

/// The outputs of one run: each a format's writer and where its bytes go.
namespace sigte {

/// One job's fragments, one an output.
using Fragments = std::vector<std::unique_ptr<FormatFragment>>;

class ScreenOutputs {
 public:
  ScreenOutputs(const Settings& settings, std::vector<OutputChoice> choices);

  /// All below: false after saying on standard error what is wrong.

  /// Opens everything before any work is done.
  bool Open();
  /// Keeps back what cannot be taken back until Finish.
  bool Hold();
  /// `options`: all but what depends on where the bytes go.
  void MakeWriters(const Program& program, const std::string& title,
                   const FormatOptions& options);
  Fragments MakeFragments() const;
  bool Merge(const Fragments& fragments);
  /// `seconds` is told only where somebody watches.
  bool End(RunResult result, double seconds);
  /// Brings all bytes safely to disk; only names are left to be given.
  bool Prepare();
  /// Every file gets its name.
  bool Finish();

  /// What the log commits to (audit/FORMAT.md): the bytes of the only output,
  /// or the digests of all of them. From before the first Merge to Prepare.
  void LogTo(AuditSession* session) { session_ = session; }

  /// Whether one of them tells people what is said of files, and the totals.
  bool for_people() const;
  /// Whether one of them looks at the source lines of evidence.
  bool reads_lines() const;
  /// "ndjson", or "sarif,concise": for the log.
  std::string names() const;
  const std::vector<OutputChoice>& choices() const { return choices_; }

 private:
  struct Place {
    Output output;
    std::unique_ptr<FormatWriter> writer;
    audit::Sha256Stream digest;
  };

  Sink SinkOf(Place* place);
  bool CannotWrite(std::size_t index);
  bool Failed(std::size_t index);
  bool CheckTerminal(const OutputChoice& choice);
  void TellRemarks(const FormatWriter& writer) const;

  const Settings& settings_;
  std::vector<OutputChoice> choices_;
  std::vector<std::unique_ptr<Place>> places_;  // by choice
  AuditSession* session_ = nullptr;             // null: nothing is logged
};

}  // namespace sigte
