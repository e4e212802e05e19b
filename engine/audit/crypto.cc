// SPDX-License-Identifier: MPL-2.0

#include "engine/audit/crypto.h"

#include <sodium.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>

#include "engine/base/ascii.h"

namespace sigte::audit {
namespace {

const unsigned char* Data(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

// libsodium must be started before it gives random numbers; without them
// nothing may go on.
void Start() {
  if (sodium_init() < 0) std::abort();
}

// 32 bytes that are asked for one at a time would be a system call each.
class RandomPool {
 public:
  RandomPool() { Start(); }
  ~RandomPool() { sodium_memzero(bytes_.data(), bytes_.size()); }
  void Take(std::array<std::uint8_t, 32>* to) {
    if (next_ == bytes_.size()) {
      randombytes_buf(bytes_.data(), bytes_.size());
      next_ = 0;
    }
    std::memcpy(to->data(), bytes_.data() + next_, to->size());
    sodium_memzero(bytes_.data() + next_, to->size());
    next_ += to->size();
  }

 private:
  std::array<std::uint8_t, 32UL * 256> bytes_{};
  std::size_t next_ = bytes_.size();
};

}  // namespace

std::string_view BytesOf(const std::array<std::uint8_t, 32>& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

Hash Sha256(std::string_view first, std::string_view second,
            std::string_view third) {
  crypto_hash_sha256_state state;
  crypto_hash_sha256_init(&state);
  for (const std::string_view part : {first, second, third}) {
    crypto_hash_sha256_update(&state, Data(part), part.size());
  }
  Hash hash;
  crypto_hash_sha256_final(&state, hash.data());
  return hash;
}

struct Sha256Stream::State {
  crypto_hash_sha256_state sha;
};

Sha256Stream::Sha256Stream() : state_(std::make_unique<State>()) {
  crypto_hash_sha256_init(&state_->sha);
}

Sha256Stream::~Sha256Stream() = default;
Sha256Stream::Sha256Stream(Sha256Stream&&) noexcept = default;
Sha256Stream& Sha256Stream::operator=(Sha256Stream&&) noexcept = default;

void Sha256Stream::Add(std::string_view bytes) {
  crypto_hash_sha256_update(&state_->sha, Data(bytes), bytes.size());
}

Hash Sha256Stream::Finish() {
  Hash hash;
  crypto_hash_sha256_final(&state_->sha, hash.data());
  return hash;
}

Hash Hmac(const Salt& salt, std::string_view message) {
  HmacStream stream(salt);
  stream.Add(message);
  return stream.Finish();
}

struct HmacStream::State {
  crypto_auth_hmacsha256_state hmac;
};

HmacStream::HmacStream(const Salt& salt) : state_(std::make_unique<State>()) {
  crypto_auth_hmacsha256_init(&state_->hmac, salt.data(), salt.size());
}

HmacStream::~HmacStream() {
  if (state_) sodium_memzero(state_.get(), sizeof(State));
}

HmacStream::HmacStream(HmacStream&&) noexcept = default;
HmacStream& HmacStream::operator=(HmacStream&&) noexcept = default;

void HmacStream::Add(std::string_view bytes) {
  crypto_auth_hmacsha256_update(&state_->hmac, Data(bytes), bytes.size());
}

Hash HmacStream::Finish() {
  Hash hash;
  crypto_auth_hmacsha256_final(&state_->hmac, hash.data());
  return hash;
}

Salt RandomSalt() {
  static thread_local RandomPool pool;
  Salt salt;
  do {
    pool.Take(&salt);
  } while (salt == kNoSalt);
  return salt;
}

Seed RandomSeed() {
  Start();
  Seed seed;
  randombytes_buf(seed.data(), seed.size());
  return seed;
}

PublicKey PublicKeyOf(const Seed& seed) {
  PublicKey key;
  std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret;
  crypto_sign_seed_keypair(key.data(), secret.data(), seed.data());
  sodium_memzero(secret.data(), secret.size());
  return key;
}

Signature Sign(const Seed& seed, std::string_view message) {
  PublicKey key;
  std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret;
  crypto_sign_seed_keypair(key.data(), secret.data(), seed.data());
  Signature signature;
  crypto_sign_detached(signature.data(), nullptr, Data(message), message.size(),
                       secret.data());
  sodium_memzero(secret.data(), secret.size());
  return signature;
}

bool IsSignature(const Signature& signature, std::string_view message,
                 const PublicKey& key) {
  return crypto_sign_verify_detached(signature.data(), Data(message),
                                     message.size(), key.data()) == 0;
}

void Wipe(void* bytes, std::size_t size) { sodium_memzero(bytes, size); }

std::string Hex(std::string_view bytes) {
  std::string hex(2 * bytes.size() + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), Data(bytes), bytes.size());
  hex.pop_back();
  return hex;
}

std::string Hex(const Hash& hash) { return Hex(BytesOf(hash)); }

std::optional<Hash> HashOfHex(std::string_view hex) {
  Hash hash;
  const bool lower = std::ranges::all_of(
      hex, [](char c) { return IsDigit(c) || (c >= 'a' && c <= 'f'); });
  if (!lower || hex.size() != 2 * hash.size()) return std::nullopt;
  std::size_t size = 0;
  if (sodium_hex2bin(hash.data(), hash.size(), hex.data(), hex.size(), nullptr,
                     &size, nullptr) != 0) {
    return std::nullopt;
  }
  return hash;
}

std::string Base64(std::string_view bytes) {
  constexpr int kVariant = sodium_base64_VARIANT_ORIGINAL;
  std::string text(sodium_base64_encoded_len(bytes.size(), kVariant), '\0');
  sodium_bin2base64(text.data(), text.size(), Data(bytes), bytes.size(),
                    kVariant);
  text.pop_back();
  return text;
}

std::optional<std::string> Unbase64(std::string_view text) {
  std::string bytes(text.size(), '\0');
  std::size_t size = 0;
  const char* end = nullptr;
  if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()),
                        bytes.size(), text.data(), text.size(), nullptr, &size,
                        &end, sodium_base64_VARIANT_ORIGINAL) != 0 ||
      end != text.data() + text.size()) {
    return std::nullopt;
  }
  bytes.resize(size);
  return bytes;
}

std::optional<Hash> HashOfBase64(std::string_view text) {
  const auto bytes = Unbase64(text);
  Hash hash;
  if (!bytes || bytes->size() != hash.size()) return std::nullopt;
  std::memcpy(hash.data(), bytes->data(), hash.size());
  return hash;
}

}  // namespace sigte::audit
