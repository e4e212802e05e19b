// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/issue.h"
#include "engine/record/document.h"
#include "engine/record/layout.h"

namespace sigte {

/// The names of the file's lists of objects: what ReadLayout's `list_member`
/// may be.
std::vector<std::string> RecordLists(const Document& schema);

/// The fields that a submission schema gives its records: the properties of the
/// items of `list_member`, then the other scalar members of the file itself
/// (Field::of_group). Follows $ref within the schema, and allOf. Type: `type`
/// (a second type "null" is allowed; `oneOf`/`enum` of constants: that of the
/// constants). Titles: `title`, `description`, and in other languages
/// `x-en`/`x-da` {title, description}; the first are in the language of
/// `x-language` (default "da"). Units: `x-unit` (text, or text by language),
/// what else people call them: `x-unit-aliases` (list of texts), words of units
/// that the values are not in: `x-other-units` (list of texts). Choices:
/// `oneOf` of {const, title, description, x-en}, or `enum`, or what all of
/// several allow. What else people
/// call a field or a choice: `x-aliases` (list of texts); a field's number in
/// the questionnaire: `x-number` (1 or "K1"). Bounds: `minimum`, `maximum`,
/// `exclusiveMinimum`, `exclusiveMaximum`, `maxLength`, the narrowest of all
/// that apply. `record_pointer` is set to the JSON pointer of the record's
/// schema. nullopt exactly when an issue is an error: no such list, a type that
/// no field can have.
std::optional<Layout> ReadLayout(const Document& schema, const Source* source,
                                 const std::string& list_member,
                                 std::string* record_pointer,
                                 IssueList* issues);

}  // namespace sigte
