// SPDX-License-Identifier: MPL-2.0

// Whole messages for laws.

#include <string>

#include "gtest/gtest.h"
#include "tests/rule/rule_testing.h"
#include "tests/rule/text_faults.h"

namespace sigte {
namespace {

using Case = FaultCase;

INSTANTIATE_TEST_SUITE_P(
    Ruleset, TextFaults,
    testing::Values(
        Case{
            "NumberOfAChapterBeforeItsSection", "laws.yaml", "section: \"18\"",
            "section: \"9-1\"",
            R"(laws.yaml:13:19: error: '9-1' is no provision; expected for example '18', '79 a', '31 b-f' or, in the language's own words, '79 stk. 2' and 'kap. 6' [R404 unreadable-section]
   13 |       - {section: "9-1", duty: may, title: {da: Frivillige, en: Volunteers}, source: "§ 18"}
      |                   ^~~~~
)"},
        Case{
            "UnknownDuty", "laws.yaml", "duty: mixed", "duty: mix",
            R"(laws.yaml:9:11: error: unknown value 'mix'; known: must, may, mixed, none, unknown [R106 unknown-value]
    9 |     duty: mix
      |           ^~~
)"},
        Case{
            "LawWithoutNames", "laws.yaml", "    names: [serviceloven]\n", "",
            R"(laws.yaml:6:5: error: the key 'names' is missing [R104 missing-key]
    6 |   - law: service_act
      |     ^~~
)"},
        Case{
            "BadDateOfALaw", "laws.yaml", "from: 2006-01-01",
            "from: 2006-13-01",
            R"(laws.yaml:11:11: error: '2006-13-01' is not a date [R142 bad-date]
   11 |     from: 2006-13-01
      |           ^~~~~~~~~~
      = help: write year, month and day: 2019-12-31
)"},
        Case{
            "UnknownMark", "laws.yaml", "subsection:", "subsections:",
            R"(laws.yaml:3:3: error: unknown key 'subsections'; did you mean 'subsection'? [R102 unknown-key]
    3 |   subsections: [stk]
      |   ^~~~~~~~~~~
)"},
        Case{
            "UnknownLawOfBareSections", "laws.yaml", "  joins: [og]\n",
            "  joins: [og]\n  bare: {law: service_cat, sections: [\"18\"]}\n",
            R"(laws.yaml:5:15: error: unknown law 'service_cat' for sections without a law; did you mean 'service_act'? [R408 unknown-default-law]
    5 |   bare: {law: service_cat, sections: ["18"]}
      |               ^~~~~~~~~~~
)"},
        Case{
            "UnreadableBareSection", "laws.yaml", "  joins: [og]\n",
            "  joins: [og]\n  bare: {law: service_act, sections: [\"18\", "
            "atten]}\n",
            R"(laws.yaml:5:45: error: 'atten' is no section number; expected for example '18' or '79 a' [R409 bad-default-section]
    5 |   bare: {law: service_act, sections: ["18", atten]}
      |                                             ^~~~~
)"},
        Case{
            "BasisThatIsText", "laws.yaml", "    duty: mixed",
            "    basis: maybe\n"
            "    duty: mixed",
            R"(laws.yaml:9:12: error: unknown value 'maybe'; known: true, false [R106 unknown-value]
    9 |     basis: maybe
      |            ^~~~~
)"},
        Case{
            "SectionMarkOfTwoWords", "laws.yaml", "paragraf]", "i paragraf]",
            R"(laws.yaml:2:24: error: 'i paragraf' under 'section' is not one word [R320 bad-word]
    2 |   section: ["§", "§§", i paragraf]
      |                        ^~~~~~~~~~
)"},
        Case{
            "JoinThatIsNoWord", "laws.yaml", "joins: [og]", "joins: [\"-\"]",
            R"(laws.yaml:4:11: error: '-' under 'joins' is not one word [R320 bad-word]
    4 |   joins: ["-"]
      |           ^~~
)"}),
    [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace sigte
