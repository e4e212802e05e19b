// SPDX-License-Identifier: MPL-2.0

// The fast walk, the fault finder and simdjson's own parser must agree on which
// texts are JSON. Where our bounds are stricter, the fault's code says so.
#include <simdjson.h>

#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/read/json_fault.h"
#include "engine/read/json_reader.h"
#include "gtest/gtest.h"

namespace sigte {
namespace {

constexpr int kRounds = 40000;

const std::vector<std::string>& Seeds() {
  static const std::vector<std::string> kSeeds = {
      R"({"id": "i-1", "title": "Café \u00e6 \ud83d\ude00", "amount": 12})",
      R"([1, -0.5e+3, 0, true, false, null, "", {}, [], "a\\\"b"])",
      R"({"a": {"b": [[1, 2], {"c": "\n\t"}]}, "d": 1e-7, "€": "æøå"})",
      R"(  "just text"  )",
      "-12.75",
      R"({"k1":1,"k2":[{"k1":2},{"k1":3}],"k3":"x/\/y"})",
      "[[[[[[1]]]]]]",
  };
  return kSeeds;
}

/// One to three random edits that like JSON's own characters.
std::string Mutate(std::string text, std::mt19937* random) {
  static const std::vector<std::string> kPieces = {
      "{",        "}",    "[",       "]",       ",",       ":",
      "\"",       "\\",   "\\u",     "0",       "1",       ".",
      "e",        "-",    "+",       "t",       " ",       "\n",
      "\t",       "\x01", "\xFF",    "\xC3",    "æ",       "\\n",
      "null",     "true", "\\ud800", "\\udc00", "\"a\":1", "\xEF\xBB\xBF",
      "\xE2\x82", "/",    "\x7F",    "01",      "\f",      "\xC2\xA0"};
  const auto below = [random](std::size_t n) {
    return std::uniform_int_distribution<std::size_t>(0, n - 1)(*random);
  };
  for (std::size_t n = 1 + below(3); n > 0; --n) {
    const std::size_t at = below(text.size() + 1);
    switch (below(3)) {
      case 0: text.insert(at, kPieces[below(kPieces.size())]); break;
      case 1: text.erase(at, 1 + below(3)); break;
      default:
        text.replace(std::min(at, text.size()), 1,
                     kPieces[below(kPieces.size())]);
    }
  }
  return text;
}

bool SimdjsonReads(std::string_view text) {
  static simdjson::dom::parser parser;
  return parser.parse(simdjson::padded_string(text)).error() ==
         simdjson::SUCCESS;
}

/// What simdjson lets pass or refuses for reasons of its own.
bool IsOurOwnRule(const JsonFault& fault) {
  const std::string_view code = CodeOf(fault.message.name());
  return code == "D114" || code == "D115";
}

TEST(Json, IsTheSameForTheFastWalkTheFaultFinderAndSimdjson) {
  std::mt19937 random(2019);
  JsonReader reader;
  Document document;
  std::set<std::string_view> met;
  int valid = 0;
  for (int round = 0; round < kRounds; ++round) {
    const std::string text = Mutate(
        Seeds()[static_cast<std::size_t>(round) % Seeds().size()], &random);
    const PaddedText padded(text);
    IssueList issues;
    const bool read =
        reader.Read(padded.text(), nullptr, 0, &document, &issues);
    const auto fault = FindJsonFault(text);
    ASSERT_EQ(read, !fault.has_value()) << text;
    // simdjson refuses floating-point numbers beyond double and knows no BOM.
    const bool theirs = SimdjsonReads(text);
    if (read && !theirs) {
      EXPECT_NE(text.find('e'), std::string::npos) << text;
    }
    if (!read && theirs && !text.starts_with("\xEF\xBB\xBF")) {
      EXPECT_TRUE(IsOurOwnRule(*fault)) << text << fault->message.name();
    }
    if (fault) {
      EXPECT_LE(fault->span.begin, fault->span.end);
      EXPECT_LE(fault->span.end, text.size()) << text;
      met.insert(fault->message.name());
    }
    valid += read ? 1 : 0;
  }
  EXPECT_GT(valid, kRounds / 20);
  EXPECT_GE(met.size(), 17u);  // the edits reach nearly every fault there is
}

/// Checks what every document must be: subtrees within each other, spans too.
void CheckNode(const Document& d, NodeIndex i) {
  const Node& node = d[i];
  ASSERT_LT(node.begin, node.end);
  ASSERT_LE(node.end, d.text().size());
  ASSERT_LE(node.next, d.nodes().size());
  std::uint32_t children = 0;
  std::uint32_t last_end = node.begin;
  NodeIndex at = i + 1;
  for (; at < node.next; at = d[at].next) {
    ASSERT_GT(d[at].begin, last_end);
    ASSERT_LT(d[at].end, node.end);
    last_end = d[at].end - 1;
    ++children;
    CheckNode(d, at);
  }
  ASSERT_EQ(at, node.next);
  ASSERT_EQ(children,
            node.kind == NodeKind::kObject ? 2 * node.count : node.count);
}

TEST(Json, GivesNodesThatLieWithinEachOther) {
  std::mt19937 random(1);
  JsonReader reader;
  Document document;
  for (int round = 0; round < kRounds / 4; ++round) {
    const PaddedText text(Mutate(
        Seeds()[static_cast<std::size_t>(round) % Seeds().size()], &random));
    IssueList issues;
    if (reader.Read(text.text(), nullptr, 0, &document, &issues)) {
      CheckNode(document, Document::kRoot);
    }
  }
}

}  // namespace
}  // namespace sigte
