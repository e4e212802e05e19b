// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/app/review_answers.h"
#include "engine/base/issue.h"
#include "engine/decide/ruling_book.h"

/// What has been answered, before this run and in it, and what is to be said of
/// one answer more. Knows nothing of queues.
namespace sigte {

class StandingAnswers {
 public:
  /// Borrows `book`. Rulings that have lapsed are no answers.
  explicit StandingAnswers(const RulingBook& book);

  void AddWritten(const Ruling& ruling);
  void AddApproval(const std::string& ruling, const std::string& body);

  /// What there is to say of an answer to what nobody asks: a note where it
  /// stands already, a warning where another body has proposed the same, an
  /// error where one of both would be lost. nullopt where nothing stands.
  /// `body` answers, and may be empty; `name` is what messages call the row.
  std::optional<Issue> SayOf(const RulingAnswer& row, AnswerKind kind,
                             const std::string& body, bool approves,
                             const std::string& name) const;

 private:
  struct Standing {
    RecordKey record;
    std::uint32_t rule = 0;  // in Program::rules
    std::string id;
    bool answer = false;
    std::string body;
    std::string evidence;
    std::string approved;  // by this body; empty: nobody yet

    bool IsOf(const std::string& someone) const {
      return !someone.empty() && (body == someone || approved == someone);
    }
  };

  std::vector<const Standing*> On(const RulingAnswer& row) const;
  static bool IsForgotten(const std::vector<const Standing*>& on,
                          const std::string& body);
  Issue SayOf(const std::vector<const Standing*>& on, bool answer,
              const std::string& body, const std::string& name) const;
  Issue Say(MessageKey key, Severity severity, const std::string& name,
            bool answer, const Standing& other) const;

  const RulingBook& book_;
  std::vector<Standing> standing_;
};

}  // namespace sigte
