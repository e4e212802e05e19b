// SPDX-License-Identifier: MPL-2.0

// What a submission costs that was made to take long.

#include "tests/growth.h"

#include <gtest/gtest.h>

#include <string>

#include "engine/app/job.h"
#include "engine/app/ruleset_store.h"
#include "engine/app/screener.h"

namespace sigte {
namespace {

/// A submission of `size` records that are all `record`; a bare list of them
/// where `head` is empty.
Job SubmissionOf(const std::string& head, const std::string& record,
                 std::size_t size) {
  Job job;
  job.kind = JobKind::kSubmission;
  job.file = "a.json";
  std::string& text = job.block.bytes;
  text = head + "[" + record;
  for (std::size_t i = 1; i < size; ++i) text += "," + record;
  text += head.empty() ? "]" : "]}";
  job.block.size = text.size();
  text.append(kReadPadding, '\0');
  return job;
}

// Each was looked for from the list's beginning, several times: 200,000 nulls
// in 1 MB took more than a minute.
TEST(Screener, TakesItsTimeInProportionToElementsThatAreNoRecords) {
  const auto store = LoadRulesetStore(SIGTE_SOURCE_DIR "/tests/data/mini");
  ASSERT_TRUE(store->ready());
  DecideOptions options;
  for (const char* head : {"", R"({"season":"2020","club":3,"outings":)"}) {
    Screener screener(*store, options);
    const auto run = [&](std::size_t size) {
      std::size_t invalid = 0;
      const ScreenSink sink{
          [&](const Decision& decision, const Record*) {
            invalid += decision.verdict == Verdict::kInvalid ? 1U : 0U;
          },
          [](const Finding&) {}};
      EXPECT_TRUE(
          screener.Screen(SubmissionOf(head, "null", size), nullptr, sink));
      EXPECT_EQ(invalid, size);
    };
    EXPECT_LT(Growth(10'000, run), kLinearGrowth) << head;
  }
}

// All of them were looked through for each record.
TEST(Screener, TakesItsTimeInProportionToMembersOfTheFile) {
  const auto store = LoadRulesetStore(SIGTE_SOURCE_DIR "/tests/data/mini");
  ASSERT_TRUE(store->ready());
  DecideOptions options;
  for (const char* record :
       {"null", R"({"id":"1","title":"Zoo","cost":1,"target":"members"})"}) {
    Screener screener(*store, options);
    std::size_t decided = 0;
    const ScreenSink sink{[&](const Decision&, const Record*) { ++decided; },
                          [](const Finding&) {}};
    const auto run = [&](std::size_t size) {
      std::string head = R"({"season":"2020",)";
      for (std::size_t i = 0; i < size; ++i) {
        head += "\"x" + std::to_string(i) + "\":1,";
      }
      head += R"("club":3,"outings":)";
      screener.Screen(SubmissionOf(head, record, size), nullptr, sink);
    };
    EXPECT_LT(Growth(4'000, run), kLinearGrowth) << record;
    EXPECT_GT(decided, 0U);
  }
}

// What the place is not looked for any more is said all the same.
TEST(Screener, SaysWhichElementIsNoRecord) {
  const auto store = LoadRulesetStore(SIGTE_SOURCE_DIR "/tests/data/mini");
  ASSERT_TRUE(store->ready());
  DecideOptions options;
  const auto told = [&](const std::string& head) {
    std::string all;
    const ScreenSink sink{[&](const Decision& decision, const Record*) {
                            all += std::to_string(decision.line) + ": " +
                                   decision.findings[0].message.In(Lang::kEn) +
                                   "\n";
                          },
                          [](const Finding&) {}};
    Screener(*store, options)
        .Screen(SubmissionOf(head, "[]\n", 3), nullptr, sink);
    return all;
  };
  EXPECT_EQ(told(R"({"season":"2020","club":3,"outings":)"),
            "1: number 1 of 'outings' must be an object but is a list\n"
            "2: number 2 of 'outings' must be an object but is a list\n"
            "3: number 3 of 'outings' must be an object but is a list\n");
  EXPECT_EQ(told(""),
            "1: number 1 of the list must be an object but is a list\n"
            "2: number 2 of the list must be an object but is a list\n"
            "3: number 3 of the list must be an object but is a list\n");
}

}  // namespace
}  // namespace sigte
