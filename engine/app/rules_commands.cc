// `sigte rules check` and `sigte rules test`.

#include "engine/app/rules_commands.h"

#include <array>
#include <string>

#include "engine/app/exit_code.h"
#include "engine/app/output.h"
#include "engine/app/telling.h"
#include "engine/base/messages.h"
#include "engine/base/numbers.h"

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

}  // namespace

int RunRulesCheck(const Settings& settings) {
  const auto store = LoadRulesetStore(FindRuleset(settings.rules));
  Output output;
  std::string text = IssuesText(store->issues, settings.lang);
  if (!store->ready()) {
    text +=
        Message(settings.lang, "app.ruleset-refused", {store->folder}) + "\n";
    return Finish(&output, text, kExitFailed);
  }
  const Ruleset& ruleset = *store->ruleset;
  text += Message(settings.lang, "app.ruleset-ok",
                  {ruleset.id, ruleset.version, ruleset.digest}) +
          "\n" + Contents(ruleset, settings.lang);
  return Finish(&output, text, kExitOk);
}

int RunRulesTest(const Settings& settings) {
  const auto store = OpenRuleset(settings.rules, settings.lang);
  if (!store) return kExitFailed;
  const ExampleResults results = TestExamples(*store);
  const Lang lang = settings.lang;
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
