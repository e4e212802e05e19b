// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <span>

#include "engine/base/messages.h"

namespace sigte {

/// The built-in catalogue, sorted by name. Its definition is generated from
/// engine/messages/*.yaml (engine/messages/generate.cc).
std::span<const MessageRow> MessageTable();

}  // namespace sigte
