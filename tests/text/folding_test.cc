// SPDX-License-Identifier: MPL-2.0

#include "engine/text/folding.h"

#include <random>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "tests/text/danish.h"

namespace sigte {
namespace {

std::string Fold(const std::string& text) {
  return Folder(Danish()).Fold(text);
}

TEST(Folding, WritesDanishLettersAsTheLanguageSays) {
  EXPECT_EQ(Fold("Fællesspisning På Ærø"), "faellesspisning paa aeroe");
  EXPECT_EQ(Fold("ÆØÅ"), "aeoeaa");
}

TEST(Folding, DropsAccentsOfLettersNotListed) {
  EXPECT_EQ(Fold("Sprogcafé ÉN idé"), "sprogcafe en ide");
  EXPECT_EQ(Fold("Zürich Škoda Łódź"), "zurich skoda łodz");
}

TEST(Folding, TreatsComposedAndDecomposedLettersAlike) {
  EXPECT_EQ(Fold("bla\u030Abær"), Fold("blåbær"));
  EXPECT_EQ(Fold("A\u030Arhus"), Fold("Århus"));
  EXPECT_EQ(Fold("cafe\u0301"), Fold("café"));
  EXPECT_EQ(Fold("\u01FB"), Fold("a\u030A\u0301"));
  EXPECT_EQ(Fold("\u01FF"), Fold("ø\u0301"));
}

TEST(Folding, LeavesOutSoftHyphensAndInvisibleCharacters) {
  EXPECT_EQ(Fold("inte\u00ADgra\u200Btion\uFEFF"), "integration");
  EXPECT_EQ(Fold("tolk\u00AD tolk"), "tolk tolk");
}

TEST(Folding, MakesEveryRunOfBlanksOne) {
  EXPECT_EQ(Fold("  a \t b\u00A0\u00A0c\n\nd  "), "a b c d");
}

TEST(Folding, JoinsHyphenatedWordsButNotSuspendedOnes) {
  EXPECT_EQ(Fold("IGU-konsulent"), "igukonsulent");
  EXPECT_EQ(Fold("IGU\u2011konsulent"), "igukonsulent");
  EXPECT_EQ(Fold("flygtninge- og indvandrere"), "flygtninge og indvandrere");
  EXPECT_EQ(Fold("kost -og logi"), "kost og logi");
  EXPECT_EQ(Fold("2018-21"), "2018 21");
  EXPECT_EQ(Fold("DU-3"), "du3");
}

TEST(Folding, EndsWordsAtTypographicDashesAndQuotes) {
  EXPECT_EQ(Fold("tolk–bistand”tolk”«a»"), "tolk bistand tolk a");
}

TEST(Folding, SurvivesBytesThatAreNoText) {
  EXPECT_EQ(Fold("a\xFF"
                 "b\xC3"),
            "a b");
  EXPECT_EQ(Fold(std::string("a\0b", 3)), "a b");
  EXPECT_EQ(Fold("\u030A\u030A-\u030A"), "");
  EXPECT_EQ(Fold("-'-"), "");
  EXPECT_EQ(Fold(""), "");
}

TEST(Folding, RemembersWhereEveryPartStood) {
  FoldedText folded;
  const std::string text = "På IGU-løb.";
  Folder(Danish()).Fold(text, &folded);
  ASSERT_EQ(folded.part_count(), 3u);
  ASSERT_EQ(folded.word_count(), 2u);
  const auto slice = [&](std::size_t i) {
    const Part& part = folded.part(i);
    return text.substr(part.begin, part.end - part.begin) + "=" +
           std::string(folded.Bytes(part.fold_begin, part.fold_end));
  };
  EXPECT_EQ(slice(0), "På=paa");
  EXPECT_EQ(slice(1), "IGU=igu");
  EXPECT_EQ(slice(2), "løb=loeb");
  EXPECT_EQ(folded.part(2).gap, kSoftGap);
}

/// Gaps before each part: ';' ends a clause, ',' is a comma, '-' is soft.
std::string Gaps(const std::string& text) {
  FoldedText folded;
  Folder(Danish()).Fold(text, &folded);
  std::string gaps;
  for (std::size_t i = 0; i < folded.part_count(); ++i) {
    const std::uint8_t gap = folded.part(i).gap;
    if ((gap & kClauseGap) != 0) gaps += ';';
    if ((gap & kCommaGap) != 0) gaps += ',';
    if ((gap & kSoftGap) != 0) gaps += '-';
    gaps += folded.Bytes(folded.part(i).fold_begin, folded.part(i).fold_end);
    gaps += ' ';
  }
  return gaps;
}

/// Everything that is known of the parts.
std::string PartsOf(const FoldedText& folded) {
  std::string parts;
  for (std::size_t i = 0; i < folded.part_count(); ++i) {
    const Part& p = folded.part(i);
    for (const std::uint32_t n :
         {p.fold_begin, p.fold_end, p.begin, p.end, p.word,
          std::uint32_t{p.gap},
          folded.PartAt(p.fold_end - 1, folded.PartsOf(p.word))}) {
      parts += std::to_string(n) + ' ';
    }
  }
  return parts;
}

TEST(Folding, SeesFullStopsThatEndSentences) {
  EXPECT_EQ(Gaps("kursus. Siden"), "kursus ;siden ");
  EXPECT_EQ(Gaps("til fam. en uge"), "til fam en uge ");
  EXPECT_EQ(Gaps("flygt./indv."), "flygt indv ");
  EXPECT_EQ(Gaps("m.fl. Og"), "m fl ;og ");
  EXPECT_EQ(Gaps("1.000 ca. 5 stk., ja"), "1 000 ca 5 stk ,ja ");
  EXPECT_EQ(Gaps("slut... Nu"), "slut ;nu ");
}

TEST(Folding, SeesTheOtherEndsOfClauses) {
  EXPECT_EQ(Gaps("a; b: c! d? e (f) g\nh"), "a ;b ;c ;d ;e ;f ;g ;h ");
  EXPECT_EQ(Gaps("a - b – c-d e –f"), "a ;b ;c -d e f ");
  EXPECT_EQ(Gaps("a, b 1,5"), "a ,b 1 5 ");
}

TEST(Folding, FoldsAsciiLettersTooWhereTheLanguageSaysSo) {
  Language language;
  language.folding = {{"w", "v"}, {"å", "aa"}};
  EXPECT_EQ(Folder(language).Fold("Wa\u030Agner W"), "vaagner v");
}

// Blocks of sixteen bytes meet every length and place of a word.
TEST(Folding, FoldsWordsOfEveryLengthAlike) {
  for (std::size_t lead = 0; lead < 20; ++lead) {
    for (std::size_t length = 1; length < 40; ++length) {
      const std::string text =
          std::string(lead, ' ') + std::string(length, 'Q') + "@Z[å`9{";
      EXPECT_EQ(Fold(text), std::string(length, 'q') + " z aa 9");
    }
  }
}

// Runs of letters are folded at once, but where the language folds a letter of
// ASCII: there one by one. Words that are known are not folded at all.
TEST(Folding, FoldsRunsOfLettersAsItDoesOneByOne) {
  const std::vector<std::string> pieces = {"a",
                                           "Bc",
                                           "ø",
                                           "Å",
                                           "é",
                                           "a\u030A",
                                           "\u0301",
                                           "\u00AD",
                                           "\u200B",
                                           "ß",
                                           "ĳ",
                                           "Ω",
                                           "ﬁ",
                                           "longerthansixteen",
                                           " ",
                                           "\u00A0",
                                           "-",
                                           "'",
                                           ", ",
                                           ". ",
                                           ".",
                                           "1",
                                           "×",
                                           "\xC3",
                                           "\xFF",
                                           "\xE2",
                                           std::string(1, '\0')};
  Language one_by_one = Danish();
  one_by_one.folding.emplace("q", "q");
  const Folder fast(Danish()), slow(one_by_one);
  KnownWords many(4096), few(2), of_slow(64);
  std::mt19937 random(1);
  FoldedText a, b;
  for (int i = 0; i < 20'000; ++i) {
    std::string text;
    for (auto n = random() % 12; n > 0; --n) {
      text += pieces[random() % pieces.size()];
    }
    fast.Fold(text, &a);
    slow.Fold(text, &b);
    ASSERT_EQ(a.bytes(), b.bytes()) << text;
    ASSERT_EQ(PartsOf(a), PartsOf(b)) << text;
    for (KnownWords* known : {&many, &few}) {
      fast.Fold(text, &a, known);
      ASSERT_EQ(a.bytes(), b.bytes()) << text;
      ASSERT_EQ(PartsOf(a), PartsOf(b)) << text;
    }
    slow.Fold(text, &b, &of_slow);
    ASSERT_EQ(a.bytes(), b.bytes()) << text;
    ASSERT_EQ(PartsOf(a), PartsOf(b)) << text;
    // What counts words in a text need not fold it.
    ASSERT_EQ(TextScanner::CountWords(text), a.part_count()) << text;
  }
}

TEST(KnownWords, TellTheNumberOfAWordAsItIsWritten) {
  const Folder folder(Danish());
  KnownWords known(1024);
  FoldedText text;
  folder.Fold("På gården", &text, &known);
  EXPECT_EQ(text.KnownAs(0), KnownWords::kUnknown);
  const std::string padded = "På" + std::string(WordBytes::kMaxBytes, ' ');
  known.SetNumber(LoadWordBytes(padded.data(), std::string("På").size()), 7);
  folder.Fold("på På, På-på På. gården", &text, &known);
  std::vector<std::uint32_t> numbers;
  for (std::uint32_t word = 0; word < text.word_count(); ++word) {
    numbers.push_back(text.KnownAs(word));
  }
  constexpr std::uint32_t kUnknown = KnownWords::kUnknown;
  EXPECT_EQ(numbers,
            (std::vector<std::uint32_t>{kUnknown, 7, kUnknown, 7, kUnknown}));
  known.ForgetNumbers();
  folder.Fold("På", &text, &known);
  EXPECT_EQ(text.KnownAs(0), kUnknown);
}

}  // namespace
}  // namespace sigte
