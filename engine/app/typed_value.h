// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <array>
#include <charconv>
#include <string>
#include <system_error>

#include "engine/app/usage.h"
#include "engine/base/numbers.h"

/// What was typed for an option, checked: false after having said what is
/// wrong.
namespace sigte {

/// One of `names`, which stand in the order of `Enum`.
template <typename Enum, std::size_t size>
bool ReadChoice(const std::string& text, const char* option,
                const std::array<const char*, size>& names, Enum* to,
                const Usage& usage) {
  for (std::size_t i = 0; i < size; ++i) {
    if (text == names[i]) {
      *to = static_cast<Enum>(i);
      return true;
    }
  }
  usage.UnknownValue(option, text, {names.begin(), names.end()});
  return false;
}

/// A whole number within bounds; without a text `*to` stays as it is.
template <typename Number>
bool ReadNumber(const std::string& text, const char* option, Number least,
                Number most, Number* to, const Usage& usage) {
  if (text.empty()) return true;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, *to);
  if (error == std::errc() && stop == end && *to >= least && *to <= most) {
    return true;
  }
  usage.BadNumber(option, text, CountText(least), CountText(most));
  return false;
}

}  // namespace sigte
