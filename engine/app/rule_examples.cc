// SPDX-License-Identifier: MPL-2.0

// The examples in rules and terms, run as tests.

#include <string>
#include <vector>

#include "engine/app/example_values.h"
#include "engine/app/rules_commands.h"
#include "engine/decide/reasons.h"
#include "engine/evaluate/evaluator.h"
#include "engine/evaluate/groups.h"
#include "engine/read/json_reader.h"
#include "engine/record/record.h"
#include "engine/report/words.h"
#include "engine/text/lexicon.h"

namespace sigte {
namespace {

/// One record of an example, with the texts that it points into.
struct GivenRecord {
  PaddedText text;
  Document document;
};

class ExampleRunner {
 public:
  ExampleRunner(const RulesetStore& store, ExampleResults* results)
      : ruleset_(*store.ruleset),
        program_(*store.program),
        evaluator_(program_),
        record_(program_.layout),
        results_(results) {}

  void RunRules() {
    for (std::size_t i = 0; i < ruleset_.rules.size(); ++i) {
      const Rule& rule = ruleset_.rules[i];
      for (const Example& example : rule.examples) {
        ++results_->rule_examples;
        RunExample(rule, program_.rules[i], example);
      }
    }
  }

  void RunTerms() {
    if (program_.lexicon == nullptr) return;
    TextScanner scanner(*program_.lexicon);
    std::vector<TermScan> scans(program_.lexicon->size());
    for (std::size_t i = 0; i < ruleset_.terms.size(); ++i) {
      const TermSource& term = ruleset_.terms[i];
      const auto mentions = [&](const std::string& text) {
        ++results_->term_examples;
        scanner.Scan(text, scans.data());
        return (scans[i].mentions & kAffirmed) != 0;
      };
      for (const SpannedText& hit : term.hits) {
        if (!mentions(hit.text)) Miss(term, hit, "A211.term-missed");
      }
      for (const SpannedText& miss : term.misses) {
        if (mentions(miss.text)) Miss(term, miss, "A212.term-mentioned");
      }
    }
  }

 private:
  void RunExample(const Rule& rule, const CompiledRule& compiled,
                  const Example& example) {
    std::vector<GivenRecord> given(example.given.size());
    for (std::size_t i = 0; i < given.size(); ++i) {
      if (!Parse(example.given[i], rule, &given[i])) return;
    }
    const Value value = ValueOf(compiled, &given);
    const bool same = value.kind() == example.expect.kind() &&
                      value.is_true() == example.expect.is_true();
    if (same) return;
    results_->failures.Error(
        "A210.example-differs", rule.source_file, example.span,
        {rule.id.text, ToString(example.expect), Described(value, compiled)});
  }

  bool Parse(const std::vector<ExampleField>& fields, const Rule& rule,
             GivenRecord* given) {
    given->text = PaddedText(JsonOf(fields));
    IssueList issues;
    if (json_.Read(given->text.text(), nullptr, 0, &given->document, &issues)) {
      return true;
    }
    for (Issue issue : issues.issues()) {
      issue.source = rule.source_file;
      issue.span = rule.span;
      results_->failures.Add(std::move(issue));
    }
    return false;
  }

  // The last record is the one that is asked; the others are its group.
  Value ValueOf(const CompiledRule& rule, std::vector<GivenRecord>* given) {
    Groups groups(program_);
    for (const GivenRecord& one : *given) {
      record_.Fill(one.document, Document::kRoot, kNoNode);
      if (groups.needed()) {
        groups.Gather(record_, evaluator_.Evaluate(record_), {});
      }
    }
    EvaluateOptions options;
    GroupAnswers answers;
    if (groups.needed()) {
      groups.Ask(record_, &answers);
      options.groups = &answers.measures;
    }
    values_ = &evaluator_.Evaluate(record_, options);
    return (*values_)[rule.value];
  }

  // As `expect` writes it, and why it is unknown.
  LocalText Described(const Value& value, const CompiledRule& rule) {
    LocalText written = ToString(value);
    if (!value.is_unknown()) return written;
    return Message("app.unknown-because", {written, WhyUnknown(value, rule)});
  }

  // The causes, with the fields in which an answer is missing.
  LocalText WhyUnknown(const Value& value, const CompiledRule& rule) {
    LocalText why;
    for (const Lang lang : {Lang::kDa, Lang::kEn}) {
      why.in[static_cast<std::size_t>(lang)] = CauseWords(value, lang);
    }
    if ((value.causes() & kMissing) == 0) return why;
    const std::string fields = BlankFields(rule);
    return fields.empty() ? why : Message("app.missing-in", {why, fields});
  }

  // Those that the rule's value turns on, in the order of its condition.
  std::string BlankFields(const CompiledRule& rule) {
    Places places;
    places.Turn(record_.document()->text(), {});
    EvidenceMaker maker(program_, &evaluator_, &places);
    Explainer explainer(program_, &maker);
    Reason reason;
    explainer.ExplainRule(
        record_, *values_,
        static_cast<std::uint32_t>(&rule - program_.rules.data()), &reason);
    std::string names;
    for (const Evidence& evidence : reason.evidence) {
      const FieldIndex field = program_.layout.Find(evidence.field);
      if (field == kNoField || !record_[field].value.is_unknown()) continue;
      const std::string name = "'" + evidence.field + "'";
      if (names.find(name) != std::string::npos) continue;
      names += (names.empty() ? "" : ", ") + name;
    }
    return names;
  }

  void Miss(const TermSource& term, const SpannedText& text, MessageKey key) {
    results_->failures.Error(key, term.source, text.span, {term.id.text});
  }

  const Ruleset& ruleset_;
  const Program& program_;
  Evaluator evaluator_;
  Record record_;
  const Values* values_ = nullptr;  // of the example run last
  JsonReader json_;
  ExampleResults* results_;
};

}  // namespace

ExampleResults TestExamples(const RulesetStore& store) {
  ExampleResults results;
  ExampleRunner runner(store, &results);
  runner.RunRules();
  runner.RunTerms();
  results.failures.Sort();
  return results;
}

}  // namespace sigte
