// SPDX-License-Identifier: MPL-2.0

#include "engine/app/explain_command.h"

#include <unistd.h>

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/app/exit_code.h"
#include "engine/app/explain_code.h"
#include "engine/app/finding_text.h"
#include "engine/app/output.h"
#include "engine/app/review_queue.h"
#include "engine/app/ruling_shelf.h"
#include "engine/app/screening.h"
#include "engine/app/telling.h"
#include "engine/app/terminal_size.h"
#include "engine/base/explanations.h"
#include "engine/base/issue_hint.h"
#include "engine/base/utf8.h"
#include "engine/report/explain.h"
#include "engine/report/words.h"

namespace sigte {
namespace {

/// Keeps the decisions on the record that is asked for.
class Matches : public JobResult {
 public:
  Matches(const std::string& what, Lang lang) : what_(what), lang_(lang) {}

  void Clear() override {
    found_.clear();
    remarks_.clear();
  }
  void AddDecision(const Decision& decision) override {
    if (decision.id == what_ || NameOf(decision) == what_) {
      found_.push_back(decision);
    }
  }
  void AddFileFinding(const Finding& finding,
                      const std::string& file) override {
    remarks_ += FindingText(finding, file, lang_);
  }
  void AddUnreadable(const std::string&) override {}

  std::vector<Decision>& found() { return found_; }
  const std::string& remarks() const { return remarks_; }

  static std::string NameOf(const Decision& decision) {
    return decision.group + "/" + decision.id;
  }

 private:
  const std::string& what_;
  Lang lang_;
  std::vector<Decision> found_;
  std::string remarks_;  // on files, as people read them
};

std::string ExampleText(const Example& example, Lang lang) {
  std::string text = TruthWord(example.expect, lang) + ":";
  for (const auto& record : example.given) {
    text += " {";
    for (std::size_t i = 0; i < record.size(); ++i) {
      text +=
          (i == 0 ? "" : ", ") + record[i].name.text + ": " + record[i].json;
    }
    text += "}";
  }
  return text + "\n";
}

RuleAsWritten AsWritten(const Rule& rule, Lang lang) {
  RuleAsWritten written{rule.holds_words, rule.unclear_words, {}, {}};
  for (const SpannedText& field : rule.group_by) {
    if (!written.group.empty()) written.group += ", ";
    written.group += field.text;
  }
  for (const Example& example : rule.examples) {
    written.examples += ExampleText(example, lang);
  }
  return written;
}

int Print(const std::string& text) {
  Output output;
  output.Write(text);
  return Delivered(&output, kExitOk);
}

int Refuse(const Issue& issue, Lang lang) {
  WriteError(IssueText(issue, lang));
  return kExitFailed;
}

class RecordExplainer {
 public:
  RecordExplainer(const Settings& settings, const RulesetStore& store)
      : settings_(settings), store_(store) {}

  int Explain(const ExplainOptions& options) {
    shelf_ =
        OpenRulings(store_, options.rulings, options.inputs, settings_.lang);
    if (shelf_ == nullptr) return kExitFailed;
    const InputList inputs = ListInputs(options.inputs);
    WriteError(IssuesText(inputs.issues, settings_.lang));
    TellPassedOver(inputs, settings_);
    std::string why;
    if (!Find(options.what, inputs, &why)) {
      return Refuse(MakeIssue("A114.cannot-spool", Severity::kError, {why}),
                    settings_.lang);
    }
    std::set<std::string> names;
    for (const Decision& decision : found_) {
      names.insert(Matches::NameOf(decision));
    }
    if (names.empty()) {
      WriteError(remarks_);  // it may be in what could not be read
      return Refuse(
          MakeIssue("A132.no-such-record", Severity::kError, {options.what}),
          settings_.lang);
    }
    if (names.size() > 1 && !names.contains(options.what)) {
      return Refuse(MakeIssue("A131.which-record", Severity::kError,
                              {options.what, Joined(names)}),
                    settings_.lang);
    }
    return Print(Explanations(inputs));
  }

