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
#include "engine/audit/private_store.h"
#include "engine/evaluate/program.h"

/// What was erased from a run that is replayed, and which differences come of
/// it: a rule over a group of records sees the erased ones no more.
namespace sigte {

struct ReplayErasures {
  std::vector<std::uint64_t> entries;  ///< of any run, ascending
  std::set<std::uint64_t>
      submissions;                ///< of the run, blanked at least in part
  std::set<std::uint64_t> whole;  ///< of the run, erased as submissions
  // Records of the run, those of submissions that were erased whole included.
  std::uint64_t records = 0;
  std::map<std::string, std::uint64_t, std::less<>> of_group;

  bool HasEntry(std::uint64_t index) const;
};

/// Reads a log of `size` on from the run `run`. `begun`: the entries of an
/// erasure that is yet to be completed. Records are not yet counted.
ReplayErasures FindErasures(const audit::LogReader& reader, std::uint64_t size,
                            std::uint64_t run,
                            std::vector<std::uint64_t> begun);

/// Counts the erased records. `first`: the first entry of the run that may be a
/// record's; `gone`: the submissions of the run of which no bytes are left.
void CountErasedRecords(const audit::LogReader& reader, std::uint64_t size,
                        std::uint64_t first,
                        const std::set<std::uint64_t>& gone,
                        ReplayErasures* erasures);

/// Entries of a run whose commitments cannot be opened, though no erasure says
/// why.
struct LostSalts {
  std::uint64_t count = 0;
  std::uint64_t first = 0;  ///< the first of them
};
/// `stored`: what is kept of the run `run`; null: nothing is.
LostSalts FindLostSalts(const audit::LogReader& reader, std::uint64_t size,
                        std::uint64_t run, const ReplayErasures& erasures,
                        const audit::StoredRun* stored);

/// The codes of the checks over a group about which two record entries differ,
/// in order.
std::vector<std::string> GroupChecksThatDiffer(const audit::JsonValue& before,
                                               const audit::JsonValue& after,
                                               const Program& program);

}  // namespace sigte
