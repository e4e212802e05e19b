// SPDX-License-Identifier: MPL-2.0

// `sigte --version`, `sigte completion`, and the tree that they describe.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "engine/app/command_tree.h"
#include "engine/app/completion_script.h"
#include "tests/app/program_runner.h"

namespace sigte {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

const OptionInfo* OptionOf(const CommandInfo& command, std::string_view name) {
  for (const OptionInfo& option : command.options) {
    if (std::ranges::find(option.names, name) != option.names.end()) {
      return &option;
    }
  }
  return nullptr;
}

const CommandInfo* CommandNamed(const CommandInfo& root,
                                std::string_view name) {
  for (const CommandInfo& command : root.commands) {
    if (command.name == name) return &command;
    const CommandInfo* below = CommandNamed(command, name);
    if (below != nullptr) return below;
  }
  return nullptr;
}

TEST(Version, IsOneJsonObjectWhereThatIsAskedFor) {
  const Workplace work;
  const ProgramRun run = work.Run({"--version", "--json"});
  EXPECT_EQ(run.code, 0);
  EXPECT_THAT(run.out, StartsWith(R"({"program":"sigte","version":"0.)"));
  EXPECT_THAT(run.out, HasSubstr(R"("ruleset":{"id":"outings")"));
  EXPECT_THAT(run.out, HasSubstr(R"("version":"1.2.0","digest":")"));
  EXPECT_THAT(run.out, HasSubstr(R"("libraries":{"fmt":")"));
  EXPECT_THAT(run.out, HasSubstr(R"("revision":)"));
  EXPECT_EQ(std::ranges::count(run.out, '\n'), 1);
}

TEST(Version, HasNoRulesetWhereNoneCanBeUsed) {
  const Workplace work;
  const ProgramRun run =
      work.Run({"--version", "--json", "--rules", "nowhere"});
  EXPECT_EQ(run.code, 0);
  EXPECT_THAT(run.out, HasSubstr(R"("ruleset":null)"));
}

TEST(Version, IsWhatJsonIsAbout) {
  const Workplace work;
  const ProgramRun run = work.Run({"--json"});
  EXPECT_EQ(run.code, 2);
  EXPECT_THAT(run.err, HasSubstr("'--json'"));
  EXPECT_THAT(run.err, HasSubstr("'--version'"));
}

TEST(CommandTree, HasEveryCommandWithItsOptionsAndExamples) {
  const CommandInfo root = DescribeCommands(Lang::kEn);
  const CommandInfo* screen = CommandNamed(root, "screen");
  ASSERT_NE(screen, nullptr);
  EXPECT_EQ(screen->about, "Decide for each record whether it is in scope");
  ASSERT_EQ(screen->arguments.size(), 1u);
  EXPECT_THAT(screen->arguments[0].names, ElementsAre("FILES"));
  ASSERT_EQ(screen->examples.size(), 4u);
  EXPECT_THAT(screen->examples, testing::Each(StartsWith("sigte screen ")));
  const OptionInfo* output = OptionOf(*screen, "-o");
  ASSERT_NE(output, nullptr);
  EXPECT_THAT(output->names, ElementsAre("-o", "--output"));
  EXPECT_EQ(output->value, "FILE");
  const OptionInfo* quiet = OptionOf(*screen, "--quiet");
  ASSERT_NE(quiet, nullptr);
  EXPECT_EQ(quiet->value, "");
  ASSERT_NE(CommandNamed(root, "audit verify"), nullptr);
}

TEST(CommandTree, SpeaksBothLanguages) {
  const CommandInfo danish = DescribeCommands(Lang::kDa);
  const CommandInfo* screen = CommandNamed(danish, "screen");
  ASSERT_NE(screen, nullptr);
  EXPECT_THAT(screen->arguments[0].names, ElementsAre("FILER"));
}

TEST(CommandTree, KnowsClosedListsByTheirBars) {
  EXPECT_THAT(ChoicesOf("text|ndjson|xlsx"),
              ElementsAre("text", "ndjson", "xlsx"));
  EXPECT_THAT(ChoicesOf("FILE"), ElementsAre());
}

TEST(Completion, FollowsWhatTheTreeSays) {
  CommandInfo root;
  root.commands.push_back({.name = "weigh",
                           .about = "",
                           .arguments = {},
                           .options = {{{"--unit"}, "gram|pound", ""}},
                           .examples = {},
                           .commands = {}});
  const std::string script = BashCompletion(root);
  EXPECT_THAT(script, HasSubstr("\"\") echo 'weigh' ;;"));
  EXPECT_THAT(script, HasSubstr("\"weigh --unit\") _sigte_words 'gram pound'; "
                                "return 0 ;;"));
}

TEST(Completion, ListsCodesOfTheRulesetAndOfMessages) {
  const Workplace work;
  const ProgramRun run = work.Run({"completion", "codes"});
  EXPECT_EQ(run.code, 0);
  EXPECT_THAT(run.out, HasSubstr("\nR102\n"));
  EXPECT_THAT(work.Run({"completion", "schemas"}).out,
              HasSubstr("submission\n"));
}

TEST(Completion, KnowsNoOtherShell) {
  const Workplace work;
  const ProgramRun run = work.Run({"completion", "tcsh"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(run.out, "");
  EXPECT_THAT(run.err, HasSubstr("'tcsh'"));
  EXPECT_EQ(work.Run({"completion"}).code, 2);
}

}  // namespace
}  // namespace sigte
