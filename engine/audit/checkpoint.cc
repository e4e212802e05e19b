// SPDX-License-Identifier: MPL-2.0

#include "engine/audit/checkpoint.h"

#include "engine/audit/tile_path.h"

namespace sigte::audit {
namespace {

// Takes one line that is not empty off `*text`.
std::optional<std::string_view> TakeLine(std::string_view* text) {
  const std::size_t end = text->find('\n');
  if (end == text->npos || end == 0) return std::nullopt;
  const std::string_view line = text->substr(0, end);
  text->remove_prefix(end + 1);
  return line;
}

}  // namespace

std::string Checkpoint::Text() const {
  return origin + "\n" + std::to_string(size) + "\n" + Base64(BytesOf(root)) +
         "\n";
}

std::optional<Checkpoint> ParseCheckpoint(std::string_view text) {
  const auto origin = TakeLine(&text);
  const auto size = TakeLine(&text);
  const auto root = TakeLine(&text);
  if (!origin || !size || !root) return std::nullopt;
  while (!text.empty()) {
    if (!TakeLine(&text)) return std::nullopt;
  }
  const auto count = ReadSize(*size);
  const auto hash = HashOfBase64(*root);
  if (!count || !hash) return std::nullopt;
  return Checkpoint{std::string(*origin), *count, *hash};
}

std::optional<SignedCheckpoint> ReadCheckpoint(std::string_view bytes) {
  auto note = ParseNote(bytes);
  if (!note) return std::nullopt;
  auto tree = ParseCheckpoint(note->text);
  if (!tree) return std::nullopt;
  return SignedCheckpoint{std::move(*tree), std::move(*note)};
}

CheckpointFault FaultOf(const SignedCheckpoint& checkpoint,
                        const VerifierKey& key) {
  if (checkpoint.tree.origin != key.name) return CheckpointFault::kOtherLog;
  switch (CheckSignature(checkpoint.note, key)) {
    case SignatureState::kValid: return CheckpointFault::kNone;
    case SignatureState::kAbsent: return CheckpointFault::kUnsigned;
    case SignatureState::kInvalid: return CheckpointFault::kBadSignature;
  }
  return CheckpointFault::kUnsigned;
}

}  // namespace sigte::audit
