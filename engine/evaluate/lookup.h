// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "engine/evaluate/program.h"
#include "engine/record/value.h"

/// Figures by key (parameters.yaml).
namespace sigte {

/// The figure that `table` has for `key`; Unknown(kMissing) where it has none.
Value Lookup(const CompiledTable& table, const Value& key);

}  // namespace sigte
