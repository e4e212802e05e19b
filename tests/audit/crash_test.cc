// SPDX-License-Identifier: MPL-2.0

// A writer that dies, or whose disk does, at every single step: afterwards the
// log verifies, says all or nothing of the run, and can be written on.

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <functional>
#include <string>

#include "tests/audit/log_fixture.h"
#include "tests/base/child_process.h"

namespace sigte::audit {
namespace {

namespace fs = std::filesystem;

// Enough for a full tile, and one that was partial before.
constexpr int kRecords = 300;

/// Calls `fault` at step number `at` (from 0), before or instead of the step.
class FaultyOps : public FileOps {
 public:
  /// `half`: a write puts half of its bytes on disk before the fault.
  FaultyOps(int at, std::function<bool()> fault, bool half = false)
      : at_(at), fault_(std::move(fault)), half_(half) {}

  int steps() const { return steps_; }

  int Create(const std::string& path, mode_t mode) override {
    return Step() ? FileOps::Create(path, mode) : -1;
  }
  bool Write(int fd, std::string_view bytes) override {
    if (steps_ == at_ && half_) {
      FileOps::Write(fd, bytes.substr(0, bytes.size() / 2));
    }
    return Step() && FileOps::Write(fd, bytes);
  }
  bool WriteAt(const std::string& path, std::uint64_t offset,
               std::string_view bytes) override {
    return Step() && FileOps::WriteAt(path, offset, bytes);
  }
  bool Sync(int fd) override { return Step() && FileOps::Sync(fd); }
  bool Close(int fd) override {
    const bool good = Step();
    const int fault = errno;
    const bool closed = FileOps::Close(fd);
    if (!good) errno = fault;
    return good && closed;
  }
  bool Rename(const std::string& from, const std::string& to) override {
    return Step() && FileOps::Rename(from, to);
  }
  bool Remove(const std::string& path) override {
    return Step() && FileOps::Remove(path);
  }
  bool MakeFolders(const std::string& path, mode_t mode) override {
    return Step() && FileOps::MakeFolders(path, mode);
  }
  bool SyncFolder(const std::string& path) override {
    return Step() && FileOps::SyncFolder(path);
  }

 private:
  bool Step() { return steps_++ != at_ || fault_(); }

  int at_;
  int steps_ = 0;
  std::function<bool()> fault_;
  bool half_;
};

/// A log with one run in it, and room for a copy of it.
class CrashTest : public testing::Test {
 protected:
  void SetUp() override {
    MakeLog(folder_, {40});
    fs::rename(folder_.path() / "log", folder_.path() / "good");
    fs::rename(folder_.path() / "log-private", folder_.path() / "good-private");
    entries_ = VerifyLog((folder_.path() / "good").string()).entries;
  }

  void Restore() const {
    for (const char* name : {"log", "log-private"}) {
      fs::remove_all(folder_.path() / name);
    }
    const auto how = fs::copy_options::recursive;
    fs::copy(folder_.path() / "good", folder_.path() / "log", how);
    fs::copy(folder_.path() / "good-private", folder_.path() / "log-private",
             how);
  }

  // All or nothing of the run, whatever happened; then another run goes in.
  void CheckAfterwards(const std::string& when, bool succeeded) const {
    VerifyReport report = VerifyLog(folder_.log());
    ASSERT_TRUE(report.ok()) << when << "\n" << Text(report.issues);
    const bool there = report.entries > entries_;
    ASSERT_TRUE(!there || report.runs.size() == 2) << when;
    ASSERT_TRUE(there || report.entries == entries_) << when;
    if (succeeded) {
      ASSERT_TRUE(there) << when;
    }
    // What is in the log can be opened: its salts are there.
    if (there) {
      ASSERT_EQ(StoredRuns(folder_.store()).size(), 2u) << when;
    }
    const bool cut = !FindLeftovers(folder_.log(), report.entries).empty();
    ASSERT_EQ(Text(report.issues).find("L132") != std::string::npos, cut);
    FileOps ops;
    std::string why;
    ASSERT_TRUE(AppendRun(folder_.log(), 3, TestKey(), &ops, &why))
        << when << why;
    report = VerifyLog(folder_.log());
    ASSERT_EQ(Text(report.issues), "") << when;
    ASSERT_EQ(report.types.contains("log.note"), cut) << when;
    ASSERT_EQ(StoredRuns(folder_.store()).size(), there ? 3u : 2u) << when;
  }

  int StepsOfARun() const {
    Restore();
    FaultyOps ops(-1, [] { return true; });
    std::string why;
    EXPECT_TRUE(AppendRun(folder_.log(), kRecords, TestKey(), &ops, &why));
    return ops.steps();
  }

