// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <optional>
#include <vector>

#include "engine/base/issue.h"
#include "engine/rule/yaml_tree.h"

namespace sigte {

/// What ReadYaml says of one file.
struct YamlFile {
  std::optional<YamlNode> root;
  IssueList issues;
};

/// ReadYaml for each source, in order, on as many threads as there are cores
/// (four at most): start-up is counted, and yaml-cpp takes most of it.
std::vector<YamlFile> ReadYamlFiles(const std::vector<const Source*>& sources);

}  // namespace sigte
