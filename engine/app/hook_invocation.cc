// SPDX-License-Identifier: MPL-2.0

#include "engine/app/hook_invocation.h"

#include <array>

#include "engine/app/command_row.h"
#include "engine/app/typed_value.h"

namespace sigte {
namespace {

void AddHook(Options options, Invocation* to) {
  HookOptions& hook = to->hook;
  options.Argument("app.arg.files", &hook.files, "app.about.files");
  options.Flag("--all", &hook.all, "hook.about.all");
  options.Flag("--staged", &hook.staged, "hook.about.staged");
  options.Flag("--show-values", &hook.show_values, "hook.about.show-values");
  options.Value("--fail-on", &to->fail_on_text, "app.arg.fail-on",
                "app.about.fail-on");
  options.Value("--rulings", &hook.rulings.folder, "app.arg.rulings-folder",
                "app.about.rulings-folder");
  options.Value("--today", &hook.rulings.today, "app.arg.date",
                "app.about.today");
  options.Value("--threads", &to->threads_text, "app.arg.number",
                "app.about.threads");
}

void AddInstall(Options options, Invocation* to) {
  options.Flag("--all", &to->hook.all, "hook.about.install-all");
}

void AddConfig(Options options, Invocation* to) {
  ConfigOptions& config = to->config;
  options.Argument("app.arg.files", &config.inputs, "config.about.files");
  options.Flag("--path", &config.path, "config.about.path");
  options.Value("--format", &config.format_text, "config.arg.format",
                "config.about.format");
}

constexpr std::array kHookCommands = {
    CommandRow{"", "hook", "hook.about.hook",
               "sigte hook FILE…\n"
               "  sigte hook --all\n"
               "  sigte hook --staged\n"
               "  sigte hook install",
               AddHook},
    CommandRow{"hook", "install", "hook.about.install", "sigte hook install",
               AddInstall},
    CommandRow{"hook", "uninstall", "hook.about.uninstall",
               "sigte hook uninstall", AddNothing},
    CommandRow{"", "config", "config.about.command",
               "sigte config\n"
               "  sigte config --format json FOLDER",
               AddConfig},
};

}  // namespace

std::span<const CommandRow> HookCommands() { return kHookCommands; }

bool ReadHookValues(Invocation* to, const Usage& usage) {
  to->hook.threads = to->screen.threads;
  return ReadChoice<bool, 2>(to->config.format_text, "--format",
                             {"text", "json"}, &to->config.json, usage);
}

}  // namespace sigte
