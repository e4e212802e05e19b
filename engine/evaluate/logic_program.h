// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/evaluate/program.h"
#include "engine/record/value.h"

/// The logic of a program, laid out to be done whole: steps of one operator and
/// one number of operands in a row, so that the processor never guesses wrong
/// what comes next, over truth values of a byte.
namespace sigte {

/// Operators that read and give nothing but truth values (kAtLeast's wanted
/// number, its first operand, is a constant).
bool IsLogic(const Program& program, const Instruction& instruction);

class LogicProgram {
 public:
  /// Adds instruction `index`, which is logic; after all that it reads. To be
  /// called in an order that keeps steps alike together.
  void Add(const Program& program, std::uint32_t index);

  std::size_t size() const;  ///< how many steps were added

  /// Ends what Run does at once: steps that do not read one another.
  void EndLevel() { levels_.push_back(runs_.size()); }

  /// Gives the steps of `level` (from 0) their truth values.
  void Run(std::size_t level, TruthBits* truths) const;

 private:
  struct Alike {  // steps of one operator
    Opcode op = Opcode::kConstant;
    std::uint32_t operands = 0;  // of each
    std::uint32_t steps = 0;
    std::uint32_t first_wire = 0;
    std::int64_t wanted = 0;  // kAtLeast
  };
  using Wire = const std::uint32_t*;

  template <bool kDecisive>
  static void JoinAll(const Alike& alike, Wire wire, TruthBits* truths);
  static void CountAll(const Alike& alike, Wire wire, TruthBits* truths);

  std::vector<Alike> runs_;
  std::vector<std::size_t> levels_;  // the end of each, in runs_
  /// For each step the place of its value and then its operands'.
  std::vector<std::uint32_t> wires_;
};

}  // namespace sigte
