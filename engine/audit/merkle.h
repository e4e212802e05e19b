// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/audit/crypto.h"

/// The Merkle tree of RFC 6962, section 2.1 (RFC 9162 words the same tree).
namespace sigte::audit {

Hash LeafHash(std::string_view entry);               // 0x00 || entry
Hash NodeHash(const Hash& left, const Hash& right);  // 0x01 || l || r
/// The root of `hashes` (32 bytes each, any number but none) as a tree.
Hash TreeHash(std::string_view hashes);
/// What an empty tree has: SHA-256 of nothing.
Hash EmptyRoot();

/// A tree that only grows, as the roots of its perfect subtrees: a few hundred
/// bytes whatever its size.
class Frontier {
 public:
  void Add(const Hash& leaf);
  std::uint64_t size() const { return size_; }
  Hash Root() const;

 private:
  std::uint64_t size_ = 0;
  std::vector<Hash> roots_;  // of perfect subtrees, largest first
};

/// Gives the root of the perfect subtree of 2^height leaves that begins at leaf
/// n * 2^height; nullopt where it cannot be read.
using SubtreeHash =
    std::function<std::optional<Hash>(unsigned height, std::uint64_t n)>;

/// The root over the leaves [begin, end) of a tree; end > begin.
std::optional<Hash> RangeRoot(std::uint64_t begin, std::uint64_t end,
                              const SubtreeHash& subtree);

/// The audit path of leaf `index` in the tree of `size` leaves, from its
/// sibling up (RFC 6962, 2.1.1). index < size.
std::optional<std::vector<Hash>> InclusionPath(std::uint64_t index,
                                               std::uint64_t size,
                                               const SubtreeHash& subtree);

/// The root that the path leads to (RFC 9162, 2.1.3.2); nullopt where it has
/// not as many hashes as that place in that tree needs.
std::optional<Hash> RootOfPath(const Hash& leaf, std::uint64_t index,
                               std::uint64_t size,
                               const std::vector<Hash>& path);

}  // namespace sigte::audit
