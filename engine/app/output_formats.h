// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/issue.h"
#include "engine/report/output_format.h"

/// The table of output formats, and which output gets which.
namespace sigte {

struct OutputFormat {
  std::string_view name;
  /// What a file of it may be called, the first of all most usual; blanks
  /// between. The first format of the table with an ending has it.
  std::string_view endings;
  /// A file's whole name that means this format, or empty.
  std::string_view file_name;
  /// Whether people read it, who then need not be told the same on standard
  /// error.
  bool for_people;
  bool is_text;
  std::unique_ptr<FormatWriter> (*make)(const Program& program,
                                        const std::string& title,
                                        const FormatOptions& options);
};

/// In the order in which people are told of them.
std::span<const OutputFormat> OutputFormats();
/// Null where none is called so. "text" is what "full" was called once.
const OutputFormat* FindOutputFormat(std::string_view name);
std::vector<std::string> OutputFormatNames();

/// One output of a run.
struct OutputChoice {
  const OutputFormat* format = nullptr;
  std::string path;     ///< "-": standard output
  bool append = false;  ///< the file is others', too
};

/// What `--format FORMAT` (null: none) and each `-o` ask for together:
///
/// * "FORMAT:FILE" is that format;
/// * else a file's format is the one of its name or ending, but the one of
///   --format where that ending is one of its, too, or says nothing;
/// * where no file is of the format of --format, it goes to standard output,
///   and without any file the format is "full".
///
/// Adds errors for endings that say nothing, and for two outputs in one place.
std::vector<OutputChoice> ChooseOutputs(const OutputFormat* format,
                                        const std::vector<std::string>& files,
                                        IssueList* issues);

}  // namespace sigte
