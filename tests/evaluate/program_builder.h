// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>
#include <vector>

#include "engine/evaluate/program.h"
#include "engine/record/record.h"

/// Programs put together by hand, so that the evaluator is tested without the
/// compiler.
namespace sigte {

class ProgramBuilder {
 public:
  /// Fields s, t (texts), n, m (integers) and ns (a list of integers), and the
  /// texts 0: s, 1: t, 2: s and t together.
  ProgramBuilder();

  std::uint32_t Constant(const Value& value);
  std::uint32_t Field(const char* name);
  std::uint32_t Add(Opcode op, const std::vector<std::uint32_t>& operands,
                    std::uint32_t a = kNoIndex, std::uint32_t b = kNoIndex);

  /// Ends the body of quantifier `index`, whose condition is `condition`.
  void EndBody(std::uint32_t index, std::uint32_t condition);

  Program& program() { return program_; }
  const Program& program() const { return program_; }

 private:
  Program program_;
};

/// A record of the program's layout without any answer.
Record EmptyRecord(const Program& program);

/// Value and causes: "unknown(missing|error)".
std::string Show(const Value& value);

}  // namespace sigte
