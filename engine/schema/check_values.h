#pragma once

#include <cstdint>

#include "engine/record/document.h"
#include "engine/schema/program.h"

namespace sigte::schema {

/// Whether `op` looks at one value and its size alone, and not at what schemas
/// say of its parts.
bool IsAboutOneValue(Op op);

/// Checks a step that IsAboutOneValue.
bool CheckValue(const Program& program, const Step& step,
                const Document& document, NodeIndex node, std::uint64_t seed);

}  // namespace sigte::schema
