// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "tests/app/program_runner.h"
#include "tests/app/report_parts.h"
#include "tests/read/package_builder.h"

/// Tables by the shipped questionnaire, and what goes back of them.
namespace sigte {

inline constexpr const char* kHeading =
    "Kommune;Id;Område;Initiativ;Bruttoudgifter;Felt 3;Felt 4;Felt 5;Målgruppe;"
    "Felt 7;Indhold;Felt 9;Felt 10\n";

/// A row of the questionnaire with `cost` and `income`.
inline std::string RowOf(const std::string& id, const std::string& cost,
                         const std::string& income = "0") {
  return "Aarhus;" + id + ";Beskæftigelse;Mentorer;" + cost + ";" + income +
         ";;Kommunalfuldmagten;b);kvinder;Frivillige mentorer hjælper;Job;80\n";
}

class TableReplies : public testing::Test {
 protected:
  ProgramRun Run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin() + 1,
                     {"--rules", SIGTE_SOURCE_DIR "/rules/kortlaegning-2022"});
    return work_.Run(std::move(arguments));
  }

  /// A sheet of a workbook as it stands in the package, the first being 1.
  std::string Sheet(const std::string& name, int number) const {
    const std::string wanted =
        "xl/worksheets/sheet" + std::to_string(number) + ".xml";
    for (const auto& [part, text] : PartsOf(work_.Read(name))) {
      if (part == wanted) return text;
    }
    return {};
  }

  Workplace work_;
};

}  // namespace sigte
