// SPDX-License-Identifier: MPL-2.0

// The part of Explainer that speaks of one value.
#include <algorithm>

#include "engine/base/issue_hint.h"
#include "engine/base/numbers.h"
#include "engine/base/utf8.h"
#include "engine/schema/annotations.h"
#include "engine/schema/explainer.h"
#include "engine/schema/values.h"
#include "engine/schema/wording.h"

namespace sigte::schema {
void Explainer::Value(UnitId unit, const Step& step, NodeIndex node) {
  const Where where{unit, step.place, step.op, node};
  switch (step.op) {
    case Op::kType: WrongType(where, step); break;
    case Op::kValues: WrongValue(where, program_.values[step.a]); break;
    case Op::kMinimum:
    case Op::kMaximum:
    case Op::kExclusiveMinimum:
    case Op::kExclusiveMaximum:
    case Op::kMultipleOf: WrongNumber(where, step); break;
    case Op::kMinLength:
    case Op::kMaxLength:
    case Op::kPattern:
    case Op::kFormat: WrongText(where, step); break;
    case Op::kMinItems:
    case Op::kMaxItems:
    case Op::kMinProperties:
    case Op::kMaxProperties: WrongCount(where, step); break;
    case Op::kUniqueItems: RepeatedItem(where); break;
    default: NotAllowed(where); break;
  }
}

void Explainer::WrongType(const Where& where, const Step& step) {
  LocalText expected = TypesNamed(static_cast<KindSet>(step.a));
  Found& found = Add(
      where, "D201.wrong-type",
      {subjects_.NameOf(where.node), expected, FoundAt(document_, where.node),
       AdviceForType(static_cast<KindSet>(step.a),
                     document_[where.node].kind)});
  found.expected = std::move(expected);
}

void Explainer::WrongValue(const Where& where, const ValueSet& set) {
  const LocalText subject = subjects_.NameOf(where.node);
  const LocalText found = FoundAt(document_, where.node);
  LocalText expected = ExpectedOf(set);
  Found& added =
      subjects_.IsKey(where.node)
          ? Add(where, "D237.wrong-name",
                {QuotedName(document_[where.node].text), expected})
      : set.all.size() == 1
          ? Add(where, "D206.not-the-value", {subject, found, expected})
          : Add(where, "D205.not-allowed-value", {subject, found});
  added.expected = std::move(expected);
  added.values = &set;
  if (set.all.size() > 1) GuessValue({&set}, where.node, &added.fault.issue);
}

LocalText Explainer::ExpectedOf(const ValueSet& set) const {
  const Document& schema = *program_.files[set.file].document;
  if (set.all.size() > kMostInSentence) {
    return Message("schema.one-of-many", {CountText(set.all.size())});
  }
  std::vector<LocalText> values;
  for (const NodeIndex node : set.all)
    values.emplace_back(ValueAt(schema, node));
  return Either(values);
}

// The nearest value, by its own spelling or by what it is called.
void Explainer::GuessValue(const std::vector<const ValueSet*>& sets,
                           NodeIndex node, Issue* issue) const {
  std::vector<std::string> spellings;
  std::vector<std::string> values;
  for (const ValueSet* set : sets) {
    const Document& schema = *program_.files[set->file].document;
    for (std::size_t i = 0; i < set->all.size(); ++i) {
      const std::string value = PlainValueAt(schema, set->all[i]);
      spellings.push_back(value);
      values.push_back(value);
      if (i >= set->branches.size()) continue;
      for (const std::string& title : TitleOf(set->branches[i]).in) {
        spellings.push_back(title);
        values.push_back(value);
      }
    }
  }
  // A number written as a text is nearest to itself.
  const std::string_view text = document_[node].text;
  const bool misspelt = document_[node].kind == NodeKind::kString &&
                        std::ranges::find(values, text) == values.end();
  SuggestName(misspelt ? text : "", spellings, values, issue);
}

void Explainer::WrongNumber(const Where& where, const Step& step) {
  std::vector<LocalText> args = {
      subjects_.NameOf(where.node),
      UngroupedText(Shorten(program_.numbers[step.a].text, 40)),
      ValueAt(document_, where.node)};
  switch (step.op) {
    case Op::kMinimum: Add(where, "D207.too-small", std::move(args)); break;
    case Op::kMaximum: Add(where, "D208.too-large", std::move(args)); break;
    case Op::kExclusiveMinimum:
      Add(where, "D209.not-above", std::move(args));
      break;
    case Op::kExclusiveMaximum:
      Add(where, "D210.not-below", std::move(args));
      break;
    default: Add(where, "D211.not-a-multiple", std::move(args)); break;
  }
}

void Explainer::WrongText(const Where& where, const Step& step) {
  const LocalText subject = subjects_.NameOf(where.node);
  const std::string_view text = document_[where.node].text;
  const LocalText length = CountText(CountCodePoints(text));
  const LocalText limit = CountText(step.a);
  if (step.op == Op::kPattern) {
    WrongPattern(where, program_.patterns[step.a]);
  } else if (step.op == Op::kMinLength && text.empty()) {
    Add(where, "D212.empty-text", {subject});
  } else if (step.op == Op::kMinLength) {
    Add(where, "D213.text-too-short", {subject, limit, length});
  } else if (step.op == Op::kMaxLength) {
    Add(where, "D214.text-too-long", {subject, limit, length});
  } else {
    Add(where, "D216.wrong-format",
        {subject, FormatNamed(step.a), FoundAt(document_, where.node)});
  }
}

void Explainer::WrongPattern(const Where& where, const Pattern& pattern) {
  const LocalText subject = subjects_.NameOf(where.node);
  const std::string_view text = document_[where.node].text;
  if (pattern.wants_sign && text.empty()) {
    Add(where, "D212.empty-text", {subject});
  } else if (pattern.wants_sign) {
    Add(where, "D239.blank-text", {subject});
  } else if (subjects_.IsKey(where.node)) {
    Add(where, "D236.name-pattern", {QuotedName(text), pattern.text});
  } else {
    Add(where, "D215.wrong-pattern",
        {subject, FoundAt(document_, where.node), pattern.text});
  }
}

void Explainer::WrongCount(const Where& where, const Step& step) {
  std::vector<LocalText> args = {subjects_.NameOf(where.node),
                                 CountText(step.a),
                                 CountText(document_[where.node].count)};
  switch (step.op) {
    case Op::kMinItems:
      Add(where, "D218.too-few-elements", std::move(args));
      break;
    case Op::kMaxItems:
      Add(where, "D217.too-many-elements", std::move(args));
      break;
    case Op::kMinProperties:
      Add(where, "D230.too-few-members", std::move(args));
      break;
    default: Add(where, "D231.too-many-members", std::move(args)); break;
  }
}

void Explainer::RepeatedItem(const Where& where) {
  const Repeated repeated = FindRepeated({&document_, where.node}, 0);
  Where at = where;
  at.node = repeated.node;
  Add(at, "D219.repeated-element",
      {subjects_.NameOf(repeated.node), FoundAt(document_, repeated.node),
       subjects_.NameOf(repeated.earlier)});
}

void Explainer::NotAllowed(const Where& where) {
  Found& found =
      Add(where, "D227.not-allowed-here", {subjects_.NameOf(where.node)});
  const NodeIndex key = subjects_.KeyOf(where.node);
  if (key == kNoNode) return;
  found.fault.key = key;
  found.fault.issue.span = document_.SpanOf(key);
}

}  // namespace sigte::schema
