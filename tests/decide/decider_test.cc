#include "engine/decide/decider.h"

#include <string>

#include "gtest/gtest.h"
#include "tests/decide/sample_program.h"

namespace sigte::test {
namespace {

/// The first record of `text`, decided, as text.
std::string Decided(std::string_view text) {
  static const std::unique_ptr<Program> program = SampleProgram();
  return Dump(DecideOne(*program, text), *program);
}

TEST(Decider, IncludesWhatAnInclusionHoldsFor) {
  EXPECT_EQ(
      Decided(R"({"id": "1", "target": "a", "title": "Café", "share": 80,)"
              R"( "content": "Hygge"})"),
      "");
}

TEST(Decider, ExcludesAndShowsTheSubmittersOwnWords) {
  EXPECT_EQ(Decided(R"({"target": "a", "title": "Ét møde med Tolke",)"
                    R"( "content": "Hygge"})"),
            "");
}

TEST(Decider, SaysThatNothingIncludesARecord) {
  EXPECT_EQ(Decided(R"({"target": "b", "title": "Café", "content": "Hygge"})"),
            "");
}

TEST(Decider, LeavesAnUnclearExclusionToPeopleAndAsksYesOrNo) {
  EXPECT_EQ(Decided(R"({"target": "a", "title": "Café",)"
                    R"( "content": "Café med tolk"})"),
            "");
}

TEST(Decider, DoesNotTakeANegatedMentionForOne) {
  EXPECT_EQ(Decided(R"({"target": "b", "title": "Café uden tolk",)"
                    R"( "content": "Hygge"})"),
            "");
}

TEST(Decider, AsksForAMissingShareInRanges) {
  EXPECT_EQ(Decided(R"({"target": "c", "title": "Café", "share": null,)"
                    R"( "content": "Hygge"})"),
            "");
}

TEST(Decider, AsksForAMissingChoiceWithEveryChoice) {
  EXPECT_EQ(Decided(R"({"target": "-", "title": "Café", "share": 60,)"
                    R"( "content": "Hygge"})"),
            "");
}

TEST(Decider, PutsTheSmallestSetFirstWhenNoQuestionSettlesAlone) {
  EXPECT_EQ(Decided(R"({"title": "Café", "content": "En tolk er med"})"), "");
}

TEST(Decider, TurnsIncludeIntoBorderlineWhenAQuestionIsOpen) {
  EXPECT_EQ(Decided(R"({"target": "a", "title": "Café", "amount": 150000,)"
                    R"( "content": "Hygge"})"),
            "");
}

TEST(Decider, LeavesExcludeAsItIsWhenAQuestionIsOpen) {
  EXPECT_EQ(Decided(R"({"target": "a", "title": "Tolk", "amount": 150000,)"
                    R"( "content": "Hygge"})"),
            "");
}

TEST(Decider, RejectsAndStillSaysWhatTheScopeIs) {
  EXPECT_EQ(Decided(R"({"target": "a", "title": "Café", "amount": -1,)"
                    R"( "content": "Hygge"})"),
            "");
}

TEST(Decider, RemarksWithoutDeciding) {
  EXPECT_EQ(Decided(R"({"target": "a", "title": "Café"})"), "");
}

TEST(Decider, PointsIntoAFileOfSeveralLines) {
  EXPECT_EQ(Decided("{\"municipality\": 751,\r\n \"efforts\": [\r\n"
                    "  {\"target\": \"a\",\r\n"
                    "   \"title\": \"\\u00c9t\\tmøde med tolk\"}\r\n ]}"),
            "");
}

}  // namespace
}  // namespace sigte::test
