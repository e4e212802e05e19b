// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/app/input_stamps.h"
#include "engine/app/inputs.h"
#include "engine/base/issue.h"
#include "engine/read/line_reader.h"
#include "engine/record/layout.h"
#include "engine/table/table_reader.h"

/// A run's input, cut into pieces that can be worked on at the same time.
namespace sigte {

enum class JobKind : std::uint8_t {
  kLines,       ///< whole lines of a stream, a record each
  kSubmission,  ///< a whole file
  kLongLine,    ///< one line that is too long to be read; `block.first_line`
  kUnreadable,  ///< a file that cannot be read
  kTable,       ///< rows of a table, as the lines that they stand for
  kRecord,      ///< one record, over as many lines as it likes
};

struct Job {
  JobKind kind = JobKind::kLines;
  std::string file;       ///< what people call it
  std::size_t input = 0;  ///< which of InputList::paths
  LineBlock block;        ///< its text; the padding lies behind
  bool first = true;      ///< of its file
  /// What is to be said of the file, apart from its contents.
  std::vector<Issue> issues;
  TableBlock table;                  ///< kTable: where the lines came from
  std::vector<TableRemark> remarks;  ///< of a table's file
  bool cut_short = false;            ///< the rest of the table cannot be read
  /// Of the decision of ours that the file begins with; 0: it does not.
  std::size_t own_output_line = 0;

  std::string_view text() const { return block.text(); }
};

/// An issue about a file or a record as such; its place is the text's start.
Issue MakeIssue(MessageKey key, Severity severity,
                std::vector<LocalText> args = {});

/// Gives the jobs of a list of files, in order. Memory is bounded by the
/// largest submission, or by a block where files are streams.
class JobSource {
 public:
  /// Borrows all but the last; of pipes that are in `spooled`, what was kept is
  /// read. Who reads the inputs more than once gives the same `stamps` to each
  /// source (else null): a file that is no longer what it was is refused, at
  /// its end where it was changed meanwhile.
  JobSource(const InputList& inputs, const TableSetup& tables,
            SpooledInputs spooled, InputStamps* stamps = nullptr);
  ~JobSource();
  JobSource(const JobSource&) = delete;
  JobSource& operator=(const JobSource&) = delete;

  /// The next job into `*job`, reusing its room. False when there is none.
  bool Next(Job* job);

  /// Bytes that were read so far.
  std::uint64_t bytes_read() const;

 private:
  bool Open(Job* job);
  bool BeginFile(Job* job);
  LineReader::Result NextBlock(LineBlock* block);
  bool ReadWhole(Job* job);
  bool TakeFirst(Job* job);
  void TakeSecondLine(Job* job);
  bool TakeNext(Job* job);
  void LookForOwnOutput(Job* job);
  bool HasChanged() const;
  bool Refuse(Job* job, MessageKey key, std::vector<LocalText> args);
  void CloseFile();

  // job_tables.cc
  enum class Form : std::uint8_t { kText, kTable, kRefused };
  bool ReadBeginning(LocalText* why);
  Form OpenTable(Job* job);
  Form OpenWorkbookFile(Job* job);
  Form OpenCsvFile(Job* job);
  Form RefuseTable(TableRemark fault, Job* job);
  void TellOtherName(const std::string& ending, Job* job) const;
  bool KeepOnDisk(Job* job);
  bool TakeTableBlock(Job* job);

  const InputList& inputs_;
  const TableSetup& tables_;
  const Layout& layout_;
  const SpooledInputs spooled_;
  InputStamps* const stamps_;
  JsonReader json_;
  std::size_t next_path_ = 0;
  std::size_t input_ = 0;  // the open file's number
  std::string path_;
  std::string source_;  // where it is read from
  int fd_ = -1;
  std::string beginning_;  // of the open file
  bool is_spooled_ = false;
  bool from_pipe_ = false;  // beginning_ cannot be read again
  std::optional<LineReader> lines_;
  // What the reader gave that is no block, until somebody asks for it.
  std::optional<LineReader::Result> ahead_;
  std::size_t ahead_line_ = 0;
  std::size_t own_output_line_ = 0;
  std::unique_ptr<TableReader> table_;
  std::uint64_t bytes_done_ = 0;
};

}  // namespace sigte
