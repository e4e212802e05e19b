// SPDX-License-Identifier: MPL-2.0

// `--format` and `-o` together: which output gets which format, several at
// once, and that each is complete or absent.

#include "engine/app/output_formats.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "tests/app/program_runner.h"
#include "tests/read/package_builder.h"

namespace sigte {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;
using Names = std::vector<std::string>;

constexpr const char* kShownFile =
    "{\"season\": \"2020\", \"club\": 7, \"outings\": [\n"
    "  {\"id\": \"1\", \"title\": \"Zoo\", \"cost\": 10, "
    "\"target\": \"members\"},\n"
    "  {\"id\": \"2\", \"title\": \"By ferry\", \"cost\": 20, "
    "\"target\": \"members\"},\n"
    "  {\"id\": \"3\", \"title\": \"Picnic\", \"cost\": 30}\n"
    "]}\n";

/// "ndjson a.ndjson", one an output; the faults as people read them.
Names Choose(const std::string& format, const Names& files,
             std::string* faults = nullptr) {
  IssueList issues;
  const OutputFormat* named =
      format.empty() ? nullptr : FindOutputFormat(format);
  Names choices;
  for (const OutputChoice& choice : ChooseOutputs(named, files, &issues)) {
    choices.push_back(std::string(choice.format->name) + " " + choice.path);
  }
  for (const Issue& issue : issues.issues()) {
    EXPECT_NE(faults, nullptr) << Format(issue, Lang::kEn);
    if (faults != nullptr) *faults += Format(issue, Lang::kEn);
  }
  return choices;
}

TEST(ChooseOutputs, IsAReportOnStandardOutputWhereNothingIsSaid) {
  EXPECT_THAT(Choose("", {}), ElementsAre("full -"));
  EXPECT_THAT(Choose("sarif", {}), ElementsAre("sarif -"));
  EXPECT_THAT(Choose("text", {}), ElementsAre("full -"));
}

TEST(ChooseOutputs, GoesByTheEndingOfAFile) {
  EXPECT_THAT(
      Choose("", {"a.txt", "a.NDJSON", "b.jsonl", "a.json", "a.sarif",
                  "b.sarif.json", "a.xml", "a.csv", "a.md", "a.xlsx", "report",
                  "out/gl-code-quality-report.json"}),
      ElementsAre("full a.txt", "ndjson a.NDJSON", "ndjson b.jsonl",
                  "json a.json", "sarif a.sarif", "sarif b.sarif.json",
                  "junit a.xml", "csv a.csv", "markdown a.md", "xlsx a.xlsx",
                  "full report", "gitlab out/gl-code-quality-report.json"));
}

TEST(ChooseOutputs, TakesTheFormatBeforeTheName) {
  EXPECT_THAT(Choose("", {"gitlab:report.json", "csv:-", "./x:y.md"}),
              ElementsAre("gitlab report.json", "csv -", "markdown ./x:y.md"));
}

TEST(ChooseOutputs, GivesTheNamedFormatToFilesThatItFits) {
  EXPECT_THAT(Choose("ndjson", {"decisions.ndjson"}),
              ElementsAre("ndjson decisions.ndjson"));
  EXPECT_THAT(Choose("gitlab", {"report.json"}),
              ElementsAre("gitlab report.json"));
  EXPECT_THAT(Choose("concise", {"a.strange", "b.sarif"}),
              ElementsAre("concise a.strange", "sarif b.sarif"));
}

TEST(ChooseOutputs, ElseGivesItToStandardOutput) {
  EXPECT_THAT(Choose("concise", {"a.ndjson", "b.sarif"}),
              ElementsAre("ndjson a.ndjson", "sarif b.sarif", "concise -"));
}

TEST(ChooseOutputs, RefusesAnEndingThatSaysNothing) {
  std::string faults;
  Choose("", {"a.sarf"}, &faults);
  EXPECT_EQ(faults,
            "error: the ending '.sarf' does not say which format 'a.sarf' is "
            "to have; did you mean '.sarif'? [F102 unknown-ending]\n"
            "      = help: write the format before it: -o FORMAT:FILE\n");
}

TEST(ChooseOutputs, OffersTheNearestFormat) {
  std::string faults;
  Choose("", {"gitlb:a.json"}, &faults);
  EXPECT_THAT(faults, StartsWith("error: unknown format 'gitlb'; did you mean "
                                 "'gitlab'? [F101 unknown-format]\n"));
}

TEST(ChooseOutputs, RefusesAFormatThatNobodyKnows) {
  std::string faults;
  for (const char* file : {"foo:x.json", "Sarif2:x", "pdf:", "C:a.json"}) {
    EXPECT_THAT(Choose("", {file}, &faults), IsEmpty()) << file;
  }
  EXPECT_THAT(
      faults,
      StartsWith("error: unknown format 'foo'; known: full, concise, "
                 "ndjson, json, sarif, github, gitlab, junit, … (3 "
                 "more) [F101 unknown-format]\n"
                 "      = help: where the file is called so, write './' "
                 "before its name\n"));
  // What is no name of a format is one of a file.
  EXPECT_THAT(
      Choose("", {"./foo:x.json", "d/foo:x.json", "12:30.json", "a b:c.json",
                  ":x.json"}),
      ElementsAre("json ./foo:x.json", "json d/foo:x.json", "json 12:30.json",
                  "json a b:c.json", "json :x.json"));
}

TEST(ChooseOutputs, RefusesTwoOutputsInOnePlace) {
  std::string faults;
  Choose("", {"json:a", "sarif:./a"}, &faults);
  EXPECT_THAT(faults, StartsWith("error: two outputs are to go to one place: "
                                 "'./a' [F103 same-output]\n"));
}

TEST(OutputFormats, AreAllNamedInTheHelp) {
  const Workplace work;
  const std::string help = work.Run({"screen", "--help"}).out;
  for (const std::string& name : OutputFormatNames()) {
    EXPECT_THAT(help, HasSubstr(name));
  }
}

TEST(OutputFormats, OfferTheNearestName) {
  const Workplace work;
  work.Write("a.json", kShownFile);
  const ProgramRun run = work.Run({"screen", "--format", "sarf", "a.json"});
  EXPECT_EQ(run.code, 2);
  EXPECT_THAT(run.err, HasSubstr("did you mean 'sarif'?"));
}

TEST(ManyOutputs, AreWrittenInOneRun) {
  const Workplace work;
  work.Write("a.json", kShownFile);
  const ProgramRun run =
      work.Run({"screen", "-o", "o.ndjson", "-o", "o.sarif", "-o", "o.xlsx",
                "-o", "gitlab:o.json", "--format", "concise", "a.json"});
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(run.err, "");
  EXPECT_EQ(
      run.out,
      "a.json:4:1: warning: 7/3: Whom is the outing for? [I1 by_members]\n"
      "Records read: 3 = 1 included + 1 left out + 1 borderline + 0 "
      "invalid\n");
  EXPECT_EQ(work.Read("o.ndjson"),
            work.Run({"screen", "--format", "ndjson", "a.json"}).out);
  EXPECT_EQ(work.Read("o.sarif"),
            work.Run({"screen", "--format", "sarif", "a.json"}).out);
  EXPECT_EQ(work.Read("o.xlsx") ==
                work.Run({"screen", "--format", "xlsx", "a.json"}).out,
            true);
  EXPECT_THAT(work.Names(),
              ElementsAre("a.json", "o.json", "o.ndjson", "o.sarif", "o.xlsx"));
}

TEST(ManyOutputs, AreAllAbsentWhereOneCannotBeWritten) {
  const Workplace work;
  work.Write("a.json", kShownFile);
  for (const char* bad : {"no/such/b.sarif", "sarif:/dev/full"}) {
    const ProgramRun run =
        work.Run({"screen", "-o", "o.ndjson", "-o", bad, "a.json"});
    EXPECT_EQ(run.code, 2);
    EXPECT_THAT(run.err, HasSubstr("cannot be written: "));
    EXPECT_THAT(work.Names(), ElementsAre("a.json"));
  }
}

TEST(ManyOutputs, NeverReplaceWhatIsRead) {
  const Workplace work;
  work.Write("a.json", kShownFile);
  const ProgramRun run =
      work.Run({"screen", "-o", "o.csv", "-o", "ndjson:a.json", "a.json"});
  EXPECT_EQ(run.code, 2);
  EXPECT_THAT(run.err, HasSubstr("[W111 output-is-input]"));
  EXPECT_EQ(work.Read("a.json"), kShownFile);
  EXPECT_THAT(work.Names(), ElementsAre("a.json"));
}

TEST(ManyOutputs, HaveTheSameBytesOnAnyNumberOfThreads) {
  const Workplace work;
  std::string stream;
  for (int i = 0; i < 2000; ++i) {
    const std::string id = std::to_string(i);
    stream += i % 50 == 7
                  ? "[1]\n"
                  : "{\"id\":\"" + id +
                        "\",\"club\":" + std::to_string(1 + i % 9) +
                        ",\"title\":\"By ferry " + id + "\",\"cost\":" + id +
                        (i % 3 == 0 ? "}\n" : ",\"target\":\"members\"}\n");
  }
  work.Write("a.ndjson", stream);
  work.Write("b.json", kShownFile);
  const Names formats = OutputFormatNames();
  const auto screen = [&](const std::string& threads) {
    Names arguments = {"screen",   "--threads", threads,
                       "a.ndjson", "b.json",    "missing.json"};
    for (const std::string& format : formats) {
      arguments.insert(arguments.end(),
                       {"-o", format + ":" + format + "." + threads});
    }
    EXPECT_EQ(work.Run(arguments).code, 1);
  };
  screen("1");
  screen("5");
  for (const std::string& format : formats) {
    const std::string one = work.Read(format + ".1");
    EXPECT_GT(one.size(), 100u) << format;
    EXPECT_EQ(one == work.Read(format + ".5"), true) << format;
  }
}

TEST(GithubFormat, AddsToTheSummaryOfTheStep) {
  const Workplace work;
  work.Write("a.json", kShownFile);
  work.Write("summary", "before\n");
  const ProgramRun run =
      work.Run({"screen", "--format", "github", "a.json"}, "",
               {"LANG=en_GB.UTF-8", "GITHUB_STEP_SUMMARY=summary"});
  EXPECT_EQ(run.code, 0);
  EXPECT_THAT(run.out, StartsWith("::warning title=I1 "));
  EXPECT_THAT(work.Read("summary"),
              StartsWith("before\n## What Sigte decided\n\nRecords read: 3"));
  work.Run({"screen", "--format", "concise", "a.json"}, "",
           {"LANG=en_GB.UTF-8", "GITHUB_STEP_SUMMARY=other"});
  EXPECT_FALSE(work.Has("other"));
}

TEST(SarifFormat, NotifiesOfFilesThatCouldNotBeRead) {
  const Workplace work;
  work.Write("a.json", kShownFile);
  const ProgramRun run =
      work.Run({"screen", "--format", "sarif", "a.json", "missing.json"});
  EXPECT_EQ(run.code, 1);
  EXPECT_THAT(run.out,
              HasSubstr("\"toolExecutionNotifications\":[{\"level\":\"error\","
                        "\"message\":{\"text\":\"missing.json could not be "
                        "read"));
}

TEST(ConciseFormat, NamesTheCellsOfAWorkbook) {
  const Workplace work;
  const auto text = [](const std::string& value) {
    return "<c t=\"inlineStr\"><is><t>" + value + "</t></is></c>";
  };
  work.Write(
      "a.xlsx",
      WorkbookParts("<row>" + text("Club") + text("7") + "</row><row>" +
                    text("Number") + text("Title") + text("Cost") +
                    text("For") + "</row><row>" + text("1") + text("Zoo") +
                    text("1.250") + text("members") + "</row>")
          .Zip());
  const ProgramRun run =
      work.Run({"screen", "--format", "concise", "-o", "a.sarif", "a.xlsx"});
  EXPECT_THAT(run.out, HasSubstr("a.xlsx:Svar!C3: warning: 7/1: "));
  EXPECT_THAT(work.Read("a.sarif"),
              HasSubstr("\"region\":{\"startLine\":3,\"startColumn\":3,"));
  EXPECT_THAT(work.Read("a.sarif"),
              HasSubstr("{\"name\":\"Svar!C3\",\"fullyQualifiedName\":"));
}

}  // namespace
}  // namespace sigte
