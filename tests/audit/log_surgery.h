// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>
#include <vector>

#include "tests/audit/log_fixture.h"

/// Tools to take a log apart and put it together wrongly.
namespace sigte::audit {

using Entries = std::vector<std::string>;

/// All entries of the log.
Entries EntriesOf(const TestFolder& folder);
/// The bytes of a bundle.
std::string BundleOf(const Entries& entries, std::size_t begin,
                     std::size_t end);
/// Writes bundle `index` of a log that has `entries`.
void PutBundle(const TestFolder& folder, const Entries& entries,
               std::size_t index);
/// Writes the hashes of `entries` into the tiles up to `levels` levels high.
void PutTiles(const TestFolder& folder, const Entries& entries,
              unsigned levels);
/// Swaps two files.
void Swap(const TestFolder& folder, std::string_view a, std::string_view b);
/// Writes the log anew from these entries, as the holder of `key` could, with
/// checkpoints at these sizes and the last one.
void Rewrite(const TestFolder& folder, const Entries& entries,
             const std::vector<std::size_t>& sizes, const SignerKey& key);
/// The checkpoint file with other lines, signed by `key`.
void PutCheckpoint(const TestFolder& folder, const Checkpoint& tree,
                   const SignerKey& key);
Checkpoint TreeOf(const TestFolder& folder);
/// `text` with the first `from` replaced by `to`; fails the test where there is
/// none.
std::string Replaced(std::string text, std::string_view from,
                     std::string_view to);

}  // namespace sigte::audit
