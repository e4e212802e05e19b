// SPDX-License-Identifier: MPL-2.0

// What a matcher remembers of words changes nothing that it finds.

#include "engine/text/word_matcher.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <memory>
#include <ostream>
#include <random>
#include <string>
#include <vector>

#include "engine/text/automaton.h"
#include "engine/text/lexicon_builder.h"
#include "engine/text/matcher.h"
#include "engine/text/sieve.h"
#include "gtest/gtest.h"
#include "tests/text/danish.h"

namespace sigte {
namespace {

std::unique_ptr<LexiconImpl> Built(const std::vector<TermSource>& terms) {
  IssueList issues;
  const Language language = Danish();
  return LexiconBuilder(language, terms, &issues).Build();
}

std::unique_ptr<LexiconImpl> Terms() {
  TermSource interpreter = Term("tolk");
  interpreter.words = Words({"tolk", "tolkebistand"});
  interpreter.heads = Words({"sprog"});
  interpreter.phrases = Words({"tolk .. kultur*", "*sprog en", "a tolk"});
  interpreter.but_not = Words({"kultur tolk*"});
  TermSource culture = Term("kultur");
  culture.tails = Words({"kultur"});
  culture.parts = Words({"aa1"});
  culture.acronyms = Words({"EN"});
  culture.includes = Words({"tolk"});
  return Built({interpreter, culture});
}

/// Everything that `matcher` finds in `text`.
std::string FoundBy(Matcher* matcher, const std::string& text) {
  matcher->Find(text);
  std::string found;
  for (const auto* list : {&matcher->hits(), &matcher->triggers()}) {
    for (const Match& match : *list) {
      for (const std::uint32_t n :
           {match.owner, match.parts.first, match.parts.last}) {
        found += std::to_string(n) + ' ';
      }
    }
    found += '|';
  }
  return found;
}

std::string RandomText(std::mt19937* random) {
  static const char* const kPieces[] = {
      "tolk", "kultur", "sprog", "en", "EN",   "a",   "å1",      "s",
      "ikke", "uden",   "men",   "17", "2019", "ens", "bistand", "e"};
  static const char* const kJoints[] = {"", "", " ", " ", " ", "-", ", ", ". "};
  std::string text;
  for (std::size_t left = (*random)() % 50; left > 0; --left) {
    text += kPieces[(*random)() % std::size(kPieces)];
    text += kJoints[(*random)() % std::size(kJoints)];
  }
  return text;
}

TEST(WordMatcher, FindsTheSameWarmColdAndWithHardlyAnyMemory) {
  const auto lexicon = Terms();
  ASSERT_NE(lexicon, nullptr);
  Matcher warm(*lexicon);
  Matcher forgetful(*lexicon, 4);
  std::mt19937 random(20220101);
  std::size_t hits = 0;
  for (int round = 0; round < 3000; ++round) {
    const std::string text = RandomText(&random);
    Matcher cold(*lexicon, 64);
    const std::string found = FoundBy(&cold, text);
    ASSERT_EQ(FoundBy(&warm, text), found) << text;
    ASSERT_EQ(FoundBy(&forgetful, text), found) << text;
    hits += cold.hits().size();
    // In order, each once.
    ASSERT_EQ(
        std::ranges::adjacent_find(cold.hits(), std::not_fn(ComesBefore())),
        cold.hits().end())
        << text;
  }
  EXPECT_GT(hits, 3000u);
}

TEST(Matcher, TakesFromAPlaceOnlyWhatItsBlockTakes) {
  TermSource blocked = Term("blocked");
  blocked.words = Words({"tolk"});
  blocked.but_not = Words({"kultur tolk"});
  TermSource free = Term("free");
  free.words = Words({"tolk"});
  TermSource both = Term("both");
  both.includes = Words({"blocked", "free"});
  TermSource only_blocked = Term("only_blocked");
  only_blocked.includes = Words({"blocked"});
  const auto lexicon = Built({blocked, free, both, only_blocked});
  ASSERT_NE(lexicon, nullptr);
  Matcher matcher(*lexicon);
  EXPECT_EQ(FoundBy(&matcher, "tolk kultur tolk"),
            "0 0 0 1 0 0 2 0 0 3 0 0 1 2 2 2 2 2 ||");
  EXPECT_EQ(FoundBy(&matcher, "kultur tolk"), "1 1 1 2 1 1 ||");
}

// Every word here has 400 phrases: 41 words are more than it remembers.
TEST(WordMatcher, BeginsAnewWhenItKnowsTooMuch) {
  TermSource term = Term("t");
  for (int i = 100; i < 500; ++i) {
    term.phrases.push_back(Word("tolk* " + std::to_string(i)));
  }
  const auto lexicon = Built({term});
  ASSERT_NE(lexicon, nullptr);
  Matcher matcher(*lexicon);
  for (int i = 100; i < 600; ++i) {
    const std::string number = std::to_string(i);
    EXPECT_EQ(FoundBy(&matcher, "tolk" + number + " " + number),
              i < 500 ? "0 0 1 ||" : "||");
  }
}

/// Random phrases, and texts that one of them is in.
class PhraseMaker {
 public:
  std::string Letters(std::size_t least, std::size_t most) {
    std::string text;
    for (std::size_t n = least + Any(most - least + 1); n > 0; --n) {
      text += std::vector<std::string>{"a", "b", "å", "c"}[Any(4)];
    }
    return text;
  }

