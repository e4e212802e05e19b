// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/issue.h"

/// What a person did wrong where a YAML parser stopped: the parser knows what
/// it did not expect, the lines around tell what is missing.
namespace sigte {

struct YamlFault {
  MessageKey message;
  Span span;  ///< bytes of the text
  std::vector<LocalText> args;
};

/// Where on the line of `at`, before it, a value begins with a '!' in no
/// quotes; npos where none does.
std::size_t FindTag(std::string_view text, std::size_t at);

/// The end of what begins with '!' at `at`, as its author meant it: of the
/// line, or, within `brackets`, of the element. A comment is no part of it.
std::size_t EndOfTag(std::string_view text, std::size_t at, bool brackets);

/// The outermost '[' or '{' that stands open on the line of `at`, before it;
/// npos where none does.
std::size_t FindOpenBracket(std::string_view text, std::size_t at);
/// The nearest above the line of `at` that is not closed before it: the
/// outermost of its line; npos where there is none.
std::size_t FindBracketAbove(std::string_view text, std::size_t at);

/// Whether `at` stands within a '(' that opened on its line, in no quotes.
bool IsInCall(std::string_view text, std::size_t at);

/// `text` in the quotes that change nothing in it.
std::string InQuotes(std::string_view text);

/// For a ':' at `at` that cannot stand there: a line that is indented deeper
/// than the one before, or one before it that lacks its colon. nullopt where
/// the lines tell neither.
std::optional<YamlFault> FindLineFault(std::string_view text, std::size_t at);

}  // namespace sigte
