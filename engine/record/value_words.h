// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>
#include <string_view>

#include "engine/base/messages.h"
#include "engine/record/layout.h"

/// Values as people read them, in their language: yes and no, what choices are
/// called, the language's marks in numbers, lists joined by commas,
/// or by semicolons where an item has a comma. The one place where values
/// become words; what machines read is written elsewhere. Nothing here is made
/// printable.
namespace sigte {

/// What a choice is called; its value where it has no title, and beside the
/// title where others of the field are called the same.
std::string ChoiceLabel(const Field& field, const FieldChoice& choice,
                        Lang lang);

/// What stands in a record for `field`, given as Record::Written has it. What
/// is not of the field's type stays as it is. Amounts (what has a unit) are in
/// groups of three, so that a slip of a thousand is seen; a year or a code is
/// not.
std::string WrittenWords(const Field& field, std::string_view written,
                         Lang lang);

/// A value as expressions, digests and JSON write it: `true`, `12.5`, `"a"`,
/// `["a", "b"]`. One that was cut ("…") has what is left of it. `field`: what
/// it is a value of, or is compared with; null: none. What is no such literal
/// comes back as it is.
std::string LiteralWords(const Field* field, std::string_view literal,
                         Lang lang);

/// The same for what a value is compared with, an operator before it or none:
/// `== true` is "is yes", `> 12.5` "over 12,5". Where the comparison does not
/// hold, the contrary is said: "at most 12,5". Texts that no choice gives a
/// title keep their quotation marks.
std::string OperandWords(const Field* field, std::string_view operand,
                         bool holds, Lang lang);

/// An answer's range: `>= 12.5` is "at least 12,5", `> 1, < 2` "over 1 and
/// under 2", `3–7.5` "3–7,5".
std::string RangeWords(const Field& field, std::string_view range, Lang lang);

}  // namespace sigte
