// SPDX-License-Identifier: MPL-2.0

// What stands in the submission for a leaf: the mention's own words, the number
// as written, the citation; and where.

#include "engine/decide/evidence.h"

#include <algorithm>
#include <optional>
#include <span>

#include "engine/base/utf8.h"
#include "engine/evaluate/pattern_span.h"
#include "engine/evaluate/record_texts.h"

namespace sigte {
namespace {

constexpr std::size_t kMaxFound = 160;  // code points
constexpr int kMaxLackDepth = 8;        // of sums within a comparison

// The first hit of `term` that stands so, else the first of any; or null.
const TermHit* FindHit(std::span<const TermHit> hits, std::uint32_t term,
                       Mention mention) {
  const TermHit* other = nullptr;
  for (const TermHit& hit : hits) {
    if (hit.term != term) continue;
    if (hit.mention == mention) return &hit;
    if (other == nullptr) other = &hit;
  }
  return other;
}

// A list of which nothing was left out for being of another type.
bool IsWholeList(const Value& value) {
  return value.kind() == Kind::kList &&
         std::none_of(value.items(), value.items() + value.count(),
                      [](const Value& item) { return item.is_unknown(); });
}

bool IsText(const Record& record, FieldIndex field) {
  return record[field].value.kind() == Kind::kText;
}

// The first affirmed hit of each that lie in one clause.
std::optional<Span> SharedClause(std::span<const TermHit> hits,
                                 std::uint32_t one, std::uint32_t other) {
  const auto is_affirmed = [](const TermHit& hit, std::uint32_t term) {
    return hit.term == term && hit.mention == kAffirmed;
  };
  for (const TermHit& a : hits) {
    if (!is_affirmed(a, one)) continue;
    for (const TermHit& b : hits) {
      if (!is_affirmed(b, other) || a.clause != b.clause) continue;
      return Span{std::min(a.span.begin, b.span.begin),
                  std::max(a.span.end, b.span.end)};
    }
  }
  return std::nullopt;
}

}  // namespace

// Private numbers are hidden before anything is cut off: no pattern knows half
// of one. In what is short Wording hides them.
void EvidenceMaker::Put(std::string_view text, std::string* out) const {
  out->assign(text);
  if (text.size() <= kMaxFound) return;
  program_.redaction.Apply(out);
  *out = Shorten(*out, kMaxFound);
}

void EvidenceMaker::Describe(Evidence* evidence) {
  const LeafText& leaf = leaves_.Of(evidence->leaf);
  evidence->condition.assign(leaf.condition);
  evidence->rule_file.assign(leaf.file);
  evidence->rule_place = leaf.place;
}

void EvidenceMaker::Find(const Record& record, const Values& values,
                         std::uint32_t index, Evidence* evidence) {
  const LeafText& leaf = leaves_.Of(index);
  const Instruction& code = program_.code[index];
  evidence->leaf = index;
  evidence->field.clear();
  evidence->found.clear();
  evidence->lacks.clear();
  evidence->worked_out = false;
  evidence->located = kNoField;
  evidence->compared.assign(leaf.compared);
  evidence->value = values[index];
  const Context context{record, values, leaf, code, evidence->value, evidence};
  bool located = FindMissing(context) || FindLack(context);
  if (!located &&
      (code.op == Opcode::kTogether || code.op == Opcode::kTextTogether)) {
    located = FindTogether(context);
  }
  if (!located && code.op == Opcode::kCites) {
    located = FindCitation(context, code.a);
  }
  if (!located && MentionOf(code) != kNotMentioned) {
    located = FindMention(context);
  }
  if (!located && code.op == Opcode::kMatches) located = FindPattern(context);
  if (!located) FindValue(context);
  // Nothing that stands there is what is compared: the condition says it all.
  if (evidence->compared.empty() && IsComparison(code.op)) {
    evidence->compared.assign(leaf.condition);
  }
}

// Where a leaf is unknown because a field has no answer, that field.
bool EvidenceMaker::FindMissing(const Context& context) {
  if (!context.value.is_unknown()) return false;
  for (const FieldIndex field : context.leaf.fields) {
    if (!context.record[field].value.is_unknown()) continue;
    ShowField(context, field);
    if (context.leaf.works_out) context.evidence->compared.clear();
    return true;
  }
  return false;
}

// Where it is unknown because a figure is: nothing in the record is to blame.
bool EvidenceMaker::FindLack(const Context& context) {
  if (!context.value.is_unknown() || context.value.causes() != kMissing) {
    return false;
  }
  Evidence& evidence = *context.evidence;
  const std::uint32_t lack =
      LackOf(context.values, evidence.leaf, kMaxLackDepth);
  if (lack == kNoIndex) return false;
  Put(LackName(context.values, lack), &evidence.lacks);
  evidence.compared.clear();
  evidence.location.reset();
  return true;
}

std::uint32_t EvidenceMaker::LackOf(const Values& values, std::uint32_t index,
                                    int depth) const {
  const Instruction& code = program_.code[index];
  if (!values[index].is_unknown() || depth == 0) return kNoIndex;
  if (code.op == Opcode::kConstant) return index;
  for (const std::uint32_t operand : program_.OperandsOf(code)) {
    const std::uint32_t lack = LackOf(values, operand, depth - 1);
    if (lack != kNoIndex) return lack;
  }
  const bool is_row = code.op == Opcode::kLookup &&
                      !values[program_.OperandsOf(code)[0]].is_unknown();
  return is_row ? index : kNoIndex;
}

std::string EvidenceMaker::LackName(const Values& values,
                                    std::uint32_t lack) const {
  const Instruction& code = program_.code[lack];
  if (code.op == Opcode::kLookup) {
    return program_.tables[code.a].name + "[" +
           ToString(values[program_.OperandsOf(code)[0]]) + "]";
  }
  const Origin& origin = program_.origins[lack];
  if (origin.file == kNoIndex) return {};
  return std::string(program_.files[origin.file]->text().substr(
      origin.span.begin, origin.span.end - origin.span.begin));
}

bool EvidenceMaker::FindMention(const Context& context) {
  const Mention wanted = MentionOf(context.code);
  for (const FieldIndex field : context.leaf.fields) {
    if (!IsText(context.record, field)) continue;
    const TermHit* const hit = FindHit(
        evaluator_->HitsIn(context.record, field), context.code.b, wanted);
    if (hit == nullptr) continue;
    if (hit->mention != wanted && context.value.is_true()) continue;
    Show(context, field, hit->span);
    if (hit->mention != wanted) {
      std::string& compared = context.evidence->compared;
      compared.resize(std::min(compared.find(" ("), compared.size()));
      compared += " (";
      compared += MentionName(hit->mention);
      compared += ')';
    }
    return true;
  }
  return false;
}

bool EvidenceMaker::FindTogether(const Context& context) {
  const auto operands = program_.OperandsOf(context.code);
  if (operands.empty() || !context.value.is_true()) return false;
  const Value& other = context.values[operands.back()];
  if (other.kind() != Kind::kInt) return false;
  for (const FieldIndex field : context.leaf.fields) {
    if (!IsText(context.record, field)) continue;
    const auto span =
        SharedClause(evaluator_->HitsIn(context.record, field), context.code.b,
                     static_cast<std::uint32_t>(other.int_value()));
    if (!span) continue;
    Show(context, field, *span);
    return true;
  }
  return false;
}

// A text of several fields matches by one of them.
bool EvidenceMaker::FindPattern(const Context& context) {
  if (!context.value.is_true() || context.code.a == kNoIndex) return false;
  for (const FieldIndex field : context.leaf.fields) {
    if (!IsText(context.record, field)) continue;
    const auto span = PatternSpan(program_, context.code.a,
                                  context.record[field].value.text());
    if (!span) continue;
    Show(context, field, *span);
    return true;
  }
  return false;
}

// The citation that matches `pattern`, else the first of any (kNoIndex: of
// any).
bool EvidenceMaker::FindCitation(const Context& context,
                                 std::uint32_t pattern) {
  for (const FieldIndex field : context.leaf.fields) {
    if (!IsText(context.record, field)) continue;
    const std::vector<Citation>& cited =
        evaluator_->CitationsOf(context.record, field);
    const auto match =
        std::find_if(cited.begin(), cited.end(), [&](const Citation& c) {
          return pattern != kNoIndex && program_.citations[pattern].Matches(c);
        });
    if (match == cited.end() && context.value.is_true() &&
        pattern != kNoIndex) {
      continue;
    }
    if (match == cited.end() && cited.empty()) continue;
    Show(context, field,
         match == cited.end() ? cited.front().span : match->span);
    return true;
  }
  return false;
}

// Comparisons and all else: the field that the subject reads. A subject that is
// more than a field shows its own value; a citation's duty, the citation.
void EvidenceMaker::FindValue(const Context& context) {
  if (context.leaf.fields.empty()) return FindNumber(context);
  const FieldIndex field = context.leaf.fields.front();
  Evidence& evidence = *context.evidence;
  const std::uint32_t subject = context.leaf.subject;
  const Opcode op =
      subject == kNoIndex ? context.code.op : program_.code[subject].op;
  if (op == Opcode::kDuty || op == Opcode::kInForce) {
    if (FindCitation(context, kNoIndex)) return;
  }
  const bool is_mention = subject == kNoIndex && op != Opcode::kField;
  if (is_mention) {
    evidence.field.assign(program_.layout[field].name);
    evidence.location.reset();
    return;
  }
  ShowField(context, field);
  if (context.leaf.works_out) ShowWorkedOut(context);
  if (context.leaf.other != kNoIndex) Compare(context);
  // The field itself is compared with nothing.
  if (context.leaf.works_out && !evidence.worked_out) evidence.compared.clear();
}

// What comes from no field of the record: a count or sum of its group.
void EvidenceMaker::FindNumber(const Context& context) {
  ShowPlace(context, context.leaf.group_field);
  context.evidence->located = context.leaf.group_field;
  ShowWorkedOut(context);
  const bool shown = context.evidence->worked_out;
  if (shown && context.leaf.other != kNoIndex) Compare(context);
}

// With the other operand, where that is worked out too.
void EvidenceMaker::Compare(const Context& context) {
  const bool turned =
      program_.OperandsOf(context.code)[0] != context.leaf.subject;
  if (context.values[context.leaf.other].is_unknown()) return;
  std::string& compared = context.evidence->compared;
  Put(ToString(context.values[context.leaf.other]), &compared);
  compared.insert(0, 1, ' ');
  compared.insert(0, OperatorSign(context.code.op, turned));
}

// The value of a subject that stands nowhere, as of size(x).
void EvidenceMaker::ShowWorkedOut(const Context& context) {
  const std::uint32_t subject = context.leaf.subject;
  if (subject == kNoIndex || context.values[subject].is_unknown()) return;
  Put(ToString(context.values[subject]), &context.evidence->found);
  context.evidence->worked_out = true;
}

Location* EvidenceMaker::NewLocation(Evidence* evidence) {
  if (!evidence->location) evidence->location.emplace();
  return &*evidence->location;
}

// Part of a text field's value: bytes of the value as rules read it.
void EvidenceMaker::Show(const Context& context, FieldIndex field, Span part) {
  const Slot& slot = context.record[field];
  const std::string_view text = slot.value.text();
  Evidence& evidence = *context.evidence;
  evidence.field.assign(program_.layout[field].name);
  const std::size_t begin = std::min(part.begin, text.size());
  Put(text.substr(begin, std::max(begin, part.end) - begin), &evidence.found);
  const Document* document = context.record.document();
  if (slot.node == kNoNode || document == nullptr) {
    evidence.location.reset();
    return;
  }
  const Node& node = (*document)[slot.node];
  // Blanks around a value may have been left out when it was read.
  const bool inside = text.data() >= node.text.data() &&
                      text.data() <= node.text.data() + node.text.size();
  const std::size_t shift =
      inside ? static_cast<std::size_t>(text.data() - node.text.data()) : 0;
  places_->Locate(
      SpanInString(*document, node, {part.begin + shift, part.end + shift}),
      NewLocation(&evidence));
}

void EvidenceMaker::ShowField(const Context& context, FieldIndex field) {
  const Slot& slot = context.record[field];
  Evidence& evidence = *context.evidence;
  evidence.field.assign(program_.layout[field].name);
  const Document* document = context.record.document();
  const bool stands = slot.node != kNoNode && document != nullptr;
  // A list, however it is laid out; and what stands elsewhere in the file.
  if (IsWholeList(slot.value) || (!stands && !slot.value.is_unknown())) {
    Put(ToString(slot.value), &evidence.found);
  } else if (stands && (*document)[slot.node].kind != NodeKind::kNull) {
    Put(context.record.Written(field), &evidence.found);
  } else {
    evidence.found.clear();
  }
  ShowPlace(context, field);
}

// Where the field stands; nowhere where it does not (kNoField: there is none).
// What the evidence held before was another record's.
void EvidenceMaker::ShowPlace(const Context& context, FieldIndex field) {
  const Document* document = context.record.document();
  const NodeIndex node =
      field == kNoField ? kNoNode : context.record[field].node;
  if (node == kNoNode || document == nullptr) {
    context.evidence->location.reset();
    return;
  }
  places_->Locate({(*document)[node].begin, (*document)[node].end},
                  NewLocation(context.evidence));
}

}  // namespace sigte
