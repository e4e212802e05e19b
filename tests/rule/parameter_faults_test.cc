// SPDX-License-Identifier: MPL-2.0

// Whole messages for parameters.

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
            "ValueThatIsText", "parameters.yaml", "value: 56",
            "value: about 56",
            R"(parameters.yaml:4:12: error: 'about 56' is not a number [R143 bad-number]
    4 |     value: about 56
      |            ^~~~~~~~
      = help: write numbers without quotes, with a point and at most 38 digits; leave the key out if the figure is not known
)"},
        Case{
            "QuotedValue", "parameters.yaml", "value: 56", "value: \"56\"",
            R"(parameters.yaml:4:12: error: '56' is not a number [R143 bad-number]
    4 |     value: "56"
      |            ^~~~
      = help: write numbers without quotes, with a point and at most 38 digits; leave the key out if the figure is not known
)"},
        Case{
            "ValueWithLeadingZero", "parameters.yaml", "value: 56",
            "value: 056",
            R"(parameters.yaml:4:12: error: the number '056' begins with 0 and can be read in two ways [R121 leading-zero]
    4 |     value: 056
      |            ^~~
      = help: write "056" with quotes if it is a text; else without the 0
)"},
        Case{
            "ValueOfNothing", "parameters.yaml", "value: 56", "value:",
            R"(parameters.yaml:4:5: error: expected a number, but nothing stands here [R120 no-value]
    4 |     value:
      |     ^~~~~
)"},
        Case{
            "ParameterWithoutStatus", "parameters.yaml",
            "    status: published\n", "",
            R"(parameters.yaml:2:5: error: the key 'status' is missing [R104 missing-key]
    2 |   - parameter: majority
      |     ^~~~~~~~~
)"},
        Case{
            "ParameterWithAFieldsName", "parameters.yaml",
            "parameter: majority", "parameter: share",
            R"(parameters.yaml:2:16: error: 'share' is already the name of a field of the schema [R126 name-clash]
    2 |   - parameter: share
      |                ^~~~~
topic.yaml:28:23: error: unknown name 'majority'; known: id, title, content, purpose, share, staff, paid, area, … (9 more) [R230 unknown-name]
   28 |   holds_when: share > majority
      |                       ^~~~~~~~
)"},
        Case{
            "RowTwice", "parameters.yaml", "147: 103960", "101: 103960",
            R"(parameters.yaml:15:25: error: the key '101' stands here twice; first: parameters.yaml:15:12 [R103 duplicate-key]
   15 |     rows: {101: 103960, 101: 623404}
      |                         ^~~
      = help: delete one of them
)"},
        Case{
            "RowTwiceInOtherDigits", "parameters.yaml", "147: 103960",
            "101.0: 103960",
            R"(parameters.yaml:15:11: error: the table has two rows with the key 101 [R156 duplicate-row]
   15 |     rows: {101.0: 103960, 101: 623404}
      |           ^
)"},
        Case{
            "RowThatIsText", "parameters.yaml", "147: 103960", "147: many",
            R"(parameters.yaml:15:17: error: 'many' is not a number [R143 bad-number]
   15 |     rows: {147: many, 101: 623404}
      |                 ^~~~
      = help: write numbers without quotes, with a point and at most 38 digits; leave the key out if the figure is not known
)"},
        Case{
            "RowsOfTextsAndNumbers", "parameters.yaml", "147: 103960",
            "\"147\": 103960",
            R"(parameters.yaml:15:27: error: a table's keys must all be numbers or all be texts [R160 mixed-keys]
   15 |     rows: {"147": 103960, 101: 623404}
      |                           ^~~
)"},
        Case{"EmptyTable", "parameters.yaml", "{147: 103960, 101: 623404}",
             "{}",
             R"(parameters.yaml:15:11: error: 'rows' is empty [R148 empty-list]
   15 |     rows: {}
      |           ^
)"}),
    [](const auto& test) { return std::string(test.param.name); });

// A key that is written out, or that one arm of a choice gives, leaves the
// others to the field.
TEST(ParameterTables, AreHeldAgainstTheFieldBesideWrittenKeys) {
  Files files = Changed(
      "topic.yaml", "holds_when: share > majority",
      "holds_when: 'share > majority || lookup(\"weights\", has(area) ? "
      "area : \"none\") > 1 || lookup(\"weights\", \"other\") > 1'");
  files[5].second +=
      "  - table: weights\n"
      "    title: {da: Vægt, en: Weights}\n"
      "    unit: points\n"
      "    source: x\n"
      "    date: 2019-01-01\n"
      "    rows: {work: 1, none: 3, other: 2, shool: 2}\n";
  EXPECT_EQ(
      IssuesOf(files),
      R"(parameters.yaml:21:40: error: 'shool' is none of the values of the field 'area' that the table is looked up by; did you mean 'school'? [R180 row-of-no-choice]
   21 |     rows: {work: 1, none: 3, other: 2, shool: 2}
      |                                        ^~~~~
      = help: correct the key, or delete the row
)");
}

}  // namespace
}  // namespace sigte
