// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/report/text_report.h"
#include "gtest/gtest.h"
#include "tests/decide/sample_program.h"
#include "tests/report/reported_file.h"

/// What the tests of the terminal report stand on.
namespace sigte::test {

inline std::unique_ptr<Program> ReportProgram() {
  auto program = SampleProgram();
  // The layout of a program is fixed once it runs; here it still is not.
  Layout layout;
  for (Field field : program->layout.fields()) {
    if (field.name == "amount") field.unit = {"1.000 kr.", "DKK 1,000"};
    if (field.name == "municipality") {
      field.choices[0].title = LocalText("København");
      field.choices[1].title = LocalText("Aarhus");
    }
    layout.Add(field);
  }
  layout.list_member = program->layout.list_member;
  layout.missing_markers = program->layout.missing_markers;
  layout.id = program->layout.id;
  layout.group = program->layout.group;
  layout.title = program->layout.title;
  layout.amount = program->layout.amount;
  program->layout = layout;
  return program;
}

class TextReportTest : public testing::Test {
 protected:
  std::vector<Decision> Decide(std::string_view text) {
    return DecideAll(*program_, text);
  }

  std::string Report(std::string_view text, const ReportOptions& options) {
    ReportData data(options.limit, options.verbose);
    for (const Decision& decision : Decide(text)) data.Add(decision);
    return TextReport(data, *program_, options, {1, std::nullopt});
  }

  std::unique_ptr<Program> program_ = ReportProgram();
};

}  // namespace sigte::test
