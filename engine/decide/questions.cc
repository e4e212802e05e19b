// SPDX-License-Identifier: MPL-2.0

// Answers are tried one by one and then together, until a smallest set of
// questions is found whose every combination of answers decides the record.

#include "engine/decide/questions.h"

#include <algorithm>
#include <utility>

namespace sigte {

Questioner::Questioner(const Program& program, Evaluator* evaluator,
                       LeafTexts* leaves, const RulesByValue* rules,
                       const Judge* judge)
    : program_(program),
      evaluator_(evaluator),
      leaves_(leaves),
      rules_(rules),
      judge_(judge),
      seen_(program.code.size()),
      uses_(program, leaves),
      obstacle_finder_(program, *rules) {
  NumberAsks();
}

bool Questioner::ChangesGroups(
    const std::vector<FieldReadings>& readings) const {
  return std::ranges::any_of(readings, [&](const FieldReadings& open) {
    return uses_.IsOfGroup(open.field);
  });
}

void Questioner::Ask(Record* record, const Values& values,
                     const RecordGroups& groups,
                     const std::vector<FieldReadings>* readings,
                     WarmVector<Question>* questions) {
  record_ = record;
  before_ = &values;
  groups_ = groups;
  candidates_.clear();
  tries_ = 0;
  seen_.Clear();
  if (readings != nullptr) AddReadings(*readings);
  Collect(program_.scope, kNoIndex);
  CollectChecks();
  if (candidates_.size() > 1) {  // the sort takes memory, however few they are
    std::stable_sort(candidates_.begin(), candidates_.end(),
                     // What no rule asks (kNoIndex) comes first: it wraps to 0.
                     [](const Candidate& a, const Candidate& b) {
                       return a.rule + 1 < b.rule + 1;
                     });
  }
  for (Candidate& candidate : candidates_) TryAlone(&candidate);
  FindOrder();
  for (const std::size_t index : order_) {
    if (questions->size() >= kMaxQuestions) break;
    ToQuestion(candidates_[index], &questions->Reuse());
  }
}

void Questioner::TryAlone(Candidate* candidate) {
  for (std::size_t i = 0; i < candidate->answers.size(); ++i) {
    Answer& answer = candidate->answers[i];
    const Given given[] = {{candidate, i}};
    answer.verdict = Try(given);
    for (const std::uint32_t comparison : candidate->comparisons) {
      answer.signature.push_back((*after_)[comparison].is_true());
    }
  }
  if (!candidate->comparisons.empty()) MergeRanges(candidate);
  candidate->settles = std::none_of(
      candidate->answers.begin(), candidate->answers.end(),
      [](const Answer& a) { return a.verdict == Verdict::kBorderline; });
}

// Ranges that no rule tells apart are one.
void Questioner::MergeRanges(Candidate* candidate) {
  WarmVector<Answer>& answers = candidate->answers;
  std::size_t last = 0;
  for (std::size_t i = 1; i < answers.size(); ++i) {
    const bool same = answers[last].verdict == answers[i].verdict &&
                      answers[last].signature == answers[i].signature;
    if (same) {
      Join(&answers[last].range, answers[i].range);
    } else if (++last != i) {
      std::swap(answers[last], answers[i]);
    }
  }
  while (answers.size() > last + 1) answers.pop_back();
}

// The verdict when every candidate of `given` has the answer beside it.
Verdict Questioner::Try(std::span<const Given> given) {
  if (++tries_ > kMaxReevaluations) return Verdict::kBorderline;
  answers_.clear();
  kept_.clear();
  std::size_t answered = 0;
  bool refused = false;
  bool regroups = false;
  for (const auto& [candidate, index] : given) {
    answered += candidate->readings != nullptr ? 1U : 0U;
    refused |= candidate->answers[index].refused;
    const Value& value = candidate->answers[index].value;
    if (candidate->field != kNoField) {
      kept_.emplace_back(candidate->field, (*record_)[candidate->field].value);
      record_->Set(candidate->field, value);
      regroups |= groups_.share != nullptr && uses_.IsOfGroup(candidate->field);
    }
    for (const std::uint32_t target : candidate->targets) {
      answers_.emplace_back(target, value);
    }
  }
  AddPinned();
  if (answers_.size() > 1) {  // the sort takes memory, however few they are
    std::stable_sort(
        answers_.begin(), answers_.end(),
        [](const auto& a, const auto& b) { return a.first < b.first; });
  }
  EvaluateOptions options;
  options.answers = &answers_;
  options.groups = regroups ? MeasuresNow() : groups_.measures;
  after_ = &evaluator_->Reevaluate(*record_, options);
  const Verdict verdict =
      refused ? Verdict::kInvalid : judge_->Of(*after_, answered);
  for (const auto& [field, value] : kept_) record_->Set(field, value);
  return verdict;
}

// What the record adds to its groups hangs on no answer to a rule.
const std::vector<Value>* Questioner::MeasuresNow() {
  EvaluateOptions options;
  options.groups = groups_.measures;
  const Values& values = evaluator_->Reevaluate(*record_, options);
  const Groups& all = *groups_.all;
  all.AskWith(*groups_.share, all.ShareOf(*record_, values), &measures_);
  return &measures_;
}

bool Questioner::IsPinned(std::uint32_t index) const {
  return pinned_ != nullptr &&
         std::any_of(pinned_->begin(), pinned_->end(),
                     [&](const auto& pin) { return pin.first == index; });
}

// An answer that is tried wins over a ruling that left the rule open.
void Questioner::AddPinned() {
  if (pinned_ == nullptr) return;
  const std::size_t tried = answers_.size();
  for (const auto& pin : *pinned_) {
    const auto end = answers_.begin() + static_cast<std::ptrdiff_t>(tried);
    const bool given = std::any_of(answers_.begin(), end, [&](const auto& a) {
      return a.first == pin.first;
    });
    if (!given) answers_.push_back(pin);
  }
}

// Answers that leave the record open alone are tried first: they are what
// makes a set fail.
bool Questioner::SettlesTogether(std::initializer_list<std::size_t> set) {
  trials_.clear();
  given_.clear();
  std::size_t combinations = 1;
  for (const std::size_t index : set) {
    const WarmVector<Answer>& answers = candidates_[index].answers;
    std::vector<std::size_t>& trials = trials_.Reuse();
    trials.clear();
    for (const bool open : {true, false}) {
      for (std::size_t i = 0; i < answers.size(); ++i) {
        if ((answers[i].verdict == Verdict::kBorderline) == open) {
          trials.push_back(i);
        }
      }
    }
    combinations *= trials.size();
    given_.emplace_back(&candidates_[index], 0);
  }
  for (std::size_t c = 0; c < combinations; ++c) {
    std::size_t rest = c;
    for (std::size_t i = 0; i < given_.size(); ++i) {
      given_[i].second = trials_[i][rest % trials_[i].size()];
      rest /= trials_[i].size();
    }
    if (Try(given_) == Verdict::kBorderline) return false;
  }
  return true;
}

// A pair or a triple that settles, into order_; nothing when there is none.
void Questioner::FindSmallestSet() {
  const std::size_t n = candidates_.size();
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = i + 1; j < n; ++j) {
      if (SettlesTogether({i, j})) {
        order_ = {i, j};
        return;
      }
    }
  }
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = i + 1; j < n; ++j) {
      for (std::size_t k = j + 1; k < n; ++k) {
        if (SettlesTogether({i, j, k})) {
          order_ = {i, j, k};
          return;
        }
      }
    }
  }
}

