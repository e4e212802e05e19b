// SPDX-License-Identifier: MPL-2.0

#include "engine/evaluate/text_sieve.h"

#include <gtest/gtest.h>
#include <re2/re2.h>

#include <random>
#include <string>
#include <vector>

#include "engine/evaluate/text_functions.h"

namespace sigte {
namespace {

bool MayHold(std::string_view pattern, std::string_view text) {
  TextSieve sieve;
  return sieve.MayHold(sieve.AddPattern(pattern), text);
}

bool Has(std::string_view text, std::string_view part) {
  return text.find(part) != text.npos;
}

TEST(TextSieve, RulesOutWhatLacksAPart) {
  EXPECT_TRUE(MayHold("x(abc|de)", "axde"));
  EXPECT_FALSE(MayHold("x(abc|de)", "ab cd"));
  EXPECT_FALSE(MayHold("x(abc|de)", ""));
  EXPECT_FALSE(MayHold("a.*[0-9]{2}", "a 1"));
  EXPECT_TRUE(MayHold("a.*[0-9]{2}", "a 12"));
  EXPECT_FALSE(MayHold("a.*[0-9]{2}", "b 12"));
}

// Other signs that RE2 takes for the same letter without case.
TEST(TextSieve, LetsLettersOfOtherCasesThrough) {
  for (const char* pattern : {"(?i)k", "(?i)s", "(?i)\u00E5", "(?i)\u00F8"}) {
    const auto regex = MakeRegex(pattern, nullptr);
    for (const char* text : {"K", "k", "\u212A", "S", "s", "\u017F", "\u00C5",
                             "\u00E5", "\u212B", "\u00D8", "\u00F8"}) {
      if (FindsRegex(text, *regex)) {
        EXPECT_TRUE(MayHold(pattern, text)) << pattern << " in " << text;
      }
    }
  }
}

TEST(TextSieve, SeesTheBytesOfAnotherText) {
  TextSieve sieve;
  const auto question = sieve.AddString("ab");
  std::string text = "-ab-";
  EXPECT_TRUE(sieve.MayHold(question, text));
  EXPECT_FALSE(sieve.MayHold(question, std::string_view(text).substr(2)));
  text = "-ba-";
  sieve.Forget();
  EXPECT_FALSE(sieve.MayHold(question, text));
}

TEST(TextSieve, TellsTextsApartThatAreAskedInTurn) {
  const std::string texts[] = {"ab 1", "cd 22", "", "ab cd 333", "e"};
  TextSieve sieve;
  const TextSieve::Question questions[] = {
      sieve.AddString("ab"), sieve.AddPattern("cd"),
      sieve.AddPattern("[0-9]{3}"), sieve.AddPattern("x|ab.*[0-9]")};
  std::mt19937 random(20'260'102);
  for (int i = 0; i < 2000; ++i) {
    if (random() % 50 == 0) sieve.Forget();
    const std::string& text = texts[random() % std::size(texts)];
    const auto question = random() % std::size(questions);
    const bool holds[] = {Has(text, "ab"), Has(text, "cd"), Has(text, "333"),
                          Has(text, "ab")};
    EXPECT_EQ(sieve.MayHold(questions[question], text), holds[question])
        << question << " in \"" << text << "\"";
  }
}

TEST(TextSieve, AsksNothingOfStringsThatAreEverywhere) {
  TextSieve sieve;
  const auto question = sieve.AddString("");
  EXPECT_TRUE(sieve.MayHold(question, ""));
  EXPECT_TRUE(sieve.MayHold(question, "a"));
}

// More questions than it has bits, and more bytes than it keeps.
TEST(TextSieve, LetsThroughWhatItHasNoRoomFor) {
  TextSieve sieve;
  std::vector<TextSieve::Question> questions;
  for (int i = 0; i < 2000; ++i) {
    questions.push_back(
        sieve.AddString("part " + std::to_string(i) + std::string(20, '-')));
  }
  EXPECT_FALSE(sieve.MayHold(questions.front(), "part 1"));
  EXPECT_TRUE(sieve.MayHold(questions.back(), "part 1"));
}

// Random pieces, most of them valid: what is found is never ruled out, and what
// is found in nothing mostly is.
TEST(TextSieve, NeverRulesOutWhatIsFound) {
  const std::string pieces[] = {
      "1",   "[0-9]", "a",      "b",      "K",    "(",         ")",
      "|",   "*",     "+",      "?",      "{2}",  "[^0-9]",    "[1-3-5]",
      "[ab", ".",     "^",      "$",      "\\d",  "-",         "\u00F8",
      "ab]", "[kx]",  "\u2192", "ba",     "(?i)", "(?:a|bb|)", "(?-i)",
      "\\b", "s",     "[xy]?",  "\u00FF", "~",    "\\Q(.\\E"};
  const std::string signs[] = {"1",      "2",      "a",      "b", "A",
                               "\u00D8", "\u00F8", "\u2192", "k", "K",
                               "\u212A", "s",      "\u017F", "-", "\u0178"};
  std::mt19937 random(20'260'101);
  int found = 0;
  int ruled_out = 0;
  for (int i = 0; i < 30'000; ++i) {
    TextSieve sieve;
    std::vector<std::shared_ptr<re2::RE2>> regexes;
    for (int p = 0; p < 3; ++p) {
      std::string pattern = random() % 3 == 0 ? "(?i)" : "";
      for (auto n = 1 + random() % 8; n > 0; --n) {
        pattern += pieces[random() % std::size(pieces)];
      }
      auto regex = MakeRegex(pattern, nullptr);
      if (regex == nullptr) continue;
      EXPECT_EQ(sieve.AddPattern(pattern), regexes.size());
      regexes.push_back(std::move(regex));
    }
    for (int t = 0; t < 5; ++t) {
      std::string text;
      for (auto n = random() % 12; n > 0; --n) {
        text += signs[random() % std::size(signs)];
      }
      sieve.Forget();
      for (std::uint32_t r = 0; r < regexes.size(); ++r) {
        const bool may_hold = sieve.MayHold(r, text);
        ruled_out += may_hold ? 0 : 1;
        if (!FindsRegex(text, *regexes[r])) continue;
        ++found;
        EXPECT_TRUE(may_hold) << regexes[r]->pattern() << " in " << text;
      }
    }
  }
  EXPECT_GT(found, 1000);
  EXPECT_GT(ruled_out, 1000);
}

}  // namespace
}  // namespace sigte
