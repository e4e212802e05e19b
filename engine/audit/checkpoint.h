// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/audit/note.h"

/// What a log says of itself (C2SP tlog-checkpoint): so many entries, this
/// root.
namespace sigte::audit {

struct Checkpoint {
  std::string origin;  ///< the log's name
  std::uint64_t size = 0;
  Hash root{};

  /// The note's text: three lines. We write no extension lines.
  std::string Text() const;
  friend bool operator==(const Checkpoint&, const Checkpoint&) = default;
};

/// Reads a note's text; extension lines are let pass.
std::optional<Checkpoint> ParseCheckpoint(std::string_view text);

/// A checkpoint with the note that carries it.
struct SignedCheckpoint {
  Checkpoint tree;
  Note note;
};

/// nullopt where `bytes` is no note with a checkpoint in it. Checks no
/// signature.
std::optional<SignedCheckpoint> ReadCheckpoint(std::string_view bytes);

/// What is wrong with a checkpoint as `key`'s; kNone: nothing.
enum class CheckpointFault : std::uint8_t {
  kNone,
  kOtherLog,      ///< its origin is not the key's name
  kUnsigned,      ///< no signature by the key
  kBadSignature,  ///< one that is not right
};
CheckpointFault FaultOf(const SignedCheckpoint& checkpoint,
                        const VerifierKey& key);

}  // namespace sigte::audit
