// SPDX-License-Identifier: MPL-2.0

#include "engine/app/configured.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include "engine/app/configuration.h"
#include "engine/app/inputs.h"
#include "engine/app/log.h"
#include "engine/app/one_configuration.h"
#include "engine/app/ruleset_store.h"
#include "engine/app/telling.h"
#include "engine/app/version.h"
#include "engine/rule/version_range.h"

namespace sigte {
namespace {

/// A setting that a flag, a variable or the file may give.
struct SettingRow {
  std::string_view name;
  const char* flag;
  const char* variable;  // null: none
};

constexpr std::array kRows = {
    SettingRow{"ruleset", "--rules", "SIGTE_RULES"},
    SettingRow{"language", "--lang", "SIGTE_LANG"},
    SettingRow{"fail-on", "--fail-on", "SIGTE_FAIL_ON"},
    SettingRow{"rulings", "--rulings", "SIGTE_RULINGS"},
    SettingRow{"audit.folder", "--audit", "SIGTE_AUDIT"},
    SettingRow{"audit.key", "--key", "SIGTE_AUDIT_KEY"},
    SettingRow{"quiet", "--quiet", nullptr},
};

std::string Variable(const char* name) {
  const char* value = name == nullptr ? nullptr : std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

/// The rulings' folder of every command that has one.
std::array<std::string*, 6> RulingFolders(Invocation* to) {
  return {&to->screen.rulings.folder,  &to->explain.rulings.folder,
          &to->letter.rulings.folder,  &to->review.rulings.folder,
          &to->rulings.rulings.folder, &to->hook.rulings.folder};
}

bool IsOfLog(const Invocation& of) {
  return of.command.starts_with("audit ") && of.command != "audit init" &&
         of.audit.receipt.empty();
}

std::string Typed(std::string_view name, Invocation* of) {
  if (name == "ruleset") return of->settings.rules;
  if (name == "language") return of->lang_text;
  if (name == "fail-on") return of->fail_on_text;
  if (name == "audit.folder") return of->screen.audit.folder;
  if (name == "audit.key") return of->screen.audit.key;
  if (name == "quiet") return of->settings.quiet ? "true" : "";
  for (const std::string* folder : RulingFolders(of)) {
    if (!folder->empty()) return *folder;
  }
  return {};
}

void SetLog(std::string_view name, const std::string& value, Invocation* to) {
  const bool is_folder = name == "audit.folder";
  (is_folder ? to->screen.audit.folder : to->screen.audit.key) = value;
  if (!IsOfLog(*to)) return;
  std::string& of_log = is_folder ? to->audit.folder : to->audit.key;
  // The key of a witness is its own.
  if (of_log.empty() && (is_folder || to->command == "audit erase")) {
    of_log = value;
  }
}

template <typename Enum, std::size_t size>
bool SetChoice(const std::string& value, const std::string& where,
               const std::array<std::string_view, size>& names, Enum* to,
               const Usage& usage) {
  const auto* const at = std::ranges::find(names, value);
  if (at == names.end()) {
    usage.UnknownValue(where, value, {names.begin(), names.end()});
    return false;
  }
  *to = static_cast<Enum>(at - names.begin());
  return true;
}

void SetRulings(const std::string& value, Invocation* to) {
  for (std::string* folder : RulingFolders(to)) *folder = value;
  // Those who name the folder as an argument mean the same one.
  std::vector<std::string>& arguments = to->rulings.arguments;
  if (!arguments.empty() &&
      AbsolutePath(arguments.front()) == AbsolutePath(value)) {
    arguments.erase(arguments.begin());
  }
}

// False after saying that a variable's value is none.
bool Set(const EffectiveSetting& setting, Invocation* to, const Usage& usage) {
  const std::string& value = setting.value;
  if (setting.name == "ruleset") {
    // A replay is by the rules of then, unless others were typed.
    if (to->command != "audit replay") to->settings.rules = value;
  } else if (setting.name == "language") {
    return SetChoice(value, setting.where, kLanguages, &to->settings.lang,
                     usage);
  } else if (setting.name == "fail-on") {
    return SetChoice(value, setting.where, kFailOnNames, &to->screen.fail_on,
                     usage);
  } else if (setting.name == "rulings") {
    SetRulings(value, to);
  } else if (setting.name == "quiet") {
    to->settings.quiet = value == "true";
  } else {
    SetLog(setting.name, value, to);
  }
  return true;
}

std::string PlaceIn(const ConfigurationFile& file, Span span) {
  return file.path + ":" + std::to_string(file.text->PlaceOf(span.begin).line);
}

/// Settles one invocation with one file, or none.
class Settler {
 public:
  Settler(const ConfigurationFile* file, Invocation* to, const Usage& usage)
      : file_(file), to_(to), usage_(usage) {}

  bool Run() {
    to_->effective.clear();
    // First the language, in which all else is told.
    return Settle(kRows[1]) && IsRightVersion() &&
           std::ranges::all_of(kRows,
                               [this](const SettingRow& row) {
                                 return row.name == "language" || Settle(row);
                               }) &&
           KeyHasLog() && FoldersAreThere() && TakeInputs();
  }

 private:
  bool Settle(const SettingRow& row) {
    EffectiveSetting setting{std::string(row.name), Typed(row.name, to_),
                             SettingOrigin::kFlag, row.flag};
    if (setting.value.empty()) {
      setting = {setting.name, Variable(row.variable), SettingOrigin::kVariable,
                 row.variable == nullptr ? "" : row.variable};
    }
    const SpannedText* value =
        file_ == nullptr ? nullptr : file_->values.Find(row.name);
    if (setting.value.empty() && value != nullptr) {
      setting = {setting.name, Meant(row.name, *value), SettingOrigin::kFile,
                 PlaceIn(*file_, value->span)};
    }
    if (setting.value.empty()) {
      setting.origin = SettingOrigin::kDefault;
      setting.where.clear();
    }
    to_->effective.push_back(setting);
    return setting.value.empty() || Set(setting, to_, usage_);
  }

  // Paths as they can be opened from here; all else as it stands.
  std::string Meant(std::string_view name, const SpannedText& value) {
    if (name == "ruleset") return Ruleset(value.text);
    if (name == "rulings" || name.starts_with("audit.")) return Path(value);
    return value.text;
  }

  std::string Path(const SpannedText& value) {
    return PathWithin(*file_, value.text, to_->configuration.staged);
  }

  // A folder, or the name of a ruleset that comes along.
  std::string Ruleset(const std::string& name) {
    std::string path = PathWithin(*file_, name, to_->configuration.staged);
    if (IsFolder(path) || name.find('/') != std::string::npos) return path;
    const std::string shipped = ShippedRuleset(name);
    return shipped.empty() ? path : shipped;
  }

  bool IsRightVersion() {
    const SpannedText* wanted =
        file_ == nullptr ? nullptr : file_->values.Find("required-version");
    if (wanted == nullptr) return true;
    to_->effective.push_back({"required-version", wanted->text,
                              SettingOrigin::kFile,
                              PlaceIn(*file_, wanted->span)});
    const auto range = VersionRange::Parse(wanted->text);
    if (range && range->Contains(VersionNumber())) return true;
    return Refuse("C106.other-version", wanted->span,
                  {wanted->text, VersionNumber()});
  }

  // A key by itself logs nothing.
  bool KeyHasLog() const {
    const bool typed = std::ranges::any_of(
        to_->effective, [](const EffectiveSetting& setting) {
          return setting.name == "audit.key" &&
                 setting.origin == SettingOrigin::kFlag;
        });
    if (!typed || !to_->screen.audit.folder.empty()) return true;
    usage_.NeedsOther("--key", "--audit");
    return false;
  }

  // A folder that is named and is not there would be a check that is not made.
  bool FoldersAreThere() {
    for (const EffectiveSetting& setting : to_->effective) {
      const bool is_folder =
          setting.name == "ruleset" || setting.name == "rulings";
      if (setting.origin != SettingOrigin::kFile || !is_folder) continue;
      // `review` makes the folder that it writes to.
      if (setting.name == "rulings" && to_->command == "review") continue;
      if (IsFolder(setting.value)) continue;
      const SpannedText& value = *file_->values.Find(setting.name);
      if (IsOnlyInWorkTree(setting.value)) {
        return Refuse("C114.not-staged", value.span, {value.text});
      }
      if (setting.name == "rulings") {
        return Refuse("C107.no-rulings-folder", value.span, {value.text});
      }
      return RefuseRuleset(value);
    }
    return true;
  }

  bool IsOnlyInWorkTree(const std::string& folder) const {
    const std::string& top = to_->configuration.staged.top;
    return !top.empty() && !folder.starts_with('/') &&
           IsFolder(top + "/" + folder);
  }

  bool RefuseRuleset(const SpannedText& value) {
    IssueList issues;
    issues.UnknownName("C108.no-such-ruleset", file_->text.get(), value.span,
                       value.text, ShippedRulesets());
    TellAll(issues, to_->settings.lang);
    return false;
  }

  bool TakeInputs() {
    if (file_ == nullptr || file_->values.inputs.empty()) return true;
    EffectiveSetting setting{"inputs", "", SettingOrigin::kFile,
                             PlaceIn(*file_, file_->values.inputs_span)};
    for (const SpannedText& input : file_->values.inputs) {
      setting.value += (setting.value.empty() ? "" : ", ") + input.text;
      setting.list.push_back(input.text);
    }
    to_->effective.push_back(std::move(setting));
    std::vector<std::string>* inputs = nullptr;
    if (to_->command == "screen") inputs = &to_->screen.inputs;
    if (to_->command == "letter") inputs = &to_->letter.inputs;
    if (to_->command == "review") inputs = &to_->review.inputs;
    if (to_->command == "rulings check") inputs = &to_->rulings.arguments;
    if (inputs == nullptr || !inputs->empty()) return true;
    *inputs = ExpandInputs(*file_, to_->configuration.staged);
    return !inputs->empty() ||
           Refuse("C109.inputs-name-nothing", file_->values.inputs_span, {});
  }

  bool Refuse(MessageKey key, Span span, std::vector<LocalText> args) {
    IssueList issues;
    issues.Error(key, file_->text.get(), span, std::move(args));
    TellAll(issues, to_->settings.lang);
    return false;
  }

  const ConfigurationFile* file_;  // null: there is none
  Invocation* to_;
  const Usage& usage_;
};

// `hook` finds a configuration for each of its files; the others must work on
// a faulty one.
bool IsConfigured(std::string_view command) {
  constexpr std::array<std::string_view, 5> kApart = {
      "hook", "hook install", "hook uninstall", "schema", "validate"};
  return std::ranges::find(kApart, command) == kApart.end();
}

}  // namespace

bool ConfigureWith(const std::string& path, Invocation* invocation,
                   const Usage& usage) {
  invocation->configuration_file.reset();
  if (!path.empty()) {
    IssueList issues;
    std::vector<std::unique_ptr<Source>> refused;
    invocation->configuration_file =
        ReadConfigurationFile(path, &refused, &issues);
    TellAll(issues, invocation->settings.lang);
    if (invocation->configuration_file == nullptr) return false;
  }
  const ConfigurationFile* const file = invocation->configuration_file.get();
  const bool settled = Settler(file, invocation, usage).Run();
  if (file != nullptr) {  // in the language that it may have chosen
    Log::Info(Message(invocation->settings.lang, "log.configuration",
                      {path, file->digest}));
  }
  return settled;
}

bool Configure(Invocation* invocation, const Usage& usage) {
  ConfigurationChoice& choice = invocation->configuration;
  if (choice.none && !choice.file.empty()) {
    usage.Excludes("--config", "--no-config");
    return false;
  }
  if (choice.file.empty() && !choice.none) {
    choice.file = Variable("SIGTE_CONFIG");
  }
  if (!IsConfigured(invocation->command)) return true;
  if (choice.none) return ConfigureWith("", invocation, usage);
  if (!choice.file.empty()) {
    return ConfigureWith(choice.file, invocation, usage);
  }
  std::string path;
  const std::vector<std::string>& inputs = InputsOf(*invocation);
  const bool typed = !inputs.empty();
  if (!FindOneConfiguration(inputs, *invocation, &path) ||
      !ConfigureWith(path, invocation, usage)) {
    return false;
  }
  const ConfigurationFile* file = invocation->configuration_file.get();
  return typed || file == nullptr ||
         HoldsForItsInputs(*file, inputs, invocation->settings.lang);
}

}  // namespace sigte
