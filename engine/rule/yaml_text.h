// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>

#include "engine/base/issue.h"
#include "engine/base/source.h"

/// What must be true of a file's bytes before a YAML parser sees them.
namespace sigte {

/// The length of the byte order mark that `text` begins with: 0 or 3.
std::size_t ByteOrderMark(std::string_view text);

/// Whether the text is UTF-8 without control characters, not indented with
/// tabs and without YAML directives. Adds an error where it is not.
bool CheckYamlText(const Source& source, IssueList* issues);

}  // namespace sigte
