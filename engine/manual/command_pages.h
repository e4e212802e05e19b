// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/messages.h"
#include "engine/manual/page.h"

namespace sigte::manual {

/// sigte(1), and a page for each command: sigte-rules-check(1). `formats` are
/// the pages of section 5, to be referred to.
std::vector<Page> CommandPages(Lang lang, std::string_view date,
                               const std::vector<std::string>& formats);

}  // namespace sigte::manual
