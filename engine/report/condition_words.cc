// SPDX-License-Identifier: MPL-2.0

// From instructions back to words. Whatever has none makes the whole condition
// be told as its author wrote it: half a condition would be another one.
#include "engine/report/condition_words.h"

#include <optional>
#include <string_view>
#include <vector>

#include "engine/base/numbers.h"
#include "engine/base/utf8.h"
#include "engine/decide/evidence.h"
#include "engine/record/comparison_words.h"
#include "engine/record/value_words.h"

namespace sigte {
namespace {

constexpr std::size_t kDecimals = 6;  // of values that are worked out

using Words = std::optional<std::string>;

MessageKey ArithmeticKey(Opcode op) {
  switch (op) {
    case Opcode::kAdd: return "condition.sum";
    case Opcode::kSubtract: return "condition.difference";
    case Opcode::kMultiply: return "condition.product";
    case Opcode::kDivide: return "condition.quotient";
    default: return "condition.remainder";
  }
}

class ConditionTeller {
 public:
  explicit ConditionTeller(const Voice& voice)
      : program_(voice.program), voice_(voice) {}

  /// Of a comparison: what stands on its left, and on its right where that is
  /// no constant.
  Words OfLeaf(std::uint32_t leaf) const {
    const Sides sides = SidesOf(leaf);
    if (sides.left == kNoIndex) return {};
    Words subject = Of(sides.left);
    if (!subject || IsConstant(sides.right)) return subject;
    return Joined("condition.against", subject, Of(sides.right));
  }

 private:
  struct Sides {
    std::uint32_t left = kNoIndex;
    std::uint32_t right = kNoIndex;
    bool turned = false;  // the constant stood on the left
  };

  const Instruction& At(std::uint32_t index) const {
    return program_.code[index];
  }
  bool IsConstant(std::uint32_t index) const {
    return At(index).op == Opcode::kConstant;
  }

  // The constant on the right.
  Sides SidesOf(std::uint32_t index) const {
    const auto operands = program_.OperandsOf(At(index));
    if (!IsComparison(At(index).op)) return {};
    const std::size_t subject = SubjectAmong(program_, operands);
    return {operands[subject], operands[1 - subject], subject == 1};
  }

  Words Said(MessageKey key, const std::vector<std::string>& arguments) const {
    std::vector<LocalText> given;
    for (const std::string& argument : arguments) given.emplace_back(argument);
    return Message(voice_.lang, key, given);
  }

  Words Joined(MessageKey key, const Words& a, const Words& b) const {
    if (!a || !b) return {};
    return Said(key, {*a, *b});
  }

  std::string TitleOf(FieldIndex field) const {
    return FieldTitle(program_.layout[field].name, voice_);
  }
  // "A, B and C"
  std::string TitlesOf(const std::vector<FieldIndex>& fields) const {
    std::string out;
    for (std::size_t i = 0; i < fields.size(); ++i) {
      const std::string title = TitleOf(fields[i]);
      if (i == 0) {
        out = title;
      } else if (i + 1 == fields.size()) {
        out = Message(voice_.lang, "value.both", {out, title});
      } else {
        out.append(", ").append(title);
      }
    }
    return out;
  }

  // A number or text that something is reckoned from.
  Words Of(std::uint32_t index) const {
    const Instruction& code = At(index);
    switch (code.op) {
      case Opcode::kField: return TitleOf(code.a);
      case Opcode::kText: return TitlesOf(program_.texts[code.a].fields);
      case Opcode::kConstant:
        return Printable(LiteralWords(
            nullptr, ToString(program_.constants[code.a]), voice_.lang));
      case Opcode::kSize: return OfOne("condition.size", code);
      case Opcode::kWords: return OfOne("condition.words", code);
      case Opcode::kYears: return OfOne("condition.years", code);
      case Opcode::kNegate: return OfOne("condition.negative", code);
      case Opcode::kGroupCount: return OfGroup(program_.group_queries[code.a]);
      default: return IsArithmetic(code.op) ? OfArithmetic(code) : Words();
    }
  }

  Words OfOne(MessageKey key, const Instruction& code) const {
    const Words operand = Of(program_.OperandsOf(code)[0]);
    return operand ? Said(key, {*operand}) : Words();
  }

  Words OfArithmetic(const Instruction& code) const {
    const auto operands = program_.OperandsOf(code);
    return Joined(ArithmeticKey(code.op), Factor(operands[0]),
                  Factor(operands[1]));
  }

  // In brackets where it is reckoned itself.
  Words Factor(std::uint32_t index) const {
    Words words = Of(index);
    const Opcode op = At(index).op;
    if (words && (IsArithmetic(op) || op == Opcode::kGroupCount)) {
      words = "(" + *words + ")";
    }
    return words;
  }

