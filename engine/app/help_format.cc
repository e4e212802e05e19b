// SPDX-License-Identifier: MPL-2.0

// CLI11 counts bytes and breaks no lines.

#include "engine/app/help_format.h"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <string>

#include "engine/app/terminal_size.h"
#include "engine/base/utf8.h"
#include "engine/report/style.h"

namespace sigte {
namespace {

constexpr std::size_t kColumn = 28;       // where meanings begin
constexpr std::size_t kNarrowColumn = 6;  // and where that leaves no room
constexpr std::size_t kLeastRoom = 30;

class HelpFormat : public CLI::Formatter {
 public:
  HelpFormat(Lang lang, std::size_t width)
      : width_(width),
        column_(width < kColumn + kLeastRoom ? kNarrowColumn : kColumn) {
    label("Usage", Message(lang, "app.usage"));
    label("Positionals", Message(lang, "app.arguments"));
    label("OPTIONS", Message(lang, "app.arg.options"));
    label("SUBCOMMAND", Message(lang, "app.arg.command"));
  }

  std::string make_description(const CLI::App* command) const override {
    return Wrapped(command->get_description(), 0, width_);
  }
  std::string make_option(const CLI::Option* option,
                          bool is_positional) const override {
    return Row(
        make_option_name(option, is_positional) + make_option_opts(option),
        make_option_desc(option));
  }
  std::string make_subcommand(const CLI::App* command) const override {
    return Row(command->get_name(), command->get_description());
  }

 private:
  std::string Row(const std::string& name, const std::string& meaning) const {
    const std::string begin = "  " + name;
    const std::string lines = Wrapped(meaning, column_, width_);
    if (lines.empty()) return begin + "\n";
    if (DisplayWidth(begin) >= column_) return begin + "\n" + lines;
    return PadRight(begin, column_) + lines.substr(column_);
  }

  std::size_t width_;
  std::size_t column_;
};

}  // namespace

std::shared_ptr<CLI::FormatterBase> MakeHelpFormat(Lang lang) {
  return std::make_shared<HelpFormat>(lang, SizeOf(STDOUT_FILENO).width);
}

}  // namespace sigte
