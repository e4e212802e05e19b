// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>

#include "engine/record/document.h"
#include "engine/record/layout.h"
#include "engine/schema/schema.h"

namespace sigte {

/// The field of `object` that a fault is about: the one it lies in, or the one
/// that is missing. Empty where it is about no field that the layout knows.
std::string FieldOfFault(const SchemaFault& fault, const Document& document,
                         NodeIndex object, const Layout& layout);

}  // namespace sigte
