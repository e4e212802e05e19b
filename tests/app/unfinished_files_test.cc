// SPDX-License-Identifier: MPL-2.0

// A run that is told to end leaves nothing of its outputs behind.

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/app/program_runner.h"
#include "tests/base/child_process.h"

namespace sigte {
namespace {

/// A run that has opened its outputs and waits for a pipe to be written.
class WaitingRun {
 public:
  explicit WaitingRun(const Workplace& work, int ignored = 0) {
    const std::string pipe = (work.folder() / "pipe.ndjson").string();
    EXPECT_EQ(mkfifo(pipe.c_str(), 0600), 0);
    child_ = ForkChild();
    if (child_ == 0) {
      if (ignored != 0) signal(ignored, SIG_IGN);
      setenv("SIGTE_RULES", SIGTE_SOURCE_DIR "/tests/data/mini", 1);
      if (chdir(work.folder().c_str()) != 0) _exit(127);
      execl(SIGTE_PROGRAM, SIGTE_PROGRAM, "screen", "-q", "--no-config", "-o",
            "out.ndjson", "-o", "out.sarif", "pipe.ndjson", nullptr);
      _exit(127);
    }
    pipe_ = open(pipe.c_str(), O_WRONLY | O_CLOEXEC);  // waits for the reader
  }
  ~WaitingRun() {
    if (pipe_ >= 0) close(pipe_);
  }
  WaitingRun(const WaitingRun&) = delete;
  WaitingRun& operator=(const WaitingRun&) = delete;

  void Tell(int number) const { kill(child_, number); }

  void Write(std::string_view text) {
    EXPECT_EQ(write(pipe_, text.data(), text.size()),
              static_cast<ssize_t>(text.size()));
    close(pipe_);
    pipe_ = -1;
  }

  int Wait() const {
    int status = 0;
    waitpid(child_, &status, 0);
    return status;
  }

 private:
  pid_t child_ = -1;
  int pipe_ = -1;
};

TEST(UnfinishedFiles, AreGoneWhenTheRunIsToldToEnd) {
  for (const int number : {SIGINT, SIGTERM, SIGHUP, SIGQUIT}) {
    const Workplace work;
    const WaitingRun run(work);
    ASSERT_EQ(work.Names().size(), 3u);  // two outputs and the pipe
    run.Tell(number);
    const int status = run.Wait();
    ASSERT_TRUE(WIFSIGNALED(status));
    EXPECT_EQ(WTERMSIG(status), number);
    EXPECT_EQ(work.Names(), std::vector<std::string>{"pipe.ndjson"});
  }
}

TEST(UnfinishedFiles, AreFinishedWhereASignalIsIgnored) {
  const Workplace work;
  WaitingRun run(work, SIGHUP);
  run.Tell(SIGHUP);
  run.Write(R"({"id":"9","club":3,"title":"Zoo","cost":1,"target":"members"})"
            "\n");
  EXPECT_EQ(run.Wait(), 0);
  EXPECT_EQ(work.Names(), (std::vector<std::string>{"out.ndjson", "out.sarif",
                                                    "pipe.ndjson"}));
}

}  // namespace
}  // namespace sigte
