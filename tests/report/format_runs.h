// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "engine/report/format_writers.h"
#include "gtest/gtest.h"
#include "tests/decide/sample_program.h"
#include "tests/report/reported_file.h"

/// Output formats on decisions of the sample program.
namespace sigte::test {

using Make = std::unique_ptr<FormatWriter> (*)(const Program&,
                                               const FormatOptions&);

struct Tried {
  const char* name;
  Make make;
  bool is_json;  // escapes what it holds, and may hold any letter

  friend void PrintTo(const Tried& format, std::ostream* out) {
    *out << format.name;
  }
};

inline constexpr Tried kFormats[] = {
    {"Full", MakeFullWriter, false},
    {"Concise", MakeConciseWriter, false},
    {"Ndjson", MakeNdjsonWriter, true},
    {"Json", MakeJsonWriter, true},
    {"Sarif", MakeSarifWriter, false},
    {"Github", MakeGithubWriter, false},
    {"Gitlab", MakeGitlabWriter, false},
    {"Junit", MakeJunitWriter, false},
    {"Csv", MakeCsvWriter, false},
    {"Markdown", MakeMarkdownWriter, false},
};

/// What one run makes of `decisions`, each a job of its own.
struct Written {
  std::string text;
  std::vector<Issue> remarks;
};

inline Written Write(Make make, const Program& program,
                     const FormatOptions& options,
                     const std::vector<Decision>& decisions,
                     const std::vector<Finding>& of_file = {}) {
  Written written;
  const Sink sink = [&](std::string_view bytes) {
    written.text += bytes;
    return true;
  };
  const auto writer = make(program, options);
  const auto fragment = writer->MakeFragment();
  Summary summary;
  for (const Decision& decision : decisions) {
    summary.Add(decision);
    fragment->Begin(decision.file);
    if (&decision == &decisions.front()) {
      for (const Finding& finding : of_file) {
        fragment->AddFileFinding(finding, decision.file);
      }
    }
    fragment->Add(decision, nullptr);
    EXPECT_TRUE(writer->Merge(fragment.get(), sink));
  }
  const RunResult result{summary, {}, {"data.json"}, 1, {}};
  EXPECT_TRUE(writer->End(result, sink)) << writer->error();
  written.remarks = writer->remarks();
  return written;
}

}  // namespace sigte::test
