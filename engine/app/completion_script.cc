// SPDX-License-Identifier: MPL-2.0

// The script's frame is constant; what it knows of the program is four tables
// in it, each a `case` over the command and the word before.

#include "engine/app/completion_script.h"

#include <cctype>

namespace sigte {
namespace {

constexpr std::string_view kBegin =
    R"bash(# Completes command lines of sigte in bash. Made by 'sigte completion bash'.

# Files that end in one of the given ways, and folders.
_sigte_files() {
  local name ending
  compopt -o filenames 2>/dev/null
  while IFS= read -r name; do
    if [ -d "$name" ] || [ $# -eq 0 ]; then
      COMPREPLY+=("$name")
      continue
    fi
    for ending in "$@"; do
      [[ "$name" != *"$ending" ]] || COMPREPLY+=("$name")
    done
  done < <(compgen -f -- "$cur")
}

_sigte_folders() {
  local name
  compopt -o filenames 2>/dev/null
  while IFS= read -r name; do COMPREPLY+=("$name"); done \
    < <(compgen -d -- "$cur")
}

# No compgen -W here: it would expand what a ruleset calls its rules.
_sigte_words() {
  local word
  local -a words
  read -r -d '' -a words <<<"$1"
  for word in "${words[@]}"; do
    [[ "$word" != "$cur"* ]] || COMPREPLY+=("$word")
  done
}

# What only the program itself knows: with the ruleset that was typed.
_sigte_ask() {
  local -a rules=()
  local i
  for ((i = 1; i + 1 < COMP_CWORD; ++i)); do
    [ "${COMP_WORDS[i]}" != --rules ] || rules=(--rules "${COMP_WORDS[i + 1]}")
  done
  _sigte_words "$("${COMP_WORDS[0]}" completion "$1" "${rules[@]}" 2>/dev/null)"
}
)bash";

constexpr std::string_view kEnd = R"bash(
_sigte() {
  local cur=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
  local command="" word previous="" i arguments=0
  COMPREPLY=()
  # --option=value comes as three words.
  if [ "$cur" = "=" ]; then
    cur=""
  elif [ "$before" = "=" ] && [ "$COMP_CWORD" -ge 2 ]; then
    before=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  for ((i = 1; i < COMP_CWORD; ++i)); do
    word=${COMP_WORDS[i]}
    if [[ "$word" == -* || "$word" == "=" ]]; then
      previous=$word
      continue
    fi
    if [ "$previous" = "=" ] || _sigte_takes_value "$command" "$previous"; then
      previous=""
      continue
    fi
    previous=""
    if _sigte_has "$command" "$word"; then
      command=${command:+$command }$word
    else
      arguments=$((arguments + 1))
    fi
  done
  _sigte_value "$command" "$before" && return
  case $cur in
    -*) _sigte_words "$(_sigte_options "$command")" ;;
    *)
      [ "$arguments" -ne 0 ] || _sigte_words "$(_sigte_commands "$command")"
      _sigte_argument "$command" "$arguments"
      ;;
  esac
}

complete -F _sigte sigte
)bash";

// ".json", ".csv" of "Files or folders (.json, .csv)": what stands in help.
std::string EndingsIn(const std::string& about) {
  std::string endings;
  for (std::size_t at = about.find('.'); at != std::string::npos;
       at = about.find('.', at + 1)) {
    const char before = at == 0 ? '\0' : about[at - 1];
    if (before != '(' && before != ' ') continue;
    std::size_t end = at + 1;
    while (end < about.size() &&
           std::isalnum(static_cast<unsigned char>(about[end])) != 0) {
      ++end;
    }
    if (end > at + 1) endings += " " + about.substr(at, end - at);
  }
  return endings;
}

std::string Joined(const std::vector<std::string>& words, char between) {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty()) text += between;
    text += word;
  }
  return text;
}

bool IsLabel(const std::string& text, MessageKey key) {
  return text == Message(Lang::kEn, key);
}

