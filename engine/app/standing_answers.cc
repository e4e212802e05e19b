// SPDX-License-Identifier: MPL-2.0

#include "engine/app/standing_answers.h"

#include <algorithm>

#include "engine/app/job.h"
#include "engine/base/utf8.h"
#include "engine/report/explain.h"

namespace sigte {
namespace {

LocalText AnswerWord(bool answer) {
  return Message(answer ? MessageKey("workbook.yes")
                        : MessageKey("workbook.no"));
}

bool Stands(RulingState standing) {
  return standing == RulingState::kApproved ||
         standing == RulingState::kProposed ||
         standing == RulingState::kContradicting;
}

}  // namespace

StandingAnswers::StandingAnswers(const RulingBook& book) : book_(book) {
  for (std::uint32_t i = 0; i < book.rulings().size(); ++i) {
    if (!Stands(book.StandingOf(i))) continue;
    const Ruling& ruling = book.rulings()[i];
    AddWritten(ruling);
    if (ruling.approved) standing_.back().approved = ruling.approved->body;
  }
}

void StandingAnswers::AddWritten(const Ruling& ruling) {
  standing_.push_back({ruling.record,
                       FindRule(book_.program(), ruling.rule),
                       ruling.id,
                       ruling.answer,
                       ruling.by.body,
                       ruling.evidence,
                       {}});
}

void StandingAnswers::AddApproval(const std::string& ruling,
                                  const std::string& body) {
  const auto at = std::ranges::find(standing_, ruling, &Standing::id);
  if (at != standing_.end()) at->approved = body;
}

// Those on one rule, record and facts: what the ruling that the row names is
// about, or else the first that the row may mean.
std::vector<const StandingAnswers::Standing*> StandingAnswers::On(
    const RulingAnswer& row) const {
  const std::uint32_t rule = FindRule(book_.program(), row.rule);
  const auto meant = std::ranges::find_if(standing_, [&](const Standing& one) {
    if (!row.ruling.empty()) return one.id == row.ruling;
    return one.record == row.record && (row.rule.empty() || one.rule == rule) &&
           (row.evidence.empty() || one.evidence == row.evidence);
  });
  std::vector<const Standing*> on;
  if (meant == standing_.end()) return on;
  on.push_back(&*meant);
  for (const Standing& one : standing_) {
    const bool same = one.record == meant->record && one.rule == meant->rule &&
                      one.evidence == meant->evidence;
    if (same && &one != &*meant) on.push_back(&one);
  }
  return on;
}

Issue StandingAnswers::Say(MessageKey key, Severity severity,
                           const std::string& name, bool answer,
                           const Standing& other) const {
  const auto& bodies = book_.program().ruling_words.bodies;
  return MakeIssue(
      key, severity,
      {Printable(name), AnswerWord(answer), TitleOf(bodies, other.body),
       AnswerWord(other.answer), other.id});
}

// Whether the row's proposal still waits, though nobody asks about it here.
bool StandingAnswers::IsForgotten(const std::vector<const Standing*>& on,
                                  const std::string& body) {
  return on.front()->approved.empty() &&
         std::ranges::none_of(
             on, [&](const Standing* one) { return one->IsOf(body); });
}

std::optional<Issue> StandingAnswers::SayOf(const RulingAnswer& row,
                                            AnswerKind kind,
                                            const std::string& body,
                                            bool approves,
                                            const std::string& name) const {
  const std::vector<const Standing*> on = On(row);
  if (on.empty() || (approves && IsForgotten(on, body))) return std::nullopt;
  const Standing& about = *on.front();
  bool answer = kind == AnswerKind::kYes;
  if (kind == AnswerKind::kSkip) {
    return Say("A618.answered-already", Severity::kNote, name, answer, about);
  }
  if (approves) {
    if (about.approved.empty() && about.body == body) {
      return MakeIssue("A615.own-proposal", Severity::kError, {body, about.id});
    }
    answer = answer == about.answer;  // yes approves it, no is its contrary
  }
  return SayOf(on, answer, body, name);
}

Issue StandingAnswers::SayOf(const std::vector<const Standing*>& on,
                             bool answer, const std::string& body,
                             const std::string& name) const {
  const auto first = [&](auto wanted) -> const Standing* {
    const auto at = std::ranges::find_if(
        on, [&](const Standing* one) { return wanted(*one); });
    return at == on.end() ? nullptr : *at;
  };
  const auto is_settled = [&](const Standing& one) {
    return body.empty() || one.IsOf(body) || !one.approved.empty();
  };
  if (const Standing* one = first([&](const Standing& known) {
        return known.answer == answer && is_settled(known);
      })) {
    return Say("A618.answered-already", Severity::kNote, name, answer, *one);
  }
  if (const Standing* one = first([&](const Standing& known) {
        return known.answer != answer && !known.approved.empty();
      })) {
    return Say("A643.approved-otherwise", Severity::kError, name, answer, *one);
  }
  if (const Standing* one = first([&](const Standing& known) {
        return known.answer != answer && known.IsOf(body);
      })) {
    return Say("A642.own-contrary", Severity::kError, name, answer, *one);
  }
  if (const Standing* one = first(
          [&](const Standing& known) { return known.answer != answer; })) {
    return Say("A641.contrary-proposal", Severity::kError, name, answer, *one);
  }
  return Say("A640.same-proposal", Severity::kWarning, name, answer,
             *on.front());
}

}  // namespace sigte
