// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>
#include <string_view>

#include "engine/base/json_writer.h"
#include "engine/report/remarks.h"

/// Results of a SARIF run (SARIF 2.1.0 section 3.27).
namespace sigte {

/// `{"uri": …}`, relative to the folder of the run where the file lies in it.
void WriteArtifactLocation(std::string_view file, const FormatOptions& options,
                           JsonWriter* json);

/// The members of a result behind `ruleId` and `ruleIndex`, without brackets;
/// begins with a comma.
std::string ResultMembers(const Remark& remark, const RemarkContext& context);

}  // namespace sigte