// What settles the record alone comes first, else the smallest set that does.
void Questioner::FindOrder() {
  order_.clear();
  for (std::size_t i = 0; i < candidates_.size(); ++i) {
    if (candidates_[i].settles) order_.push_back(i);
  }
  if (order_.size() > 1) {
    std::stable_sort(
        order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) {
          return candidates_[a].answers.size() < candidates_[b].answers.size();
        });
  }
  if (order_.empty()) FindSmallestSet();
  for (std::size_t i = 0; i < candidates_.size(); ++i) {
    if (std::find(order_.begin(), order_.end(), i) == order_.end()) {
      order_.push_back(i);
    }
  }
}

// Neighbouring ranges with one verdict are one, unless that leaves one for all.
void Questioner::Show(const Candidate& candidate, FieldType type,
                      Question* question) {
  WarmVector<Outcome>& outcomes = question->outcomes;
  const auto add = [&](const Answer& answer, const NumberRange& range) {
    Outcome& outcome = outcomes.Reuse();
    outcome.answer = answer.text.empty() ? ToString(range, type) : answer.text;
    outcome.verdict = answer.verdict;
  };
  const WarmVector<Answer>& answers = candidate.answers;
  outcomes.clear();
  for (std::size_t i = 0; i < answers.size();) {
    const std::size_t first = i;
    if (!answers[i++].text.empty()) {
      add(answers[first], answers[first].range);
      continue;
    }
    NumberRange range = answers[first].range;
    for (; i < answers.size() && answers[i].text.empty() &&
           answers[i].verdict == answers[first].verdict;
         ++i) {
      Join(&range, answers[i].range);
    }
    add(answers[first], range);
  }
  if (outcomes.size() != 1) return;
  outcomes.clear();
  for (const Answer& answer : answers) add(answer, answer.range);
}

// Whether it asks for a "no" that takes a check's fault away.
bool Questioner::IsOfCheck(const Candidate& candidate) const {
  return candidate.field == kNoField && candidate.readings == nullptr &&
         IsCheck(program_.rules[candidate.rule].kind) &&
         candidate.answers.size() == 1;
}

void Questioner::ToQuestion(const Candidate& candidate,
                            Question* question) const {
  question->rule = candidate.rule;
  question->asker = candidate.asker;
  question->code.clear();
  question->slug.clear();
  question->also = candidate.also;
  if (candidate.readings != nullptr) {
    question->code = candidate.readings->code;
    question->slug = candidate.readings->slug;
    question->text = candidate.readings->ask;
  } else {
    question->text = program_.rules[candidate.asker].ask;
  }
  const bool confirms = IsOfCheck(candidate);
  question->settles = candidate.settles && !confirms;
  FieldType type = FieldType::kBool;
  question->field.clear();
  if (candidate.field != kNoField) {
    question->field = program_.layout[candidate.field].name;
    type = program_.layout[candidate.field].type;
  }
  Show(candidate, type, question);
  if (!confirms) return;
  // "Yes" needs no trying: the fault stands until somebody mends it.
  Outcome& confirmed = question->outcomes.Reuse();
  confirmed.answer = "true";
  confirmed.verdict =
      program_.rules[candidate.rule].kind == CompiledKind::kReject
          ? Verdict::kInvalid
          : Verdict::kBorderline;
  std::rotate(question->outcomes.begin(), question->outcomes.end() - 1,
              question->outcomes.end());
}

}  // namespace sigte
