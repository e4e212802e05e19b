// SPDX-License-Identifier: MPL-2.0

// Arguments, languages and help.

#include <gtest/gtest.h>

#include <cstring>
#include <sstream>
#include <string>
#include <vector>

#include "engine/base/utf8.h"
#include "tests/app/program_runner.h"
#include "tests/app/report_parts.h"

namespace sigte {
namespace {

TEST(CommandLine, SuggestsTheNearestCommandOptionAndValue) {
  const Workplace work;
  const auto error = [&](std::vector<std::string> arguments) {
    const ProgramRun run = work.Run(std::move(arguments));
    EXPECT_EQ(run.code, 2);
    EXPECT_EQ(run.out, "");
    return run.err;
  };
  EXPECT_EQ(error({"sceen"}),
            "error: there is no command 'sceen'; did you mean 'screen'? [A101 "
            "unknown-command]\nsee 'sigte --help'\n");
  EXPECT_EQ(error({"rules", "chek"}),
            "error: there is no command 'chek'; did you mean 'check'? [A101 "
            "unknown-command]\nsee 'sigte rules --help'\n");
  EXPECT_EQ(error({"screen", "--formt", "x", "a"}),
            "error: there is no option '--formt'; did you mean '--format'? "
            "[A102 unknown-option]\nsee 'sigte screen --help'\n");
  EXPECT_EQ(error({"screen", "--format", "ndjsn", "a"}),
            "error: '--format' cannot be 'ndjsn'; did you mean 'ndjson'? [A105 "
            "unknown-value]\nsee 'sigte screen --help'\n");
  EXPECT_EQ(error({"screen", "--threads", "0", "a"}),
            "error: the option '--threads' is '0'; expected a whole number "
            "from 1 to 1,024 [A106 bad-number]\n"
            "see 'sigte screen --help'\n");
  EXPECT_EQ(error({"screen", "-o"}),
            "error: the option '--output' lacks its value [A104 "
            "option-without-value]\nsee 'sigte screen --help'\n");
  EXPECT_EQ(error({"screen"}),
            "error: 'screen' lacks FILES [A107 missing-argument]\nsee 'sigte "
            "screen --help'\n");
  EXPECT_EQ(error({"schema", "submision"}),
            "error: no schema 'submision' comes with the program; did you mean "
            "'submission'? [A108 unknown-schema]\n"
            "      = help: see the names with 'sigte schema'\n"
            "      = more: sigte explain A108\n");
}

// An option that was given and is empty would be one that was not given, and
// its check would pass on nothing.
TEST(CommandLine, RefusesAnEmptyValue) {
  const Workplace work;
  work.Write("a.json", "{\"season\": \"2020\", \"club\": 7, \"outings\": []}");
  const auto error = [&](std::vector<std::string> arguments) {
    const ProgramRun run = work.Run(std::move(arguments));
    EXPECT_EQ(run.code, 2);
    EXPECT_EQ(run.out, "");
    return run.err;
  };
  EXPECT_EQ(error({"audit", "verify", "--vkey", "", "log"}),
            "error: the option '--vkey' lacks its value [A104 "
            "option-without-value]\nsee 'sigte audit verify --help'\n");
  for (const char* option : {"--since", "--witness", "--quorum", "--receipt",
                             "--file", "--rules", "--lang", "--config"}) {
    EXPECT_NE(error({"audit", "verify", option, "", "log"})
                  .find("'" + std::string(option) + "' lacks its value [A104"),
              std::string::npos)
        << option;
  }
  for (const char* option : {"--audit", "--fail-on", "--rulings", "--today",
                             "--format", "--output", "--threads", "--key"}) {
    EXPECT_NE(error({"screen", option, "", "a.json"}).find("[A104"),
              std::string::npos)
        << option;
  }
  EXPECT_NE(error({"audit", "init", "--origin", "", "log"}).find("[A104"),
            std::string::npos);
  EXPECT_NE(error({"template", "-o", ""}).find("'--output' lacks"),
            std::string::npos);
  EXPECT_NE(error({"screen", "-o", "a.csv", "-o", "", "a.json"}).find("[A104"),
            std::string::npos);
  EXPECT_EQ(work.Names(), std::vector<std::string>({"a.json"}));
  // What the environment does not say is not said.
  EXPECT_LT(work.Run({"screen", "a.json"}, "",
                     {"LANG=en_GB.UTF-8", "SIGTE_AUDIT=", "SIGTE_FAIL_ON="})
                .code,
            2);
}

// The next argument was taken for the value: it was written over.
TEST(CommandLine, TakesNoOtherArgumentForAValueThatIsNotThere) {
  const Workplace work;
  const std::string text =
      "{\"season\": \"2020\", \"club\": 7, \"outings\": []}";
  work.Write("a.json", text);
  work.Write("b.json", text);
  for (const char* option :
       {"--output=", "--rules=", "--audit=", "--format="}) {
    const ProgramRun run = work.Run({"screen", option, "a.json", "b.json"});
    EXPECT_EQ(run.code, 2) << option;
    std::string name(option);
    name.pop_back();
    EXPECT_EQ(run.err, "error: the option '" + name +
                           "' lacks its value [A104 option-without-value]\nsee "
                           "'sigte screen --help'\n");
  }
  EXPECT_EQ(work.Run({"letter", "--output=", "a.json", "b.json"}).code, 2);
  EXPECT_EQ(work.Run({"validate", "--output=", "a.json", "b.json"}).code, 2);
  EXPECT_NE(work.Run({"screen", "-o=", "a.json"}).err.find("'-o' lacks its"),
            std::string::npos);
  EXPECT_EQ(work.Run({"screen", "-qo=x.csv", "a.json"}).err,
            "error: no equals sign stands behind '-o' [A650 "
            "equals-after-short]\n"
            "      = help: write '-o x.csv'\n"
            "see 'sigte screen --help'\n");
  EXPECT_EQ(work.Names(), std::vector<std::string>({"a.json", "b.json"}));
  EXPECT_EQ(work.Read("a.json"), text);
  // Values with an equals sign, expressions and names behind the mark.
  EXPECT_LT(work.Run({"screen", "--output=x=y.csv", "a.json"}).code, 2);
  EXPECT_TRUE(work.Has("x=y.csv"));
  EXPECT_EQ(work.Run({"eval", "-1==-1"}).code, 0);
  work.Write("-o=", text);
  EXPECT_LT(work.Run({"screen", "--", "-o="}).code, 2);
}

TEST(CommandLine, TakesWhatFollowsTwoDashesForNoOption) {
  const Workplace work;
  work.Write("-a.ndjson", "{\"id\":\"1\",\"club\":3,\"title\":\"Zoo\"}\n");
  const ProgramRun screen =
      work.Run({"screen", "--format", "csv", "--", "-a.ndjson"});
  EXPECT_NE(screen.out.find("-a.ndjson"), screen.out.npos) << screen.err;
  EXPECT_EQ(work.Run({"eval", "--", "-(1) == -1"}).out, "true\n");
  EXPECT_EQ(work.Run({"rules", "test", "--"}).code, 0);
  EXPECT_EQ(work.Run({"screen", "-a.ndjson"}).err.substr(0, 39),
            "error: there is no option '-a.ndjson'; ");
}

TEST(CommandLine, SpeaksTheLanguageOfItsSurroundings) {
  const Workplace work;
  const auto first_line = [&](std::vector<std::string> arguments,
                              std::vector<std::string> environment) {
    const std::string out = work.Run(arguments, "", environment).out;
    return out.substr(0, out.find(':'));
  };
  const std::string danish = "Sigter indberetninger";
  const std::string english = "Screens submissions";
  EXPECT_EQ(first_line({"--help"}, {}), danish);
  EXPECT_EQ(first_line({"--help"}, {"LANG=C.UTF-8"}), danish);
  EXPECT_EQ(first_line({"--help"}, {"LC_ALL=POSIX", "LANG=en_US"}), danish);
  EXPECT_EQ(first_line({"--help"}, {"LANG=en_GB.UTF-8"}), english);
  EXPECT_EQ(first_line({"--help"}, {"LC_MESSAGES=da_DK", "LANG=en_GB"}),
            danish);
  EXPECT_EQ(first_line({"--help", "--lang", "en"}, {}), english);
  EXPECT_EQ(first_line({"--lang=da", "--help"}, {"LANG=en_GB"}), danish);
}

TEST(CommandLine, HelpsEveryCommand) {
  const Workplace work;
  for (const char* command :
       {"screen", "explain", "eval", "rules", "schema", "validate"}) {
    const ProgramRun run = work.Run({command, "--help"});
    EXPECT_EQ(run.code, 0);
    EXPECT_EQ(LineOf(run.out, "Usage:").substr(0, 13 + std::strlen(command)),
              std::string("Usage: sigte ") + command);
  }
  EXPECT_EQ(work.Run({}).code, 2);
}

TEST(CommandLine, FitsHelpToTheTerminal) {
  const Workplace work;
  for (const std::size_t width : {40U, 72U, 120U}) {
    for (const std::vector<std::string>& command :
         {std::vector<std::string>{"--help"}, {"audit", "verify", "--help"}}) {
      const std::string help =
          work.Run(command, "", {"COLUMNS=" + std::to_string(width)}).out;
      std::istringstream lines(help.substr(0, help.find("Eksempler:")));
      for (std::string line; std::getline(lines, line);) {
        EXPECT_LE(DisplayWidth(line), width) << line;
      }
    }
  }
  // Columns, not bytes, are padded.
  const std::string help = work.Run({"audit", "verify", "--help"}, "", {}).out;
  EXPECT_EQ(LineOf(help, "  --vkey").substr(0, 39),
            "  --vkey NØGLE              Nøglen ti");
}

TEST(CommandLine, ListsInHelpOnlyValuesThatAreTaken) {
  const Workplace work;
  for (const std::vector<std::string>& command :
       {std::vector<std::string>{"rulings", "check"},
        {"rulings", "stats"},
        {"audit", "show"}}) {
    std::vector<std::string> help = command;
    help.emplace_back("--help");
    EXPECT_EQ(LineOf(work.Run(help).out, "  --format").substr(0, 23),
              "  --format text|ndjson ");
  }
}

// An option that would do nothing is a misunderstanding.
TEST(CommandLine, RefusesOptionsThatMeanSomethingWithOthersOnly) {
  const Workplace work;
  work.Write("a.ndjson", "");
  const auto error = [&](std::vector<std::string> arguments) {
    const ProgramRun run = work.Run(std::move(arguments));
    EXPECT_EQ(run.code, 2);
    return run.err;
  };
  EXPECT_EQ(
      error({"screen", "--key", "k", "a.ndjson"}),
      "error: the option '--key' means something only with '--audit' [V101 "
      "option-needs-other]\nsee 'sigte screen --help'\n");
  EXPECT_EQ(error({"screen", "--sarif-compat", "-o", "a.csv", "a.ndjson"}),
            "error: the option '--sarif-compat' means something only with "
            "'--format sarif' [V101 option-needs-other]\n"
            "see 'sigte screen --help'\n");
  EXPECT_EQ(error({"review", "--format", "ndjson", "a.ndjson"}),
            "error: the option '--format' means something only with '--list' "
            "[V101 option-needs-other]\nsee 'sigte review --help'\n");
  EXPECT_EQ(error({"review", "--list", "--import", "q", "a.ndjson"}),
            "error: '--list' and '--import' cannot be used together [C111 "
            "options-exclude]\nsee 'sigte review --help'\n");
  EXPECT_EQ(
      error({"audit", "verify", "--quorum", "2", "log"}),
      "error: the option '--quorum' means something only with '--witness' "
      "[V101 option-needs-other]\nsee 'sigte audit verify --help'\n");
  EXPECT_EQ(error({"audit", "verify", "--receipt", "r"}),
            "error: the option '--receipt' means something only with '--vkey' "
            "[V101 option-needs-other]\nsee 'sigte audit verify --help'\n");
  EXPECT_EQ(error({"audit", "verify", "--witness", "w", "--quorum", "2", "l"}),
            "error: the option '--quorum' is '2'; expected a whole number "
            "from 0 to 1 [A106 bad-number]\n"
            "see 'sigte audit verify --help'\n");
}

TEST(CommandLine, TellsVersionsOfAllThatResultsRestOn) {
  const Workplace work;
  const ProgramRun run = work.Run({"screen", "--version"});
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(run.out.rfind("sigte 0.", 0), 0u);
  EXPECT_EQ(LineOf(run.out, "ruleset").substr(0, 29),
            "ruleset outings 1.2.0 (sha256");
  EXPECT_NE(run.out.find("simdjson"), std::string::npos);
}

TEST(CommandLine, PrintsTheSchemasThatComeAlong) {
  const Workplace work;
  const ProgramRun names = work.Run({"schema"});
  EXPECT_NE(LineOf(names.out, "submission"), "");
  EXPECT_EQ(work.Run({"schema", "submission"}).out.front(), '{');
}

}  // namespace
}  // namespace sigte
