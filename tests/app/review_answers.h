// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>
#include <vector>

#include "tests/app/program_runner.h"
#include "tests/app/report_parts.h"
#include "tests/app/ruling_files.h"

/// What the tests of `sigte review` stand on.
namespace sigte {

inline const std::string kFour = "rulings/r-7-4-by_members-1.yaml";
inline const std::string kThree = "rulings/r-7-3-by_members-1.yaml";

inline std::string Answer(const std::string& answer, const std::string& body,
                          const std::string& more = "") {
  return "{\"answer\":\"" + answer +
         "\",\"reason\":\"seen\",\"text\":\"Asked\","
         "\"body\":\"" +
         body + "\",\"role\":\"chair\"" + more + "}\n";
}

inline ProgramRun Review(const Workplace& work, const std::string& input,
                         std::vector<std::string> more = {}) {
  std::vector<std::string> arguments = {"review", "--today", "2026-11-25",
                                        "a.json"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return work.Run(arguments, input);
}

inline std::string VerdictOf(const Workplace& work, const std::string& id) {
  const ProgramRun run = work.Run(
      {"screen", "--today", "2026-11-25", "--format", "ndjson", "a.json"});
  const std::string line = LineOf(run.out, "{\"id\":\"" + id + "\"");
  const std::size_t at = line.find("\"verdict\":\"") + 11;
  return line.substr(at, line.find('"', at) - at);
}

}  // namespace sigte
