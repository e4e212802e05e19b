// SPDX-License-Identifier: MPL-2.0

#include "engine/audit/merkle.h"

#include <bit>
#include <cstring>

namespace sigte::audit {
namespace {

constexpr std::string_view kLeaf("\x00", 1);
constexpr std::string_view kNode("\x01", 1);

// The largest power of two smaller than `n`, which is 2 at least.
std::uint64_t Split(std::uint64_t n) { return std::bit_floor(n - 1); }

}  // namespace

Hash LeafHash(std::string_view entry) { return Sha256(kLeaf, entry); }

Hash NodeHash(const Hash& left, const Hash& right) {
  return Sha256(kNode, BytesOf(left), BytesOf(right));
}

Hash EmptyRoot() { return Sha256({}); }

Hash TreeHash(std::string_view hashes) {
  Frontier frontier;
  for (; hashes.size() >= sizeof(Hash); hashes.remove_prefix(sizeof(Hash))) {
    Hash hash;
    std::memcpy(hash.data(), hashes.data(), hash.size());
    frontier.Add(hash);
  }
  return frontier.Root();
}

// As many subtrees of equal size are joined as the size has trailing ones.
void Frontier::Add(const Hash& leaf) {
  Hash hash = leaf;
  for (std::uint64_t n = size_; (n & 1U) != 0; n >>= 1U) {
    hash = NodeHash(roots_.back(), hash);
    roots_.pop_back();
  }
  roots_.push_back(hash);
  ++size_;
}

Hash Frontier::Root() const {
  if (roots_.empty()) return EmptyRoot();
  Hash hash = roots_.back();
  for (std::size_t i = roots_.size() - 1; i-- > 0;) {
    hash = NodeHash(roots_[i], hash);
  }
  return hash;
}

std::optional<Hash> RangeRoot(std::uint64_t begin, std::uint64_t end,
                              const SubtreeHash& subtree) {
  const std::uint64_t size = end - begin;
  if (std::has_single_bit(size)) {
    const auto height = static_cast<unsigned>(std::countr_zero(size));
    if (begin % size == 0) return subtree(height, begin >> height);
  }
  const std::uint64_t middle = begin + Split(size);
  const auto left = RangeRoot(begin, middle, subtree);
  const auto right = RangeRoot(middle, end, subtree);
  if (!left || !right) return std::nullopt;
  return NodeHash(*left, *right);
}

std::optional<std::vector<Hash>> InclusionPath(std::uint64_t index,
                                               std::uint64_t size,
                                               const SubtreeHash& subtree) {
  std::vector<Hash> path;
  std::uint64_t begin = 0;
  std::uint64_t end = size;
  while (end - begin > 1) {
    const std::uint64_t middle = begin + Split(end - begin);
    const bool left = index < middle;
    const auto sibling = left ? RangeRoot(middle, end, subtree)
                              : RangeRoot(begin, middle, subtree);
    if (!sibling) return std::nullopt;
    path.insert(path.begin(), *sibling);
    (left ? end : begin) = middle;
  }
  return path;
}

std::optional<Hash> RootOfPath(const Hash& leaf, std::uint64_t index,
                               std::uint64_t size,
                               const std::vector<Hash>& path) {
  if (index >= size) return std::nullopt;
  std::uint64_t n = index;
  std::uint64_t last = size - 1;
  Hash hash = leaf;
  for (const Hash& sibling : path) {
    if (last == 0) return std::nullopt;
    if ((n & 1U) != 0 || n == last) {
      hash = NodeHash(sibling, hash);
      while ((n & 1U) == 0 && n != 0) {
        n >>= 1U;
        last >>= 1U;
      }
    } else {
      hash = NodeHash(hash, sibling);
    }
    n >>= 1U;
    last >>= 1U;
  }
  if (last != 0) return std::nullopt;
  return hash;
}

}  // namespace sigte::audit
