// SPDX-License-Identifier: MPL-2.0

// Looks up what is said of a code.
#include "engine/base/explanations.h"

#include <algorithm>

#include "engine/base/ascii.h"

namespace sigte {

bool IsMessageCode(std::string_view text) {
  return text.size() == 4 && std::ranges::all_of(text.substr(1), IsDigit) &&
         std::ranges::any_of(Topics(), [&](const Topic& topic) {
           return topic.hundred.front() == text.front();
         });
}

const Explanation* FindExplanation(std::string_view code) {
  const auto table = Explanations();
  const auto row =
      std::ranges::lower_bound(table, code, {}, &Explanation::code);
  return row != table.end() && row->code == code ? &*row : nullptr;
}

std::string_view WhatToDo(std::string_view code, Lang lang) {
  const Explanation* told = FindExplanation(code);
  return told == nullptr ? std::string_view()
                         : told->what_to_do[static_cast<std::size_t>(lang)];
}

}  // namespace sigte
