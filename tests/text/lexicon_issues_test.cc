// SPDX-License-Identifier: MPL-2.0

#include <string>

#include "gtest/gtest.h"
#include "tests/text/danish.h"

namespace sigte {
namespace {

TEST(LexiconIssues, PointAtThePatternInItsFile) {
  const Source source("terms/tolk.yaml",
                      "- term: tolk\n  words: [tolk, TOLK]\n");
  TermSource term = Term("tolk");
  term.source = &source;
  term.words = {{"tolk", {23, 27}}, {"TOLK", {29, 33}}};
  EXPECT_EQ(IssuesIn({term}),
            "terms/tolk.yaml:2:17: error: the pattern 'TOLK' stands twice "
            "under 'words' [R302 pattern-twice]\n"
            "    2 |   words: [tolk, TOLK]\n"
            "      |                 ^~~~\n"
            "      = help: delete one of them; letter case and hyphens make no "
            "difference\n");
}

/// The message lines of one term's issues.
std::string IssuesOf(const TermSource& term) { return IssuesIn({term}); }

TEST(LexiconIssues, NamePatternsThatCannotBeRead) {
  TermSource term = Term("t");
  term.words = Words({"…", "to ord", "tolk*"});
  term.phrases = Words({"en * to", "tol*k", ".. a", "a ..", "a .. .. b",
                        "a .. b .. c .. d .. e", "–"});
  const std::string text = IssuesOf(term);
  for (const char* part :
       {"the pattern '…' has no letter and no digit [R301",
        "'to ord' is several words; expected one under 'words' [R314",
        "'*' in 'tolk*' has no meaning under 'words' [R317",
        "'*' in 'en * to' must stand at the beginning or the end of a word "
        "[R303",
        "'*' in 'tol*k' must stand", "'..' in '.. a' must stand between",
        "'..' in 'a ..' must stand between",
        "'..' in 'a .. .. b' must stand between",
        "the pattern 'a .. b .. c .. d .. e' is too long; at most 16 words "
        "and 3 gaps ('..') are allowed [R312",
        "the pattern '–' has no letter"}) {
    EXPECT_NE(text.find(part), text.npos) << part << "\n" << text;
  }
}

TEST(LexiconIssues, NamePatternsThatCanNeverMatch) {
  TermSource term = Term("t");
  term.words = Words({"kulturtolk"});
  term.exact = Words({"tolke"});
  term.tails = Words({"tolk"});
  term.phrases = Words({"tolk til møder"});
  term.but_not = Words({"kulturtolk*", "tolke", "tolk til møde*", "x"});
  const std::string text = IssuesOf(term);
  EXPECT_NE(text.find("'kulturtolk' can never be found because 'kulturtolk*' "
                      "under 'but_not' covers it [R307 swallowed]"),
            text.npos);
  EXPECT_NE(text.find("'tolke' can never be found"), text.npos);
  EXPECT_NE(text.find("'tolk til møder' can never be found"), text.npos);
  EXPECT_EQ(text.find("'tolk' can never"), text.npos) << text;
}

TEST(LexiconIssues, NameAcronymsWithoutCapitals) {
  TermSource term = Term("t");
  term.acronyms = Words({"DSA", "dsa"});
  EXPECT_EQ(IssuesOf(term),
            "error: the acronym 'dsa' has no capital letter [R308 "
            "acronym-without-capital]\n"
            "      = help: write it under 'words' if letter case does not "
            "matter\n");
}

TEST(LexiconIssues, NameFaultsBetweenTerms) {
  TermSource a = Term("alfa"), b = Term("beta"), c = Term("alfa");
  a.includes = Words({"beta"});
  b.includes = Words({"alpha"});
  c.words = Words({"x"});
  const std::string text = IssuesIn({a, b, c, Term("tom")});
  EXPECT_NE(text.find("the term 'alfa' is described twice [R306"), text.npos);
  EXPECT_NE(text.find("unknown term 'alpha'; known: alfa, beta"), text.npos)
      << text;
  EXPECT_NE(text.find("the term 'tom' has no patterns"), text.npos);
  b.includes = Words({"alfa"});
  EXPECT_NE(IssuesIn({a, b}).find("in a ring: alfa → beta → alfa [R305"),
            std::string::npos);
  a.includes = Words({"alfa"});
  EXPECT_NE(IssuesIn({a}).find("in a ring: alfa → alfa"), std::string::npos);
}

TEST(LexiconIssues, NameFaultsOfTheLanguage) {
  Language language;
  language.folding = {{"åå", "aa"}, {"ø", ""}, {"æ", "a e"}};
  language.endings = {"en", "-"};
  language.breaks = {"men også"};
  language.negating_before = {{Word("?"), 0}, {Word("uden"), -1}};
  const std::string text = IssuesIn({}, language);
  for (const char* part :
       {"'åå: aa' is no folding", "'ø: ' is no folding",
        "'æ: a e' is no folding", "'-' is no ending",
        "'men også' under 'breaks' is not one word",
        "the trigger '?' has no letter", "the reach -1 is negative"}) {
    EXPECT_NE(text.find(part), text.npos) << part << "\n" << text;
  }
}

TEST(LexiconIssues, BoundTheNumberOfTermsAndIncludes) {
  std::vector<TermSource> terms(65'001, Term("t"));
  EXPECT_NE(IssuesIn(terms).find("65,001 terms; at most 65,000 are allowed"),
            std::string::npos);
  // A chain makes every term include all before it.
  terms.clear();
  for (int i = 0; i < 2'000; ++i) {
    terms.push_back(Term("t" + std::to_string(i)));
    terms.back().words = Words({"ord" + std::to_string(i)});
    if (i > 0) terms.back().includes = Words({"t" + std::to_string(i - 1)});
  }
  EXPECT_NE(IssuesIn(terms).find("[R321 too-many-includes]"),
            std::string::npos);
}

}  // namespace
}  // namespace sigte
