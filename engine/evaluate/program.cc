// SPDX-License-Identifier: MPL-2.0

// The text form of programs, for the compiler's tests.
#include "engine/evaluate/program.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <array>
#include <map>
#include <string_view>

namespace sigte {
namespace {

constexpr std::array<std::string_view, 45> kOpcodeNames = {"constant",
                                                           "field",
                                                           "variable",
                                                           "list",
                                                           "not",
                                                           "and",
                                                           "or",
                                                           "at_least",
                                                           "unclear",
                                                           "if",
                                                           "==",
                                                           "!=",
                                                           "<",
                                                           "<=",
                                                           ">",
                                                           ">=",
                                                           "in",
                                                           "+",
                                                           "-",
                                                           "*",
                                                           "/",
                                                           "%",
                                                           "negate",
                                                           "size",
                                                           "contains",
                                                           "startsWith",
                                                           "endsWith",
                                                           "matches",
                                                           "words",
                                                           "years",
                                                           "has",
                                                           "all",
                                                           "exists",
                                                           "exists_one",
                                                           "text",
                                                           "mentions",
                                                           "supplements",
                                                           "negates",
                                                           "together",
                                                           "text_mentions",
                                                           "text_together",
                                                           "cites",
                                                           "duty",
                                                           "in_force",
                                                           "lookup"};
static_assert(kOpcodeNames.size() ==
              static_cast<std::size_t>(Opcode::kGroupCount));

using Notes = std::map<std::uint32_t, std::string>;

void AddNote(std::uint32_t index, std::string_view note, Notes* notes) {
  if (index != kNoIndex) (*notes)[index] += fmt::format("  # {}", note);
}

Notes NotesOf(const Program& program) {
  Notes notes;
  for (const CompiledRule& rule : program.rules) {
    AddNote(rule.value, rule.id, &notes);
  }
  AddNote(program.inclusion, "inclusion", &notes);
  AddNote(program.exclusion, "exclusion", &notes);
  AddNote(program.scope, "scope", &notes);
  AddNote(program.result, "result", &notes);
  return notes;
}

std::string TermName(const Program& program, std::uint32_t term) {
  return program.lexicon ? program.lexicon->id(term) : std::to_string(term);
}

std::string PatternName(const Program& program, std::uint32_t index) {
  const CitationPattern& p = program.citations[index];
  return program.laws->ToString(
      {p.law, false, p.chapter, p.section, p.subsection, {}});
}

std::string GroupName(const Program& program, std::uint32_t index) {
  constexpr std::array<std::string_view, 3> kMeasures = {"count", "sum",
                                                         "median"};
  const GroupQuery& query = program.group_queries[index];
  std::string text = fmt::format(
      "group_{} by", kMeasures[static_cast<std::size_t>(query.measure)]);
  for (const FieldIndex key : query.key) {
    text += " " + program.layout[key].name;
  }
  if (query.operand != kNoIndex) text += fmt::format(" of {}", query.operand);
  return text;
}

// What stands in `a` and `b`, by name.
std::string Details(const Program& program, const Instruction& i) {
  switch (i.op) {
    case Opcode::kConstant: return ToString(program.constants[i.a]);
    case Opcode::kField: return program.layout[i.a].name;
    case Opcode::kMatches:
      return i.a == kNoIndex ? "" : program.expressions[i.a]->pattern();
    case Opcode::kAll:
    case Opcode::kExists:
    case Opcode::kExistsOne: return fmt::format("until {} of {}", i.a, i.b);
    case Opcode::kText: return program.texts[i.a].name;
    case Opcode::kMentions:
    case Opcode::kSupplements:
    case Opcode::kNegates:
    case Opcode::kTogether:
      return fmt::format("{} {}", program.texts[i.a].name,
                         TermName(program, i.b));
    case Opcode::kTextMentions:
      return fmt::format("{} {}", MentionName(static_cast<Mention>(i.a)),
                         TermName(program, i.b));
    case Opcode::kTextTogether: return TermName(program, i.b);
    case Opcode::kCites: return PatternName(program, i.a);
    case Opcode::kLookup: return program.tables[i.a].name;
    default: return "";
  }
}

std::string Line(const Program& program, std::uint32_t index) {
  const Instruction& i = program.code[index];
  std::string line = fmt::format("{:>3} ", index);
  line += i.op == Opcode::kGroupCount
              ? GroupName(program, i.a)
              : std::string(kOpcodeNames[static_cast<std::size_t>(i.op)]);
  for (const std::uint32_t operand : program.OperandsOf(i)) {
    line += fmt::format(" {}", operand);
  }
  const std::string details = Details(program, i);
  return details.empty() ? line : line + " " + details;
}

}  // namespace

std::string Dump(const Program& program) {
  const Notes notes = NotesOf(program);
  std::string text;
  for (std::uint32_t i = 0; i < program.code.size(); ++i) {
    text += Line(program, i);
    const auto note = notes.find(i);
    if (note != notes.end()) text += note->second;
    text += '\n';
  }
  return text;
}

}  // namespace sigte
