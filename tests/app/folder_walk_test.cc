// SPDX-License-Identifier: MPL-2.0

// What is read of a folder: all that can be, and what cannot is told.

#include "engine/app/folder_walk.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include "engine/base/issue.h"
#include "tests/app/program_runner.h"
#include "tests/app/report_parts.h"
#include "tests/app/ruling_files.h"
#include "tests/base/child_process.h"

namespace sigte {
namespace {

namespace fs = std::filesystem;

constexpr const char* kGoodLine =
    R"({"id":"9","club":3,"title":"Zoo","cost":1,"target":"members"})"
    "\n";

/// What a walk of `folder` finds, a line each.
std::string Walked(const fs::path& folder) {
  constexpr std::array<std::string_view, 1> kEndings = {".ndjson"};
  const FolderWalk walk = WalkFolder(folder.string(), kEndings);
  std::string text;
  const std::string begin = folder.string() + "/";
  const auto add = [&](std::string line) {
    for (std::size_t at; (at = line.find(begin)) != std::string::npos;) {
      line.erase(at, begin.size());
    }
    text += line.substr(0, line.find('\n')) + "\n";
  };
  for (const std::string& file : walk.files) add(file);
  for (const IssueList* list : {&walk.faults, &walk.notices}) {
    for (const Issue& issue : list->issues()) add(Format(issue, Lang::kEn));
  }
  for (const std::string& log : walk.logs) add("log: " + log);
  return text;
}

// Root is refused nothing, so a child becomes somebody else.
TEST(FolderWalk, GoesOnPastAFolderThatCannotBeRead) {
  const Workplace work;
  for (const char* name : {"a/1.ndjson", "b/2.ndjson", "c/3.ndjson"}) {
    work.Write(name, kGoodLine);
  }
  chmod(work.folder().c_str(), 0755);
  chmod((work.folder() / "b").c_str(), 0);
  const pid_t child = ForkChild();
  if (child == 0) {
    if (geteuid() == 0 && setuid(65534) != 0) _exit(2);
    const bool right =
        Walked(work.folder()) ==
        "a/1.ndjson\n"
        "c/3.ndjson\n"
        "error: 'b' cannot be read: you have no access [A110 unreadable-file]"
        "\n";
    _exit(right ? 0 : 1);
  }
  int status = 0;
  waitpid(child, &status, 0);
  EXPECT_EQ(status, 0);
  chmod((work.folder() / "b").c_str(), 0755);
}

TEST(FolderWalk, TellsLinksToFoldersThatLieElsewhereAndFollowsNone) {
  const Workplace work;
  work.Write("data/a/1.ndjson", kGoodLine);
  work.Write("other/2.ndjson", kGoodLine);
  const fs::path data = work.folder() / "data";
  fs::create_directory_symlink("../../other", data / "a/far");
  fs::create_directory_symlink("../other", data / ".hidden");
  fs::create_directory_symlink("..", data / "a/up");
  fs::create_directory_symlink("../../data2", data / "a/nowhere");
  fs::create_directory_symlink("../a", data / "a/near");
  fs::create_directory_symlink("../..", data / "a/above");
  EXPECT_EQ(Walked(data),
            "a/1.ndjson\n"
            "warning: the link 'a/above' leads to a folder and is not followed "
            "[A655 link-to-folder]\n"
            "warning: the link 'a/far' leads to a folder and is not followed "
            "[A655 link-to-folder]\n");
}

TEST(FolderWalk, FindsLinksToFilesAlsoThoseThatLeadNowhere) {
  const Workplace work;
  work.Write("data/1.ndjson", kGoodLine);
  const fs::path data = work.folder() / "data";
  fs::create_symlink("1.ndjson", data / "2.ndjson");
  fs::create_symlink("/nope", data / "3.ndjson");
  fs::create_symlink("4.ndjson", data / "4.ndjson");
  fs::create_symlink("/nope", data / "readme.txt");
  EXPECT_EQ(Walked(data), "1.ndjson\n2.ndjson\n3.ndjson\n4.ndjson\n");
}

TEST(FolderWalk, OpensNoPipe) {
  const Workplace work;
  ASSERT_EQ(mkfifo((work.folder() / "1.ndjson").c_str(), 0600), 0);
  ASSERT_EQ(mkfifo((work.folder() / "2.txt").c_str(), 0600), 0);
  fs::create_symlink("2.txt", work.folder() / "3.ndjson");
  const std::string why =
      " cannot be read: it is no regular file [A110 unreadable-file]\n";
  const std::string walked = Walked(work.folder());
  EXPECT_NE(walked.find("error: '1.ndjson'" + why), walked.npos) << walked;
  EXPECT_NE(walked.find("error: '3.ndjson'" + why), walked.npos) << walked;
}

TEST(FolderWalk, PassesOverAuditLogsAndWhatOpensThem) {
  const Workplace work;
  work.Write("1.ndjson", kGoodLine);
  work.Write("log/checkpoint", "");
  work.Write("log/log.vkey", "");
  work.Write("log/rulesets/0/2.ndjson", kGoodLine);
  work.Write("log-private/runs/3.ndjson", kGoodLine);
  work.Write("half/checkpoint", "");
  work.Write("half/4.ndjson", kGoodLine);
  work.Write("half-private/5.ndjson", kGoodLine);
  const std::string walked = Walked(work.folder());
  EXPECT_EQ(walked.substr(0, walked.find("log:")),
            "1.ndjson\nhalf-private/5.ndjson\nhalf/4.ndjson\n");
  EXPECT_NE(walked.find("log: log\n"), walked.npos) << walked;
  EXPECT_NE(walked.find("log: log-private\n"), walked.npos) << walked;
  EXPECT_EQ(Walked(work.folder() / "log"), "rulesets/0/2.ndjson\n");
}

TEST(FoldersInARun, ALinkThatLeadsNowhereIsToldInBothLanguages) {
  const Workplace work;
  work.Write("d/a.ndjson", kGoodLine);
  fs::create_symlink("/nope", work.folder() / "d/b.ndjson");
  const ProgramRun run = work.Run({"screen", "--format", "json", "d"});
  EXPECT_EQ(run.code, 1);
  EXPECT_NE(
      run.out.find(
          R"("da":"'d/b.ndjson' kan ikke læses: linket fører til '/nope', som ikke findes")"),
      run.out.npos)
      << run.out;
  EXPECT_NE(
      run.out.find(
          R"("en":"'d/b.ndjson' cannot be read: the link leads to '/nope', which is not there")"),
      run.out.npos)
      << run.out;
  const std::string told = "the link leads to '/nope', which is not there";
  const ProgramRun letter = work.Run({"letter", "d"});
  EXPECT_NE(letter.out.find(told), letter.out.npos) << letter.out;
  const ProgramRun validated =
      work.Run({"validate", "--schema", "submission#/$defs/line", "d"});
  EXPECT_NE(validated.out.find(told), validated.out.npos) << validated.out;
}

TEST(FoldersInARun, TheNearestNameIsSaidInTheReadersLanguage) {
  const Workplace work;
  work.Write("note.ndjson", kGoodLine);
  const ProgramRun run =
      work.Run({"screen", "--format", "json", "noto.ndjson"});
  EXPECT_NE(run.out.find("der er ingen fil eller mappe med det navn; mente du "
                         "'note.ndjson'?"),
            run.out.npos)
      << run.out;
  EXPECT_NE(run.out.find("there is no file or folder of that name; did you "
                         "mean 'note.ndjson'?"),
            run.out.npos)
      << run.out;
  EXPECT_EQ(LineOf(work.Run({"hook", "noto.ndjson"}).out, "noto.ndjson"),
            "noto.ndjson:1:1: error: 'noto.ndjson' cannot be read: there is no "
            "file or folder of that name; did you mean 'note.ndjson'? [A110 "
            "unreadable-file]");
}

TEST(FoldersInARun, AnUnfollowedLinkIsToldBesideTheResults) {
  const Workplace work;
  work.Write("d/a.ndjson", kGoodLine);
  work.Write("e/b.ndjson", kGoodLine);
  fs::create_directory_symlink("../e", work.folder() / "d/e");
  const std::string told =
      "warning: the link 'd/e' leads to a folder and is not followed [A655 "
      "link-to-folder]\n"
      "      = help: name the link itself as well if the files there are "
      "meant\n"
      "      = more: sigte explain A655\n";
  const ProgramRun run = work.Run({"screen", "-q", "--format", "ndjson", "d"});
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(run.err, told);
  EXPECT_EQ(work.Run({"hook", "d"}).err, told);
  const ProgramRun both = work.Run({"screen", "d", "d/e"});
  EXPECT_EQ(LineOf(both.out, "Records read:").substr(0, 15), "Records read: 2");
}

// As a link that leads nowhere: told once, and counted among the files.
TEST(FoldersInARun, APipeIsToldOnceAndCounted) {
  const Workplace work;
  work.Write("d/a.ndjson", kGoodLine);
  ASSERT_EQ(mkfifo((work.folder() / "d/b.ndjson").c_str(), 0600), 0);
  constexpr const char* kWhy =
      "'d/b.ndjson' cannot be read: it is no regular file";
  const auto times = [&](const std::string& text) {
    int count = 0;
    for (std::size_t at = text.find(kWhy); at != text.npos;
         at = text.find(kWhy, at + 1)) {
      ++count;
    }
    return count;
  };
  for (const char* format : {"full", "concise", "markdown", "ndjson", "csv"}) {
    const ProgramRun run = work.Run({"screen", "--format", format, "d"});
    EXPECT_EQ(run.code, 1) << format;
    EXPECT_EQ(times(run.out) + times(run.err), 1) << format << run.out;
  }
  const ProgramRun run = work.Run({"screen", "-q", "--format", "json", "d"});
  EXPECT_NE(run.out.find("\"files\":2"), run.out.npos) << run.out;
  EXPECT_NE(run.out.find("\"unreadable\":[\"d/b.ndjson\"]"), run.out.npos)
      << run.out;
}

TEST(FoldersInARun, ALogAmongTheDataIsNoSubmission) {
  const Workplace work;
  work.Write("d/a.ndjson", kGoodLine);
  ASSERT_EQ(work.Run({"audit", "init", "d/log"}).code, 0);
  for (int i = 0; i < 2; ++i) {
    const ProgramRun run =
        work.Run({"screen", "-v", "--audit", "d/log", "-o", "out.ndjson", "d"});
    EXPECT_EQ(run.code, 0) << run.err;
    EXPECT_NE(run.err.find("the audit log 'd/log' is passed over"),
              run.err.npos)
        << run.err;
  }
  EXPECT_EQ(work.Run({"hook", "d"}).code, 0);
}

TEST(FoldersInARun, ALinkToAFolderAmongRulingsIsTold) {
  const Workplace work;
  work.Write("a.json", kOutings);
  work.Write("rulings/r.yaml", TextOf({}));
  work.Write("more/s.yaml", TextOf({}));
  fs::create_directory_symlink("../more", work.folder() / "rulings/more");
  const ProgramRun run = work.Run({"screen", "-q", "a.json"});
  EXPECT_EQ(run.err.substr(0, run.err.find('\n')),
            "warning: the link 'rulings/more' leads to a folder, and the "
            "rulings there were not read [A656 link-in-rulings]");
}

}  // namespace
}  // namespace sigte
