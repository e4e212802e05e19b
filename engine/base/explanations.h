// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <array>
#include <span>
#include <string_view>

#include "engine/base/messages.h"

/// What `sigte explain` says of codes beyond their message and its help: built
/// in from engine/messages/explain/*.yaml.
namespace sigte {

/// Why there is the message, and what sets it off.
struct Explanation {
  std::string_view code;                ///< "R102"
  std::array<std::string_view, 2> why;  ///< by Lang
  /// What to do about it; empty where the message's help says so.
  std::array<std::string_view, 2> what_to_do;
  std::array<std::string_view, 2> example;  ///< what brings it about; lines
};

/// What the codes of a hundred are about.
struct Topic {
  std::string_view hundred;               ///< "R1"
  std::array<std::string_view, 2> title;  ///< by Lang
};

/// Sorted by code and by hundred.
std::span<const Explanation> Explanations();
std::span<const Topic> Topics();

/// Whether `text` has the form of this program's codes: a letter of one of the
/// topics and three digits.
bool IsMessageCode(std::string_view text);

/// The one about `code`, or null.
const Explanation* FindExplanation(std::string_view code);
/// What to do about `code` where its message has no help; empty where that
/// has, or there is no such code.
std::string_view WhatToDo(std::string_view code, Lang lang);

}  // namespace sigte
