// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string_view>

namespace sigte {

/// The git revision of the tree that the program was built from, with "+"
/// behind it where files differed; empty where it was no git tree (an unpacked
/// archive). The definition is written by each build
/// (engine/packaging/revision.cmake).
std::string_view Revision();

}  // namespace sigte
