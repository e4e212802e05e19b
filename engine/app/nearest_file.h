// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>

#include "engine/base/messages.h"

namespace sigte {

/// The system's words for why `path` cannot be opened, with the file or folder
/// beside it whose name is nearest where there is none of that name, or where
/// a link leads that leads nowhere.
LocalText WhyUnopened(const std::string& path, int error);

/// "; did you mean …?" for a path that is not there, or nothing.
LocalText NearestFileHint(const std::string& path);

}  // namespace sigte
