// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>
#include <string_view>

#include "engine/base/messages.h"

/// Comparisons as people say them.
namespace sigte {

/// What a comparison says of the value on its left: ">=" and "56" make "at
/// least 56" where it `holds`, and "under 56" where it does not. `sign` is as
/// expressions write it: an operator, `in`, or the name of a test of texts.
/// `operand` is in words already; it comes back alone where the sign is none.
std::string ComparisonWords(std::string_view sign, bool holds,
                            const std::string& operand, Lang lang);

/// A comparison without its left side, "in [1, 2]".
struct Comparison {
  std::string_view sign;  ///< empty: `operand` is all there is
  std::string_view operand;
};
Comparison SplitComparison(std::string_view written);

}  // namespace sigte
