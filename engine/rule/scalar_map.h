// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <string_view>

#include "engine/rule/parser.h"
#include "engine/rule/yaml_tree.h"

/// From the text of a YAML scalar back to the bytes of its file.
namespace sigte {

struct ScalarMap {
  OffsetMap offsets;    ///< of each byte of the text, and of its end
  std::size_t end = 0;  ///< where the scalar ends, closing quote included
  bool closed = true;   ///< false: a quotation without its closing quote
};

/// `text` is what the scalar that begins at `begin` of `file` says. A byte that
/// cannot be found again maps to the last place that could.
ScalarMap MapScalar(std::string_view file, std::size_t begin, YamlStyle style,
                    std::string_view text);

}  // namespace sigte
