// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string_view>

#include "engine/audit/entry_view.h"

/// The form of each type of entry by itself: which members it has, and what may
/// stand in them (FORMAT.md, Entries).
namespace sigte::audit {

/// Whether there is such a type.
bool IsEntryType(std::string_view type);

/// Whether `entry`, canonical and of a type that there is, has the members of
/// its type and no others, each with what may stand in it, and none that
/// contradicts another. Receipts are worked out anew as a whole and have no
/// form here: true.
bool HasForm(std::string_view type, const EntryView& entry);

}  // namespace sigte::audit
