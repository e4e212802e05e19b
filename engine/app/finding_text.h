// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>

#include "engine/base/messages.h"
#include "engine/decide/decision.h"

namespace sigte {

/// A finding as an editor understands it, with its line and a caret:
/// "file:line:column: error: message [code slug]".
std::string FindingText(const Finding& finding, const std::string& file,
                        Lang lang);

}  // namespace sigte
