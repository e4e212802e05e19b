// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/record/layout.h"
#include "engine/record/record.h"
#include "engine/record/ruling.h"

/// The name of a record, so that 751, 751.0 and " 751" name the same one.
namespace sigte {

/// `written` as a key of a field of `type`: a number in lowest terms where the
/// field holds numbers and it is one, else CanonicalText.
std::string CanonicalKey(FieldType type, std::string_view written);

/// The record's own; nullopt where it has no id, or no group although the
/// layout has one.
std::optional<RecordKey> KeyOf(const Record& record);

/// The group in it; nullopt where it has none. The layout has a group.
std::optional<std::string> GroupKeyOf(const Record& record);

}  // namespace sigte
