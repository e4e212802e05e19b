// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string_view>

#include "engine/base/issue.h"
#include "engine/decide/decision.h"
#include "engine/record/layout.h"

/// The schema's faults in the words of those who fill in the cells of a table.
namespace sigte {

/// A fault in a cell of `field` (null: of none): a value is called by its title
/// and not by the code that the cell became.
Issue InCells(Issue issue, const Field* field);

/// Calls `field` what its column is called; by its title where `heading` is
/// empty.
void NameAsInTable(const Field& field, std::string_view heading,
                   Finding* finding);

}  // namespace sigte
