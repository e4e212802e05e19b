// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/base/issue.h"
#include "engine/base/messages.h"
#include "engine/base/source.h"
#include "engine/rule/configuration_loader.h"

/// `.sigte.yaml`: where it is, and what its paths mean. Knows no command.
namespace sigte {

inline constexpr const char* kConfigurationName = ".sigte.yaml";

/// What is checked in place of the work tree: files of git's index, laid out in
/// a folder of their own. All empty: the files are where they are.
struct StagedPlace {
  std::string tree;  ///< that folder, absolute
  std::string top;   ///< the work tree that it stands for, absolute
};

/// What the user says about configuration.
struct ConfigurationChoice {
  std::string file;   ///< --config or SIGTE_CONFIG; empty: look for it
  bool none = false;  ///< --no-config
  StagedPlace staged;
};

/// A file that was read without an error.
struct ConfigurationFile {
  std::string path;              ///< as people name it from where they stand
  std::string folder;            ///< absolute
  std::string digest;            ///< SHA-256 of its bytes
  std::unique_ptr<Source> text;  ///< `values` point into it
  Configuration values;
};

/// Absolute, without links, "." and ".."; as it is where it cannot be said.
std::string AbsolutePath(const std::string& path);
/// As people would name it from where they stand, where it lies below.
std::string ShortPath(const std::string& path);

/// The configuration that holds for `input` (a file, a folder or "-"): the one
/// in its folder or the nearest above, up to the first folder that holds .git,
/// the home folder or the root. A folder where anybody may put files (/tmp) is
/// passed over, but for one's own file where it is not made for that. Empty
/// where there is none.
std::string FindConfiguration(const std::string& input,
                              const StagedPlace& staged);

/// A data file, and the configuration that holds for it.
struct GovernedFile {
  std::string path;
  std::string configuration;  ///< empty: none
};

/// The data files that `input` (a file or a folder) stands for, the first of
/// each folder: one configuration holds for all of a folder's.
std::vector<GovernedFile> GovernedFiles(const std::string& input,
                                        const StagedPlace& staged);

/// Whether `file` lies below the folder of `above`, not in it.
bool LiesBelow(const std::string& file, const ConfigurationFile& above);

/// Null after adding an error.
std::unique_ptr<ConfigurationFile> ReadConfigurationFile(
    const std::string& path, std::vector<std::unique_ptr<Source>>* refused,
    IssueList* issues);

/// `path`, which is meant from the configuration's folder, as it can be opened
/// from here. What lies in the repository of `staged` is what is staged of it,
/// there or not.
std::string PathWithin(const ConfigurationFile& file, const std::string& path,
                       const StagedPlace& staged);

/// The inputs of `file`, patterns replaced by the data files that they name, in
/// order. A pattern that names none adds nothing.
std::vector<std::string> ExpandInputs(const ConfigurationFile& file,
                                      const StagedPlace& staged);

/// Whether the inputs of `file` name `path` or a folder that it lies in; of
/// what is staged, by its place in the work tree as well.
bool CoversInput(const ConfigurationFile& file, const std::string& path,
                 const StagedPlace& staged);

}  // namespace sigte
