// SPDX-License-Identifier: MPL-2.0

// One record: evaluated once, judged, explained where that is asked for.

#include "engine/decide/decider.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "engine/decide/decider_scratch.h"

namespace sigte {
namespace {

bool IsReadable(const Record& record) {
  return record.document() != nullptr && record.node() != kNoNode &&
         (*record.document())[record.node()].kind == NodeKind::kObject;
}

// The value as people wrote it; a text without the blanks around it, and a
// whole number as one: 751.0 is 751.
void CopyField(const Record& record, FieldIndex field, std::string* out) {
  out->clear();
  if (field == kNoField || record[field].node == kNoNode) return;
  const Node& node = (*record.document())[record[field].node];
  if (node.kind == NodeKind::kNull) return;
  const std::string_view written = record.Written(field);
  const Value& value = record[field].value;
  const bool is_whole = value.kind() == Kind::kInt;
  if (is_whole && written.find_first_of(".eE") != written.npos) {
    *out = ToString(value);
  } else {
    out->assign(written);
  }
}

// A private number in the amount's place is none: what is reckoned with is
// told with marks between its digits, in sums too, where no pattern finds it.
std::optional<std::int64_t> AmountOf(const Record& record, FieldIndex field,
                                     const Redaction& hidden) {
  if (field == kNoField) return std::nullopt;
  const Value& value = record[field].value;
  if (!value.is_number()) return std::nullopt;
  const auto amount = value.decimal_value().ToInt();
  const bool is_private = amount && (hidden.HidesIn(std::to_string(*amount)) ||
                                     hidden.HidesIn(record.Written(field)));
  return is_private ? std::nullopt : amount;
}

Finding::Effect EffectOf(CompiledKind kind) {
  if (kind == CompiledKind::kReject) return Finding::Effect::kReject;
  return kind == CompiledKind::kNote ? Finding::Effect::kNote
                                     : Finding::Effect::kQuestion;
}

}  // namespace

void Decider::Scratch::ClearDecision(Decision* decision) {
  decision->reasons.clear();
  decision->id.clear();
  decision->group.clear();
  decision->unmasked.reset();
  decision->title.clear();
  decision->questions.clear();
  decision->findings.clear();
  decision->rulings.clear();
  decision->without_rulings.reset();
  decision->cases.clear();
  decision->amount.reset();
  decision->scope.reset();
}

void Decider::Scratch::WriteHead(const Record& record,
                                 const RecordOrigin& origin,
                                 Decision* decision) {
  decision->file.assign(origin.file);
  decision->sheet.clear();
  if (origin.row != nullptr) decision->sheet = origin.row->table->sheet;
  decision->line = origin.first_line;
  opening.reset();
  if (record.document() == nullptr) return;
  const std::size_t begin =
      record.node() == kNoNode ? 0 : (*record.document())[record.node()].begin;
  // Records come in order: one further up lies in another text, which may have
  // been read into the same room.
  if (begin <= last_begin) places.Forget();
  last_begin = begin;
  places.Turn(record.document()->text(), origin);
  if (record.node() == kNoNode) return;
  decision->line = places.LineOf(begin);
  if (origin.row == nullptr) opening = Span{begin, begin + 1};
  if (!IsReadable(record)) return;
  const Layout& layout = program.layout;
  CopyField(record, layout.id, &decision->id);
  CopyField(record, layout.group, &decision->group);
  CopyField(record, layout.title, &decision->title);
  decision->amount = AmountOf(record, layout.amount, program.redaction);
}

// What a check that does not pass says; those that decide are reasons too.
void Decider::Scratch::RunChecks(const Record& record, const Values& values,
                                 Decision* decision) {
  for (const Judge::Check& check : judge.open_checks()) {
    const CheckState state = check.state;
    const bool is_note = check.kind == CompiledKind::kNote;
    if (is_note && state == CheckState::kUndecided) continue;
    // A field that the schema refused is told of once, not by every check.
    if (state == CheckState::kUndecided && judge.rejected_by_faults()) continue;
    Reason& reason = decision->reasons.Reuse();
    explainer.FindReason(record, values, check.rule, &reason);
    if (judge.rejected_by_faults() && MissesRefused(values, *decision)) {
      decision->reasons.pop_back();
      continue;
    }
    AddFinding(check.rule, state, reason, decision);
    if (state == CheckState::kFails) {
      LocateMissed(record, values, &decision->findings.back());
      NameOther(*decision, &decision->findings.back());
    }
    const bool rejects =
        check.kind == CompiledKind::kReject && state == CheckState::kFails;
    const bool decides =
        (rejects && decision->verdict == Verdict::kInvalid) ||
        (!is_note && !rejects && decision->verdict == Verdict::kBorderline);
    if (decides) {
      explainer.Describe(&reason);
    } else {
      decision->reasons.pop_back();
    }
  }
}

// Whether the rule explained last says that a field has no answer where one
// stands that could not be read: its fault says so, and the record is invalid
// for it.
bool Decider::Scratch::MissesRefused(const Values& values,
                                     const Decision& decision) {
  const auto is_refused = [&](FieldIndex field) {
    return std::ranges::any_of(decision.findings, [&](const Finding& fault) {
      return fault.rule == kNoIndex &&
             fault.effect == Finding::Effect::kReject &&
             fault.field == program.layout[field].name;
    });
  };
  return std::ranges::any_of(explainer.leaves(), [&](std::uint32_t leaf) {
    return program.code[leaf].op == Opcode::kHas && values[leaf].is_false() &&
           std::ranges::any_of(evidence.leaves().Of(leaf).fields, is_refused);
  });
}

void Decider::Scratch::AddFinding(std::uint32_t rule, CheckState state,
                                  const Reason& reason, Decision* decision) {
  const CompiledRule& check = program.rules[rule];
  Finding& finding = decision->findings.Reuse();
  finding.rule = rule;
  finding.code = check.code;
  finding.slug = check.id;
  finding.help = check.help;
  const bool failed = state == CheckState::kFails;
  const bool unclear = !failed && (reason.value.causes() & kError) == 0;
  finding.effect = failed ? EffectOf(check.kind) : Finding::Effect::kQuestion;
  if (failed || unclear) {
    finding.message = check.message;
  } else {
    finding.message = Message("decide.check-undecided", {check.title});
  }
  finding.field.clear();
  finding.location.reset();
  finding.other.reset();
  finding.ruling.clear();
  // A value that is set against its group's tells more than what makes the
  // group.
  const Evidence* told = nullptr;
  for (const Evidence& shown : reason.evidence) {
    if (finding.field.empty()) finding.field = shown.field;
    if (!shown.location) continue;
    const bool of_group =
        shown.located == kNoField &&
        evidence.leaves().Of(shown.leaf).group_field != kNoField;
    const bool is_closer =
        told != nullptr && told->located != kNoField && of_group;
    if (told == nullptr || is_closer) told = &shown;
  }
  if (told == nullptr) {
    // What is not there is missed where the record begins; where a table has a
    // cell for it, the reader of tables knows it.
    if (opening) places.Locate(*opening, &finding.location.emplace());
    return;
  }
  finding.field = told->located == kNoField
                      ? told->field
                      : program.layout[told->located].name;
  finding.location = told->location;
}

// An answer that is missed is told where it is missed, not at what it is missed
// beside: where null stands, or else where the record begins; where a table has
// a cell for it, the reader of tables knows it. Of the rule explained last.
void Decider::Scratch::LocateMissed(const Record& record, const Values& values,
                                    Finding* finding) {
  for (const std::uint32_t leaf : explainer.leaves()) {
    const auto& fields = evidence.leaves().Of(leaf).fields;
    const bool is_missed = program.code[leaf].op == Opcode::kHas &&
                           values[leaf].is_false() && fields.size() == 1;
    if (!is_missed) continue;
    const FieldIndex field = fields.front();
    finding->field = program.layout[field].name;
    finding->location.reset();
    if (!opening) return;
    const NodeIndex node = record[field].node;
    places.Locate(node == kNoNode ? *opening : record.document()->SpanOf(node),
                  &finding->location.emplace());
    return;
  }
}

// "Another of the same title": which, and where.
void Decider::Scratch::NameOther(const Decision& decision, Finding* finding) {
  const std::uint32_t query = program.rules[finding->rule].names_of;
  if (query == kNoIndex || groups == nullptr) return;
  const auto member =
      groups->OtherOf(group_answers, places.RecordAt(last_begin), query);
  if (!member) return;
  OtherRecord& other = finding->other.emplace();
  other.id = member->id;
  other.file = member->file;
  other.location.place = {member->place.line, member->place.column};
  other.location.end_column = member->place.column;
  if (!member->sheet.empty()) {
    const std::string row = std::to_string(member->place.line);
    other.location.sheet = member->sheet;
    other.location.cell = row + ":" + row;
  }
  const auto& key = program.group_queries[query].key;
  if (std::ranges::find(key, program.layout.group) != key.end()) {
    other.group = decision.group;
  }
}

Decider::Decider(const Program& program)
    : program_(program),
      evaluator_(program),
      scratch_(std::make_unique<Scratch>(program, &evaluator_)) {}

Decider::~Decider() = default;

void Decider::ForgetText() { scratch_->places.Forget(); }

void Decider::Decide(Record& record, const RecordOrigin& origin,
                     std::vector<Finding> faults, const Groups* groups,
                     const DecideOptions& options, Decision* decision) {
  assert(program_.scope != kNoIndex);
  Scratch& scratch = *scratch_;
  scratch.ClearDecision(decision);
  scratch.judge.TakeFaults(faults);
  for (Finding& fault : faults) decision->findings.push_back(std::move(fault));
  scratch.places.ShowLines(options.lines);
  scratch.WriteHead(record, origin, decision);
  decision->verdict = Verdict::kInvalid;
  if (!IsReadable(record)) {
    scratch.wording.Finish(record, decision);
    return;
  }
  scratch.groups = groups;
  EvaluateOptions evaluate;
  if (groups != nullptr && groups->needed()) {
    groups->Ask(record, &scratch.group_answers);
    evaluate.groups = &scratch.group_answers.measures;
  }
  const Values& values = evaluator_.Evaluate(record, evaluate);
  scratch.share.reset();
  if (evaluate.groups != nullptr && origin.readings != nullptr &&
      scratch.questioner.ChangesGroups(*origin.readings)) {
    scratch.share = groups->ShareOf(record, values);
  }
  scratch.ruled.clear();
  scratch.questioner.Keep(nullptr);
  if (options.rulings != nullptr && !options.rulings->rulings().empty()) {
    TakeRulings(record, options, evaluate, decision);
  }
  decision->scope = ScopeVerdict(values[program_.scope]);
  decision->verdict = scratch.judge.Decide(values);
  if (!options.explain) return;
  const bool scope_decides = decision->scope == decision->verdict ||
                             decision->verdict == Verdict::kInvalid;
  const bool is_invalid = decision->verdict == Verdict::kInvalid;
  if (is_invalid) scratch.RunChecks(record, values, decision);
  if (scope_decides) {
    scratch.explainer.ExplainScope(record, values, &decision->reasons);
  }
  if (!is_invalid) scratch.RunChecks(record, values, decision);
  NameRulings(decision);
  AddSettledChecks(decision);
  if (decision->verdict == Verdict::kBorderline) {
    scratch.questioner.Ask(
        &record, values,
        {groups, scratch.share ? &*scratch.share : nullptr, evaluate.groups},
        origin.readings, &decision->questions);
  }
  if (options.cases) MakeCases(record, options, evaluate, decision);
  scratch.wording.Finish(record, decision);
}

}  // namespace sigte
