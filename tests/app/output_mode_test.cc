// SPDX-License-Identifier: MPL-2.0

// Who may read what is written: no more people than before.

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <string>

#include "engine/app/output.h"
#include "tests/app/bad_input.h"
#include "tests/app/program_runner.h"

namespace sigte {
namespace {

mode_t ModeOf(const std::string& path) {
  struct stat status {};
  EXPECT_EQ(stat(path.c_str(), &status), 0);
  return status.st_mode & 07777;
}

TEST(OutputFile, KeepsTheModeOfTheFileThatItReplaces) {
  const Workplace work;
  work.Write("a.ndjson", kGood);
  const std::string out = (work.folder() / "out.ndjson").string();
  for (const mode_t mode : {0600U, 0640U, 0664U, 0444U}) {
    work.Write("out.ndjson", "old");
    ASSERT_EQ(chmod(out.c_str(), mode), 0);
    EXPECT_EQ(work.Run({"screen", "-q", "-o", "out.ndjson", "a.ndjson"}).code,
              0);
    EXPECT_NE(work.Read("out.ndjson"), "old");
    EXPECT_EQ(ModeOf(out), mode);
    unlink(out.c_str());
  }
  EXPECT_EQ(work.Run({"screen", "-q", "-o", "out.ndjson", "a.ndjson"}).code, 0);
  EXPECT_EQ(ModeOf(out), OrdinaryMode());
}

// Only root may give files away.
TEST(OutputFile, KeepsTheOwnerWhereItCan) {
  if (geteuid() != 0) GTEST_SKIP() << "not root";
  const Workplace work;
  work.Write("a.ndjson", kGood);
  work.Write("out.ndjson", "old");
  const std::string out = (work.folder() / "out.ndjson").string();
  ASSERT_EQ(chown(out.c_str(), 1234, 2345), 0);
  ASSERT_EQ(chmod(out.c_str(), 0640), 0);
  EXPECT_EQ(work.Run({"screen", "-q", "-o", "out.ndjson", "a.ndjson"}).code, 0);
  struct stat status {};
  ASSERT_EQ(stat(out.c_str(), &status), 0);
  EXPECT_EQ(status.st_uid, 1234U);
  EXPECT_EQ(status.st_gid, 2345U);
  EXPECT_EQ(ModeOf(out), 0640U);
}

}  // namespace
}  // namespace sigte
