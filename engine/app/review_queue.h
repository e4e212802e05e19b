// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/app/inputs.h"
#include "engine/app/ruleset_store.h"
#include "engine/app/ruling_shelf.h"
#include "engine/app/settings.h"
#include "engine/decide/decision.h"
#include "engine/decide/precedents.h"

/// What waits for people: open questions, or proposals to approve, in the order
/// of money at stake. Knows neither terminal nor files of answers.
namespace sigte {

/// One question about one record. Points into the queue.
struct ReviewItem {
  const Decision* decision = nullptr;
  const CaseFile* file = nullptr;
  /// The proposal to approve, in RulingBook::rulings; kNoIndex: a question.
  std::uint32_t proposal = kNoIndex;
};

class ReviewQueue {
 public:
  /// Borrows both.
  ReviewQueue(const RulesetStore& store, const RulingShelf& shelf);

  /// Screens the inputs. False, with `*why`, where standard input could not be
  /// kept. The largest amounts come first, unknown ones last; records of one
  /// amount, and the questions of one record, stay in their order.
  bool Read(const InputList& inputs, std::size_t threads,
            const Settings& settings, std::string* why);

  /// Questions that nobody has ruled on.
  std::vector<ReviewItem> OpenQuestions() const;
  /// The same, and those that other bodies than `body` have made proposals on:
  /// to be ruled on again, without a look at what they said.
  std::vector<ReviewItem> QuestionsFor(const std::string& body) const;
  /// Proposals that stand on the facts as they are.
  std::vector<ReviewItem> Proposals() const;

  /// The five earlier rulings on the item's rule that are nearest to it, those
  /// first: indices into RulingBook::rulings.
  std::vector<std::uint32_t> PrecedentsOf(const CaseFile& file) const;
  /// What a precedent has in common with `file`; null: its record is not known
  /// as it was when it was ruled on.
  const CaseFile* CaseOf(std::uint32_t ruling) const;

  const std::vector<Decision>& decisions() const { return decisions_; }

 private:
  void FindPrecedents();

  const RulesetStore& store_;
  const RulingShelf& shelf_;
  std::vector<Decision> decisions_;
  std::vector<Precedent> precedents_;
};

/// What "yes" and "no" lead to: as answers to the question or, where the item
/// is a proposal, as an approval of it or not.
struct AnswerLeads {
  Verdict yes;
  Verdict no;
};
AnswerLeads LeadsOf(const ReviewItem& item, const RulingBook& book);

/// The question in the rule's words, with the record's values where they are
/// known.
LocalText QuestionText(const ReviewItem& item, const Program& program);

/// The queue as NDJSON: rows that can be filled in and handed to --import.
/// Tables are made of the same rows: see RulingAnswer (review_answers.h) for
/// what comes back.
std::string QueueRows(const std::vector<ReviewItem>& items,
                      const ReviewQueue& queue, const RulingBook& book,
                      const Program& program);

/// Everything about one item that a person needs to know; what others propose
/// is told only of a proposal to approve.
std::string CaseText(const ReviewItem& item, const ReviewQueue& queue,
                     const RulingBook& book, const Program& program, Lang lang,
                     bool color, std::size_t width);

/// Precedents as lines, for `explain` too; empty where there are none.
std::string PrecedentLines(const CaseFile& file, const ReviewQueue& queue,
                           const RulingBook& book, const Program& program,
                           Lang lang, bool color, std::size_t width);

}  // namespace sigte
