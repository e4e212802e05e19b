// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/audit/entry_view.h"
#include "engine/audit/json_value.h"
#include "engine/audit/log_reader.h"
#include "engine/evaluate/program.h"

/// What was erased from a run that is replayed, and which differences come of
/// it: a rule over a group of records sees the erased ones no more.
namespace sigte {

struct ReplayErasures {
  std::vector<std::uint64_t> entries;   ///< of any run, ascending
  std::set<std::uint64_t> submissions;  ///< of the run, blanked in part
  // Records of the run, those of submissions that were erased whole included.
  std::uint64_t records = 0;
  std::map<std::string, std::uint64_t, std::less<>> of_group;

  bool HasEntry(std::uint64_t index) const;
};

/// Reads a log of `size` on from `first`, the first entry of the run `run` that
/// may be a record's. `gone`: the submissions of the run that were erased
/// whole.
ReplayErasures FindErasures(const audit::LogReader& reader, std::uint64_t size,
                            std::uint64_t run, std::uint64_t first,
                            const std::set<std::uint64_t>& gone);

/// The codes of the checks over a group about which two record entries differ,
/// in order.
std::vector<std::string> GroupChecksThatDiffer(const audit::JsonValue& before,
                                               const audit::JsonValue& after,
                                               const Program& program);

}  // namespace sigte
