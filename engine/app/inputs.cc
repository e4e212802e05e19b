// SPDX-License-Identifier: MPL-2.0

#include "engine/app/inputs.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <system_error>

#include "engine/app/log.h"
#include "engine/app/nearest_file.h"
#include "engine/app/output.h"
#include "engine/app/telling.h"
#include "engine/base/system_words.h"
#include "engine/base/temp_file.h"
#include "engine/read/line_reader.h"

namespace sigte {
namespace {

namespace fs = std::filesystem;

// Old and foreign workbooks are listed so that they are told of.
constexpr std::array<std::string_view, 10> kInputEndings = {
    ".json", ".ndjson", ".jsonl", ".csv",  ".tsv",
    ".xlsx", ".xlsm",   ".xls",   ".xlsb", ".ods"};

using Endings = std::span<const std::string_view>;

void Append(const IssueList& from, IssueList* to) {
  for (const Issue& issue : from.issues()) to->Add(issue);
}

void AddFolder(const std::string& folder, Endings endings, MessageKey empty,
               InputList* list) {
  const FolderWalk walk = WalkFolder(folder, endings);
  if (walk.files.empty() && walk.faults.empty()) {
    list->issues.Error(empty, nullptr, {}, {folder});
  }
  Append(walk.faults, &list->issues);
  Append(walk.notices, &list->notices);
  list->logs.insert(list->logs.end(), walk.logs.begin(), walk.logs.end());
  list->paths.insert(list->paths.end(), walk.files.begin(), walk.files.end());
}

void DropRepeated(InputList* list) {
  std::set<std::string> seen;
  std::erase_if(list->paths, [&](const std::string& path) {
    std::error_code error;
    const auto real = fs::weakly_canonical(path, error);
    return !seen.insert(error || path == kStandardInput ? path : real.string())
                .second;
  });
}

void AddUpBytes(InputList* list) {
  for (const std::string& path : list->paths) {
    std::error_code error;
    const std::uintmax_t size =
        path == kStandardInput ? 0 : fs::file_size(path, error);
    if (error || size == 0) {
      list->bytes = 0;
      return;
    }
    list->bytes += size;
  }
}

// What the first line says when it is a JSON value of its own.
enum class FirstLine : std::uint8_t { kSubmission, kList, kRecord, kNoValue };

// Whether `line` is a JSON value by itself; what is wrong is told elsewhere.
bool ReadLine(std::string_view line, JsonReader* reader, Document* document) {
  IssueList ignored;
  return reader->Read(line, nullptr, 0, document, &ignored);
}

FirstLine ReadFirstLine(std::string_view line, std::string_view list_member,
                        JsonReader* reader) {
  Document document;
  if (!ReadLine(line, reader, &document)) return FirstLine::kNoValue;
  const NodeKind kind = document[Document::kRoot].kind;
  if (kind == NodeKind::kArray) return FirstLine::kList;
  return kind == NodeKind::kObject &&
                 document.Member(Document::kRoot, list_member) != kNoNode
             ? FirstLine::kSubmission
             : FirstLine::kRecord;
}

// Whether `second`, the line after a whole value, is one more of them.
bool GoesOn(std::string_view second, bool is_called_stream,
            JsonReader* reader) {
  Document document;
  return !second.empty() &&
         (is_called_stream || ReadLine(second, reader, &document));
}

bool BeginsRecord(std::string_view line) {
  return !line.empty() && line.front() == '{';
}

// Whether a line is an object by itself, and the next one neither goes on with
// a comma nor closes a bracket: so stands none in a list or an object.
bool HasRecordLine(std::string_view lines, JsonReader* reader) {
  Document document;
  while (!lines.empty()) {
    const std::string_view line = TakeLine(&lines);
    std::string_view rest = lines;
    const std::string_view next = TakeLine(&rest);
    const std::size_t begin = next.find_first_not_of(" \t\r");
    const bool goes_on = begin != next.npos &&
                         std::string_view(",]}").find(next[begin]) != next.npos;
    if (BeginsRecord(line) && !goes_on && ReadLine(line, reader, &document)) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool IsInputName(const std::string& path) {
  return std::ranges::find(kInputEndings, EndingOf(path)) !=
             kInputEndings.end() &&
         !IsHiddenName(path);
}

bool IsFolder(const std::string& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

InputList ListInputs(const std::vector<std::string>& arguments) {
  return ListInputs(arguments, kInputEndings, "A111.empty-folder");
}

InputList ListInputs(const std::vector<std::string>& arguments,
                     std::span<const std::string_view> endings,
                     MessageKey empty) {
  InputList list;
  for (const std::string& argument : arguments) {
    std::error_code error;
    if (argument != kStandardInput && fs::is_directory(argument, error)) {
      AddFolder(argument, endings, empty, &list);
    } else {
      list.paths.push_back(argument);
    }
  }
  DropRepeated(&list);
  AddUpBytes(&list);
  return list;
}

std::vector<std::string> DataFilesBelow(const std::string& folder) {
  return WalkFolder(folder, kInputEndings).files;
}

void TellPassedOver(const InputList& inputs, const Settings& settings) {
  const std::string told = IssuesText(inputs.notices, settings.lang);
  if (!told.empty()) WriteError(told);
  for (const std::string& log : inputs.logs) {
    Log::Info(Message(settings.lang, "log.passed-over", {AsTold(log)}));
  }
}

bool IsInput(const std::string& output, const InputList& inputs) {
  if (output.empty()) return false;
  return std::ranges::any_of(inputs.paths, [&](const std::string& path) {
    std::error_code error;
    return fs::equivalent(path, output, error);
  });
}

std::string InputName(const std::string& path) {
  return path == kStandardInput ? std::string(kStandardInputName) : path;
}

InputForm FormOf(const std::string& path, std::string_view beginning,
                 std::string_view list_member, JsonReader* reader) {
  std::string_view rest = beginning;
  const std::string_view first = TakeLine(&rest);
  const std::string_view others = rest;
  const std::string_view second = TakeLine(&rest);
  const bool is_called_stream =
      path.ends_with(".ndjson") || path.ends_with(".jsonl");
  const auto if_alone = [&](bool is_whole) {
    return is_whole && second.empty() ? InputForm::kSubmission
                                      : InputForm::kStream;
  };
  switch (ReadFirstLine(first, list_member, reader)) {
    // Others like it follow where somebody put files together by the line.
    case FirstLine::kSubmission:
      return GoesOn(second, is_called_stream, reader) ? InputForm::kStream
                                                      : InputForm::kSubmission;
    // One value on one line may be either: then the name tells.
    case FirstLine::kList: return if_alone(!is_called_stream);
    case FirstLine::kRecord: return if_alone(path.ends_with(".json"));
    case FirstLine::kNoValue: break;
  }
  // What begins with a bracket and leaves it open may be a broken line: then
  // records follow, or there is nothing that could close it.
  // A lone brace under a stream's name is one object over several lines.
  const std::size_t end = first.find_last_not_of(" \t\r");
  if (first.starts_with('[') ||
      (is_called_stream && first.substr(0, end + 1) == "{")) {
    const bool is_broken_line =
        (is_called_stream && second.empty()) ||
        (!path.ends_with(".json") && HasRecordLine(others, reader));
    return is_broken_line ? InputForm::kStream : InputForm::kSubmission;
  }
  if (is_called_stream) return InputForm::kStream;
  const bool names_list = beginning.find("\"" + std::string(list_member) +
                                         "\"") != std::string_view::npos;
  if (path.ends_with(".json") || names_list) {
    return BeginsRecord(second) && !names_list ? InputForm::kStream
                                               : InputForm::kSubmission;
  }
  return second.empty() || BeginsRecord(second) ? InputForm::kStream
                                                : InputForm::kSubmission;
}

int OpenInput(const std::string& path, LocalText* why) {
  if (path == kStandardInput) return STDIN_FILENO;
  const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) *why = WhyUnopened(path, errno);
  return fd;
}

bool IsReadOnce(const std::string& path) {
  if (path == kStandardInput) return true;
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  return !error && fs::is_other(status);
}

SpooledInput SpoolPipe(int from, std::string_view beginning) {
  std::string no_room;
  const int fd = OpenTempFile(&no_room);
  if (fd < 0) return {-1, no_room};
  std::array<char, 65536> buffer;
  bool is_written = WriteAll(fd, beginning);
  ssize_t count = 1;
  while (is_written && count != 0) {
    count = read(from, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) break;
    is_written = WriteAll(fd, {buffer.data(), static_cast<std::size_t>(count)});
  }
  const bool is_unread = count < 0;
  if (!is_unread && is_written && lseek(fd, 0, SEEK_SET) == 0) return {fd};
  const LocalText why = SystemText(errno);
  close(fd);
  return {-1, why, is_unread};
}

}  // namespace sigte
