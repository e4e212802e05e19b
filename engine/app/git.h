// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Asks git, without a shell. Knows nothing of submissions.
namespace sigte {

/// What `git ARGUMENTS…` prints, `input` being its standard input. nullopt
/// where it cannot be run or fails: `*why` is what it said, or the system's
/// words.
std::optional<std::string> RunGit(const std::vector<std::string>& arguments,
                                  std::string_view input, std::string* why);

/// A file of the index.
struct IndexEntry {
  std::string path;      ///< from the top of the work tree
  bool is_file = false;  ///< no symbolic link, no submodule
  std::string target;    ///< of a symbolic link, as it stands; else empty
};

/// Paths as git gives them with -z.
std::vector<std::string> SplitAtNul(std::string_view text);

/// Every merged file of the index, at or below the current folder, sorted by
/// path.
std::optional<std::vector<IndexEntry>> ListIndex(std::string* why);

/// Where the work tree begins; absolute.
std::optional<std::string> WorkTreeTop(std::string* why);

}  // namespace sigte
