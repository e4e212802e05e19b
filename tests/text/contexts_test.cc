// SPDX-License-Identifier: MPL-2.0

#include <ostream>
#include <string>

#include "gtest/gtest.h"
#include "tests/text/danish.h"

namespace sigte {
namespace {

std::shared_ptr<const Lexicon> Terms() {
  TermSource interpreter = Term("tolk");
  interpreter.words = Words({"tolk", "tolkning"});
  interpreter.phrases = Words({"tolk uden for"});
  interpreter.phrases.push_back(Word("løn .. tolke*"));
  interpreter.phrases.push_back(Word("ingen .. tolkede"));
  TermSource transport = Term("transport");
  transport.words = Words({"transport"});
  TermSource target = Term("vestlig");
  target.tails = Words({"vestlig"});
  TermSource duty = Term("pligt");
  duty.tails = Words({"lovpligtig"});
  return Compile({interpreter, transport, target, duty});
}

struct Case {
  const char* text;
  const char* hits;

  friend void PrintTo(const Case& c, std::ostream* out) { *out << c.text; }
};

class Context : public testing::TestWithParam<Case> {};

TEST_P(Context, DecidesTheMention) {
  static const auto lexicon = Terms();
  EXPECT_EQ(HitsIn(*lexicon, GetParam().text), GetParam().hits)
      << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Negation, Context,
    testing::Values(Case{"Der bruges tolk", "tolk 'tolk'"},
                    Case{"Møder uden tolk", "tolk 'tolk' !uden"},
                    Case{"uden brug af en fast tolk", "tolk 'tolk' !uden"},
                    Case{"ikke en to tre fire tolk", "tolk 'tolk'"},
                    Case{"ikke en to tre tolk", "tolk 'tolk' !ikke"},
                    Case{"Det er uden tolk. Tolk senere",
                         "tolk 'tolk' !uden, tolk 'Tolk'"},
                    Case{"uden fast pris (tolk)", "tolk 'tolk'"},
                    Case{"uden penge men tolk", "tolk 'tolk'"},
                    Case{"tolk er ikke med", "tolk 'tolk' !er ikke med"},
                    Case{"transport. Tolk er ikke med",
                         "transport 'transport', tolk 'Tolk' !er ikke med"},
                    Case{"tolk for alle deltagerne indgår ikke",
                         "tolk 'tolk' !indgår ikke"},
                    Case{"ikke omfattet er de mange timer med fast tolk",
                         "tolk 'tolk' !ikke omfattet"}));

INSTANTIATE_TEST_SUITE_P(
    WordBoundaries, Context,
    testing::Values(Case{"ikke-vestlige kvinder med tolk",
                         "vestlig 'ikke-vestlige', tolk 'tolk'"},
                    Case{"ikke-lovpligtig tolkning",
                         "pligt 'ikke-lovpligtig', tolk 'tolkning'"},
                    Case{"tolk uden for huset",
                         "tolk 'tolk', tolk 'tolk uden for'"}));

INSTANTIATE_TEST_SUITE_P(
    Commas, Context,
    testing::Values(
        Case{"uden tolk, ledsager og transport",
             "tolk 'tolk' !uden, transport 'transport' !uden"},
        Case{"uden mad, fast tolk, leje og transport",
             "tolk 'tolk' !uden, transport 'transport' !uden"},
        Case{"uden gebyr, der er tolk og transport",
             "tolk 'tolk', transport 'transport'"},
        Case{"uden gebyr, og tolk er der", "tolk 'tolk'"},
        Case{"uden gebyr, tolk", "tolk 'tolk'"},
        Case{"tolk, ledsager og transport er ikke med",
             "tolk 'tolk' !er ikke med, transport 'transport' !er ikke med"},
        Case{"uden 1,5 tolk", "tolk 'tolk' !uden"}));

INSTANTIATE_TEST_SUITE_P(
    Supplement, Context,
    testing::Values(
        Case{"ud over den lovpligtige tolkning",
             "pligt 'lovpligtige' +ud over, tolk 'tolkning' +ud over"},
        Case{"et supplement til tolkning", "tolk 'tolkning' +supplement til"},
        Case{"Tolkningen suppleres med spil", "tolk 'Tolkningen' +suppleres"},
        Case{"ud over kurser uden tolk", "tolk 'tolk' !uden"}));

INSTANTIATE_TEST_SUITE_P(
    PseudoTriggers, Context,
    testing::Values(Case{"ikke kun tolk", "tolk 'tolk'"},
                    Case{"ikke uden tolk", "tolk 'tolk'"},
                    Case{"ikke mindst uden tolk", "tolk 'tolk' !uden"},
                    Case{"IKKE  kun\u00A0tolk", "tolk 'tolk'"}));

INSTANTIATE_TEST_SUITE_P(
    Abbreviations, Context,
    testing::Values(Case{"uden udg. til tolk", "tolk 'tolk' !uden"},
                    Case{"uden udg./løn til tolk", "tolk 'tolk' !uden"},
                    Case{"uden udg. Tolk er med", "tolk 'Tolk'"},
                    Case{"uden udg.Tolk er med", "tolk 'Tolk'"},
                    Case{"uden U.S.Tolk", "tolk 'Tolk' !uden"},
                    Case{"uden huset. tolk er der", "tolk 'tolk'"},
                    Case{"uden huset.\ntolk er der", "tolk 'tolk'"},
                    Case{"uden huset.tolk", "tolk 'tolk' !uden"},
                    Case{"uden huse. tolk er der", "tolk 'tolk' !uden"},
                    Case{"uden by-huset. tolk er der", "tolk 'tolk'"},
                    Case{"uden undervisn. tolk", "tolk 'tolk' !uden"}));

INSTANTIATE_TEST_SUITE_P(
    Gaps, Context,
    testing::Values(
        Case{"løn til fast tolkekorps", "tolk 'løn til fast tolkekorps'"},
        Case{"løn uden fast tolkekorps",
             "tolk 'løn uden fast tolkekorps' !uden"},
        Case{"løn ikke uden tolkekorps", "tolk 'løn ikke uden tolkekorps'"},
        Case{"uden løn til tolkekorps", "tolk 'løn til tolkekorps' !uden"},
        Case{"ingen af dem tolkede", "tolk 'ingen af dem tolkede'"}));

// Lines of 20 characters and more, or fewer.
INSTANTIATE_TEST_SUITE_P(
    LineBreaks, Context,
    testing::Values(
        Case{"Der holdes møder uden\ntolk", "tolk 'tolk' !uden"},
        Case{"Der holdes møder uden\r\n  tolk", "tolk 'tolk' !uden"},
        Case{"Der holdes møder uden udg.\ntil tolk", "tolk 'tolk' !uden"},
        Case{"Der holdes møder uden\u2028tolk", "tolk 'tolk' !uden"},
        Case{"Der holdes møder uden\nTolk", "tolk 'Tolk'"},
        Case{"Der holdes møder uden\n\ntolk", "tolk 'tolk'"},
        Case{"Der holdes møder uden\r\n\r\ntolk", "tolk 'tolk'"},
        Case{"Der holdes møder uden\n- tolk", "tolk 'tolk'"},
        Case{"Der holdes møder uden\n2 tolke", "tolk 'tolke'"},
        Case{"kaffe uden\ntolk", "tolk 'tolk'"},
        Case{"Der holdes mange møder\nkaffe uden\ntolk", "tolk 'tolk'"},
        Case{"Der er møder uden tolk,\nledsager og transport",
             "tolk 'tolk' !uden, transport 'transport' !uden"}));

TEST(Contexts, KeepTheNearestOfSeveralTriggers) {
  EXPECT_EQ(HitsIn(*Terms(), "uden penge ikke en tolk"), "tolk 'tolk' !ikke");
  // The nearer one ends before the word; the one before still reaches it.
  EXPECT_EQ(HitsIn(*Terms(), "uden ikke a b c tolk"), "tolk 'tolk' !ikke");
  EXPECT_EQ(HitsIn(*Terms(), "ikke omfattet a ikke a b c d tolk"),
            "tolk 'tolk' !ikke omfattet");
}

// "ikke" and "er ikke" end at the same word, so neither is nearer.
TEST(Contexts, TakeTheLaterOfTriggersThatAreEquallyNear) {
  TermSource interpreter = Term("tolk");
  interpreter.words = Words({"tolk"});
  Language language = Danish();
  language.negating_before = {{Word("ikke"), 4}, {Word("er ikke"), 4}};
  EXPECT_EQ(HitsIn(*Compile({interpreter}, language), "Der er ikke tolk"),
            "tolk 'tolk' !er ikke");
  language.negating_before = {{Word("er ikke"), 4}, {Word("ikke"), 4}};
  EXPECT_EQ(HitsIn(*Compile({interpreter}, language), "Der er ikke tolk"),
            "tolk 'tolk' !ikke");
}

TEST(Contexts, LetTermsStandTogetherInAClauseAcrossCommas) {
  const auto lexicon = Terms();
  TextScanner scanner(*lexicon);
  std::vector<TermScan> scans(lexicon->size());
  scanner.Scan("Vi har tolk, mad og transport. Uden tolk", scans.data());
  EXPECT_EQ(scans[0].mentions, kAffirmed | kNegated);
  EXPECT_EQ(scans[0].clauses, 1u);
  EXPECT_EQ(scans[0].clauses & scans[1].clauses, 1u);
  scanner.Scan("Vi har tolk. Vi har transport", scans.data());
  EXPECT_EQ(scans[0].clauses & scans[1].clauses, 0u);
}

}  // namespace
}  // namespace sigte
