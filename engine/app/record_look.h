// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>

#include "engine/record/document.h"
#include "engine/record/layout.h"

/// What JSON is by the names of its members, where a record or a submission is
/// expected. Says nothing of whether it is valid.
namespace sigte {

enum class RecordLook : std::uint8_t {
  kRecord,      ///< or nothing that is known here
  kSubmission,  ///< a whole file of records, with their list
  kDecision,    ///< what this program wrote of a record
};

/// What stands at `node`, where a record should.
RecordLook LookOfRecord(const Document& document, NodeIndex node,
                        const Layout& layout);

/// Whether `document` is a record and no submission that lost its list: it has
/// a field that only records have, and nothing that may hold others.
bool IsRecordAlone(const Document& document, const Layout& layout);

/// Whether `document` is what this program writes of a whole run.
bool IsOwnReport(const Document& document, const Layout& layout);

}  // namespace sigte
