// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>
#include <vector>

#include "engine/record/document.h"
#include "engine/record/layout.h"
#include "engine/schema/schema.h"

namespace sigte {

/// The field of `object` that a fault is about: the one it lies in, or the one
/// that is missing. Empty where it is about no field that the layout knows.
std::string FieldOfFault(const SchemaFault& fault, const Document& document,
                         NodeIndex object, const Layout& layout);

/// `faults` without those that say of a value what another says already: one
/// slip breaks several keywords. That a value of the wrong type is none of the
/// allowed ones goes without saying, and no words need be said twice.
std::vector<SchemaFault> WithoutFollowers(
    const std::vector<SchemaFault>& faults);

}  // namespace sigte
