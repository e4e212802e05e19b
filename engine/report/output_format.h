// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/caret.h"
#include "engine/base/issue.h"
#include "engine/decide/decision.h"
#include "engine/evaluate/program.h"
#include "engine/record/record.h"
#include "engine/report/ruling_tally.h"
#include "engine/report/summary.h"
#include "engine/report/words.h"

/// What every output format is: a writer that turns a run into bytes.
///
/// A run is screened once and told to any number of writers. Workers make
/// fragments, one a job, at the same time; the writer merges them in the order
/// of the input on one thread, and may write as it goes.
namespace sigte {

/// Where bytes go. False ends the run: they could not be written.
using Sink = std::function<bool(std::string_view)>;

/// How a format is to be written. Borrowed texts live as long as the writer.
struct FormatOptions {
  Lang lang = Lang::kDa;
  bool color = false;
  std::size_t width = 100;
  /// Details of each list for people, the worst first; the rest is counted.
  std::size_t limit = 50;
  std::size_t line_columns = kUsualLineColumns;  ///< shown of a source line
  bool verbose = false;  ///< what was left out, too, where that is optional
  /// False: nothing that the submitter wrote but for file and sheet names;
  /// place, code and our own words. Of no effect on `full`, `ndjson`, `json`
  /// and `xlsx`, which are made of values.
  bool show_values = true;
  /// SARIF for those who only know failures: what waits for people is a
  /// warning, and what was rightly left out is not mentioned.
  bool sarif_compat = false;
  bool borderline_fails = false;  ///< the exit code says so
  std::string program_version;    ///< "0.1.0"
  /// Absolute; files below it are named relative to it where a format needs
  /// that. Empty: names stay as they are.
  std::string folder;
};

/// What only the run as a whole knows.
struct RunResult {
  const Summary& summary;
  RulingCounts rulings;
  std::vector<std::string> files;  ///< that were looked into
  int exit_code = 0;
  std::optional<double> seconds;  ///< told to those who watch
};

/// What comes of one job for one writer. Used by one thread at a time.
class FormatFragment {
 public:
  virtual ~FormatFragment() = default;
  /// Forgets the job before, and begins one of `file`.
  virtual void Begin(const std::string& file) = 0;
  /// `record` is null where it could not be read.
  virtual void Add(const Decision& decision, const Record* record) = 0;
  /// Something about the file and none of its records.
  virtual void AddFileFinding(const Finding& finding,
                              const std::string& file) = 0;
  /// The file could not be read at all; why was told as a finding of it.
  virtual void AddUnreadable(const std::string& /*file*/) {}
  /// A file without records answered for `group`; `file` holds what it says of
  /// all of them. That it did is in RunResult::summary already.
  virtual void AddEmpty(const std::string& /*group*/, const Record& /*file*/) {}
  /// A name that led to no file.
  virtual void AddUnlisted(const Finding& why, const std::string& file) {
    AddFileFinding(why, file);
    AddUnreadable(file);
  }
};

/// Writes one output. Merge and End are called on one thread, each false once
/// `sink` was, or once something could not be kept (error()).
class FormatWriter {
 public:
  virtual ~FormatWriter() = default;
  /// Whether it looks at the source lines of evidence (DecideOptions::lines).
  virtual bool reads_lines() const { return true; }
  /// Thread-safe.
  virtual std::unique_ptr<FormatFragment> MakeFragment() const = 0;
  /// A fragment of this writer, in the order of the input.
  virtual bool Merge(FormatFragment* fragment, const Sink& sink) = 0;
  /// What is left to be written. Once.
  virtual bool End(const RunResult& result, const Sink& sink) = 0;
  /// The system's words for why Merge or End failed where it was not `sink`,
  /// but something that had to be kept; else empty.
  virtual std::string error() const { return {}; }
  /// The same as a person reads it.
  virtual std::optional<Issue> fault() const;
  /// What its users are to know and its consumers would not say: that
  /// something was cut. After End.
  virtual std::vector<Issue> remarks() const { return {}; }
};

}  // namespace sigte
