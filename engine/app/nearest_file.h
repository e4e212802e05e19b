// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>

namespace sigte {

/// The system's words for why `path` cannot be opened, with the file or folder
/// beside it whose name is nearest where there is none of that name.
std::string WhyUnopened(const std::string& path, int error);

/// "; did you mean …?" for a path that is not there, or nothing.
std::string NearestFileHint(const std::string& path);

}  // namespace sigte
