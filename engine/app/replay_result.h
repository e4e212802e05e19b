// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/app/screening.h"
#include "engine/audit/entries.h"
#include "engine/report/words.h"

/// What a repeated run says of records, to be held against the log.
namespace sigte {

/// A record as it is decided now.
struct Replayed {
  audit::RecordFact fact;
  std::string message;  ///< what its commitment is over
  std::string masked;   ///< what it was over in earlier logs
  std::string name;     ///< for people
};

class ReplayResult : public JobResult {
 public:
  explicit ReplayResult(const audit::LogTerms* terms) : terms_(terms) {}

  void Clear() override { records_.clear(); }
  void BeginJob(const Job& job) override { input_ = job.input; }
  void AddDecision(const Decision& decision) override {
    records_.push_back({audit::MakeRecordFact(decision, *terms_),
                        audit::RecordMessage(decision),
                        audit::RecordMessage(decision.group, decision.id),
                        RecordName(decision)});
  }
  void AddFileFinding(const Finding& /*finding*/,
                      const std::string& /*file*/) override {}
  void AddUnreadable(const std::string& /*file*/) override {}

  std::size_t input() const { return input_; }
  const std::vector<Replayed>& records() const { return records_; }

 private:
  const audit::LogTerms* terms_;
  std::size_t input_ = 0;
  std::vector<Replayed> records_;
};

}  // namespace sigte
