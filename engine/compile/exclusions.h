// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <vector>

#include "engine/evaluate/program.h"

/// Comparisons of one field that cannot all hold.
namespace sigte {

struct Exclusion {
  std::uint32_t at = kNoIndex;  ///< the && or ||, in Program::code
  FieldIndex field = kNoField;
  /// Of an ||: one of them holds whatever stands in the field.
  bool always = false;
};

/// Those in `condition`, the outermost of what lies within another. Of an &&
/// the values that the schema allows count too, of an || they do not: whoever
/// names all of them may mean that the field is filled in. What a condition
/// says of other rules (`is_rule`: RuleValues) is not looked into. Each is one
/// beyond doubt.
std::vector<Exclusion> FindExclusions(const Program& program,
                                      const std::vector<bool>& is_rule,
                                      std::uint32_t condition);

}  // namespace sigte
