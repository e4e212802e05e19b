// SPDX-License-Identifier: MPL-2.0

// Which issues are told, and what is said of those that are not.
#include "engine/base/issue_report.h"

#include <algorithm>
#include <map>
#include <vector>

#include "engine/base/numbers.h"

namespace sigte {
namespace {

// All issues that say the same: how many, how many were told, the last.
struct Alike {
  std::size_t count = 0;
  std::size_t told = 0;
  const Issue* last = nullptr;
};

std::string WordsOf(const Issue& issue) {
  return std::string(issue.message.name()) + "\n" +
         Message(Lang::kDa, issue.message, issue.args);
}

std::vector<const Issue*> WorstFirst(const IssueList& issues) {
  std::vector<const Issue*> sorted;
  sorted.reserve(issues.issues().size());
  for (const Issue& issue : issues.issues()) {
    if (IsKept(issue)) sorted.push_back(&issue);
  }
  std::ranges::stable_sort(sorted, std::ranges::greater(),
                           [](const Issue* issue) { return issue->severity; });
  return sorted;
}

std::string RestLine(const Issue& issue, const Alike& alike, Lang lang) {
  return NoteLine(issue, Message(lang, "issue.more-alike",
                                 {CountText(alike.count - alike.told),
                                  PlaceOfIssue(*alike.last)}));
}

}  // namespace

std::string PlaceOfIssue(const Issue& issue) {
  if (issue.source == nullptr) return "–";
  const Place place = issue.source->PlaceOf(issue.span.begin);
  return issue.source->path() + ":" + std::to_string(place.line) + ":" +
         std::to_string(place.column);
}

bool IsKept(const Issue& issue) {
  return issue.message != MessageKey("issue.one-not-kept");
}

IssueReport ReportIssues(const IssueList& issues, std::size_t most, Lang lang,
                         const std::function<std::string(const Issue&)>& tell) {
  IssueReport report;
  const std::vector<const Issue*> sorted = WorstFirst(issues);
  report.count = issues.issues().size();
  std::map<std::string, Alike> alike;
  for (const Issue* issue : sorted) {
    Alike& same = alike[WordsOf(*issue)];
    ++same.count;
    same.last = issue;
  }
  for (const Issue* issue : sorted) {
    if (most != 0 && report.told >= most) break;
    Alike& same = alike[WordsOf(*issue)];
    if (most != 0 && same.told >= kAlikeTold) continue;
    ++same.told;
    ++report.told;
    ++report.covered;
    report.text += tell(*issue);
    if (most == 0 || same.told < kAlikeTold || same.count == same.told) {
      continue;
    }
    report.text += RestLine(*issue, same, lang);
    report.covered += same.count - same.told;
  }
  return report;
}

}  // namespace sigte
