// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>

#include "engine/record/document.h"
#include "engine/schema/program.h"

namespace sigte::schema {

/// Whether `op` looks at one value and its size alone, and not at what schemas
/// say of its parts.
bool IsAboutOneValue(Op op);

/// Whether the step holds so plainly that it need not be looked into. False
/// says nothing.
inline bool HoldsAtOnce(const Step& step, const Node& value) {
  switch (step.op) {
    case Op::kType: return (step.a & KindBit(value.kind)) != 0;
    case Op::kMaxLength: return value.text.size() <= step.a;
    case Op::kMinLength: return value.text.size() >= BytesForLength(step.a);
    default: return false;
  }
}

/// Checks a step that IsAboutOneValue.
bool CheckValue(const Program& program, const Step& step,
                const Document& document, NodeIndex node, std::uint64_t seed);

}  // namespace sigte::schema
