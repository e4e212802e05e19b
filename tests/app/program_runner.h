// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <filesystem>
#include <string>
#include <vector>

/// Runs the real program on files of a folder of its own.
namespace sigte {

struct ProgramRun {
  int code = -1;    ///< exit code; 128 + signal where it was killed
  std::string out;  ///< standard output
  std::string err;  ///< standard error
};

/// A temporary folder that is the program's working directory. English, the
/// ruleset of tests/data/mini and no colours unless the arguments say else.
class Workplace {
 public:
  Workplace();
  ~Workplace();
  Workplace(const Workplace&) = delete;
  Workplace& operator=(const Workplace&) = delete;

  void Write(const std::string& name, const std::string& text) const;
  std::string Read(const std::string& name) const;
  bool Has(const std::string& name) const;
  /// The ruleset of tests/data/mini as `rules`, with `more` behind its
  /// manifest.
  void CopyRuleset(const std::string& more) const;
  /// Every name in the folder, sorted: what a run left behind.
  std::vector<std::string> Names() const;
  std::filesystem::path folder() const { return folder_; }

  /// `environment` is set on top of a nearly empty one: "LANG=da_DK.UTF-8".
  ProgramRun Run(std::vector<std::string> arguments,
                 const std::string& standard_input = "",
                 std::vector<std::string> environment = {
                     "LANG=en_GB.UTF-8"}) const;

  /// Without one of the file descriptors 0 to 2, as some callers leave it.
  ProgramRun RunWithClosed(int stream,
                           std::vector<std::string> arguments) const;

 private:
  ProgramRun RunWith(std::vector<std::string> arguments,
                     const std::string& standard_input,
                     std::vector<std::string> environment, int closed) const;

  std::filesystem::path folder_;
};

}  // namespace sigte
