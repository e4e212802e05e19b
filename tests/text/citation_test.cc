// SPDX-License-Identifier: MPL-2.0

#include "engine/text/citation.h"

#include <ostream>
#include <string>

#include "gtest/gtest.h"
#include "tests/growth.h"
#include "tests/text/danish.h"

namespace sigte {
namespace {

CitationMarks Marks() {
  CitationMarks marks;
  marks.section = {"§", "§§", "paragraf"};
  marks.subsection = {"stk", "stykke"};
  marks.number = {"nr", "litra"};
  marks.chapter = {"kap", "kapitel"};
  marks.joins = {"og", "samt", "jf"};
  marks.genitives = {"s"};
  marks.number_first = Words({"# §", "## §§", "#. kapitel", "#. stk", "#. nr"});
  marks.within = {"i"};
  marks.default_law = {"serviceloven", {}};
  marks.default_sections = {{"18", {}}};
  marks.other_laws = {"*lov", "*loven", "*lovens", "EEG"};
  return marks;
}

LawSource Law(const std::string& id, const std::vector<std::string>& names,
              const std::vector<std::string>& abbreviations, Duty duty) {
  LawSource law;
  law.id = Word(id);
  law.title = id;
  law.names = Words(names);
  law.abbreviations = Words(abbreviations);
  law.duty = duty;
  return law;
}

SectionSource Section(const std::string& number, Duty duty,
                      std::string from = "", std::string until = "") {
  SectionSource section;
  section.section = Word(number);
  section.duty = duty;
  section.from = std::move(from);
  section.until = std::move(until);
  return section;
}

std::vector<LawSource> DanishLaws() {
  std::vector<LawSource> laws = {
      Law("serviceloven", {"serviceloven", "lov om social service"},
          {"SEL", "LSS"}, Duty::kMixed),
      Law("integrationsloven", {"integrationsloven"}, {"INL"}, Duty::kMixed),
      Law("lab", {"lov om en aktiv beskæftigelsesindsats"}, {"LAB"},
          Duty::kMust),
      Law("folkeskoleloven", {"folkeskoleloven", "lov om folkeskolen"}, {"FSL"},
          Duty::kMust),
      Law("dagtilbudsloven",
          {"dagtilbudsloven", "lov om dag-, fritids- og klubtilbud m.v."},
          {"DTL"}, Duty::kMust),
      Law("kommunalfuldmagten",
          {"kommunalfuldmagten", "kommunalfuldmagt", "kommunal fuldmagt"},
          {"KF", "Kommunalfuldm."}, Duty::kMay),
      Law("folkeoplysningsloven", {"folkeoplysningsloven"}, {"FOL"},
          Duty::kMay),
      Law("forældreansvarsloven", {"forældreansvarsloven"}, {"FOL"},
          Duty::kNone),
      Law("sundhedsloven", {"sundhedsloven"}, {"SUL"}, Duty::kMust),
      Law("puljer", {"puljemidler", "satspulje"}, {}, Duty::kNone),
      Law("iguloven", {"IGU-loven"}, {"IGU"}, Duty::kMixed),
  };
  laws[0].sections = {Section("11 stk. 3", Duty::kMust),
                      Section("11 stk. 6", Duty::kMay),
                      Section("12", Duty::kMust),
                      Section("18", Duty::kMay),
                      Section("79", Duty::kMay),
                      Section("79 a", Duty::kMust, "2019-07-01")};
  laws[1].sections = {Section("5 a", Duty::kMay), Section("12", Duty::kMust)};
  laws[2].sections = {Section("31 b-f", Duty::kMust, "", "2019-12-31"),
                      Section("31", Duty::kMust, "2020-01-01"),
                      Section("167", Duty::kMust, "2020-01-01")};
  laws[3].sections = {Section("5 stk. 6", Duty::kMust),
                      Section("30 a", Duty::kMay)};
  laws[6].sections = {Section("6", Duty::kMay), Section("kap. 7", Duty::kMust)};
  laws[7].sections = {Section("28", Duty::kNone)};
  laws[9].is_basis = false;
  return laws;
}

std::shared_ptr<const LawCatalogue> Catalogue() {
  IssueList issues;
  auto catalogue =
      LawCatalogue::Build(Danish(), Marks(), DanishLaws(), &issues);
  for (const Issue& issue : issues.issues()) {
    ADD_FAILURE() << Format(issue, Lang::kEn);
  }
  return catalogue;
}

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

struct Case {
  const char* text;
  const char* citations;

