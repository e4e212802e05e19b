// SPDX-License-Identifier: MPL-2.0

// Building and running the automaton. Four stretches of a text run side by
// side, so that the processor need not wait for one table look-up before the
// next.

#include "engine/text/automaton.h"

#include <algorithm>

namespace sigte {
namespace {

constexpr std::size_t kMaxTable = std::size_t{1} << 25;
constexpr std::size_t kMaxNarrow = std::size_t{1} << 15;  // nodes
constexpr std::size_t kWorthLanes = 40;                   // bytes

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
void Automaton::FillRow(std::uint32_t node) {
  const std::size_t row = std::size_t{node} * width_;
  if (node != kRoot) {
    const std::size_t fail = std::size_t{nodes_[node].fail} * width_;
    std::copy_n(table_.begin() + static_cast<std::ptrdiff_t>(fail), width_,
                table_.begin() + static_cast<std::ptrdiff_t>(row));
  }
  for (std::uint32_t child = nodes_[node].first_child; child != kNone;
       child = nodes_[child].sibling) {
    Node& c = nodes_[child];
    const std::uint8_t symbol = symbols_[c.byte];
    c.fail = node == kRoot ? kRoot : table_[row + symbol] >> 1;
    const Node& fail = nodes_[c.fail];
    c.next_with_values = fail.value_count != 0 ? c.fail : fail.next_with_values;
    table_[row + symbol] = child << 1 | (Ends(child) ? 1 : 0);
  }
}

bool Automaton::Build() {
  std::uint8_t next = 1;
  for (std::uint8_t& symbol : symbols_) {
    if (symbol != 0) symbol = next++;
  }
  symbols_[static_cast<unsigned char>(' ')] = next;
  width_ = next + 1u;
  if (nodes_.size() * width_ > kMaxTable) return false;
  Renumber(BreadthFirst());
  PlaceValues();
  table_.assign(nodes_.size() * width_, 0);
  // The blank's column is inherited by every row from kRoot's.
  table_[next] = kWordStart << 1;
  for (std::uint32_t node = 0; node < nodes_.size(); ++node) FillRow(node);
  if (nodes_.size() <= kMaxNarrow) {
    narrow_table_.assign(table_.begin(), table_.end());
    table_ = {};
  }
  return true;
}

template <typename Entry>
class Automaton::Walk {
 public:
  Walk(const Automaton& automaton, const std::vector<Entry>& table,
       std::string_view bytes, std::vector<Occurrence>* found)
      : table_(table.data()),
        symbols_(automaton.symbols_),
        width_(automaton.width_),
        bytes_(bytes),
        found_(found) {}

  void Run() const {
    constexpr std::uint32_t start = kWordStart << 1;
    if (bytes_.size() < kWorthLanes) return RunLane(0, bytes_.size(), start);
    // Each stretch begins where a word does.
    std::size_t cuts[5] = {0, 0, 0, 0, bytes_.size()};
    for (std::size_t lane = 1; lane < 4; ++lane) {
      const std::size_t from =
          std::max(bytes_.size() / 4 * lane, cuts[lane - 1] + 1);
      cuts[lane] = std::min(bytes_.find(' ', from - 1), bytes_.size() - 1) + 1;
    }
    RunLanes(cuts, start);
  }

 private:
  std::uint32_t Next(std::uint32_t entry, std::size_t at) const {
    const auto byte = static_cast<unsigned char>(bytes_[at]);
    return table_[std::size_t{entry >> 1} * width_ + symbols_[byte]];
  }

  void Note(std::uint32_t entry, std::size_t at) const {
    found_->push_back({entry >> 1, static_cast<std::uint32_t>(at + 1), false});
  }

  void RunLane(std::size_t from, std::size_t to, std::uint32_t entry) const {
    for (std::size_t i = from; i < to; ++i) {
      entry = Next(entry, i);
      if ((entry & 1) != 0) [[unlikely]]
        Note(entry, i);
    }
  }

  void RunLanes(const std::size_t (&cuts)[5], std::uint32_t start) const {
    std::size_t common = cuts[1] - cuts[0];
    for (std::size_t lane = 1; lane < 4; ++lane) {
      common = std::min(common, cuts[lane + 1] - cuts[lane]);
    }
    std::uint32_t a = start, b = start, c = start, d = start;
    for (std::size_t i = 0; i < common; ++i) {
      a = Next(a, cuts[0] + i);
      b = Next(b, cuts[1] + i);
      c = Next(c, cuts[2] + i);
      d = Next(d, cuts[3] + i);
      if (((a | b | c | d) & 1) != 0) [[unlikely]] {
        if ((a & 1) != 0) Note(a, cuts[0] + i);
        if ((b & 1) != 0) Note(b, cuts[1] + i);
        if ((c & 1) != 0) Note(c, cuts[2] + i);
        if ((d & 1) != 0) Note(d, cuts[3] + i);
      }
    }
    RunLane(cuts[0] + common, cuts[1], a);
    RunLane(cuts[1] + common, cuts[2], b);
    RunLane(cuts[2] + common, cuts[3], c);
    RunLane(cuts[3] + common, cuts[4], d);
  }

  const Entry* table_;
  const std::uint8_t* symbols_;
  std::uint32_t width_;
  std::string_view bytes_;
  std::vector<Occurrence>* found_;
};

// Strings that begin where a soft part does: along the tree from kWordStart for
// as long as it goes, which is no longer than the longest string.
void Automaton::RunSoftParts(const FoldedText& text,
                             std::vector<Occurrence>* found) const {
  const std::string_view bytes = text.bytes();
  for (std::size_t p = 0; p < text.part_count(); ++p) {
    if ((text.part(p).gap & kSoftGap) == 0) continue;
    std::uint32_t node = kWordStart;
    for (std::size_t i = text.part(p).fold_begin; i < bytes.size(); ++i) {
      node = ChildOf(node, static_cast<std::uint8_t>(bytes[i]));
      if (node == kNone) break;
      if (nodes_[node].value_count != 0) {
        found->push_back({node, static_cast<std::uint32_t>(i + 1), true});
      }
    }
  }
}

void Automaton::Run(const FoldedText& text,
                    std::vector<Occurrence>* found) const {
  if (narrow_table_.empty()) {
    Walk(*this, table_, text.bytes(), found).Run();
  } else {
    Walk(*this, narrow_table_, text.bytes(), found).Run();
  }
  if (text.part_count() != text.word_count()) RunSoftParts(text, found);
}

}  // namespace sigte
