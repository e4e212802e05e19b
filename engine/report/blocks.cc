// SPDX-License-Identifier: MPL-2.0

// Reasons, questions and findings, each as a person reads it.

#include "engine/report/blocks.h"

#include <algorithm>

#include "engine/base/explanations.h"
#include "engine/base/issue.h"
#include "engine/base/numbers.h"
#include "engine/base/spelled.h"
#include "engine/base/utf8.h"
#include "engine/record/comparison_words.h"
#include "engine/report/condition_words.h"
#include "engine/report/ruling_blocks.h"
#include "engine/report/shown_evidence.h"

namespace sigte {
namespace {

std::string CaretOf(const Location& location, const Voice& voice) {
  return HasCaret(location) ? CaretLines(location.line, location.place.line,
                                         location.caret, voice.line_columns)
                            : std::string();
}

// What stands there is told with all that it was compared with; what does not
// stand there, or is worked out, alone.
std::string ComparedTogether(const Evidence& evidence, const Voice& voice) {
  const bool alone = evidence.worked_out || !evidence.lacks.empty() ||
                     evidence.field.empty() || evidence.found.empty() ||
                     OnlyStands(evidence, voice.program);
  return alone ? std::string() : ComparedWords(evidence, voice);
}

// Condition or operand: the operand where something stands, the condition as
// the rule writes it where nothing does. `together`: as ComparedTogether.
std::string EvidenceLine(const Evidence& evidence, const std::string& together,
                         const Voice& voice) {
  if (evidence.worked_out) return WorkedOutWords(evidence, voice);
  if (!evidence.lacks.empty()) {
    return Message(voice.lang, "report.no-figure",
                   {Printable(evidence.lacks), Printable(evidence.condition)});
  }
  const std::string title = FieldTitle(evidence.field, voice);
  const bool is_field = evidence.condition == evidence.field;
  const bool only_stands = OnlyStands(evidence, voice.program) || is_field;
  if (only_stands && evidence.found.empty()) {
    return Message(voice.lang, "report.nothing-stands", {title});
  }
  if (only_stands && !is_field && evidence.value.is_false()) {
    return Message(voice.lang, "report.taken-for-none",
                   {title, FoundWords(evidence, voice)});
  }
  std::string compared =
      together.empty() ? ComparedWords(evidence, voice) : together;
  if (compared.empty()) compared = Printable(evidence.condition);
  if (evidence.field.empty()) return Printable(evidence.condition);
  if (evidence.found.empty()) {
    return Message(voice.lang,
                   evidence.value.is_unknown() ? MessageKey("report.no-answer")
                                               : MessageKey("report.not-found"),
                   {title, compared});
  }
  const std::string found = FoundWords(evidence, voice);
  // "'b' – is b" says nothing more.
  const bool is_told =
      only_stands ||
      compared == Printable(ComparisonWords("==", true, found, voice.lang));
  return is_told
             ? Message(voice.lang, "case.found", {title, found})
             : Message(voice.lang, "report.found", {title, found, compared});
}

// What is said of a rule, where it holds: what an unknown one would say is no
// news yet.
std::string HeldWords(const Reason& reason, const Voice& voice) {
  if (!reason.value.is_true()) return {};
  return Printable(MessageOf(reason, voice.program).In(voice.lang));
}

// `next` may rest on the same stretch: its line is then shown once. Of an
// expression that is not told the place is shown, where it reads a field.
std::string EvidenceBlock(const ShownEvidence& shown, const Evidence* next,
                          const Decision& decision, bool told,
                          const Voice& voice) {
  const Evidence& evidence = *shown.evidence;
  if (!told && evidence.field.empty()) return {};
  std::string out;
  if (told) {
    out =
        Wrapped(EvidenceLine(evidence, shown.compared, voice), 6, voice.width);
  }
  if (!evidence.location) return out;
  if (next != nullptr && SamePlace(evidence, *next)) return out;
  out += Indented(PlaceText(decision.file, *evidence.location) + "\n", 6);
  return out + Indented(CaretOf(*evidence.location, voice), 6);
}

std::string RuleLine(const CompiledRule& rule, const Voice& voice) {
  const std::string place = RulePlace(rule, voice.program);
  if (place.empty()) return {};
  return Wrapped(Message(voice.lang, "report.rule-place", {rule.id, place}), 6,
                 voice.width);
}

std::string ReasonTitle(const Reason& reason, const Voice& voice) {
  const CompiledRule& rule = voice.program.rules[reason.rule];
  std::string out = voice.Ink(RuleMark(rule), Ink::kBold) + " " +
                    rule.title.In(voice.lang) + " – " +
                    TruthWord(reason.value, voice.lang);
  const std::string causes = CauseWords(reason, voice.lang);
  return causes.empty() ? out : out + ": " + causes;
}

std::string NoteLine(std::string_view label, std::string_view text,
                     const Voice& voice) {
  return Wrapped("= " + std::string(label) + ": " + Printable(text), 6,
                 voice.width);
}

std::string OtherLine(const Finding& finding, const Voice& voice) {
  if (!finding.other) return {};
  return NoteLine(Message(voice.lang, "report.see-also"),
                  OtherWords(*finding.other, voice.lang), voice);
}

}  // namespace

std::string OtherLine(const Question& question, const Decision& decision,
                      const Voice& voice) {
  if (question.rule == kNoIndex) return {};
  for (const Finding& finding : decision.findings) {
    if (finding.rule == question.rule) return OtherLine(finding, voice);
  }
  return {};
}

bool NamesColumn(std::string_view message, std::string_view heading) {
  return !heading.empty() &&
         message.find("'" + std::string(heading) + "'") != message.npos;
}

std::string ReasonBlock(const Reason& reason, const Decision& decision,
                        std::size_t most, const Voice& voice) {
  const CompiledRule& rule = voice.program.rules[reason.rule];
  std::string out = Wrapped(ReasonTitle(reason, voice), 2, voice.width);
  const std::string message = HeldWords(reason, voice);
  if (!message.empty()) out += Wrapped(message, 6, voice.width);
  const auto all = ShownOnce(reason.evidence, [&](const Evidence& evidence) {
    return ComparedTogether(evidence, voice);
  });
  const std::size_t shown = std::min(most, all.size());
  for (std::size_t i = 0; i < shown; ++i) {
    const Evidence* next = i + 1 < shown ? all[i + 1].evidence : nullptr;
    const bool told =
        voice.expressions || message.empty() || !all[i].evidence->worked_out;
    out += EvidenceBlock(all[i], next, decision, told, voice);
  }
  if (all.size() > most) {
    out += Wrapped(Message(voice.lang, "report.more-evidence",
                           {CountText(all.size() - most)}),
                   6, voice.width);
  }
  for (const Obstacle& obstacle : reason.obstacles) {
    out += Wrapped(
        Message(voice.lang,
                obstacle.holds ? MessageKey("report.obstacle-holds")
                               : MessageKey("report.obstacle-lacks"),
                {voice.program.rules[obstacle.rule].title.In(voice.lang)}),
        6, voice.width);
  }
  return out + RulingLine(reason.ruling, voice) + RuleLine(rule, voice);
}

std::string QuestionBlock(const Question& question, const Voice& voice) {
  std::string out =
      Wrapped("? " + Printable(question.text.In(voice.lang)), 2, voice.width);
  if (!question.field.empty()) {
    out += Wrapped(Message(voice.lang, "report.answer-field",
                           {FieldTitle(question.field, voice), question.field}),
                   6, voice.width);
  }
  for (const Outcome& outcome : question.outcomes) {
    const std::string verdict = voice.Ink(
        VerdictWord(outcome.verdict, voice.lang), VerdictInk(outcome.verdict));
    out += Indented(
        AnswerWords(question, outcome, voice) + " → " + verdict + "\n", 6);
  }
  if (question.rule == kNoIndex) return out;
  return out + RuleLine(voice.program.rules[question.rule], voice);
}

std::string FindingBlock(const Finding& finding, std::string_view file,
                         std::size_t line, std::string_view record,
                         const Voice& voice) {
  const std::string message = Spelled(finding.message.In(voice.lang));
  Location at;
  at.place.line = line;
  if (finding.location) at = *finding.location;
  if (NamesColumn(message, at.heading)) at.heading.clear();
  std::string out = PlaceText(file, at) + ": " +
                    voice.Ink(SeverityWord(finding.effect, voice.lang),
                              SeverityInk(finding.effect)) +
                    ": " + message;
  std::string mark = finding.code;
  if (!mark.empty() && !finding.slug.empty() && mark != finding.slug) {
    mark += " " + finding.slug;
  }
  if (mark.empty()) mark = finding.slug;
  if (!mark.empty()) out += " [" + mark + "]";
  out += "\n";
  if (finding.location) out += CaretOf(*finding.location, voice);
  if (!record.empty()) {
    out += NoteLine(Message(voice.lang, "report.record"), record, voice);
  }
  out += OtherLine(finding, voice);
  out += RulingLine(finding.ruling, voice);
  const std::string& help = finding.help.In(voice.lang);
  if (help.empty()) return out;
  return out + NoteLine(Message(voice.lang, "issue.help"), help, voice);
}

std::string MoreLine(std::string_view code, const Voice& voice) {
  if (code.empty()) return {};
  const std::string_view help = WhatToDo(code, voice.lang);
  std::string out;
  if (!help.empty()) {
    out = NoteLine(Message(voice.lang, "issue.help"), help, voice);
  }
  return out + NoteLine(Message(voice.lang, "issue.more"),
                        "sigte explain " + std::string(code), voice);
}

}  // namespace sigte
