// SPDX-License-Identifier: MPL-2.0

// Files that hold a table, told by what they are and not only by their names.

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include "engine/app/job.h"
#include "engine/base/byte_order_mark.h"
#include "engine/base/system_words.h"
#include "engine/report/queue_workbook.h"

namespace sigte {
namespace {

constexpr std::size_t kBeginning = 4096;
constexpr std::size_t kTableBlock = 256 * 1024;

bool IsSeekable(int fd) {
  struct stat status {};
  return fstat(fd, &status) == 0 && S_ISREG(status.st_mode);
}

// What a JSON submission or a line of NDJSON begins with.
bool BeginsJson(std::string_view text) {
  text.remove_prefix(ByteOrderMark(text));
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first == std::string_view::npos || text[first] == '{' ||
         text[first] == '[';
}

bool IsTextTableName(std::string_view ending) {
  return ending == ".csv" || ending == ".tsv" || ending == ".txt";
}

bool IsWorkbookName(std::string_view ending) {
  constexpr std::array<std::string_view, 5> kNames = {".xlsx", ".xlsm", ".xls",
                                                      ".xlsb", ".ods"};
  return std::ranges::find(kNames, ending) != kNames.end();
}

}  // namespace

// The first bytes of the open file; of a pipe no more than come at once, but
// for the few that tell a workbook.
bool JobSource::ReadBeginning(LocalText* why) {
  from_pipe_ = !IsSeekable(fd_);
  beginning_.resize(kBeginning);
  std::size_t size = 0;
  while (true) {
    char* const at = beginning_.data() + size;
    const std::size_t room = kBeginning - size;
    const ssize_t got = from_pipe_
                            ? read(fd_, at, room)
                            : pread(fd_, at, room, static_cast<off_t>(size));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) {
      *why = SystemText(errno);
      return false;
    }
    size += static_cast<std::size_t>(got);
    constexpr std::size_t kSignature = 8;
    if (got == 0 || size == kBeginning || (from_pipe_ && size >= kSignature)) {
      break;
    }
  }
  beginning_.resize(size);
  return true;
}

// A pipe's bytes where they can be read again.
bool JobSource::KeepOnDisk(Job* job) {
  if (!from_pipe_) return true;
  const SpooledInput kept = SpoolPipe(fd_, beginning_);
  if (kept.is_unread) {
    return Refuse(job, "A110.unreadable-file", {job->file, kept.why});
  }
  if (kept.fd < 0) return Refuse(job, "A114.cannot-spool", {kept.why});
  fd_ = kept.fd;
  from_pipe_ = false;
  return true;
}

JobSource::Form JobSource::OpenTable(Job* job) {
  switch (SignatureOf(beginning_)) {
    case FileSignature::kCompoundFile:
      Refuse(job, "D338.old-or-locked", {});
      return Form::kRefused;
    case FileSignature::kPacked:
      Refuse(job, "D395.packed-file", {std::string(PackerOf(beginning_))});
      return Form::kRefused;
    case FileSignature::kZip: return OpenWorkbookFile(job);
    case FileSignature::kOther: break;
  }
  return beginning_.empty() || BeginsJson(beginning_) ? Form::kText
                                                      : OpenCsvFile(job);
}

JobSource::Form JobSource::OpenWorkbookFile(Job* job) {
  const std::string ending = EndingOf(path_);
  if (!KeepOnDisk(job)) return Form::kRefused;
  std::optional<TableRemark> fault;
  table_ = OpenWorkbook(fd_, tables_, &fault);
  if (table_ == nullptr) return RefuseTable(*std::move(fault), job);
  if (ending == ".xlsm" || ending == ".xlsx") return Form::kTable;
  TellOtherName(ending, job);
  return Form::kTable;
}

// What is no table by intention, and so no fault, is one without rows.
JobSource::Form JobSource::RefuseTable(TableRemark fault, Job* job) {
  job->kind = fault.issue.severity == Severity::kError ? JobKind::kUnreadable
                                                       : JobKind::kTable;
  job->block.size = 0;
  job->remarks.push_back(std::move(fault));
  CloseFile();
  return Form::kRefused;
}

void JobSource::TellOtherName(const std::string& ending, Job* job) const {
  if (ending.empty() || path_ == kStandardInput) return;
  job->issues.push_back(
      MakeIssue("D339.not-what-it-is-called", Severity::kNote, {ending}));
}

// Text that is called a table is one. Any other is one when it has a heading.
JobSource::Form JobSource::OpenCsvFile(Job* job) {
  const std::string ending = EndingOf(path_);
  const bool is_called_so = IsTextTableName(ending) || IsWorkbookName(ending);
  if (!KeepOnDisk(job)) return Form::kRefused;
  if (IsQueueAsText(beginning_)) {
    return RefuseTable(RemarkOf("A646.queue-as-text", Severity::kNote), job);
  }
  std::optional<TableRemark> fault;
  table_ = OpenCsv(fd_, tables_, &fault);
  if (table_ == nullptr && !is_called_so) return Form::kText;
  if (!IsTextTableName(ending)) TellOtherName(ending, job);
  return table_ == nullptr ? RefuseTable(*std::move(fault), job) : Form::kTable;
}

// The next rows, or what is left to be said of the file. False at its end.
bool JobSource::TakeTableBlock(Job* job) {
  job->kind = JobKind::kTable;
  job->block.bytes.clear();
  const bool any = table_->Next(kTableBlock, &job->block.bytes, &job->table);
  job->block.size = job->block.bytes.size();
  job->block.bytes.append(kReadPadding, '\0');
  for (TableRemark& remark : table_->TakeRemarks()) {
    job->remarks.push_back(std::move(remark));
  }
  job->cut_short = table_->was_cut();
  return any || job->first || !job->remarks.empty();
}

}  // namespace sigte
