// SPDX-License-Identifier: MPL-2.0

// The tree, its tiles' names, keys and notes: known answers, and the tree
// against the RFC's recursive definition.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "engine/audit/checkpoint.h"
#include "engine/audit/merkle.h"
#include "engine/audit/tile_builder.h"
#include "engine/audit/tile_path.h"
#include "tests/audit/log_fixture.h"

namespace sigte::audit {
namespace {

// RFC 6962, 2.1, word for word.
Hash SlowRoot(const std::vector<Hash>& leaves, std::size_t begin,
              std::size_t end) {
  if (begin == end) return EmptyRoot();
  if (end - begin == 1) return leaves[begin];
  std::size_t k = 1;
  while (2 * k < end - begin) k *= 2;
  return NodeHash(SlowRoot(leaves, begin, begin + k),
                  SlowRoot(leaves, begin + k, end));
}

std::vector<Hash> Leaves(std::size_t count) {
  std::vector<Hash> leaves;
  for (std::size_t i = 0; i < count; ++i) {
    leaves.push_back(LeafHash("entry " + std::to_string(i)));
  }
  return leaves;
}

// The roots that the test vectors of certificate-transparency logs give for
// these eight leaves.
TEST(Merkle, GivesTheKnownRoots) {
  const std::vector<std::string> entries = {
      "",
      std::string(1, '\0'),
      "\x10",
      "\x20\x21",
      "\x30\x31",
      "\x40\x41\x42\x43",
      "\x50\x51\x52\x53\x54\x55\x56\x57",
      "\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f"};
  const std::vector<std::string> roots = {
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
      "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
      "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
      "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
      "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
      "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
      "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};
  EXPECT_EQ(Hex(EmptyRoot()),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  Frontier frontier;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    frontier.Add(LeafHash(entries[i]));
    EXPECT_EQ(Hex(frontier.Root()), roots[i]) << i + 1;
  }
}

TEST(Merkle, ProvesEachLeafOfEachTreeAndNoOther) {
  const std::vector<Hash> leaves = Leaves(70);
  const auto subtree = [&](unsigned height,
                           std::uint64_t n) -> std::optional<Hash> {
    const std::size_t size = std::size_t{1} << height;
    return SlowRoot(leaves, n * size, (n + 1) * size);
  };
  Frontier frontier;
  for (std::uint64_t size = 1; size <= leaves.size(); ++size) {
    frontier.Add(leaves[size - 1]);
    const Hash root = SlowRoot(leaves, 0, size);
    ASSERT_EQ(frontier.Root(), root) << size;
    for (std::uint64_t index = 0; index < size; ++index) {
      auto path = *InclusionPath(index, size, subtree);
      ASSERT_EQ(RootOfPath(leaves[index], index, size, path), root);
      const std::uint64_t wrong = (index + 1) % size;
      if (wrong != index) {
        EXPECT_NE(RootOfPath(leaves[index], wrong, size, path), root);
      }
      path.push_back(leaves[0]);
      EXPECT_EQ(RootOfPath(leaves[index], index, size, path), std::nullopt);
    }
  }
}

TEST(TilePath, IsThatOfTheSpecification) {
  EXPECT_EQ(TilePath({0, 1234067, 256}), "tile/0/x001/x234/067");
  EXPECT_EQ(TilePath({1, 0, 17}), "tile/1/000.p/17");
  EXPECT_EQ(TilePath({kEntriesLevel, 999, 1}), "tile/entries/999.p/1");
  EXPECT_EQ(TilePath({kEntriesLevel, 1000, 256}), "tile/entries/x001/000");
  for (const std::uint64_t index : {0ULL, 999ULL, 1000ULL, 123456789ULL}) {
    for (const std::size_t width : {1UL, 255UL, 256UL}) {
      const TileName name{2, index, width};
      EXPECT_EQ(ParseTilePath(TilePath(name)), name);
    }
  }
  for (const char* path :
       {"tile/0/000.p/0", "tile/0/000.p/256", "tile/0/000.p/01", "tile/8/000",
        "tile/00/000", "tile/0/1", "tile/0/x000/001", "tile/0/000/001",
        "tile/0/", "tile/0", "tiles/0/000", "tile/0/000.tmp", "tile/0/000.p/",
        "tile/0/x999/x999/x999/x999/x999/x999/x999/999"}) {
    EXPECT_EQ(ParseTilePath(path), std::nullopt) << path;
  }
}

// The specification's own example: what a log of 70,000 entries consists of.
TEST(TileBuilder, MakesTheTilesOfTheSpecification) {
  std::map<unsigned, std::vector<std::size_t>> widths;
  TileBuilder tiles([&](const TileName& name, std::string_view hashes) {
    EXPECT_EQ(hashes.size(), name.width * sizeof(Hash));
    EXPECT_EQ(name.index, widths[name.level].size());
    widths[name.level].push_back(name.width);
    return true;
  });
  for (int i = 0; i < 70'000; ++i) tiles.Add(Hash{});
  tiles.EmitPartial();
  EXPECT_EQ(widths.size(), 3u);
  EXPECT_EQ(widths[0].size(), 274u);
  EXPECT_EQ(widths[0].back(), 112u);
  EXPECT_EQ(widths[1], (std::vector<std::size_t>{256, 17}));
  EXPECT_EQ(widths[2], std::vector<std::size_t>{1});
}

TEST(Key, IsReadAsItIsWritten) {
  const SignerKey key = TestKey();
  const std::string text = key.verifier().Text();
  EXPECT_EQ(ParseVerifierKey(text), key.verifier());
  EXPECT_EQ(ParseVerifierKey(text + "\n"), key.verifier());
  EXPECT_EQ(SignerKey::Parse(key.Text())->verifier(), key.verifier());
  EXPECT_EQ(SignerKey::Parse(text).has_value(), false);
  EXPECT_EQ(ParseVerifierKey(key.Text()).has_value(), false);
  std::string other = text;
  other.back() = other.back() == 'A' ? 'B' : 'A';
  EXPECT_EQ(ParseVerifierKey(other).has_value(), false);
  EXPECT_EQ(ParseVerifierKey("x" + text).has_value(), false);
  EXPECT_FALSE(IsKeyName(""));
  EXPECT_FALSE(IsKeyName("a b"));
  EXPECT_FALSE(IsKeyName("a+b"));
  EXPECT_FALSE(
      IsKeyName("a\xC2\xA0"
                "b"));
  EXPECT_TRUE(IsKeyName("sigte.example/log"));
}

// The specification's example cosignature, made by somebody else; its key is
// not given there, so only the form is.
constexpr const char* kForeign =
    "example.com/behind-the-sofa\n"
    "20852163\n"
    "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"
    "\n"
    "\xE2\x80\x94 example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/"
    "5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n"
    "\xE2\x80\x94 witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/"
    "zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+"
    "mbIUBkBIfZ+qnA==\n";

TEST(Note, IsReadToTheLetter) {
  const auto foreign = ReadCheckpoint(kForeign);
  ASSERT_TRUE(foreign.has_value());
  EXPECT_EQ(foreign->tree.origin, "example.com/behind-the-sofa");
  EXPECT_EQ(foreign->tree.size, 20852163u);
  EXPECT_EQ(foreign->note.signatures.size(), 2u);
  EXPECT_EQ(NoteText(foreign->note), kForeign);
  const std::string good = kForeign;
  const auto broken = [&](std::string_view from, std::string_view to) {
    std::string text = good;
    for (auto at = text.find(from); at != text.npos;
         at = text.find(from, at + to.size())) {
      text.replace(at, from.size(), to);
    }
    return ReadCheckpoint(text).has_value();
  };
  EXPECT_FALSE(broken("\n", "\r\n"));
  EXPECT_FALSE(broken("20852163", "020852163"));
  EXPECT_FALSE(broken("20852163", "-1"));
  EXPECT_FALSE(broken("CsUY", "CsU"));
  EXPECT_FALSE(broken("\xE2\x80\x94 ", "- "));
  EXPECT_FALSE(broken("Az3g", "Az3"));
  EXPECT_FALSE(broken("\xE2\x80\x94 example.com", "\xE2\x80\x94  example"));
  EXPECT_FALSE(ReadCheckpoint(good.substr(0, good.size() - 1)).has_value());
  EXPECT_FALSE(ReadCheckpoint(good.substr(0, good.find("\xE2"))).has_value());
  EXPECT_FALSE(ReadCheckpoint("").has_value());
}

TEST(Note, IsValidOnlyForTheKeyAndTheTextThatWereSigned) {
  const SignerKey key = TestKey();
  Note note{Checkpoint{"sigte.example/log", 0, EmptyRoot()}.Text(), {}};
  SignNote(key, &note);
  EXPECT_EQ(CheckSignature(note, key.verifier()), SignatureState::kValid);
  EXPECT_EQ(CheckSignature(note, OtherKey().verifier()),
            SignatureState::kAbsent);
  Note other = note;
  other.text[0] = 'S';
  EXPECT_EQ(CheckSignature(other, key.verifier()), SignatureState::kInvalid);
  other = note;
  other.signatures[0].bytes[9] ^= 1;
  EXPECT_EQ(CheckSignature(other, key.verifier()), SignatureState::kInvalid);
  // One right line does not make up for a wrong one of the same key.
  other.signatures.push_back(note.signatures[0]);
  EXPECT_EQ(CheckSignature(other, key.verifier()), SignatureState::kInvalid);
}

TEST(Note, IsCosignedWithTheTime) {
  const SignerKey witness = WitnessKey("ministry.example/w1");
  Note note{Checkpoint{"sigte.example/log", 0, EmptyRoot()}.Text(), {}};
  CosignNote(witness, 1'700'000'000, &note);
  CosignNote(witness, 1'700'000'001, &note);
  EXPECT_EQ(note.signatures.size(), 1u);
  std::uint64_t time = 0;
  EXPECT_EQ(CheckSignature(note, witness.verifier(), &time),
            SignatureState::kValid);
  EXPECT_EQ(time, 1'700'000'001u);
  note.signatures[0].bytes[7] ^= 1;  // another time
  EXPECT_EQ(CheckSignature(note, witness.verifier()), SignatureState::kInvalid);
}

}  // namespace
}  // namespace sigte::audit
