// SPDX-License-Identifier: MPL-2.0

// What would end the program without a word: closed pipes, limits, no memory.

#include "engine/app/process.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <functional>
#include <string>
#include <vector>

#include "tests/app/bad_input.h"
#include "tests/app/program_runner.h"
#include "tests/base/child_process.h"

namespace sigte {
namespace {

/// The status of `command` in `work`, by a shell that is prepared by `prepare`.
int Shell(const Workplace& work, const std::string& command,
          const std::function<void()>& prepare = {}) {
  const std::string line = "cd '" + work.folder().string() +
                           "'; SIGTE_RULES='" SIGTE_SOURCE_DIR
                           "/tests/data/mini'; LANG=en_GB.UTF-8; export "
                           "SIGTE_RULES LANG; sigte() { " SIGTE_PROGRAM
                           " \"$@\"; }; " +
                           command;
  const pid_t child = ForkChild();
  if (child == 0) {
    if (prepare) prepare();
    execl("/bin/sh", "sh", "-c", line.c_str(), nullptr);
    _exit(127);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

std::string ManyRecords() {
  std::string records;
  for (int i = 0; i < 3'000; ++i) records += kGood;
  return records;
}

constexpr const char* kClosedPipe =
    "error: '<stdout>' cannot be written: the receiver has closed [A115 "
    "cannot-write-all]\n";

// As other programs of a pipeline do; 2 would say that nothing could be run.
TEST(ClosedPipe, EndsTheProgramSilentlyByItsSignal) {
  const Workplace work;
  work.Write("a.ndjson", ManyRecords());
  for (const char* command :
       {"screen -q --format ndjson a.ndjson",
        "screen --max-findings 0 a.ndjson",
        "screen -q --format ndjson --threads 1 a.ndjson"}) {
    Shell(work, std::string("{ sigte ") + command +
                    " 2>err; echo $? >code; } | head -c 1 >one");
    EXPECT_EQ(work.Read("code"), "141\n") << command;
    EXPECT_EQ(work.Read("err"), "") << command;
  }
  // Nothing is left of a file beside.
  Shell(work,
        "{ sigte screen -q -o out.sarif -o ndjson:- a.ndjson 2>err; echo $? "
        ">code; } | head -c 1 >one");
  EXPECT_EQ(work.Read("code"), "141\n");
  EXPECT_EQ(work.Names(),
            (std::vector<std::string>{"a.ndjson", "code", "err", "one"}));
}

TEST(ClosedPipe, LeavesAnAuditLogWhole) {
  const Workplace work;
  work.Write("a.ndjson", ManyRecords());
  ASSERT_EQ(work.Run({"audit", "init", "log"}).code, 0);
  Shell(work,
        "{ sigte screen -q --audit log --format ndjson a.ndjson 2>err; echo $? "
        ">code; } | head -c 1 >one");
  EXPECT_EQ(work.Read("code"), "141\n");
  EXPECT_EQ(work.Run({"audit", "verify", "log"}).code, 0);
}

// A caller who ignores the signal wants to be told.
TEST(ClosedPipe, IsAnErrorWhereTheSignalIsIgnored) {
  const Workplace work;
  work.Write("a.ndjson", ManyRecords());
  Shell(work,
        "{ sigte screen -q --format ndjson a.ndjson 2>err; echo $? >code; } | "
        "head -c 1 >one",
        [] { signal(SIGPIPE, SIG_IGN); });
  EXPECT_EQ(work.Read("code"), "2\n");
  EXPECT_EQ(work.Read("err").substr(0, work.Read("err").find("      =")),
            kClosedPipe);
}

// A limit on the size of files was a signal, and a death without a word.
TEST(FileSizeLimit, IsToldAsAFullDiskIs) {
  const Workplace work;
  work.Write("a.ndjson", ManyRecords());
  const auto limit = [] {
    const rlimit small{64 * 1024, 64 * 1024};
    setrlimit(RLIMIT_FSIZE, &small);
  };
  EXPECT_EQ(Shell(work, "sigte screen -q -o out.ndjson a.ndjson 2>err", limit),
            2);
  EXPECT_EQ(work.Read("err"),
            "error: 'out.ndjson' cannot be written: the file gets larger than "
            "the disk or a limit (ulimit -f) allows [A113 cannot-write]\n"
            "      = help: nothing was kept in the file\n"
            "      = more: sigte explain A113\n");
  EXPECT_EQ(work.Names(), (std::vector<std::string>{"a.ndjson", "err"}));
}

// A sanitizer has a memory of its own, and takes a great deal of it.
#if !defined(__SANITIZE_ADDRESS__)
TEST(NoMemory, IsToldAndLeavesNothingBehind) {
  const Workplace work;
  work.Write("a.json",
             R"({"season":"2020","club":3,"outings":[{"id":"1","cost":1,)"
             R"("title":")" +
                 std::string(100 << 20, 'x') + "\"}]}");
  for (const char* threads : {"1", "2"}) {
    EXPECT_EQ(Shell(work, std::string(
                              "ulimit -v 400000; sigte screen -q --threads ") +
                              threads + " -o out.ndjson a.json 2>err"),
              2);
    EXPECT_EQ(work.Read("err"),
              "error: there is not enough memory to read and decide this [A134 "
              "no-memory]\n"
              "      = help: use fewer threads (--threads 1), divide large "
              "files, or give the program more memory\n"
              "      = more: sigte explain A134\n");
    EXPECT_EQ(work.Names(), (std::vector<std::string>{"a.json", "err"}));
  }
}
#endif

TEST(StandardInput, ThatIsClosedOrAFolderIsAnInputThatCannotBeRead) {
  const Workplace work;
  work.Write("a.ndjson", kGood);
  struct {
    const char* from;
    const char* why;
  } const inputs[] = {{"<&-", "it is not open"}, {"</tmp", "it is a folder"}};
  for (const auto& input : inputs) {
    EXPECT_EQ(Shell(work, std::string("sigte screen --format concise - ") +
                              input.from + " >out 2>err"),
              2);
    EXPECT_EQ(work.Read("out"),
              std::string("<stdin>:1:1: error: '<stdin>' cannot be read: ") +
                  input.why + " [A110 unreadable-file]\n" + kNoRows + "\n");
    EXPECT_EQ(work.Read("err"), "");
    // The others are screened.
    EXPECT_EQ(Shell(work, std::string("sigte screen -q - a.ndjson ") +
                              input.from + " >out 2>err"),
              1);
  }
}

// Help is written before anything else is known.
TEST(Help, ThatCannotBeWrittenIsToldInTheLanguageThatWasAskedFor) {
  const Workplace work;
  for (const char* command : {"", "screen ", "rules check ", "audit verify "}) {
    EXPECT_EQ(Shell(work, std::string("sigte ") + command +
                              "--lang da --help >/dev/full 2>err"),
              2);
    EXPECT_EQ(work.Read("err"),
              "fejl: '<stdout>' kan ikke skrives: der er ikke mere plads på "
              "disken [A115 cannot-write-all]\n"
              "      = hjælp: brug ikke det, der nåede at blive skrevet; det "
              "kan være skåret over\n"
              "      = mere: sigte explain A115\n")
        << command;
  }
}

}  // namespace
}  // namespace sigte
