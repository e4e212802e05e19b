// SPDX-License-Identifier: MPL-2.0

// Decisions in the words of a reply.

#include "engine/report/cases.h"

#include <algorithm>
#include <utility>

#include "engine/base/explanations.h"
#include "engine/base/spelled.h"
#include "engine/base/text_edits.h"
#include "engine/base/utf8.h"
#include "engine/report/ruling_blocks.h"
#include "engine/report/shown_evidence.h"

namespace sigte {
namespace {

constexpr std::size_t kEvidenceShown = 3;

void AddLine(const std::string& line, std::string* text) {
  if (line.empty()) return;
  if (!text->empty()) *text += "\n";
  *text += line;
}

void SetPlace(const std::optional<Location>& location, CaseItem* item) {
  if (!location || !item->place.empty()) return;
  item->place = PlaceInFile(*location);
  item->heading = PlaceHeading(*location);
}

// What is no term is a condition as the rule writes it: of no use here.
std::string Terms(const Evidence& evidence, const Voice& voice) {
  std::string terms = TermWords(evidence, voice);
  return terms == Printable(evidence.compared) ? std::string() : terms;
}

// The words that a rule rests on, one line each.
std::vector<std::string> EvidenceWords(const Reason& reason,
                                       const Voice& voice) {
  std::vector<std::string> lines;
  const auto all = ShownOnce(reason.evidence, [&](const Evidence& evidence) {
    return Terms(evidence, voice);
  });
  for (const auto& [evidence, terms] : all) {
    const bool stands = !evidence->field.empty() && !evidence->found.empty();
    if (!stands || evidence->worked_out) continue;
    const std::string title = FieldTitle(evidence->field, voice);
    const std::string found = FoundWords(*evidence, voice);
    lines.push_back(
        terms.empty()
            ? Message(voice.lang, "case.found", {title, found})
            : Message(voice.lang, "report.found", {title, found, terms}));
  }
  return lines;
}

void AddEvidence(const Reason& reason, const Voice& voice, CaseItem* item) {
  for (const Evidence& evidence : reason.evidence) {
    if (item->field.empty()) {
      item->field = evidence.located == kNoField
                        ? evidence.field
                        : voice.program.layout[evidence.located].name;
    }
    SetPlace(evidence.location, item);
  }
  std::size_t shown = 0;
  for (const std::string& words : EvidenceWords(reason, voice)) {
    if (item->what.find(words) != std::string::npos) continue;
    if (shown++ == kEvidenceShown) return;
    AddLine(words, &item->what);
  }
}

// Rules that have no code are known by their id: no word for those who answer.
std::string ShownCode(const std::string& code, const std::string& id) {
  return code == id ? std::string() : code;
}

CaseItem ItemOfRule(std::uint32_t rule, CaseItem::Kind kind,
                    const Voice& voice) {
  const CompiledRule& told = voice.program.rules[rule];
  CaseItem item;
  item.kind = kind;
  item.code = ShownCode(told.code, told.id);
  item.cause = Printable(told.title.In(voice.lang));
  return item;
}

// Faults name fields as the schema does; officers know their titles.
void NameField(const Finding& finding, const Voice& voice, CaseItem* item) {
  if (finding.rule != kNoIndex || finding.field.empty()) return;
  const std::string title = FieldTitle(finding.field, voice);
  const std::string name = "'" + finding.field + "'";
  const std::string shown = Message(voice.lang, "case.field-name", {title});
  ReplaceAll(name + " (" + title + ")", shown, &item->what);
  ReplaceAll(name, shown, &item->what);
  if (!finding.location || finding.location->heading.empty()) return;
  ReplaceAll("'" + finding.location->heading + "'", shown, &item->what);
}

CaseItem::Kind KindOf(const Finding& finding, Verdict verdict) {
  switch (EffectTold(finding, verdict)) {
    case Finding::Effect::kReject: return CaseItem::Kind::kError;
    case Finding::Effect::kQuestion: return CaseItem::Kind::kQuestion;
    case Finding::Effect::kNote: return CaseItem::Kind::kRemark;
  }
  return CaseItem::Kind::kRemark;
}

// To the submitter goes only what is known to be the submitter's.
void AddOther(const Finding& finding, CaseItem* item) {
  if (!finding.other || finding.other->group.empty()) return;
  item->other.push_back(*finding.other);
  item->other_at = item->what.size();
}

CaseItem ItemOf(const Finding& finding, CaseItem::Kind kind,
                const Voice& voice) {
  CaseItem item;
  item.kind = kind;
  item.code = ShownCode(finding.code, finding.slug);
  item.field = finding.field;
  item.what = Spelled(finding.message.In(voice.lang));
  std::string_view how = finding.help.In(voice.lang);
  if (how.empty() && finding.rule == kNoIndex) {
    how = WhatToDo(finding.code, voice.lang);
  }
  item.how = Sentence(Printable(how));
  NameField(finding, voice, &item);
  AddOther(finding, &item);
  if (finding.rule != kNoIndex) {
    item.cause =
        Printable(voice.program.rules[finding.rule].title.In(voice.lang));
  } else if (!finding.field.empty()) {
    item.cause = FieldTitle(finding.field, voice);
  }
  SetPlace(finding.location, &item);
  return item;
}

CaseItem ItemOf(const Finding& finding, Verdict verdict, const Voice& voice) {
  CaseItem item = ItemOf(finding, KindOf(finding, verdict), voice);
  const bool is_question = finding.effect == Finding::Effect::kQuestion;
  if (is_question && verdict == Verdict::kExclude && finding.ruling.empty()) {
    const std::string help = std::move(item.how);
    item.how = Message(voice.lang, "case.only-if-in");
    AddLine(help, &item.how);
  }
  return item;
}

// The reason that a question asks about.
const Reason* ReasonOf(const Decision& decision, std::uint32_t rule) {
  const auto it = std::ranges::find(decision.reasons, rule, &Reason::rule);
  return it == decision.reasons.end() ? nullptr : &*it;
}

// "If the answer is yes: left out"; empty where that leaves the record as it
// is.
std::string OutcomeWords(const Question& question, const Outcome& outcome,
                         const Voice& voice) {
  const std::string verdict = VerdictWord(outcome.verdict, voice.lang);
  if (!question.field.empty()) {
    return Message(voice.lang, "case.answer-leads",
                   {AnswerWords(question, outcome, voice), verdict});
  }
  if (outcome.verdict == Verdict::kBorderline) return {};
  return outcome.answer == "true"
             ? Message(voice.lang, "case.yes-leads", {verdict})
             : Message(voice.lang, "case.no-leads", {verdict});
}

// What the question asks about stands among the findings too.
bool IsOf(const Question& question, const Finding& finding) {
  if (question.rule != finding.rule) return false;
  return finding.rule != kNoIndex ||
         (question.code == finding.code && question.field == finding.field);
}

// Null where it asks about no finding.
const Finding* FindingOf(const Question& question, const Decision& decision) {
  for (const Finding& finding : decision.findings) {
    if (IsOf(question, finding)) return &finding;
  }
  return nullptr;
}

// How to mend what the rule asks about, with the record's values in it where
// the rule is a check.
std::string HelpOf(const Question& question, const Decision& decision,
                   const Voice& voice) {
  if (question.rule == kNoIndex) return {};
  const Finding* found = FindingOf(question, decision);
  const LocalText& help =
      found == nullptr ? voice.program.rules[question.rule].help : found->help;
  return Sentence(Printable(help.In(voice.lang)));
}

CaseItem ItemOf(const Question& question, const Decision& decision,
                const Voice& voice) {
  const Finding* found = FindingOf(question, decision);
  CaseItem item;
  if (question.rule == kNoIndex) {  // a value that can be read in two ways
    item.kind = CaseItem::Kind::kQuestion;
    item.code = question.code;
    item.cause = FieldTitle(question.field, voice);
    if (found != nullptr) SetPlace(found->location, &item);
  } else {
    item = ItemOfRule(question.rule, CaseItem::Kind::kQuestion, voice);
  }
  item.what = Printable(question.text.In(voice.lang));
  if (found != nullptr) AddOther(*found, &item);
  item.field = question.field;
  if (const Reason* reason = ReasonOf(decision, question.rule)) {
    AddEvidence(*reason, voice, &item);
  }
  if (!question.field.empty()) {
    item.how = Message(voice.lang, "case.answer-in",
                       {FieldTitle(question.field, voice)});
  }
  AddLine(HelpOf(question, decision, voice), &item.how);
  for (const Outcome& outcome : question.outcomes) {
    AddLine(OutcomeWords(question, outcome, voice), &item.how);
  }
  return item;
}

CaseItem ItemOf(const Reason& reason, CaseItem::Kind kind, const Voice& voice) {
  const CompiledRule& rule = voice.program.rules[reason.rule];
  CaseItem item = ItemOfRule(reason.rule, kind, voice);
  if (reason.value.is_true()) {
    item.what = Printable(MessageOf(reason, voice.program).In(voice.lang));
  } else {
    item.what = Message(voice.lang, "case.undecided",
                        {item.cause, CauseWords(reason, voice.lang)});
  }
  AddEvidence(reason, voice, &item);
  if (kind == CaseItem::Kind::kTakenIn) return item;
  item.how = Printable(rule.help.In(voice.lang));
  if (item.how.empty() && kind == CaseItem::Kind::kLeftOut) {
    item.how = Message(voice.lang, "case.disagree");
  }
  return item;
}

// No inclusion rule holds: the rules that could have are no reason to list one
// by one.
CaseItem NothingIncludes(const Voice& voice) {
  CaseItem item;
  item.kind = CaseItem::Kind::kLeftOut;
  item.cause = Message(voice.lang, "report.nothing-includes");
  item.what = item.cause + ".";
  item.how = Message(voice.lang, "case.disagree");
  return item;
}

void AddReasons(const Decision& decision, const Voice& voice, Case* told) {
  const auto add = [&](bool wanted, CompiledKind kind, CaseItem::Kind as) {
    for (const Reason& reason : decision.reasons) {
      if (wanted && reason.value.is_true() &&
          voice.program.rules[reason.rule].kind == kind) {
        told->items.push_back(ItemOf(reason, as, voice));
      }
    }
  };
  add(decision.verdict == Verdict::kExclude, CompiledKind::kExclusion,
      CaseItem::Kind::kLeftOut);
  add(decision.verdict == Verdict::kInclude, CompiledKind::kInclusion,
      CaseItem::Kind::kTakenIn);
  const bool bare = told->items.empty();
  if (decision.verdict == Verdict::kExclude && bare) {
    told->items.push_back(NothingIncludes(voice));
  }
}

// A borderline record whose questions do not name every open rule still says
// which ones are open.
void AddOpen(const Decision& decision, const Voice& voice, Case* told) {
  if (decision.verdict != Verdict::kBorderline) return;
  for (const Question& question : decision.questions) {
    told->items.push_back(ItemOf(question, decision, voice));
  }
  if (!decision.questions.empty()) return;
  for (const Reason& reason : decision.reasons) {
    if (!reason.value.is_unknown()) continue;
    told->items.push_back(ItemOf(reason, CaseItem::Kind::kQuestion, voice));
  }
}

// A check that asks stands among the findings and the questions alike.
bool IsAsked(const Decision& decision, const Finding& finding) {
  return decision.verdict == Verdict::kBorderline &&
         std::ranges::any_of(decision.questions, [&](const Question& question) {
           return IsOf(question, finding);
         });
}

// What people decided about the record, whether it counts or not.
void AddRulings(const Decision& decision, const Voice& voice, Case* told) {
  for (const RulingNote& note : decision.rulings) {
    CaseItem item;
    if (note.rule != kNoIndex) {
      item = ItemOfRule(note.rule, CaseItem::Kind::kRemark, voice);
    }
    item.kind = CaseItem::Kind::kRemark;
    item.what = RulingText(note, voice);
    told->items.push_back(std::move(item));
  }
}

void AddVerdictAlone(const Voice& voice, Case* told) {
  if (!told->items.empty()) return;
  CaseItem item;
  item.kind = told->verdict == Verdict::kInclude   ? CaseItem::Kind::kTakenIn
              : told->verdict == Verdict::kExclude ? CaseItem::Kind::kLeftOut
                                                   : CaseItem::Kind::kQuestion;
  item.cause = VerdictWord(told->verdict, voice.lang);
  item.what = item.cause;
  told->items.push_back(std::move(item));
}

}  // namespace

Case CaseOf(const Decision& decision, const Record* record,
            const Voice& voice) {
  Case told;
  told.id = decision.id;
  told.group = decision.group;
  told.title = RecordTitle(decision, voice);
  told.file = decision.file;
  told.place = RowPlace(decision);
  told.verdict = decision.verdict;
  for (const Finding& finding : decision.findings) {
    if (!IsAsked(decision, finding)) {
      told.items.push_back(ItemOf(finding, decision.verdict, voice));
    }
  }
  AddOpen(decision, voice, &told);
  AddReasons(decision, voice, &told);
  AddRulings(decision, voice, &told);
  AddVerdictAlone(voice, &told);
  std::ranges::stable_sort(told.items, {}, &CaseItem::kind);
  if (record != nullptr) {
    told.values = ValuesOf(*record, decision, voice.program, voice.lang);
    told.unread = UnreadOf(*record, voice.program, voice.lang);
  }
  return told;
}

EmptyReply EmptyReplyOf(const std::string& group, const Record& values,
                        const std::string& file, const Voice& voice) {
  std::string name = file;
  voice.program.redaction.Apply(&name);
  return {group, std::move(name),
          ValuesOf(values, Decision(), voice.program, voice.lang)};
}

FileCase FileCaseOf(const Finding& finding, const std::string& file,
                    const Voice& voice) {
  std::string name = file;
  voice.program.redaction.Apply(&name);
  CaseItem::Kind kind = KindOf(finding, Verdict::kInvalid);
  if (kind == CaseItem::Kind::kQuestion) kind = CaseItem::Kind::kWarning;
  return {name, ItemOf(finding, kind, voice)};
}

std::string EvidenceLines(const Reason& reason, const Voice& voice) {
  std::string lines;
  for (const std::string& words : EvidenceWords(reason, voice)) {
    if (lines.find(words) == std::string::npos) AddLine(words, &lines);
  }
  return lines;
}

}  // namespace sigte
