// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <vector>

#include "engine/evaluate/program.h"

/// Comparisons of one value that cannot all hold.
namespace sigte {

struct Exclusion {
  std::uint32_t at = kNoIndex;       ///< the && or ||, in Program::code
  std::uint32_t subject = kNoIndex;  ///< what is compared, in Program::code
  /// Of an ||: one of them holds whatever the subject is.
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

/// Whether one value alone keeps the && at `index` from holding, or the || from
/// failing, be it allowed by the schema or not. Of any other part: false.
bool IsExcluded(const Program& program, const std::vector<bool>& is_rule,
                std::uint32_t index);

}  // namespace sigte
