// SPDX-License-Identifier: MPL-2.0

#include "engine/evaluate/key_digest.h"

#include "gtest/gtest.h"

namespace sigte {
namespace {

constexpr std::array<std::uint64_t, 2> kKey = {0x0706050403020100,
                                               0x0f0e0d0c0b0a0908};

// Vectors of the reference implementation (vectors_sip128): the key 00 … 0f
// over no byte, over 00, and over 00 … 0e.
TEST(KeyDigest, IsSipHashWithItsReferenceVectors) {
  EXPECT_EQ(SipHasher(kKey).Finish(),
            (KeyDigest{0xe6a825ba047f81a3, 0x930255c71472f66d}));
  EXPECT_EQ(SipHasher(kKey).Finish(std::string_view("\0", 1)),
            (KeyDigest{0x44af996bd8c187da, 0x45fc229b11597634}));
  SipHasher hasher(kKey);
  hasher.Absorb(0x0706050403020100);
  EXPECT_EQ(hasher.Finish("\x08\x09\x0a\x0b\x0c\x0d\x0e"),
            (KeyDigest{0x11a8b03399e99354, 0xd9c3cf970fec087e}));
}

TEST(KeyDigest, IsTheSameForTheSameWordsOnly) {
  const auto digest = [](std::string_view text) {
    SipHasher hasher = KeyHasher();
    hasher.AbsorbText(text);
    return hasher.Finish();
  };
  EXPECT_EQ(digest("a key of words"), digest("a key of words"));
  EXPECT_NE(digest("a key of words"), digest("a key of wordt"));
  EXPECT_NE(digest("a key"), digest("a kez"));
  EXPECT_NE(digest(""), digest(std::string_view("\0", 1)));
}

TEST(KeyDigest, TakesATextAsItsBytesInWords) {
  SipHasher text(kKey);
  text.AbsorbText("12345678abc");
  SipHasher words(kKey);
  words.Absorb(0x3837363534333231);
  words.Absorb(0x636261);
  EXPECT_EQ(text.Finish(), words.Finish());
}

}  // namespace
}  // namespace sigte