// The call that completes a value, or nothing where anything may stand.
std::string ActionFor(const std::string& value, const std::string& about) {
  const auto choices = ChoicesOf(value);
  if (!choices.empty()) return "_sigte_words '" + Joined(choices, ' ') + "'";
  if (IsLabel(value, "app.arg.file")) return "_sigte_files" + EndingsIn(about);
  if (IsLabel(value, "app.arg.files")) return "_sigte_files" + EndingsIn(about);
  if (IsLabel(value, "app.arg.folder") ||
      IsLabel(value, "app.arg.rulings-folder") ||
      IsLabel(value, "app.arg.schema-folder") ||
      IsLabel(value, "audit.arg.log")) {
    return "_sigte_folders";
  }
  if (IsLabel(value, "app.arg.what")) return "_sigte_ask codes";
  if (IsLabel(value, "app.arg.schema")) {
    return "_sigte_ask schemas; _sigte_files .json";
  }
  return "";
}

/// Writes one function: a `case` with an arm for each command.
class Tables {
 public:
  explicit Tables(const CommandInfo& root) { Add(root); }

  std::string Text() const {
    return Function("_sigte_commands", "$1", commands_) +
           Function("_sigte_options", "$1", options_) +
           Function("_sigte_has", "$1 $2", has_ + "    *) return 1 ;;\n") +
           Function("_sigte_takes_value", "$1 $2",
                    takes_ + "    *) return 1 ;;\n") +
           Function("_sigte_value", "$1 $2", values_ + "    *) return 1 ;;\n") +
           Function("_sigte_argument", "$1 $2", arguments_);
  }

 private:
  static std::string Function(std::string_view name, std::string_view over,
                              const std::string& arms) {
    return "\n" + std::string(name) + "() {\n  case \"" + std::string(over) +
           "\" in\n" + arms + "  esac\n}\n";
  }

  static std::string Arm(const std::string& pattern,
                         const std::string& action) {
    return "    " + pattern + ") " + action + " ;;\n";
  }

  void Add(const CommandInfo& command) {
    const std::string quoted = "\"" + command.name + "\"";
    std::vector<std::string> names;
    for (const OptionInfo& option : command.options) {
      names.insert(names.end(), option.names.begin(), option.names.end());
      AddValue(command, option);
    }
    options_ += Arm(quoted, "echo '" + Joined(names, ' ') + "'");
    for (std::size_t i = 0; i < command.arguments.size(); ++i) {
      AddArgument(command, i);
    }
    std::vector<std::string> below;
    for (const CommandInfo& next : command.commands) {
      below.push_back(next.name.substr(next.name.rfind(' ') + 1));
      has_ += Arm("\"" + command.name + " " + below.back() + "\"", "return 0");
    }
    if (!below.empty()) {
      commands_ += Arm(quoted, "echo '" + Joined(below, ' ') + "'");
    }
    for (const CommandInfo& next : command.commands) Add(next);
  }

  void AddValue(const CommandInfo& command, const OptionInfo& option) {
    if (option.value.empty()) return;
    std::string pattern;
    for (const std::string& name : option.names) {
      pattern +=
          (pattern.empty() ? "\"" : " | \"") + command.name + " " + name + "\"";
    }
    takes_ += Arm(pattern, "return 0");
    const std::string action = ActionFor(option.value, option.about);
    values_ +=
        Arm(pattern, action.empty() ? "return 0" : action + "; return 0");
  }

  // The last argument may be many; those before it are one each.
  void AddArgument(const CommandInfo& command, std::size_t index) {
    const OptionInfo& argument = command.arguments[index];
    std::string action =
        IsLabel(argument.names.front(), "app.arg.name")
            ? "_sigte_ask schemas"
            : ActionFor(argument.names.front(), argument.about);
    if (action.empty()) return;
    const bool last = index + 1 == command.arguments.size();
    arguments_ +=
        Arm("\"" + command.name + " \"" + (last ? "*" : std::to_string(index)),
            action);
  }

  std::string commands_;
  std::string options_;
  std::string has_;
  std::string takes_;
  std::string values_;
  std::string arguments_;
};

}  // namespace

std::string BashCompletion(const CommandInfo& root) {
  return std::string(kBegin) + Tables(root).Text() + std::string(kEnd);
}

}  // namespace sigte
