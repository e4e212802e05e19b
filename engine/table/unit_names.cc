// SPDX-License-Identifier: MPL-2.0

// Units beside numbers: whose they are decides what number was meant.
#include "engine/table/unit_names.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "engine/base/blank.h"
#include "engine/base/decimal.h"
#include "engine/base/utf8.h"
#include "engine/table/number_text.h"
#include "engine/text/characters.h"

namespace sigte {
namespace {

// A word before a unit in a heading: "(in DKK)".
constexpr std::size_t kPreposition = 2;
// How many times as long as a unit's folded name it is written at most, with
// its blanks, stops and brackets.
constexpr std::size_t kWrittenWider = 8;
// Beside a number and its unit they change neither. (Stars may stand for digits
// that are hidden: base/redaction.h.)
constexpr std::u32string_view kIdleSigns = U".()";

// A thousand, a million or a hundredth of a unit, as one letter before it.
constexpr std::string_view kMultiples = "kmtcdhg";

// Not of numbers alone.
bool IsNamed(std::string_view word) {
  return std::ranges::any_of(word, [](char c) {
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80 ||
           c == '$' || c == '%';
  });
}

bool IsOfWords(char32_t c) {
  const CharKind kind = KindOf(c);
  return IsWordChar(kind) || kind == CharKind::kMark ||
         kind == CharKind::kIgnored || kind == CharKind::kBlank;
}

bool IsMultipleSign(std::string_view word) {
  return word.size() == 1 && kMultiples.find(word) != kMultiples.npos;
}

bool IsTenPower(std::string_view number) {
  return number.size() > 1 && number.front() == '1' &&
         number.find_first_not_of('0', 1) == std::string_view::npos;
}

std::string Rounded(const Decimal& number) {
  std::string text = number.ToString();
  const std::size_t point = text.find('.');
  if (point == std::string::npos) return text;
  const auto whole = Decimal::Parse(text.substr(0, point));
  const bool up = text[point + 1] >= '5';
  const auto step = Decimal::FromInt(text.starts_with('-') ? -1 : 1);
  const auto rounded = up && whole ? Decimal::Add(*whole, step) : whole;
  return rounded ? rounded->ToString() : std::string();
}

bool NamesPercent(const std::string& unit) {
  return unit.find('%') != std::string::npos || unit == "percent" ||
         unit == "per cent";
}

// Thousands or more of something: "1.000 CHF".
bool CountsSomething(std::string_view text) {
  constexpr std::size_t kDigits = 4;
  std::string rest;
  const auto numbers = NumbersIn(text, &rest);
  return !numbers.empty() && IsTenPower(numbers.front()) &&
         numbers.front().size() >= kDigits && !rest.empty();
}

std::vector<std::string> WordsOf(const std::string& folded) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', at), folded.size());
    if (end > at) words.push_back(folded.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

}  // namespace

UnitNames::UnitNames(const Field& field, const Folder& folder)
    : folder_(folder),
      is_whole_(field.type == FieldType::kInt),
      is_percent_(NamesPercent(field.unit.In(Lang::kEn))) {
  const auto& own = field.unit.in;
  std::ranges::for_each(own, [&](const auto& u) { AddSymbols(u); });
  for (const std::string& alias : field.unit_aliases) AddSymbols(alias);
  for (const std::string& other : field.other_units) AddSymbols(other);
  AddCounting(field);
  std::ranges::for_each(own, [&](const auto& u) { AddName(u); });
  for (const std::string& alias : field.unit_aliases) AddName(alias);
  for (const std::string& other : field.other_units) {
    AddWords(other, &other_words_);
  }
  names_.erase("");
  for (const std::string& name : names_) {
    longest_ = std::max(longest_, name.size());
  }
  if (!many_.empty()) words_.clear();
  titles_.insert(NameOf(field.name));
  for (const auto& title : field.title.in) titles_.insert(NameOf(title));
  for (const auto& alias : field.aliases) titles_.insert(NameOf(alias));
}

void UnitNames::AddName(const std::string& unit) {
  names_.insert(NameOf(unit));
  AddWords(unit, &words_);
  AddSigns(unit);
}

// What the unit counts, and what else that is called.
void UnitNames::AddCounting(const Field& field) {
  const auto add = [&](const std::string& unit, std::string* plain) {
    std::string rest;
    const auto numbers = NumbersIn(unit, &rest);
    if (rest.empty() || numbers.empty() || !IsTenPower(numbers.front()) ||
        (!many_.empty() && numbers.front() != many_)) {
      return;
    }
    many_ = numbers.front();
    AddWords(rest, &plain_words_);
    if (plain != nullptr) *plain = rest;
  };
  for (std::size_t i = 0; i < field.unit.in.size(); ++i) {
    add(field.unit.in[i], &plain_.in[i]);
  }
  if (many_.empty()) return;
  for (const std::string& alias : field.unit_aliases) add(alias, nullptr);
}

void UnitNames::AddWords(std::string_view text, Words* words) const {
  for (std::string& word : WordsIn(text)) {
    if (IsNamed(word)) words->insert(std::move(word));
  }
}

void UnitNames::AddSymbols(std::string_view unit) {
  for (std::size_t at = 0; at < unit.size();) {
    const char32_t c = NextCodePoint(unit, &at);
    const bool is_symbol = c >= 0x80 || c == '$' || c == '%';
    if (is_symbol && !IsOfWords(c)) symbols_.insert(c);
  }
}

// Folding has no place for "€". "T€" is one word.
std::vector<std::string> UnitNames::WordsIn(std::string_view text) const {
  std::vector<std::string> words;
  const auto add = [&](std::string_view part) {
    std::ranges::move(WordsOf(folder_.Fold(part)), std::back_inserter(words));
  };
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size() && !symbols_.empty();) {
    const std::size_t symbol = at;
    if (!symbols_.contains(NextCodePoint(text, &at))) continue;
    add(text.substr(begin, symbol - begin));
    if (words.empty() || !IsMultipleSign(words.back())) words.emplace_back();
    words.back().append(text.substr(symbol, at - symbol));
    begin = at;
  }
  add(text.substr(begin));
  return words;
}

std::string UnitNames::NameOf(std::string_view text) const {
  std::string name;
  for (const std::string& word : WordsIn(text)) name += word;
  return name;
}

void UnitNames::AddSigns(std::string_view unit) {
  for (std::size_t at = 0; at < unit.size();) {
    const char32_t c = NextCodePoint(unit, &at);
    if (!IsOfWords(c)) signs_.insert(c);
  }
}

bool UnitNames::HasStrangeSign(std::string_view text) const {
  std::ptrdiff_t depth = 0;
  for (std::size_t at = 0; at < text.size() && depth >= 0;) {
    const char32_t c = NextCodePoint(text, &at);
    depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    const bool known = IsOfWords(c) || signs_.contains(c) ||
                       kIdleSigns.find(c) != kIdleSigns.npos;
    if (!known) return true;
  }
  return depth != 0;
}

bool UnitNames::IsOwn(std::string_view text) const {
  return names_.contains(NameOf(text));
}

// "tEUR" is a thousand EUR.
bool UnitNames::IsMultiple(std::string_view word) const {
  if (!IsMultipleSign(word.substr(0, 1))) return false;
  const auto rest = word.substr(1);
  return words_.contains(rest) || plain_words_.contains(rest);
}

// A word or sign of another unit.
bool UnitNames::NamesOther(const std::vector<std::string>& words) const {
  return std::ranges::any_of(words, [&](const std::string& word) {
    return other_words_.contains(word) || IsMultiple(word);
  });
}

bool UnitNames::AreAll(std::string_view text, const Words& known) const {
  return std::ranges::all_of(WordsIn(text), [&](const std::string& word) {
    return known.contains(word);
  });
}

UnitWord UnitNames::Beside(std::string_view text) const {
  std::string words(Trimmed(text));
  const bool percent = is_percent_ && std::erase(words, '%') > 0;
  if (words.find('%') != std::string::npos || HasStrangeSign(words)) {
    return UnitWord::kOther;
  }
  if (NameOf(words).empty()) {
    if (percent) return UnitWord::kOwn;
    return words.find('(') == std::string::npos ? UnitWord::kNone
                                                : UnitWord::kOther;
  }
  if (IsOwn(words) || AreAll(words, words_)) return UnitWord::kOwn;
  return AreAll(words, plain_words_) ? UnitWord::kPlain : UnitWord::kOther;
}

// Takes the longest name of the own unit out of `words`; false: there is none.
bool UnitNames::TakeOwn(std::vector<std::string>* words) const {
  std::size_t longest = 0;
  std::size_t at = 0;
  for (std::size_t first = 0; first < words->size(); ++first) {
    std::string name;
    for (std::size_t i = first; i < words->size(); ++i) {
      name += (*words)[i];
      if (name.size() > longest_) break;
      if (i - first < longest || !names_.contains(name)) continue;
      longest = i - first + 1;
      at = first;
    }
  }
  const auto begin = words->begin() + static_cast<std::ptrdiff_t>(at);
  words->erase(begin, begin + static_cast<std::ptrdiff_t>(longest));
  return longest > 0;
}

// The own unit may have other words around it: "(accounts 2019, 1.000 kr.)".
// Where it has no number, they may make another of it: "(mio. kr.)".
UnitWord UnitNames::InWords(std::string_view text) const {
  std::vector<std::string> words = WordsIn(text);
  const bool is_own = TakeOwn(&words);
  if (is_own && !many_.empty()) return UnitWord::kOwn;
  if (NamesOther(words)) return UnitWord::kOther;
  if (is_own) {
    return CountsSomething(text) ? UnitWord::kOther : UnitWord::kOwn;
  }
  if (words.size() > 1 && words.front().size() <= kPreposition &&
      !plain_words_.contains(words.front())) {
    words.erase(words.begin());
  }
  const auto plain = std::ranges::count_if(
      words, [&](const auto& word) { return plain_words_.contains(word); });
  if (plain == 0) return UnitWord::kNone;
  return plain == std::ssize(words) ? UnitWord::kPlain : UnitWord::kOther;
}

UnitWord UnitNames::InHeading(std::string_view heading) const {
  if (names_.empty() && other_words_.empty()) return UnitWord::kNone;
  const UnitWord said = Said(heading);
  const bool is_title =
      said == UnitWord::kOther && titles_.contains(NameOf(heading));
  return is_title ? UnitWord::kNone : said;
}

UnitWord UnitNames::Said(std::string_view heading) const {
  UnitWord found = UnitWord::kNone;
  for (std::size_t at = heading.find_first_of("(["); at != heading.npos;) {
    const std::size_t end =
        std::min(heading.find_first_of(")]", at), heading.size());
    const std::string_view inside = heading.substr(at + 1, end - at - 1);
    UnitWord word = InWords(inside);
    if (word == UnitWord::kNone && CountsSomething(inside)) {
      word = UnitWord::kOther;
    }
    if (word != UnitWord::kNone) found = word;
    at = heading.find_first_of("([", end);
  }
  if (found != UnitWord::kNone) return found;
  // "Field 2: our expenditure in DKK": in whose words cannot be told.
  found = InWords(heading);
  const bool sure = found != UnitWord::kOther || many_.empty() ||
                    NamesOther(WordsIn(heading));
  return sure ? found : UnitWord::kPlain;
}

std::string_view UnitNames::WithoutOwn(std::string_view text) const {
  text = Trimmed(text);
  const std::size_t digit = text.find_first_of("0123456789");
  if (many_.empty() || digit == text.npos) return text;
  const std::size_t room = std::min(text.size(), kWrittenWider * longest_);
  for (std::size_t at = std::max(digit + 1, text.size() - room);
       at < text.size(); ++at) {
    const std::string_view number = Trimmed(text.substr(0, at));
    if (number.size() < at && IsOwn(text.substr(at))) return number;
  }
  return text;
}

std::string UnitNames::FromPlain(const std::string& number,
                                 bool* rounded) const {
  const auto all = Decimal::Parse(number);
  const auto many = Decimal::Parse(many_);
  const auto quotient =
      all && many ? Decimal::Divide(*all, *many) : std::nullopt;
  if (!quotient) return {};
  std::string exact = quotient->ToString();
  std::string whole = is_whole_ ? Rounded(*quotient) : exact;
  if (whole == exact || whole == "0" || whole == "-0") return exact;
  if (rounded != nullptr) *rounded = true;
  return whole;
}

}  // namespace sigte
