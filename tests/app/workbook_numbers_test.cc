// SPDX-License-Identifier: MPL-2.0

// Numbers in workbooks that we write: as numbers where they keep their digits.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/app/program_runner.h"
#include "tests/read/workbook_cells.h"

namespace sigte {
namespace {

using testing::HasSubstr;

/// Outings may cost what they will; two are asked about.
class WorkbookNumbers : public testing::Test {
 protected:
  WorkbookNumbers() {
    work_.CopyRuleset("");
    std::string figures = work_.Read("rules/parameters.yaml");
    figures.replace(figures.find("1000"), 4, "9000000000000000000");
    work_.Write("rules/parameters.yaml", figures);
  }

  void Write(const std::string& first, const std::string& second) const {
    const auto outing = [](const char* id, const std::string& cost) {
      return std::string(R"({"club":7,"id":")") + id + R"(","title":"Trip )" +
             id + R"(","cost":)" + cost + "}\n";
    };
    work_.Write("a.ndjson", outing("1", first) + outing("2", second));
  }

  // The cells of the workbook that the arguments make.
  std::string Made(std::vector<std::string> arguments,
                   std::size_t sheet = 0) const {
    arguments.insert(arguments.end(), {"--lang", "en", "--rules", "rules", "-o",
                                       "made.xlsx", "a.ndjson"});
    const ProgramRun run = work_.Run(arguments);
    EXPECT_LT(run.code, 2) << run.err;
    return Cells(work_.Read("made.xlsx"), sheet);
  }

  Workplace work_;
};

TEST_F(WorkbookNumbers, AreNumbersOfFifteenDigits) {
  Write("999999999999998", "1");
  EXPECT_THAT(Made({"screen"}), HasSubstr("C8#2 D8#999999999999999 |"));
  EXPECT_THAT(Made({"screen"}, 1), HasSubstr("#999999999999998 "));
  EXPECT_THAT(Made({"review", "--list"}), HasSubstr(" D4#999999999999998 "));
}

TEST_F(WorkbookNumbers, AreTextsOfMoreDigits) {
  Write("1234567890123456", "1");
  EXPECT_THAT(Made({"screen"}), HasSubstr("C8#2 D8'1,234,567,890,123,457 |"));
  EXPECT_THAT(Made({"screen"}, 1), HasSubstr("'1234567890123456 "));
  EXPECT_THAT(Made({"review", "--list"}),
              HasSubstr(" D4'1,234,567,890,123,456 "));
}

}  // namespace
}  // namespace sigte
