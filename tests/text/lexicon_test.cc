// SPDX-License-Identifier: MPL-2.0

#include "engine/text/lexicon.h"

#include <string>
#include <string_view>
#include <vector>

#include "gtest/gtest.h"
#include "tests/growth.h"
#include "tests/text/danish.h"

namespace sigte {
namespace {

TermSource Interpreting() {
  TermSource term = Term("tolk");
  term.words = Words({"tolk", "tolkning"});
  return term;
}

TEST(Lexicon, FindsWordsWithOneEndingOrNone) {
  EXPECT_EQ(HitsIn(Interpreting(), "Tolk, tolken TOLKENES tolknings"),
            "tolk 'Tolk', tolk 'tolken', tolk 'TOLKENES', tolk 'tolknings'");
  EXPECT_EQ(HitsIn(Interpreting(), "fortolke kulturtolk Tolkien tolkbar"), "");
}

TEST(Lexicon, FindsExactWordsWithoutEndings) {
  TermSource term = Term("t");
  term.exact = Words({"tolke"});
  EXPECT_EQ(HitsIn(term, "tolke tolkes tolken"), "t 'tolke'");
}

TEST(Lexicon, FindsHeadsOfLongerWordsOnly) {
  TermSource term = Term("t");
  term.heads = Words({"tolke"});
  EXPECT_EQ(HitsIn(term, "tolkebistand tolke tolke-udgift fortolkeren"),
            "t 'tolkebistand', t 'tolke-udgift'");
}

TEST(Lexicon, FindsTailsWithEndingsAndByThemselves) {
  TermSource term = Term("t");
  term.tails = Words({"tolk"});
  EXPECT_EQ(HitsIn(term, "videotolkene video-tolk tolk tolkning"),
            "t 'videotolkene', t 'video-tolk', t 'tolk'");
}

TEST(Lexicon, FindsPartsAnywhereInAWord) {
  TermSource term = Term("t");
  term.parts = Words({"flygtning"});
  EXPECT_EQ(HitsIn(term, "kvoteflygtningebørn, flygtning. Flytning"),
            "t 'kvoteflygtningebørn', t 'flygtning'");
}

TEST(Lexicon, BeginsNoPatternInsideAnUndividedWord) {
  Language language = Danish();
  language.undivided = {"*kultur", "skaffe", "børnehave"};
  TermSource term = Term("t");
  term.tails = Words({"tur", "kaffe", "haven", "kultur"});
  const auto lexicon = Compile({term}, language);
  EXPECT_EQ(HitsIn(*lexicon, "skovture, natur og bus-tur"),
            "t 'skovture', t 'natur', t 'bus-tur'");
  EXPECT_EQ(HitsIn(*lexicon, "madkulturen kultur-tur kulturtur"),
            "t 'madkulturen', t 'kultur-tur', t 'kulturtur'");
  EXPECT_EQ(HitsIn(*lexicon, "skaffer lørdagskaffe madskaffe tolke-skaffe"),
            "t 'lørdagskaffe', t 'madskaffe'");
  EXPECT_EQ(HitsIn(*lexicon, "BØRNEHAVEN boernehaven nyttehaven"),
            "t 'nyttehaven'");
}

TEST(Lexicon, FindsWhatBeginsWithAnUndividedWordOrBehindIt) {
  Language language = Danish();
  language.undivided = {"*kultur"};
  TermSource term = Term("t");
  term.parts = Words({"tur", "kult"});
  EXPECT_EQ(HitsIn(*Compile({term}, language), "kulturtur turkultur okkult"),
            "t 'kulturtur', t 'turkultur', t 'okkult'");
  term = Term("t");
  term.phrases = Words({"*tur", "kultur*", "på tur"});
  EXPECT_EQ(HitsIn(*Compile({term}, language), "bytur madkultur kulturmad"),
            "t 'bytur', t 'kulturmad'");
  EXPECT_EQ(HitsIn(*Compile({term}, language), "på tur"),
            "t 'på tur', t 'tur'");
}

TEST(Lexicon, TakesEachHalfOfAHyphenatedWordForAWordToo) {
  TermSource term = Term("t");
  term.words = Words({"igu"});
  term.tails = Words({"konsulent"});
  EXPECT_EQ(HitsIn(term, "IGU-konsulenter"), "t 'IGU', t 'IGU-konsulenter'");
  term = Term("t");
  term.heads = Words({"igukonsul"});
  EXPECT_EQ(HitsIn(term, "IGU-konsulent"), "t 'IGU-konsulent'");
  term = Term("t");
  term.words = Words({"konsulent"});
  EXPECT_EQ(HitsIn(term, "igu-konsulenten igukonsulent"), "t 'konsulenten'");
}

TEST(Lexicon, ComparesHyphensAndSoftHyphensAway) {
  TermSource term = Term("t");
  term.words = Words({"tolke-bistand"});
  EXPECT_EQ(HitsIn(term, "tolkebistand tol\u00ADke\u2011bistand"),
            "t 'tolkebistand', t 'tol\u00ADke\u2011bistand'");
}

TEST(Lexicon, ComparesAcronymsLetterCaseIncluded) {
  TermSource term = Term("t");
  term.acronyms = Words({"DSA", "DU3", "M-klasse"});
  EXPECT_EQ(HitsIn(term, "DSA dsa Dsa DSA-lærer DSA'en DSAen DU-3 du3 DU3"),
            "t 'DSA', t 'DSA', t 'DSA', t 'DU-3', t 'DU3'");
  EXPECT_EQ(HitsIn(term, "M-klasse m-klasse Mklasse"),
            "t 'M-klasse', t 'Mklasse'");
}

TEST(Lexicon, FindsPhrasesOfWholeAndStarredWords) {
  TermSource term = Term("t");
  term.phrases = Words({"dansk som andetsprog", "tolk* til møder",
                        "*hjælp og faglig*", "*social*"});
  EXPECT_EQ(HitsIn(term, "Dansk  som\nandetsprog, dansk som andetsprog"),
            "t 'dansk som andetsprog'");
  EXPECT_EQ(HitsIn(term, "dansk-som-andetsprog; dansk som andetsproget"),
            "t 'dansk-som-andetsprog'");
  EXPECT_EQ(HitsIn(term, "Tolkebistand til møder, tolk til mødet"),
            "t 'Tolkebistand til møder'");
  EXPECT_EQ(HitsIn(term, "lektiehjælp og faglighed i boligsociale områder"),
            "t 'lektiehjælp og faglighed', t 'boligsociale'");
}

TEST(Lexicon, SkipsUpToFourWordsOfTheClauseForTwoDots) {
  TermSource term = Term("t");
  term.phrases = Words({"køb af .. moduler"});
  EXPECT_EQ(HitsIn(term, "køb af moduler"), "t 'køb af moduler'");
  EXPECT_EQ(HitsIn(term, "Køb af a b c d moduler"),
            "t 'Køb af a b c d moduler'");
  EXPECT_EQ(HitsIn(term, "køb af a b c d e moduler"), "");
  EXPECT_EQ(HitsIn(term, "køb af ting. Moduler"), "");
  EXPECT_EQ(HitsIn(term, "køb af ting men moduler"), "");
  term.phrases = Words({"undervisning .. af .. i"});
  EXPECT_EQ(HitsIn(term, "undervisning for og af af børn i dag"),
            "t 'undervisning for og af af børn i'");
}

TEST(Lexicon, LetsFalseFriendsTakeTheHitsInsideThem) {
  TermSource term = Interpreting();
  term.tails = Words({"tolk"});
  term.but_not = Words({"kulturtolk*", "tolkning af regl*"});
  EXPECT_EQ(HitsIn(term, "kulturtolke og videotolke"), "tolk 'videotolke'");
  EXPECT_EQ(HitsIn(term, "Tolkning af reglerne, tolkning af samtaler"),
            "tolk 'tolkning'");
}

TEST(Lexicon, GivesTheHitsOfIncludedTermsToThoseThatIncludeThem) {
  TermSource all = Term("alt");
  all.includes = Words({"tolk"});
  all.but_not = Words({"tolk til bryllup"});
  TermSource top = Term("top");
  top.includes = Words({"alt", "tolk"});
  const auto lexicon = Compile({all, Interpreting(), top});
  ASSERT_NE(lexicon, nullptr);
  EXPECT_EQ(HitsIn(*lexicon, "tolken"),
            "alt 'tolken', tolk 'tolken', top 'tolken'");
  EXPECT_EQ(HitsIn(*lexicon, "tolk til bryllup"), "tolk 'tolk', top 'tolk'");
}

TEST(Lexicon, TellsTermsByTheirNumbers) {
  const auto lexicon = Compile({Interpreting()});
  EXPECT_EQ(lexicon->size(), 1u);
  EXPECT_EQ(lexicon->Find("tolk"), 0);
  EXPECT_EQ(lexicon->Find("tolke"), -1);
  std::string folded;
  lexicon->Fold("  Fælles-Spisning ", &folded);
  EXPECT_EQ(folded, "faellesspisning");
}

TEST(Lexicon, WorksWithoutAnyTerm) {
  const auto lexicon = Compile({});
  ASSERT_NE(lexicon, nullptr);
  EXPECT_EQ(HitsIn(*lexicon, "ikke en tolk"), "");
}

TEST(Lexicon, CountsRunsOfLettersAndDigits) {
  EXPECT_EQ(TextScanner::CountWords(""), 0u);
  EXPECT_EQ(TextScanner::CountWords(" – !"), 0u);
  EXPECT_EQ(TextScanner::CountWords("10 børn m. særlige\nbehov"), 5u);
  EXPECT_EQ(TextScanner::CountWords("ba\u030Ad inte\u00ADgration"), 2u);
}

TEST(Lexicon, NumbersClauses) {
  const auto lexicon = Compile({Interpreting()});
  TextScanner scanner(*lexicon);
  std::vector<TermHit> hits;
  scanner.Hits("... tolk, tolk; tolk men tolk f.eks. tolk!? Tolk", &hits);
  std::string clauses;
  for (const TermHit& hit : hits) clauses += std::to_string(hit.clause);
  EXPECT_EQ(clauses, "001223");
}

std::string Repeated(std::string_view piece, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += piece;
  return text;
}

// Neither time nor memory may grow with hostile texts in more than proportion.
TEST(Lexicon, StaysLinearOnTextsMadeToHurt) {
  TermSource term = Interpreting();
  term.words = Words({"a", "b"});
  term.phrases = Words({"a .. a .. a .. q", "*a* b"});
  term.parts = Words({"aa"});
  term.but_not = Words({"a b"});
  const auto lexicon = Compile({term});
  TextScanner scanner(*lexicon);
  TermScan scan;
  for (const char* piece : {"a-", "a ", "aaa", "uden a b ", "..."}) {
    EXPECT_LT(Growth(12'000,
                     [&](std::size_t size) {
                       scanner.Scan(Repeated(piece, size), &scan);
                     }),
              kLinearGrowth)
        << piece;
  }
}

// All hits in such a word are looked for anew.
TEST(Lexicon, StaysLinearWhereAButNotCoversAWordOfManyParts) {
  TermSource term = Interpreting();
  term.words = Words({"a"});
  term.but_not = Words({"*lov*"});
  TermSource other = Term("other");
  other.words = Words({"a"});
  const auto lexicon = Compile({term, other});
  TextScanner scanner(*lexicon);
  std::vector<TermScan> scans(2);
  EXPECT_EQ(HitsIn(*lexicon, "lov-a-a a-a-lov a"),
            "other 'a', other 'a', other 'a', other 'a', tolk 'a', other 'a'");
  EXPECT_LT(Growth(1'000,
                   [&](std::size_t size) {
                     scanner.Scan("lov" + Repeated("-a", size), scans.data());
                   }),
            kLinearGrowth);
}

}  // namespace
}  // namespace sigte
