// SPDX-License-Identifier: MPL-2.0

// The manual's pages on commands, from the tables that make --help.

#include "engine/manual/command_pages.h"

#include <algorithm>
#include <set>

#include "engine/app/command_tree.h"

namespace sigte::manual {
namespace {

std::string PageName(const std::string& command) {
  std::string name = "sigte" + (command.empty() ? "" : "-" + command);
  std::ranges::replace(name, ' ', '-');
  return name;
}

std::string Reference(const std::string& name, int section) {
  return Page::Bold(name) + "(" + std::to_string(section) + ")";
}

void WriteOption(const OptionInfo& option, Page* page) {
  std::string names;
  for (const std::string& name : option.names) {
    names += (names.empty() ? "" : ", ") + Page::Bold(name);
  }
  if (!option.value.empty()) names += " " + Page::Italic(option.value);
  page->Term(names);
  page->Text(option.about + ".");
}

class CommandWriter {
 public:
  CommandWriter(const CommandInfo& root, std::string_view date, Lang lang,
                const std::vector<std::string>& formats)
      : root_(root), date_(date), lang_(lang), formats_(formats) {
    for (const OptionInfo& option : root.options) {
      common_.insert(option.names.back());
    }
  }

  std::vector<Page> Write() {
    Add(root_, {});
    return std::move(pages_);
  }

 private:
  void Add(const CommandInfo& command, const std::vector<std::string>& beside) {
    Page page(PageName(command.name), 1, date_, lang_);
    page.Name(command.about);
    page.Section("manual.synopsis");
    Synopsis(command, &page);
    page.Section("manual.description");
    Description(command, &page);
    Commands(command, &page);
    Arguments(command, &page);
    AllOptions(command, &page);
    if (command.name.empty()) Surroundings(&page);
    ExitStatus(&page);
    Examples(command, &page);
    std::vector<std::string> below;
    for (const CommandInfo& next : command.commands) {
      below.push_back(PageName(next.name));
    }
    SeeAlso(command, below.empty() ? beside : below, &page);
    pages_.push_back(std::move(page));
    for (const CommandInfo& next : command.commands) Add(next, below);
  }

  void Synopsis(const CommandInfo& command, Page* page) const {
    std::string line =
        Page::Bold("sigte" + (command.name.empty() ? "" : " " + command.name));
    line += " [" + Page::Italic(Message(lang_, "manual.option-word")) + "]...";
    if (!command.commands.empty()) {
      line += " " + Page::Italic(Message(lang_, "manual.command-word"));
    }
    for (const OptionInfo& argument : command.arguments) {
      line += " [" + Page::Italic(argument.names.front()) + "]";
    }
    page->Markup(line);
  }

  void Description(const CommandInfo& command, Page* page) const {
    if (command.name.empty()) {
      page->Text(Message(lang_, "manual.about-program"));
    } else if (!command.commands.empty()) {
      page->Text(command.about + ". " + Message(lang_, "manual.about-group"));
    } else {
      page->Text(command.about + ".");
    }
  }

  static void Commands(const CommandInfo& command, Page* page) {
    if (command.commands.empty()) return;
    page->Section("manual.commands");
    for (const CommandInfo& next : command.commands) {
      page->Term(Reference(PageName(next.name), 1));
      page->Text(next.about + ".");
    }
  }

  static void Arguments(const CommandInfo& command, Page* page) {
    if (command.arguments.empty()) return;
    page->Section("manual.arguments");
    for (const OptionInfo& argument : command.arguments) {
      page->Term(Page::Italic(argument.names.front()));
      page->Text(argument.about + ".");
    }
  }

  void AllOptions(const CommandInfo& command, Page* page) const {
    const auto is_own = [&](const OptionInfo& option) {
      return command.name.empty() || !common_.contains(option.names.back());
    };
    if (std::ranges::any_of(command.options, is_own)) {
      page->Section("manual.options");
    }
    for (const OptionInfo& option : command.options) {
      if (is_own(option)) WriteOption(option, page);
    }
    if (command.name.empty()) return;
    page->Section("manual.common-options");
    for (const OptionInfo& option : command.options) {
      if (!is_own(option)) WriteOption(option, page);
    }
  }

  void Surroundings(Page* page) const {
    page->Section("manual.environment");
    Entry("SIGTE_RULES", "manual.env-rules", page);
    Entry("LC_ALL, LC_MESSAGES, LANG", "manual.env-lang", page);
    Entry("NO_COLOR, CLICOLOR_FORCE", "manual.env-color", page);
    Entry("TMPDIR", "manual.env-tmpdir", page);
    page->Section("manual.files");
    Entry("share/sigte/rules", "manual.file-rules", page);
    Entry("share/sigte/schemas", "manual.file-schemas", page);
  }

  void ExitStatus(Page* page) const {
    page->Section("manual.exit");
    Entry("0", "manual.exit-0", page);
    Entry("1", "manual.exit-1", page);
    Entry("2", "manual.exit-2", page);
    Entry("SIGPIPE", "manual.exit-pipe", page);
  }

  void Entry(std::string_view term, MessageKey text, Page* page) const {
    page->Term(Page::Bold(term));
    page->Text(Message(lang_, text));
  }

  static void Examples(const CommandInfo& command, Page* page) {
    if (command.examples.empty()) return;
    page->Section("manual.examples");
    for (const std::string& line : command.examples) page->Example(line);
  }

  void SeeAlso(const CommandInfo& command, std::vector<std::string> pages,
               Page* page) const {
    std::erase(pages, page->name());
    std::string line;
    if (!command.name.empty()) line = Reference("sigte", 1);
    for (const std::string& name : pages) {
      line += (line.empty() ? "" : ", ") + Reference(name, 1);
    }
    for (const std::string& name : formats_) {
      line += (line.empty() ? "" : ", ") + Reference(name, 5);
    }
    page->Section("manual.see-also");
    page->Markup(line);
  }

  const CommandInfo& root_;
  std::string_view date_;
  Lang lang_;
  const std::vector<std::string>& formats_;
  std::set<std::string> common_;
  std::vector<Page> pages_;
};

}  // namespace

std::vector<Page> CommandPages(Lang lang, std::string_view date,
                               const std::vector<std::string>& formats) {
  const CommandInfo root = DescribeCommands(lang);
  return CommandWriter(root, date, lang, formats).Write();
}

}  // namespace sigte::manual
