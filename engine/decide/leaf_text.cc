// SPDX-License-Identifier: MPL-2.0

// What leaves of conditions say whatever the record: their source text, their
// place in the rule files, the operand compared with, the fields read.

#include <algorithm>
#include <utility>

#include "engine/base/utf8.h"
#include "engine/decide/evidence.h"
#include "engine/evaluate/record_texts.h"

namespace sigte {
namespace {

constexpr std::size_t kMaxCondition = 240;  // bytes, about

std::string SingleBlanks(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!blank) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out.size() <= kMaxCondition ? out : Shorten(out, kMaxCondition);
}

constexpr std::string_view kBlanks = " \t\r\n";
constexpr std::string_view kEscapes = "\"\\/ \t\r\n";  // in YAML

// Behind the text of CEL that begins at `at`.
std::size_t EndOfText(std::string_view condition, std::size_t at) {
  const char quote = condition[at++];
  while (at < condition.size() && condition[at] != quote) {
    at += condition[at] == '\\' ? 2U : 1U;
  }
  return std::min(at + 1, condition.size());
}

// Whether it stands between YAML's double quotes: outside its texts CEL has no
// backslash, and there its own quotes have one.
bool IsEscaped(std::string_view condition) {
  std::size_t at = 0;
  while ((at = condition.find_first_of("\\\"'", at)) != condition.npos) {
    if (condition[at] == '\\') return true;
    at = EndOfText(condition, at);
  }
  return false;
}

// As its author reads it, whatever quotes YAML has around it.
std::string Unescaped(std::string_view condition) {
  if (!IsEscaped(condition)) return std::string(condition);
  std::string out;
  for (std::size_t at = 0; at < condition.size(); ++at) {
    const char next = at + 1 < condition.size() ? condition[at + 1] : '\0';
    if (condition[at] != '\\' || kEscapes.find(next) == kEscapes.npos) {
      out += condition[at];
    } else if (kBlanks.find(next) == kBlanks.npos) {
      out += condition[++at];
    } else {  // the line goes on behind what the next is set in by
      at = std::min(condition.find_first_not_of(kBlanks, at + 1),
                    condition.size());
      --at;
    }
  }
  return out;
}

bool ReadsText(Opcode op) { return op == Opcode::kText || ReadsTerms(op); }

// What stands in no field, as size(x); of a duty the citation is shown.
bool WorksOut(Opcode op) {
  return op != Opcode::kField && op != Opcode::kText && op != Opcode::kDuty;
}

void AddOnce(FieldIndex field, std::vector<FieldIndex>* fields) {
  if (std::find(fields->begin(), fields->end(), field) == fields->end()) {
    fields->push_back(field);
  }
}

// A term by its number or, in hand-made programs, by its name.
std::string NameOfTerm(const Program& program, const Value& term) {
  if (term.kind() == Kind::kText) return std::string(term.text());
  if (term.kind() != Kind::kInt || program.lexicon == nullptr) {
    return ToString(term);
  }
  return program.lexicon->id(static_cast<std::uint32_t>(term.int_value()));
}

}  // namespace

std::size_t SubjectAmong(const Program& program,
                         std::span<const std::uint32_t> operands) {
  const auto is_constant = [&](std::uint32_t operand) {
    return program.code[operand].op == Opcode::kConstant;
  };
  return operands.size() == 2 && is_constant(operands[0]) &&
                 !is_constant(operands[1])
             ? 1
             : 0;
}

std::string_view OperatorSign(Opcode op, bool turned) {
  switch (op) {
    case Opcode::kEqual: return "==";
    case Opcode::kNotEqual: return "!=";
    case Opcode::kLess: return turned ? ">" : "<";
    case Opcode::kLessEqual: return turned ? ">=" : "<=";
    case Opcode::kGreater: return turned ? "<" : ">";
    case Opcode::kGreaterEqual: return turned ? "<=" : ">=";
    case Opcode::kIn: return turned ? "" : "in";
    case Opcode::kContains: return "contains";
    case Opcode::kStartsWith: return "startsWith";
    case Opcode::kEndsWith: return "endsWith";
    case Opcode::kMatches: return "matches";
    default: return "";
  }
}

LeafTexts::LeafTexts(const Program& program)
    : program_(program),
      leaves_(program.code.size()),
      reads_(program.code.size()),
      files_(program.files.size()) {
  for (std::size_t i = 0; i < files_.size(); ++i) {
    files_[i].Turn(program.files[i]->text(), {program.files[i]->name(), 1});
  }
}

const LeafText& LeafTexts::Of(std::uint32_t index) {
  LeafText& leaf = leaves_[index];
  if (!leaf.ready) Describe(index, &leaf);
  return leaf;
}

