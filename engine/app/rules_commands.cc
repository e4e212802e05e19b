// SPDX-License-Identifier: MPL-2.0

// `sigte rules check` and `sigte rules test`.

#include "engine/app/rules_commands.h"

#include <algorithm>
#include <array>
#include <string>

#include "engine/app/configuration.h"
#include "engine/app/example_values.h"
#include "engine/app/exit_code.h"
#include "engine/app/output.h"
#include "engine/app/ruleset_folders.h"
#include "engine/app/ruling_shelf.h"
#include "engine/app/telling.h"
#include "engine/base/messages.h"
#include "engine/base/numbers.h"
#include "engine/rule/unused_entries.h"

namespace sigte {
namespace {

int Finish(Output* output, std::string_view text, int code) {
  output->Write(text);
  return Delivered(output, code);
}

std::int64_t CountOf(const Ruleset& ruleset, RuleKind kind) {
  std::int64_t count = 0;
  for (const Rule& rule : ruleset.rules) count += rule.kind == kind ? 1 : 0;
  return count;
}

// A line for each thing that the ruleset holds.
std::string Contents(const Ruleset& ruleset, Lang lang) {
  const auto line = [&](std::size_t count, MessageKey words) {
    return "  " + Message(lang, words, {CountText(count)}) + "\n";
  };
  const auto kind = [&](RuleKind k, MessageKey words) {
    return line(static_cast<std::size_t>(CountOf(ruleset, k)), words);
  };
  return kind(RuleKind::kInclusion, "app.inclusions") +
         kind(RuleKind::kExclusion, "app.exclusions") +
         kind(RuleKind::kFact, "app.facts") +
         kind(RuleKind::kCheck, "app.checks") +
         line(ruleset.terms.size(), "app.terms") +
         line(ruleset.laws ? ruleset.laws->size() : 0, "app.laws") +
         line(ruleset.parameters.size() + ruleset.tables.size(),
              "app.parameters");
}

int CheckOne(const std::string& folder, Lang lang, std::string* text) {
  const auto store = LoadRulesetStore(folder);
  if (store->ready()) {
    CheckExampleValues(*store, &store->issues);
    NoteUnused(*store->ruleset, &store->issues);
    store->issues.Sort();
  }
  *text += IssuesText(store->issues, lang);
  if (store->issues.has_errors()) {
    *text += Message(lang, "app.ruleset-refused", {store->folder}) + "\n";
    return kExitFailed;
  }
  const Ruleset& ruleset = *store->ruleset;
  *text += Message(lang, "app.ruleset-ok",
                   {ruleset.id, ruleset.version, ruleset.digest}) +
           "\n" + Contents(ruleset, lang);
  return kExitOk;
}

// Whether the rulings can be read; what they are worth is for `rulings check`.
int CheckRulings(const std::string& folder, const Settings& settings) {
  const RulesetStore* const store = OpenRuleset(settings.rules, settings.lang);
  if (store == nullptr) return kExitFailed;
  RulingOptions options;
  options.folder = folder;
  const auto shelf = OpenRulings(*store, options, {}, settings.lang);
  if (shelf == nullptr) return kExitFailed;
  return shelf->refused_files > 0 ? kExitBlocked : kExitOk;
}

}  // namespace

int RunRulesCheck(const Settings& settings,
                  const std::vector<std::string>& files) {
  Output output;
  std::string text;
  if (files.empty()) {
    const int code =
        CheckOne(FindRuleset(settings.rules), settings.lang, &text);
    return Finish(&output, text, code);
  }
  const RulesetFolders found = FindRulesetFolders(files);
  TellAll(found.issues, settings.lang);
  int code = found.issues.has_errors() ? kExitFailed : kExitOk;
  for (const std::string& folder : found.folders) {
    code = std::max(code, CheckOne(folder, settings.lang, &text));
  }
  for (const std::string& folder : found.rulings) {
    code = std::max(code, CheckRulings(folder, settings));
  }
  return Finish(&output, text, code);
}

int RunRulesTest(const Settings& settings) {
  const RulesetStore* const store = OpenRuleset(settings.rules, settings.lang);
  if (!store) return kExitFailed;
  const Lang lang = settings.lang;
  IssueList impossible;
  CheckExampleValues(*store, &impossible);
  impossible.Sort();
  if (impossible.has_errors()) {
    WriteError(IssuesText(impossible, lang));
    WriteError(Message(lang, "app.ruleset-refused", {store->folder}) + "\n");
    return kExitFailed;
  }
  const ExampleResults results = TestExamples(*store);
  std::string text = IssuesText(results.failures, lang);
  text += Message(lang, "app.examples-run",
                  {CountText(results.rule_examples),
                   CountText(results.term_examples)}) +
          " ";
  const auto failed =
      static_cast<std::int64_t>(results.failures.issues().size());
  text += failed == 0 ? Message(lang, "app.examples-hold")
                      : Message(lang, "app.examples-fail", {CountText(failed)});
  Output output;
  return Finish(&output, text + "\n", failed == 0 ? kExitOk : kExitBlocked);
}

}  // namespace sigte
