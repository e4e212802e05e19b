// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "engine/base/messages.h"
#include "engine/base/redaction.h"
#include "engine/base/source.h"
#include "engine/record/layout.h"
#include "engine/record/ruling.h"
#include "engine/record/value.h"
#include "engine/text/citation.h"
#include "engine/text/lexicon.h"

namespace re2 {
class RE2;
}

/// The compiled form of a ruleset: one flat array of instructions, each the
/// value of one distinct expression. Made by the compiler (compile/compiler.h);
/// knows neither YAML nor syntax.
namespace sigte {

enum class Opcode : std::uint8_t {
  kConstant,  ///< a: constant
  kField,     ///< a: field
  kVariable,  ///< set by the quantifier around it
  kList,      ///< operands: the elements
  // Logic, strong Kleene. kAnd, kOr and kAtLeast take any number of operands.
  kNot,
  kAnd,
  kOr,
  kAtLeast,      ///< operands: how many, then the conditions
  kUnclear,      ///< operand true → unknown(kUnclear); false and unknown stay
  kConditional,  ///< operands: condition, then, else
  // Comparison and membership.
  kEqual,
  kNotEqual,
  kLess,
  kLessEqual,
  kGreater,
  kGreaterEqual,
  kIn,
  // Arithmetic.
  kAdd,
  kSubtract,
  kMultiply,
  kDivide,
  kRemainder,
  kNegate,
  // Texts.
  kSize,
  kContains,
  kStartsWith,
  kEndsWith,
  kMatches,  ///< operand; a: regular expression, kNoIndex: second operand
  kWords,    ///< how many words
  kYears,    ///< the years that the text names, ranges as both ends
  kHas,      ///< operand kField, kText or any: false where missing
  // Quantifiers: operand: list; the body is [index + 1, a), its first
  // instruction the kVariable, its result b.
  kAll,
  kExists,
  kExistsOne,
  // The ruleset's own.
  kText,         ///< a: text group; missing when all its fields are
  kMentions,     ///< a: text group, b: term
  kSupplements,  ///< a: text group, b: term
  kNegates,      ///< a: text group, b: term
  kTogether,     ///< a: text group, b: term; operand: constant, other term
  // The same of a text that is worked out, which no field's scan has found.
  kTextMentions,  ///< operand: text; a: how (Mention), b: term
  kTextTogether,  ///< operands: text, constant: other term; b: term
  kCites,         ///< operand: text; a: citation pattern
  kDuty,          ///< operand: text → "must" | "may" | unknown
  kInForce,       ///< operand: text → whether what it cites was in force
  kLookup,        ///< operand: key; a: table
  // Over the group of a check: set before the record is evaluated (groups.h).
  kGroupCount,  ///< a: group query
};

/// Of two values, or of one and a list.
inline bool IsComparison(Opcode op) {
  return op >= Opcode::kEqual && op <= Opcode::kIn;
}

inline bool IsArithmetic(Opcode op) {
  return op >= Opcode::kAdd && op <= Opcode::kRemainder;
}

inline bool IsQuantifier(Opcode op) {
  return op >= Opcode::kAll && op <= Opcode::kExistsOne;
}

/// Whether the value of such an instruction is always a truth value.
inline bool GivesTruth(Opcode op) {
  switch (op) {
    case Opcode::kConstant:
    case Opcode::kField:
    case Opcode::kVariable:
    case Opcode::kList:
    case Opcode::kConditional:
    case Opcode::kAdd:
    case Opcode::kSubtract:
    case Opcode::kMultiply:
    case Opcode::kDivide:
    case Opcode::kRemainder:
    case Opcode::kNegate:
    case Opcode::kSize:
    case Opcode::kWords:
    case Opcode::kYears:
    case Opcode::kText:
    case Opcode::kDuty:
    case Opcode::kLookup:
    case Opcode::kGroupCount: return false;
    default: return true;
  }
}

inline constexpr std::uint32_t kNoIndex = 0xFFFFFFFF;
/// As many as an instruction's count of operands holds.
inline constexpr std::size_t kMaxOperands = 0xFFFF;

/// 16 bytes: explanations walk over many, and over few of their origins.
struct Instruction {
  Opcode op = Opcode::kConstant;
  std::uint16_t operand_count = 0;
  std::uint32_t first_operand = 0;  ///< in Program::operands
  std::uint32_t a = kNoIndex;
  std::uint32_t b = kNoIndex;
};

/// Where an instruction's author wrote it (the first place, if several).
struct Origin {
  std::uint32_t file = kNoIndex;  ///< in Program::files
  Span span;
};

enum class CompiledKind : std::uint8_t {
  kExclusion,
  kInclusion,
  kFact,
  kReject,  ///< checks, by effect
  kQuestion,
  kNote,
};

inline bool IsCheck(CompiledKind kind) { return kind >= CompiledKind::kReject; }

/// A rule as decisions and reports need it.
struct CompiledRule {
  std::string id;
  std::string code;  ///< the id where the rule has none
  CompiledKind kind = CompiledKind::kFact;
  LocalText title;
  LocalText message;
  LocalText ask;
  LocalText help;
  std::string source;
  std::uint32_t file = kNoIndex;  ///< in Program::files
  Place place;                    ///< of the rule in its file
  // Instructions; kNoIndex where the rule has no such part.
  std::uint32_t value = kNoIndex;  ///< the rule's truth
  std::uint32_t holds = kNoIndex;
  std::uint32_t unclear = kNoIndex;  ///< the kUnclear instruction
  std::uint32_t except = kNoIndex;   ///< OR of `unless`
  /// In Program::rules: facts that ask instead where they stand in the way.
  std::vector<std::uint32_t> ask_from;
  bool of_group = false;
  /// In Program::group_queries: what the check counts all records of its group
  /// by, so that another one of them can be named; kNoIndex: it does not.
  std::uint32_t names_of = kNoIndex;
};

/// Several fields read as one text. Each field is a group of its own too.
struct CompiledText {
  std::string name;
  std::vector<FieldIndex> fields;
};

/// What one group check counts: records of the group for which `condition`
/// (kNoIndex: all) is true, or the sum or median of a number: unknown as long
/// as it is unknown of one of them.
enum class GroupMeasure : std::uint8_t { kCount, kSum, kMedian };
struct GroupQuery {
  std::vector<FieldIndex> key;
  GroupMeasure measure = GroupMeasure::kCount;
  std::uint32_t operand = kNoIndex;  ///< instruction: condition or number
};

struct CompiledTable {
  std::string name;
  std::vector<std::pair<Value, Value>> rows;  ///< sorted by key
};

struct Program {
  std::string ruleset_id;
  std::string ruleset_version;
  std::string ruleset_digest;
  Layout layout;
  std::vector<Instruction> code;  ///< operands always lie before their user,
                                  ///< but for the bodies of quantifiers
  std::vector<Origin> origins;    ///< of the code
  std::vector<std::uint32_t> operands;
  std::vector<Value> constants;
  std::deque<std::string> strings;  ///< what constants' texts point to
  std::deque<std::vector<Value>> lists;
  std::vector<std::shared_ptr<re2::RE2>> expressions;
  std::vector<CompiledText> texts;
  std::vector<CitationPattern> citations;
  std::vector<CompiledTable> tables;
  std::vector<GroupQuery> group_queries;
  std::vector<CompiledRule> rules;           ///< in the ruleset's order
  std::vector<const Source*> files;          ///< not owned
  std::shared_ptr<const Lexicon> lexicon;    ///< may be null: no terms
  std::shared_ptr<const LawCatalogue> laws;  ///< may be null
  Redaction redaction;                       ///< what no output may show whole
  RulingWords ruling_words;
  std::string period_from;
  std::string period_until;
  /// The scope formula and its two names; kNoIndex in a program of one bare
  /// expression, whose value `result` then is.
  std::uint32_t scope = kNoIndex;
  std::uint32_t inclusion = kNoIndex;
  std::uint32_t exclusion = kNoIndex;
  std::uint32_t result = kNoIndex;

  std::span<const std::uint32_t> OperandsOf(const Instruction& i) const {
    return {operands.data() + i.first_operand, i.operand_count};
  }

  Program() = default;
  Program(const Program&) = delete;  // constants point into strings
  Program& operator=(const Program&) = delete;
};

/// One line an instruction: the dump that compiler tests compare.
std::string Dump(const Program& program);

}  // namespace sigte
