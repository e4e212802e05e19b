// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/base/messages.h"
#include "engine/evaluate/program.h"

/// The questionnaire as a workbook to be filled in: made from the layout of a
/// submission and the ruleset's own words.
namespace sigte {

/// What the ruleset says beside the layout, in one language.
struct TemplateWords {
  std::string title;
  std::vector<std::string> instructions;  ///< a step each
};

struct TemplateOptions {
  Lang lang = Lang::kDa;
  std::size_t rows = 100;  ///< for records
  bool numbered = false;   ///< the id column is filled in: 1, 2, 3 …
  std::string scratch_folder;
};

/// Rows that fit a sheet, with room for the head.
inline constexpr std::size_t kMostTemplateRows = 100000;

/// Writes the workbook to `path`. False with `*why` where that cannot be done.
bool WriteTemplate(const Program& program, const TemplateWords& words,
                   const TemplateOptions& options, const std::string& path,
                   std::string* why);

}  // namespace sigte
