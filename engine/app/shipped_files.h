// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <filesystem>
#include <vector>

/// Where the files that come with the program lie: rules/ and schemas/.
namespace sigte {

/// Folders that may hold rules/ and schemas/, the best first: the data folder
/// of the installation that the program is of, as it lies relative to the
/// program and then to the library (a program that embeds the library lies
/// anywhere); then the folder above the program's, and its own, where a build
/// has them. No path of the machine that built it is among them.
std::vector<std::filesystem::path> ShippedRoots();

}  // namespace sigte
