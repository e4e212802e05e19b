// What the program is.

#include "engine/app/version.h"

#include <spdlog/version.h>

#include <CLI/Version.hpp>

#include "engine/app/exit_code.h"
#include "engine/app/output.h"
#include "engine/app/ruleset_store.h"
#include "engine/app/telling.h"
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
  return Delivered(&output, kExitOk);
}

}  // namespace sigte
