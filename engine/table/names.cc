// SPDX-License-Identifier: MPL-2.0

// Names of fields and values.
#include "engine/table/names.h"

#include <algorithm>
#include <utility>

#include "engine/base/ascii.h"
#include "engine/base/decimal.h"
#include "engine/base/messages.h"
#include "engine/table/number_text.h"

namespace sigte {
namespace {

// Ranks of names: what a thing is surely called goes first.
enum Rank : int { kOwnName, kTitle, kAlias, kDescription };

// The index that stands for null among a field's choices.
constexpr std::size_t kNull = NameTable::kNone - 1;

// Longer texts, in bytes, are no names of anything.
constexpr std::size_t kLongestName = 1000;

// A word before a unit in a heading: "in DKK".
constexpr std::size_t kPreposition = 2;

// "Bruttoudgifter (1.000 kr.)*" → "Bruttoudgifter *"
std::string WithoutBrackets(std::string_view text) {
  std::string out;
  int depth = 0;
  for (const char c : text) {
    if (c == '(' || c == '[') ++depth;
    if (depth == 0) out += c;
    if ((c == ')' || c == ']') && depth > 0) --depth;
  }
  return out;
}

std::string WithoutBlanks(std::string folded) {
  std::erase(folded, ' ');
  return folded;
}

std::string_view WithoutZeros(std::string_view digits) {
  while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
  return digits;
}

// The words of a message in all languages.
std::vector<std::string> WordsOf(MessageKey key, char separator) {
  std::vector<std::string> words;
  for (const std::string& all : Message(key).in) {
    for (std::size_t at = 0; at < all.size();) {
      const std::size_t end = std::min(all.find(separator, at), all.size());
      words.push_back(all.substr(at, end - at));
      at = end + 1;
    }
  }
  return words;
}

// What people write for true or for false: "ja j sand".
std::vector<std::string> TruthWords(bool truth) {
  return truth ? WordsOf("table.words-true", ' ')
               : WordsOf("table.words-false", ' ');
}

bool IsNumber(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, IsDigit);
}

}  // namespace

void NameTable::Add(std::string folded, std::size_t thing, int rank) {
  if (folded.empty()) return;
  const auto [at, is_new] =
      names_.try_emplace(std::move(folded), Entry{thing, rank});
  Entry& entry = at->second;
  if (is_new || entry.thing == thing) {
    entry.rank = std::min(entry.rank, rank);
  } else if (rank < entry.rank) {
    entry = {thing, rank};
  } else if (rank == entry.rank) {
    entry.thing = kNone;
  }
}

std::size_t NameTable::Find(std::string_view folded) const {
  const auto found = names_.find(folded);
  return found == names_.end() ? kNone : found->second.thing;
}

HeadingNames::HeadingNames(const Layout& layout, const Folder& folder)
    : layout_(layout), folder_(folder) {
  for (FieldIndex i = 0; i < layout.size(); ++i) {
    const Field& field = layout[i];
    const auto add = [&](const std::string& name, Rank rank) {
      const std::string folded = folder.Fold(name);
      names_.Add(folded, i, rank);
      joined_.Add(WithoutBlanks(folded), i, kOwnName);
    };
    add(field.name, kOwnName);
    for (const std::string& title : field.title.in) add(title, kTitle);
    for (const std::string& alias : field.aliases) add(alias, kAlias);
    numbers_.Add(folder.Fold(field.number), i, kOwnName);
    const auto add_unit = [&](const std::string& unit) {
      std::string folded = folder.Fold(unit);
      AddUnitWords(folded);
      if (!folded.empty()) units_.push_back(std::move(folded));
    };
    std::ranges::for_each(field.unit.in, add_unit);
    std::ranges::for_each(field.unit_aliases, add_unit);
    for (const std::string& other : field.other_units) {
      AddUnitWords(folder.Fold(other));
    }
  }
}

void HeadingNames::AddUnitWords(const std::string& folded) {
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', at), folded.size());
    std::string word = folded.substr(at, end - at);
    if (!IsNumber(word)) unit_words_.insert(std::move(word));
    at = end + 1;
  }
}

FieldIndex HeadingNames::FindFolded(std::string_view folded) const {
  const std::size_t found = names_.Find(folded);
  return found == NameTable::kNone ? kNoField : static_cast<FieldIndex>(found);
}

