// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string_view>
#include <vector>

#include "engine/record/ruling.h"
#include "engine/text/folding.h"

/// How a person at a terminal names one of several codes. Knows nothing of
/// terminals.
namespace sigte {

/// Those of `codes` that `typed` may mean, in their order: one by its code, by
/// its number (from 1) or by its whole title; else all whose code or title, in
/// either language, begins so. Letters are compared as `folder` folds them.
/// Empty where there is none. Borrows `codes`.
std::vector<const NamedCode*> CodesMeant(const std::vector<NamedCode>& codes,
                                         std::string_view typed,
                                         const Folder& folder);

}  // namespace sigte
