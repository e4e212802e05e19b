// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>

#include "engine/base/issue.h"
#include "engine/base/messages.h"

/// What an issue's message ends with where it is about a name.
namespace sigte {

/// Known names that are told; the rest is counted.
inline constexpr std::size_t kNamesShown = 8;

/// "did you mean 'title'?", "known: id, title", "known: id, …, … (4 more)";
/// empty where there is nothing to tell.
LocalText IssueHint(const Issue& issue);

}  // namespace sigte
