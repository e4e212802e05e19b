// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "engine/text/citation.h"
#include "gtest/gtest.h"
#include "tests/text/danish.h"

/// Danish laws and the marks that they are cited with.
namespace sigte {

inline CitationMarks Marks() {
  CitationMarks marks;
  marks.section = {"§", "§§", "paragraf"};
  marks.subsection = {"stk", "stykke"};
  marks.number = {"nr", "litra"};
  marks.chapter = {"kap", "kapitel"};
  marks.joins = {"og", "samt", "jf"};
  marks.genitives = {"s"};
  marks.ranges = {"til", "til og med", "t.o.m."};
  marks.number_first = Words({"# §", "## §§", "#. kapitel", "#. stk", "#. nr"});
  marks.within = {"i"};
  marks.default_law = {"serviceloven", {}};
  marks.default_sections = {{"18", {}}};
  marks.other_laws = {"*lov", "*loven", "*lovens", "EEG"};
  return marks;
}

inline LawSource Law(const std::string& id,
                     const std::vector<std::string>& names,
                     const std::vector<std::string>& abbreviations, Duty duty) {
  LawSource law;
  law.id = Word(id);
  law.title = id;
  law.names = Words(names);
  law.abbreviations = Words(abbreviations);
  law.duty = duty;
  return law;
}

inline SectionSource Section(const std::string& number, Duty duty,
                             std::string from = "", std::string until = "") {
  SectionSource section;
  section.section = Word(number);
  section.duty = duty;
  section.from = std::move(from);
  section.until = std::move(until);
  return section;
}

inline std::vector<LawSource> DanishLaws() {
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

inline std::shared_ptr<const LawCatalogue> Catalogue() {
  IssueList issues;
  auto catalogue =
      LawCatalogue::Build(Danish(), Marks(), DanishLaws(), &issues);
  for (const Issue& issue : issues.issues()) {
    ADD_FAILURE() << Format(issue, Lang::kEn);
  }
  return catalogue;
}

}  // namespace sigte
