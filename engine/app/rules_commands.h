// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>

#include "engine/app/invocation.h"
#include "engine/app/ruleset_store.h"
#include "engine/app/settings.h"

/// `sigte rules …`: looking after a ruleset.
namespace sigte {

/// Says whether the ruleset can be used, and what it holds. Where there are
/// `files`, the rulesets that they belong to (ruleset_folders.h).
int RunRulesCheck(const Settings& settings,
                  const std::vector<std::string>& files);

/// Runs the examples of every rule and every term.
int RunRulesTest(const Settings& settings);

/// Compares what is decided with what careful readers decided.
int RunRulesScore(const Settings& settings, const ScoreOptions& options);

/// What one rule's or term's examples came to.
struct ExampleResults {
  std::int64_t rule_examples = 0;
  std::int64_t term_examples = 0;
  IssueList failures;
};

/// Runs all examples; the failures point into the store's files.
ExampleResults TestExamples(const RulesetStore& store);

}  // namespace sigte
