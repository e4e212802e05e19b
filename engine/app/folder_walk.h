// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/issue.h"

/// What lies below a folder that somebody named.
namespace sigte {

struct FolderWalk {
  std::vector<std::string> files;  ///< by name
  IssueList faults;                ///< what cannot be looked into
  IssueList notices;               ///< links to folders, as warnings
  std::vector<std::string> logs;   ///< audit logs, which are passed over
};

/// The files below `folder` that end in one of `endings` (small letters, with
/// the dot), links to files included, also those that lead nowhere: opening
/// them says so. Hidden files and folders are left out, and so are audit logs
/// with their private folders. Links to folders are told and not followed, so
/// that nothing is read that lies elsewhere, and nothing twice. A folder that
/// cannot be read is a fault of its own; the others are walked all the same.
FolderWalk WalkFolder(const std::string& folder,
                      std::span<const std::string_view> endings);

/// Whether a file or folder is left out of every walk for its name.
bool IsHiddenName(const std::string& path);

/// ".xlsx" of "a/B.XLSX": in small letters, empty where there is none.
std::string EndingOf(std::string_view path);

}  // namespace sigte
