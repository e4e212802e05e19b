// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>
#include <vector>

#include "engine/app/rulings_commands.h"

namespace sigte {

/// The folder of rulings, and the submissions that they are about.
struct RulingPlaces {
  std::string folder;  ///< empty: there is none at hand
  std::vector<std::string> inputs;
};

/// The first argument is the folder; where it has one within it, or holds
/// submissions and no rulings, it is the data. Without any, the folder is
/// "rulings", or the working folder where that holds rulings itself; else both
/// parts are empty. Without submissions those beside the folder are meant, if
/// there are any.
RulingPlaces PlacesOf(const RulingsOptions& options);

}  // namespace sigte
