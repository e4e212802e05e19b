// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>

namespace sigte {

/// A file descriptor of an empty temporary file in TMPDIR (else /tmp) that has
/// no name: it is gone when it is closed. Negative with `*why` the system's
/// words where there is no room.
int OpenTempFile(std::string* why);

}  // namespace sigte
