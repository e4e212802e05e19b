// SPDX-License-Identifier: MPL-2.0

// Which function does what: a table, and the way into it.

#include "engine/app/commands.h"

#include <array>
#include <string_view>

#include "engine/app/audit_commands.h"
#include "engine/app/completion_command.h"
#include "engine/app/config_command.h"
#include "engine/app/configured.h"
#include "engine/app/eval_command.h"
#include "engine/app/exit_code.h"
#include "engine/app/explain_command.h"
#include "engine/app/hook_command.h"
#include "engine/app/hook_install.h"
#include "engine/app/invocation.h"
#include "engine/app/log.h"
#include "engine/app/process.h"
#include "engine/app/reply_commands.h"
#include "engine/app/review_command.h"
#include "engine/app/rules_commands.h"
#include "engine/app/rulings_commands.h"
#include "engine/app/schema_command.h"
#include "engine/app/screen_command.h"
#include "engine/app/telling.h"
#include "engine/app/usage.h"
#include "engine/app/validate_command.h"
#include "engine/app/version.h"
#include "engine/base/large_pages.h"
#include "engine/base/standard_streams.h"

namespace sigte {
namespace {

struct Command {
  std::string_view name;
  int (*run)(const Invocation&);
};

constexpr std::array kCommands = {
    Command{
        "screen",
        [](const Invocation& i) { return RunScreen(i.settings, i.screen); }},
    Command{
        "letter",
        [](const Invocation& i) { return RunLetter(i.settings, i.letter); }},
    Command{
        "template",
        [](const Invocation& i) { return RunTemplate(i.settings, i.blank); }},
    Command{
        "explain",
        [](const Invocation& i) { return RunExplain(i.settings, i.explain); }},
    Command{"eval",
            [](const Invocation& i) { return RunEval(i.settings, i.eval); }},
    Command{"rules check",
            [](const Invocation& i) {
              return RunRulesCheck(i.settings, i.rule_files);
            }},
    Command{"rules test",
            [](const Invocation& i) { return RunRulesTest(i.settings); }},
    Command{
        "rules score",
        [](const Invocation& i) { return RunRulesScore(i.settings, i.score); }},
    Command{
        "review",
        [](const Invocation& i) { return RunReview(i.settings, i.review); }},
    Command{"rulings check",
            [](const Invocation& i) {
              return RunRulingsCheck(i.settings, i.rulings);
            }},
    Command{"rulings stats",
            [](const Invocation& i) {
              return RunRulingsStats(i.settings, i.rulings);
            }},
    Command{
        "schema",
        [](const Invocation& i) { return RunSchema(i.settings, i.schema); }},
    Command{"validate",
            [](const Invocation& i) {
              return RunValidate(i.settings, i.validate);
            }},
    Command{"hook", [](const Invocation& i) { return RunHook(i); }},
    Command{"hook install",
            [](const Invocation& i) { return RunHookInstall(i); }},
    Command{"hook uninstall",
            [](const Invocation& i) { return RunHookUninstall(i); }},
    Command{"config", [](const Invocation& i) { return RunConfig(i); }},
    Command{"completion",
            [](const Invocation& i) {
              return RunCompletion(i.settings, i.completion);
            }},
    Command{
        "audit init",
        [](const Invocation& i) { return RunAuditInit(i.settings, i.audit); }},
    Command{"audit verify",
            [](const Invocation& i) {
              return RunAuditVerify(i.settings, i.audit);
            }},
    Command{
        "audit show",
        [](const Invocation& i) { return RunAuditShow(i.settings, i.audit); }},
    Command{
        "audit prove",
        [](const Invocation& i) { return RunAuditProve(i.settings, i.audit); }},
    Command{"audit replay",
            [](const Invocation& i) {
              return RunAuditReplay(i.settings, i.audit);
            }},
    Command{"audit cosign",
            [](const Invocation& i) {
              return RunAuditCosign(i.settings, i.audit);
            }},
    Command{
        "audit erase",
        [](const Invocation& i) { return RunAuditErase(i.settings, i.audit); }},
};

int RunCommandLine(int argc, char** argv) {
  Invocation invocation;
  if (const auto code = ReadCommandLine(argc, argv, &invocation)) return *code;
  StartTelling(invocation.settings);
  TellNoMemoryIn(invocation.settings.lang);
  Log::Start(invocation.settings.verbose);
  if (invocation.version) {
    return RunVersion(invocation.settings, invocation.version_json);
  }
  if (!Configure(&invocation,
                 Usage(invocation.settings.lang, invocation.command))) {
    return kExitFailed;
  }
  StartTelling(invocation.settings);  // the file may have another language
  TellNoMemoryIn(invocation.settings.lang);
  for (const Command& command : kCommands) {
    if (command.name == invocation.command) return command.run(invocation);
  }
  return kExitFailed;
}

}  // namespace

int RunProgram(int argc, char** argv) {
  HoldStandardStreams();
  // The process is the program's; a library's user has a heap of their own.
  UseLargePages();
  PrepareProcess();
  return EndProcess(RunCommandLine(argc, argv));
}

}  // namespace sigte
