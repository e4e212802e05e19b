// SPDX-License-Identifier: MPL-2.0

// Entries are told by the key that names them, files by keys that no other has.

#include "engine/rule/misplaced.h"

#include <algorithm>
#include <array>

namespace sigte {
namespace {

struct EntryRow {
  std::string_view key;
  MessageKey what;
  MessageKey where;
};

constexpr std::array kEntries = {
    EntryRow{"rule", "entry.rule", "place.rules"},
    EntryRow{"term", "entry.term", "place.terms"},
    EntryRow{"law", "entry.law", "place.laws"},
    EntryRow{"parameter", "entry.parameter", "place.parameters"},
    EntryRow{"table", "entry.table", "place.tables"},
    EntryRow{"ruling", "entry.ruling", "place.rulings"},
};

// Kinds of rules, which beginners write as the key.
constexpr std::array<std::string_view, 4> kKinds = {"fact", "exclusion",
                                                    "inclusion", "check"};

struct RootRow {
  std::string_view key;
  RulesetFile file;
  std::string_view name;
};

constexpr std::array kRoots = {
    RootRow{"ruleset", RulesetFile::kManifest, "ruleset.yaml"},
    RootRow{"scope", RulesetFile::kManifest, "ruleset.yaml"},
    RootRow{"parameters", RulesetFile::kParameters, "parameters.yaml"},
    RootRow{"tables", RulesetFile::kParameters, "parameters.yaml"},
    RootRow{"folding", RulesetFile::kLanguage, "language.yaml"},
    RootRow{"endings", RulesetFile::kLanguage, "language.yaml"},
    RootRow{"triggers", RulesetFile::kLanguage, "language.yaml"},
    RootRow{"laws", RulesetFile::kLaws, "laws.yaml"},
    RootRow{"marks", RulesetFile::kLaws, "laws.yaml"},
};

const YamlNode* FindKey(const YamlNode& map, std::string_view key) {
  for (std::size_t i = 0; i + 1 < map.items.size(); i += 2) {
    if (map.items[i].text == key) return &map.items[i];
  }
  return nullptr;
}

bool IsList(RulesetFile file) {
  return file == RulesetFile::kTerms || file == RulesetFile::kRules;
}

std::string_view EntryOf(RulesetFile file) {
  switch (file) {
    case RulesetFile::kTerms: return "term";
    case RulesetFile::kRules: return "rule";
    default: return {};
  }
}

// "rules:" and "terms:" above what is a list by itself.
bool ReportListKey(YamlReader* reader, const YamlNode& root,
                   std::string_view entry) {
  const YamlNode* const key = FindKey(root, std::string(entry) + "s");
  if (key == nullptr) return false;
  reader->Error("R177.list-under-key", key->span, {key->text, entry});
  return true;
}

// One entry, or several, whose dash is missing.
bool ReportMissingDash(YamlReader* reader, const YamlNode& root,
                       std::string_view entry) {
  const YamlNode* const key = FindKey(root, entry);
  if (key == nullptr) return false;
  reader->Error("R176.missing-dash", key->span, {entry});
  return true;
}

}  // namespace

bool ReportMisplaced(YamlReader* reader, const YamlNode& entry,
                     std::string_view expected) {
  if (entry.kind != YamlKind::kMap || FindKey(entry, expected) != nullptr) {
    return false;
  }
  for (const EntryRow& row : kEntries) {
    const YamlNode* const key = FindKey(entry, row.key);
    if (key == nullptr) continue;
    reader->Error("R174.misplaced-entry", key->span,
                  {row.key, Message(row.what), Message(row.where)});
    return true;
  }
  for (const std::string_view kind : kKinds) {
    const YamlNode* const key = FindKey(entry, kind);
    if (key == nullptr) continue;
    const YamlNode& name = *(key + 1);
    reader->Error("R175.kind-as-key", key->span,
                  {kind, name.text.empty() ? std::string("…") : name.text});
    return true;
  }
  return false;
}

bool ReportOtherFile(YamlReader* reader, const YamlNode& root,
                     RulesetFile expected) {
  if (root.kind == YamlKind::kSequence) {
    return !IsList(expected) && !root.items.empty() &&
           ReportMisplaced(reader, root.items.front(), "");
  }
  if (root.kind != YamlKind::kMap) return false;
  for (const RootRow& row : kRoots) {
    if (row.file == expected && FindKey(root, row.key) != nullptr) return false;
  }
  if (IsList(expected)) {
    const std::string_view entry = EntryOf(expected);
    if (ReportListKey(reader, root, entry) ||
        ReportMissingDash(reader, root, entry)) {
      return true;
    }
  }
  for (const RootRow& row : kRoots) {
    const YamlNode* const key = FindKey(root, row.key);
    if (key == nullptr) continue;
    reader->Error("R178.key-of-other-file", key->span, {row.key, row.name});
    return true;
  }
  return ReportMisplaced(reader, root, "");
}

}  // namespace sigte
