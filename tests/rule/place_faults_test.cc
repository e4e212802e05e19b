// SPDX-License-Identifier: MPL-2.0

// Whole messages for what a check's texts put in and what the manifest hides.
#include <string>

#include "gtest/gtest.h"
#include "tests/rule/rule_testing.h"

namespace sigte {
namespace {

TEST(Places, NameFieldsInTheTextsOfAKindThatChecks) {
  EXPECT_EQ(IssuesOf(Changed("topic.yaml", "en: Stands twice",
                             "en: \"{title} stands twice\"")),
            "");
}

TEST(Places, MustNameFields) {
  EXPECT_EQ(
      IssuesOf(Changed("topic.yaml", "en: Stands twice",
                       "en: \"{titel} stands twice\"")),
      R"(topic.yaml:41:38: error: 'titel' in braces is no field; did you mean 'title'? [R166 unknown-place]
   41 |   message: {da: Står to gange, en: "{titel} stands twice"}
      |                                      ^~~~~
)");
}

TEST(Places, BelongInChecks) {
  EXPECT_EQ(
      IssuesOf(Changed("topic.yaml", "en: Own money}\n  ask",
                       "en: \"{title}\"}\n  ask")),
      R"(topic.yaml:29:36: error: the value of 'title' can be put into a check's texts only [R167 place-not-in-check]
   29 |   message: {da: Egne midler, en: "{title}"}
      |                                    ^~~~~
      = help: write the text without braces
)");
}

TEST(Hidden, MustBePatternsOfDigits) {
  EXPECT_EQ(
      IssuesOf(Changed("ruleset.yaml",
                       "scope:", "hide: [\"000000-####\", \"12\"]\nscope:")),
      R"(ruleset.yaml:11:23: error: pattern '12' cannot be used: expected 0 for a digit that may be shown, # for one that may not, and -, / or . for what divides them [R165 bad-hide]
   11 | hide: ["000000-####", "12"]
      |                       ^~~~
)");
}

}  // namespace
}  // namespace sigte
