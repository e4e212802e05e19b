// SPDX-License-Identifier: MPL-2.0

#include "engine/rule/law_loader.h"

#include <array>
#include <utility>

#include "engine/rule/language_loader.h"
#include "engine/rule/misplaced.h"
#include "engine/rule/yaml_reader.h"
#include "engine/text/language_words.h"

namespace sigte {
namespace {

constexpr std::array<std::string_view, 2> kLawFileKeys = {"marks", "laws"};
constexpr std::array<std::string_view, 10> kMarkKeys = {
    "section",   "subsection", "number",       "chapter", "joins",
    "genitives", "ranges",     "number_first", "within",  "bare"};
constexpr std::array<std::string_view, 3> kBareKeys = {"law", "sections",
                                                       "other_laws"};
constexpr std::array<std::string_view, 10> kLawKeys = {
    "law",    "title", "names", "abbreviations", "duty",
    "source", "from",  "until", "basis",         "sections"};
constexpr std::array<std::string_view, 6> kSectionKeys = {
    "section", "duty", "title", "source", "from", "until"};

constexpr std::array<std::pair<std::string_view, Duty>, 5> kDuties = {{
    {"must", Duty::kMust},
    {"may", Duty::kMay},
    {"mixed", Duty::kMixed},
    {"none", Duty::kNone},
    {"unknown", Duty::kUnknown},
}};

// Words, and signs, which folding leaves nothing of.
std::vector<std::string> LoadSectionMarks(YamlReader* reader, YamlMap* map,
                                          const Folder& folder) {
  std::vector<std::string> marks;
  for (SpannedText& mark : map->Texts("section")) {
    if (folder.Fold(mark.text).empty() || IsOneWord(folder, mark.text)) {
      marks.push_back(std::move(mark.text));
    } else {
      reader->Error("R320.bad-word", mark.span, {mark.text, "section"});
    }
  }
  return marks;
}

// Of one word or several, which folding leaves something of.
std::vector<std::string> LoadRanges(YamlReader* reader, YamlMap* map,
                                    const Folder& folder) {
  std::vector<std::string> ranges;
  for (SpannedText& range : map->Texts("ranges", Need::kOptional)) {
    if (folder.Fold(range.text).empty()) {
      reader->Error("R320.bad-word", range.span, {range.text, "ranges"});
    } else {
      ranges.push_back(std::move(range.text));
    }
  }
  return ranges;
}

void LoadBare(YamlReader* reader, const YamlNode& node, const Folder& folder,
              CitationMarks* marks) {
  YamlMap map(reader, node, kBareKeys);
  marks->default_law = map.Text("law");
  marks->default_sections = map.Texts("sections");
  marks->other_laws = LoadWords(reader, &map, "other_laws", folder);
}

void LoadMarks(YamlReader* reader, const YamlNode& node, const Folder& folder,
               CitationMarks* marks) {
  YamlMap map(reader, node, kMarkKeys);
  const auto words = [&](std::string_view key) {
    return LoadWords(reader, &map, key, folder);
  };
  marks->section = LoadSectionMarks(reader, &map, folder);
  marks->subsection = words("subsection");
  marks->number = words("number");
  marks->chapter = words("chapter");
  marks->joins = words("joins");
  marks->genitives = words("genitives");
  marks->ranges = LoadRanges(reader, &map, folder);
  marks->number_first = map.Texts("number_first", Need::kOptional);
  marks->within = words("within");
  marks->source = &reader->source();
  if (const YamlNode* bare = map.Get("bare", Need::kOptional)) {
    LoadBare(reader, *bare, folder, marks);
  }
}

SectionSource LoadSection(YamlReader* reader, const YamlNode& node) {
  YamlMap map(reader, node, kSectionKeys);
  SectionSource section;
  section.section = map.Text("section");
  section.duty = map.Choice("duty", kDuties);
  section.title = map.Local("title");
  section.reference = map.Text("source").text;
  section.from = map.Date("from", Need::kOptional);
  section.until = map.Date("until", Need::kOptional);
  return section;
}

LawSource LoadLaw(YamlReader* reader, const YamlNode& node) {
  YamlMap map(reader, node, kLawKeys);
  LawSource law;
  law.source = &reader->source();
  law.id = map.Name("law");
  law.title = map.Local("title");
  law.names = map.Texts("names");
  law.abbreviations = map.Patterns("abbreviations");
  law.duty = map.Choice("duty", kDuties);
  law.reference = map.Text("source").text;
  law.from = map.Date("from", Need::kOptional);
  law.until = map.Date("until", Need::kOptional);
  if (const YamlNode* basis = map.Get("basis", Need::kOptional)) {
    law.is_basis = reader->Bool(*basis);
  }
  const YamlNode* sections = map.Get("sections", Need::kOptional);
  if (sections == nullptr || !reader->Expect(*sections, YamlKind::kSequence)) {
    return law;
  }
  for (const YamlNode& section : sections->items) {
    law.sections.push_back(LoadSection(reader, section));
  }
  return law;
}

}  // namespace

std::vector<LawSource> LoadLaws(const Source& source, const YamlNode& root,
                                const Language& language, CitationMarks* marks,
                                IssueList* issues) {
  std::vector<LawSource> laws;
  YamlReader reader(source, issues);
  if (ReportOtherFile(&reader, root, RulesetFile::kLaws)) return laws;
  YamlMap map(&reader, root, kLawFileKeys);
  if (const YamlNode* node = map.Get("marks", Need::kRequired)) {
    LoadMarks(&reader, *node, Folder(language), marks);
  }
  const YamlNode* list = map.Get("laws", Need::kRequired);
  if (list == nullptr || !reader.Expect(*list, YamlKind::kSequence)) {
    return laws;
  }
  for (const YamlNode& node : list->items) {
    if (ReportMisplaced(&reader, node, "law")) continue;
    laws.push_back(LoadLaw(&reader, node));
  }
  return laws;
}

}  // namespace sigte
