// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Numbers as people write them in a text cell.
namespace sigte {

/// Every number that `text` may be, in JSON's notation: none where it is no
/// number, two where its one point or comma may group thousands or begin the
/// decimals ("1.250": 1250 and 1.25, in this order). Digits are grouped in
/// threes by points, commas, blanks or apostrophes, decimals begin with a comma
/// or a point; a sign, also as accounts write it ("(500)", "500-"), blanks that
/// do not break and ",-" at the end are understood. `*rest` is what stands
/// before and behind the number, with a blank between: a unit, or what makes it
/// no number.
std::vector<std::string> NumbersIn(std::string_view text, std::string* rest);

/// Whether anything but signs, blanks and digits of ASCII stands there.
bool HasLetter(std::string_view text);

}  // namespace sigte
