// SPDX-License-Identifier: MPL-2.0

#include "engine/audit/note.h"

#include <algorithm>
#include <cstring>

#include "engine/audit/format.h"
#include "engine/base/utf8.h"

namespace sigte::audit {
namespace {

constexpr std::string_view kDash = "\xE2\x80\x94 ";  // U+2014 and a blank
constexpr std::size_t kMaxSignatures = 100;
constexpr std::size_t kTimeBytes = 8;

bool HasControls(std::string_view text) {
  return std::ranges::any_of(text, [](char c) {
    return static_cast<unsigned char>(c) < 0x20 && c != '\n';
  });
}

template <typename Number>
std::string BigEndian(Number value) {
  std::string bytes(sizeof(Number), '\0');
  for (std::size_t i = bytes.size(); i-- > 0; value >>= 8U) {
    bytes[i] = static_cast<char>(value & 0xFFU);
  }
  return bytes;
}

std::uint64_t ReadBigEndian(std::string_view bytes) {
  std::uint64_t value = 0;
  for (const char c : bytes) value = value << 8U | static_cast<std::uint8_t>(c);
  return value;
}

std::optional<NoteSignature> ReadLine(std::string_view line) {
  if (!line.starts_with(kDash)) return std::nullopt;
  line.remove_prefix(kDash.size());
  const std::size_t blank = line.find(' ');
  if (blank == line.npos) return std::nullopt;
  NoteSignature signature;
  signature.name = line.substr(0, blank);
  const auto bytes = Unbase64(line.substr(blank + 1));
  if (!IsKeyName(signature.name) || !bytes || bytes->size() < 5) {
    return std::nullopt;
  }
  signature.id = static_cast<std::uint32_t>(
      ReadBigEndian(std::string_view(*bytes).substr(0, 4)));
  signature.bytes = bytes->substr(4);
  return signature;
}

std::string CosignedMessage(std::string_view text, std::uint64_t time) {
  return "cosignature/v1\ntime " + std::to_string(time) + "\n" +
         std::string(text);
}

bool IsValid(const Note& note, const NoteSignature& by, const VerifierKey& key,
             std::uint64_t* time) {
  const bool witness = key.kind == KeyKind::kWitness;
  const std::size_t head = witness ? kTimeBytes : 0;
  Signature signature;
  if (by.bytes.size() != head + signature.size()) return false;
  std::memcpy(signature.data(), by.bytes.data() + head, signature.size());
  if (!witness) return IsSignature(signature, note.text, key.key);
  const std::uint64_t at =
      ReadBigEndian(std::string_view(by.bytes).substr(0, kTimeBytes));
  if (time != nullptr) *time = at;
  return at >> 63U == 0 &&
         IsSignature(signature, CosignedMessage(note.text, at), key.key);
}

}  // namespace

std::optional<Note> ParseNote(std::string_view bytes) {
  if (bytes.size() > kMaxNote || HasControls(bytes) ||
      FindInvalidUtf8(bytes) != bytes.npos) {
    return std::nullopt;
  }
  const std::size_t split = bytes.rfind("\n\n");
  if (split == bytes.npos) return std::nullopt;
  Note note;
  note.text = bytes.substr(0, split + 1);
  std::string_view lines = bytes.substr(split + 2);
  if (lines.empty() || lines.back() != '\n') return std::nullopt;
  while (!lines.empty()) {
    const std::size_t end = lines.find('\n');
    auto signature = ReadLine(lines.substr(0, end));
    if (!signature || note.signatures.size() == kMaxSignatures) {
      return std::nullopt;
    }
    note.signatures.push_back(std::move(*signature));
    lines.remove_prefix(end + 1);
  }
  return note;
}

std::string NoteText(const Note& note) {
  std::string text = note.text + "\n";
  for (const NoteSignature& by : note.signatures) {
    text += std::string(kDash) + by.name + " " +
            Base64(BigEndian(by.id) + by.bytes) + "\n";
  }
  return text;
}

SignatureState CheckSignature(const Note& note, const VerifierKey& key,
                              std::uint64_t* time) {
  SignatureState state = SignatureState::kAbsent;
  const std::uint32_t id = key.Id();
  for (const NoteSignature& by : note.signatures) {
    if (by.name != key.name || by.id != id) continue;
    if (!IsValid(note, by, key, time)) return SignatureState::kInvalid;
    state = SignatureState::kValid;
  }
  return state;
}

void SignNote(const SignerKey& key, Note* note) {
  const Signature signature = key.Sign(note->text);
  note->signatures.push_back(
      {key.verifier().name, key.verifier().Id(),
       std::string(reinterpret_cast<const char*>(signature.data()),
                   signature.size())});
}

void CosignNote(const SignerKey& key, std::uint64_t time, Note* note) {
  const std::uint32_t id = key.verifier().Id();
  std::erase_if(note->signatures, [&](const NoteSignature& by) {
    return by.name == key.verifier().name && by.id == id;
  });
  const Signature signature = key.Sign(CosignedMessage(note->text, time));
  note->signatures.push_back(
      {key.verifier().name, id,
       BigEndian(time) +
           std::string(reinterpret_cast<const char*>(signature.data()),
                       signature.size())});
}

}  // namespace sigte::audit
