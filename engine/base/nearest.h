// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// "Did you mean": the known name closest to a misspelt one.
namespace sigte {

/// Letters inserted, lost, swapped with a neighbour or exchanged
/// (optimal string alignment), counted in code points.
std::size_t EditDistance(std::string_view a, std::string_view b);

/// The closest of `known` when it is close enough to be a slip (at most a third
/// of the longer word, at least one letter in common; case does not count);
/// empty otherwise. Ties go to the earlier name.
std::string_view Nearest(std::string_view name,
                         std::span<const std::string_view> known);
std::string_view Nearest(std::string_view name,
                         const std::vector<std::string>& known);

}  // namespace sigte
