// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <set>
#include <string>

/// What the files of one letter or workbook are called: nothing more of a path
/// than tells the file from the others. Whose folders they lie in is no concern
/// of those who sent them.
namespace sigte {

class FileNames {
 public:
  /// A file that is spoken of, as other outputs name it.
  void Add(const std::string& path);

  /// "a.csv"; "north/a.csv" where there is a "south/a.csv", too. Not made
  /// printable.
  std::string Of(const std::string& path) const;

 private:
  // Back to front, so that those which end alike are neighbours.
  std::set<std::string> turned_;
};

}  // namespace sigte
