// What the program is and what comes with it.

#include "engine/app/version.h"

#include <spdlog/version.h>

#include <CLI/Version.hpp>
#include <vector>

#include "engine/app/exit_code.h"
#include "engine/app/output.h"
#include "engine/app/ruleset_store.h"
#include "engine/base/issue.h"
#include "engine/base/messages.h"

namespace sigte {
namespace {

std::string SpdlogVersion() {
  return std::to_string(SPDLOG_VER_MAJOR) + "." +
         std::to_string(SPDLOG_VER_MINOR) + "." +
         std::to_string(SPDLOG_VER_PATCH);
}

std::string RulesetLine(const Settings& settings) {
  const auto store = LoadRulesetStore(FindRuleset(settings.rules));
  if (!store->ready()) {
    return Message(settings.lang, "app.no-ruleset-version", {store->folder});
  }
  return Message(
      settings.lang, "app.ruleset-version",
      {store->ruleset->id, store->ruleset->version, store->ruleset->digest});
}

}  // namespace

std::string VersionNumber() { return SIGTE_VERSION; }

int RunVersion(const Settings& settings) {
  Output output;
  output.Write("sigte " + VersionNumber() + "\n" + RulesetLine(settings) +
               "\n" SIGTE_LIBRARIES ", spdlog " + SpdlogVersion() +
               ", CLI11 " CLI11_VERSION "\n");
  return output.Finish() ? kExitOk : kExitFailed;
}

int RunSchema(const Settings& settings, const std::string& name) {
  const std::vector<std::string> names = SchemaNames();
  std::string text;
  if (name.empty()) {
    for (const std::string& known : names) text += known + "\n";
  } else {
    std::string why;
    const std::string path = FindSchema("", name + ".schema.json");
    const auto schema = path.empty() ? std::nullopt : ReadFile(path, &why);
    if (!schema) {
      IssueList issues;
      issues.UnknownName("A108.unknown-schema", nullptr, {}, name, names);
      WriteError(Format(issues.issues().front(), settings.lang));
      return kExitFailed;
    }
    text = *schema;
  }
  Output output;
  return output.Write(text) && output.Finish() ? kExitOk : kExitFailed;
}

}  // namespace sigte
