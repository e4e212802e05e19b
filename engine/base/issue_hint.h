// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/issue.h"
#include "engine/base/messages.h"

/// What an issue's message ends with where it is about a name.
namespace sigte {

/// Known names that are told; the rest is counted.
inline constexpr std::size_t kNamesShown = 8;

/// What an unknown `name` is answered with: the nearest of `known`, else all of
/// them, into `*issue`; nothing where `name` itself is among them.
void SuggestName(std::string_view name, const std::vector<std::string>& known,
                 Issue* issue);

/// The same where names are spelt in more ways than one: `spellings[i]` is one
/// of `meant[i]`. The spellings of a name stand together.
void SuggestName(std::string_view name,
                 const std::vector<std::string>& spellings,
                 const std::vector<std::string>& meant, Issue* issue);

/// The error that `name` is none of `known`; SuggestName answers it.
Issue UnknownNameIssue(MessageKey message, const Source* source, Span span,
                       std::string_view name,
                       const std::vector<std::string>& known);

/// "did you mean 'title'?", "known: id, title", "known: id, …, … (4 more)";
/// empty where there is nothing to tell.
LocalText IssueHint(const Issue& issue);

}  // namespace sigte
