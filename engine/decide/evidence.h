// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/decide/decision.h"
#include "engine/decide/places.h"
#include "engine/evaluate/evaluator.h"
#include "engine/evaluate/program.h"
#include "engine/record/record.h"

/// One leaf of an explanation as evidence: what stands in the submission, what
/// it was compared with, and where both were written.
namespace sigte {

/// What a leaf says whatever the record: worked out when first asked for.
struct LeafText {
  bool ready = false;
  std::string condition;  ///< as its author wrote it, blanks single
  std::string compared;   ///< empty where it depends on the record
  std::string_view file;
  Place place;
  std::vector<FieldIndex> fields;  ///< what it reads, in order
  /// What is compared: the left operand, or the right where the left is a
  /// constant; and the other one where that is no constant.
  std::uint32_t subject = kNoIndex;
  std::uint32_t other = kNoIndex;
  bool works_out = false;  ///< the subject is more than what stands in a field
  /// Where it counts over a group: the last field that the group shares, which
  /// is where people look for it.
  FieldIndex group_field = kNoField;
};

class LeafTexts {
 public:
  explicit LeafTexts(const Program& program);

  const LeafText& Of(std::uint32_t index);

  /// The fields that instruction `index` reads, in order, each once.
  const std::vector<FieldIndex>& FieldsOf(std::uint32_t index) {
    return ReadsOf(index).fields;
  }

 private:
  // What an instruction reads. Many lead to the same one: each is looked at
  // once.
  struct Reads {
    bool ready = false;
    std::vector<FieldIndex> fields;
    FieldIndex group_field = kNoField;  // as in LeafText
  };

  const Reads& ReadsOf(std::uint32_t index);
  void Describe(std::uint32_t index, LeafText* leaf);
  void DescribeOperands(const Instruction& code, LeafText* leaf) const;
  void DescribePlace(const Origin& origin, LeafText* leaf);
  static void MarkMention(Mention mention, LeafText* leaf);
  std::string TermName(std::uint32_t term) const;
  std::string CitedName(std::uint32_t pattern) const;

  const Program& program_;
  std::vector<LeafText> leaves_;
  std::vector<Reads> reads_;  // by instruction
  std::vector<Places> files_;
};

/// Which of an instruction's operands (at least one) is its subject, by its
/// number: the left one, as people read it, unless that is a constant and what
/// stands beside it is none.
std::size_t SubjectAmong(const Program& program,
                         std::span<const std::uint32_t> operands);

/// "==", "<=", …; turned round where the operands are.
std::string_view OperatorSign(Opcode op, bool turned);

class EvidenceMaker {
 public:
  EvidenceMaker(const Program& program, Evaluator* evaluator, Places* places)
      : program_(program),
        evaluator_(evaluator),
        places_(places),
        leaves_(program) {}

  LeafTexts& leaves() { return leaves_; }

  /// What stands in the record for leaf `index`: every part of `*evidence` but
  /// what Describe gives, reusing its strings.
  void Find(const Record& record, const Values& values, std::uint32_t index,
            Evidence* evidence);

  /// What the rules say of the leaf of `*evidence`: the parts that are the same
  /// whatever the record.
  void Describe(Evidence* evidence);

 private:
  struct Context {
    const Record& record;
    const Values& values;
    const LeafText& leaf;
    const Instruction& code;
    const Value& value;
    Evidence* evidence;
  };

  bool FindMention(const Context& context);
  bool FindTogether(const Context& context);
  bool FindCitation(const Context& context, std::uint32_t pattern);
  bool FindPattern(const Context& context);
  bool FindMissing(const Context& context);
  bool FindLack(const Context& context);
  std::uint32_t LackOf(const Values& values, std::uint32_t index,
                       int depth) const;
  std::string LackName(const Values& values, std::uint32_t lack) const;
  void FindValue(const Context& context);
  void ShowWorkedOut(const Context& context);
  void FindNumber(const Context& context);
  void Compare(const Context& context);
  void Show(const Context& context, FieldIndex field, Span part);
  void ShowField(const Context& context, FieldIndex field);
  void ShowPlace(const Context& context, FieldIndex field);
  Location* NewLocation(Evidence* evidence);
  void Put(std::string_view text, std::string* out) const;

  const Program& program_;
  Evaluator* evaluator_;
  Places* places_;
  LeafTexts leaves_;
};

}  // namespace sigte
