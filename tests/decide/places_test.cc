// SPDX-License-Identifier: MPL-2.0

#include "engine/decide/places.h"

#include <algorithm>
#include <random>
#include <string>
#include <string_view>

#include "engine/read/json_reader.h"
#include "gtest/gtest.h"

namespace sigte::test {
namespace {

/// "line:column-end |line text| caret begin-end" of `span`.
std::string Located(std::string_view text, Span span,
                    std::size_t first_line = 1) {
  Places places;
  places.Turn(text, {"data.json", first_line});
  Location at;
  places.Locate(span, &at);
  return std::to_string(at.place.line) + ":" + std::to_string(at.place.column) +
         "-" + std::to_string(at.end_column) + " |" + at.line + "| " +
         std::to_string(at.caret.begin) + "-" + std::to_string(at.caret.end);
}

TEST(Places, CountsColumnsInCodePoints) {
  EXPECT_EQ(Located("æøå tolk", {7, 11}), "1:5-9 |æøå tolk| 7-11");
}

TEST(Places, CountsLinesFromWhereTheTextBegins) {
  EXPECT_EQ(Located("a\nbc", {2, 4}, 17), "18:1-3 |bc| 0-2");
}

TEST(Places, EndsASpanOverSeveralLinesWithItsFirst) {
  EXPECT_EQ(Located("a [1,\r\n 2]", {2, 10}), "1:3-6 |a [1,| 2-5");
}

TEST(Places, BearsAnOffsetPastTheEnd) {
  EXPECT_EQ(Located("ab", {9, 12}), "1:3-3 |ab| 2-2");
  EXPECT_EQ(Located("", {0, 1}), "1:1-1 || 0-0");
}

TEST(Places, CutsALongLineAroundTheCaret) {
  const std::string text =
      std::string(100, 'a') + "å" + "tolk" + std::string(200, 'b');
  EXPECT_EQ(Located(text, {102, 106}), "1:102-106 |…" + std::string(59, 'a') +
                                           "åtolk" + std::string(96, 'b') +
                                           "…| 64-68");
}

TEST(Places, GivesTheSamePlaceWhateverWasAskedBefore) {
  std::string text;
  for (int i = 0; i < 40; ++i) text += i % 7 == 6 ? "\n" : "ø x";
  Places places;
  places.Turn(text, {"data.json", 1});
  for (std::size_t step = 0; step < 300; ++step) {
    const std::size_t offset = step * 37 % text.size();
    Location warm;
    places.Locate({offset, offset}, &warm);
    const Place cold = Source("s", text).PlaceOf(offset);
    // Inside a letter the two may count differently: nothing begins there.
    if ((static_cast<unsigned char>(text[offset]) & 0xC0U) == 0x80U) continue;
    EXPECT_EQ(warm.place, cold) << offset;
  }
}

// Whatever the bytes are, and wherever lines end.
TEST(Places, CountsTheColumnsOfAnyBytes) {
  std::mt19937 random(20221102);
  for (int round = 0; round < 300; ++round) {
    std::string text(random() % 300, ' ');
    for (char& byte : text) {
      constexpr std::string_view kBytes = "a\x80\xBF\xC3\xE2\xFF\n";
      const std::size_t pick = random() % (2 * kBytes.size());
      byte = pick < kBytes.size() ? kBytes[pick] : static_cast<char>(random());
    }
    Places places;
    places.Turn(text, {"data.json", 1});
    Place slow;
    for (std::size_t at = 0; at <= text.size(); ++at) {
      Location found;
      places.Locate({at, at + 3}, &found);
      ASSERT_EQ(found.place, slow) << round << ": " << at;
      std::size_t end = slow.column;
      for (std::size_t i = at; i < std::min(at + 3, text.size()); ++i) {
        if (text.substr(i, 1) == "\n" || text.substr(i, 2) == "\r\n") break;
        end += (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U ? 1U : 0U;
      }
      ASSERT_EQ(found.end_column, end) << round << ": " << at;
      if (at == text.size()) break;
      if (text[at] == '\n') {
        slow = {slow.line + 1, 1};
      } else if ((static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U) {
        ++slow.column;
      }
    }
  }
}

TEST(Places, TurnsToAnotherTextInTheSameRoom) {
  std::string room = "a\nb";
  Places places;
  places.Turn(room, {"one.json", 1});
  EXPECT_EQ(places.LineOf(2), 2u);
  room = "abc";
  places.Turn(room, {"two.json", 1});
  EXPECT_EQ(places.LineOf(2), 1u);
}

TEST(SpanInString, FindsItsWayThroughEscapes) {
  const PaddedText text(R"(["\u00e6\n\ud83d\ude00\"tolk"])");
  JsonReader reader;
  Document document;
  IssueList issues;
  ASSERT_TRUE(reader.Read(text.text(), nullptr, 0, &document, &issues));
  const Node& node = document[1];
  const std::size_t tolk = node.text.find("tolk");
  const Span span = SpanInString(document, node, {tolk, tolk + 4});
  EXPECT_EQ(text.text().substr(span.begin, span.end - span.begin), "tolk");
}

TEST(FindingOf, KeepsTheWordsOfTheIssueAndPointsAtIt) {
  Issue issue{MessageKey("issue.error"),
              Severity::kWarning,
              {},
              nullptr,
              {2, 4},
              "title",
              {}};
  const Finding finding = FindingOf(issue, {"data.json", 3}, "{\ntitel}");
  EXPECT_EQ(finding.message.In(Lang::kDa), "fejl; mente du 'title'?");
  EXPECT_EQ(finding.message.In(Lang::kEn), "error; did you mean 'title'?");
  EXPECT_EQ(finding.slug, "issue.error");
  EXPECT_EQ(EffectName(finding.effect), "question");
  ASSERT_TRUE(finding.location);
  EXPECT_EQ(finding.location->place, (Place{4, 1}));
  EXPECT_EQ(finding.location->end_column, 3u);
}

TEST(Places, CountsLettersOfAnyBytes) {
  std::mt19937 random(20221101);
  for (int round = 0; round < 2'000; ++round) {
    std::string bytes(random() % 40, ' ');
    std::size_t letters = 0;
    for (char& byte : bytes) {
      byte = static_cast<char>(random() % 256);
      letters += (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U ? 1U : 0U;
    }
    EXPECT_EQ(CountLetters(bytes), letters);
  }
}

TEST(Places, CountsLettersOfLongTexts) {
  for (const std::size_t size : {4'079U, 4'080U, 4'096U, 8'200U, 100'003U}) {
    EXPECT_EQ(CountLetters(std::string(size, 'a')), size);
    EXPECT_EQ(CountLetters(std::string(size, '\x80')), 0U);
  }
}

TEST(Places, LeavesOutLinesThatNobodyAsksFor) {
  Places places;
  places.ShowLines(false);
  places.Turn("æøå tolk", {"data.json", 1});
  Location at;
  at.line = "of the record before";
  places.Locate({7, 11}, &at);
  EXPECT_EQ(at.place, (Place{1, 5}));
  EXPECT_EQ(at.end_column, 9U);
  EXPECT_EQ(at.line, "");
}

}  // namespace
}  // namespace sigte::test
