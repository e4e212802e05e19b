// SPDX-License-Identifier: MPL-2.0

#include "engine/app/usage.h"

#include <CLI/CLI.hpp>
#include <utility>

#include "engine/app/output.h"
#include "engine/base/issue_hint.h"

namespace sigte {
namespace {

std::vector<std::string> CommandsOf(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command :
       app.get_subcommands([](const CLI::App*) { return true; })) {
    names.push_back(command->get_name());
  }
  return names;
}

std::vector<std::string> OptionsOf(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) {
      names.push_back("--" + name);
    }
  }
  return names;
}

bool IsOption(const CLI::App& app, const std::string& argument) {
  return app.get_option_no_throw(argument.substr(0, argument.find('='))) !=
         nullptr;
}

}  // namespace

void Usage::Unexpected(const CLI::App& app, const std::string& argument,
                       bool behind_mark) const {
  IssueList issues;
  const std::vector<std::string> commands = CommandsOf(app);
  if (behind_mark) {
    issues.Error(IsOption(app, argument)
                     ? MessageKey("A116.option-behind-mark")
                     : MessageKey("A103.unexpected-argument"),
                 nullptr, {}, {argument});
  } else if (argument.size() > 1 && argument.front() == '-') {
    // "--format=csv" names an option, "-(1)=1" none.
    const bool is_long = argument.starts_with("--");
    const std::string name =
        argument.substr(0, is_long ? argument.find('=') : argument.npos);
    issues.UnknownName("A102.unknown-option", nullptr, {}, name,
                       OptionsOf(app));
  } else if (!commands.empty()) {
    issues.UnknownName("A101.unknown-command", nullptr, {}, argument, commands);
  } else {
    issues.Error("A103.unexpected-argument", nullptr, {}, {argument});
  }
  Say(issues);
}

void Usage::Misread(const std::string& what) const {
  IssueList issues;
  issues.Error("A104.option-without-value", nullptr, {},
               {what.substr(0, what.find_first_of(": "))});
  Say(issues);
}

void Usage::EqualsSign(const std::string& option,
                       const std::string& value) const {
  IssueList issues;
  if (value.empty()) {
    issues.Error("A104.option-without-value", nullptr, {}, {option});
  } else {
    issues.Error("A650.equals-after-short", nullptr, {}, {option, value});
  }
  Say(issues);
}

void Usage::UnknownValue(const std::string& option, const std::string& value,
                         const std::vector<std::string>& known) const {
  Issue issue =
      UnknownNameIssue("A105.unknown-value", nullptr, {}, value, known);
  issue.args.emplace_back(option);
  IssueList issues;
  issues.Add(std::move(issue));
  Say(issues);
}

void Usage::BadNumber(const std::string& option, const std::string& value,
                      const LocalText& least, const LocalText& most) const {
  IssueList issues;
  issues.Error("A106.bad-number", nullptr, {}, {option, value, least, most});
  Say(issues);
}

void Usage::NeedsOther(const std::string& option,
                       const std::string& other) const {
  IssueList issues;
  issues.Error("V101.option-needs-other", nullptr, {}, {option, other});
  Say(issues);
}

void Usage::Excludes(const std::string& option,
                     const std::string& other) const {
  IssueList issues;
  issues.Error("C111.options-exclude", nullptr, {}, {option, other});
  Say(issues);
}

void Usage::Missing(const std::string& what) const {
  IssueList issues;
  issues.Error("A107.missing-argument", nullptr, {}, {command_, what});
  Say(issues);
}

void Usage::Say(const IssueList& issues) const {
  std::string text;
  for (const Issue& issue : issues.issues()) text += Format(issue, lang_);
  const std::string name = command_.empty() ? "sigte" : "sigte " + command_;
  WriteError(text + Message(lang_, "app.see-help", {name}) + "\n");
}

}  // namespace sigte
