// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "engine/app/audit_common.h"
#include "engine/app/inputs.h"
#include "engine/app/ruleset_store.h"
#include "engine/audit/private_store.h"
#include "engine/audit/run_log.h"

/// A screening that is logged. The log goes first: what is decided is published
/// only after Commit, and Commit is the last thing that can fail about the log.
namespace sigte {

class AuditSession {
 public:
  /// Opens the log (and locks it for the whole run), copies the submissions
  /// beside it and lets `inputs` point to the copies. Null: it was said why.
  static std::unique_ptr<AuditSession> Open(
      const AuditOptions& options, Lang lang, const RulesetStore& store,
      audit::JsonValue::Members run_options, InputList* inputs);

  /// What of the decisions may be logged.
  const audit::LogTerms& terms() const { return terms_; }

  /// Records of submission `input`, in the order of the input. False: the log
  /// cannot be written; Tell says why.
  bool Add(std::size_t input, const std::vector<audit::RecordFact>& facts);
  /// The rulings that decided in this run, and those that no longer do.
  bool AddRulings(const std::vector<audit::RulingFact>& rulings);
  /// What will be published; in order, all of it.
  void AddOutput(std::string_view bytes) { output_.Add(bytes); }
  /// `unreadable`: files that could not be read.
  bool Commit(std::uint64_t unreadable);

  /// Says on standard error why the log cannot be written.
  int Tell() const;
  /// "audit log: 12 entries added …", and how many records get no receipt.
  std::string SummaryLine() const;

 private:
  AuditSession(std::unique_ptr<OpenLog> log, Lang lang);

  bool CopyInputs(InputList* inputs);
  bool CopyInput(const std::string& path, InputList* inputs,
                 audit::StoredInput* stored);
  bool KeepRuleset(const RulesetStore& store);

  Lang lang_;
  std::unique_ptr<OpenLog> log_;
  audit::PrivateRun kept_;
  audit::RunLog run_;
  audit::LogTerms terms_;
  std::vector<audit::StoredInput> stored_;
  audit::Salt output_salt_;
  audit::HmacStream output_;
  std::uint64_t before_ = 0;
  std::uint64_t unnamed_ = 0;  // records whose group the log does not name
};

/// What may be logged of decisions under this ruleset.
audit::LogTerms LogTermsOf(const RulesetStore& store);

}  // namespace sigte
