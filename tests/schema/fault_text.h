// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>
#include <string_view>

#include "engine/base/messages.h"
#include "engine/schema/schema.h"

namespace sigte {

/// Checks `instance` against `schema` and returns every fault as people read
/// it, then "    at KEYWORD-LOCATION"; the schema's own faults where it has
/// any. Fails the test where IsValid and Faults disagree.
std::string FaultsIn(std::string_view schema, std::string_view instance,
                     Lang lang = Lang::kEn, const SchemaOptions& options = {});

/// The schema's own faults and warnings.
std::string SchemaFaultsIn(std::string_view schema, Lang lang = Lang::kEn);

/// The first message alone: "'a' is missing"; empty where nothing is wrong.
std::string MessageOf(std::string_view schema, std::string_view instance,
                      Lang lang = Lang::kEn, const SchemaOptions& options = {});

/// The same with another schema at hand, under its `$id`; the schema's own
/// faults where it has any.
std::string MessageWith(std::string_view other, std::string_view schema,
                        std::string_view instance);

}  // namespace sigte
