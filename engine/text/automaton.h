// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/text/folding.h"
#include "engine/text/sieve.h"

/// Finds thousands of strings in one pass: the machine of Aho and Corasick
/// (1975), made deterministic, over the bytes that the strings use.
namespace sigte {

/// An end of at least one string. `node` asks the automaton for which.
struct Occurrence {
  std::uint32_t node = 0;
  std::uint32_t fold_end = 0;  ///< one past its last byte in the folded text
  bool only_own = false;       ///< see Automaton::ForEach
};

class Automaton {
 public:
  /// `anchored` strings are found where a part of a word begins, the others
  /// anywhere in a word. `text` is not empty and holds no blank.
  void Add(std::string_view text, bool anchored, std::uint32_t value);

  /// Whether the table takes at most 32 million places.
  [[nodiscard]] bool Fits() const;

  /// To be called once, after all Add, where it Fits.
  void Build();

  /// Appends every occurrence in these parts of `text`, which are whole words,
  /// in no particular order. Linear in the text; does not allocate when `found`
  /// has room.
  void Run(const FoldedText& text, PartRun parts,
           std::vector<Occurrence>* found) const;

  /// Calls visit(value, length) for every string that ends there.
  template <typename Visit>
  void ForEach(const Occurrence& occurrence, const Visit& visit) const {
    std::uint32_t n = occurrence.node;
    while (n != kNone) {
      const Node& node = nodes_[n];
      const std::uint32_t depth = node.depth;
      const std::uint32_t* value = values_.data() + node.first_value;
      const std::uint32_t* const end = value + node.value_count;
      for (; value != end; ++value) visit(*value, depth);
      if (occurrence.only_own) break;
      n = node.next_with_values;
    }
  }

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  static constexpr std::uint32_t kRoot = 0;       // anywhere in a word
  static constexpr std::uint32_t kWordStart = 1;  // where a part begins

  struct Node {
    std::uint32_t first_child = kNone;
    std::uint32_t sibling = kNone;
    std::uint32_t fail = kRoot;
    std::uint32_t first_value = 0;
    std::uint32_t value_count = 0;
    std::uint32_t next_with_values = kNone;  // the next shorter end
    std::uint32_t depth = 0;                 // bytes from its root
    std::uint8_t byte = 0;
    bool anchored = false;
  };
  struct Added {
    std::uint32_t node;
    std::uint32_t value;
  };

  std::uint32_t ChildOf(std::uint32_t node, std::uint8_t byte) const;
  std::uint32_t AddChild(std::uint32_t node, std::uint8_t byte);
  std::vector<std::uint32_t> BreadthFirst() const;
  void Renumber(const std::vector<std::uint32_t>& order);
  void PlaceValues();
  std::size_t CountSymbols() const;
  template <typename Entry>
  void FillTable(std::vector<Entry>* table);
  template <typename Entry>
  void FillRow(std::uint32_t node, std::vector<Entry>* table);
  bool Ends(std::uint32_t node) const {
    return nodes_[node].value_count != 0 ||
           nodes_[node].next_with_values != kNone;
  }

  /// Over a table of 16-bit or 32-bit entries.
  template <typename Entry>
  void RunWords(const std::vector<Entry>& table, std::string_view bytes,
                std::uint32_t begin, std::vector<Occurrence>* found) const;
  void RunSoftPart(std::string_view bytes, std::uint32_t begin,
                   std::vector<Occurrence>* found) const;

  std::vector<Node> nodes_ = {Node{}, Node{}};
  std::vector<Added> added_;           // until Build
  std::vector<std::uint32_t> values_;  // those of one node together
  std::uint8_t symbols_[256] = {};     // 0: in no string; the last: the blank
  std::uint32_t width_ = 0;            // symbols
  // Row n, symbol s → (the next node << 1) | whether strings end there. The
  // narrow one holds the same where that fits: half as much to keep at hand.
  std::vector<std::uint32_t> table_;
  std::vector<std::uint16_t> narrow_table_;
  Sieve sieve_;
};

}  // namespace sigte
