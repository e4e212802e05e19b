// SPDX-License-Identifier: MPL-2.0

// Citations in texts: which are read, and the words that they span.

#include "engine/text/citation.h"

#include <ostream>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "tests/growth.h"
#include "tests/text/citation_laws.h"
#include "tests/text/danish.h"

namespace sigte {
namespace {

/// The citations in `text` as people read them, joined by "; ".
std::string Cited(const std::string& text) {
  static const auto catalogue = Catalogue();
  std::vector<Citation> citations;
  catalogue->Read(text, &citations);
  std::string told;
  for (const Citation& citation : citations) {
    if (!told.empty()) told += "; ";
    told += catalogue->ToString(citation);
    if (citation.ambiguous) told += " (?)";
    EXPECT_LE(citation.span.begin, citation.span.end);
    EXPECT_LE(citation.span.end, text.size());
  }
  return told;
}

struct CitationCase {
  const char* text;
  const char* citations;

  friend void PrintTo(const CitationCase& c, std::ostream* out) {
    *out << c.text;
  }
};

class Citations : public testing::TestWithParam<CitationCase> {};

TEST_P(Citations, AreReadAsMeant) {
  EXPECT_EQ(Cited(GetParam().text), GetParam().citations) << GetParam().text;
}

// "§ 18" alone is of the default law; beside another law it is of that.
INSTANTIATE_TEST_SUITE_P(
    OtherLaws, Citations,
    testing::Values(CitationCase{"byggelovens § 18", ""},
                    CitationCase{"Våbenlovens § 18, stk. 2", ""},
                    CitationCase{"Lov om film § 18", ""},
                    CitationCase{"våbenloven, § 18", ""},
                    CitationCase{"§ 18 i byggeloven", ""},
                    CitationCase{"18 § byggeloven", ""},
                    CitationCase{"§ 18 EEG", ""},
                    CitationCase{"Bygge-lovens § 18", ""},
                    CitationCase{"kommunens § 18-midler", "serviceloven § 18"},
                    CitationCase{"efter § 18", "serviceloven § 18"},
                    CitationCase{"(§ 18)", "serviceloven § 18"},
                    CitationCase{"Vi følger byggeloven. § 18",
                                 "serviceloven § 18"},
                    CitationCase{"Byggeloven; § 18", "serviceloven § 18"},
                    CitationCase{"§ 18 og byggeloven", "serviceloven § 18"},
                    CitationCase{"§ 18, byggeloven", "serviceloven § 18"},
                    CitationCase{"lovligt efter § 18", "serviceloven § 18"}));

// Whether another law has a section 13 says nothing of a subsection.
INSTANTIATE_TEST_SUITE_P(
    ListedSubsections, Citations,
    testing::Values(
        CitationCase{"§ 18, stk. 1 og 13 SEL",
                     "serviceloven § 18, stk. 1; serviceloven § 18, stk. 13"},
        CitationCase{"§ 18, stk. 1 og 13 i serviceloven",
                     "serviceloven § 18, stk. 1; serviceloven § 18, stk. 13"},
        CitationCase{"§ 18, stk. 1, 2 og 13 lov om social service",
                     "serviceloven § 18, stk. 1; serviceloven § 18, stk. 2; "
                     "serviceloven § 18, stk. 13"},
        CitationCase{"§ 18, stk. 1 og 13 elever", "serviceloven § 18, stk. 1"},
        CitationCase{"§ 18, stk. 1 og 13 elever i SEL",
                     "serviceloven § 18, stk. 1"}));

// "§ 18 til 12 foreninger" and "§ 12 til 79 børn" count what follows.
INSTANTIATE_TEST_SUITE_P(
    RangesInWords, Citations,
    testing::Values(
        CitationCase{"serviceloven §§ 10 til 12",
                     "serviceloven § 10; serviceloven § 11; serviceloven § 12"},
        CitationCase{"§§ 10 til og med 12 i serviceloven",
                     "serviceloven § 10; serviceloven § 11; serviceloven § 12"},
        CitationCase{"SEL § 10 t.o.m. § 12",
                     "serviceloven § 10; serviceloven § 11; serviceloven § 12"},
        CitationCase{
            "SEL §§ 10 til 11 og 79 a",
            "serviceloven § 10; serviceloven § 11; serviceloven § 79 a"},
        CitationCase{"SEL § 18, stk. 1 til 3",
                     "serviceloven § 18, stk. 1; serviceloven § 18, stk. 2; "
                     "serviceloven § 18, stk. 3"},
        CitationCase{"SEL § 18, stk. 2 til § 79",
                     "serviceloven § 18, stk. 2; serviceloven § 79"},
        CitationCase{"SEL § 18 til 12 foreninger", "serviceloven § 18"},
        CitationCase{"SEL § 18 til 400 børn", "serviceloven § 18"},
        CitationCase{"SEL § 18 til frivillige", "serviceloven § 18"}));

TEST(Citations, AreReadInTheirStrideHoweverManySubsectionsLeadNowhere) {
  EXPECT_LT(Growth(1'000,
                   [](std::size_t size) {
                     std::string text = "serviceloven og ";
                     for (std::size_t i = 0; i < size; ++i) text += "stk. 1, ";
                     EXPECT_EQ(Cited(text), "serviceloven");
                   }),
            kLinearGrowth);
}

INSTANTIATE_TEST_SUITE_P(
    OneProvision, Citations,
    testing::Values(
        CitationCase{"SEL §18, stk. 2", "serviceloven § 18, stk. 2"},
        CitationCase{"SEL §18", "serviceloven § 18"},
        CitationCase{"Servicelovens §18", "serviceloven § 18"},
        CitationCase{"Lov om social service 18", "serviceloven § 18"},
        CitationCase{"LOV OM SOCIAL SERVICE 79a", "serviceloven § 79 a"},
        CitationCase{"Servicelovens 79a", "serviceloven § 79 a"},
        CitationCase{"Dagtilbudslovens 11", "dagtilbudsloven § 11"},
        CitationCase{"SEL-18", "serviceloven § 18"},
        CitationCase{"SEL-12-a", "serviceloven § 12 a"},
        CitationCase{"SEL-11-6", "serviceloven § 11, stk. 6"},
        CitationCase{"LAB-22-", "lab § 22"},
        CitationCase{"SEL § 79 a", "serviceloven § 79 a"},
        CitationCase{"SEL §79A", "serviceloven § 79 a"},
        CitationCase{"SEL § 79 A", "serviceloven § 79 a"},
        CitationCase{"SEL paragraf 18", "serviceloven § 18"},
        CitationCase{"serviceloven, § 18", "serviceloven § 18"},
        CitationCase{"Serviceloven (§ 18)", "serviceloven § 18"},
        CitationCase{"SEL § 11 stk. 1 nr. 2 litra a",
                     "serviceloven § 11, stk. 1"},
        CitationCase{"LAB § 167 (mentor)", "lab § 167"},
        CitationCase{"lov om dag-, fritids- og klubtilbud m.v. § 4",
                     "dagtilbudsloven § 4"},
        CitationCase{"IGU-lovens § 3", "iguloven § 3"}));

INSTANTIATE_TEST_SUITE_P(
    SeveralProvisions, Citations,
    testing::Values(
        CitationCase{"servicelovens §§ 79 og 79a",
                     "serviceloven § 79; serviceloven § 79 a"},
        CitationCase{"SEL §§ 12, 18 og 79",
                     "serviceloven § 12; serviceloven § 18; serviceloven § 79"},
        CitationCase{
            "LAB kap. 9b §31b-31f",
            "lab kap. 9 b; lab § 31 b; lab § 31 c; lab § 31 d; lab § 31 e; "
            "lab § 31 f"},
        CitationCase{
            "SEL §§ 107-110",
            "serviceloven § 107; serviceloven § 108; serviceloven § 109; "
            "serviceloven § 110"},
        CitationCase{
            "FSL § 5 stk. 6 og 7",
            "folkeskoleloven § 5, stk. 6; folkeskoleloven § 5, stk. 7"},
        CitationCase{
            "FSL § 5 stk. 6-8",
            "folkeskoleloven § 5, stk. 6; folkeskoleloven § 5, stk. 7; "
            "folkeskoleloven § 5, stk. 8"},
        CitationCase{"Folkeskoleloven § 5 stk. 7 og § 30 a",
                     "folkeskoleloven § 5, stk. 7; folkeskoleloven § 30 a"},
        CitationCase{"FSL § 11 stk. 3 og § 11 a",
                     "folkeskoleloven § 11, stk. 3; folkeskoleloven § 11 a"},
        CitationCase{"folkeoplysningsloven kapitel 7",
                     "folkeoplysningsloven kap. 7"},
        CitationCase{"SEL § 1-9000", "serviceloven § 1; serviceloven § 9000"}));

INSTANTIATE_TEST_SUITE_P(
    SeveralLaws, Citations,
    testing::Values(CitationCase{"INL § 12 / Kommunalfuldmagt",
                                 "integrationsloven § 12; kommunalfuldmagten"},
                    CitationCase{"LAB / puljemidler", "lab; puljer"},
                    CitationCase{"SEL § 18 og § 12 i integrationsloven",
                                 "serviceloven § 18; integrationsloven § 12"},
                    CitationCase{"SEL § 18 og integrationsloven",
                                 "serviceloven § 18; integrationsloven"},
                    CitationCase{"SEL § 79 / ukendt", "serviceloven § 79"}));

INSTANTIATE_TEST_SUITE_P(
    TheLawElsewhere, Citations,
    testing::Values(
        CitationCase{"§ 18 i serviceloven", "serviceloven § 18"},
        CitationCase{"§ 18 i lov om social service", "serviceloven § 18"},
        CitationCase{"§ 79 a i serviceloven", "serviceloven § 79 a"},
        CitationCase{"§ 12 i integrationsloven", "integrationsloven § 12"},
        CitationCase{"integrationsloven, herunder § 12",
                     "integrationsloven § 12"},
        CitationCase{"§18", "serviceloven § 18"},
        CitationCase{"§ 18-midler", "serviceloven § 18"},
        CitationCase{"paragraf 18", "serviceloven § 18"},
        CitationCase{"Paragraf 18-midler", "serviceloven § 18"},
        CitationCase{"§ 99", ""},
        CitationCase{"Kommunalfuldmagten og § 18",
                     "kommunalfuldmagten; serviceloven § 18"}));

INSTANTIATE_TEST_SUITE_P(
    TheNumberBeforeItsMark, Citations,
    testing::Values(
        CitationCase{"18 § lov om social service", "serviceloven § 18"},
        CitationCase{"efter 18 § i lov om social service", "serviceloven § 18"},
        CitationCase{"18§ serviceloven", "serviceloven § 18"},
        CitationCase{"79 a § serviceloven", "serviceloven § 79 a"},
        CitationCase{"11 § stk. 6 serviceloven", "serviceloven § 11, stk. 6"},
        CitationCase{"11 §, stk. 6, i serviceloven",
                     "serviceloven § 11, stk. 6"},
        CitationCase{"11 § 6. stk. serviceloven", "serviceloven § 11, stk. 6"},
        CitationCase{"serviceloven 99 §", "serviceloven § 99"},
        CitationCase{"serviceloven 99 § om noget", "serviceloven § 99"},
        CitationCase{"serviceloven (99 §)", "serviceloven § 99"},
        CitationCase{"18 og 79 §§ serviceloven",
                     "serviceloven § 18; serviceloven § 79"},
        CitationCase{
            "107-109 §§ serviceloven",
            "serviceloven § 107; serviceloven § 108; serviceloven § 109"},
        CitationCase{
            "12, 18 og 79 a §§ serviceloven",
            "serviceloven § 12; serviceloven § 18; serviceloven § 79 a"},
        CitationCase{"18 § og 79 § serviceloven",
                     "serviceloven § 18; serviceloven § 79"},
        CitationCase{"folkeoplysningslovens 7. kapitel",
                     "folkeoplysningsloven kap. 7"},
        CitationCase{"7. kapitel i folkeoplysningsloven",
                     "folkeoplysningsloven kap. 7"},
        CitationCase{"18 §", "serviceloven § 18"}, CitationCase{"99 §", ""}));

INSTANTIATE_TEST_SUITE_P(
    TheNumberOfSomethingElse, Citations,
    testing::Values(
        // Read from the left, the sign is of the number behind it.
        CitationCase{"3 § 5 elever i folkeskoleloven", "folkeskoleloven § 5"},
        CitationCase{"FSL 3 § 5 elever", "folkeskoleloven § 5"},
        CitationCase{"3 § 5 elever", ""},
        CitationCase{"budget 2019 § 18", "serviceloven § 18"},
        CitationCase{"2019 § serviceloven", "serviceloven"},
        CitationCase{"3 § 18-tilbud", "serviceloven § 18"},
        // A count of sections, and a word that begins with the sign.
        CitationCase{"3 §§ i serviceloven", "serviceloven"},
        CitationCase{"10 §-midler serviceloven", "serviceloven"},
        CitationCase{"3 elever § serviceloven", "serviceloven"},
        CitationCase{"2 stk. serviceloven", "serviceloven"},
        CitationCase{"2 kapitel serviceloven", "serviceloven"},
        CitationCase{"1 § 2 § 3 § 4 §", ""}));

INSTANTIATE_TEST_SUITE_P(
    ThePartBeforeTheWhole, Citations,
    testing::Values(
        CitationCase{"stk. 6 i § 11 i serviceloven",
                     "serviceloven § 11, stk. 6"},
        CitationCase{"serviceloven, stk. 6 i § 11",
                     "serviceloven § 11, stk. 6"},
        CitationCase{"stk. 6 i servicelovens § 11",
                     "serviceloven § 11, stk. 6"},
        CitationCase{"stk. 3 og 6 i servicelovens § 11",
                     "serviceloven § 11, stk. 3; serviceloven § 11, stk. 6"},
        CitationCase{"nr. 2 i stk. 6 i SEL § 11", "serviceloven § 11, stk. 6"},
        CitationCase{"stk. 6, nr. 2, i SEL § 11", "serviceloven § 11, stk. 6"},
        CitationCase{"6. stk. i SEL § 11", "serviceloven § 11, stk. 6"},
        CitationCase{"stk. 6 i 11 § serviceloven", "serviceloven § 11, stk. 6"},
        CitationCase{"stk. 6 i SEL §§ 11 og 12",
                     "serviceloven § 11, stk. 6; serviceloven § 12"},
        CitationCase{"stk. 6 i SEL § 11, stk. 3", "serviceloven § 11, stk. 3"},
        CitationCase{"stk. 6 i serviceloven", "serviceloven"},
        CitationCase{"stk. 6 i folkeoplysningslovens kapitel 7",
                     "folkeoplysningsloven kap. 7"},
        CitationCase{"stk. 6; § 18", "serviceloven § 18"},
        CitationCase{"SEL § 11, stk. 3, 2. nr., og § 12",
                     "serviceloven § 11, stk. 3; serviceloven § 12"},
        CitationCase{"SEL § 11, stk. 3, 2. nr.", "serviceloven § 11, stk. 3"},
        CitationCase{"servicelovens § 18's stk. 2",
                     "serviceloven § 18, stk. 2"},
        CitationCase{"servicelovens § 18s stk. 2",
                     "serviceloven § 18, stk. 2"}));

INSTANTIATE_TEST_SUITE_P(
    LawsAsSuch, Citations,
    testing::Values(
        CitationCase{"Kommunalfuldm.", "kommunalfuldmagten"},
        CitationCase{"KF", "kommunalfuldmagten"}, CitationCase{"kf", ""},
        CitationCase{"Kommunal fuldmagt", "kommunalfuldmagten"},
        CitationCase{"KOMMUNALFULDMAGTENS regler", "kommunalfuldmagten"},
        CitationCase{"FOL", "folkeoplysningsloven (?)"},
        CitationCase{"Fol", ""},
        CitationCase{"FOL § 28", "forældreansvarsloven § 28 (?)"},
        CitationCase{"SEL 2019", "serviceloven"},
        CitationCase{"IGU 2 praktikanter", "iguloven"},
        CitationCase{"satspulje STAR", "puljer"}, CitationCase{"ukendt", ""},
        CitationCase{"", ""}, CitationCase{"§", ""},
        CitationCase{"§§ - § nr. nr. stk. stk", ""}));

TEST(CitationText, SpansTheWordsThatCite) {
  std::vector<Citation> citations;
  const std::string text = "Efter SEL § 18, stk. 2, og KF.";
  Catalogue()->Read(text, &citations);
  ASSERT_EQ(citations.size(), 2u);
  const auto slice = [&](const Citation& c) {
    return text.substr(c.span.begin, c.span.end - c.span.begin);
  };
  EXPECT_EQ(slice(citations[0]), "SEL § 18, stk. 2");
  EXPECT_EQ(slice(citations[1]), "KF");
}

TEST(CitationText, SpansAMarkBehindItsNumberAndWhatLedToIt) {
  const auto cited = [](const std::string& text) {
    std::vector<Citation> citations;
    Catalogue()->Read(text, &citations);
    std::string told;
    for (const Citation& c : citations) {
      told += "[" + text.substr(c.span.begin, c.span.end - c.span.begin) + "]";
    }
    return told;
  };
  EXPECT_EQ(cited("Efter 18 § i serviceloven."), "[18 § i serviceloven]");
  EXPECT_EQ(cited("SEL: 12 og 79 §§."), "[SEL: 12][79 §§]");
  EXPECT_EQ(cited("Jf. stk. 6 i servicelovens § 11."),
            "[stk. 6 i servicelovens § 11]");
}

// Swedish: the number stands first everywhere, without a full stop.
TEST(CitationMarks, SayInWhichOrderALanguageWrites) {
  CitationMarks marks;
  marks.section = {"§", "§§"};
  marks.subsection = {"st", "mom"};
  marks.number = {"p"};
  marks.chapter = {"kap"};
  marks.joins = {"och"};
  marks.number_first = Words({"# §", "## §§", "# kap", "# st", "# p"});
  const std::vector<LawSource> laws = {
      Law("sol", {"socialtjänstlagen"}, {"SoL"}, Duty::kMust)};
  IssueList issues;
  const auto catalogue = LawCatalogue::Build(Danish(), marks, laws, &issues);
  ASSERT_NE(catalogue, nullptr);
  const auto cited = [&](const char* text) {
    std::vector<Citation> citations;
    catalogue->Read(text, &citations);
    std::string told;
    for (const Citation& citation : citations) {
      told += (told.empty() ? "" : "; ") + catalogue->ToString(citation);
    }
    return told;
  };
  EXPECT_EQ(cited("10 § socialtjänstlagen"), "sol § 10");
  EXPECT_EQ(cited("4 kap. 1 § SoL"), "sol kap. 4; sol § 1");
  EXPECT_EQ(cited("4 kap. 1 och 2 §§ SoL"), "sol kap. 4; sol § 1; sol § 2");
  EXPECT_EQ(cited("10 § 2 st 3 p SoL"), "sol § 10, st. 2");
  EXPECT_EQ(cited("SoL 10 § 2 st"), "sol § 10, st. 2");
}

}  // namespace
}  // namespace sigte
