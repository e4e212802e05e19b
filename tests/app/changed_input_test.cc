// SPDX-License-Identifier: MPL-2.0

// Files that are changed while a run, which reads them twice, goes on.

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <functional>
#include <string>

#include "engine/app/job.h"
#include "engine/app/ruleset_store.h"
#include "tests/app/bad_input.h"
#include "tests/app/program_runner.h"

namespace sigte {
namespace {

namespace fs = std::filesystem;

/// What a pass over one file gives, a line a job: the bytes that are read, or
/// what is told. `meanwhile` is called behind the first job.
std::string Pass(const InputList& inputs, const RulesetStore& store,
                 InputStamps* stamps,
                 const std::function<void()>& meanwhile = {}) {
  JobSource source(inputs, *store.tables, {}, stamps);
  Job job;
  std::string all;
  while (source.Next(&job)) {
    if (all.empty() && meanwhile) meanwhile();
    all += job.kind == JobKind::kUnreadable
               ? std::string("unreadable")
               : std::to_string(job.text().size()) + " bytes";
    for (const Issue& issue : job.issues) {
      all += ": " + Message(Lang::kEn, issue.message, issue.args);
    }
    all += "\n";
  }
  return all;
}

class ChangedInput : public testing::Test {
 protected:
  ChangedInput()
      : store_(LoadRulesetStore(SIGTE_SOURCE_DIR "/tests/data/mini")) {
    fs::current_path(work_.folder());
  }
  ~ChangedInput() override { fs::current_path(fs::temp_directory_path()); }

  const Workplace work_;
  const std::unique_ptr<RulesetStore> store_;
};

constexpr const char* kChanged =
    "unreadable: 'a.ndjson' was changed while it was being read\n";

// All records are counted before the first is decided.
TEST_F(ChangedInput, IsRefusedInTheSecondPass) {
  const std::string two = std::string(kGood) + kGood;
  const std::string bytes = std::to_string(two.size()) + " bytes\n";
  const std::function<void()> changes[] = {
      [&] { work_.Write("a.ndjson", kGood); },        // cut
      [&] { work_.Write("a.ndjson", two + kGood); },  // appended to
      [&] {                                           // another of its size
        work_.Write("b.ndjson", two);
        fs::rename("b.ndjson", "a.ndjson");
      }};
  for (const auto& change : changes) {
    work_.Write("a.ndjson", two);
    InputList inputs;
    inputs.paths = {"a.ndjson"};
    InputStamps stamps;
    EXPECT_EQ(Pass(inputs, *store_, &stamps), bytes);
    EXPECT_EQ(Pass(inputs, *store_, &stamps), bytes);
    change();
    EXPECT_EQ(Pass(inputs, *store_, &stamps), kChanged);
  }
}

TEST_F(ChangedInput, IsToldAtTheEndOfWhatWasReadOfIt) {
  const std::string long_text = [] {
    std::string text;
    while (text.size() < 200'000) text += kGood;
    return text;
  }();
  work_.Write("a.ndjson", long_text);
  InputList inputs;
  inputs.paths = {"a.ndjson"};
  InputStamps stamps;
  Pass(inputs, *store_, &stamps);
  const std::string told = Pass(inputs, *store_, &stamps, [&] {
    EXPECT_EQ(truncate("a.ndjson", 100'000), 0);
  });
  EXPECT_TRUE(told.ends_with(kChanged)) << told;
  // A whole submission is held back until its end is known.
  fs::rename("a.ndjson", "a.json");
  work_.Write("a.json", R"({"club":3,"season":"2020","outings":[)"
                        "\n]}");
  inputs.paths = {"a.json"};
  InputStamps others;
  Pass(inputs, *store_, &others);
  work_.Write("a.json", R"({"club":3,"season":"2020","outings":[]})");
  EXPECT_EQ(Pass(inputs, *store_, &others),
            "unreadable: 'a.json' was changed while it was being read\n");
}

// What the first pass did not count, the second does not decide.
TEST_F(ChangedInput, IsAFileThatCameTooLate) {
  InputList inputs;
  inputs.paths = {"a.ndjson"};
  InputStamps stamps;
  EXPECT_EQ(Pass(inputs, *store_, &stamps),
            "unreadable: 'a.ndjson' cannot be read: there is no file or folder "
            "of that name\n");
  work_.Write("a.ndjson", kGood);
  EXPECT_EQ(Pass(inputs, *store_, &stamps), kChanged);
  // Who reads once has nothing to compare.
  EXPECT_EQ(Pass(inputs, *store_, nullptr),
            std::to_string(std::string(kGood).size()) + " bytes\n");
}

}  // namespace
}  // namespace sigte
