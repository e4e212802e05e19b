// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/messages.h"
#include "engine/manual/page.h"
#include "engine/record/document.h"

namespace sigte::manual {

/// The page of section 5 on the files that `schema` describes: its keys with
/// their titles, descriptions and choices, as deep as people can follow. `name`
/// is the schema's ("ruling"), `beside` the pages of all schemas.
Page SchemaPage(const Document& schema, std::string_view name,
                std::string_view date, Lang lang,
                const std::vector<std::string>& beside);

}  // namespace sigte::manual