  /// Sets `*text` to the phrase as it may stand in a text.
  std::string Phrase(std::string* text) {
    std::string phrase;
    text->clear();
    for (std::size_t left = 2 + Any(3); left > 0; --left) {
      const std::string word = Letters(1, 4);
      const bool open_left = Any(4) == 0, open_right = Any(4) == 0;
      phrase += (open_left ? "*" : "") + word + (open_right ? "*" : "");
      *text += (open_left ? Filling() : "") + Divided(word) +
               (open_right ? Filling() : "");
      if (left == 1) break;
      const bool skips = Any(4) == 0;
      phrase += skips ? " .. " : " ";
      *text += ' ' + (skips ? Words(Any(5)) : "");
    }
    return phrase;
  }

  std::string Words(std::size_t count) {
    std::string words;
    for (; count > 0; --count) words += Divided(Letters(1, 4)) + ' ';
    return words;
  }

  std::size_t Any(std::size_t below) { return random_() % below; }

 private:
  std::string Filling() { return Any(3) == 0 ? "" : Divided(Letters(1, 3)); }
  // With a hyphen in it, now and then.
  std::string Divided(std::string word) {
    std::size_t at = Any(word.size());
    while ((word[at] & 0xC0) == 0x80) --at;
    if (at > 0 && Any(3) == 0) word.insert(at, "-");
    return word;
  }

  std::mt19937 random_{42};
};

// What is asked of its surroundings holds back no phrase that is there.
TEST(Matcher, FindsPhrasesAmongWhateverWords) {
  PhraseMaker make;
  for (int round = 0; round < 1000; ++round) {
    std::string there;
    TermSource term = Term("t");
    term.phrases = {Word(make.Phrase(&there))};
    // Such a one may begin and end at a hyphen.
    const bool is_plain = term.phrases[0].text.find('*') == std::string::npos;
    const auto lexicon = Built({term});
    ASSERT_NE(lexicon, nullptr) << term.phrases[0].text;
    Matcher matcher(*lexicon, 4);
    for (const std::size_t before : {0u, 1u, 3u}) {
      const bool joins = is_plain && make.Any(2) == 0;
      const std::string text = make.Words(before) + (joins ? "c-" : "") +
                               there + (joins ? "-" : " ") +
                               make.Words(make.Any(3)) + make.Letters(1, 1);
      matcher.Find(text);
      EXPECT_FALSE(matcher.hits().empty())
          << term.phrases[0].text << " in " << text;
    }
  }
}

FoldedText Folded(const std::string& text) {
  static const Folder folder{Language{}};
  FoldedText folded;
  folder.Fold(text, &folded);
  return folded;
}

std::optional<WordKey> KeyOf(const std::string& word) {
  const FoldedText folded = Folded(word);
  WordKey key;
  if (!KeyOf(folded, folded.PartsOf(0), &key)) return std::nullopt;
  return key;
}

TEST(WordKey, TellsBytesAndPartsApartAndNothingElse) {
  EXPECT_EQ(KeyOf("street-lamp"), KeyOf("Street-Lamp"));
  EXPECT_EQ(KeyOf("a"), KeyOf("A b"));
  EXPECT_NE(KeyOf("street-lamp"), KeyOf("streetlamp"));
  EXPECT_NE(KeyOf("street-lamp"), KeyOf("stree-tlamp"));
  EXPECT_NE(KeyOf("street-lamp"), KeyOf("street-lam-p"));
  EXPECT_NE(KeyOf("streetlamp"), KeyOf("streetlamps"));
}

TEST(WordKey, IsThatOfWordsOfAtMost24Bytes) {
  const std::string longest(24, 'a');
  ASSERT_TRUE(KeyOf(longest).has_value());
  EXPECT_NE(KeyOf(longest), KeyOf(longest.substr(1)));
  EXPECT_EQ(KeyOf(longest + 'a'), std::nullopt);
  EXPECT_TRUE(KeyOf(longest.substr(1) + "-a").has_value());
  EXPECT_EQ(KeyOf(longest + "-a"), std::nullopt);
}

TEST(WordMemo, KeepsWhatIsAskedForAgain) {
  WordMemo memo(4);
  const WordKey often = *KeyOf("often");
  const auto find = [&](const WordKey& word) {
    return memo.Find(memo.PlaceOf(word), word);
  };
  memo.Keep(memo.PlaceOf(often), often, 7);
  for (int i = 0; i < 100; ++i) {
    const WordKey once = *KeyOf("once" + std::to_string(i));
    EXPECT_EQ(find(once), WordMemo::kUnknown);
    memo.Keep(memo.PlaceOf(once), once, 8);
    EXPECT_EQ(find(once), 8u);
    EXPECT_EQ(find(often), 7u);
  }
  memo.Clear();
  EXPECT_EQ(find(often), WordMemo::kUnknown);
}

TEST(Sieve, HoldsBackOnlyWordsWithoutAString) {
  std::mt19937 random(7);
  const auto word = [&](std::size_t size) {
    std::string text;
    while (text.size() < size) {
      text.push_back(static_cast<char>('a' + random() % 8));
    }
    return text;
  };
  std::size_t held_back = 0;
  for (int round = 0; round < 300; ++round) {
    const std::string anywhere = word(2 + random() % 5);
    const std::string anchored = word(1 + random() % 6);
    Sieve sieve;
    sieve.Add(anywhere, false);
    sieve.Add(anchored, true);
    for (int i = 0; i < 50; ++i) {
      const std::string first = word(1 + random() % 6);
      const std::string second = word(1 + random() % 6);
      const FoldedText text = Folded(first + '-' + second);
      const bool passed = sieve.MayHold(text, text.PartsOf(0));
      const bool holds = (first + second).find(anywhere) != std::string::npos ||
                         (first + second).starts_with(anchored) ||
                         second.starts_with(anchored);
      EXPECT_TRUE(passed || !holds) << first << '-' << second;
      held_back += passed ? 0u : 1u;
    }
  }
  EXPECT_GT(held_back, 300u * 50u / 2u);
}

}  // namespace
}  // namespace sigte
