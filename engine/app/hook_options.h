// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/app/ruling_shelf.h"

/// What `sigte hook` and `sigte config` were asked for.
namespace sigte {

struct HookOptions {
  std::vector<std::string> files;
  bool all = false;          ///< the whole tree, and checks across files
  bool staged = false;       ///< what git's index holds, not the work tree
  bool show_values = false;  ///< messages may quote what was submitted
  std::size_t threads = 1;
  RulingOptions rulings;
};

struct ConfigOptions {
  std::vector<std::string> inputs;  ///< whose configuration; empty: from here
  bool path = false;                ///< only where the file is
  bool json = false;

  // As typed.
  std::string format_text = "text";
};

}  // namespace sigte
