// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/audit/crypto.h"

/// Keys of signed notes (C2SP signed-note), as text the way Go's
/// golang.org/x/mod/sumdb/note writes them.
namespace sigte::audit {

enum class KeyKind : std::uint8_t {
  kLog = 0x01,      ///< Ed25519 over the note's text
  kWitness = 0x04,  ///< timestamped cosignature (C2SP tlog-cosignature)
};

/// Names have no blanks and no '+', and are not empty.
bool IsKeyName(std::string_view name);

/// Who signs, and how it is checked.
struct VerifierKey {
  std::string name;
  KeyKind kind = KeyKind::kLog;
  PublicKey key{};

  /// The first four bytes of SHA-256(name || 0x0A || kind || key).
  std::uint32_t Id() const;
  /// "<name>+<id in hex>+<base64 of kind and key>"
  std::string Text() const;
  friend bool operator==(const VerifierKey&, const VerifierKey&) = default;
};

/// Reads VerifierKey::Text(); blanks around it are let go. nullopt where it is
/// none, or its id is another key's.
std::optional<VerifierKey> ParseVerifierKey(std::string_view text);

/// A private key. Wiped when it goes.
class SignerKey {
 public:
  static SignerKey Make(std::string name, KeyKind kind);
  /// Reads Text().
  static std::optional<SignerKey> Parse(std::string_view text);

  SignerKey(const SignerKey&) = delete;
  SignerKey& operator=(const SignerKey&) = delete;
  SignerKey(SignerKey&& other) noexcept;
  SignerKey& operator=(SignerKey&&) = delete;
  ~SignerKey();

  const VerifierKey& verifier() const { return verifier_; }
  Signature Sign(std::string_view message) const;
  /// "PRIVATE+KEY+<name>+<id in hex>+<base64 of kind and seed>"
  std::string Text() const;

 private:
  SignerKey(std::string name, KeyKind kind, const Seed& seed);

  VerifierKey verifier_;
  Seed seed_;
};

}  // namespace sigte::audit
