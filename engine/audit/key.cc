// SPDX-License-Identifier: MPL-2.0

#include "engine/audit/key.h"

#include <fmt/format.h>

#include <cstring>
#include <utility>

#include "engine/base/utf8.h"

namespace sigte::audit {
namespace {

constexpr std::string_view kPrivate = "PRIVATE+KEY+";

// Unicode's White_Space beyond ASCII.
bool IsWideBlank(char32_t c) {
  return c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
         c == 0x202F || c == 0x205F || c == 0x3000;
}

std::string_view Trim(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) + 1 - begin);
}

struct Parts {
  std::string name;
  std::string_view id;
  KeyKind kind;
  std::array<std::uint8_t, 32> bytes;
};

// "<name>+<id>+<base64>": base64 may hold a '+' of its own, so only the first
// two part.
std::optional<Parts> Take(std::string_view text) {
  const std::size_t first = text.find('+');
  const std::size_t second =
      first == text.npos ? first : text.find('+', first + 1);
  if (second == text.npos) return std::nullopt;
  const auto raw = Unbase64(text.substr(second + 1));
  if (!raw || raw->size() != 33) return std::nullopt;
  Parts parts;
  parts.name = text.substr(0, first);
  parts.id = text.substr(first + 1, second - first - 1);
  parts.kind = static_cast<KeyKind>(raw->front());
  if (parts.kind != KeyKind::kLog && parts.kind != KeyKind::kWitness) {
    return std::nullopt;
  }
  std::memcpy(parts.bytes.data(), raw->data() + 1, parts.bytes.size());
  if (!IsKeyName(parts.name)) return std::nullopt;
  return parts;
}

std::string IdText(const VerifierKey& key) {
  return fmt::format("{:08x}", key.Id());
}

std::string Encoded(KeyKind kind, const std::array<std::uint8_t, 32>& bytes) {
  std::string raw(1, static_cast<char>(kind));
  raw += BytesOf(bytes);
  std::string text = Base64(raw);
  Wipe(raw.data(), raw.size());
  return text;
}

}  // namespace

bool IsKeyName(std::string_view name) {
  if (name.empty() || FindInvalidUtf8(name) != name.npos) return false;
  for (std::size_t at = 0; at < name.size();) {
    const char32_t c = NextCodePoint(name, &at);
    if (c <= 0x20 || c == 0x7F || c == U'+' || IsWideBlank(c)) return false;
  }
  return true;
}

std::uint32_t VerifierKey::Id() const {
  const std::string head = name + "\n" + static_cast<char>(kind);
  const Hash hash = Sha256(head, BytesOf(key));
  std::uint32_t id = 0;
  for (std::size_t i = 0; i < 4; ++i) id = id << 8U | hash[i];
  return id;
}

std::string VerifierKey::Text() const {
  return name + "+" + IdText(*this) + "+" + Encoded(kind, key);
}

std::optional<VerifierKey> ParseVerifierKey(std::string_view text) {
  const auto parts = Take(Trim(text));
  if (!parts) return std::nullopt;
  VerifierKey key{parts->name, parts->kind, parts->bytes};
  if (IdText(key) != parts->id) return std::nullopt;
  return key;
}

SignerKey::SignerKey(std::string name, KeyKind kind, const Seed& seed)
    : verifier_{std::move(name), kind, PublicKeyOf(seed)}, seed_(seed) {}

SignerKey::SignerKey(SignerKey&& other) noexcept
    : verifier_(std::move(other.verifier_)), seed_(other.seed_) {
  Wipe(other.seed_.data(), other.seed_.size());
}

SignerKey::~SignerKey() { Wipe(seed_.data(), seed_.size()); }

SignerKey SignerKey::Make(std::string name, KeyKind kind) {
  Seed seed = RandomSeed();
  SignerKey key(std::move(name), kind, seed);
  Wipe(seed.data(), seed.size());
  return key;
}

std::optional<SignerKey> SignerKey::Parse(std::string_view text) {
  text = Trim(text);
  if (!text.starts_with(kPrivate)) return std::nullopt;
  auto parts = Take(text.substr(kPrivate.size()));
  if (!parts) return std::nullopt;
  SignerKey key(parts->name, parts->kind, parts->bytes);
  Wipe(parts->bytes.data(), parts->bytes.size());
  if (IdText(key.verifier_) != parts->id) return std::nullopt;
  return key;
}

Signature SignerKey::Sign(std::string_view message) const {
  return audit::Sign(seed_, message);
}

std::string SignerKey::Text() const {
  return std::string(kPrivate) + verifier_.name + "+" + IdText(verifier_) +
         "+" + Encoded(verifier_.kind, seed_);
}

}  // namespace sigte::audit
