// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <memory>
#include <string>

#include "engine/report/output_format.h"

namespace sigte {

/// The workbook that goes back to who submitted (returned_workbook.h) as an
/// output format. Everything is kept until it is written; more than
/// kMostReturned records are refused. `title` is the ruleset's.
std::unique_ptr<FormatWriter> MakeWorkbookWriter(const Program& program,
                                                 std::string title,
                                                 const FormatOptions& options);

}  // namespace sigte
