// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/issue.h"
#include "engine/base/source.h"

/// What stands in a `.sigte.yaml` (schemas/config.schema.json). Data only:
/// nothing in it is run, and no path is followed here.
namespace sigte {

inline constexpr std::size_t kMaxConfigurationBytes = 64 * 1024;

struct Configuration {
  /// By the names of the settings: "ruleset", "audit.folder", "quiet" ("true"
  /// or "false"); each at most once, in the order of the file. Values are
  /// checked for their form; paths are as written.
  std::vector<std::pair<std::string, SpannedText>> values;
  std::vector<SpannedText> inputs;  ///< files, folders and patterns
  Span inputs_span;                 ///< of the list

  /// Null where the file does not say.
  const SpannedText* Find(std::string_view name) const;
};

/// Reads `source` as strictly as rule files are read. Adds an issue for all
/// that is wrong; nullopt exactly where one of them is an error. `source` must
/// outlive `issues`.
std::optional<Configuration> LoadConfiguration(const Source& source,
                                               IssueList* issues);

}  // namespace sigte
