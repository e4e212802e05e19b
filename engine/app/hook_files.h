// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/app/ruleset_store.h"

/// Which of the files that a commit holds are submissions: a repository has
/// other JSON and other tables too.
namespace sigte {

enum class FileLook : std::uint8_t {
  kSubmission,  ///< it has the questionnaire's names in it
  kOther,       ///< it has not
  kUnreadable,  ///< it cannot be opened
};

/// Looks into `path`. A file that is broken counts as a submission where it
/// names the list of records, the field that says whose they are, or three
/// fields.
FileLook LookAt(const std::string& path, const RulesetStore& store);

}  // namespace sigte