  Words OfGroup(const GroupQuery& query) const {
    const std::string key = TitlesOf(query.key);
    if (query.operand == kNoIndex) return Said("condition.count", {key});
    if (query.measure == GroupMeasure::kCount) {
      return Joined("condition.count-where", key, Truth(query.operand));
    }
    return Joined(query.measure == GroupMeasure::kSum
                      ? MessageKey("condition.group-sum")
                      : MessageKey("condition.group-median"),
                  Of(query.operand), key);
  }

  // What is true or false of a record: "Cost over 100 and Target is 'a'".
  Words Truth(std::uint32_t index) const {
    const Instruction& code = At(index);
    const auto operands = program_.OperandsOf(code);
    switch (code.op) {
      case Opcode::kAnd: return OfJunction("value.both", code);
      case Opcode::kOr: return OfJunction("condition.either", code);
      case Opcode::kHas:
        if (At(operands[0]).op != Opcode::kField) return {};
        return Said("condition.stands", {TitleOf(At(operands[0]).a)});
      default: return IsComparison(code.op) ? OfComparison(index) : Words();
    }
  }

  Words OfJunction(MessageKey key, const Instruction& code) const {
    Words out;
    for (const std::uint32_t operand : program_.OperandsOf(code)) {
      // "a and b or c" would be read in two ways.
      const Opcode op = At(operand).op;
      if (op == Opcode::kAnd || op == Opcode::kOr) return {};
      const Words part = Truth(operand);
      if (!part) return {};
      out = out ? Joined(key, out, part) : part;
    }
    return out;
  }

  Words OfComparison(std::uint32_t index) const {
    const Sides sides = SidesOf(index);
    Words subject = Of(sides.left);
    if (!subject || !IsConstant(sides.right)) return {};
    const Instruction& left = At(sides.left);
    const Field* field =
        left.op == Opcode::kField ? &program_.layout[left.a] : nullptr;
    const Value& constant = program_.constants[At(sides.right).a];
    const std::string_view sign = OperatorSign(At(index).op, sides.turned);
    if (constant.is_unknown() || sign.empty()) return {};
    std::string operand(sign);
    operand += ' ';
    operand += ToString(constant);
    return *subject + " " +
           Printable(OperandWords(field, operand, true, voice_.lang));
  }

  const Program& program_;
  const Voice& voice_;
};

// Of a value that is worked out, decimals cut.
std::string WorkedOutValue(std::string_view value, Lang lang) {
  const std::size_t point = value.find('.');
  const std::string_view whole = value.substr(0, point);
  if (whole.empty() ||
      whole.find_first_not_of("-0123456789") != std::string_view::npos) {
    return Printable(OperandWords(nullptr, value, true, lang));
  }
  const bool cut = point != value.npos && value.size() - point > kDecimals + 1;
  if (cut) value = value.substr(0, point + 1 + kDecimals);
  return Printable(DecimalNumber(lang, value)) + (cut ? "…" : "");
}

// As people say it, or as the rule writes it.
std::string SubjectWords(const Evidence& evidence, const Voice& voice) {
  Words words;
  if (evidence.leaf != kNoIndex) {
    words = ConditionTeller(voice).OfLeaf(evidence.leaf);
  }
  return words ? *words : Printable(evidence.condition);
}

Opcode OpcodeOf(const Evidence& evidence, const Program& program) {
  return evidence.leaf == kNoIndex ? Opcode::kConstant
                                   : program.code[evidence.leaf].op;
}

}  // namespace

bool OnlyStands(const Evidence& evidence, const Program& program) {
  if (OpcodeOf(evidence, program) != Opcode::kHas) return false;
  const std::uint32_t asked =
      program.OperandsOf(program.code[evidence.leaf])[0];
  const Opcode op = program.code[asked].op;
  return op == Opcode::kField || op == Opcode::kText;
}

bool FitsPattern(const Evidence& evidence, const Program& program) {
  return OpcodeOf(evidence, program) == Opcode::kMatches;
}

std::string WorkedOutWords(const Evidence& evidence, const Voice& voice) {
  const Comparison compared = SplitComparison(evidence.compared);
  std::string out = Message(voice.lang, "report.worked-out",
                            {SubjectWords(evidence, voice),
                             WorkedOutValue(evidence.found, voice.lang)});
  if (evidence.compared.empty() || evidence.compared == evidence.condition) {
    return out;
  }
  return out + " (" +
         ComparisonWords(compared.sign, !evidence.value.is_false(),
                         WorkedOutValue(compared.operand, voice.lang),
                         voice.lang) +
         ")";
}

}  // namespace sigte
