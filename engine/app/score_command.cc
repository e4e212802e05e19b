// SPDX-License-Identifier: MPL-2.0

// `sigte rules score`: decisions beside what careful readers decided.

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/app/exit_code.h"
#include "engine/app/finding_text.h"
#include "engine/app/line_members.h"
#include "engine/app/output.h"
#include "engine/app/rules_commands.h"
#include "engine/app/screening.h"
#include "engine/app/telling.h"
#include "engine/app/usage.h"
#include "engine/base/numbers.h"
#include "engine/read/json_reader.h"
#include "engine/read/line_reader.h"
#include "engine/report/score.h"

namespace sigte {
namespace {

constexpr std::int64_t kBasisPoints = 100;  // of a percent

/// What the scope formula says of a record. Ids tell those of one group apart.
struct ScopeOfRecord {
  std::string group;
  std::optional<Verdict> scope;
};
using ScopesById = std::multimap<std::string, ScopeOfRecord>;

class Scopes : public JobResult {
 public:
  explicit Scopes(Lang lang) : lang_(lang) {}

  void Clear() override {
    by_id_.clear();
    remarks_.clear();
    unreadable_ = unreadable_record_ = false;
  }
  void AddDecision(const Decision& decision) override {
    by_id_.emplace(decision.id, ScopeOfRecord{decision.group, decision.scope});
    if (decision.scope || !decision.id.empty()) return;
    // No label can mean what has no id; it must not be lost for that.
    for (const Finding& finding : decision.findings) {
      if (finding.effect != Finding::Effect::kReject) continue;
      remarks_ += FindingText(finding, decision.file, lang_);
      unreadable_record_ = true;
    }
  }
  void AddFileFinding(const Finding& finding,
                      const std::string& file) override {
    remarks_ += FindingText(finding, file, lang_);
  }
  void AddUnreadable(const std::string&) override { unreadable_ = true; }

  ScopesById& by_id() { return by_id_; }
  const std::string& remarks() const { return remarks_; }
  bool unreadable() const { return unreadable_; }
  bool unreadable_record() const { return unreadable_record_; }

