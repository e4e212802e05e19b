// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/app/folder_walk.h"
#include "engine/app/settings.h"
#include "engine/base/issue.h"
#include "engine/read/json_reader.h"

/// The files that a run is about. Knows what a submission looks like from
/// outside, not what is in it.
namespace sigte {

/// What people call standard input, on the command line and in messages.
inline constexpr std::string_view kStandardInput = "-";
inline constexpr std::string_view kStandardInputName = "<stdin>";

struct InputList {
  std::vector<std::string> paths;  ///< in the order of screening; "-": stdin
  /// Where each of them is read from; empty: from itself. A run that is logged
  /// reads its own copies, so that what is screened is what was logged.
  std::vector<std::string> copies;
  IssueList issues;               ///< what could not be looked into
  IssueList notices;              ///< links to folders, as warnings
  std::vector<std::string> logs;  ///< audit logs that were passed over
  std::uint64_t bytes = 0;        ///< all of them together; 0: not known
};

/// The files that `arguments` name: files as they stand, folders with every
/// file below them that is called .json, .ndjson, .jsonl, .csv, .tsv or as a
/// workbook is, by name (see WalkFolder). A file named twice is screened once.
InputList ListInputs(const std::vector<std::string>& arguments);

/// The same with other endings; `empty` is what is said of a folder that has
/// none of them.
InputList ListInputs(const std::vector<std::string>& arguments,
                     std::span<const std::string_view> endings,
                     MessageKey empty);

/// The files that ListInputs finds below `folder`, without what it has to say
/// of what it cannot look into.
std::vector<std::string> DataFilesBelow(const std::string& folder);

/// Tells what of the folders is not among the files though somebody may think
/// so; audit logs under --verbose only.
void TellPassedOver(const InputList& inputs, const Settings& settings);

/// Whether writing `output` would replace one of the inputs.
bool IsInput(const std::string& output, const InputList& inputs);

/// Whether a file of this name is found in a folder.
bool IsInputName(const std::string& path);

/// False, too, where it cannot be looked at.
bool IsFolder(const std::string& path);

/// "<stdin>" for "-", else the path.
std::string InputName(const std::string& path);

enum class InputForm : std::uint8_t {
  kSubmission,  ///< one JSON value: an object with a list of records, or a
                ///< list of records that each say whose they are
  kStream,      ///< NDJSON: a record a line
};

/// What a file is, from its name and how its text begins. `list_member` is the
/// member that holds a submission's records. `beginning` holds whole lines, or
/// all that there is, with the reader's padding behind it. A broken first line
/// makes no stream a document: the records after it are to be read.
InputForm FormOf(const std::string& path, std::string_view beginning,
                 std::string_view list_member, JsonReader* reader);

/// Opens `path` to be read; a negative number with `*why` the system's words.
/// Standard input is file descriptor 0; the caller closes the others.
int OpenInput(const std::string& path, LocalText* why);

/// Whether `path` can be read only once: standard input, a pipe, a device.
bool IsReadOnce(const std::string& path);

/// What came of a pipe that is read only once.
struct SpooledInput {
  int fd = -1;         ///< an unlinked temporary file, gone when it is closed
  LocalText why = {};  ///< where there is none
  bool is_unread = false;  ///< it was the pipe that failed, and not the disk
};

/// The bytes of `from` behind `beginning` (what was read of it already), kept
/// on disk so that they can be read twice.
SpooledInput SpoolPipe(int from, std::string_view beginning);

/// What was kept so, or could not be read, by InputList::paths.
using SpooledInputs = std::map<std::string, SpooledInput>;

}  // namespace sigte
