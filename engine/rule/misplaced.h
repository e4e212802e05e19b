// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string_view>

#include "engine/rule/yaml_reader.h"

/// What stands in the wrong file of a ruleset: told once, with the file that it
/// belongs in, in place of every key that is unknown there or missing.
namespace sigte {

/// What a file of a ruleset holds, in the order in which they build on one
/// another.
enum class RulesetFile : std::uint8_t {
  kManifest,
  kParameters,
  kLanguage,
  kTerms,
  kLaws,
  kRules,
  kOther,  ///< not ours: the schema, a page for people
  kUnknown,
};

/// An error where `entry` is no `expected` ("rule", "term", "law", "parameter",
/// "table") but another kind of entry. False: nothing is said.
bool ReportMisplaced(YamlReader* reader, const YamlNode& entry,
                     std::string_view expected);

/// An error where `root` is what another file holds, or a list without its
/// dashes. False: nothing is said.
bool ReportOtherFile(YamlReader* reader, const YamlNode& root,
                     RulesetFile expected);

}  // namespace sigte
