// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/decide/case_file.h"

/// Earlier rulings on the same rule, nearest first.
///
/// Near is, in this order, each only where the ones before are equal:
/// 1. the rule found more of the same: terms, provisions, comparisons;
/// 2. more of the fields that the rule reads have the same answer;
/// 3. more of the fields with closed values (in the mapping: the area, the
///    target, the financing) have the same answer;
/// 4. the amounts are closer: the larger over the smaller; an unknown one is
///    farthest;
/// 5. it is of the same group (in the mapping: the municipality);
/// 6. it is newer; at last, its id comes first.
/// A blank is like nothing, another blank included.
namespace sigte {

struct Precedent {
  std::uint32_t ruling = 0;  ///< in RulingBook::rulings
  std::string date;
  std::string id;
  /// The case as it was found in this run; `known` false: its record is not
  /// among the ones that were read, and only its group can be compared.
  CaseFile file;
  bool known = false;
};

/// What two cases have in common.
struct Likeness {
  std::size_t found = 0;  ///< of the first case's `found`
  std::size_t reads = 0;
  std::size_t choices = 0;
};

Likeness LikenessOf(const CaseFile& a, const CaseFile& b);

/// Indices into `precedents`, nearest to `to` first. Those on the same record
/// are left out, and those on other rules.
std::vector<std::size_t> Nearest(const CaseFile& to,
                                 const std::vector<Precedent>& precedents,
                                 std::size_t most);

}  // namespace sigte
