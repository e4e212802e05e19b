// SPDX-License-Identifier: MPL-2.0

// `sigte rules score`: decisions beside what careful readers decided.

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "engine/app/exit_code.h"
#include "engine/app/output.h"
#include "engine/app/rules_commands.h"
#include "engine/app/screening.h"
#include "engine/app/telling.h"
#include "engine/app/usage.h"
#include "engine/read/json_reader.h"
#include "engine/read/line_reader.h"
#include "engine/report/score.h"

namespace sigte {
namespace {

constexpr std::int64_t kBasisPoints = 100;  // of a percent

/// What the scope formula says of each record, by its id.
class Scopes : public JobResult {
 public:
  void Clear() override { by_id_.clear(); }
  void AddDecision(const Decision& decision) override {
    by_id_[decision.id] = decision.scope;
  }
  void AddFileFinding(const Finding&, const std::string&) override {}
  void AddUnreadable(const std::string& file) override { unreadable_ = file; }

  using ById = std::map<std::string, std::optional<Verdict>>;
  const ById& by_id() const { return by_id_; }

 private:
  ById by_id_;
  std::string unreadable_;
};

std::string TextOf(const Document& document, std::string_view name) {
  const NodeIndex node = document.Member(Document::kRoot, name);
  return node == kNoNode ? "" : std::string(document[node].text);
}

std::optional<ReaderLabel> ReadLabel(std::string_view line,
                                     const Source& source, JsonReader* reader,
                                     IssueList* issues) {
  const auto offset =
      static_cast<std::size_t>(line.data() - source.text().data());
  const PaddedText padded(line);
  Document document;
  if (!reader->Read(padded.text(), &source, offset, &document, issues)) {
    return std::nullopt;
  }
  ReaderLabel label;
  const bool is_object = document[Document::kRoot].kind == NodeKind::kObject;
  const std::string verdict = is_object ? TextOf(document, "verdict") : "";
  for (const Verdict one :
       {Verdict::kInclude, Verdict::kExclude, Verdict::kBorderline}) {
    if (verdict != VerdictName(one)) continue;
    label.id = TextOf(document, "id");
    label.verdict = one;
    label.difficulty = TextOf(document, "difficulty");
    label.note = TextOf(document, "note");
    return label;
  }
  issues->Error("D167.no-label", &source, {offset, offset + line.size()});
  return std::nullopt;
}

std::optional<std::vector<ReaderLabel>> ReadLabels(const Source& source,
                                                   IssueList* issues) {
  std::vector<ReaderLabel> labels;
  JsonReader reader;
  std::size_t offset = 0;
  std::string_view line;
  while (NextLine(source.text(), &offset, &line)) {
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    auto label = ReadLabel(line, source, &reader, issues);
    if (label) labels.push_back(std::move(*label));
  }
  if (issues->has_errors()) return std::nullopt;
  return labels;
}

std::optional<Scopes::ById> DecideAll(const RulesetStore& store,
                                      const Settings& settings,
                                      const std::string& path) {
  const InputList inputs = ListInputs({path});
  Scopes::ById scopes;
  Progress progress(settings);
  std::string why;
  Screening screening(store, inputs, 1);
  DecideOptions options;
  options.explain = false;
  const bool ran = screening.Run(
      options, [] { return std::make_unique<Scopes>(); },
      [&](JobResult& result) {
        for (const auto& [id, scope] : static_cast<Scopes&>(result).by_id()) {
          scopes[id] = scope;
        }
        return true;
      },
      &progress, &why);
  if (!ran) return std::nullopt;
  return scopes;
}

int Unreadable(const std::string& path, const std::string& why, Lang lang) {
  WriteError(IssueText(
      MakeIssue("A110.unreadable-file", Severity::kError, {path, why}), lang));
  return kExitFailed;
}

Score Compare(const std::vector<ReaderLabel>& labels,
              const Scopes::ById& scopes) {
  Score score;
  for (const ReaderLabel& label : labels) {
    const auto found = scopes.find(label.id);
    if (found == scopes.end()) {
      score.AddMissing(label);
    } else {
      score.Add(label, found->second);
    }
  }
  return score;
}

}  // namespace

int RunRulesScore(const Settings& settings, const ScoreOptions& options) {
  const Lang lang = settings.lang;
  if (options.records.empty() || options.labels.empty()) {
    Usage(lang, "rules score")
        .Missing(options.records.empty() ? "--records" : "--labels");
    return kExitFailed;
  }
  const auto store = OpenRuleset(settings.rules, lang);
  if (store == nullptr) return kExitFailed;
  std::string why;
  const auto text = ReadFile(options.labels, &why);
  if (!text) return Unreadable(options.labels, why, lang);
  if (options.records != kStandardInput && !ReadFile(options.records, &why)) {
    return Unreadable(options.records, why, lang);
  }
  const Source source(options.labels, *text);
  IssueList issues;
  const auto labels = ReadLabels(source, &issues);
  WriteError(IssuesText(issues, lang));
  if (!labels) return kExitFailed;
  const auto scopes = DecideAll(*store, settings, options.records);
  if (!scopes) return Unreadable(options.records, why, lang);
  const Score score = Compare(*labels, *scopes);
  Output output;
  output.Write(score.ToText(lang, MostTold(settings)));
  const int delivered = Delivered(&output, kExitOk);
  if (delivered != kExitOk) return delivered;
  const bool enough =
      score.opposite().empty() && score.missing().empty() &&
      score.AgreementInBasisPoints() >= options.floor * kBasisPoints;
  return options.floor == 0 || enough ? kExitOk : kExitBlocked;
}

}  // namespace sigte
