// SPDX-License-Identifier: MPL-2.0

#include "engine/app/hook_files.h"

#include <unistd.h>

#include <algorithm>

#include "engine/app/inputs.h"
#include "engine/app/job.h"
#include "engine/base/nearest.h"
#include "engine/read/line_reader.h"

namespace sigte {
namespace {

// One name of ours ("id", "title") stands in many files.
constexpr std::size_t kTellingNames = 3;

std::size_t TellingNames(const Layout& layout) {
  return std::min(kTellingNames, layout.size());
}

// All that the schema asks of a record, and nothing else.
bool IsWhole(const Document& document, NodeIndex node, const Layout& layout) {
  bool asks = false;
  for (const Field& field : layout.fields()) {
    if (!field.required || field.of_file) continue;
    asks = true;
    if (document.Member(node, field.name) == kNoNode) return false;
  }
  for (NodeIndex key = node + 1; key < document[node].next;
       key = document[key + 1].next) {
    if (layout.Find(document[key].text) == kNoField) return false;
  }
  return asks;
}

bool HasFields(const Document& document, NodeIndex node, const Layout& layout) {
  if (document[node].kind != NodeKind::kObject) return false;
  if (IsWhole(document, node, layout)) return true;
  std::size_t found = 0;
  for (const Field& field : layout.fields()) {
    found += document.Member(node, field.name) != kNoNode ? 1U : 0U;
  }
  const bool has_group =
      layout.group != kNoField &&
      document.Member(node, layout[layout.group].name) != kNoNode;
  return has_group || found >= TellingNames(layout);
}

// The list of records, or one that is called nearly so.
bool HasList(const Document& document, const Layout& layout) {
  if (document[Document::kRoot].kind != NodeKind::kObject) return false;
  NodeIndex key = Document::kRoot + 1;
  for (std::uint32_t i = 0; i < document[Document::kRoot].count; ++i) {
    const NodeIndex value = key + 1;
    const std::string name(document[key].text);
    const std::vector<std::string> known = {layout.list_member};
    if (!Nearest(name, known).empty()) return true;
    if (document[value].kind == NodeKind::kArray && document[value].count > 0 &&
        HasFields(document, value + 1, layout)) {
      return true;
    }
    key = document[value].next;
  }
  return false;
}

bool LooksRight(const Document& document, const Layout& layout) {
  const bool is_list = document[Document::kRoot].kind == NodeKind::kArray &&
                       document[Document::kRoot].count > 0;
  return HasList(document, layout) ||
         HasFields(document, Document::kRoot, layout) ||
         (is_list && HasFields(document, Document::kRoot + 1, layout));
}

// Of text that cannot be parsed.
bool NamesFields(std::string_view text, const Layout& layout) {
  const auto names = [&](const std::string& name) {
    return text.find("\"" + name + "\"") != std::string_view::npos;
  };
  if (names(layout.list_member) ||
      (layout.group != kNoField && names(layout[layout.group].name))) {
    return true;
  }
  const auto found = std::ranges::count_if(
      layout.fields(), [&](const Field& field) { return names(field.name); });
  return static_cast<std::size_t>(found) >= TellingNames(layout);
}

std::string_view FirstLine(std::string_view text) {
  std::size_t offset = 0;
  std::string_view line;
  while (NextLine(text, &offset, &line)) {
    if (line.find_first_not_of(" \t\r") != std::string_view::npos) return line;
  }
  return {};
}

FileLook LookAtText(const Job& job, const Layout& layout) {
  const std::string_view text =
      job.kind == JobKind::kLines ? FirstLine(job.text()) : job.text();
  JsonReader reader;
  Document document;
  IssueList ignored;
  const bool looks_right = reader.Read(text, nullptr, 0, &document, &ignored)
                               ? LooksRight(document, layout)
                               : NamesFields(job.text(), layout);
  return looks_right ? FileLook::kSubmission : FileLook::kOther;
}

}  // namespace

FileLook LookAt(const std::string& path, const RulesetStore& store) {
  // Only what cannot be opened is unreadable; what can and makes no sense is
  // something else.
  if (access(path.c_str(), R_OK) != 0 || IsFolder(path)) {
    return FileLook::kUnreadable;
  }
  InputList one;
  one.paths = {path};
  JobSource source(one, *store.tables, {});
  Job job;
  if (!source.Next(&job)) return FileLook::kOther;
  switch (job.kind) {
    case JobKind::kTable: return FileLook::kSubmission;
    case JobKind::kRecord:
    case JobKind::kLines:
    case JobKind::kSubmission: return LookAtText(job, store.program->layout);
    case JobKind::kLongLine:
    case JobKind::kUnreadable: break;
  }
  return FileLook::kOther;
}

}  // namespace sigte
