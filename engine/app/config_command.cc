// SPDX-License-Identifier: MPL-2.0

#include "engine/app/config_command.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>
#include <vector>

#include "engine/app/exit_code.h"
#include "engine/app/output.h"
#include "engine/app/ruleset_store.h"
#include "engine/app/telling.h"
#include "engine/app/version.h"
#include "engine/base/json_writer.h"
#include "engine/base/utf8.h"

namespace sigte {
namespace {

// What holds where nobody says anything.
std::string DefaultOf(const std::string& name, Lang lang) {
  if (name == "ruleset") return FindRuleset("");
  if (name == "language")
    return std::string(kLanguages[static_cast<std::size_t>(lang)]);
  if (name == "fail-on") return std::string(kFailOnNames[0]);
  if (name == "quiet") return "false";
  return {};
}

// The locale decides the language before the default does.
const char* LocaleVariable() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value != nullptr && *value != '\0') return name;
  }
  return nullptr;
}

std::vector<EffectiveSetting> SettingsOf(const Invocation& invocation) {
  std::vector<EffectiveSetting> settings = invocation.effective;
  for (const char* name : {"required-version", "inputs"}) {
    if (std::ranges::find(settings, name, &EffectiveSetting::name) ==
        settings.end()) {
      settings.push_back({name, "", SettingOrigin::kDefault, ""});
    }
  }
  for (EffectiveSetting& setting : settings) {
    if (setting.origin != SettingOrigin::kDefault) continue;
    setting.value = DefaultOf(setting.name, invocation.settings.lang);
    const char* locale = LocaleVariable();
    if (setting.name == "language" && locale != nullptr) {
      setting.origin = SettingOrigin::kVariable;
      setting.where = locale;
    }
  }
  std::ranges::sort(settings, {}, &EffectiveSetting::name);
  return settings;
}

std::string OriginWords(const EffectiveSetting& setting, Lang lang) {
  switch (setting.origin) {
    case SettingOrigin::kFlag:
      return Message(lang, "config.from-flag", {setting.where});
    case SettingOrigin::kVariable:
      return Message(lang, "config.from-variable", {setting.where});
    case SettingOrigin::kFile: return Printable(setting.where);
    case SettingOrigin::kDefault: break;
  }
  return Message(lang, "config.from-default");
}

std::string Padded(std::string text, std::size_t width) {
  const std::size_t letters = CountCodePoints(text);
  if (letters < width) text.append(width - letters, ' ');
  return text;
}

std::string Text(const Invocation& invocation) {
  const Lang lang = invocation.settings.lang;
  const std::vector<EffectiveSetting> settings = SettingsOf(invocation);
  std::size_t names = 0;
  std::size_t values = 1;
  const auto shown = [](const EffectiveSetting& setting) {
    return setting.value.empty() ? "-" : Printable(setting.value);
  };
  for (const EffectiveSetting& setting : settings) {
    names = std::max(names, setting.name.size());
    values = std::max(values, CountCodePoints(shown(setting)));
  }
  const ConfigurationFile* file = invocation.configuration_file.get();
  std::string text = file == nullptr
                         ? Message(lang, "config.none-here")
                         : Message(lang, "config.file", {file->path});
  text += "\n";
  for (const EffectiveSetting& setting : settings) {
    text += "  " + Padded(setting.name, names + 2) +
            Padded(shown(setting), values + 2) + OriginWords(setting, lang) +
            "\n";
  }
  return text;
}

void AddValue(const EffectiveSetting& setting, JsonWriter* json) {
  if (!setting.list.empty()) {
    json->BeginArray();
    for (const std::string& value : setting.list) json->String(value);
    json->EndArray();
  } else if (setting.value.empty()) {
    json->Null();
  } else if (setting.name == "quiet") {
    json->Bool(setting.value == "true");
  } else {
    json->String(setting.value);
  }
}

void AddSetting(const EffectiveSetting& setting, JsonWriter* json) {
  constexpr std::array<std::string_view, 4> kOrigins = {"flag", "variable",
                                                        "file", "default"};
  json->BeginObject();
  json->Key("name");
  json->String(setting.name);
  json->Key("value");
  AddValue(setting, json);
  json->Key("from");
  json->String(kOrigins[static_cast<std::size_t>(setting.origin)]);
  if (!setting.where.empty()) {
    json->Key("where");
    json->String(setting.where);
  }
  json->EndObject();
}

std::string Json(const Invocation& invocation) {
  std::string text;
  JsonWriter json(&text);
  const ConfigurationFile* file = invocation.configuration_file.get();
  json.BeginObject();
  json.Key("version");
  json.String(VersionNumber());
  json.Key("file");
  if (file == nullptr) {
    json.Null();
  } else {
    json.String(file->path);
    json.Key("digest");
    json.String("sha256:" + file->digest);
  }
  json.Key("settings");
  json.BeginArray();
  for (const EffectiveSetting& setting : SettingsOf(invocation)) {
    AddSetting(setting, &json);
  }
  json.EndArray();
  json.EndObject();
  return text + "\n";
}

}  // namespace

int RunConfig(const Invocation& invocation) {
  Output output;
  const ConfigurationFile* file = invocation.configuration_file.get();
  if (invocation.config.path) {
    if (file == nullptr) return kExitBlocked;
    output.Write(file->path + "\n");
  } else {
    output.Write(invocation.config.json ? Json(invocation) : Text(invocation));
  }
  return Delivered(&output, kExitOk);
}

}  // namespace sigte
