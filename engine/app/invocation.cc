// SPDX-License-Identifier: MPL-2.0

// The command line by CLI11. Wording, suggestions and exit codes are ours.

#include "engine/app/invocation.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <memory>
#include <string_view>
#include <vector>

#include "engine/app/audit_invocation.h"
#include "engine/app/command_row.h"
#include "engine/app/exit_code.h"
#include "engine/app/help_format.h"
#include "engine/app/hook_invocation.h"
#include "engine/app/invocation_values.h"
#include "engine/app/output.h"
#include "engine/app/telling.h"
#include "engine/app/usage.h"
#include "engine/base/messages.h"
#include "engine/base/system_words.h"

namespace sigte {
namespace {

void AddRulings(Options* options, RulingOptions* to) {
  options->Value("--rulings", &to->folder, "app.arg.rulings-folder",
                 "app.about.rulings-folder");
  options->Value("--today", &to->today, "app.arg.date", "app.about.today");
}

void AddScreen(Options options, Invocation* to) {
  options.Argument("app.arg.files", &to->screen.inputs, "app.about.files");
  options.Value("--format", &to->format_text, "format.arg",
                "format.about.format");
  options.Several("-o,--output", &to->output_texts, "app.arg.file",
                  "format.about.output");
  options.Flag("--sarif-compat", &to->screen.sarif_compat,
               "format.about.sarif-compat");
  options.Value("--fail-on", &to->fail_on_text, "app.arg.fail-on",
                "app.about.fail-on");
  options.Value("--threads", &to->threads_text, "app.arg.number",
                "app.about.threads");
  AddRulings(&options, &to->screen.rulings);
  options.Value("--audit", &to->screen.audit.folder, "app.arg.folder",
                "audit.about.audit");
  options.Value("--key", &to->screen.audit.key, "app.arg.file",
                "audit.about.key");
}

void AddReview(Options options, Invocation* to) {
  ReviewOptions& review = to->review;
  options.Argument("app.arg.files", &review.inputs, "app.about.files");
  options.Flag("--list", &review.list, "app.about.list");
  options.Value("--format", &to->queue_format_text, "app.arg.format",
                "app.about.list-format");
  options.Value("-o,--output", &review.output, "app.arg.file",
                "app.about.output");
  options.Value("--import", &review.import, "app.arg.file", "app.about.import");
  options.Flag("--approve", &review.approve, "app.about.approve");
  options.Flag("--independent", &review.independent, "app.about.independent");
  options.Value("--body", &review.body, "app.arg.body", "app.about.body");
  options.Value("--role", &review.role, "app.arg.role", "app.about.role");
  options.Value("--review-by", &review.review_by, "app.arg.date",
                "app.about.review-by");
  options.Value("--threads", &to->threads_text, "app.arg.number",
                "app.about.threads");
  AddRulings(&options, &review.rulings);
}

void AddRulingsCommand(Options options, Invocation* to) {
  options.Argument("app.arg.files", &to->rulings.arguments,
                   "app.about.rulings-arguments");
  options.Value("--format", &to->list_format_text, "app.arg.list-format",
                "app.about.stats-format");
  AddRulings(&options, &to->rulings.rulings);
}

void AddTemplate(Options options, Invocation* to) {
  options.Value("-o,--output", &to->blank.output, "app.arg.file",
                "app.about.output");
  options.Value("--rows", &to->rows_text, "app.arg.number",
                "app.about.template-rows");
}

void AddLetter(Options options, Invocation* to) {
  options.Argument("app.arg.files", &to->letter.inputs, "app.about.files");
  options.Value("-o,--output", &to->letter.output, "app.arg.file",
                "app.about.output");
  options.Value("--threads", &to->threads_text, "app.arg.number",
                "app.about.threads");
  AddRulings(&options, &to->letter.rulings);
}

void AddExplain(Options options, Invocation* to) {
  options.Argument("app.arg.what", &to->explain.what, "app.about.what");
  options.Argument("app.arg.files", &to->explain.inputs,
                   "app.about.explain-files");
  AddRulings(&options, &to->explain.rulings);
}

void AddEval(Options options, Invocation* to) {
  options.Argument("app.arg.expression", &to->eval.expression,
                   "app.about.expression");
  options.Value("--record", &to->eval.record, "app.arg.json",
                "app.about.record");
  options.Value("--batch", &to->eval.batch, "app.arg.file", "app.about.batch");
}

void AddScore(Options options, Invocation* to) {
  options.Value("--records", &to->score.records, "app.arg.file",
                "app.about.records");
  options.Value("--labels", &to->score.labels, "app.arg.file",
                "app.about.labels");
  options.Value("--floor", &to->floor_text, "app.arg.number",
                "app.about.floor");
  options.Value("--opposite", &to->opposite_text, "app.arg.number",
                "app.about.opposite");
}

void AddSchema(Options options, Invocation* to) {
  options.Argument("app.arg.name", &to->schema, "app.about.schema-name");
}

void AddValidate(Options options, Invocation* to) {
  ValidateOptions& validate = to->validate;
  options.Argument("app.arg.files", &validate.inputs,
                   "app.about.validate-files");
  options.Value("--schema", &validate.schema, "app.arg.schema",
                "app.about.validate-schema");
  options.Value("--format", &to->fault_format_text, "app.arg.fault-format",
                "app.about.fault-format");
  options.Value("--output-unit", &to->unit_text, "app.arg.output-unit",
                "app.about.output-unit");
  options.Flag("--assert-format", &validate.assert_format,
               "app.about.assert-format");
  options.Several("--schema-dir", &validate.schema_folders,
                  "app.arg.schema-folder", "app.about.schema-folder");
  options.Value("--as", &to->as_text, "app.arg.as", "app.about.as");
  options.Value("--max-faults", &to->max_faults_text, "app.arg.number",
                "app.about.max-faults");
  options.Value("-o,--output", &validate.output, "app.arg.file",
                "app.about.output");
}

void AddRulesCheck(Options options, Invocation* to) {
  options.Argument("app.arg.files", &to->rule_files, "app.about.rule-files");
}

void AddCompletion(Options options, Invocation* to) {
  options.Argument("app.arg.completion", &to->completion,
                   "app.about.completion-what");
}

constexpr std::array kCommandRows = {
    CommandRow{"", "screen", "app.about.screen",
               "sigte screen --format ndjson -o decisions.ndjson FILE…\n"
               "  sigte screen -o reply.xlsx FILE…\n"
               "  sigte screen --format concise -o a.sarif -o b.xml FILE…\n"
               "  sigte screen -o gitlab:report.json FILE…",
               AddScreen},
    CommandRow{"", "letter", "app.about.letter",
               "sigte letter -o letter.md FILE…", AddLetter},
    CommandRow{"", "template", "app.about.template",
               "sigte template -o questionnaire.xlsx", AddTemplate},
    CommandRow{"", "explain", "app.about.explain",
               "sigte explain E5\n  sigte explain 751/14 FILE…", AddExplain},
    CommandRow{"", "eval", "app.about.eval",
               "sigte eval '1 < 2'\n"
               "  sigte eval 'x > 2' --record '{\"x\": 3}'",
               AddEval},
    CommandRow{"", "rules", "app.about.rules", "sigte rules check", AddNothing},
    CommandRow{"rules", "check", "app.about.rules-check",
               "sigte rules check --rules FOLDER\n"
               "  sigte rules check rules/*/*.yaml",
               AddRulesCheck},
    CommandRow{"rules", "test", "app.about.rules-test",
               "sigte rules test --rules FOLDER", AddNothing},
    CommandRow{"rules", "score", "app.about.rules-score",
               "sigte rules score --records R.ndjson --labels L.ndjson",
               AddScore},
    CommandRow{"", "review", "app.about.review",
               "sigte review FOLDER\n"
               "  sigte review --approve --body im FOLDER\n"
               "  sigte review --list --format ndjson FOLDER > queue.ndjson\n"
               "  sigte review --import queue.ndjson FOLDER\n"
               "  sigte review --list -o queue.xlsx FOLDER\n"
               "  sigte review --import queue.xlsx FOLDER",
               AddReview},
    CommandRow{"", "rulings", "app.about.rulings", "sigte rulings check FOLDER",
               AddNothing},
    CommandRow{"rulings", "check", "app.about.rulings-check",
               "sigte rulings check FOLDER/rulings FOLDER", AddRulingsCommand},
    CommandRow{"rulings", "stats", "app.about.rulings-stats",
               "sigte rulings stats FOLDER/rulings", AddRulingsCommand},
    CommandRow{"", "schema", "app.about.schema", "sigte schema submission",
               AddSchema},
    CommandRow{"", "validate", "app.about.validate",
               "sigte validate --schema submission FILE…\n"
               "  sigte validate --schema 'submission#/$defs/line' F.ndjson\n"
               "  sigte validate --schema terms rules/*/terms/",
               AddValidate},
    CommandRow{"", "completion", "app.about.completion",
               "source <(sigte completion bash)", AddCompletion},
};

/// Options that every command has. They are given to each parser rather than
/// passed up, so that each command's help lists them.
void AddCommon(CLI::App* app, Invocation* to) {
  const Lang lang = to->settings.lang;
  app->set_help_flag("-h,--help", Message(lang, "app.about.help"));
  app->allow_extras();
  Options options(app, lang);
  options.Flag("-V,--version", &to->version, "app.about.version");
  options.Value("--rules", &to->settings.rules, "app.arg.folder",
                "app.about.rules-folder");
  options.Value("--lang", &to->lang_text, "app.arg.lang", "app.about.lang");
  options.Value("--color", &to->color_text, "app.arg.color", "app.about.color");
  options.Value("--config", &to->configuration.file, "app.arg.file",
                "config.about.config");
  options.Flag("--no-config", &to->configuration.none,
               "config.about.no-config");
  options.Value("--max-findings", &to->max_findings_text, "app.arg.number",
                "app.about.max-findings");
  options.Flag("-q,--quiet", &to->settings.quiet, "app.about.quiet");
  options.Flag("-v,--verbose", &to->settings.verbose, "app.about.verbose");
}

std::string Footer(std::string_view example, Lang lang) {
  return "\n" + Message(lang, "app.examples") + ":\n  " + std::string(example);
}

void AddCommand(const CommandRow& row, CLI::App* root, Invocation* to) {
  const Lang lang = to->settings.lang;
  CLI::App* parent =
      row.parent.empty() ? root : root->get_subcommand(std::string(row.parent));
  CLI::App* app =
      parent->add_subcommand(std::string(row.name), Message(lang, row.about));
  app->group(Message(lang, "app.commands"));
  app->footer(Footer(row.example, lang));
  row.add(Options(app, lang), to);
  AddCommon(app, to);
  app->require_subcommand(0, 1);
}

const CLI::App* Chosen(const CLI::App* app, std::string* command) {
  while (!app->get_subcommands().empty()) {
    app = app->get_subcommands().front();
    *command += (command->empty() ? "" : " ") + app->get_name();
  }
  return app;
}

// The arguments that nothing wanted. The parser counts the mark that ends the
// options among them.
std::vector<std::string> LeftOver(const CLI::App& root, bool* behind_mark) {
  std::vector<std::string> left = root.remaining(true);
  const auto mark = std::ranges::find(left, "--");
  *behind_mark = mark == left.begin();
  if (mark != left.end()) left.erase(mark);
  return left;
}

bool IsLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// "-x > 2", "-(1)", "--5": an expression, for no option is written so.
bool IsNegation(std::string_view argument) {
  const std::size_t begin = argument.find_first_not_of('-');
  if (begin == 0 || begin == std::string_view::npos) return false;
  if (begin > 1 && IsLetter(argument[begin])) return false;
  return !std::ranges::all_of(argument.substr(begin), IsLetter);
}

// The arguments, with expressions that begin as options do behind the mark that
// ends those.
std::vector<char*> Arguments(int argc, char** argv) {
  static char end_of_options[] = "--";
  std::vector<char*> arguments(argv, argv + argc);
  const auto has = [&](std::string_view argument) {
    return std::ranges::find(arguments, argument, [](const char* a) {
             return std::string_view(a);
           }) != arguments.end();
  };
  if (!has("eval") || has(end_of_options)) return arguments;
  const auto negations = std::stable_partition(
      arguments.begin(), arguments.end(),
      [](const char* argument) { return !IsNegation(argument); });
  if (negations != arguments.end()) arguments.insert(negations, end_of_options);
  return arguments;
}

/// An argument that CLI11 reads otherwise than it looks.
struct Misread {
  std::string option;
  std::string value;  // behind the equals sign
};

// Behind "--name=" it takes the next argument for the value, and of "-x=y" the
// equals sign for its beginning.
std::optional<Misread> FindMisread(const std::vector<char*>& arguments) {
  for (const std::string_view argument : arguments) {
    const std::size_t equals = argument.find('=');
    if (argument == "--") break;
    if (!argument.starts_with('-') || equals == argument.npos) continue;
    const bool is_long = argument.starts_with("--");
    const std::string name(argument.substr(0, equals));
    const std::string value(argument.substr(equals + 1));
    if (is_long && value.empty()) return Misread{name, value};
    if (!is_long && equals > 1 &&
        std::ranges::all_of(name.substr(1), IsLetter)) {
      return Misread{{'-', name.back()}, value};
    }
  }
  return std::nullopt;
}

// A command that others are below, and that does nothing by itself.
bool NeedsSubcommand(const CLI::App& app) {
  return !app.get_subcommands([](const CLI::App*) { return true; }).empty() &&
         app.get_options([](const CLI::Option* option) {
              return option->get_positional();
            })
             .empty();
}

}  // namespace

std::unique_ptr<CLI::App> MakeParser(Invocation* to) {
  const Lang lang = to->settings.lang;
  auto root = std::make_unique<CLI::App>(Message(lang, "app.about"), "sigte");
  root->formatter(MakeHelpFormat(lang));
  root->option_defaults()->group(Message(lang, "app.options"));
  AddCommon(root.get(), to);
  Options(root.get(), lang)
      .Flag("--json", &to->version_json, "app.about.version-json");
  root->footer(Footer("sigte screen FILE…\n  sigte screen --help", lang));
  root->require_subcommand(0, 1);
  for (const CommandRow& row : kCommandRows) AddCommand(row, root.get(), to);
  for (const CommandRow& row : AuditCommands()) {
    AddCommand(row, root.get(), to);
  }
  for (const CommandRow& row : HookCommands()) {
    AddCommand(row, root.get(), to);
  }
  return root;
}

std::optional<int> ReadCommandLine(int argc, char** argv,
                                   Invocation* invocation) {
  const Lang lang = ChooseLanguage(argc, argv);
  invocation->settings.lang = lang;
  SetSystemLanguage(lang);  // help may fail to be written
  const auto root = MakeParser(invocation);
  std::vector<char*> arguments = Arguments(argc, argv);
  try {
    root->parse(static_cast<int>(arguments.size()), arguments.data());
  } catch (const CLI::CallForHelp&) {
    Output output;
    output.Write(root->help());
    return Delivered(&output, kExitOk);
  } catch (const CLI::ParseError& error) {
    Chosen(root.get(), &invocation->command);
    Usage(lang, invocation->command).Misread(error.what());
    return kExitFailed;
  }
  const CLI::App* chosen = Chosen(root.get(), &invocation->command);
  const Usage usage(lang, invocation->command);
  if (const auto misread = FindMisread(arguments)) {
    usage.EqualsSign(misread->option, misread->value);
    return kExitFailed;
  }
  if (invocation->version) return std::nullopt;
  if (invocation->version_json) {
    usage.NeedsOther("--json", "--version");
    return kExitFailed;
  }
  bool behind_mark = false;
  const auto extras = LeftOver(*root, &behind_mark);
  if (!extras.empty()) {
    usage.Unexpected(*chosen, extras.front(), behind_mark);
    return kExitFailed;
  }
  if (NeedsSubcommand(*chosen)) {
    WriteError(root->help());
    return kExitFailed;
  }
  if (!ReadValues(invocation, usage)) return kExitFailed;
  return std::nullopt;
}

}  // namespace sigte
