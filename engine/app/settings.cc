// SPDX-License-Identifier: MPL-2.0

#include "engine/app/settings.h"

#include <unistd.h>

#include <cstdlib>
#include <optional>
#include <string_view>

namespace sigte {
namespace {

std::string_view Environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

std::optional<Lang> LanguageNamed(std::string_view name) {
  for (std::size_t i = 0; i < kLanguages.size(); ++i) {
    if (name == kLanguages[i]) return static_cast<Lang>(i);
  }
  return std::nullopt;
}

// "da_DK.UTF-8" is a language, "C.UTF-8" and "POSIX" are none.
std::optional<Lang> LanguageOfLocale(std::string_view locale) {
  const std::string_view name = locale.substr(0, locale.find_first_of("_.@"));
  if (name.empty() || name == "C" || name == "POSIX") return std::nullopt;
  const auto lang = LanguageNamed(name);
  return lang ? *lang : Lang::kEn;
}

std::optional<Lang> LanguageOfArguments(int argc, const char* const* argv) {
  constexpr std::string_view kOption = "--lang";
  for (int i = 1; i < argc; ++i) {
    std::string_view argument = argv[i];
    if (argument == "--") break;
    if (argument.substr(0, kOption.size()) != kOption) continue;
    argument.remove_prefix(kOption.size());
    if (argument.empty() && i + 1 < argc) return LanguageNamed(argv[i + 1]);
    if (!argument.empty() && argument.front() == '=') {
      return LanguageNamed(argument.substr(1));
    }
  }
  return std::nullopt;
}

}  // namespace

Lang ChooseLanguage(int argc, const char* const* argv) {
  if (const auto lang = LanguageOfArguments(argc, argv)) return *lang;
  if (const auto lang = LanguageNamed(Environment("SIGTE_LANG"))) return *lang;
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const std::string_view locale = Environment(name);
    // The first that is set decides, as in POSIX, also when it says "C".
    if (!locale.empty()) return LanguageOfLocale(locale).value_or(Lang::kDa);
  }
  return Lang::kDa;
}

bool UseColor(ColorChoice choice, int fd) {
  if (choice != ColorChoice::kAuto) return choice == ColorChoice::kAlways;
  if (!Environment("NO_COLOR").empty()) return false;
  for (const char* name : {"CLICOLOR_FORCE", "FORCE_COLOR"}) {
    const std::string_view forced = Environment(name);
    if (!forced.empty() && forced != "0") return true;
  }
  return isatty(fd) != 0 && Environment("TERM") != "dumb";
}

bool MayShowProgress(const Settings& settings) {
  return !settings.quiet && isatty(STDERR_FILENO) != 0 &&
         Environment("TERM") != "dumb" && Environment("CI").empty() &&
         Environment("PRE_COMMIT").empty();
}

}  // namespace sigte