  TestFolder folder_;
  std::uint64_t entries_ = 0;
};

// fork and SIGKILL: no destructor runs, no buffer is flushed.
TEST_F(CrashTest, KilledAtAnyStepItSaysAllOrNothing) {
  const int steps = StepsOfARun();
  ASSERT_GT(steps, 40);
  for (int step = 0; step <= steps; ++step) {
    for (const bool half : {false, true}) {
      Restore();
      const pid_t child = ForkChild();
      if (child == 0) {
        FaultyOps ops(
            step,
            [] {
              kill(getpid(), SIGKILL);
              return false;
            },
            half);
        std::string why;
        const bool good =
            AppendRun(folder_.log(), kRecords, TestKey(), &ops, &why);
        _exit(good ? 0 : 1);
      }
      int status = 0;
      waitpid(child, &status, 0);
      if (step < steps) {
        ASSERT_TRUE(WIFSIGNALED(status)) << step;
      }
      CheckAfterwards("killed at step " + std::to_string(step),
                      WIFEXITED(status) && WEXITSTATUS(status) == 0);
      if (HasFatalFailure()) return;
    }
  }
}

struct DiskFault {
  const char* name;
  int number;
  friend void PrintTo(const DiskFault& fault, std::ostream* out) {
    *out << fault.name;
  }
};

class DiskFaultTest : public CrashTest,
                      public testing::WithParamInterface<DiskFault> {};

TEST_P(DiskFaultTest, AtAnyStepFailsTheRunAndSpoilsNothing) {
  const int steps = StepsOfARun();
  for (int step = 0; step < steps; ++step) {
    Restore();
    bool broken = false;
    FaultyOps ops(step, [&] {
      errno = GetParam().number;
      broken = true;
      return false;
    });
    std::string why;
    const bool good = AppendRun(folder_.log(), kRecords, TestKey(), &ops, &why);
    ASSERT_TRUE(broken);
    // What only tidies up may fail without harm.
    if (!good) {
      ASSERT_NE(why.find("L104 cannot-write-log"), why.npos) << why;
    }
    CheckAfterwards("step " + std::to_string(step), good);
    if (HasFatalFailure()) return;
  }
}

INSTANTIATE_TEST_SUITE_P(Errors, DiskFaultTest,
                         testing::Values(DiskFault{"FullDisk", ENOSPC},
                                         DiskFault{"IoError", EIO},
                                         DiskFault{"ReadOnly", EROFS}),
                         [](const auto& test) {
                           return std::string(test.param.name);
                         });

// The disk stays full: not even the tidying up after the fault works.
TEST_F(CrashTest, OnADiskThatStaysFullTheLogStands) {
  class FullDisk : public FileOps {
   public:
    explicit FullDisk(int room) : room_(room) {}
    bool Write(int fd, std::string_view bytes) override {
      return Room() && FileOps::Write(fd, bytes);
    }
    bool Remove(const std::string& /*path*/) override { return Room(); }
    bool Rename(const std::string& from, const std::string& to) override {
      return Room() && FileOps::Rename(from, to);
    }

   private:
    bool Room() {
      errno = ENOSPC;
      return room_-- > 0;
    }
    int room_;
  };
  for (int room = 0; room < 18; ++room) {
    Restore();
    FullDisk ops(room);
    std::string why;
    const bool good = AppendRun(folder_.log(), kRecords, TestKey(), &ops, &why);
    CheckAfterwards("room for " + std::to_string(room), good);
    if (HasFatalFailure()) return;
  }
}

// Another user's process, so that it holds for root's tests too.
TEST_F(CrashTest, InAFolderThatIsReadOnlyNothingIsWritten) {
  if (geteuid() != 0) GTEST_SKIP() << "only root can become somebody else";
  Restore();
  fs::permissions(folder_.path(), fs::perms(0755));
  fs::permissions(folder_.path() / "log-private", fs::perms(0700));
  const pid_t child = ForkChild();
  if (child == 0) {
    if (setgid(65534) != 0 || setuid(65534) != 0) _exit(2);
    FileOps ops;
    std::string why;
    const bool good = AppendRun(folder_.log(), 3, TestKey(), &ops, &why);
    _exit(!good && why.find("you have no access") != why.npos ? 0 : 1);
  }
  int status = 0;
  waitpid(child, &status, 0);
  EXPECT_EQ(WEXITSTATUS(status), 0);
  const VerifyReport report = VerifyLog(folder_.log());
  EXPECT_EQ(Text(report.issues), "");
  EXPECT_EQ(report.entries, entries_);
}

// Several at once: one writes, the others are told so, none is half in.
TEST_F(CrashTest, OfManyWritersAtOnceEachIsInWholeOrNotAtAll) {
  Restore();
  constexpr int kWriters = 6;
  std::vector<pid_t> children;
  for (int i = 0; i < kWriters; ++i) {
    children.push_back(ForkChild());
    if (children.back() == 0) {
      FileOps ops;
      std::string why;
      if (AppendRun(folder_.log(), kRecords, TestKey(), &ops, &why)) _exit(0);
      _exit(why.find("L103 locked") != why.npos ? 1 : 2);
    }
  }
  std::size_t wrote = 0;
  for (const pid_t child : children) {
    int status = 0;
    waitpid(child, &status, 0);
    ASSERT_TRUE(WIFEXITED(status));
    ASSERT_NE(WEXITSTATUS(status), 2);
    if (WEXITSTATUS(status) == 0) ++wrote;
  }
  EXPECT_GE(wrote, 1u);
  const VerifyReport report = VerifyLog(folder_.log());
  EXPECT_EQ(Text(report.issues), "");
  EXPECT_EQ(report.runs.size(), 1 + wrote);
}

}  // namespace
}  // namespace sigte::audit
