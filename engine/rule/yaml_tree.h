// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/issue.h"
#include "engine/base/source.h"

/// YAML as a plain tree, every node with its place. Knows no ruleset. What YAML
/// allows and nobody needs (anchors, tags, merge keys) is a fault.
namespace sigte {

enum class YamlKind : std::uint8_t { kScalar, kNull, kMap, kSequence };
enum class YamlStyle : std::uint8_t {
  kPlain,
  kSingleQuoted,
  kDoubleQuoted,
  kLiteral,
  kFolded,
};

struct YamlNode {
  YamlKind kind = YamlKind::kNull;
  YamlStyle style = YamlStyle::kPlain;  ///< of scalars
  /// Scalars: all of it, quotes included. Maps and lists: where they begin. An
  /// absent value: the key that it belongs to.
  Span span;
  std::string text;             ///< of scalars, unescaped and unfolded
  std::vector<YamlNode> items;  ///< kMap: key, value, key, value; keys are
                                ///< scalars (or there was an error)
};

/// Whether it is YAML 1.1's key that takes over another map's.
inline bool IsMergeKey(const YamlNode& key) {
  return key.text == "<<" && key.style == YamlStyle::kPlain;
}

/// At most this many levels and nodes a file.
inline constexpr std::size_t kMaxYamlDepth = 64;
inline constexpr std::size_t kMaxYamlNodes = 1'000'000;

/// Reads the one document of `source`. nullopt, after an error, where there is
/// no tree to go on with; faults that leave one (a key given twice) are added
/// to `issues` and the tree is returned.
std::optional<YamlNode> ReadYaml(const Source& source, IssueList* issues);

/// ReadYaml's two ways, for a text of which CheckYamlText found nothing to say;
/// apart so that one can be held to the other. By the outline (yaml_outline.h)
/// there is a tree exactly where it is the same as the whole's, no issue was
/// found and something was saved by it.
std::optional<YamlNode> ReadYamlOutline(const Source& source);
std::optional<YamlNode> ReadWholeYaml(const Source& source, IssueList* issues);

/// "file.yaml:3:7": a second place, in a message.
std::string PlaceName(const Source& source, Span span);

}  // namespace sigte
