// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>
#include <string_view>

namespace sigte {

/// `text` as one line of Markdown (CommonMark, GitHub's dialect) that shows
/// just these letters within a line: nothing in it is emphasis, a link (typed
/// out ones too), code, HTML, an entity or a cell's end. Line breaks become
/// blanks.
std::string MarkdownText(std::string_view text);

}  // namespace sigte
