// SPDX-License-Identifier: MPL-2.0

#include "engine/rule/follow_ups.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace sigte {
namespace {

using Unused = std::vector<const Source*>;

template <std::size_t N>
bool IsOneOf(const Issue& issue, const std::array<MessageKey, N>& keys) {
  return std::ranges::find(keys, issue.message) != keys.end();
}

bool IsNamePart(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9') || c == '_';
}

bool HasWord(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != text.npos;
       at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool begins = at == 0 || !IsNamePart(text[at - 1]);
    if (begins && (end == text.size() || !IsNamePart(text[end]))) return true;
  }
  return false;
}

// The file that `name` would be if it were called or put right.
bool IsMeantAs(const Source& file, std::string_view name) {
  std::string_view said = file.name();
  said.remove_prefix(said.rfind('/') + 1);
  if (said.starts_with('.')) said.remove_prefix(1);
  return said.substr(0, said.find('.')) == name;
}

// Whether it is of a name that stands in a file that was not read. Laws are
// called by names of several words.
bool IsOfUnused(const Issue& issue, const Unused& unused) {
  static constexpr std::array<MessageKey, 5> kUnknown = {
      "R230.unknown-name", "R127.unknown-exception", "R238.unknown-term",
      "R241.unknown-table", "R304.unknown-include"};
  static constexpr std::array<MessageKey, 2> kOfLaws = {
      "R240.unknown-law", "R408.unknown-default-law"};
  if (IsOneOf(issue, kUnknown)) {
    const std::string name = issue.args.front().In(Lang::kEn);
    return std::ranges::any_of(unused, [&](const Source* file) {
      return HasWord(file->text(), name);
    });
  }
  const auto is_missing = [&](std::string_view name) {
    return std::ranges::any_of(
        unused, [&](const Source* file) { return IsMeantAs(*file, name); });
  };
  if (IsOneOf(issue, kOfLaws)) return is_missing("laws");
  return issue.message == MessageKey("R269.no-triggers") &&
         is_missing("language");
}

// What begins with '!' came as something else than its author wrote.
bool IsOfTag(const Issue& issue, const std::vector<const Issue*>& tags) {
  return std::ranges::any_of(tags, [&issue](const Issue* tag) {
    return issue.message != tag->message && tag->source == issue.source &&
           tag->span.begin <= issue.span.begin &&
           issue.span.begin < tag->span.end;
  });
}

std::vector<const Issue*> TagsIn(const IssueList& found) {
  std::vector<const Issue*> tags;
  for (const Issue& issue : found.issues()) {
    if (issue.message == MessageKey("R111.explicit-tag")) {
      tags.push_back(&issue);
    }
  }
  return tags;
}

}  // namespace

bool IsMisplaced(const Issue& issue) {
  static constexpr std::array<MessageKey, 5> kMisplaced = {
      "R174.misplaced-entry", "R175.kind-as-key", "R176.missing-dash",
      "R177.list-under-key", "R178.key-of-other-file"};
  return IsOneOf(issue, kMisplaced);
}

void TellCausesFirst(const IssueList& found, const Unused& unused,
                     IssueList* told) {
  IssueList kept;
  const std::vector<const Issue*> tags = TagsIn(found);
  for (Issue issue : found.issues()) {
    if (IsOfTag(issue, tags) || IsOfUnused(issue, unused)) continue;
    issue.is_cause = IsMisplaced(issue) ||
                     std::ranges::find(unused, issue.source) != unused.end();
    kept.Add(std::move(issue));
  }
  kept.Sort();
  for (const Issue& issue : kept.issues()) told->Add(issue);
}

}  // namespace sigte
