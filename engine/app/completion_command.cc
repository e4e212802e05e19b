// SPDX-License-Identifier: MPL-2.0

#include "engine/app/completion_command.h"

#include <algorithm>
#include <set>

#include "engine/app/command_tree.h"
#include "engine/app/completion_script.h"
#include "engine/app/exit_code.h"
#include "engine/app/output.h"
#include "engine/app/ruleset_store.h"
#include "engine/app/telling.h"
#include "engine/app/usage.h"

namespace sigte {
namespace {

// What `sigte explain` knows: codes of rules (else their names) and messages.
std::set<std::string> Codes(const Settings& settings) {
  std::set<std::string> codes;
  const auto store = LoadRulesetStore(FindRuleset(settings.rules));
  if (store->ready()) {
    for (const Rule& rule : store->ruleset->rules) {
      codes.insert(rule.id.text);
      if (!rule.code.empty()) codes.insert(rule.code);
    }
  }
  for (const MessageRow& row : MessageCatalogue()) {
    const std::string_view code = CodeOf(row.name);
    if (!code.empty()) codes.emplace(code);
  }
  return codes;
}

std::string Lines(const std::set<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += name + "\n";
  return text;
}

}  // namespace

int RunCompletion(const Settings& settings, const std::string& what) {
  std::string text;
  if (what == "bash") {
    // The words of --help differ by language, what is typed does not.
    text = BashCompletion(DescribeCommands(Lang::kEn));
  } else if (what == "codes") {
    text = Lines(Codes(settings));
  } else if (what == "schemas") {
    const auto names = SchemaNames();
    text = Lines({names.begin(), names.end()});
  } else {
    const Usage usage(settings.lang, "completion");
    if (what.empty()) {
      usage.Missing(Message(settings.lang, "app.arg.completion"));
    } else {
      usage.UnknownValue("completion", what, {"bash", "codes", "schemas"});
    }
    return kExitFailed;
  }
  Output output;
  output.Write(text);
  return Delivered(&output, kExitOk);
}

}  // namespace sigte
