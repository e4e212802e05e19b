// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/record/layout.h"

/// What stands in our own tables beside the fields' names and values.
namespace sigte {

/// Before a cell's text that is JSON: a value that is of no type of its field.
inline constexpr std::string_view kJsonMark = "(JSON) ";

/// All that fields are called, in either language.
std::vector<std::string> NamesInTables(const Layout& layout);

/// `heading`, with the program's name behind it where it is one of `taken`:
/// whoever reads the table must know which column is whose.
std::string OwnHeading(std::string heading,
                       const std::vector<std::string>& taken);

}  // namespace sigte
