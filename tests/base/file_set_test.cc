// SPDX-License-Identifier: MPL-2.0

#include "engine/base/file_set.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "engine/base/digest.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace sigte {
namespace {

namespace fs = std::filesystem;

/// A folder of its own for each test, gone afterwards.
class Folder : public testing::Test {
 protected:
  Folder() {
    std::string pattern = testing::TempDir() + "sigte-folder-XXXXXX";
    path_ = mkdtemp(pattern.data());
  }
  ~Folder() override { fs::remove_all(path_); }

  void Write(const std::string& name, const std::string& text) {
    const fs::path path = fs::path(path_) / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
  }

  std::string path_;
};

std::vector<std::string> Names(const FileSet& files) {
  std::vector<std::string> names;
  for (const auto& file : files.files()) names.push_back(file->name());
  return names;
}

// The example of FIPS 180-4.
TEST(Digest, IsSha256InHex) {
  EXPECT_EQ(Sha256Hex("abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(Sha256Hex(""),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(FileSet, SortsByNameAndReplaces) {
  FileSet files;
  files.Add("b.yaml", "1");
  files.Add("a.yaml", "2");
  files.Add("b.yaml", "3");
  EXPECT_THAT(Names(files), testing::ElementsAre("a.yaml", "b.yaml"));
  EXPECT_EQ(files.Find("b.yaml")->text(), "3");
  EXPECT_EQ(files.Find("c.yaml"), nullptr);
}

TEST(FileSet, ChangesItsDigestWithEveryNameAndByte) {
  const auto digest = [](const std::string& name, const std::string& text) {
    FileSet files;
    files.Add("first", "x");
    files.Add(name, text);
    return files.Digest();
  };
  EXPECT_EQ(digest("a", "b"), digest("a", "b"));
  EXPECT_NE(digest("a", "b"), digest("a", "c"));
  EXPECT_NE(digest("a", "b"), digest("ab", ""));
  EXPECT_NE(digest("a\nb", ""), digest("a\\nb", ""));
}

// sha256sum a.yaml b.yaml | sha256sum
TEST(FileSet, HasADigestThatSha256sumGives) {
  FileSet files;
  files.Add("a.yaml", "abc");
  EXPECT_EQ(files.Digest(), Sha256Hex(Sha256Hex("abc") + "  a.yaml\n"));
}

TEST_F(Folder, IsReadWithItsFoldersButWithoutWhatIsHidden) {
  Write("rules.yaml", "r");
  Write("terms/language.yaml", "t");
  Write("terms/MORE.Yaml", "m");
  Write("schema.json", "{}");
  Write("notes.txt", "no");
  Write(".hidden.yaml", "no");
  Write(".git/config.yaml", "no");
  std::string why;
  const auto files = ReadFolder(path_, {".yaml", ".json"}, &why);
  ASSERT_TRUE(files.has_value()) << why;
  EXPECT_THAT(Names(*files),
              testing::ElementsAre("rules.yaml", "schema.json",
                                   "terms/MORE.Yaml", "terms/language.yaml"));
  EXPECT_EQ(files->Find("terms/language.yaml")->text(), "t");
}

TEST_F(Folder, ThatIsNotThereIsAFault) {
  std::string why;
  EXPECT_FALSE(ReadFolder(path_ + "/none", {".yaml"}, &why).has_value());
  EXPECT_EQ(why,
            "'" + path_ + "/none': there is no file or folder of that name");
}

TEST_F(Folder, FilesAreReadByteByByte) {
  const std::string text("a\0\xFF\r\n", 5);
  Write("f", text + std::string(300000, 'x'));
  std::string why;
  EXPECT_EQ(ReadFile(path_ + "/f", &why), text + std::string(300000, 'x'));
  EXPECT_EQ(ReadFile(path_ + "/g", &why), std::nullopt);
  EXPECT_EQ(why, "there is no file or folder of that name");
  EXPECT_EQ(ReadFile(path_, &why), std::nullopt);
  EXPECT_EQ(why, "it is a folder");
}

}  // namespace
}  // namespace sigte
