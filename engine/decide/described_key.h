// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <optional>

#include "engine/base/redaction.h"
#include "engine/record/record.h"
#include "engine/record/ruling.h"

/// The name in rulings of a record whose id cannot be one: a number that no
/// output may show, or no answer at all ("-").
///
/// Its id is what may be shown of the written one, '#' and 16 letters from a to
/// p, one for each of the first hex digits of the SHA-256 of these lines, each
/// ended by a line feed:
///
///     sigte-record-1
///     <field>=<value>    for each field, by name (bytes), values as in
///                        rule_evidence.h, with private numbers hidden
///
/// So records that are shown alike have different names unless they say the
/// same, no hidden digit can be found out from the name, and a record that is
/// changed in anything is another one: then its rulings lapse.
namespace sigte {

/// nullopt: the record's id is a name (KeyOf), or it has no group although the
/// layout has one.
std::optional<RecordKey> DescribedKeyOf(const Record& record,
                                        const Redaction& redaction);

}  // namespace sigte
