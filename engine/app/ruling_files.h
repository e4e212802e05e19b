// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>
#include <string_view>

/// Small files that are kept for good: whole or not at all, and never at the
/// cost of another.
namespace sigte {

enum class Written {
  kYes,
  kNotMine,  ///< a file is there already, or another's words are in it
  kFailed,   ///< `*why` is the system's words
};

/// Makes `folder` where it is not there. False: `*why`.
bool MakeFolder(const std::string& folder, std::string* why);

/// Writes a new file: into a temporary one beside it, to the disk, then its
/// name, which no other file loses.
Written WriteNewFile(const std::string& path, std::string_view text,
                     std::string* why);

/// Puts `after` in place of `before`, which must still be all of the file. Two
/// who do this at the same time cannot both succeed.
Written ReplaceFile(const std::string& path, std::string_view before,
                    std::string_view after, std::string* why);

}  // namespace sigte
