// SPDX-License-Identifier: MPL-2.0

#include "engine/app/kept_ruleset.h"

#include <string_view>

#include "engine/audit/format.h"
#include "engine/base/file_set.h"

namespace sigte {

std::string KeptRuleset(const std::string& log_folder,
                        const std::string& digest) {
  return log_folder + "/" + std::string(audit::kRulesetFolder) + "/" + digest;
}

bool IsKeptWhole(const std::string& log_folder, const std::string& digest) {
  // What a writer that was cut off had begun is no part of it.
  const auto is_part = [](std::string_view name) {
    return !name.starts_with('.') && !name.ends_with(audit::kTemporaryEnding);
  };
  std::string why;
  const auto kept = ReadFolder(KeptRuleset(log_folder, digest), is_part, &why);
  return kept && kept->Digest() == digest;
}

}  // namespace sigte
