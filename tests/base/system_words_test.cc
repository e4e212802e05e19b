// SPDX-License-Identifier: MPL-2.0

#include "engine/base/system_words.h"

#include <cerrno>
#include <system_error>

#include "gtest/gtest.h"

namespace sigte {
namespace {

// The process has one language for these; a test gives it back.
class SystemWordsTest : public testing::Test {
 protected:
  ~SystemWordsTest() override { SetSystemLanguage(Lang::kEn); }
};

TEST_F(SystemWordsTest, AreInTheLanguageOfTheProcess) {
  EXPECT_EQ(SystemWords(ENOENT), "there is no file or folder of that name");
  SetSystemLanguage(Lang::kDa);
  EXPECT_EQ(SystemWords(ENOENT), "der er ingen fil eller mappe med det navn");
  EXPECT_EQ(SystemWords("a b", EACCES), "'a b': du har ikke adgang");
}

TEST_F(SystemWordsTest, KnowWhatTheLibraryOfFilesSays) {
  EXPECT_EQ(SystemWords(std::make_error_code(std::errc::is_a_directory)),
            "it is a folder");
  EXPECT_EQ(SystemWords(std::error_code(EROFS, std::system_category())),
            "the disk can be read only, not written");
}

TEST_F(SystemWordsTest, AreTheNumberWhereThereAreNone) {
  EXPECT_EQ(SystemWords(12345), "the system's error no. 12345");
  EXPECT_EQ(SystemText(12345).In(Lang::kDa), "systemets fejl nr. 12345");
}

TEST_F(SystemWordsTest, AreThereForEveryNumber) {
  for (int error = 1; error < 140; ++error) {
    EXPECT_FALSE(SystemText(error).In(Lang::kDa).empty());
  }
}

TEST_F(SystemWordsTest, AreThereForWhatPeopleMeet) {
  for (const int error :
       {ENOENT, EACCES, EPERM, EISDIR, ENOTDIR, EEXIST, ENOTEMPTY, ENOSPC,
        EROFS, EMFILE, ENAMETOOLONG, ELOOP, EIO, EPIPE, EBUSY, ENOMEM}) {
    EXPECT_EQ(SystemText(error).In(Lang::kDa).find("fejl nr."),
              std::string::npos)
        << error;
  }
}

}  // namespace
}  // namespace sigte
