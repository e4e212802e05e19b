// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

/// Hashes, signatures, randomness and encodings, all by libsodium; nothing here
/// is cryptography of our own.
namespace sigte::audit {

using Hash = std::array<std::uint8_t, 32>;       ///< SHA-256
using Salt = std::array<std::uint8_t, 32>;       ///< a key of HMAC-SHA256
using Seed = std::array<std::uint8_t, 32>;       ///< an Ed25519 private key
using PublicKey = std::array<std::uint8_t, 32>;  ///< Ed25519
using Signature = std::array<std::uint8_t, 64>;  ///< Ed25519 (RFC 8032)

/// All zero bytes: no salt, or one that was erased.
inline constexpr Salt kNoSalt{};

std::string_view BytesOf(const std::array<std::uint8_t, 32>& bytes);

Hash Sha256(std::string_view first, std::string_view second = {},
            std::string_view third = {});

/// SHA-256 piece by piece; small enough to be kept by the thousand.
class Sha256Stream {
 public:
  Sha256Stream();
  ~Sha256Stream();
  Sha256Stream(Sha256Stream&&) noexcept;
  Sha256Stream& operator=(Sha256Stream&&) noexcept;
  void Add(std::string_view bytes);
  /// Once.
  Hash Finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// HMAC-SHA256 (RFC 2104), all at once or piece by piece.
Hash Hmac(const Salt& salt, std::string_view message);

class HmacStream {
 public:
  explicit HmacStream(const Salt& salt);
  ~HmacStream();
  HmacStream(HmacStream&&) noexcept;
  HmacStream& operator=(HmacStream&&) noexcept;
  void Add(std::string_view bytes);
  /// Once.
  Hash Finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// From the system's generator; never all zero.
Salt RandomSalt();
Seed RandomSeed();
PublicKey PublicKeyOf(const Seed& seed);
Signature Sign(const Seed& seed, std::string_view message);
bool IsSignature(const Signature& signature, std::string_view message,
                 const PublicKey& key);
/// Overwrites a secret so that it is really gone from memory.
void Wipe(void* bytes, std::size_t size);

std::string Hex(std::string_view bytes);
std::string Hex(const Hash& hash);
/// Lower-case hex of exactly 32 bytes.
std::optional<Hash> HashOfHex(std::string_view hex);

/// RFC 4648 section 4, with padding.
std::string Base64(std::string_view bytes);
/// Strict: no blanks, no missing padding, no bits left over.
std::optional<std::string> Unbase64(std::string_view text);
std::optional<Hash> HashOfBase64(std::string_view text);

}  // namespace sigte::audit
