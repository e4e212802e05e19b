// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "engine/base/issue.h"
#include "engine/base/source.h"

/// What must be true of a file's bytes before a YAML parser sees them.
namespace sigte {

/// Where the first control character stands but tabs and line breaks; npos:
/// there is none.
std::size_t FindControl(std::string_view text);

/// What messages call the character: "U+001B".
std::string ControlName(char control);

/// Whether the text is UTF-8 without control characters, not indented with
/// tabs, without YAML directives and without the marks of a merge that is not
/// finished. Adds an error where it is not.
bool CheckYamlText(const Source& source, IssueList* issues);

}  // namespace sigte
