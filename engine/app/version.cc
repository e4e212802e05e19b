// SPDX-License-Identifier: MPL-2.0

// What the program is.

#include "engine/app/version.h"

#include <spdlog/version.h>

#include <CLI/Version.hpp>
#include <algorithm>
#include <utility>
#include <vector>

#include "engine/app/exit_code.h"
#include "engine/app/output.h"
#include "engine/app/revision.h"
#include "engine/app/ruleset_store.h"
#include "engine/app/telling.h"
#include "engine/base/json_writer.h"
#include "engine/base/messages.h"

namespace sigte {
namespace {

std::string SpdlogVersion() {
  return std::to_string(SPDLOG_VER_MAJOR) + "." +
         std::to_string(SPDLOG_VER_MINOR) + "." +
         std::to_string(SPDLOG_VER_PATCH);
}

/// "fmt 9.1.0, simdjson 3.0.1": the name, and the version where it has one.
std::string Libraries() {
  return SIGTE_LIBRARIES ", spdlog " + SpdlogVersion() +
         ", CLI11 " CLI11_VERSION;
}

std::vector<std::pair<std::string, std::string>> LibraryVersions() {
  std::vector<std::pair<std::string, std::string>> versions;
  const std::string all = Libraries();
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t comma = std::min(all.find(", ", at), all.size());
    const std::string one = all.substr(at, comma - at);
    const std::size_t blank = std::min(one.find(' '), one.size());
    versions.emplace_back(one.substr(0, blank),
                          one.substr(std::min(blank + 1, one.size())));
    at = comma + 2;
  }
  return versions;
}

std::string RulesetLine(const RulesetStore& store, Lang lang) {
  if (!store.ready()) {
    return Message(lang, "app.no-ruleset-version", {store.folder});
  }
  return Message(
      lang, "app.ruleset-version",
      {store.ruleset->id, store.ruleset->version, store.ruleset->digest});
}

std::string AsText(const RulesetStore& store, Lang lang) {
  std::string text = "sigte " + VersionNumber() + "\n";
  if (!Revision().empty()) {
    text += Message(lang, "version.revision", {Revision()}) + "\n";
  }
  return text + RulesetLine(store, lang) + "\n" + Libraries() + "\n";
}

void TextOrNull(std::string_view text, JsonWriter* json) {
  if (text.empty()) {
    json->Null();
  } else {
    json->String(text);
  }
}

void WriteRuleset(const RulesetStore& store, JsonWriter* json) {
  if (!store.ready()) {
    json->Null();
    return;
  }
  json->BeginObject();
  json->Key("id");
  json->String(store.ruleset->id);
  json->Key("version");
  json->String(store.ruleset->version);
  json->Key("digest");
  json->String(store.ruleset->digest);
  json->Key("folder");
  json->String(store.folder);
  json->EndObject();
}

std::string AsJson(const RulesetStore& store) {
  std::string text;
  JsonWriter json(&text);
  json.BeginObject();
  json.Key("program");
  json.String("sigte");
  json.Key("version");
  json.String(VersionNumber());
  json.Key("revision");
  TextOrNull(Revision(), &json);
  json.Key("ruleset");
  WriteRuleset(store, &json);
  json.Key("libraries");
  json.BeginObject();
  for (const auto& [name, version] : LibraryVersions()) {
    json.Key(name);
    TextOrNull(version, &json);
  }
  json.EndObject();
  json.EndObject();
  return text + "\n";
}

}  // namespace

std::string VersionNumber() { return SIGTE_VERSION; }

int RunVersion(const Settings& settings, bool json) {
  const auto store = LoadRulesetStore(FindRuleset(settings.rules));
  Output output;
  output.Write(json ? AsJson(*store) : AsText(*store, settings.lang));
  return Delivered(&output, kExitOk);
}

}  // namespace sigte
