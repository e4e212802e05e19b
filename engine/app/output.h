// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <sys/types.h>

#include <cstddef>
#include <string>
#include <string_view>

#include "engine/app/unfinished_files.h"

/// Where results go: standard output, or a file that is complete or absent.
namespace sigte {

class Output {
 public:
  /// Standard output.
  Output();
  /// Removes what was written to a file that was not finished.
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  /// Writes to `path` from now on: into a temporary file beside it, until
  /// Finish. A file that it replaces passes its mode on, and its owner where
  /// the system allows. A path that is no regular file (/dev/null) is written
  /// to directly. False: see error().
  bool OpenFile(const std::string& path);

  /// Writes behind what is in `path` already, all at once in Finish: until then
  /// it is kept on disk. False: see error().
  bool OpenToAppend(const std::string& path);

  /// Keeps back what cannot be taken back (standard output, a pipe) until
  /// Finish, on disk. False: see error().
  bool Hold();

  /// Collects and writes in large pieces. False once something went wrong.
  bool Write(std::string_view bytes);
  /// Brings all that was written so far safely to disk, so that only a name or
  /// a copy is left for Finish to do. False: see error().
  bool Prepare();
  /// Writes what is collected; gives a file its name. False: see error().
  bool Finish();

  /// Where it goes in the end.
  int fd() const { return held_for_ >= 0 ? held_for_ : fd_; }
  /// The system's words for what went wrong; empty while all is well.
  const std::string& error() const { return error_; }
  /// Whether some of it may stand where it was to go: a file has all or
  /// nothing, standard output and pipes what was written before it went wrong.
  bool left_part() const { return left_part_; }
  /// Whether it was the temporary folder that Hold could not use.
  bool cannot_hold() const { return cannot_hold_; }
  /// Whether standard output's reader went away (`| head`): no fault of anybody
  /// here, and nothing to complain of.
  static bool reader_left();

 private:
  bool Flush();
  bool Fail();
  bool Release();

  int fd_;
  int held_for_ = -1;         // what fd_ stands for while it is held
  std::string path_;          // empty: no name is given at the end
  UnfinishedFile temporary_;  // gone once it has its name
  std::string buffer_;
  std::string error_;
  bool cannot_hold_ = false;
  bool left_part_ = false;
};

/// The mode of a file that is simply created; mkstemp's is 0600.
mode_t OrdinaryMode();

/// Makes the names in the folder of `path` outlast a power cut, where the file
/// system can.
void SyncFolderOf(const std::string& path);

/// Writes all of `bytes` to `fd`; false with errno set.
bool WriteAll(int fd, std::string_view bytes);

/// Writes to standard error; whether that worked is nobody's to act on.
void WriteError(std::string_view bytes);

}  // namespace sigte
