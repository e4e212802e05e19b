// SPDX-License-Identifier: MPL-2.0

// Files → jobs: opens, tells the form, cuts streams into blocks.

#include "engine/app/job.h"

#include <unistd.h>

#include <algorithm>
#include <utility>

#include "engine/app/record_look.h"
#include "engine/app/telling.h"
#include "engine/base/byte_order_mark.h"

namespace sigte {
namespace {

// A decision is nine times its record, and what becomes of a block should still
// be in the processor's cache when it is written.
constexpr std::size_t kBlockSize = 64 * 1024;

// More than one line that is not blank.
bool HasLines(std::string_view text) {
  const std::size_t last = text.find_last_not_of(" \t\r\n");
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return last != text.npos &&
         text.substr(first, last - first).find('\n') != text.npos;
}

void Append(const LineBlock& more, LineBlock* whole) {
  whole->bytes.resize(whole->size);
  whole->bytes.append(more.bytes, 0, more.size);
  whole->size += more.size;
  whole->bytes.append(kReadPadding, '\0');
}

}  // namespace

Issue MakeIssue(MessageKey key, Severity severity,
                std::vector<LocalText> args) {
  return {key, severity, std::move(args), nullptr, {}, {}, {}};
}

JobSource::JobSource(const InputList& inputs, const TableSetup& tables,
                     SpooledInputs spooled, InputStamps* stamps)
    : inputs_(inputs),
      tables_(tables),
      layout_(tables.layout),
      spooled_(std::move(spooled)),
      stamps_(stamps) {}

JobSource::~JobSource() { CloseFile(); }

std::uint64_t JobSource::bytes_read() const {
  return bytes_done_ + (lines_ ? lines_->bytes_read() : 0);
}

bool JobSource::Next(Job* job) {
  job->issues.clear();
  job->remarks.clear();
  job->table = {};
  job->first = false;
  job->cut_short = false;
  while (true) {
    // A job may have been of another file before.
    job->file = AsTold(InputName(path_));
    job->own_output_line = own_output_line_;
    if (lines_ && TakeNext(job)) return true;
    if (table_ != nullptr && TakeTableBlock(job)) return true;
    if (HasChanged()) {
      Refuse(job, "A117.changed-meanwhile", {job->file});
      return true;
    }
    CloseFile();
    if (next_path_ == inputs_.paths.size()) return false;
    job->input = next_path_++;
    path_ = inputs_.paths[job->input];
    source_ = inputs_.copies.empty() ? path_ : inputs_.copies[job->input];
    job->file = AsTold(InputName(path_));
    job->first = true;
    job->own_output_line = own_output_line_ = 0;
    if (Open(job) && BeginFile(job)) return true;
    if (job->kind == JobKind::kUnreadable || !job->remarks.empty()) return true;
  }
}

// True when there is something to begin with; false with kind kUnreadable when
// the file is of no use, or with a remark that says why nothing is read of it.
bool JobSource::Open(Job* job) {
  LocalText why;
  job->kind = JobKind::kLines;
  const auto spooled = spooled_.find(source_);
  is_spooled_ = spooled != spooled_.end();
  if (is_spooled_) {
    fd_ = spooled->second.fd;
    why = spooled->second.why;
  } else {
    fd_ = OpenInput(source_, &why);
  }
  const bool changed =
      stamps_ != nullptr && !stamps_->IsAsBefore(job->input, fd_);
  if (fd_ < 0) {
    return Refuse(job, "A110.unreadable-file", {job->file, why});
  }
  input_ = job->input;
  if (changed) return Refuse(job, "A117.changed-meanwhile", {job->file});
  if (is_spooled_) lseek(fd_, 0, SEEK_SET);
  if (!ReadBeginning(&why)) {
    return Refuse(job, "A110.unreadable-file", {job->file, why});
  }
  const Form form = OpenTable(job);
  if (form != Form::kText) return form == Form::kTable;
  if (LooksLikeUtf16(beginning_)) return Refuse(job, "D122.utf-16", {});
  lines_.emplace(fd_, kBlockSize,
                 path_.ends_with(".json") ? kMaxDocument : kMaxLine);
  if (from_pipe_) lines_->Begin(beginning_);
  return true;
}

bool JobSource::BeginFile(Job* job) {
  if (table_ != nullptr) return TakeTableBlock(job);
  const bool any = TakeFirst(job);
  if (lines_ && lines_->had_byte_order_mark()) {
    job->issues.push_back(
        MakeIssue("D160.byte-order-mark", Severity::kNote, {}));
  }
  if (!any) return Refuse(job, "D161.empty-file", {});
  if (job->kind != JobKind::kLines) return true;
  TakeSecondLine(job);
  if (FormOf(path_, job->text(), layout_.list_member, &json_) ==
      InputForm::kStream) {
    LookForOwnOutput(job);
    return true;
  }
  const std::string ending = EndingOf(path_);
  if ((ending == ".ndjson" || ending == ".jsonl") && HasLines(job->text())) {
    TellOtherName(ending, job);
  }
  return ReadWhole(job);
}

bool JobSource::ReadWhole(Job* job) {
  job->kind = JobKind::kSubmission;
  LineBlock more;
  while (true) {
    switch (NextBlock(&more)) {
      case LineReader::Result::kBlock: break;
      case LineReader::Result::kEnd:
        return !HasChanged() ||
               Refuse(job, "A117.changed-meanwhile", {job->file});
      case LineReader::Result::kError:
        return Refuse(job, "A110.unreadable-file",
                      {job->file, lines_->error()});
      case LineReader::Result::kLineTooLong:
        return Refuse(job, "D162.file-too-large", {});
    }
    if (job->block.size + more.size > kMaxDocument) {
      return Refuse(job, "D162.file-too-large", {});
    }
    Append(more, &job->block);
  }
}

// The first block with more in it than blank lines. False where there is none.
bool JobSource::TakeFirst(Job* job) {
  while (TakeNext(job)) {
    if (job->kind != JobKind::kLines) return true;
    if (job->text().find_first_not_of(" \t\r\n") != std::string_view::npos) {
      return true;
    }
  }
  return false;
}

// Two lines tell the form, and the first may be longer than a block.
void JobSource::TakeSecondLine(Job* job) {
  std::string_view text = job->text();
  TakeLine(&text);
  bool has_second = !TakeLine(&text).empty();
  LineBlock more;
  while (!has_second) {
    const LineReader::Result result = lines_->Next(&more);
    if (result != LineReader::Result::kBlock) {
      ahead_ = result;
      ahead_line_ = more.first_line;
      return;
    }
    Append(more, &job->block);
    has_second =
        more.text().find_first_not_of(" \t\r\n") != std::string_view::npos;
  }
}

LineReader::Result JobSource::NextBlock(LineBlock* block) {
  if (!ahead_) return lines_->Next(block);
  block->size = 0;
  block->first_line = ahead_line_;
  return *std::exchange(ahead_, std::nullopt);
}

void JobSource::LookForOwnOutput(Job* job) {
  std::string_view text = job->text();
  const std::string_view first = TakeLine(&text);
  Document document;
  IssueList ignored;
  if (!json_.Read(first, nullptr, 0, &document, &ignored) ||
      LookOfRecord(document, Document::kRoot, layout_) !=
          RecordLook::kDecision) {
    return;
  }
  const auto breaks = std::count(job->text().data(), first.data(), '\n');
  own_output_line_ = job->block.first_line + static_cast<std::size_t>(breaks);
  job->own_output_line = own_output_line_;
}

// Whether the open file is no longer what was opened first.
bool JobSource::HasChanged() const {
  return stamps_ != nullptr && fd_ >= 0 && !stamps_->IsAsBefore(input_, fd_);
}

// The next block of the open file. False at its end.
bool JobSource::TakeNext(Job* job) {
  job->kind = JobKind::kLines;
  switch (NextBlock(&job->block)) {
    case LineReader::Result::kBlock: return true;
    case LineReader::Result::kEnd: return false;
    case LineReader::Result::kError:
      Refuse(job, "A110.unreadable-file", {job->file, lines_->error()});
      return true;
    case LineReader::Result::kLineTooLong:
      job->kind = JobKind::kLongLine;
      return true;
  }
  return false;
}

bool JobSource::Refuse(Job* job, MessageKey key, std::vector<LocalText> args) {
  job->kind = JobKind::kUnreadable;
  job->issues.push_back(MakeIssue(key, Severity::kError, std::move(args)));
  CloseFile();
  return false;
}

void JobSource::CloseFile() {
  if (lines_) bytes_done_ += lines_->bytes_read();
  lines_.reset();
  ahead_.reset();
  table_.reset();
  if (fd_ > STDIN_FILENO && !is_spooled_) close(fd_);
  fd_ = -1;
}

}  // namespace sigte
