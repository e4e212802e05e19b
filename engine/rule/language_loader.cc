// SPDX-License-Identifier: MPL-2.0

#include "engine/rule/language_loader.h"

#include <array>
#include <charconv>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "engine/base/numbers.h"
#include "engine/rule/misplaced.h"
#include "engine/text/language_words.h"

namespace sigte {
namespace {

constexpr int kMaxReach = 1000;

constexpr std::array<std::string_view, 7> kLanguageFileKeys = {
    "folding", "endings",   "whole_endings", "breaks",
    "joins",   "undivided", "triggers"};
constexpr std::array<std::string_view, 3> kTriggerKinds = {"none", "negating",
                                                           "supplementing"};
constexpr std::array<std::string_view, 2> kSides = {"before", "after"};
constexpr std::array<std::string_view, 2> kTriggerKeys = {"text", "reach"};

void LoadFolding(YamlReader* reader, const YamlNode& node, Language* language) {
  if (!reader->Expect(node, YamlKind::kMap)) return;
  std::map<char32_t, std::string> letters;
  for (std::size_t i = 0; i + 1 < node.items.size(); i += 2) {
    const SpannedText letter = reader->FullText(node.items[i]);
    const SpannedText folded = reader->Text(node.items[i + 1]);
    if (letter.text.empty() || folded.text.empty()) continue;
    if (!IsFolding(letter.text, folded.text)) {
      reader->Error("R315.bad-folding", letter.span,
                    {letter.text, folded.text});
      continue;
    }
    // Case makes no difference, and only one of two can apply.
    const auto [first, is_new] =
        letters.emplace(Folder::LetterOf(letter.text), letter.text);
    if (is_new) {
      language->folding[letter.text] = folded.text;
    } else if (first->second != letter.text) {  // that is said already
      reader->Error("R322.folding-twice", letter.span,
                    {letter.text, first->second});
    }
  }
}

int LoadReach(YamlReader* reader, const YamlNode& node) {
  const std::string_view text = reader->Number(node);
  if (text.empty()) return 0;
  int reach = 0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), reach);
  if (error == std::errc() && end == text.data() + text.size() && reach >= 1 &&
      reach <= kMaxReach) {
    return reach;
  }
  reader->Error("R162.bad-reach", node.span, {text, CountText(kMaxReach)});
  return 0;
}

std::vector<Trigger> LoadSide(YamlReader* reader, YamlMap* sides,
                              std::string_view side) {
  std::vector<Trigger> triggers;
  const YamlNode* const node = sides->Find(side);
  if (node == nullptr || !reader->Expect(*node, YamlKind::kSequence)) {
    return triggers;
  }
  std::set<std::string> texts;
  for (const YamlNode& item : node->items) {
    YamlMap map(reader, item, kTriggerKeys);
    Trigger trigger;
    trigger.phrase = map.Text("text");
    if (const YamlNode* reach = map.Find("reach")) {
      trigger.reach = LoadReach(reader, *reach);
    }
    if (trigger.phrase.text.empty()) continue;
    // Of two with the same text only one reach can hold.
    if (texts.insert(trigger.phrase.text).second) {
      triggers.push_back(std::move(trigger));
    } else {
      reader->Error("R302.pattern-twice", trigger.phrase.span,
                    {trigger.phrase.text, side});
    }
  }
  return triggers;
}

void LoadSides(YamlReader* reader, const YamlNode* node,
               std::vector<Trigger>* before, std::vector<Trigger>* after) {
  if (node == nullptr) return;
  YamlMap map(reader, *node, kSides);
  *before = LoadSide(reader, &map, "before");
  *after = LoadSide(reader, &map, "after");
}

void LoadTriggers(YamlReader* reader, const YamlNode& node,
                  Language* language) {
  YamlMap map(reader, node, kTriggerKinds);
  language->no_triggers = map.Patterns("none");
  LoadSides(reader, map.Find("negating"), &language->negating_before,
            &language->negating_after);
  LoadSides(reader, map.Find("supplementing"), &language->supplementing_before,
            &language->supplementing_after);
}

std::vector<std::string> LoadUndivided(YamlReader* reader, YamlMap* map,
                                       const Folder& folder) {
  std::vector<std::string> words;
  for (SpannedText& word : map->Patterns("undivided")) {
    if (ReadOpenWord(folder, word.text)) {
      words.push_back(std::move(word.text));
    } else {
      reader->Error("R325.bad-undivided", word.span, {word.text});
    }
  }
  return words;
}

}  // namespace

std::vector<std::string> LoadWords(YamlReader* reader, YamlMap* map,
                                   std::string_view key, const Folder& folder,
                                   MessageKey fault) {
  // What folding drops would be dropped in silence.
  constexpr std::string_view kSigns = "*-.,;:!?()[]{}'\"/+=&%$#@<>|\\_";
  std::vector<std::string> words;
  for (SpannedText& word : map->Patterns(key)) {
    const bool is_plain = fault != MessageKey("R316.bad-ending") ||
                          word.text.find_first_of(kSigns) == word.text.npos;
    if (is_plain && IsOneWord(folder, word.text)) {
      words.push_back(std::move(word.text));
    } else {
      reader->Error(fault, word.span, {word.text, key});
    }
  }
  return words;
}

Language LoadLanguage(const Source& source, const YamlNode& root,
                      IssueList* issues) {
  Language language;
  language.source = &source;
  YamlReader reader(source, issues);
  if (ReportOtherFile(&reader, root, RulesetFile::kLanguage)) return language;
  YamlMap map(&reader, root, kLanguageFileKeys);
  if (const YamlNode* folding = map.Get("folding", Need::kOptional)) {
    LoadFolding(&reader, *folding, &language);
  }
  const Folder folder(language);
  language.endings =
      LoadWords(&reader, &map, "endings", folder, "R316.bad-ending");
  language.whole_endings =
      LoadWords(&reader, &map, "whole_endings", folder, "R316.bad-ending");
  language.breaks = LoadWords(&reader, &map, "breaks", folder);
  language.joins = LoadWords(&reader, &map, "joins", folder);
  language.undivided = LoadUndivided(&reader, &map, folder);
  if (const YamlNode* triggers = map.Get("triggers", Need::kOptional)) {
    LoadTriggers(&reader, *triggers, &language);
  }
  return language;
}

}  // namespace sigte
