// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <string_view>

/// Where wordings of the catalogue take arguments.
namespace sigte {

/// "{0}", or "{0:one|other}" where the argument is a number and the word
/// depends on it. The words are the wording's bytes.
struct ArgumentPlace {
  std::size_t argument = 0;
  std::string_view one;
  std::string_view other;
  bool is_plural = false;
  std::size_t size = 0;  ///< bytes from brace to brace; 0: no place
};

/// What `wording` begins with.
ArgumentPlace PlaceAt(std::string_view wording);

}  // namespace sigte
