// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/evaluate/program.h"
#include "engine/record/number_bounds.h"

/// Which values a part of a condition may have, whatever the record.
namespace sigte {

class ValueRanges {
 public:
  /// Both borrowed; `is_rule`: RuleValues. `by_schema`: what the schema lets
  /// the fields be counts too.
  ValueRanges(const Program& program, const std::vector<bool>& is_rule,
              bool by_schema)
      : program_(program), is_rule_(is_rule), by_schema_(by_schema) {}

  /// The numbers that it may be; nullopt of what need be no number.
  std::optional<NumberBounds> Bounds(std::uint32_t index) const;

  /// All that it may be where that is a closed list; nullopt of other values
  /// and of lists. The texts belong to the program.
  std::optional<std::vector<Value>> Closed(std::uint32_t index) const;

  /// Whether it can be a whole number only.
  bool IsWhole(std::uint32_t index) const;

 private:
  NumberBounds OfSize(std::uint32_t measured) const;
  std::optional<NumberBounds> OfField(const Field& field) const;
  std::optional<NumberBounds> OfRemainder(const Instruction& code) const;

  const Program& program_;
  const std::vector<bool>& is_rule_;
  bool by_schema_;
};

}  // namespace sigte
