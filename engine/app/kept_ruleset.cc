// SPDX-License-Identifier: MPL-2.0

#include "engine/app/kept_ruleset.h"

#include "engine/audit/format.h"
#include "engine/base/file_set.h"

namespace sigte {

std::string KeptRuleset(const std::string& log_folder,
                        const std::string& digest) {
  return log_folder + "/" + std::string(audit::kRulesetFolder) + "/" + digest;
}

bool IsKeptWhole(const std::string& log_folder, const std::string& digest) {
  std::string why;
  const auto kept = ReadFolder(KeptRuleset(log_folder, digest), {""}, &why);
  if (!kept) return false;
  FileSet files;
  for (const auto& file : kept->files()) {
    // What a writer that was cut off had begun is no part of it.
    if (file->name().ends_with(audit::kTemporaryEnding)) continue;
    files.Add(file->name(), std::string(file->text()));
  }
  return files.Digest() == digest;
}

}  // namespace sigte
