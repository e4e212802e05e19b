// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/audit/json_value.h"

/// RFC 8785, the JSON Canonicalization Scheme: one text for one value.
namespace sigte::audit {

/// Members sorted by the UTF-16 code units of their names (3.2.3), numbers as
/// ECMAScript prints them (3.2.2.3), the fewest escapes (3.2.2.2), no blanks.
/// nullopt where the value has none: a number that is not finite, a whole
/// number beyond 2^53, invalid UTF-8, or a name that is there twice.
std::optional<std::string> Canonical(const JsonValue& value);

/// True when `text` is exactly what Canonical gives for the value it holds.
/// Quick, and allocates nothing for texts without odd numbers and names.
bool IsCanonical(std::string_view text);

/// A finite double as ECMAScript's Number::toString gives it: "1e+21",
/// "0.000001", "5e-324". Minus zero is "0".
std::string NumberText(double value);

/// Whether `a` stands before `b`: by UTF-16 code units.
bool NameBefore(std::string_view a, std::string_view b);

}  // namespace sigte::audit