// A number or name and a name of the same field: "field 1 initiative".
FieldIndex HeadingNames::FindInParts(std::string_view folded) const {
  for (std::size_t at = folded.find(' '); at != std::string_view::npos;
       at = folded.find(' ', at + 1)) {
    const std::string_view first = folded.substr(0, at);
    const FieldIndex field = FindFolded(folded.substr(at + 1));
    if (field == kNoField) continue;
    const std::size_t word = first.rfind(' ') + 1;  // npos + 1 is 0
    if (FindFolded(first) == field ||
        numbers_.Find(first.substr(word)) == field) {
      return field;
    }
  }
  return kNoField;
}

// "bruttoudgifter i 1000 kr" → "bruttoudgifter"
std::string HeadingNames::WithoutUnit(const std::string& folded) const {
  for (const std::string& unit : units_) {
    if (!folded.ends_with(" " + unit)) continue;
    std::string rest = folded.substr(0, folded.size() - unit.size() - 1);
    const std::size_t word = rest.rfind(' ');
    if (word != std::string::npos && rest.size() - word - 1 <= kPreposition &&
        FindFolded(rest) == kNoField) {
      rest.resize(word);
    }
    return rest;
  }
  return folded;
}

// "udgift i kr" → "udgift": also of what the unit counts, and of other units.
// Which it is, and whether it is the field's, is asked of unit_names.h.
std::string HeadingNames::WithoutUnitWords(std::string folded) const {
  const auto last = [&] { return folded.rfind(' ') + 1; };  // npos + 1 is 0
  bool any = false;
  while (last() > 0) {
    const std::string word = folded.substr(last());
    if (!unit_words_.contains(word) && !(any && IsNumber(word))) break;
    folded.resize(last() - 1);
    any = true;
  }
  if (any && last() > 0 && folded.size() - last() <= kPreposition &&
      FindFolded(folded) == kNoField) {
    folded.resize(last() - 1);
  }
  return folded;
}

FieldIndex HeadingNames::Find(std::string_view heading) const {
  if (heading.size() > kLongestName) return kNoField;
  const std::string whole = folder_.Fold(heading);
  const std::string bare = folder_.Fold(WithoutBrackets(heading));
  for (const std::string& folded :
       {whole, bare, WithoutUnit(bare), WithoutUnitWords(bare)}) {
    FieldIndex field = FindFolded(folded);
    if (field == kNoField) field = FindInParts(folded);
    if (field != kNoField) return field;
  }
  const FieldIndex numbered = FindNumbered(heading);
  return numbered == kNoField ? FindJoined(WithoutUnit(bare)) : numbered;
}

FieldIndex HeadingNames::FindJoined(std::string folded) const {
  const std::size_t found = joined_.Find(WithoutBlanks(std::move(folded)));
  return found == NameTable::kNone ? kNoField : static_cast<FieldIndex>(found);
}

// "Felt 1: the municipality's own words for it" – but never one field's number
// before another's name.
FieldIndex HeadingNames::FindNumbered(std::string_view heading) const {
  const std::size_t colon = heading.find_first_of(":\n");
  if (colon == std::string_view::npos) return kNoField;
  const std::string first = folder_.Fold(heading.substr(0, colon));
  const FieldIndex field = FindFolded(first);
  const std::string rest =
      folder_.Fold(WithoutBrackets(heading.substr(colon + 1)));
  const bool is_number =
      numbers_.Find(first.substr(first.rfind(' ') + 1)) == field;
  return is_number && FindFolded(rest) == kNoField ? field : kNoField;
}

FieldIndex HeadingNames::FindLabelled(std::string_view text,
                                      std::string_view* value) const {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return kNoField;
  *value = text.substr(colon + 1);
  return Find(text.substr(0, colon));
}

LocalText HeadingNames::TitleOf(FieldIndex field) const {
  const Field& named = layout_[field];
  return named.title.empty() ? LocalText(named.name) : named.title;
}

std::vector<LocalText> HeadingNames::Titles() const {
  std::vector<LocalText> titles;
  for (FieldIndex i = 0; i < layout_.size(); ++i) {
    if (!layout_[i].of_file) titles.push_back(TitleOf(i));
  }
  return titles;
}

ChoiceNames::ChoiceNames(const Field& field, const Folder& folder)
    : field_(field), folder_(folder) {
  for (std::size_t i = 0; i < field.choices.size(); ++i) {
    AddChoice(i, field.choices[i]);
  }
  for (const std::string& name : field.null_names) {
    names_.Add(folder.Fold(name), kNull, kTitle);
  }
  if (field.type == FieldType::kBool && field.choices.empty()) {
    AddTruth(kFalse, false);
    AddTruth(kTrue, true);
  }
}

