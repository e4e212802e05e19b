// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/app/invocation.h"
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
        ->check(WhyEmpty)
        ->take_last();
  }

  /// May be given more than once.
  void Several(const char* names, std::vector<std::string>* place,
               MessageKey type, MessageKey about) {
    app_->add_option(names, *place, Message(lang_, about))
        ->type_name(Message(lang_, type))
        ->check(WhyEmpty)
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
  // An empty value would be as good as none, and a check that was asked for
  // would not be made: "--vkey $KEY" where KEY is not set.
  static std::string WhyEmpty(const std::string& text) {
    return text.empty() ? "empty" : "";
  }

  CLI::App* app_;
  Lang lang_;
};

/// Of a command that takes no options of its own.
inline void AddNothing(Options /*options*/, Invocation* /*to*/) {}

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

}  // namespace sigte
