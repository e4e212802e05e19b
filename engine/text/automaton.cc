// SPDX-License-Identifier: MPL-2.0

// Building and running the automaton.

#include "engine/text/automaton.h"

#include <algorithm>

namespace sigte {
namespace {

constexpr std::size_t kMaxTable = std::size_t{1} << 25;
constexpr std::size_t kMaxNarrow = std::size_t{1} << 15;  // nodes

}  // namespace

std::uint32_t Automaton::ChildOf(std::uint32_t node, std::uint8_t byte) const {
  std::uint32_t child = nodes_[node].first_child;
  while (child != kNone && nodes_[child].byte != byte) {
    child = nodes_[child].sibling;
  }
  return child;
}

std::uint32_t Automaton::AddChild(std::uint32_t node, std::uint8_t byte) {
  const auto child = static_cast<std::uint32_t>(nodes_.size());
  Node added;
  added.sibling = nodes_[node].first_child;
  added.depth = nodes_[node].depth + 1;
  added.byte = byte;
  added.anchored = nodes_[node].anchored || node == kWordStart;
  nodes_.push_back(added);
  nodes_[node].first_child = child;
  return child;
}

void Automaton::Add(std::string_view text, bool anchored, std::uint32_t value) {
  std::uint32_t node = anchored ? kWordStart : kRoot;
  for (const char c : text) {
    const auto byte = static_cast<std::uint8_t>(c);
    symbols_[byte] = 1;
    const std::uint32_t child = ChildOf(node, byte);
    node = child != kNone ? child : AddChild(node, byte);
  }
  added_.push_back({node, value});
  sieve_.Add(text, anchored);
}

// Nodes that texts visit often are shallow; in breadth-first order their rows
// lie together. A node's fail node is shallower or, for an anchored one of the
// same depth, in the tree of kRoot, which goes first.
std::vector<std::uint32_t> Automaton::BreadthFirst() const {
  std::vector<std::uint32_t> order = {kRoot, kWordStart};
  order.reserve(nodes_.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    for (std::uint32_t child = nodes_[order[i]].first_child; child != kNone;
         child = nodes_[child].sibling) {
      order.push_back(child);
    }
  }
  std::ranges::stable_sort(
      order.begin() + 2, order.end(), {}, [this](std::uint32_t n) {
        return 2 * nodes_[n].depth + (nodes_[n].anchored ? 1 : 0);
      });
  return order;
}

void Automaton::Renumber(const std::vector<std::uint32_t>& order) {
  std::vector<std::uint32_t> number(order.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) number[order[i]] = i;
  std::vector<Node> nodes(order.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    Node node = nodes_[order[i]];
    if (node.first_child != kNone) node.first_child = number[node.first_child];
    if (node.sibling != kNone) node.sibling = number[node.sibling];
    nodes[i] = node;
  }
  nodes_ = std::move(nodes);
  for (Added& added : added_) added.node = number[added.node];
}

void Automaton::PlaceValues() {
  std::ranges::stable_sort(added_, {}, &Added::node);
  for (const auto& [node, value] : added_) {
    Node& at = nodes_[node];
    if (at.value_count++ == 0) {
      at.first_value = static_cast<std::uint32_t>(values_.size());
    }
    values_.push_back(value);
  }
  added_ = {};
}

// The fail node's row is complete, and its children know their fail nodes.
template <typename Entry>
void Automaton::FillRow(std::uint32_t node, std::vector<Entry>* table) {
  Entry* const row = table->data() + std::size_t{node} * width_;
  if (node != kRoot) {
    std::copy_n(table->data() + std::size_t{nodes_[node].fail} * width_, width_,
                row);
  }
  for (std::uint32_t child = nodes_[node].first_child; child != kNone;
       child = nodes_[child].sibling) {
    Node& c = nodes_[child];
    const std::uint8_t symbol = symbols_[c.byte];
    c.fail = node == kRoot ? kRoot : row[symbol] >> 1;
    const Node& fail = nodes_[c.fail];
    c.next_with_values = fail.value_count != 0 ? c.fail : fail.next_with_values;
    row[symbol] = static_cast<Entry>(child << 1 | (Ends(child) ? 1 : 0));
  }
}

template <typename Entry>
void Automaton::FillTable(std::vector<Entry>* table) {
  table->resize(nodes_.size() * width_);
  // The blank's column is inherited by every row from kRoot's.
  (*table)[width_ - 1] = kWordStart << 1;
  for (std::uint32_t node = 0; node < nodes_.size(); ++node) {
    FillRow(node, table);
  }
}

// With the blank, and one for all bytes that are in no string.
std::size_t Automaton::CountSymbols() const {
  const auto in_use = std::ranges::count_if(
      symbols_, [](std::uint8_t symbol) { return symbol != 0; });
  return static_cast<std::size_t>(in_use) + 2;
}

bool Automaton::Fits() const {
  return nodes_.size() * CountSymbols() <= kMaxTable;
}

void Automaton::Build() {
  width_ = static_cast<std::uint32_t>(CountSymbols());
  std::uint8_t next = 1;
  for (std::uint8_t& symbol : symbols_) {
    if (symbol != 0) symbol = next++;
  }
  symbols_[static_cast<unsigned char>(' ')] = next;
  Renumber(BreadthFirst());
  PlaceValues();
  if (nodes_.size() <= kMaxNarrow) {
    FillTable(&narrow_table_);
  } else {
    FillTable(&table_);
  }
}

// `bytes` end where the parts that are looked at do.
template <typename Entry>
void Automaton::RunWords(const std::vector<Entry>& table,
                         std::string_view bytes, std::uint32_t begin,
                         std::vector<Occurrence>* found) const {
  std::uint32_t entry = kWordStart << 1;
  for (std::size_t i = begin; i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    entry = table[std::size_t{entry >> 1} * width_ + symbols_[byte]];
    if ((entry & 1) != 0) [[unlikely]] {
      found->push_back({entry >> 1, static_cast<std::uint32_t>(i + 1), false});
    }
  }
}

// Strings that begin where a soft part does: along the tree from kWordStart for
// as long as it goes, which is no longer than the longest string.
void Automaton::RunSoftPart(std::string_view bytes, std::uint32_t begin,
                            std::vector<Occurrence>* found) const {
  std::uint32_t node = kWordStart;
  for (std::size_t i = begin; i < bytes.size(); ++i) {
    node = ChildOf(node, static_cast<std::uint8_t>(bytes[i]));
    if (node == kNone) break;
    if (nodes_[node].value_count != 0) {
      found->push_back({node, static_cast<std::uint32_t>(i + 1), true});
    }
  }
}

void Automaton::Run(const FoldedText& text, PartRun parts,
                    std::vector<Occurrence>* found) const {
  if (!sieve_.MayHold(text, parts)) return;
  const std::string_view bytes =
      text.bytes().substr(0, text.part(parts.last).fold_end);
  const std::uint32_t begin = text.part(parts.first).fold_begin;
  if (narrow_table_.empty()) {
    RunWords(table_, bytes, begin, found);
  } else {
    RunWords(narrow_table_, bytes, begin, found);
  }
  for (std::uint32_t p = parts.first + 1; p <= parts.last; ++p) {
    if ((text.part(p).gap & kSoftGap) == 0) continue;
    RunSoftPart(bytes, text.part(p).fold_begin, found);
  }
}

}  // namespace sigte
