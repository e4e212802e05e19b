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

struct ContextCase {
  const char* text;
  const char* hits;

  friend void PrintTo(const ContextCase& c, std::ostream* out) {
    *out << c.text;
  }
};

class Context : public testing::TestWithParam<ContextCase> {};

TEST_P(Context, DecidesTheMention) {
  static const auto lexicon = Terms();
  EXPECT_EQ(HitsIn(*lexicon, GetParam().text), GetParam().hits)
      << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Negation, Context,
    testing::Values(
        ContextCase{"Der bruges tolk", "tolk 'tolk'"},
        ContextCase{"Møder uden tolk", "tolk 'tolk' !uden"},
        ContextCase{"uden brug af en fast tolk", "tolk 'tolk' !uden"},
        ContextCase{"ikke en to tre fire tolk", "tolk 'tolk'"},
        ContextCase{"ikke en to tre tolk", "tolk 'tolk' !ikke"},
        ContextCase{"Det er uden tolk. Tolk senere",
                    "tolk 'tolk' !uden, tolk 'Tolk'"},
        ContextCase{"uden fast pris (tolk)", "tolk 'tolk'"},
        ContextCase{"uden penge men tolk", "tolk 'tolk'"},
        ContextCase{"tolk er ikke med", "tolk 'tolk' !er ikke med"},
        ContextCase{"transport. Tolk er ikke med",
                    "transport 'transport', tolk 'Tolk' !er ikke med"},
        ContextCase{"tolk for alle deltagerne indgår ikke",
                    "tolk 'tolk' !indgår ikke"},
        ContextCase{"ikke omfattet er de mange timer med fast tolk",
                    "tolk 'tolk' !ikke omfattet"}));

INSTANTIATE_TEST_SUITE_P(
    WordBoundaries, Context,
    testing::Values(ContextCase{"ikke-vestlige kvinder med tolk",
                                "vestlig 'ikke-vestlige', tolk 'tolk'"},
                    ContextCase{"ikke-lovpligtig tolkning",
                                "pligt 'ikke-lovpligtig', tolk 'tolkning'"},
                    ContextCase{"tolk uden for huset",
                                "tolk 'tolk', tolk 'tolk uden for'"}));

INSTANTIATE_TEST_SUITE_P(
    Commas, Context,
    testing::Values(
        ContextCase{"uden tolk, ledsager og transport",
                    "tolk 'tolk' !uden, transport 'transport' !uden"},
        ContextCase{"uden mad, fast tolk, leje og transport",
                    "tolk 'tolk' !uden, transport 'transport' !uden"},
        ContextCase{"uden gebyr, der er tolk og transport",
                    "tolk 'tolk', transport 'transport'"},
        ContextCase{"uden gebyr, og tolk er der", "tolk 'tolk'"},
        ContextCase{"uden gebyr, tolk", "tolk 'tolk'"},
        ContextCase{
            "tolk, ledsager og transport er ikke med",
            "tolk 'tolk' !er ikke med, transport 'transport' !er ikke med"},
        ContextCase{"uden 1,5 tolk", "tolk 'tolk' !uden"}));

INSTANTIATE_TEST_SUITE_P(
    Supplement, Context,
    testing::Values(
        ContextCase{"ud over den lovpligtige tolkning",
                    "pligt 'lovpligtige' +ud over, tolk 'tolkning' +ud over"},
        ContextCase{"et supplement til tolkning",
                    "tolk 'tolkning' +supplement til"},
        ContextCase{"Tolkningen suppleres med spil",
                    "tolk 'Tolkningen' +suppleres"},
        ContextCase{"ud over kurser uden tolk", "tolk 'tolk' !uden"}));

INSTANTIATE_TEST_SUITE_P(
    PseudoTriggers, Context,
    testing::Values(ContextCase{"ikke kun tolk", "tolk 'tolk'"},
                    ContextCase{"ikke uden tolk", "tolk 'tolk'"},
                    ContextCase{"ikke mindst uden tolk", "tolk 'tolk' !uden"},
                    ContextCase{"IKKE  kun\u00A0tolk", "tolk 'tolk'"}));

INSTANTIATE_TEST_SUITE_P(
    Abbreviations, Context,
    testing::Values(ContextCase{"uden udg. til tolk", "tolk 'tolk' !uden"},
                    ContextCase{"uden udg./løn til tolk", "tolk 'tolk' !uden"},
                    ContextCase{"uden udg. Tolk er med", "tolk 'Tolk'"},
                    ContextCase{"uden udg.Tolk er med", "tolk 'Tolk'"},
                    ContextCase{"uden U.S.Tolk", "tolk 'Tolk' !uden"},
                    ContextCase{"uden huset. tolk er der", "tolk 'tolk'"},
                    ContextCase{"uden huset.\ntolk er der", "tolk 'tolk'"},
                    ContextCase{"uden huset.tolk", "tolk 'tolk' !uden"},
                    ContextCase{"uden huse. tolk er der", "tolk 'tolk' !uden"},
                    ContextCase{"uden by-huset. tolk er der", "tolk 'tolk'"},
                    ContextCase{"uden undervisn. tolk", "tolk 'tolk' !uden"}));

INSTANTIATE_TEST_SUITE_P(
    Gaps, Context,
    testing::Values(ContextCase{"løn til fast tolkekorps",
                                "tolk 'løn til fast tolkekorps'"},
                    ContextCase{"løn uden fast tolkekorps",
                                "tolk 'løn uden fast tolkekorps' !uden"},
                    ContextCase{"løn ikke uden tolkekorps",
                                "tolk 'løn ikke uden tolkekorps'"},
                    ContextCase{"uden løn til tolkekorps",
                                "tolk 'løn til tolkekorps' !uden"},
                    ContextCase{"ingen af dem tolkede",
                                "tolk 'ingen af dem tolkede'"}));

// Lines of 20 characters and more, or fewer.
INSTANTIATE_TEST_SUITE_P(
    LineBreaks, Context,
    testing::Values(
        ContextCase{"Der holdes møder uden\ntolk", "tolk 'tolk' !uden"},
        ContextCase{"Der holdes møder uden\r\n  tolk", "tolk 'tolk' !uden"},
        ContextCase{"Der holdes møder uden udg.\ntil tolk",
                    "tolk 'tolk' !uden"},
        ContextCase{"Der holdes møder uden\u2028tolk", "tolk 'tolk' !uden"},
        ContextCase{"Der holdes møder uden\nTolk", "tolk 'Tolk'"},
        ContextCase{"Der holdes møder uden\n\ntolk", "tolk 'tolk'"},
        ContextCase{"Der holdes møder uden\r\n\r\ntolk", "tolk 'tolk'"},
        ContextCase{"Der holdes møder uden\n- tolk", "tolk 'tolk'"},
        ContextCase{"Der holdes møder uden\n2 tolke", "tolk 'tolke'"},
        ContextCase{"kaffe uden\ntolk", "tolk 'tolk'"},
        ContextCase{"Der holdes mange møder\nkaffe uden\ntolk", "tolk 'tolk'"},
        ContextCase{"Der er møder uden tolk,\nledsager og transport",
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
