// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>

#include "engine/evaluate/program.h"
#include "engine/report/returned_workbook.h"

namespace sigte {

/// A reply as letters in Markdown, one to each group in the order of the input,
/// those without records last:
/// the reconciliation line first, then what must be corrected, what must be
/// answered, what does not belong, what is good to know, and what belongs, each
/// grouped by its cause. Nothing that a submitter wrote is read as Markdown.
std::string LetterText(const Program& program, Reply reply);

}  // namespace sigte
