// SPDX-License-Identifier: MPL-2.0

// Faults in the laws and in the marks that they are cited with.

#include <string>
#include <vector>

#include "engine/text/citation.h"
#include "gtest/gtest.h"
#include "tests/text/citation_laws.h"
#include "tests/text/danish.h"

namespace sigte {
namespace {

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
