// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/decide/ruling_book.h"
#include "tests/decide/sample_program.h"

/// Rulings made by hand, and records decided with them.
namespace sigte::test {

inline constexpr const char* kToday = "2026-11-25";

/// An approved ruling on record 751/1, in force until the end of 2027, on the
/// evidence of `text`'s first record.
inline Ruling ApprovedRuling(const Program& program, std::string_view text,
                             std::string rule, bool answer) {
  Submission submission(program, text);
  Ruling ruling;
  ruling.id = "r-" + rule;
  ruling.record = {"751", "1"};
  ruling.rule = std::move(rule);
  ruling.answer = answer;
  ruling.reason = "minor_part";
  ruling.text = "because";
  ruling.by = {"fm", "head of section", "2026-11-01"};
  ruling.approved = RulingParty{"im", "head of office", "2026-11-02"};
  ruling.review_by = "2027-12-31";
  for (std::uint32_t i = 0; i < program.rules.size(); ++i) {
    if (program.rules[i].id != ruling.rule) continue;
    ruling.evidence =
        RuleEvidence(program).Digest(submission.record(0), nullptr, i);
  }
  return ruling;
}

/// The first record of `text`, decided with `rulings`.
inline Decision DecideWith(Decider* decider, const Program& program,
                           std::string_view text, std::vector<Ruling> rulings,
                           bool cases = false) {
  const RulingBook book(program, std::move(rulings), kToday);
  Submission submission(program, text);
  DecideOptions options;
  options.rulings = &book;
  options.cases = cases;
  Decision decision;
  decider->Decide(submission.record(0), {"data.json", 1}, {}, nullptr, options,
                  &decision);
  return decision;
}
/// The same by a decider that has seen nothing before.
inline Decision DecideWith(const Program& program, std::string_view text,
                           std::vector<Ruling> rulings, bool cases = false) {
  Decider decider(program);
  return DecideWith(&decider, program, text, std::move(rulings), cases);
}

/// "include approved", "borderline stale proposed"
inline std::string Told(const Decision& decision) {
  std::string out(VerdictName(decision.verdict));
  for (const RulingNote& note : decision.rulings) {
    out += " ";
    out += RulingStateName(note.state);
  }
  return out;
}

}  // namespace sigte::test
