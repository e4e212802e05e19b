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

std::size_t LineStart(std::string_view text, std::size_t offset) {
  const std::size_t newline = text.substr(0, offset).rfind('\n');
  return newline == std::string_view::npos ? 0 : newline + 1;
}

// Whether a line of a rule file only opens a list of conditions.
bool OpensList(std::string_view line) {
  const std::size_t begin = line.find_first_not_of(" -");
  if (begin == std::string_view::npos) return false;
  const std::string_view word = line.substr(begin);
  return word == "any:" || word == "all:" || word == "none:";
}

std::string MovedLeft(std::string_view lines) {
  std::size_t indent = std::string_view::npos;
  for (std::size_t at = 0; at < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', at), lines.size());
    const std::size_t word = lines.substr(at, end - at).find_first_not_of(' ');
    indent = std::min(indent, word);
    at = end + 1;
  }
  if (indent == std::string_view::npos) return std::string(lines);
  std::string out;
  for (std::size_t at = 0; at < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', at), lines.size());
    if (at + indent < end) out += lines.substr(at + indent, end - at - indent);
    if (end < lines.size()) out += '\n';
    at = end + 1;
  }
  return out;
}

// The end of an expression with the brackets that close around its last part.
std::size_t WithBrackets(std::string_view text, std::size_t begin,
                         std::size_t end) {
  std::ptrdiff_t open = 0;
  for (const char c : text.substr(begin, end - begin)) {
    open += c == '(' ? 1 : c == ')' ? -1 : 0;
  }
  for (; open > 0 && end < text.size() && text[end] == ')'; --open) ++end;
  return end;
}

// The condition as its author wrote it, lines and all, moved to the left. An
// expression begins at its first word; the lists around it on lines before.
std::string ConditionText(const Program& program, std::uint32_t index) {
  if (index == kNoIndex) return {};
  const Instruction& code = program.code[index];
  if (code.file == kNoIndex) return {};
  const std::string_view text = program.files[code.file]->text();
  std::size_t begin = std::min(code.span.begin, text.size());
  const std::size_t end =
      WithBrackets(text, begin, std::clamp(code.span.end, begin, text.size()));
  if (text.substr(begin, end - begin).find('\n') == std::string_view::npos) {
    return std::string(text.substr(begin, end - begin));
  }
  begin = LineStart(text, begin);
  while (begin > 0) {
    const std::size_t before = LineStart(text, begin - 1);
    if (!OpensList(text.substr(before, begin - 1 - before))) break;
    begin = before;
  }
  return MovedLeft(text.substr(begin, end - begin));
}

std::string ConditionPart(const std::string& label, const Program& program,
                          std::uint32_t index, const Voice& voice) {
  const std::string text = ConditionText(program, index);
  if (text.empty()) return {};
  return "\n" + voice.Ink(label, Ink::kBold) + "\n" + Indented(text, 2);
}

// `unclear_when` itself: the operand of the instruction that makes it unclear.
std::uint32_t UnclearCondition(const Program& program,
                               const CompiledRule& rule) {
  if (rule.unclear == kNoIndex) return kNoIndex;
  return program.OperandsOf(program.code[rule.unclear])[0];
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
  std::string out =
      voice.Ink(name.empty() ? Message(voice.lang, "report.no-id") : name,
                Ink::kBold) +
      "  " + Printable(decision.title) + "\n";
  if (voice.program.layout.group != kNoField) {
    out += GroupTitle(decision.group, voice) + " · ";
  }
  return out + AmountWords(decision.amount, voice) + " · " +
         RecordPlace(decision) + "\n";
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
                        std::string_view examples, Lang lang, bool color,
                        std::size_t width) {
  const Voice voice{program, lang, color, std::max(width, kNarrowest)};
  const CompiledRule& told = program.rules[rule];
  const auto part = [&](MessageKey label, std::string_view text) {
    return Part(Message(lang, label), text, voice);
  };
  const auto condition = [&](MessageKey label, std::uint32_t index) {
    return ConditionPart(Message(lang, label), program, index, voice);
  };
  std::string out = RuleHead(told, voice);
  out += part("explain.message", told.message.In(lang));
  out += part("explain.ask", told.ask.In(lang));
  out += part("explain.help", told.help.In(lang));
  out += part("explain.source", told.source);
  out += condition("explain.holds-when", told.holds);
  out += condition("explain.unclear-when", UnclearCondition(program, told));
  out += part("explain.unless", ExceptionNames(program, told));
  if (examples.empty()) return out;
  return out + "\n" + voice.Ink(Message(lang, "explain.examples"), Ink::kBold) +
         "\n" + Indented(examples, 2);
}

std::string ExplainDecision(const Decision& decision, const Program& program,
                            Lang lang, bool color, std::size_t width,
                            std::size_t most, std::size_t line_columns) {
  const Voice voice{program, lang, color, std::max(width, kNarrowest),
                    line_columns};
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
                         return FindingBlock(finding, decision.file,
                                             decision.line, "", voice);
                       });
}

}  // namespace sigte
