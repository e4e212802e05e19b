// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "engine/base/caret.h"
#include "engine/base/issue.h"
#include "engine/base/redaction.h"

/// Many issues for people: the worst first, equal ones together, no more than
/// can be read. What is counted is always all of them.
namespace sigte {

struct IssueStyle {
  Lang lang = Lang::kDa;
  std::size_t line_columns = kUsualLineColumns;  ///< shown of a source line
  std::span<const Redaction> hidden = {};        ///< never shown whole
};

/// As Format (issue.h), for a terminal of another width and with what must be
/// hidden.
std::string FormatIssue(const Issue& issue, const IssueStyle& style);

/// "      = note\n", indented as stands under the caret line of `issue`.
std::string NoteLine(const Issue& issue, std::string_view note);

/// "a.json:3:7"; a dash where it is about no text in particular.
std::string PlaceOfIssue(const Issue& issue);

/// Of issues with one code and equal words so many are told, then the rest is
/// counted.
inline constexpr std::size_t kAlikeTold = 5;

/// An IssueList keeps no more than these in full; of the others only that there
/// was one ("issue.one-not-kept"), so that millions of faults take little room.
inline constexpr std::size_t kMostIssuesKept = 100'000;

/// False of an issue that stands for one that was not kept.
bool IsKept(const Issue& issue);

struct IssueReport {
  std::string text;         ///< the issues that are told
  std::size_t told = 0;     ///< those in full
  std::size_t covered = 0;  ///< those in full, and those counted beside them
  std::size_t count = 0;    ///< of all
};

/// At most `most` issues of `issues`, errors before warnings before notes and
/// otherwise in their order. `tell` puts one into words; the last of those that
/// are told of many equal ones says how many more there are and where the last
/// stands. `most` 0: all, and all in full.
IssueReport ReportIssues(const IssueList& issues, std::size_t most, Lang lang,
                         const std::function<std::string(const Issue&)>& tell);

}  // namespace sigte
