// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/app/program_runner.h"

namespace sigte {

/// A folder with the schema below as s.json.
class Validate : public testing::Test {
 protected:
  static constexpr const char* kSchema = R"({
  "type": "object",
  "properties": {
    "title": {"type": "string", "minLength": 1},
    "area": {"enum": ["work", "school", "leisure"]},
    "day": {"type": "string", "format": "date"}
  },
  "required": ["title"],
  "additionalProperties": false
})";

  Validate() { work_.Write("s.json", kSchema); }

  ProgramRun Run(std::vector<std::string> arguments,
                 const std::string& standard_input = "") const {
    arguments.insert(arguments.begin(), {"validate", "--schema", "s.json"});
    return work_.Run(arguments, standard_input);
  }

  Workplace work_;
};

}  // namespace sigte
