// SPDX-License-Identifier: MPL-2.0

#include "engine/app/review_queue.h"

#include <algorithm>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <utility>

#include "engine/app/progress.h"
#include "engine/app/screening.h"

namespace sigte {
namespace {

/// Keeps the decisions that have case files.
class Cases : public JobResult {
 public:
  void Clear() override { decisions_.clear(); }
  void AddDecision(const Decision& decision) override {
    if (!decision.cases.empty()) decisions_.push_back(decision);
  }
  void AddFileFinding(const Finding&, const std::string&) override {}
  void AddUnreadable(const std::string&) override {}
  std::vector<Decision>& decisions() { return decisions_; }

 private:
  std::vector<Decision> decisions_;
};

// What is at stake: an income as much as an expense.
std::uint64_t Stake(const Decision& decision) {
  const std::int64_t amount = *decision.amount;
  return amount < 0 ? 0 - static_cast<std::uint64_t>(amount)
                    : static_cast<std::uint64_t>(amount);
}

bool ComesBefore(const Decision& a, const Decision& b) {
  if (a.amount.has_value() != b.amount.has_value()) {
    return a.amount.has_value();
  }
  return a.amount && Stake(a) > Stake(b);
}

// Only proposals stand on the rule, and none of them is `body`'s own.
bool MayRuleToo(const Decision& decision, std::uint32_t rule,
                const std::string& body) {
  bool proposed = false;
  for (const RulingNote& note : decision.rulings) {
    if (note.rule != rule) continue;
    if (note.state == RulingState::kApproved ||
        note.state == RulingState::kIdle) {
      return false;
    }
    if (note.state != RulingState::kProposed) continue;
    if (note.by == body) return false;
    proposed = true;
  }
  return proposed && decision.verdict == Verdict::kBorderline;
}

bool StandsOnTheFacts(RulingState state) {
  return state != RulingState::kStale && state != RulingState::kOrphaned;
}

}  // namespace

ReviewQueue::ReviewQueue(const RulesetStore& store, const RulingShelf& shelf)
    : store_(store), shelf_(shelf) {}

bool ReviewQueue::Read(const InputList& inputs, std::size_t threads,
                       const Settings& settings, std::string* why) {
  Progress progress(settings);
  Screening screening(store_, inputs, threads);
  DecideOptions options;
  options.cases = true;
  options.rulings = shelf_.book.get();
  const bool ran = screening.Run(
      options, [] { return std::make_unique<Cases>(); },
      [&](JobResult& result) {
        for (Decision& decision : static_cast<Cases&>(result).decisions()) {
          decisions_.push_back(std::move(decision));
        }
        return true;
      },
      &progress, why);
  progress.Erase();
  std::ranges::stable_sort(decisions_, ComesBefore);
  FindPrecedents();
  return ran;
}

void ReviewQueue::FindPrecedents() {
  const RulingBook& book = *shelf_.book;
  std::map<std::uint32_t, Precedent> found;
  for (std::uint32_t i = 0; i < book.rulings().size(); ++i) {
    if (book.RuleOf(i) == kNoIndex ||
        book.StandingOf(i) == RulingState::kSuperseded) {
      continue;
    }
    const Ruling& ruling = book.rulings()[i];
    Precedent& precedent = found[i];
    precedent.ruling = i;
    precedent.date = ruling.by.date;
    precedent.id = ruling.id;
    precedent.file.record = ruling.record;
    precedent.file.rule = book.RuleOf(i);
  }
  for (const Decision& decision : decisions_) {
    for (const RulingNote& note : decision.rulings) {
      const auto at = found.find(note.ruling);
      if (at == found.end() || !StandsOnTheFacts(note.state)) continue;
      for (const CaseFile& file : decision.cases) {
        if (file.rule != note.rule) continue;
        at->second.file = file;
        at->second.known = true;
      }
    }
  }
  for (auto& [index, precedent] : found) {
    precedents_.push_back(std::move(precedent));
  }
}

std::vector<ReviewItem> ReviewQueue::OpenQuestions() const {
  std::vector<ReviewItem> items;
  for (const Decision& decision : decisions_) {
    for (const CaseFile& file : decision.cases) {
      if (file.open) items.push_back({&decision, &file, kNoIndex});
    }
  }
  return items;
}

std::vector<ReviewItem> ReviewQueue::QuestionsFor(
    const std::string& body) const {
  std::vector<ReviewItem> items;
  for (const Decision& decision : decisions_) {
    for (const CaseFile& file : decision.cases) {
      if (file.open || MayRuleToo(decision, file.rule, body)) {
        items.push_back({&decision, &file, kNoIndex});
      }
    }
  }
  return items;
}

std::vector<ReviewItem> ReviewQueue::Proposals() const {
  std::vector<ReviewItem> items;
  for (const Decision& decision : decisions_) {
    for (const RulingNote& note : decision.rulings) {
      if (note.state != RulingState::kProposed) continue;
      for (const CaseFile& file : decision.cases) {
        if (file.rule == note.rule) {
          items.push_back({&decision, &file, note.ruling});
        }
      }
    }
  }
  return items;
}

std::vector<std::uint32_t> ReviewQueue::PrecedentsOf(
    const CaseFile& file) const {
  constexpr std::size_t kPrecedents = 5;
  std::vector<std::uint32_t> rulings;
  for (const std::size_t index : Nearest(file, precedents_, kPrecedents)) {
    rulings.push_back(precedents_[index].ruling);
  }
  return rulings;
}

const CaseFile* ReviewQueue::CaseOf(std::uint32_t ruling) const {
  for (const Precedent& precedent : precedents_) {
    if (precedent.ruling == ruling) {
      return precedent.known ? &precedent.file : nullptr;
    }
  }
  return nullptr;
}

AnswerLeads LeadsOf(const ReviewItem& item, const RulingBook& book) {
  const CaseFile& file = *item.file;
  if (item.proposal == kNoIndex) return {file.if_true, file.if_false};
  const bool answer = book.rulings()[item.proposal].answer;
  return {answer ? file.if_true : file.if_false, Verdict::kBorderline};
}

LocalText QuestionText(const ReviewItem& item, const Program& program) {
  for (const Question& question : item.decision->questions) {
    if (question.rule == item.file->rule) return question.text;
  }
  return program.rules[item.file->rule].ask;
}

}  // namespace sigte
