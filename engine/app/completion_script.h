// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>

#include "engine/app/command_tree.h"

namespace sigte {

/// A bash script that completes what `root` (in English) describes: commands,
/// options, closed lists, files by their endings, folders, codes and schemas.
/// Needs bash 4.4 and nothing else.
std::string BashCompletion(const CommandInfo& root);

}  // namespace sigte
