// SPDX-License-Identifier: MPL-2.0

// `sigte screen` and `explain` where people have ruled.

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "tests/app/report_parts.h"
#include "tests/app/ruling_files.h"

namespace sigte {
namespace {

const std::vector<std::string> kScreen = {"screen",   "--today", "2026-11-25",
                                          "--format", "ndjson",  "a.json"};

std::string VerdictOf(const ProgramRun& run, const std::string& id) {
  const std::string line = LineOf(run.out, "{\"id\":\"" + id + "\"");
  const std::size_t at = line.find("\"verdict\":\"") + 11;
  return line.substr(at, line.find('"', at) - at);
}

TEST(ScreenWithRulings, LetsAnApprovedOneDecideAndSaysSo) {
  const Workplace work;
  work.Write("a.json", kOutings);
  work.Write("rulings/r.yaml", TextOf({}));
  const ProgramRun run = work.Run(kScreen);
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(VerdictOf(run, "3"), "include");
  EXPECT_EQ(VerdictOf(run, "4"), "borderline");
  const std::string line = LineOf(run.out, "{\"id\":\"3\"");
  EXPECT_NE(line.find("\"ruling\":\"r-1\"}],\"questions\""), line.npos) << line;
  EXPECT_NE(line.find("\"without_rulings\":\"borderline\",\"rulings\":[{"
                      "\"ruling\":\"r-1\",\"rule\":\"by_members\","
                      "\"answer\":true,\"state\":\"approved\","),
            line.npos)
      << line;
  EXPECT_EQ(LineOf(run.err, "Rulings read"), "Rulings read: 1 = 1 decides");
}

TEST(ScreenWithRulings, FindsThemBesideTheFileInTheFolderOrWhereItIsTold) {
  const Workplace work;
  work.Write("data/a.json", kOutings);
  work.Write("data/rulings/r.yaml", TextOf({}));
  work.Write("elsewhere/r.yaml", TextOf({.answer = "false"}));
  const auto verdict = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(),
                     {"screen", "--today", "2026-11-25", "--format", "ndjson"});
    return VerdictOf(work.Run(arguments), "3");
  };
  EXPECT_EQ(verdict({"data/a.json"}), "include");
  EXPECT_EQ(verdict({"data"}), "include");
  EXPECT_EQ(verdict({"data/"}), "include");
  EXPECT_EQ(verdict({"--rulings", "elsewhere", "data"}), "exclude");
  const ProgramRun run = work.Run({"screen", "--rulings", "gone", "data"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(LineOf(run.err, "error:"),
            "error: there is no folder of rulings at 'gone' [A603 no-rulings]");
}

TEST(ScreenWithRulings, CountsEveryRulingOnce) {
  const Workplace work;
  work.Write("a.json", kOutings);
  work.Write("rulings/1.yaml", TextOf({}));
  work.Write(
      "rulings/2.yaml",
      TextOf({.id = "r-2", .record = "{club: 7, id: \"4\"}", .approved = ""}));
  work.Write("rulings/3.yaml", TextOf({.id = "r-3",
                                       .record = "{club: 7, id: \"4\"}",
                                       .review_by = "2026-11-20"}));
  work.Write("rulings/4.yaml",
             TextOf({.id = "r-4", .record = "{club: 7, id: \"44\"}"}));
  const ProgramRun run =
      work.Run({"screen", "--today", "2026-11-25", "a.json"});
  EXPECT_EQ(LineOf(run.out, "Rulings read"),
            "Rulings read: 4 = 1 decides + 1 waits to be approved + 1 expired "
            "+ 1 without record or rule");
  EXPECT_NE(run.out.find("  r-3: I1 holds – expired\n"), run.out.npos)
      << run.out;
  EXPECT_EQ(LineOf(run.out, "Records read:"),
            "Records read: 4 = 2 included + 1 left out + 1 borderline + 0 "
            "invalid");
}

TEST(ScreenWithRulings, RefusesAFaultyFileAndSaysSoInTheExitCode) {
  const Workplace work;
  work.Write("a.json", kOutings);
  work.Write("rulings/r.yaml", TextOf({.answer = "maybe"}));
  const ProgramRun run = work.Run(kScreen);
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(VerdictOf(run, "3"), "borderline");
  EXPECT_EQ(run.err.substr(0, run.err.find("records read")),
            "rulings/r.yaml:4:9: error: unknown value 'maybe'; known: true, "
            "false [R106 unknown-value]\n"
            "    4 | answer: maybe\n"
            "      |         ^~~~~\n"
            "      = help: choose one of those named\n"
            "      = more: sigte explain R106\n");
  EXPECT_EQ(LineOf(run.err, "1 file"),
            "1 file with a ruling cannot be used, and decides nothing");
}

// A private number in a ruling is not shown by what is said of it.
// One that is not read may be the one that contradicts.
TEST(ScreenWithRulings, MissesNoFileForItsName) {
  const Workplace work;
  work.Write("a.json", kOutings);
  work.Write("rulings/r.yaml", TextOf({}));
  const std::string against = TextOf({.id = "r-2", .answer = "false"});
  for (const char* name : {"R2.YAML", "r2.yml", "sub/R2.Yml"}) {
    work.Write(std::string("rulings/") + name, against);
    const ProgramRun run = work.Run(kScreen);
    EXPECT_EQ(VerdictOf(run, "3"), "borderline") << name;
    std::filesystem::remove(work.folder() / "rulings" / name);
  }
  work.Write("rulings/notes.txt", "why\n");
  const std::string without = work.Run(kScreen).err;
  EXPECT_EQ(without.substr(0, 13), "records read:");
  for (const char* name :
       {"r2.yaml.txt", ".r2.yaml", ".old/r2.YML", "R2.YAML~", "r2.yml.bak.1"}) {
    work.Write(std::string("rulings/") + name, against);
    const ProgramRun run = work.Run(kScreen);
    EXPECT_EQ(VerdictOf(run, "3"), "include") << name;
    EXPECT_EQ(
        run.err,
        "warning: 'rulings/" + std::string(name) +
            "' looks like a ruling and was not read [A623 "
            "unread-ruling]\n"
            "      = help: give it a name that ends in .yaml and does not "
            "begin with '.', or move it out of the folder\n"
            "      = more: sigte explain A623\n" +
            without)
        << name;
    std::filesystem::remove(work.folder() / "rulings" / name);
  }
}

TEST(ScreenWithRulings, ShowsNoPrivateNumber) {
  const Workplace work;
  work.Write("rulings/r.yaml", TextOf({.more = "note: 311299-0000\n"}));
  work.Write("a.ndjson", "");
  const ProgramRun run =
      work.Run({"screen", "--rules",
                SIGTE_SOURCE_DIR "/rules/kortlaegning-2022", "a.ndjson"});
  EXPECT_EQ(run.err.find("311299-0000"), run.err.npos);
  EXPECT_NE(run.err.find("311299-****"), run.err.npos) << run.err;
}

TEST(ScreenWithRulings, KeepsARulingWhenOnlyUnreadFieldsChange) {
  const Workplace work;
  work.Write("rulings/r.yaml", TextOf({}));
  const auto verdict = [&](const std::string& record) {
    work.Write("a.json", "{\"season\": \"2020\", \"club\": 7, \"outings\": [" +
                             record + "]}");
    return VerdictOf(work.Run(kScreen), "3");
  };
  EXPECT_EQ(verdict(R"({"id": "3", "title": "Walk", "cost": 31})"), "include");
  EXPECT_EQ(verdict(R"({"id": "3", "title": "Walk", "cost": 1, "note": "x"})"),
            "include");
  EXPECT_EQ(verdict(R"({"id": "3", "title": "Walk", "cost": 31,)"
                    R"( "target": null})"),
            "include");
  EXPECT_EQ(verdict(R"({"id": "3", "title": "Walk", "cost": 31,)"
                    R"( "target": "guests"})"),
            "exclude");
}

TEST(ScreenWithRulings, GivesTheSameBytesOnAnyNumberOfThreads) {
  const Workplace work;
  std::string stream;
  for (int i = 0; i < 3000; ++i) {
    stream += "{\"id\":\"" + std::to_string(i) +
              "\",\"club\":7,\"title\":\"Walk " + std::to_string(i) +
              "\",\"cost\":5}\n";
  }
  work.Write("a.ndjson", stream);
  for (int i = 0; i < 60; ++i) {
    const std::string id = std::to_string(i * 37);
    work.Write("rulings/" + id + ".yaml",
               TextOf({.id = "r-" + id,
                       .record = "{club: 7, id: \"" + id + "\"}",
                       .answer = i % 2 == 0 ? "true" : "false",
                       .approved = i % 3 == 0 ? ""
                                              : "approved: {body: audit, role: "
                                                "head, date: 2026-11-02}"}));
  }
  const std::vector<std::string> all = {"screen",   "--today", "2026-11-25",
                                        "--format", "ndjson",  "a.ndjson"};
  const auto run = [&](const char* threads) {
    std::vector<std::string> arguments = all;
    arguments.insert(arguments.end(), {"--threads", threads});
    return work.Run(arguments);
  };
  const ProgramRun one = run("1");
  EXPECT_EQ(LineOf(one.err, "Rulings read"),
            "Rulings read: 60 = 40 decide + 20 wait to be approved");
  for (const char* threads : {"2", "5"}) {
    const ProgramRun many = run(threads);
    EXPECT_TRUE(many.out == one.out) << threads;
    EXPECT_EQ(many.err, one.err);
  }
}

TEST(Explain, NamesTheRulingAndKeepsTheFinding) {
  const Workplace work;
  work.Write("a.json", kOutings);
  work.Write("rulings/r.yaml", TextOf({}));
  const ProgramRun run =
      work.Run({"explain", "7/3", "--today", "2026-11-25", "a.json"});
  EXPECT_EQ(run.out.substr(run.out.find("Verdict:")),
            "Verdict: included\n"
            "Without rulings: borderline\n"
            "\n"
            "Why\n"
            "  I1 For members – holds\n"
            "      The outing is for members.\n"
            "      For: no answer – is \"members\"?\n"
            "      = ruling: r-1\n"
            "      rule: by_members, " SIGTE_SOURCE_DIR
            "/tests/data/mini/rules.yaml:1\n"
            "\n"
            "Rulings\n"
            "  r-1: I1 holds – approved and in force\n"
            "      The board on 2026-11-01, approved by The auditors\n"
            "      Looked into: 'Asked the club'\n"
            "      rulings/r.yaml:1\n");
}

TEST(Explain, ListsPrecedentsOfABorderlineRecord) {
  const Workplace work;
  work.Write("a.json", kOutings);
  work.Write("rulings/r.yaml", TextOf({}));
  const ProgramRun run =
      work.Run({"explain", "7/4", "--today", "2026-11-25", "a.json"});
  EXPECT_EQ(run.out.substr(run.out.find("Earlier")),
            "Earlier rulings on the same rule (I1)\n"
            "  r-1: holds, The board (2026-11-01) – Looked into\n"
            "      Asked the club\n"
            "      in common – findings: 0; answers read: 0; choices: 1\n");
}

}  // namespace
}  // namespace sigte
