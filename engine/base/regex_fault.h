// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>

#include "engine/base/messages.h"

namespace re2 {
class RE2;
}

namespace sigte {

/// Why RE2 refuses a pattern, which says it in English only.
struct RegexFault {
  LocalText words;
  std::string part;  ///< the part of the pattern that is at fault, or all of it
};

/// Of a pattern that is not ok().
RegexFault FaultOf(const re2::RE2& regex);

}  // namespace sigte
