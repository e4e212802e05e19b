// SPDX-License-Identifier: MPL-2.0

#include "engine/rule/unused_entries.h"

#include <string>

#include "engine/rule/loader.h"
#include "gtest/gtest.h"
#include "tests/rule/rule_testing.h"

namespace sigte {
namespace {

constexpr const char* kTerm =
    "  title: {da: Ord, en: Words}\n  source: s\n  words: [ord]\n"
    "  hits: [et ord]\n  misses: [andet]\n";

/// What is noted of the good ruleset with `terms` as a second file of terms and
/// `condition` as one rule's.
std::string Notes(const std::string& terms, const std::string& condition) {
  const FileSet files = SetOf(
      With(Changed("topic.yaml", "holds_when: share > majority",
                   "holds_when: share > majority || lookup(\"population\", "
                   "municipality) > 3 || " +
                       condition),
           "terms/more.yaml", terms));
  IssueList issues;
  const auto ruleset = LoadRuleset(files, TestLayout(), &issues);
  if (ruleset) NoteUnused(*ruleset, &issues);
  return Words(issues);
}

TEST(UnusedEntries, AreNotedWithTheirPlace) {
  const std::string term = std::string("- term: spare\n") + kTerm;
  EXPECT_EQ(
      Notes(term, "paid"),
      R"(terms/more.yaml:1:9: note: no rule uses the term 'spare' [R170 unused-term]
    1 | - term: spare
      |         ^~~~~
      = help: delete it, or ask for it in a condition
)");
  EXPECT_EQ(Notes(term, "mentions(title, \"spare\")"), "");
}

// What a term includes is asked for with it, at any remove.
TEST(UnusedEntries, AreNotThoseThatAnotherIncludes) {
  const std::string terms =
      std::string("- term: outer\n") + kTerm + "  includes: [middle]\n" +
      "- term: middle\n" + kTerm + "  includes: [inner]\n" + "- term: inner\n" +
      kTerm + "- term: beside\n" + kTerm +
      "  includes: [beneath]\n- term: beneath\n" + kTerm;
  const std::string notes = Notes(terms, "mentions(title, \"outer\")");
  EXPECT_EQ(notes.find("outer"), std::string::npos);
  EXPECT_EQ(notes.find("'middle'"), std::string::npos);
  EXPECT_EQ(notes.find("'inner'"), std::string::npos);
  EXPECT_NE(notes.find("no rule uses the term 'beside'"), std::string::npos);
  EXPECT_NE(notes.find("no rule uses the term 'beneath'"), std::string::npos);
}

TEST(UnusedEntries, AreFiguresAndTextsToo) {
  const FileSet files = SetOf(Changed(
      "topic.yaml", "holds_when: share > majority", "holds_when: share > 56"));
  IssueList issues;
  const auto ruleset = LoadRuleset(files, TestLayout(), &issues);
  ASSERT_TRUE(ruleset);
  NoteUnused(*ruleset, &issues);
  EXPECT_EQ(
      Words(issues),
      R"(parameters.yaml:2:16: note: no condition uses 'majority' [R169 unused-figure]
    2 |   - parameter: majority
      |                ^~~~~~~~
      = help: delete it, use it in a condition, or write 'for_reading: true' if it is there to be read
parameters.yaml:10:12: note: no condition uses 'population' [R169 unused-figure]
   10 |   - table: population
      |            ^~~~~~~~~~
      = help: delete it, use it in a condition, or write 'for_reading: true' if it is there to be read
)");
}

TEST(UnusedEntries, AreNotFiguresThatAreThereToBeRead) {
  Files files = Changed("topic.yaml", "holds_when: share > majority",
                        "holds_when: share > 56");
  std::string& figures = files[5].second;
  figures.insert(figures.find("tables:"), "    for_reading: true\n");
  figures += "    for_reading: true\n";
  const FileSet set = SetOf(files);
  IssueList issues;
  const auto ruleset = LoadRuleset(set, TestLayout(), &issues);
  ASSERT_TRUE(ruleset) << Words(issues);
  NoteUnused(*ruleset, &issues);
  EXPECT_EQ(Words(issues), "");
}

TEST(UnusedEntries, AreTextsThatNoConditionReads) {
  const FileSet files = SetOf(Changed(
      "ruleset.yaml", "texts:\n", "texts:\n  everything: [title, purpose]\n"));
  IssueList issues;
  const auto ruleset = LoadRuleset(files, TestLayout(), &issues);
  ASSERT_TRUE(ruleset);
  NoteUnused(*ruleset, &issues);
  EXPECT_EQ(
      Words(issues).substr(Words(issues).find("ruleset.yaml")),
      R"(ruleset.yaml:10:3: note: no condition uses 'everything' [R199 unused-text]
   10 |   everything: [title, purpose]
      |   ^~~~~~~~~~
      = help: delete the name, or use it in a condition
)");
}

}  // namespace
}  // namespace sigte
