// SPDX-License-Identifier: MPL-2.0

#include "engine/app/command_tree.h"

#include <CLI/CLI.hpp>

#include "engine/app/command_row.h"
#include "engine/app/invocation.h"

namespace sigte {
namespace {

OptionInfo Describe(const CLI::Option& option) {
  OptionInfo info;
  if (option.get_positional()) {
    info.names.push_back(option.get_name(true));
  } else {
    for (const std::string& name : option.get_snames()) {
      info.names.push_back("-" + name);
    }
    for (const std::string& name : option.get_lnames()) {
      info.names.push_back("--" + name);
    }
    if (option.get_items_expected_max() > 0) {
      info.value = option.get_type_name();
    }
  }
  info.about = option.get_description();
  return info;
}

// The footer is a heading and the examples below it, indented.
std::vector<std::string> ExamplesOf(const std::string& footer) {
  constexpr std::string_view kIndent = "\n  ";
  std::vector<std::string> examples;
  for (std::size_t at = footer.find(kIndent); at != std::string::npos;) {
    at += kIndent.size();
    const std::size_t end = footer.find(kIndent, at);
    examples.push_back(footer.substr(at, end - at));
    at = end;
  }
  return examples;
}

CommandInfo Describe(const CLI::App& app, const std::string& name) {
  CommandInfo info;
  info.name = name;
  info.about = app.get_description();
  for (const CLI::Option* option : app.get_options()) {
    (option->get_positional() ? info.arguments : info.options)
        .push_back(Describe(*option));
  }
  info.examples = ExamplesOf(app.get_footer());
  for (const CLI::App* command :
       app.get_subcommands([](const CLI::App*) { return true; })) {
    info.commands.push_back(Describe(
        *command, name + (name.empty() ? "" : " ") + command->get_name()));
  }
  return info;
}

}  // namespace

CommandInfo DescribeCommands(Lang lang) {
  Invocation unused;
  unused.settings.lang = lang;
  return Describe(*MakeParser(&unused), "");
}

std::vector<std::string> ChoicesOf(std::string_view value) {
  std::vector<std::string> choices;
  if (value.find('|') == std::string_view::npos) return choices;
  while (true) {
    const std::size_t bar = value.find('|');
    choices.emplace_back(value.substr(0, bar));
    if (bar == std::string_view::npos) return choices;
    value.remove_prefix(bar + 1);
  }
}

}  // namespace sigte
