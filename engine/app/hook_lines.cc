// SPDX-License-Identifier: MPL-2.0

#include "engine/app/hook_lines.h"

#include "engine/base/utf8.h"
#include "engine/report/words.h"

namespace sigte {
namespace {

constexpr std::uint32_t kNoRule = 0xFFFFFFFF;

}  // namespace

HookLines::HookLines(const Program& program, Lang lang, bool show_values)
    : program_(program),
      lang_(lang),
      show_values_(show_values),
      wording_(program, lang) {}

std::string HookLines::Line(const std::string& place, Finding::Effect effect,
                            const std::string& words, const std::string& code,
                            const std::string& slug) const {
  return place + ": " + SeverityWord(effect, lang_) + ": " + Printable(words) +
         " [" + code + " " + slug + "]\n";
}

std::string HookLines::Of(const Finding& finding,
                          const std::string& file) const {
  Location location = finding.location.value_or(Location{});
  if (!show_values_) location.heading.clear();
  return Line(PlaceText(file, location), finding.effect,
              show_values_ ? finding.message.In(lang_) : wording_.Of(finding),
              finding.code, finding.slug);
}

std::vector<std::string> HookLines::Of(const Decision& decision,
                                       FailOn fail_on) const {
  const bool doubt =
      fail_on == FailOn::kBorderline || fail_on == FailOn::kExclude;
  switch (decision.verdict) {
    case Verdict::kInvalid:
      if (fail_on != FailOn::kNever) return OfInvalid(decision);
      break;
    case Verdict::kBorderline:
      if (doubt) return OfBorderline(decision);
      break;
    case Verdict::kExclude:
      if (fail_on == FailOn::kExclude) return OfExcluded(decision);
      break;
    case Verdict::kInclude: break;
  }
  return {};
}

std::vector<std::string> HookLines::OfInvalid(const Decision& decision) const {
  std::vector<std::string> lines;
  for (const Finding& finding : decision.findings) {
    if (finding.effect != Finding::Effect::kReject) continue;
    Finding placed = finding;
    // A check speaks of the record, whose beginning is then the place.
    if (!placed.location) {
      placed.location.emplace().place.line = decision.line;
      placed.location->sheet = decision.sheet;
    }
    lines.push_back(Of(placed, decision.file));
  }
  return lines;
}

std::vector<std::string> HookLines::OfBorderline(
    const Decision& decision) const {
  std::vector<std::string> lines;
  for (const Question& question : decision.questions) {
    const bool of_rule = question.rule != kNoRule;
    lines.push_back(
        Line(RecordPlace(decision), Finding::Effect::kQuestion,
             show_values_ ? question.text.In(lang_) : wording_.Of(question),
             of_rule ? RuleMark(program_.rules[question.rule]) : question.code,
             of_rule ? program_.rules[question.rule].id : question.slug));
  }
  if (lines.empty()) {
    lines.push_back(RecordPlace(decision) + ": " +
                    SeverityWord(Finding::Effect::kQuestion, lang_) + ": " +
                    VerdictWord(decision.verdict, lang_) + "\n");
  }
  return lines;
}

std::vector<std::string> HookLines::OfExcluded(const Decision& decision) const {
  std::vector<std::string> lines;
  for (const Reason& reason : decision.reasons) {
    if (!reason.value.is_true()) continue;
    const CompiledRule& rule = program_.rules[reason.rule];
    const LocalText& said =
        reason.message.empty() ? rule.message : reason.message;
    lines.push_back(Line(RecordPlace(decision), Finding::Effect::kQuestion,
                         show_values_ ? said.In(lang_) : wording_.Of(reason),
                         RuleMark(rule), rule.id));
  }
  if (lines.empty()) {
    lines.push_back(RecordPlace(decision) + ": " +
                    SeverityWord(Finding::Effect::kQuestion, lang_) + ": " +
                    VerdictWord(decision.verdict, lang_) + "\n");
  }
  return lines;
}

}  // namespace sigte
