#pragma once

#include <CLI/CLI.hpp>
#include <array>
#include <charconv>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/app/invocation.h"
#include "engine/app/usage.h"
#include "engine/base/messages.h"

/// What the files that describe commands to CLI11 share.
namespace sigte {

/// Adds options to one command's parser.
class Options {
 public:
  Options(CLI::App* app, Lang lang) : app_(app), lang_(lang) {}

  template <typename T>
  CLI::Option* Value(const char* names, T* place, MessageKey type,
                     MessageKey about) {
    return app_->add_option(names, *place, Message(lang_, about))
        ->type_name(Message(lang_, type))
        ->take_last();
  }

  /// May be given more than once.
  void Several(const char* names, std::vector<std::string>* place,
               MessageKey type, MessageKey about) {
    app_->add_option(names, *place, Message(lang_, about))
        ->type_name(Message(lang_, type))
        ->allow_extra_args(false);
  }

  void Flag(const char* names, bool* place, MessageKey about) {
    app_->add_flag(names, *place, Message(lang_, about));
  }

  template <typename T>
  CLI::Option* Argument(MessageKey name, T* place, MessageKey about) {
    return app_->add_option(Message(lang_, name), *place, Message(lang_, about))
        ->type_name("");
  }

 private:
  CLI::App* app_;
  Lang lang_;
};

struct CommandRow {
  std::string_view parent;  // empty: the program itself
  std::string_view name;
  MessageKey about;
  std::string_view example;
  void (*add)(Options, Invocation*);
};

/// The parser of the whole command line, in the language of `to->settings`.
/// What it reads goes to `*to`.
std::unique_ptr<CLI::App> MakeParser(Invocation* to);

// What was typed, checked: false after having said what is wrong.
template <typename Enum, std::size_t size>
bool ReadChoice(const std::string& text, const char* option,
                const std::array<const char*, size>& names, Enum* to,
                const Usage& usage) {
  for (std::size_t i = 0; i < size; ++i) {
    if (text == names[i]) {
      *to = static_cast<Enum>(i);
      return true;
    }
  }
  usage.UnknownValue(option, text, {names.begin(), names.end()});
  return false;
}

template <typename Number>
bool ReadNumber(const std::string& text, const char* option, Number least,
                Number most, Number* to, const Usage& usage) {
  if (text.empty()) return true;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, *to);
  if (error == std::errc() && stop == end && *to >= least && *to <= most) {
    return true;
  }
  usage.BadNumber(option, text, std::to_string(least), std::to_string(most));
  return false;
}

}  // namespace sigte
