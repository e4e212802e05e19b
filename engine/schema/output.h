// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/base/messages.h"
#include "engine/record/document.h"
#include "engine/schema/schema.h"

namespace sigte {

/// The output units of JSON Schema 2020-12 (core, section 12.4).
enum class OutputUnit : std::uint8_t {
  kFlag,      ///< {"valid": false}
  kBasic,     ///< a flat list of errors
  kDetailed,  ///< errors under the schemas that they came from
};

/// What a check found, as one JSON value without a line break. `faults` are
/// those of SchemaChecker::Faults over `instance`. Branches that were allowed
/// to fail are left out, as there. An absolute location is given where the
/// schema has an absolute URI.
std::string WriteOutput(const std::vector<SchemaFault>& faults,
                        const Document& instance, OutputUnit unit, Lang lang);

}  // namespace sigte
