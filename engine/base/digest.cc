// SPDX-License-Identifier: MPL-2.0

// The only place that knows the library behind the digests.
#include "engine/base/digest.h"

#include <sodium.h>

#include <array>

namespace sigte {

std::string Sha256Hex(std::string_view bytes) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> digest;
  crypto_hash_sha256(digest.data(),
                     reinterpret_cast<const unsigned char*>(bytes.data()),
                     bytes.size());
  // One more for the zero that sodium_bin2hex puts at the end.
  std::string hex(2 * digest.size() + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), digest.data(), digest.size());
  hex.pop_back();
  return hex;
}

}  // namespace sigte
