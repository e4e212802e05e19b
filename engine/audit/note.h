// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/audit/key.h"

/// Signed notes (C2SP signed-note) and cosignatures (C2SP tlog-cosignature).
namespace sigte::audit {

struct NoteSignature {
  std::string name;
  std::uint32_t id = 0;
  std::string bytes;  ///< what follows the id
};

struct Note {
  std::string text;  ///< with its last line break
  std::vector<NoteSignature> signatures;
};

/// nullopt where `bytes` is no signed note to the letter: CRLF, a control
/// character, invalid UTF-8, no signature line, a line of another form.
std::optional<Note> ParseNote(std::string_view bytes);
std::string NoteText(const Note& note);

enum class SignatureState : std::uint8_t {
  kValid,
  kAbsent,   ///< nobody with that name and id signed
  kInvalid,  ///< somebody says to have; the signature is of something else
};

/// What `key` says of the note. All lines of that key must be right. For a
/// witness `*time` (may be null) is when it saw the log: seconds since 1970.
SignatureState CheckSignature(const Note& note, const VerifierKey& key,
                              std::uint64_t* time = nullptr);

/// Adds the log's signature.
void SignNote(const SignerKey& key, Note* note);
/// Adds a witness's cosignature, in place of an older one of the same key.
/// `time`: seconds since 1970.
void CosignNote(const SignerKey& key, std::uint64_t time, Note* note);

}  // namespace sigte::audit
