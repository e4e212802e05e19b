// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>
#include <string_view>

/// Patterns of paths, as people write them in a list of inputs: '*' and '?'
/// within a name, [ab] for one of several letters, '**' for any number of
/// folders. Hidden names ('.') must be named.
namespace sigte {

/// Whether `text` means more than itself.
bool IsPattern(std::string_view text);

/// Whether `pattern` names `path` or a folder that it lies in. Both are
/// relative to the same folder and normal ("a/b", no ".."); "." is the folder
/// itself. Takes time in proportion to the two lengths multiplied.
bool PatternCovers(std::string_view pattern, std::string_view path);

/// The folder that all that `pattern` names lies in: "a" of "a/*/b.json", "."
/// where it begins with a pattern.
std::string FixedFolder(std::string_view pattern);

}  // namespace sigte