  friend void PrintTo(const Case& c, std::ostream* out) { *out << c.text; }
};

class Citations : public testing::TestWithParam<Case> {};

TEST_P(Citations, AreReadAsMeant) {
  EXPECT_EQ(Cited(GetParam().text), GetParam().citations) << GetParam().text;
}

// "§ 18" alone is of the default law; beside another law it is of that.
INSTANTIATE_TEST_SUITE_P(
    OtherLaws, Citations,
    testing::Values(Case{"byggelovens § 18", ""},
                    Case{"Våbenlovens § 18, stk. 2", ""},
                    Case{"Lov om film § 18", ""}, Case{"våbenloven, § 18", ""},
                    Case{"§ 18 i byggeloven", ""}, Case{"18 § byggeloven", ""},
                    Case{"§ 18 EEG", ""}, Case{"Bygge-lovens § 18", ""},
                    Case{"kommunens § 18-midler", "serviceloven § 18"},
                    Case{"efter § 18", "serviceloven § 18"},
                    Case{"(§ 18)", "serviceloven § 18"},
                    Case{"Vi følger byggeloven. § 18", "serviceloven § 18"},
                    Case{"Byggeloven; § 18", "serviceloven § 18"},
                    Case{"§ 18 og byggeloven", "serviceloven § 18"},
                    Case{"§ 18, byggeloven", "serviceloven § 18"},
                    Case{"lovligt efter § 18", "serviceloven § 18"}));

// Whether another law has a section 13 says nothing of a subsection.
INSTANTIATE_TEST_SUITE_P(
    ListedSubsections, Citations,
    testing::Values(
        Case{"§ 18, stk. 1 og 13 SEL",
             "serviceloven § 18, stk. 1; serviceloven § 18, stk. 13"},
        Case{"§ 18, stk. 1 og 13 i serviceloven",
             "serviceloven § 18, stk. 1; serviceloven § 18, stk. 13"},
        Case{"§ 18, stk. 1, 2 og 13 lov om social service",
             "serviceloven § 18, stk. 1; serviceloven § 18, stk. 2; "
             "serviceloven § 18, stk. 13"},
        Case{"§ 18, stk. 1 og 13 elever", "serviceloven § 18, stk. 1"},
        Case{"§ 18, stk. 1 og 13 elever i SEL", "serviceloven § 18, stk. 1"}));

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
    testing::Values(Case{"SEL §18, stk. 2", "serviceloven § 18, stk. 2"},
                    Case{"SEL §18", "serviceloven § 18"},
                    Case{"Servicelovens §18", "serviceloven § 18"},
                    Case{"Lov om social service 18", "serviceloven § 18"},
                    Case{"LOV OM SOCIAL SERVICE 79a", "serviceloven § 79 a"},
                    Case{"Servicelovens 79a", "serviceloven § 79 a"},
                    Case{"Dagtilbudslovens 11", "dagtilbudsloven § 11"},
                    Case{"SEL-18", "serviceloven § 18"},
                    Case{"SEL-12-a", "serviceloven § 12 a"},
                    Case{"SEL-11-6", "serviceloven § 11, stk. 6"},
                    Case{"LAB-22-", "lab § 22"},
                    Case{"SEL § 79 a", "serviceloven § 79 a"},
                    Case{"SEL §79A", "serviceloven § 79 a"},
                    Case{"SEL § 79 A", "serviceloven § 79 a"},
                    Case{"SEL paragraf 18", "serviceloven § 18"},
                    Case{"serviceloven, § 18", "serviceloven § 18"},
                    Case{"Serviceloven (§ 18)", "serviceloven § 18"},
                    Case{"SEL § 11 stk. 1 nr. 2 litra a",
                         "serviceloven § 11, stk. 1"},
                    Case{"LAB § 167 (mentor)", "lab § 167"},
                    Case{"lov om dag-, fritids- og klubtilbud m.v. § 4",
                         "dagtilbudsloven § 4"},
                    Case{"IGU-lovens § 3", "iguloven § 3"}));

INSTANTIATE_TEST_SUITE_P(
    SeveralProvisions, Citations,
    testing::Values(
        Case{"servicelovens §§ 79 og 79a",
             "serviceloven § 79; serviceloven § 79 a"},
        Case{"SEL §§ 12, 18 og 79",
             "serviceloven § 12; serviceloven § 18; serviceloven § 79"},
        Case{"LAB kap. 9b §31b-31f",
             "lab kap. 9 b; lab § 31 b; lab § 31 c; lab § 31 d; lab § 31 e; "
             "lab § 31 f"},
        Case{"SEL §§ 107-110",
             "serviceloven § 107; serviceloven § 108; serviceloven § 109; "
             "serviceloven § 110"},
        Case{"FSL § 5 stk. 6 og 7",
             "folkeskoleloven § 5, stk. 6; folkeskoleloven § 5, stk. 7"},
        Case{"FSL § 5 stk. 6-8",
             "folkeskoleloven § 5, stk. 6; folkeskoleloven § 5, stk. 7; "
             "folkeskoleloven § 5, stk. 8"},
        Case{"Folkeskoleloven § 5 stk. 7 og § 30 a",
             "folkeskoleloven § 5, stk. 7; folkeskoleloven § 30 a"},
        Case{"FSL § 11 stk. 3 og § 11 a",
             "folkeskoleloven § 11, stk. 3; folkeskoleloven § 11 a"},
        Case{"folkeoplysningsloven kapitel 7", "folkeoplysningsloven kap. 7"},
        Case{"SEL § 1-9000", "serviceloven § 1; serviceloven § 9000"}));

INSTANTIATE_TEST_SUITE_P(
    SeveralLaws, Citations,
    testing::Values(Case{"INL § 12 / Kommunalfuldmagt",
                         "integrationsloven § 12; kommunalfuldmagten"},
                    Case{"LAB / puljemidler", "lab; puljer"},
                    Case{"SEL § 18 og § 12 i integrationsloven",
                         "serviceloven § 18; integrationsloven § 12"},
                    Case{"SEL § 18 og integrationsloven",
                         "serviceloven § 18; integrationsloven"},
                    Case{"SEL § 79 / ukendt", "serviceloven § 79"}));

INSTANTIATE_TEST_SUITE_P(
    TheLawElsewhere, Citations,
    testing::Values(Case{"§ 18 i serviceloven", "serviceloven § 18"},
                    Case{"§ 18 i lov om social service", "serviceloven § 18"},
                    Case{"§ 79 a i serviceloven", "serviceloven § 79 a"},
                    Case{"§ 12 i integrationsloven", "integrationsloven § 12"},
                    Case{"integrationsloven, herunder § 12",
                         "integrationsloven § 12"},
                    Case{"§18", "serviceloven § 18"},
                    Case{"§ 18-midler", "serviceloven § 18"},
                    Case{"paragraf 18", "serviceloven § 18"},
                    Case{"Paragraf 18-midler", "serviceloven § 18"},
                    Case{"§ 99", ""},
                    Case{"Kommunalfuldmagten og § 18",
                         "kommunalfuldmagten; serviceloven § 18"}));

INSTANTIATE_TEST_SUITE_P(
    TheNumberBeforeItsMark, Citations,
    testing::Values(
        Case{"18 § lov om social service", "serviceloven § 18"},
        Case{"efter 18 § i lov om social service", "serviceloven § 18"},
        Case{"18§ serviceloven", "serviceloven § 18"},
        Case{"79 a § serviceloven", "serviceloven § 79 a"},
        Case{"11 § stk. 6 serviceloven", "serviceloven § 11, stk. 6"},
        Case{"11 §, stk. 6, i serviceloven", "serviceloven § 11, stk. 6"},
        Case{"11 § 6. stk. serviceloven", "serviceloven § 11, stk. 6"},
        Case{"serviceloven 99 §", "serviceloven § 99"},
        Case{"serviceloven 99 § om noget", "serviceloven § 99"},
        Case{"serviceloven (99 §)", "serviceloven § 99"},
        Case{"18 og 79 §§ serviceloven",
             "serviceloven § 18; serviceloven § 79"},
        Case{"107-109 §§ serviceloven",
             "serviceloven § 107; serviceloven § 108; serviceloven § 109"},
        Case{"12, 18 og 79 a §§ serviceloven",
             "serviceloven § 12; serviceloven § 18; serviceloven § 79 a"},
        Case{"18 § og 79 § serviceloven",
             "serviceloven § 18; serviceloven § 79"},
        Case{"folkeoplysningslovens 7. kapitel", "folkeoplysningsloven kap. 7"},
        Case{"7. kapitel i folkeoplysningsloven",
             "folkeoplysningsloven kap. 7"},
        Case{"18 §", "serviceloven § 18"}, Case{"99 §", ""}));

INSTANTIATE_TEST_SUITE_P(
    TheNumberOfSomethingElse, Citations,
    testing::Values(
        // Read from the left, the sign is of the number behind it.
        Case{"3 § 5 elever i folkeskoleloven", "folkeskoleloven § 5"},
        Case{"FSL 3 § 5 elever", "folkeskoleloven § 5"},
        Case{"3 § 5 elever", ""}, Case{"budget 2019 § 18", "serviceloven § 18"},
        Case{"2019 § serviceloven", "serviceloven"},
        Case{"3 § 18-tilbud", "serviceloven § 18"},
        // A count of sections, and a word that begins with the sign.
        Case{"3 §§ i serviceloven", "serviceloven"},
        Case{"10 §-midler serviceloven", "serviceloven"},
        Case{"3 elever § serviceloven", "serviceloven"},
        Case{"2 stk. serviceloven", "serviceloven"},
        Case{"2 kapitel serviceloven", "serviceloven"},
        Case{"1 § 2 § 3 § 4 §", ""}));

INSTANTIATE_TEST_SUITE_P(
    ThePartBeforeTheWhole, Citations,
    testing::Values(
        Case{"stk. 6 i § 11 i serviceloven", "serviceloven § 11, stk. 6"},
        Case{"serviceloven, stk. 6 i § 11", "serviceloven § 11, stk. 6"},
        Case{"stk. 6 i servicelovens § 11", "serviceloven § 11, stk. 6"},
        Case{"stk. 3 og 6 i servicelovens § 11",
             "serviceloven § 11, stk. 3; serviceloven § 11, stk. 6"},
        Case{"nr. 2 i stk. 6 i SEL § 11", "serviceloven § 11, stk. 6"},
        Case{"stk. 6, nr. 2, i SEL § 11", "serviceloven § 11, stk. 6"},
        Case{"6. stk. i SEL § 11", "serviceloven § 11, stk. 6"},
        Case{"stk. 6 i 11 § serviceloven", "serviceloven § 11, stk. 6"},
        Case{"stk. 6 i SEL §§ 11 og 12",
             "serviceloven § 11, stk. 6; serviceloven § 12"},
        Case{"stk. 6 i SEL § 11, stk. 3", "serviceloven § 11, stk. 3"},
        Case{"stk. 6 i serviceloven", "serviceloven"},
        Case{"stk. 6 i folkeoplysningslovens kapitel 7",
             "folkeoplysningsloven kap. 7"},
        Case{"stk. 6; § 18", "serviceloven § 18"},
        Case{"SEL § 11, stk. 3, 2. nr., og § 12",
             "serviceloven § 11, stk. 3; serviceloven § 12"},
        Case{"SEL § 11, stk. 3, 2. nr.", "serviceloven § 11, stk. 3"},
        Case{"servicelovens § 18's stk. 2", "serviceloven § 18, stk. 2"},
        Case{"servicelovens § 18s stk. 2", "serviceloven § 18, stk. 2"}));

INSTANTIATE_TEST_SUITE_P(
    LawsAsSuch, Citations,
    testing::Values(Case{"Kommunalfuldm.", "kommunalfuldmagten"},
                    Case{"KF", "kommunalfuldmagten"}, Case{"kf", ""},
                    Case{"Kommunal fuldmagt", "kommunalfuldmagten"},
                    Case{"KOMMUNALFULDMAGTENS regler", "kommunalfuldmagten"},
                    Case{"FOL", "folkeoplysningsloven (?)"}, Case{"Fol", ""},
                    Case{"FOL § 28", "forældreansvarsloven § 28 (?)"},
                    Case{"SEL 2019", "serviceloven"},
                    Case{"IGU 2 praktikanter", "iguloven"},
                    Case{"satspulje STAR", "puljer"}, Case{"ukendt", ""},
                    Case{"", ""}, Case{"§", ""},
                    Case{"§§ - § nr. nr. stk. stk", ""}));

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

std::string Pattern(const std::string& text) {
  static const auto catalogue = Catalogue();
  const auto pattern = catalogue->ReadPattern(text);
  if (!pattern) return "unreadable";
  return catalogue->ToString({pattern->law,
                              false,
                              pattern->chapter,
                              pattern->section,
                              pattern->subsection,
                              {}});
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

TEST(CitationPatterns, AreReadAsRulesWriteThem) {
  EXPECT_EQ(Pattern("sundhedsloven § 50"), "sundhedsloven § 50");
  EXPECT_EQ(Pattern("serviceloven"), "serviceloven");
  EXPECT_EQ(Pattern("INL kap. 6"), "integrationsloven kap. 6");
  EXPECT_EQ(Pattern("puljer"), "puljer");
  EXPECT_EQ(Pattern("SEL § 11, stk. 6"), "serviceloven § 11, stk. 6");
  EXPECT_EQ(Pattern("serviceloven 99 §"), "serviceloven § 99");
  EXPECT_EQ(Pattern("forældreansvarsloven § 28"), "forældreansvarsloven § 28");
  for (const char* text :
       {"", "§ 18", "servicelov § 18", "FOL § 6", "serviceloven § 18 og 79",
        "serviceloven xyz", "serviceloven §"}) {
    EXPECT_EQ(Pattern(text), "unreadable") << text;
  }
}

TEST(CitationPatterns, MatchTheProvisionAndWhatLiesInIt) {
  const auto catalogue = Catalogue();
  const auto matches = [&](const char* pattern, const char* text) {
    std::vector<Citation> citations;
    catalogue->Read(text, &citations);
    EXPECT_EQ(citations.size(), 1u) << text;
    return catalogue->ReadPattern(pattern)->Matches(citations.at(0));
  };
  EXPECT_TRUE(matches("serviceloven", "SEL § 18, stk. 2"));
  EXPECT_TRUE(matches("serviceloven § 18", "SEL § 18, stk. 2"));
  EXPECT_FALSE(matches("serviceloven § 18 stk. 1", "SEL § 18"));
  EXPECT_FALSE(matches("serviceloven § 18", "SEL"));
  EXPECT_FALSE(
      matches("folkeoplysningsloven kap. 7", "folkeoplysningslovens § 7"));
}

Duty DutyIn(const std::string& text) {
  static const auto catalogue = Catalogue();
  std::vector<Citation> citations;
  catalogue->Read(text, &citations);
  return catalogue->DutyOf(citations, {}, {});
}

TEST(CitationDuty, IsWhatTheProvisionsAgreeOn) {
  EXPECT_EQ(DutyIn("SEL § 18"), Duty::kMay);
  EXPECT_EQ(DutyIn("SEL §§ 18 og 79"), Duty::kMay);
  EXPECT_EQ(DutyIn("SEL §§ 79 og 79a"), Duty::kUnknown);
  EXPECT_EQ(DutyIn("INL § 12 / Kommunalfuldmagt"), Duty::kUnknown);
  EXPECT_EQ(DutyIn("LAB / puljemidler"), Duty::kMust);
  EXPECT_EQ(DutyIn("LAB kap. 9b §31b-31f"), Duty::kMust);
  EXPECT_EQ(DutyIn("puljemidler"), Duty::kUnknown);
  EXPECT_EQ(DutyIn("serviceloven"), Duty::kUnknown);
  EXPECT_EQ(DutyIn("SEL § 99"), Duty::kUnknown);
  EXPECT_EQ(DutyIn("SEL § 11 stk. 6"), Duty::kMay);
  EXPECT_EQ(DutyIn("sundhedslovens § 119"), Duty::kMust);
  EXPECT_EQ(DutyIn("FOL"), Duty::kUnknown);
  EXPECT_EQ(DutyIn("ukendt"), Duty::kUnknown);
}

TEST(CitationDuty, IsThatOfThePeriodWhereTheLawChanged) {
  std::vector<LawSource> laws = DanishLaws();
  laws[1].sections = {Section("5", Duty::kMay, "", "2024-12-31"),
                      Section("5", Duty::kMust, "2025-01-01"),
                      Section("6", Duty::kMay, "", "2018-12-31")};
  IssueList issues;
  const auto catalogue = LawCatalogue::Build(Danish(), Marks(), laws, &issues);
  ASSERT_FALSE(issues.has_errors());
  const auto duty = [&](const char* text, const char* from, const char* until) {
    std::vector<Citation> citations;
    catalogue->Read(text, &citations);
    return catalogue->DutyOf(citations, from, until);
  };
  EXPECT_EQ(duty("INL § 5", "2024-01-01", "2024-12-31"), Duty::kMay);
  EXPECT_EQ(duty("INL § 5", "2026-01-01", "2026-12-31"), Duty::kMust);
  EXPECT_EQ(duty("INL § 5", "2024-07-01", "2025-06-30"), Duty::kUnknown);
  EXPECT_EQ(duty("INL § 5", "", ""), Duty::kUnknown);
  // What was repealed before is still what is cited; in_force() says so.
  EXPECT_EQ(duty("INL § 6", "2019-01-01", "2019-12-31"), Duty::kMay);
}

TEST(CitationDuty, KnowsWhatWasInForce) {
  const auto catalogue = Catalogue();
  const auto in_force = [&](const char* text, const char* from,
                            const char* until) {
    std::vector<Citation> citations;
    catalogue->Read(text, &citations);
    return catalogue->InForce(citations, from, until);
  };
  EXPECT_EQ(in_force("LAB § 31 b", "2019-01-01", "2019-12-31"), true);
  EXPECT_EQ(in_force("LAB § 31 b", "2020-01-01", "2020-12-31"), false);
  EXPECT_EQ(in_force("LAB § 167", "2019-01-01", "2019-12-31"), false);
  EXPECT_EQ(in_force("SEL § 79 a", "2019-01-01", "2019-12-31"), true);
  EXPECT_EQ(in_force("SEL", "2019-01-01", "2019-12-31"), true);
  EXPECT_EQ(in_force("ukendt", "2019-01-01", "2019-12-31"), std::nullopt);
}

/// Every issue that `laws` give, in English.
std::string LawIssues(std::vector<LawSource> laws,
                      const CitationMarks& marks = Marks()) {
  IssueList issues;
  const auto catalogue = LawCatalogue::Build(Danish(), marks, laws, &issues);
  EXPECT_EQ(catalogue == nullptr, issues.has_errors());
  std::string text;
  for (const Issue& issue : issues.issues()) text += Format(issue, Lang::kEn);
  return text;
}

TEST(LawCatalogue, ReportsWhatIsWrongAtItsPlace) {
  const Source source("laws.yaml", "- law: a\n  names: [a-loven, ALOVEN]\n");
  CitationMarks marks = Marks();
  marks.default_law = {};
  LawSource law;
  law.source = &source;
  law.id = {"a", {7, 8}};
  law.names = {{"a-loven", {19, 26}}, {"ALOVEN", {28, 34}}};
  EXPECT_EQ(LawIssues({law}, marks),
            "laws.yaml:2:20: error: the name 'ALOVEN' is already given to 'a' "
            "[R402 name-twice]\n"
            "    2 |   names: [a-loven, ALOVEN]\n"
            "      |                    ^~~~~~\n"
            "      = help: two laws may share an abbreviation, but no name\n");
}

TEST(LawCatalogue, RefusesAMarkThatCannotStandBehindItsNumber) {
  const Source source("laws.yaml",
                      "number_first: [§ #, \"# §x\", \"## kap\", \"# §\"]\n");
  CitationMarks marks = Marks();
  marks.source = &source;
  marks.number_first = {{"§ #", {15, 19}},
                        {"# §x", {21, 28}},
                        {"## kap", {30, 38}},
                        {"# §", {40, 46}}};
  const std::string text = LawIssues(DanishLaws(), marks);
  EXPECT_EQ(text.substr(0, text.find("      = help")),
            "laws.yaml:1:16: error: '§ #' is no mark that can stand behind its "
            "number [R411 bad-number-first]\n"
            "    1 | number_first: [§ #, \"# §x\", \"## kap\", \"# §\"]\n"
            "      |                ^~~\n");
  EXPECT_NE(text.find("'# §x' is no mark"), text.npos);
  EXPECT_NE(text.find("'## kap' is no mark"), text.npos);
  EXPECT_EQ(text.find("'# §' is no mark"), text.npos);
}

TEST(LawCatalogue, RefusesWhatItCannotRead) {
  std::vector<LawSource> laws = DanishLaws();
  laws[1].id.text = "serviceloven";
  laws[2].sections.push_back(Section("fjorten", Duty::kMust));
  laws[3].sections.push_back(Section("30 a", Duty::kMay));
  laws[4].from = "2019-02-30";
  laws[5].from = "2020-01-01";
  laws[5].until = "2019-01-01";
  laws[6].names.push_back(Word("…"));
  CitationMarks marks = Marks();
  marks.default_sections = {{"atten", {}}};
  const std::string text = LawIssues(laws, marks);
  for (const char* code :
       {"[R401", "[R403", "[R404", "[R405", "[R406", "[R407", "[R409"}) {
    EXPECT_NE(text.find(code), text.npos) << code << "\n" << text;
  }
  marks.default_law = {"servicelov", {}};
  EXPECT_NE(
      LawIssues(DanishLaws(), marks).find("did you mean 'serviceloven'? [R408"),
      std::string::npos);
}

}  // namespace
}  // namespace sigte
