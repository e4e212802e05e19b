// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "engine/base/messages.h"

/// What holds for every command: from the command line, then the environment.
namespace sigte {

enum class ColorChoice : std::uint8_t { kAuto, kAlways, kNever };

struct Settings {
  Lang lang = Lang::kDa;
  ColorChoice color = ColorChoice::kAuto;
  std::string rules;  ///< the ruleset's folder; empty: the shipped one
  bool verbose = false;
  bool quiet = false;
  /// Shown of each list for people, the worst first; 0: all.
  std::size_t max_findings = 50;
};

/// The language of everything that people read. Looks at the arguments itself,
/// because help and usage errors are to be in it too: --lang, SIGTE_LANG, then
/// LC_ALL, LC_MESSAGES, LANG; Danish where they say nothing. What .sigte.yaml
/// says comes before the last three (configured.h).
Lang ChooseLanguage(int argc, const char* const* argv);

/// Whether what is written to `fd` is coloured: --color, then NO_COLOR, then
/// CLICOLOR_FORCE and FORCE_COLOR, then whether it is a terminal that is not
/// dumb.
bool UseColor(ColorChoice choice, int fd);

/// Whether long work may draw a progress bar on standard error.
bool MayShowProgress(const Settings& settings);

}  // namespace sigte
