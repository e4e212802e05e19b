// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <vector>

#include "engine/table/table_plan.h"

/// Which rows of a table are headings.
namespace sigte {

/// How many rows from the first are looked at for a heading.
inline constexpr std::size_t kHeadingWindow = 50;

/// The row among `rows` that names the most fields, at least two of which one
/// may not stand once for the file. `rows.size()`: there is none. `*fields`:
/// how many it names.
std::size_t FindHeading(const std::vector<TableRow>& rows,
                        const TableSetup& setup, std::size_t* fields);

/// The heading that the table begins with: `best`, which names the most, or the
/// first above it that has rows of its own.
std::size_t FirstHeading(const std::vector<TableRow>& rows, std::size_t best,
                         const TableSetup& setup);

/// A row among the records names fields as a heading does, but otherwise than
/// the heading of `plan`.
bool IsOtherHeading(const TableRow& row, const TablePlan& plan,
                    const TableSetup& setup);

}  // namespace sigte
