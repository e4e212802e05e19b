// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>

#include "engine/record/layout.h"
#include "engine/record/ruling.h"

/// Rulings as text, in the form that ruling_loader.h reads.
namespace sigte {

/// The whole file of a ruling. What the text holds is escaped, so that it reads
/// back as it is.
std::string RulingText(const Ruling& ruling, const Layout& layout);

/// The lines to put behind a file's text to approve it. `text` is the file's.
std::string ApprovalLines(const std::string& text, const RulingParty& approved);

}  // namespace sigte
