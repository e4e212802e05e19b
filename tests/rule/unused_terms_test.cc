// SPDX-License-Identifier: MPL-2.0

#include "engine/rule/unused_terms.h"

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
  const FileSet files =
      SetOf(With(Changed("topic.yaml", "holds_when: share > majority",
                         "holds_when: share > majority || " + condition),
                 "terms/more.yaml", terms));
  IssueList issues;
  const auto ruleset = LoadRuleset(files, TestLayout(), &issues);
  if (ruleset) NoteUnusedTerms(*ruleset, &issues);
  return Words(issues);
}

TEST(UnusedTerms, AreNotedWithTheirPlace) {
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
TEST(UnusedTerms, AreNotThoseThatAnotherIncludes) {
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

}  // namespace
}  // namespace sigte