 private:
  Lang lang_;
  ScopesById by_id_;
  std::string remarks_;      // on files, as people read them
  bool unreadable_ = false;  // a file
  bool unreadable_record_ = false;
};

/// A line of the labels: what it says, of which record, and where it stands.
struct LabelLine {
  ReaderLabel label;
  std::string group;  ///< empty: it names none
  Span span;
};

std::string TextOf(const Document& document, std::string_view name) {
  const NodeIndex node = document.Member(Document::kRoot, name);
  return node == kNoNode ? "" : std::string(document[node].text);
}

std::optional<LabelLine> ReadLabel(std::string_view line, const Source& source,
                                   const std::string& group, JsonReader* reader,
                                   IssueList* issues) {
  const auto offset =
      static_cast<std::size_t>(line.data() - source.text().data());
  const PaddedText padded(line);
  Document document;
  if (!reader->Read(padded.text(), &source, offset, &document, issues)) {
    return std::nullopt;
  }
  // Which rules readers thought of is for other readers.
  std::vector<std::string> known = {"id", "verdict", "difficulty", "note",
                                    "reasons"};
  if (!group.empty()) known.push_back(group);
  WarnOfUnreadMembers(document, known, &source, issues);
  LabelLine read;
  read.span = {offset, offset + line.size()};
  ReaderLabel& label = read.label;
  const bool is_object = document[Document::kRoot].kind == NodeKind::kObject;
  const std::string verdict = is_object ? TextOf(document, "verdict") : "";
  label.id = is_object ? TextOf(document, "id") : "";
  for (const Verdict one :
       {Verdict::kInclude, Verdict::kExclude, Verdict::kBorderline}) {
    if (verdict != VerdictName(one) || label.id.empty()) continue;
    label.verdict = one;
    label.difficulty = TextOf(document, "difficulty");
    label.note = TextOf(document, "note");
    if (!group.empty()) read.group = TextOf(document, group);
    return read;
  }
  issues->Error("D167.no-label", &source, read.span);
  return std::nullopt;
}

// `group`: the member that says whose record it is.
std::vector<LabelLine> ReadLabels(const Source& source,
                                  const std::string& group, IssueList* issues) {
  std::vector<LabelLine> labels;
  std::set<std::pair<std::string, std::string>> seen;
  JsonReader reader;
  std::size_t offset = 0;
  std::string_view line;
  while (NextLine(source.text(), &offset, &line)) {
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    auto label = ReadLabel(line, source, group, &reader, issues);
    if (!label) continue;
    if (!seen.emplace(label->group, label->label.id).second) {
      issues->Error("D170.label-twice", &source, label->span,
                    {label->label.id});
    }
    labels.push_back(std::move(*label));
  }
  if (labels.empty() && !issues->has_errors()) {
    issues->Error("D172.no-labels", nullptr, {}, {source.name()});
  }
  return labels;
}

int Unreadable(const std::string& path, const std::string& why, Lang lang) {
  WriteError(IssueText(
      MakeIssue("A110.unreadable-file", Severity::kError, {path, why}), lang));
  return kExitFailed;
}

// nullopt, after saying why, where the records cannot be read. `*complete`:
// none of them was unreadable.
std::optional<ScopesById> DecideAll(const RulesetStore& store,
                                    const Settings& settings,
                                    const std::string& path, bool* complete) {
  const InputList inputs = ListInputs({path});
  WriteError(IssuesText(inputs.issues, settings.lang));
  TellPassedOver(inputs, settings);
  ScopesById scopes;
  Progress progress(settings);
  std::string why;
  Screening screening(store, inputs, 1);
  DecideOptions options;
  options.explain = false;
  bool readable = true;
  const bool ran = screening.Run(
      options, [&] { return std::make_unique<Scopes>(settings.lang); },
      [&](JobResult& result) {
        auto& part = static_cast<Scopes&>(result);
        scopes.merge(part.by_id());
        WriteError(part.remarks());
        readable = readable && !part.unreadable();
        *complete = *complete && !part.unreadable_record();
        return true;
      },
      &progress, &why);
  if (!ran) Unreadable(path, why, settings.lang);
  if (!ran || !readable) return std::nullopt;
  return scopes;
}

// The records that a label may mean: all of its id where it names no group.
std::vector<const ScopeOfRecord*> MeantBy(const LabelLine& line,
                                          const ScopesById& scopes) {
  std::vector<const ScopeOfRecord*> meant;
  const auto [begin, end] = scopes.equal_range(line.label.id);
  for (auto at = begin; at != end; ++at) {
    if (line.group.empty() || line.group == at->second.group) {
      meant.push_back(&at->second);
    }
  }
  return meant;
}

bool Refused(const IssueList& issues, Lang lang) {
  WriteError(IssuesText(issues, lang));
  return issues.has_errors();
}

Score Compare(const std::vector<LabelLine>& lines, const ScopesById& scopes,
              const Source& source, IssueList* issues) {
  Score score;
  std::set<const ScopeOfRecord*> labelled;
  for (const LabelLine& line : lines) {
    const auto meant = MeantBy(line, scopes);
    labelled.insert(meant.begin(), meant.end());
    ReaderLabel label = line.label;
    if (!line.group.empty()) label.id = line.group + "/" + label.id;
    if (meant.empty()) {
      score.AddMissing(label);
    } else if (meant.size() == 1) {
      score.Add(label, meant.front()->scope);
    } else {
      issues->Error("D169.ambiguous-label", &source, line.span,
                    {label.id, CountText(meant.size())});
    }
  }
  score.AddUnlabelled(
      static_cast<std::int64_t>(scopes.size() - labelled.size()));
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
  const RulesetStore* const store = OpenRuleset(settings.rules, lang);
  if (store == nullptr) return kExitFailed;
  std::string why;
  const auto text = ReadFile(options.labels, &why);
  if (!text) return Unreadable(options.labels, why, lang);
  if (options.records != kStandardInput && !ReadFile(options.records, &why)) {
    return Unreadable(options.records, why, lang);
  }
  const Source source(options.labels, *text);
  const Layout& layout = store->program->layout;
  const std::string group =
      layout.group == kNoField ? "" : layout[layout.group].name;
  IssueList issues;
  const auto labels = ReadLabels(source, group, &issues);
  if (Refused(issues, lang)) return kExitFailed;
  issues = {};  // its warnings are told
  bool complete = true;
  const auto scopes = DecideAll(*store, settings, options.records, &complete);
  if (!scopes) return kExitFailed;
  const Score score = Compare(labels, *scopes, source, &issues);
  if (Refused(issues, lang)) return kExitFailed;
  Output output;
  output.Write(score.ToText(lang, MostTold(settings)));
  const int delivered = Delivered(&output, kExitOk);
  if (delivered != kExitOk) return delivered;
  const bool enough =
      score.opposite().size() <= options.opposite && score.missing().empty() &&
      score.AgreementInBasisPoints() >= options.floor * kBasisPoints;
  if (!complete) return kExitBlocked;
  return options.floor == 0 || enough ? kExitOk : kExitBlocked;
}

}  // namespace sigte
