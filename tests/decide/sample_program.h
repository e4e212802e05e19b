// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/decide/decider.h"
#include "engine/evaluate/program.h"
#include "engine/read/json_reader.h"
#include "engine/record/document.h"
#include "engine/record/record.h"

/// Programs made by hand, and records to decide with them.
namespace sigte::test {

using Index = std::uint32_t;

/// Every instruction's text becomes a line of "rules/sample.yaml", so that
/// evidence has something to point at.
class ProgramBuilder {
 public:
  ProgramBuilder();

  FieldIndex AddField(std::string name, FieldType type, LocalText title,
                      std::vector<std::string> choices = {});
  Index Constant(const Value& value);
  Index Text(std::string_view text);  ///< a constant
  Index Number(std::int64_t number) { return Constant(Value::Int(number)); }
  Index Field(std::string_view name);
  Index Op(std::string_view text, Opcode op, std::vector<Index> operands,
           Index a = kNoIndex, Index b = kNoIndex);
  /// mentions(field, term): the term's number.
  Index Mentions(std::string_view field, std::string_view term,
                 Opcode op = Opcode::kMentions);

  /// value = (holds || unclear && unknown) && !except, as the compiler does.
  Index AddRule(std::string id, std::string code, CompiledKind kind,
                LocalText title, Index holds, Index unclear = kNoIndex,
                Index except = kNoIndex);
  void Terms(std::vector<std::pair<std::string, std::string>> terms);

  /// scope = inclusion && !exclusion over the rules added.
  std::unique_ptr<Program> Finish();

  Program& program() { return *program_; }
  CompiledRule& rule(std::string_view id);

 private:
  std::unique_ptr<Program> program_;
  std::string text_;
};

/// Screening of efforts with a share, a target and texts.
std::unique_ptr<Program> SampleProgram();
/// One for all who do not change it.
const Program& Sample();

/// One submission's text with its document and records.
class Submission {
 public:
  /// `text`: one record, or {"municipality": …, "efforts": […]}.
  Submission(const Program& program, std::string_view text);

  Decision Decide(Decider* decider, std::size_t index = 0,
                  std::vector<Finding> faults = {});
  void DecideInto(Decider* decider, std::size_t index, Decision* decision);
  std::size_t size() const { return records_.size(); }
  Record& record(std::size_t index) { return *records_[index]; }

 private:
  PaddedText text_;
  Document document_;
  std::vector<std::unique_ptr<Record>> records_;
};

/// Decides the first record of `text` with a fresh decider.
Decision DecideOne(const Program& program, std::string_view text);

/// The same with each record of `text`, in order, by one decider.
std::vector<Decision> DecideAll(const Program& program, std::string_view text);

/// The decision as lines of text: verdict, reasons, questions, findings.
std::string Dump(const Decision& decision, const Program& program);

}  // namespace sigte::test
