// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>
#include <vector>

#include "engine/record/layout.h"

/// What our own columns are called beside those of fields.
namespace sigte {

/// All that fields are called, in either language.
std::vector<std::string> NamesInTables(const Layout& layout);

/// `heading`, with the program's name behind it where it is one of `taken`:
/// whoever reads the table must know which column is whose.
std::string OwnHeading(std::string heading,
                       const std::vector<std::string>& taken);

}  // namespace sigte
