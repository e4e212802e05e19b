// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/audit/checkpoint.h"
#include "engine/audit/json_value.h"
#include "engine/audit/log_reader.h"

/// Receipts: a C2SP tlog-proof that carries its entry, so that whoever holds
/// one needs neither the log nor us.
namespace sigte::audit {

struct Receipt {
  std::string entry;  ///< the entry's bytes; from the proof's extra line
  /// Salts that open commitments of submissions named in the entry: by
  /// submission, in hex. They are for the submitter and nobody else.
  JsonValue::Members salts;
  std::uint64_t index = 0;
  std::vector<Hash> path;
  std::string checkpoint;  ///< as signed
};

/// "c2sp.org/tlog-proof@v1", extra, index, path, checkpoint.
std::string ReceiptText(const Receipt& receipt);
/// nullopt where `text` is no tlog-proof or has no entry of ours in it.
std::optional<Receipt> ParseReceipt(std::string_view text);

/// Proves the entry `index` under the log's newest checkpoint; nullopt where
/// the log's files do not allow it.
std::optional<Receipt> MakeReceipt(const LogReader& reader,
                                   std::uint64_t index);

enum class ReceiptFault : std::uint8_t {
  kNone,
  kNoCheckpoint,  ///< what stands there is no checkpoint
  kUnsigned,      ///< or not one that the key signed
  kNotIncluded,   ///< the path does not lead to the checkpoint's root
};
/// Checks a receipt by itself. `*tree` (may be null): what it is proved under.
ReceiptFault CheckReceipt(const Receipt& receipt, const VerifierKey& key,
                          SignedCheckpoint* tree);

/// The newest receipt entry of `group` in a log of `size` entries; nullopt
/// where there is none.
std::optional<std::uint64_t> FindReceipt(const LogReader& reader,
                                         std::uint64_t size,
                                         std::string_view group);

}  // namespace sigte::audit
