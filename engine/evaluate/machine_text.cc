// SPDX-License-Identifier: MPL-2.0

// Functions over texts. A text of several fields (kText) is asked field by
// field: those that are missing are left out, and the rest meet in Kleene's OR
// or in a sum.
#include <re2/re2.h>

#include <algorithm>

#include "engine/base/plain_text.h"
#include "engine/evaluate/machine.h"
#include "engine/evaluate/operations.h"
#include "engine/evaluate/operations_internal.h"

namespace sigte {
namespace {

constexpr std::size_t kMaxRegexes = 64;

Value Words(const Value& text) {
  const CauseSet causes = Hindrance(text, kTexts);
  if (causes != kNoCause) return Value::Unknown(causes);
  return Value::Int(
      static_cast<std::int64_t>(TextScanner::CountWords(text.text())));
}

Value Matches(const Value& text, const re2::RE2& regex) {
  const CauseSet causes = Hindrance(text, kTexts);
  if (causes != kNoCause) return Value::Unknown(causes);
  return Value::Bool(FindsRegex(text.text(), regex));
}

}  // namespace

// What steps look for as the rules say it: an answer may stand where a constant
// does.
void Machine::FindQuestions() {
  asked_.resize(program_.code.size());
  for (const Step& s : steps_) {
    if (s.op == Opcode::kMatches && s.count == 1) {
      TextSieve& sieve = sieves_[s.x];
      const std::string& pattern = program_.expressions[s.y]->pattern();
      asked_[s.index] = {&sieve, sieve.AddPattern(pattern)};
    } else if (s.op == Opcode::kContains &&
               program_.code[s.y].op == Opcode::kConstant) {
      const Value& part = program_.constants[program_.code[s.y].a];
      if (part.kind() != Kind::kText) continue;
      TextSieve& sieve = sieves_[s.x];
      asked_[s.index] = {&sieve, sieve.AddString(part.text())};
    }
  }
}

// False only where `text`, given by the step's operand, is a text that cannot
// hold what the step looks for. A field's stays where it is while a record is
// evaluated; what is worked out may lie where another text lay.
bool Machine::MayHold(const Step& s, const Value& text) {
  if (asked_.empty()) FindQuestions();
  const Asked& asked = asked_[s.index];
  if (asked.sieve == nullptr || text.kind() != Kind::kText) return true;
  if (s.op == Opcode::kContains && answered_[s.y] != 0) return true;
  const Opcode giver = program_.code[s.x].op;
  if (giver != Opcode::kField && giver != Opcode::kText) asked.sieve->Forget();
  return asked.sieve->MayHold(asked.question, text.text());
}

Value Machine::OfText(const Step& s) {
  const Values& v = values_;
  if (s.op != Opcode::kText) Charge(v[s.x]);
  switch (s.op) {
    case Opcode::kText: return FirstText(program_.texts[s.x].fields);
    case Opcode::kSize: return SumText(s.x, Size);
    case Opcode::kWords: return SumText(s.x, Words);
    case Opcode::kYears: return Years(s);
    case Opcode::kContains:
      return AnyText(s.x, [&](const Value& t) {
        return MayHold(s, t) ? Contains(t, AsRead(s.y)) : Value::Bool(false);
      });
    case Opcode::kStartsWith:
      return AnyText(
          s.x, [&](const Value& t) { return StartsWith(t, AsRead(s.y)); });
    case Opcode::kEndsWith:
      return AnyText(s.x,
                     [&](const Value& t) { return EndsWith(t, AsRead(s.y)); });
    case Opcode::kMatches:
      if (s.count == 1) {
        const re2::RE2& regex = *program_.expressions[s.y];
        return AnyText(s.x, [&](const Value& t) {
          return MayHold(s, t) ? Matches(t, regex) : Value::Bool(false);
        });
      }
      return AnyText(s.x,
                     [&](const Value& t) { return MatchesPattern(t, v[s.y]); });
    default: return Value::Unknown(kError);
  }
}

// The fields that `operand` reads as one text, or null.
const std::vector<FieldIndex>* Machine::GroupOf(std::uint32_t operand) const {
  const Instruction& instruction = program_.code[operand];
  if (instruction.op != Opcode::kText || answered_[operand] != 0) {
    return nullptr;
  }
  return &program_.texts[instruction.a].fields;
}

Value Machine::PlainText(const Value& field) {
  if (field.kind() != Kind::kText) return field;
  return Value::Text(plain_texts_.Of(field.text()));
}

// What a step gives, as it is looked for letter by letter: a field's text is
// plain. What the rules say themselves is meant as it is written.
Value Machine::AsRead(std::uint32_t operand) {
  const bool is_field =
      program_.code[operand].op == Opcode::kField && answered_[operand] == 0;
  return is_field ? PlainText(values_[operand]) : values_[operand];
}

// Operands lie before their users, but for a quantifier's variable, which has
// of the record what its list has.
void Machine::FindOfRecord() {
  of_record_.assign(program_.code.size(), 0);
  for (std::uint32_t i = 0; i < program_.code.size(); ++i) {
    const Instruction& code = program_.code[i];
    const auto operands = program_.OperandsOf(code);
    const auto is_of_record = [&](std::uint32_t operand) {
      return of_record_[operand] != 0;
    };
    if (IsQuantifier(code.op)) {
      of_record_[i + 1] = of_record_[operands[0]];
    } else if (code.op == Opcode::kField || code.op == Opcode::kText) {
      of_record_[i] = 1;
    } else if (code.op != Opcode::kVariable) {
      of_record_[i] = std::ranges::any_of(operands, is_of_record) ? 1 : 0;
    }
  }
}

// What a step gives, as it is looked in. What is worked out from fields is
// plain too, until the next text is.
Value Machine::Searched(std::uint32_t operand) {
  const Value& value = values_[operand];
  if (of_record_.empty()) FindOfRecord();
  if (of_record_[operand] == 0 || value.kind() != Kind::kText ||
      program_.code[operand].op == Opcode::kField || IsPlain(value.text())) {
    return AsRead(operand);
  }
  plain_text_ = PlainOf(value.text());
  return Value::Text(plain_text_);
}

// For what is looked for letter by letter.
template <typename Test>
Value Machine::AnyText(std::uint32_t operand, Test test) {
  const std::vector<FieldIndex>* fields = GroupOf(operand);
  if (fields == nullptr) return test(Searched(operand));
  bool all_missing = true;
  Junction<true> any;
  for (const FieldIndex field : *fields) {
    const Value& value = (*record_)[field].value;
    if (IsMissing(value)) continue;
    all_missing = false;
    any.Add(test(PlainText(value)));
  }
  return all_missing ? test(Value::Unknown(kMissing)) : any.Result();
}

template <typename Count>
Value Machine::SumText(std::uint32_t operand, Count count) const {
  const std::vector<FieldIndex>* fields = GroupOf(operand);
  if (fields == nullptr) return count(values_[operand]);
  bool all_missing = true;
  Value sum = Value::Int(0);
  for (const FieldIndex field : *fields) {
    const Value& value = (*record_)[field].value;
    if (IsMissing(value)) continue;
    all_missing = false;
    sum = Add(sum, count(value), nullptr);
  }
  return all_missing ? count(Value::Unknown(kMissing)) : sum;
}

Value Machine::FirstText(const std::vector<FieldIndex>& fields) const {
  CauseSet causes = kNoCause;
  for (const FieldIndex field : fields) {
    const Value& value = (*record_)[field].value;
    if (value.kind() == Kind::kText) return value;
    if (!IsMissing(value)) causes |= Hindrance(value, kTexts);
  }
  return Value::Unknown(causes == kNoCause ? CauseSet{kMissing} : causes);
}

Value Machine::Years(const Step& step) {
  std::vector<Value>& years = lists_[step.z];
  years.clear();
  const auto read = [&years](const Value& text) {
    const CauseSet causes = Hindrance(text, kTexts);
    if (causes != kNoCause) return Value::Unknown(causes);
    AddYears(text.text(), &years);
    return Value::Int(0);
  };
  const Value read_all = SumText(step.x, read);
  if (read_all.is_unknown()) return read_all;
  return Value::List(years.data(), years.size());
}

Value Machine::MatchesPattern(const Value& text, const Value& pattern) {
  const CauseSet causes =
      Union(Hindrance(text, kTexts), Hindrance(pattern, kTexts));
  if (causes != kNoCause) return Value::Unknown(causes);
  auto known = regexes_.find(pattern.text());
  if (known == regexes_.end()) {
    if (regexes_.size() >= kMaxRegexes) regexes_.clear();
    known = regexes_.emplace(pattern.text(), MakeRegex(pattern.text(), nullptr))
                .first;
  }
  if (known->second == nullptr) return Value::Unknown(kError);
  return Matches(text, *known->second);
}

// A text that is worked out is searched when it is asked for.
Value Machine::OfTerms(const Step& s) {
  const Value& text = values_[s.x];
  const CauseSet causes = Hindrance(text, kTexts);
  if (causes != kNoCause) return Value::Unknown(causes);
  if (texts_.scanner() == nullptr) return Value::Unknown(kError);
  const Instruction& code = program_.code[s.index];
  const std::vector<TermHit>& hits = HitsIn(text.text());
  if (s.op == Opcode::kTextMentions) {
    return Value::Bool(std::ranges::any_of(hits, [&](const TermHit& hit) {
      return hit.term == code.b && hit.mention == MentionOf(code);
    }));
  }
  const auto other = static_cast<std::uint32_t>(values_[s.y].int_value());
  return Value::Bool(StandTogether(hits, code.b, other));
}

// Conditions ask one text for many terms.
const std::vector<TermHit>& Machine::HitsIn(std::string_view text) {
  if (text != searched_) {
    budget_ -= static_cast<std::int64_t>(text.size());
    searched_.assign(text);
    texts_.scanner()->Hits(searched_, &searched_hits_);
  }
  return searched_hits_;
}

Value Machine::OfLaw(const Step& s) {
  // A rule that cites asks for many provisions of the same field.
  if (s.x != cited_operand_) {
    cited_causes_ = kNoCause;
    cited_ = &Cited(s.x, &cited_causes_);
    const bool stays =
        program_.code[s.x].op == Opcode::kField && answered_[s.x] == 0;
    cited_operand_ = stays ? s.x : kNoIndex;
  }
  CauseSet causes = cited_causes_;
  const std::vector<Citation>& citations = *cited_;
  if (program_.laws == nullptr) causes |= kError;
  if (s.op == Opcode::kCites) {
    return Cites(citations, causes, program_.citations[s.y]);
  }
  if (causes != kNoCause) return Value::Unknown(causes);
  return s.op == Opcode::kDuty ? Duties(citations) : InForce(citations);
}

// What the text of `operand` cites, and what kept it from being read whole.
const std::vector<Citation>& Machine::Cited(std::uint32_t operand,
                                            CauseSet* causes) {
  const std::vector<FieldIndex>* group = GroupOf(operand);
  if (group != nullptr) return CitedInGroup(*group, causes);
  const Instruction& instruction = program_.code[operand];
  const Value& value = values_[operand];
  *causes |= Hindrance(value, kTexts);
  if (instruction.op == Opcode::kField && answered_[operand] == 0) {
    return texts_.CitationsOf(*record_, instruction.a);
  }
  citations_.clear();
  if (*causes == kNoCause && program_.laws != nullptr) {
    Charge(value);
    program_.laws->Read(value.text(), &citations_);
  }
  return citations_;
}

const std::vector<Citation>& Machine::CitedInGroup(
    const std::vector<FieldIndex>& fields, CauseSet* causes) {
  citations_.clear();
  bool all_missing = true;
  for (const FieldIndex field : fields) {
    const Value& value = (*record_)[field].value;
    if (IsMissing(value)) continue;
    all_missing = false;
    *causes |= Hindrance(value, kTexts);
    const auto& found = texts_.CitationsOf(*record_, field);
    citations_.insert(citations_.end(), found.begin(), found.end());
  }
  if (all_missing) *causes |= kMissing;
  return citations_;
}

Value Machine::Cites(const std::vector<Citation>& citations, CauseSet causes,
                     const CitationPattern& pattern) const {
  for (const Citation& citation : citations) {
    if (pattern.Matches(citation)) return Value::Bool(true);
  }
  return causes == kNoCause ? Value::Bool(false) : Value::Unknown(causes);
}

Value Machine::Duties(const std::vector<Citation>& citations) const {
  switch (program_.laws->DutyOf(citations, program_.period_from,
                                program_.period_until)) {
    case Duty::kMust: return Value::Text("must");
    case Duty::kMay: return Value::Text("may");
    default: return Value::Unknown(kMissing);
  }
}

Value Machine::InForce(const std::vector<Citation>& citations) const {
  const std::optional<bool> in_force = program_.laws->InForce(
      citations, program_.period_from, program_.period_until);
  return in_force ? Value::Bool(*in_force) : Value::Unknown(kMissing);
}

}  // namespace sigte
