// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/app/review_answers.h"
#include "engine/app/review_queue.h"
#include "engine/app/ruleset_store.h"
#include "engine/app/ruling_shelf.h"
#include "engine/app/standing_answers.h"
#include "engine/base/issue.h"

/// Answers become files. Knows nothing of where answers come from.
namespace sigte {

enum class QueueForm : std::uint8_t { kText, kNdjson, kXlsx };

struct ReviewOptions {
  std::vector<std::string> inputs;
  RulingOptions rulings;
  bool list = false;
  QueueForm form = QueueForm::kText;  ///< of the list
  std::string output;                 ///< of the list; empty: standard output
  bool approve = false;
  bool independent = false;  ///< what others have proposed on too; needs `body`
  std::string import;        ///< a file of answers; empty: none
  std::string body;          ///< for answers that name none
  std::string role;          ///< likewise
  std::string review_by;     ///< likewise; empty: a year from today
  std::size_t threads = 1;
};

struct ReviewCounts {
  std::int64_t written = 0;
  std::int64_t approved = 0;
  std::int64_t skipped = 0;
  std::int64_t refused = 0;
};

class ReviewSession {
 public:
  /// Borrows all.
  ReviewSession(const RulesetStore& store, const RulingShelf& shelf,
                const ReviewQueue& queue, const ReviewOptions& options);

  const std::vector<ReviewItem>& items() const { return items_; }
  /// The first that waits, from `from` on, or items().size(). Once an answer
  /// settles a record, its other questions wait no more.
  std::size_t NextOpen(std::size_t from) const;
  std::size_t open() const;
  const ReviewCounts& counts() const { return counts_; }

  /// Which item the row is about: by record and rule, by proposal, or the
  /// next. nullopt with `*fault`; of severity note where there is nothing left
  /// to do. What was answered or settled is not found again.
  std::optional<std::size_t> Find(const RulingAnswer& row, AnswerKind kind,
                                  Issue* fault) const;

  /// Carries out a yes or no: writes a ruling, or approves one (where the items
  /// are proposals: yes approves, no makes a ruling to the contrary). Fills
  /// `*path`. nullopt: done; else what is wrong, and nothing was written.
  std::optional<Issue> Answer(std::size_t item, const RulingAnswer& row,
                              AnswerKind kind, std::string* path,
                              std::string* id);
  void Skip(std::size_t item);
  /// An answer could not be used.
  void Refuse() { ++counts_.refused; }

  /// Of what the options say for all answers, what none could be made with.
  std::optional<Issue> Unusable() const;
  /// What is wrong with one part of an answer; empty parts lack.
  std::optional<Issue> CheckReason(const std::string& reason) const;
  std::optional<Issue> CheckBody(const std::string& body) const;
  std::optional<Issue> CheckWords(const std::string& key,
                                  const std::string& words) const;

 private:
  /// Waits no more once its record is settled by an answer to another question.
  enum class ItemState : std::uint8_t { kOpen, kSkipped, kAnswered, kSettled };
  static bool IsDone(ItemState state) {
    return state == ItemState::kAnswered || state == ItemState::kSettled;
  }

  std::optional<Issue> SeveralMeant(const RulingAnswer& row,
                                    const std::string& name) const;
  bool IsMeant(const ReviewItem& item, const RulingAnswer& row) const;
  Issue SayWhyNotAsked(const RulingAnswer& row, AnswerKind kind,
                       const std::string& name, bool settled) const;
  std::optional<Issue> Complete(RulingAnswer* row, bool approves) const;
  std::optional<Issue> CheckDate(const std::string& review_by) const;
  Ruling RulingOf(const ReviewItem& item, const RulingAnswer& row,
                  bool answer) const;
  std::optional<Issue> Write(const ReviewItem& item, Ruling ruling,
                             std::string* path, std::string* id);
  std::optional<Issue> Approve(const ReviewItem& item, const RulingAnswer& row,
                               std::string* path);
  bool ReadsBack(const std::string& text, bool approved) const;
  std::optional<Issue> RefusedBefore(const ReviewItem& item,
                                     const RulingAnswer& row) const;
  void Settle(std::size_t item, AnswerKind kind);

  const RulesetStore& store_;
  const RulingShelf& shelf_;
  const ReviewOptions& options_;
  std::vector<ReviewItem> items_;
  std::vector<ItemState> states_;  // of items_
  StandingAnswers standing_;
  std::set<std::string> ids_;
  ReviewCounts counts_;
};

/// "751/14 E5": what an item is called in messages.
std::string ItemName(const ReviewItem& item, const Program& program);

}  // namespace sigte
