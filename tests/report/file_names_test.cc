// SPDX-License-Identifier: MPL-2.0

#include "engine/report/file_names.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace sigte::test {
namespace {

// What each of the files is called beside the others.
std::string NamesOf(const std::vector<std::string>& paths) {
  FileNames names;
  for (const std::string& path : paths) names.Add(path);
  std::string out;
  for (const std::string& path : paths) out += names.Of(path) + " ";
  return out;
}

TEST(FileNames, HaveNoFoldersWhereTheyDiffer) {
  EXPECT_EQ(NamesOf({"a.csv"}), "a.csv ");
  EXPECT_EQ(NamesOf({"in/a.csv", "in/b.csv", "/out/ba.csv"}),
            "a.csv b.csv ba.csv ");
  EXPECT_EQ(NamesOf({"in/a.csv", "in/a.csv"}), "a.csv a.csv ");
}

TEST(FileNames, HaveAsManyFoldersAsTellThemApart) {
  EXPECT_EQ(NamesOf({"in/north/a.csv", "in/south/a.csv", "in/south/b.csv"}),
            "north/a.csv south/a.csv b.csv ");
  EXPECT_EQ(NamesOf({"y/2019/b/a.csv", "y/2020/b/a.csv", "y/2020/c/a.csv"}),
            "2019/b/a.csv 2020/b/a.csv c/a.csv ");
  EXPECT_EQ(NamesOf({"north/a.csv", "north/ba.csv", "norths/a.csv"}),
            "north/a.csv ba.csv norths/a.csv ");
}

TEST(FileNames, AreWholeWhereThePathIsTheEndOfAnother) {
  EXPECT_EQ(NamesOf({"a.csv", "in/a.csv", "out/in/a.csv"}),
            "a.csv in/a.csv out/in/a.csv ");
  EXPECT_EQ(NamesOf({"in/a.csv", "/in/a.csv"}), "in/a.csv /in/a.csv ");
}

TEST(FileNames, NameFoldersThatCouldNotBeLookedInto) {
  EXPECT_EQ(NamesOf({"in/closed/", "in/<stdin>", "<stdin>"}),
            "closed/ in/<stdin> <stdin> ");
  EXPECT_EQ(NamesOf({"/", ""}), "/  ");
}

}  // namespace
}  // namespace sigte::test
