// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "tests/app/program_runner.h"

/// What the tests of `sigte audit` stand on.
namespace sigte {

inline constexpr const char* kAuditedFile =
    "{\"season\": \"2020\", \"club\": 7, \"outings\": [\n"
    "  {\"id\": \"1\", \"title\": \"Zoo\", \"cost\": 10, "
    "\"target\": \"members\"},\n"
    "  {\"id\": \"2\", \"title\": \"By ferry\", \"cost\": 20, "
    "\"target\": \"members\"},\n"
    "  {\"id\": \"3\", \"title\": \"Picnic\", \"cost\": 30}\n"
    "]}\n";
inline constexpr const char* kAuditedOther =
    "{\"season\": \"2020\", \"club\": 8, \"outings\": []}\n";

/// A workplace with a log and two submissions.
class AuditTest : public testing::Test {
 protected:
  void SetUp() override {
    work_.Write("in/a.json", kAuditedFile);
    work_.Write("in/b.json", kAuditedOther);
    ASSERT_EQ(
        Run({"audit", "init", "--origin", "club.example/log", "log"}).code, 0);
  }

  ProgramRun Run(std::vector<std::string> arguments,
                 const std::string& input = "") const {
    return work_.Run(std::move(arguments), input);
  }

  ProgramRun Screen(std::vector<std::string> more = {"in"}) const {
    more.insert(more.begin(), {"screen", "--audit", "log", "-q"});
    return Run(std::move(more));
  }

  /// Every byte of the log, as one text.
  std::string LogBytes() const {
    std::string bytes;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(
             work_.folder() / "log" / "tile" / "entries")) {
      if (!entry.is_regular_file()) continue;
      bytes += work_.Read(
          std::filesystem::relative(entry.path(), work_.folder()).string());
    }
    return bytes;
  }

  Workplace work_;
};

}  // namespace sigte
