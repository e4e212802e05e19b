// SPDX-License-Identifier: MPL-2.0

#include "engine/evaluate/key_digest.h"

#include "gtest/gtest.h"

namespace sigte {
namespace {

// The first vectors of the reference implementation (vectors_sip128): the key
// 00 … 0f over the empty text and over one byte 00.
TEST(KeyDigest, IsSipHashWithItsReferenceVectors) {
  const std::array<std::uint64_t, 2> key = {0x0706050403020100,
                                            0x0f0e0d0c0b0a0908};
  EXPECT_EQ(SipHash128("", key),
            (KeyDigest{0xe6a825ba047f81a3, 0x930255c71472f66d}));
  EXPECT_EQ(SipHash128(std::string_view("\0", 1), key),
            (KeyDigest{0x44af996bd8c187da, 0x45fc229b11597634}));
}

TEST(KeyDigest, IsTheSameForTheSameBytesOnly) {
  EXPECT_EQ(DigestOfKey("a key"), DigestOfKey("a key"));
  EXPECT_NE(DigestOfKey("a key"), DigestOfKey("a kez"));
  EXPECT_NE(DigestOfKey(""), DigestOfKey(std::string_view("\0", 1)));
}

}  // namespace
}  // namespace sigte
