// SPDX-License-Identifier: MPL-2.0

// One rule or one decision, with nothing left out.

#include "engine/report/explain.h"

#include <algorithm>

#include "engine/base/utf8.h"
#include "engine/report/blocks.h"
#include "engine/report/ruling_blocks.h"
#include "engine/report/words.h"

namespace sigte {
namespace {

std::string KindWord(CompiledKind kind, Lang lang) {
  switch (kind) {
    case CompiledKind::kExclusion: return Message(lang, "explain.exclusion");
    case CompiledKind::kInclusion: return Message(lang, "explain.inclusion");
    case CompiledKind::kFact: return Message(lang, "explain.fact");
    case CompiledKind::kReject: return Message(lang, "explain.reject");
    case CompiledKind::kQuestion: return Message(lang, "explain.question");
    case CompiledKind::kNote: return Message(lang, "explain.note");
  }
  return {};
}

std::string Part(const std::string& label, std::string_view text,
                 const Voice& voice) {
  if (text.empty()) return {};
  return "\n" + voice.Ink(label, Ink::kBold) + "\n" +
         Wrapped(text, 2, voice.width);
}

// Lines that stay as they are.
std::string LinesPart(const std::string& label, std::string_view lines,
                      const Voice& voice) {
  if (lines.empty()) return {};
  return "\n" + voice.Ink(label, Ink::kBold) + "\n" + Indented(lines, 2);
}

// The rules that are named by `unless`.
std::string ExceptionNames(const Program& program, const CompiledRule& rule) {
  if (rule.except == kNoIndex) return {};
  const Instruction& code = program.code[rule.except];
  std::vector<std::uint32_t> parts = {rule.except};
  if (code.op == Opcode::kOr) {
    parts.assign(program.OperandsOf(code).begin(),
                 program.OperandsOf(code).end());
  }
  std::string out;
  for (const CompiledRule& other : program.rules) {
    const bool named =
        std::find(parts.begin(), parts.end(), other.value) != parts.end() ||
        other.value == rule.except;
    if (!named || other.id == rule.id) continue;
    if (!out.empty()) out += ", ";
    out += other.id;
    if (other.code != other.id) out += " (" + other.code + ")";
  }
  return out;
}

// The questions of those that ask instead, a line each.
std::string QuestionsInstead(const Program& program, const CompiledRule& rule,
                             Lang lang) {
  std::string out;
  for (const std::uint32_t asker : rule.ask_from) {
    const CompiledRule& fact = program.rules[asker];
    if (!out.empty()) out += '\n';
    out += fact.id + ": " + fact.ask.In(lang);
  }
  return out;
}

std::string RuleHead(const CompiledRule& rule, const Voice& voice) {
  std::string out = voice.Ink(RuleMark(rule), Ink::kBold) + "  " +
                    rule.title.In(voice.lang) + "\n";
  out += rule.id + " · " + KindWord(rule.kind, voice.lang);
  const std::string place = RulePlace(rule, voice.program);
  if (!place.empty()) out += " · " + place;
  return out + "\n";
}

std::string DecisionHead(const Decision& decision, const Voice& voice) {
  const std::string name = RecordName(decision);
  const std::string title = Printable(RecordTitle(decision, voice));
  std::string out =
      voice.Ink(name.empty() ? Message(voice.lang, "report.no-id") : name,
                Ink::kBold) +
      (title.empty() ? "" : "  " + title) + "\n";
  if (voice.program.layout.group != kNoField) {
    out += GroupTitle(decision.group, voice) + " · ";
  }
  if (HasAmounts(voice)) out += AmountWords(decision.amount, voice) + " · ";
  return out + RecordPlace(decision) + "\n";
}

std::string VerdictLines(const Decision& decision, const Voice& voice) {
  std::string out =
      "\n" +
      Message(voice.lang, "explain.verdict",
              {voice.Ink(VerdictWord(decision.verdict, voice.lang),
                         VerdictInk(decision.verdict))}) +
      "\n";
  if (!decision.scope) {
    return out + Message(voice.lang, "explain.no-scope") + "\n";
  }
  if (decision.without_rulings) {
    out += Message(voice.lang, "ruling.without",
                   {VerdictWord(*decision.without_rulings, voice.lang)}) +
           "\n";
  }
  if (*decision.scope == decision.verdict) return out;
  return out +
         Message(voice.lang, "explain.scope",
                 {VerdictWord(*decision.scope, voice.lang)}) +
         "\n";
}

template <typename Items, typename Block>
std::string Section(const std::string& label, const Items& items,
                    const Voice& voice, Block block) {
  if (items.empty()) return {};
  std::string out = "\n" + voice.Ink(label, Ink::kBold) + "\n";
  for (const auto& item : items) out += block(item);
  return out;
}

}  // namespace

std::uint32_t FindRule(const Program& program, std::string_view code_or_id) {
  for (std::uint32_t i = 0; i < program.rules.size(); ++i) {
    const CompiledRule& rule = program.rules[i];
    if (rule.code == code_or_id || rule.id == code_or_id) return i;
  }
  return kNoIndex;
}

std::string ExplainRule(const Program& program, std::uint32_t rule,
                        const RuleAsWritten& written, Lang lang, bool color,
                        std::size_t width) {
  const Voice voice{program, lang, color, std::max(width, kNarrowest)};
  const CompiledRule& told = program.rules[rule];
  const auto part = [&](MessageKey label, std::string_view text) {
    return Part(Message(lang, label), text, voice);
  };
  const auto lines = [&](MessageKey label, std::string_view text) {
    return LinesPart(Message(lang, label), text, voice);
  };
  std::string out = RuleHead(told, voice);
  out += part("explain.message", told.message.In(lang));
  out += part("explain.ask", told.ask.In(lang));
  out += lines("explain.ask-from", QuestionsInstead(program, told, lang));
  out += part("explain.help", told.help.In(lang));
  out += part("explain.source", told.source);
  out += lines("explain.holds-when", written.holds);
  out += part("explain.group-by", written.group);
  out += lines("explain.unclear-when", written.unclear);
  out += part("explain.unless", ExceptionNames(program, told));
  return out + lines("explain.examples", written.examples);
}

std::string ExplainDecision(const Decision& decision, const Program& program,
                            Lang lang, bool color, std::size_t width,
                            std::size_t most, std::size_t line_columns,
                            bool expressions) {
  const Voice voice{program,      lang,
                    color,        std::max(width, kNarrowest),
                    line_columns, expressions};
  std::string out = DecisionHead(decision, voice);
  out += VerdictLines(decision, voice);
  out += Section(Message(lang, "explain.reasons"), decision.reasons, voice,
                 [&](const Reason& reason) {
                   return ReasonBlock(reason, decision, most, voice);
                 });
  out += Section(
      Message(lang, "explain.questions"), decision.questions, voice,
      [&](const Question& question) { return QuestionBlock(question, voice); });
  out +=
      Section(Message(lang, "ruling.heading"), decision.rulings, voice,
              [&](const RulingNote& note) { return RulingBlock(note, voice); });
  return out + Section(Message(lang, "report.findings"), decision.findings,
                       voice, [&](const Finding& finding) {
                         Finding told = finding;
                         told.effect = EffectTold(finding, decision.verdict);
                         return FindingBlock(told, decision.file, decision.line,
                                             "", voice);
                       });
}

}  // namespace sigte
