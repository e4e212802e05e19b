// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/report/returned_workbook.h"
#include "engine/report/workbook.h"
#include "engine/report/workbook_plan.h"

namespace sigte {

/// Where a record's row stands on the answers sheet; kNoRow: it has none.
inline constexpr std::uint32_t kNoRow = 0xFFFFFFFF;

/// The first sheet of a returned workbook: totals, then a line for everything
/// that is said of a record, with a way to its cell. `rows`: by case.
void WriteFindings(const Program& program, const Reply& reply,
                   const AnswersPlan& plan,
                   const std::vector<std::uint32_t>& rows,
                   const std::string& answers, bool notes_cut, Sheet* sheet);

/// The colour of an item; none for what is well.
Mark MarkOf(CaseItem::Kind kind);
Mark MarkOf(Verdict verdict);

}  // namespace sigte