 private:
  bool Find(const std::string& what, const InputList& inputs,
            std::string* why) {
    Progress progress(settings_);
    Screening screening(store_, inputs, 1);
    DecideOptions decide;
    decide.rulings = shelf_->book.get();
    decide.cases = true;
    return screening.Run(
        decide, [&] { return std::make_unique<Matches>(what, settings_.lang); },
        [&](JobResult& result) {
          auto& matches = static_cast<Matches&>(result);
          for (Decision& decision : matches.found()) {
            found_.push_back(std::move(decision));
          }
          remarks_ += matches.remarks();
          return true;
        },
        &progress, why);
  }

  static std::string Joined(const std::set<std::string>& names) {
    std::string text;
    for (const std::string& name : names) {
      text += (text.empty() ? "" : ", ") + name;
    }
    return text;
  }

  std::string Explanations(const InputList& inputs) const {
    const bool color = UseColor(settings_.color, STDOUT_FILENO);
    const TerminalSize size = SizeOf(STDOUT_FILENO);
    ReviewQueue queue(store_, *shelf_);
    const bool doubt = std::ranges::any_of(found_, [](const Decision& one) {
      return one.verdict == Verdict::kBorderline;
    });
    // Precedents may be about any record that was read.
    std::string ignored;
    const bool ruled = !shelf_->book->rulings().empty();
    if (doubt && ruled) queue.Read(inputs, 1, settings_, &ignored);
    std::string text;
    for (const Decision& decision : found_) {
      if (!text.empty()) text += "\n";
      text += ExplainDecision(decision, *store_.program, settings_.lang, color,
                              size.width, MostTold(settings_),
                              LineColumns(size, 6));
      if (decision.verdict != Verdict::kBorderline) continue;
      for (const CaseFile& file : decision.cases) {
        text += PrecedentLines(file, queue, *shelf_->book, *store_.program,
                               settings_.lang, color, size.width);
      }
    }
    return text;
  }

  const Settings& settings_;
  const RulesetStore& store_;
  std::unique_ptr<RulingShelf> shelf_;
  std::vector<Decision> found_;
  std::string remarks_;  // on the files, as people read them
};

// What could have been meant by a name that is nothing.
Issue NothingFound(const RulesetStore& store, const std::string& what) {
  std::vector<std::string> known;
  for (const CompiledRule& rule : store.program->rules) {
    known.push_back(rule.code);
    known.push_back(rule.id);
  }
  for (std::string& name : CodesAndSlugs()) known.push_back(std::move(name));
  Issue issue =
      UnknownNameIssue("A130.nothing-found", nullptr, {}, what, known);
  issue.known.clear();  // hundreds: the help names the command that lists them
  return issue;
}

// Whether the word, which is a message's too, is the name of a rule: "r101" or
// "unexpected". Codes as they are written are always messages.
bool NamesRule(const Settings& settings, const std::string& what) {
  if (IsMessageCode(what)) return false;
  const auto store = LoadRulesetStore(FindRuleset(settings.rules));
  return store->ready() && FindRule(*store->program, what) != kNoIndex;
}

}  // namespace

int RunExplain(const Settings& settings, const ExplainOptions& options) {
  const Lang lang = settings.lang;
  const TerminalSize size = SizeOf(STDOUT_FILENO);
  const ExplainStyle style{lang, UseColor(settings.color, STDOUT_FILENO),
                           size.width};
  if (options.what.empty()) {
    const auto store = LoadRulesetStore(FindRuleset(settings.rules));
    return Print(ExplainList(store->program.get(), style));
  }
  if (options.inputs.empty()) {
    const std::string code = ExplainCode(options.what, style);
    if (!code.empty() && !NamesRule(settings, options.what)) return Print(code);
  }
  const RulesetStore* const store = OpenRuleset(settings.rules, lang);
  if (store == nullptr) return kExitFailed;
  if (!options.inputs.empty()) {
    return RecordExplainer(settings, *store).Explain(options);
  }
  std::uint32_t rule = FindRule(*store->program, options.what);
  if (rule == kNoIndex)
    rule = FindRule(*store->program, UpperCase(options.what));
  if (rule == kNoIndex) return Refuse(NothingFound(*store, options.what), lang);
  return Print(ExplainRule(*store->program, rule,
                           AsWritten(store->ruleset->rules[rule], lang), lang,
                           style.color, size.width));
}

}  // namespace sigte
