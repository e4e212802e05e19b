// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>
#include <vector>

#include "engine/base/issue.h"
#include "engine/record/document.h"

namespace sigte {

/// Warns of each member of the object that `line` is that is
/// none of `known`: it is not read. Places are of `source`, which may be null.
void WarnOfUnreadMembers(const Document& line,
                         const std::vector<std::string>& known,
                         const Source* source, IssueList* issues);

}  // namespace sigte