const LeafTexts::Reads& LeafTexts::ReadsOf(std::uint32_t index) {
  Reads& reads = reads_[index];
  if (std::exchange(reads.ready, true)) return reads;
  const Instruction& code = program_.code[index];
  const auto add_all = [&](const std::vector<FieldIndex>& fields) {
    for (const FieldIndex field : fields) AddOnce(field, &reads.fields);
  };
  if (code.op == Opcode::kField) AddOnce(code.a, &reads.fields);
  if (ReadsText(code.op)) add_all(program_.texts[code.a].fields);
  if (code.op == Opcode::kGroupCount) {
    const std::vector<FieldIndex>& key = program_.group_queries[code.a].key;
    if (!key.empty()) reads.group_field = key.back();
  }
  for (const std::uint32_t operand : program_.OperandsOf(code)) {
    const Reads& of_operand = ReadsOf(operand);
    add_all(of_operand.fields);
    if (reads.group_field == kNoField) {
      reads.group_field = of_operand.group_field;
    }
  }
  if (IsQuantifier(code.op) && code.b != kNoIndex && code.b != index) {
    add_all(ReadsOf(code.b).fields);
  }
  return reads;
}

void LeafTexts::Describe(std::uint32_t index, LeafText* leaf) {
  const Instruction& code = program_.code[index];
  leaf->ready = true;
  const Reads& reads = ReadsOf(index);
  leaf->fields = reads.fields;
  leaf->group_field = reads.group_field;
  DescribePlace(program_.origins[index], leaf);
  switch (code.op) {
    case Opcode::kMentions:
    case Opcode::kSupplements:
    case Opcode::kNegates:
    case Opcode::kTextMentions:
      leaf->compared = TermName(code.b);
      if (MentionOf(code) != kAffirmed) MarkMention(MentionOf(code), leaf);
      return;
    case Opcode::kTogether:
    case Opcode::kTextTogether: {
      const auto operands = program_.OperandsOf(code);
      leaf->compared = TermName(code.b);
      if (operands.empty()) return;
      const Instruction& other = program_.code[operands.back()];
      leaf->compared += " + ";
      leaf->compared += NameOfTerm(program_, program_.constants[other.a]);
      return;
    }
    case Opcode::kCites: leaf->compared = CitedName(code.a); break;
    case Opcode::kInForce:
      leaf->compared = program_.period_from + "–" + program_.period_until;
      break;
    default: break;
  }
  DescribeOperands(code, leaf);
}

// How it must stand there, where that is not simply so.
void LeafTexts::MarkMention(Mention mention, LeafText* leaf) {
  leaf->compared += " (" + std::string(MentionName(mention)) + ")";
}

void LeafTexts::DescribePlace(const Origin& origin, LeafText* leaf) {
  if (origin.file == kNoIndex) return;
  const Source& source = *program_.files[origin.file];
  const std::size_t begin = std::min(origin.span.begin, source.text().size());
  const std::size_t length = std::max(begin, origin.span.end) - begin;
  leaf->condition =
      SingleBlanks(Unescaped(source.text().substr(begin, length)));
  leaf->file = source.name();
  Location location;
  files_[origin.file].Locate(origin.span, &location);
  leaf->place = location.place;
}

void LeafTexts::DescribeOperands(const Instruction& code,
                                 LeafText* leaf) const {
  const auto operands = program_.OperandsOf(code);
  if (operands.empty()) return;
  const std::size_t subject = SubjectAmong(program_, operands);
  leaf->subject = operands[subject];
  leaf->works_out = WorksOut(program_.code[leaf->subject].op);
  if (operands.size() != 2) return;
  // What is found is the citation and not what it binds to: the operand beside
  // it would be compared with the wrong thing.
  const Opcode op = program_.code[leaf->subject].op;
  if (op == Opcode::kDuty || op == Opcode::kInForce) return;
  const std::uint32_t other = operands[1 - subject];
  if (program_.code[other].op != Opcode::kConstant) {
    leaf->other = other;
    return;
  }
  const Value& constant = program_.constants[program_.code[other].a];
  if (constant.is_unknown()) return;  // a figure that nobody could source
  leaf->compared = OperatorSign(code.op, subject == 1);
  if (!leaf->compared.empty()) leaf->compared += ' ';
  leaf->compared += ToString(constant);
}

std::string LeafTexts::TermName(std::uint32_t term) const {
  if (program_.lexicon == nullptr) return {};
  return program_.lexicon->id(term);
}

std::string LeafTexts::CitedName(std::uint32_t pattern) const {
  if (program_.laws == nullptr) return {};
  const CitationPattern& asked = program_.citations[pattern];
  Citation citation;
  citation.law = asked.law;
  citation.chapter = asked.chapter;
  citation.section = asked.section;
  citation.subsection = asked.subsection;
  return program_.laws->ToString(citation);
}

}  // namespace sigte
