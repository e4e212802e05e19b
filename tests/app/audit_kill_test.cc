// SPDX-License-Identifier: MPL-2.0

// The real program on bad days: kill -9 at every system call that changes a
// file, a full disk, two at once. Afterwards the log verifies, and the output
// is there only if the log says so.

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mount.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <string>
#include <thread>

#include "tests/app/program_runner.h"
#include "tests/base/child_process.h"

namespace sigte {
namespace {

namespace fs = std::filesystem;

constexpr const char* kSubmission =
    "{\"season\": \"2020\", \"club\": 7, \"outings\": [\n"
    "{\"id\": \"1\", \"title\": \"Zoo\", \"cost\": 10}]}\n";

TEST(AuditOnABadDay, OnAFullDiskFailsAndKeepsWhatThereWas) {
  const Workplace work;
  work.Write("a.json", kSubmission);
  const fs::path disk = work.folder() / "disk";
  fs::create_directory(disk);
  if (mount("none", disk.c_str(), "tmpfs", 0, "size=256k") != 0) {
    GTEST_SKIP() << "only root can make a small disk";
  }
  EXPECT_EQ(work.Run({"audit", "init", "disk/log"}).code, 0);
  int runs = 0;
  ProgramRun run;
  do {
    run = work.Run({"screen", "-q", "--audit", "disk/log", "a.json"});
    ++runs;
  } while (run.code == 0 && runs < 500);
  EXPECT_GT(runs, 1);
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(run.out, "");
  EXPECT_NE(run.err.find("there is no room left on the disk"), run.err.npos)
      << run.err;
  const ProgramRun verify = work.Run({"audit", "verify", "disk/log"});
  EXPECT_EQ(verify.code, 0);
  EXPECT_NE(verify.out.find("  aggregate: " + std::to_string(runs - 1) + "\n"),
            verify.out.npos)
      << verify.out;
  umount(disk.c_str());
}

TEST(AuditOnABadDay, OfTwoProgramsAtOnceNeitherSpoilsTheOther) {
  const Workplace work;
  work.Write("a.json", kSubmission);
  ASSERT_EQ(work.Run({"audit", "init", "log"}).code, 0);
  std::array<ProgramRun, 2> runs;
  for (int round = 0; round < 5; ++round) {
    const auto screen = [&](ProgramRun* run) {
      *run = work.Run({"screen", "-q", "--audit", "log", "a.json"});
    };
    std::thread first(screen, &runs[0]);
    std::thread second(screen, &runs[1]);
    first.join();
    second.join();
    for (const ProgramRun& run : runs) {
      EXPECT_TRUE(run.code == 0 ||
                  (run.code == 2 && run.out.empty() &&
                   run.err.find("[L103 locked]") != std::string::npos))
          << run.code << run.err;
    }
    EXPECT_EQ(std::min(runs[0].code, runs[1].code), 0);
    EXPECT_EQ(work.Run({"audit", "verify", "log"}).code, 0);
  }
}

#if defined(__x86_64__)

// Calls after which the disk is another.
bool Changes(const user_regs_struct& registers) {
  switch (registers.orig_rax) {
    case SYS_write:
    case SYS_pwrite64:
    case SYS_rename:
    case SYS_unlink:
    case SYS_mkdir:
    case SYS_rmdir:
    case SYS_fsync: return true;
    case SYS_openat: return (registers.rdx & O_CREAT) != 0;
    default: return false;
  }
}

void BecomeTheProgram(const fs::path& folder) {
  if (chdir(folder.c_str()) != 0) _exit(127);
  const int out = open("out", O_WRONLY | O_CREAT | O_TRUNC, 0600);
  const int null = open("/dev/null", O_RDWR);
  dup2(null, STDIN_FILENO);
  dup2(out, STDOUT_FILENO);
  dup2(null, STDERR_FILENO);
  setenv("SIGTE_RULES", SIGTE_SOURCE_DIR "/tests/data/mini", 1);
  // The sanitizer's search for leaks cannot be traced.
  setenv("ASAN_OPTIONS", "detect_leaks=0", 1);
  if (ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) != 0) _exit(126);
  execl(SIGTE_PROGRAM, SIGTE_PROGRAM, "screen", "--threads", "1", "--audit",
        "log", "a.json", nullptr);
  _exit(127);
}

enum class Ending { kKilled, kDone, kNotTraced };

/// Runs the program and kills it as it enters, or leaves, such a call number
/// `at` (from 0).
Ending RunAndKill(const fs::path& folder, int at, bool leaving) {
  const pid_t child = ForkChild();
  if (child == 0) BecomeTheProgram(folder);
  int status = 0;
  waitpid(child, &status, 0);
  if (!WIFSTOPPED(status)) return Ending::kNotTraced;
  ptrace(PTRACE_SETOPTIONS, child, nullptr, PTRACE_O_TRACESYSGOOD);
  int seen = 0;
  bool entering = true;
  int signal = 0;
  while (true) {
    ptrace(PTRACE_SYSCALL, child, nullptr, signal);
    waitpid(child, &status, 0);
    if (!WIFSTOPPED(status)) return Ending::kDone;
    signal = WSTOPSIG(status);
    if (signal != (SIGTRAP | 0x80)) continue;
    signal = 0;
    user_regs_struct registers{};
    ptrace(PTRACE_GETREGS, child, nullptr, &registers);
    const bool here = entering != leaving && Changes(registers);
    entering = !entering;
    if (!here || seen++ != at) continue;
    kill(child, SIGKILL);
    waitpid(child, &status, 0);
    return Ending::kKilled;
  }
}

TEST(AuditOnABadDay, KilledAtAnyCallTheProgramHasLoggedAllOrNothing) {
  const Workplace work;
  work.Write("a.json", kSubmission);
  ASSERT_EQ(work.Run({"audit", "init", "good"}).code, 0);
  const auto how = fs::copy_options::recursive;
  int killed = 0;
  for (int at = 0; at < 400; ++at) {
    for (const bool leaving : {false, true}) {
      for (const char* part : {"", "-private"}) {
        const std::string log = std::string("log") + part;
        fs::remove_all(work.folder() / log);
        fs::copy(work.folder() / (std::string("good") + part),
                 work.folder() / log, how);
      }
      const Ending ending = RunAndKill(work.folder(), at, leaving);
      if (ending == Ending::kNotTraced) {
        GTEST_SKIP() << "ptrace is not allowed here";
      }
      const ProgramRun verify = work.Run({"audit", "verify", "-q", "log"});
      ASSERT_EQ(verify.code, 0) << at << verify.out << verify.err;
      const bool logged =
          verify.out.find("  aggregate: 1\n") != std::string::npos;
      ASSERT_TRUE(logged || verify.out.find("entries: 1,") != std::string::npos)
          << at << verify.out;
      // Nothing was published that is not in the log.
      ASSERT_TRUE(logged || work.Read("out").empty()) << at;
      if (ending == Ending::kDone) {
        EXPECT_GT(killed, 60);
        return;
      }
      ++killed;
    }
  }
  FAIL() << "the program does not come to an end";
}

#endif

}  // namespace
}  // namespace sigte
