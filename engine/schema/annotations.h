// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/messages.h"
#include "engine/record/document.h"

namespace sigte::schema {

/// The title, description or other text `name` of schema object `node` in every
/// language: `name` itself is in the language of the root's `x-language`
/// (default "da"), `x-da` and `x-en` hold it in that language. A language
/// without a text of its own gets the first. A text of an `x-…` keyword may
/// also be an object of languages: {"da": …, "en": …}. Empty where there is
/// none.
LocalText Annotation(const Document& schema, NodeIndex node,
                     std::string_view name);

/// The texts of the list `name`: what else people call it (`x-aliases`), or its
/// unit (`x-unit-aliases`), or what that is not (`x-other-units`).
std::vector<std::string> Aliases(const Document& schema, NodeIndex node,
                                 std::string_view name = "x-aliases");

/// The titles in every language, then the aliases.
std::vector<std::string> Names(const Document& schema, NodeIndex node);

}  // namespace sigte::schema
