// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <memory>

#include "engine/report/output_format.h"

/// The writers of output formats that are texts. Each borrows the program;
/// the options are kept.
namespace sigte {

/// The report for a terminal (text_report.h). Keeps details of the first 50.
std::unique_ptr<FormatWriter> MakeFullWriter(const Program& program,
                                             const FormatOptions& options);
/// "file:line:column: severity: message [CODE]", as GCC has it, and one line
/// of totals. Streams.
std::unique_ptr<FormatWriter> MakeConciseWriter(const Program& program,
                                                const FormatOptions& options);
/// schemas/decision.schema.json, a line each. Streams.
std::unique_ptr<FormatWriter> MakeNdjsonWriter(const Program& program,
                                               const FormatOptions& options);
/// schemas/decisions.schema.json, one document. Streams.
std::unique_ptr<FormatWriter> MakeJsonWriter(const Program& program,
                                             const FormatOptions& options);
/// SARIF 2.1.0 (OASIS). Worst results first, 25,000 at most; kept on disk.
std::unique_ptr<FormatWriter> MakeSarifWriter(const Program& program,
                                              const FormatOptions& options);
/// Workflow commands of GitHub Actions: the worst 10 of each severity.
std::unique_ptr<FormatWriter> MakeGithubWriter(const Program& program,
                                               const FormatOptions& options);
/// GitLab's Code Quality report. Streams.
std::unique_ptr<FormatWriter> MakeGitlabWriter(const Program& program,
                                               const FormatOptions& options);
/// JUnit's XML: a suite a file, a case a record. A suite is kept on disk.
std::unique_ptr<FormatWriter> MakeJunitWriter(const Program& program,
                                              const FormatOptions& options);
/// A row a record, for spreadsheets. Streams.
std::unique_ptr<FormatWriter> MakeCsvWriter(const Program& program,
                                            const FormatOptions& options);
/// For pull requests: totals and what needs somebody, the worst 50 of each
/// severity.
std::unique_ptr<FormatWriter> MakeMarkdownWriter(const Program& program,
                                                 const FormatOptions& options);

}  // namespace sigte
