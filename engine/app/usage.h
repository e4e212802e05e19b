// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/base/issue.h"
#include "engine/base/messages.h"

namespace CLI {
class App;
}

/// What is said on standard error when the arguments make no sense.
namespace sigte {

class Usage {
 public:
  /// `command` ("rules check") is the one whose help is pointed to; empty: that
  /// of the program.
  explicit Usage(Lang lang, std::string command = {})
      : lang_(lang), command_(std::move(command)) {}

  /// An argument that `app` (the command so far) has no use for: a misspelt
  /// command or option, or one too many. `behind_mark`: behind "--", which ends
  /// the options.
  void Unexpected(const CLI::App& app, const std::string& argument,
                  bool behind_mark) const;
  /// What the parser itself refused; `what` is its English text, which begins
  /// with the option's name.
  void Misread(const std::string& what) const;
  /// An option with an equals sign and nothing behind it, or a short one, which
  /// takes its value without: "-o FILE".
  void EqualsSign(const std::string& option, const std::string& value) const;
  void UnknownValue(const std::string& option, const std::string& value,
                    const std::vector<std::string>& known) const;
  void BadNumber(const std::string& option, const std::string& value,
                 const LocalText& least, const LocalText& most) const;
  /// An option that means something with another one only.
  void NeedsOther(const std::string& option, const std::string& other) const;
  /// Two options that contradict each other.
  void Excludes(const std::string& option, const std::string& other) const;
  /// An argument that the command cannot do without.
  void Missing(const std::string& what) const;

 private:
  void Say(const IssueList& issues) const;

  Lang lang_;
  std::string command_;
};

}  // namespace sigte
