// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/messages.h"

/// The command line as data, for those who describe it: the manual, and what a
/// shell completes. From the same tables that make --help.
namespace sigte {

struct OptionInfo {
  /// "-o", "--output"; of an argument its one name: "FILES".
  std::vector<std::string> names;
  std::string value;  ///< what stands behind it: "FILE"; empty for a flag
  std::string about;
};

struct CommandInfo {
  std::string name;  ///< as typed after the program: "rules check"; may be ""
  std::string about;
  std::vector<OptionInfo> arguments;  ///< in their order
  std::vector<OptionInfo> options;    ///< those that all have come last
  std::vector<std::string> examples;  ///< whole lines
  std::vector<CommandInfo> commands;
};

/// The program itself, with all below it.
CommandInfo DescribeCommands(Lang lang);

/// "text", "ndjson" of "text|ndjson"; empty where a value is no closed list.
std::vector<std::string> ChoicesOf(std::string_view value);

}  // namespace sigte
