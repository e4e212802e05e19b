// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>
#include <vector>

#include "engine/decide/decision.h"
#include "engine/evaluate/program.h"
#include "engine/record/record.h"

/// The last touch on a decision's words: values put into the rules' texts, and
/// private numbers hidden in all that comes from a submission.
namespace sigte {

class Wording {
 public:
  explicit Wording(const Program& program);  ///< borrowed

  /// Puts the record's values for {field} in the checks' messages, helps and
  /// questions, then hides what the ruleset calls private. `record` may be
  /// unreadable: then there are no values to put.
  void Finish(const Record& record, Decision* decision) const;

 private:
  void Fill(const Record& record, LocalText* text) const;
  void Hide(OtherRecord* other) const;
  void Hide(Decision* decision) const;
  void Hide(LocalText* text) const;
  void Hide(std::optional<Location>* location) const;

  const Program& program_;
  std::vector<bool> has_places_;  ///< by rule: a text of it names a field
  /// By rule: its texts in a decision may hold what is to be hidden.
  std::vector<bool> may_hide_;
};

/// The faults of a file as a whole hide private numbers too.
void HidePrivate(const Program& program, Finding* finding);
void HidePrivate(const Program& program, Location* location);

}  // namespace sigte
