// SPDX-License-Identifier: MPL-2.0

#include "engine/evaluate/text_sieve.h"

#include <algorithm>
#include <utility>

#include "engine/base/byte_block.h"

namespace sigte {
namespace {

constexpr unsigned kMostBits = 64;
constexpr std::size_t kMostBytes = 1 << 14;  // of all parts

// Both cases of ASCII and of Latin-1 in UTF-8 become one byte. So do others,
// which lets through a little more than need be.
constexpr unsigned char FoldByte(unsigned char c) {
  const bool is_large = (c >= 'A' && c <= 'Z') || (c >= 0x80 && c < 0xA0);
  return is_large ? static_cast<unsigned char>(c | 0x20) : c;
}

// The Kelvin and Angstrom signs and the long s, which a pattern without case
// takes for letters of Latin-1: a text with one of them is asked everything.
constexpr std::array<std::string_view, 3> kOddLetters = {"\u212A", "\u212B",
                                                         "\u017F"};

// A trie, and what becomes of it: states by number, the root first.
struct Trie {
  struct Node {
    std::vector<std::uint32_t> next;  // by column; 0: none
    std::uint32_t fallback = 0;
    std::uint64_t ended = 0;
  };
  explicit Trie(std::size_t columns) : nodes(1) {
    nodes[0].next.resize(columns);
  }

  std::uint32_t Add(std::uint32_t node, std::uint8_t column) {
    if (nodes[node].next[column] == 0) {
      nodes[node].next[column] = static_cast<std::uint32_t>(nodes.size());
      nodes.emplace_back().next.resize(nodes[0].next.size());
    }
    return nodes[node].next[column];
  }

  // Gives every node a way on for every column; breadth first, so that what is
  // fallen back to is done already.
  void Complete() {
    std::vector<std::uint32_t> queue = {0};
    for (std::size_t i = 0; i < queue.size(); ++i) {
      Node& node = nodes[queue[i]];
      node.ended |= nodes[node.fallback].ended;
      for (std::size_t c = 0; c < node.next.size(); ++c) {
        const std::uint32_t fallback =
            queue[i] == 0 ? 0 : nodes[node.fallback].next[c];
        if (node.next[c] == 0) {
          node.next[c] = fallback;
        } else {
          nodes[node.next[c]].fallback = fallback;
          queue.push_back(node.next[c]);
        }
      }
    }
  }

  std::vector<Node> nodes;
};

}  // namespace

TextSieve::Question TextSieve::AddString(std::string_view part) {
  return Add({0, {{std::string(part.substr(0, kLongestPart))}}});
}

TextSieve::Question TextSieve::AddPattern(std::string_view pattern) {
  return Add(NeedsOf(pattern));
}

// A second set is worth its bit only as long as no question may lack a first.
TextSieve::Question TextSieve::Add(RegexNeeds from) {
  Needs& needs = needs_.emplace_back();
  needs.digits = from.digits;
  for (std::vector<std::string>& set : from.any_of) {
    if (needs.parts != 0 && bits_used_ >= kMostBits / 2) break;
    needs.parts |= AddSet(std::move(set));
  }
  return static_cast<Question>(needs_.size() - 1);
}

// Its bit; none where there is no room for it, or nothing to be said.
std::uint64_t TextSieve::AddSet(std::vector<std::string> any_of) {
  std::size_t bytes = part_bytes_;
  for (const std::string& part : any_of) bytes += part.size();
  const bool is_any = std::ranges::any_of(any_of, &std::string::empty);
  if (is_any || bytes > kMostBytes || bits_used_ == kMostBits) return 0;
  part_bytes_ = bytes;
  const std::uint64_t bit = std::uint64_t{1} << bits_used_++;
  for (std::string& part : any_of) {
    std::ranges::transform(part, part.begin(), FoldByte);
    parts_.push_back({std::move(part), bit});
  }
  return bit;
}

// Of several texts the next is asked mostly after the one before.
TextSieve::Seen& TextSieve::SeenIn(std::string_view text) {
  for (std::size_t i = 0; i < seen_.size(); ++i, ++last_) {
    if (last_ >= seen_.size()) last_ = 0;
    const std::string_view known = seen_[last_].text;
    if (known.data() == text.data() && known.size() == text.size()) {
      return seen_[last_];
    }
  }
  last_ = seen_.size();
  return seen_.emplace_back(Seen{text, {}, {}});
}

bool TextSieve::HasDigits(const Needs& needs, Seen* seen) {
  if (needs.digits == 0) return true;
  if (!seen->digits) seen->digits = CountDigits(seen->text);
  return *seen->digits >= needs.digits;
}

bool TextSieve::HasPart(const Needs& needs, Seen* seen) {
  if (needs.parts == 0) return true;
  if (!seen->parts) {
    if (!is_built_) Build();
    seen->parts = PartsIn(seen->text);
  }
  return (*seen->parts & needs.parts) == needs.parts;
}

// Bytes that are in no part share a column.
void TextSieve::NumberBytes() {
  std::array<std::uint8_t, 256> column{};
  for (const Part& part : parts_) {
    for (const char c : part.text) {
      std::uint8_t& known = column[static_cast<unsigned char>(c)];
      if (known == 0) known = static_cast<std::uint8_t>(columns_++);
    }
  }
  for (unsigned c = 0; c < column_of_.size(); ++c) {
    column_of_[c] = column[FoldByte(static_cast<unsigned char>(c))];
  }
}

void TextSieve::Build() {
  is_built_ = true;
  for (const std::string_view letter : kOddLetters) {
    std::string folded(letter);
    std::ranges::transform(folded, folded.begin(), FoldByte);
    parts_.push_back({std::move(folded), ~std::uint64_t{0}});
  }
  NumberBytes();
  Trie trie(columns_);
  for (const Part& part : parts_) {
    std::uint32_t node = 0;
    for (const char c : part.text) {
      node = trie.Add(node, column_of_[static_cast<unsigned char>(c)]);
    }
    trie.nodes[node].ended |= part.bits;
  }
  trie.Complete();
  parts_ = {};
  std::vector<std::uint32_t> row(trie.nodes.size());
  std::uint32_t rows = 0;
  const auto place = [&](bool ending) {
    for (std::size_t node = 0; node < row.size(); ++node) {
      if ((trie.nodes[node].ended != 0) != ending) continue;
      row[node] = rows++ * columns_;
      if (ending) ended_.push_back(trie.nodes[node].ended);
    }
  };
  place(false);
  first_ending_ = rows * columns_;
  place(true);
  next_.resize(row.size() * columns_);
  for (std::size_t node = 0; node < row.size(); ++node) {
    for (std::size_t c = 0; c < columns_; ++c) {
      next_[row[node] + c] = row[trie.nodes[node].next[c]];
    }
  }
}

std::uint64_t TextSieve::PartsIn(std::string_view text) const {
  std::uint64_t found = 0;
  std::uint32_t row = 0;
  for (const char c : text) {
    row = next_[row + column_of_[static_cast<unsigned char>(c)]];
    if (row >= first_ending_) found |= ended_[(row - first_ending_) / columns_];
  }
  return found;
}

}  // namespace sigte