void ChoiceNames::AddTruth(std::size_t index, bool truth) {
  for (const std::string& word : TruthWords(truth)) {
    names_.Add(folder_.Fold(word), index, kAlias);
  }
}

void ChoiceNames::AddChoice(std::size_t index, const FieldChoice& choice) {
  names_.Add(folder_.Fold(choice.value), index, kOwnName);
  if (field_.type == FieldType::kBool) AddTruth(index, choice.value == "true");
  for (const std::string& title : choice.title.in) {
    names_.Add(folder_.Fold(title), index, kTitle);
  }
  for (const std::string& alias : choice.aliases) {
    names_.Add(folder_.Fold(alias), index, kAlias);
  }
  for (const std::string& description : choice.description.in) {
    names_.Add(folder_.Fold(description), index, kDescription);
  }
}

bool ChoiceNames::IsNull(std::string_view text) const {
  if (text.size() > kLongestName) return false;
  return names_.Find(folder_.Fold(text)) == kNull;
}

// By what it counts: "2,50" is the choice 2.5, and "-1" is not the choice 1.
// nullopt where names have their say.
std::optional<std::size_t> ChoiceNames::FindNumber(
    std::string_view text) const {
  if (field_.choices.empty() ||
      (field_.type != FieldType::kInt && field_.type != FieldType::kDecimal)) {
    return std::nullopt;
  }
  std::string rest;
  const auto numbers = NumbersIn(text, &rest);
  if (!rest.empty() || numbers.empty()) return std::nullopt;
  std::size_t found = NameTable::kNone;
  for (std::size_t i = 0; i < field_.choices.size(); ++i) {
    const auto choice = Decimal::Parse(field_.choices[i].value);
    for (const std::string& number : numbers) {
      if (!choice || choice != Decimal::Parse(number)) continue;
      if (found != NameTable::kNone) return NameTable::kNone;
      found = i;
    }
  }
  // Digits alone may be what a choice is called.
  const bool may_be_name = found == NameTable::kNone && IsNumber(text);
  return may_be_name ? std::nullopt : std::optional(found);
}

// The text as it is; a number without the zeros before it.
std::size_t ChoiceNames::FindName(std::string_view text) const {
  const std::size_t found = FindFolded(folder_.Fold(text));
  return found == kNull ? NameTable::kNone : found;
}

std::size_t ChoiceNames::FindFolded(std::string_view folded) const {
  const std::size_t found = names_.Find(folded);
  return found == NameTable::kNone && IsNumber(folded)
             ? names_.Find(WithoutZeros(folded))
             : found;
}

// A name, or a mark and a name of one choice in either order ("1) tilskud fra
// staten", "Egedal 240").
std::size_t ChoiceNames::Find(std::string_view text) const {
  if (text.size() > kLongestName) return NameTable::kNone;
  const auto number = FindNumber(text);
  if (number) return *number;
  const std::string folded = folder_.Fold(text);
  std::size_t found = FindFolded(folded);
  for (std::size_t at = folded.find(' ');
       at != std::string::npos && found == NameTable::kNone;
       at = folded.find(' ', at + 1)) {
    const std::string_view whole = folded;
    const std::size_t first = FindFolded(whole.substr(0, at));
    if (first == FindFolded(whole.substr(at + 1))) found = first;
  }
  return found == kNull ? NameTable::kNone : found;
}

std::vector<LocalText> ChoiceNames::Titles() const {
  std::vector<LocalText> titles;
  for (const FieldChoice& choice : field_.choices) {
    titles.push_back(choice.title.empty() ? LocalText(choice.value)
                                          : choice.title);
  }
  return titles;
}

TotalNames::TotalNames(const Folder& folder) : folder_(folder) {
  for (const std::string& name : WordsOf("table.words-total", '|')) {
    names_.push_back(folder.Fold(name));
  }
}

bool TotalNames::Has(std::string_view text) const {
  constexpr std::size_t kLongest = 60;  // of a name and what it counts
  if (text.size() > kLongest) return false;
  const std::string folded = folder_.Fold(text);
  return std::ranges::any_of(names_, [&](const std::string& name) {
    return folded == name || folded.starts_with(name + " ");
  });
}

}  // namespace sigte
