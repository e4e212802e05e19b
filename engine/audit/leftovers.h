// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/audit/file_ops.h"

/// What a writer that was cut off left behind its last checkpoint.
namespace sigte::audit {

struct Leftovers {
  std::uint64_t entries = 0;       ///< beyond the checkpoint
  std::vector<std::string> files;  ///< relative to the log; sorted

  bool empty() const { return files.empty(); }
};

/// Tiles and bundles that a log of `size` entries cannot have yet, and
/// temporary files.
Leftovers FindLeftovers(const std::string& folder, std::uint64_t size);

/// Removes them; false with errno where one cannot be.
bool RemoveLeftovers(const std::string& folder, const Leftovers& leftovers,
                     FileOps* ops);

}  // namespace sigte::audit
