// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/audit/log_writer.h"
#include "engine/audit/private_store.h"

/// Forgetting a record or a whole submission: salts are overwritten, so that
/// commitments say nothing to anybody any more, and bytes in the stored
/// submissions are blanked. The log keeps its entries and still verifies.
namespace sigte::audit {

/// A stretch of a stored submission.
struct RawSpan {
  std::uint64_t run = 0;  ///< the stored run's first entry
  std::uint64_t submission = 0;
  std::uint64_t begin = 0;  ///< bytes
  std::uint64_t end = 0;
};

/// A submission of which nothing is to stay, its name included.
struct WholeSubmission {
  std::uint64_t run = 0;  ///< the stored run's first entry
  std::uint64_t submission = 0;
};

struct Erasure {
  std::vector<std::uint64_t> entries;  ///< whose salts go; ascending
  std::vector<RawSpan> spans;
  std::vector<WholeSubmission> names;
};

/// The record entries of stored runs that commit to this group and id, both as
/// written: found by their salts, so that erased ones are found no more.
std::vector<std::uint64_t> FindRecordEntries(const LogReader& reader,
                                             std::uint64_t size,
                                             const std::string& private_folder,
                                             std::string_view group,
                                             std::string_view id);

/// The entries of a submission of the run `run`: that it was received, and its
/// records. Empty where there is no such.
std::vector<std::uint64_t> FindSubmissionEntries(const LogReader& reader,
                                                 std::uint64_t size,
                                                 std::uint64_t run,
                                                 std::uint64_t submission);

/// Writes down what is to be done, does it, and logs it as an entry; whatever
/// of it a crash leaves undone is done by ResumeErasure. The caller holds the
/// log open. `time` as in RunFacts. False: `*why` says why.
bool Erase(const Erasure& erasure, const std::string& private_folder,
           const std::string& time, LogWriter* log, std::string* why);

/// Whether these are the bytes that stand for an erased stretch: `null`, where
/// it has room, else `0`, and blanks.
bool IsErased(std::string_view bytes);

/// Whether the bytes of a stored submission are those of one that was erased
/// whole, because a record had no bytes of its own in it.
bool IsErasedWhole(const std::string& path);

/// An erasure that was cut off and is yet to be completed; nullopt where there
/// is none, without entries where it cannot be read.
std::optional<Erasure> BegunErasure(const std::string& private_folder);

/// Completes an erasure that was cut off; nothing to do where there is none.
bool ResumeErasure(const std::string& private_folder, const std::string& time,
                   LogWriter* log, std::string* why);

}  // namespace sigte::audit
