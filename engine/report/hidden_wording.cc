// SPDX-License-Identifier: MPL-2.0

// A message is taken apart along its wording in the catalogue. What stands in
// its places is shown only where the schema or the catalogue says it too.

#include "engine/report/hidden_wording.h"

#include <algorithm>
#include <vector>

#include "engine/base/argument_place.h"
#include "engine/base/numbers.h"
#include "engine/record/value_words.h"

namespace sigte {
namespace {

constexpr std::string_view kHidden = "…";
constexpr std::size_t kQuotes = 4;  // about a name: "'a'"
constexpr std::uint32_t kNoRule = 0xFFFFFFFF;

std::string_view WithoutQuotes(std::string_view text) {
  while (text.size() >= 2 && text.front() == text.back() &&
         (text.front() == '\'' || text.front() == '"')) {
    text = text.substr(1, text.size() - 2);
  }
  return text;
}

std::string_view UpToPlace(std::string_view wording) {
  for (std::size_t i = 0; i < wording.size(); ++i) {
    if (PlaceAt(wording.substr(i)).size != 0) return wording.substr(0, i);
  }
  return wording;
}

// The number in "(4 more)": how many names there are is no secret.
std::string_view SmallCount(std::string_view hint) {
  constexpr std::size_t kMostDigits = 3;
  hint.remove_prefix(std::min(hint.rfind('(') + 1, hint.size()));
  const std::string_view digits =
      hint.substr(0, hint.find_first_not_of("0123456789"));
  return digits.size() > kMostDigits ? std::string_view() : digits;
}

// Which of the two words `words` begin with: the longer one where both fit.
std::string_view PluralIn(const ArgumentPlace& place, std::string_view words) {
  std::string_view found;
  for (const std::string_view word : {place.one, place.other}) {
    if (words.starts_with(word) && word.size() > found.size()) found = word;
  }
  return found;
}

}  // namespace

HiddenWording::HiddenWording(const Program& program, Lang lang)
    : program_(program), lang_(lang), catalogue_(MessageCatalogue()) {
  AddNames();
  // "{0} or {1}"
  std::string_view either = Wording("schema.or");
  either.remove_prefix(PlaceAt(either).size);
  or_ = UpToPlace(either);
}

std::string_view HiddenWording::Wording(std::string_view name) const {
  const auto row =
      std::ranges::lower_bound(catalogue_, name, {}, &MessageRow::name);
  if (row == catalogue_.end() || row->name != name) return {};
  return row->text[static_cast<std::size_t>(lang_)];
}

void HiddenWording::AddNames() {
  names_.insert(program_.layout.list_member);
  const auto add = [this](const LocalText& text) {
    names_.insert(text.in.begin(), text.in.end());
  };
  for (const Field& field : program_.layout.fields()) {
    names_.insert(field.name);
    add(field.title);
    for (const FieldChoice& choice : field.choices) {
      names_.insert(choice.value);
      names_.insert(WrittenWords(field, choice.value, lang_));
      add(choice.title);
    }
    // Its bounds: "must be at least 0".
    for (const auto& bound : {field.minimum, field.maximum}) {
      if (bound) names_.insert(UngroupedNumber(lang_, bound->ToString()));
    }
    if (field.max_length) names_.insert(std::to_string(*field.max_length));
  }
  for (const MessageRow& row : catalogue_) {
    names_.insert(std::string(row.text[static_cast<std::size_t>(lang_)]));
  }
  names_.erase("");
  for (const std::string& name : names_) {
    longest_ = std::max(longest_, name.size() + kQuotes);
  }
}

std::string HiddenWording::Of(const Finding& finding,
                              std::string_view file) const {
  if (finding.rule != kNoRule) {
    return OfRule(program_.rules[finding.rule].message);
  }
  // What cannot be opened is told with names of files, and quotes none.
  if (finding.code == "A110") return finding.message.In(lang_);
  return OfCatalogue(finding.code + "." + finding.slug,
                     finding.message.In(lang_), file);
}

std::string HiddenWording::Of(const Question& question) const {
  if (question.rule != kNoRule) {
    return OfRule(program_.rules[question.asker].ask);
  }
  return OfCatalogue(question.code + "." + question.slug,
                     question.text.In(lang_), {});
}

std::string HiddenWording::Of(const Reason& reason) const {
  return OfRule(program_.rules[reason.rule].message);
}

// {field} stands for a value of the record.
std::string HiddenWording::OfRule(const LocalText& text) const {
  const std::string& words = text.In(lang_);
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::size_t end =
        words[i] == '{' ? words.find('}', i) : std::string::npos;
    if (end == std::string::npos ||
        program_.layout.Find(words.substr(i + 1, end - i - 1)) == kNoField) {
      out += words[i];
      continue;
    }
    out += kHidden;
    i = end;
  }
  return out;
}

std::string HiddenWording::OfCatalogue(const std::string& name,
                                       const std::string& words,
                                       std::string_view file) const {
  const std::string_view wording = Wording(name);
  std::string masked;
  std::string_view rest;
  if (wording.empty() || !Masked(wording, words, file, &masked, &rest)) {
    return std::string(kHidden);
  }
  if (!rest.starts_with("; ")) return masked;
  rest.remove_prefix(2);
  for (const char* hint :
       {"issue.did-you-mean", "issue.known-some", "issue.known"}) {
    std::string said;
    std::string_view more;
    if (Masked(Wording(hint), rest, SmallCount(rest), &said, &more)) {
      return std::string(masked).append("; ").append(said);
    }
  }
  return masked;
}

// False where `words` do not follow `pattern`; `*rest` is what follows them.
bool HiddenWording::Masked(std::string_view pattern, std::string_view words,
                           std::string_view file, std::string* masked,
                           std::string_view* rest) const {
  while (!pattern.empty()) {
    const std::string_view literal = UpToPlace(pattern);
    if (!words.starts_with(literal)) return false;
    *masked += literal;
    words.remove_prefix(literal.size());
    pattern.remove_prefix(literal.size());
    const ArgumentPlace place = PlaceAt(pattern);
    if (place.size == 0) break;
    pattern.remove_prefix(place.size);
    if (place.is_plural) {
      const std::string_view word = PluralIn(place, words);
      *masked += word;
      words.remove_prefix(word.size());
      continue;
    }
    const std::string_view next = UpToPlace(pattern);
    const std::size_t end = words.find(next.empty() ? "; " : next);
    if (end == std::string_view::npos && !next.empty()) return false;
    const std::string_view argument = words.substr(0, end);
    const bool shown = IsKnown(argument) || argument == file;
    *masked += shown ? argument : kHidden;
    words.remove_prefix(argument.size());
  }
  *rest = words;
  return true;
}

// A name, or several as the catalogue joins them: "'a', 'b' or null". A name
// may hold what joins names.
bool HiddenWording::IsKnown(std::string_view argument) const {
  std::vector<std::size_t> begins = {0};  // of what follows known names
  const auto known_up_to = [&](std::size_t end) {
    return std::ranges::any_of(begins, [&](std::size_t begin) {
      const std::string_view part = argument.substr(begin, end - begin);
      return part.size() <= longest_ &&
             (part.empty() || part == kHidden || IsName(part));
    });
  };
  for (std::size_t at = 0; at < argument.size(); ++at) {
    for (const std::string_view joint : {std::string_view(", "), {or_}}) {
      if (joint.empty() || !argument.substr(at).starts_with(joint)) continue;
      if (known_up_to(at)) begins.push_back(at + joint.size());
    }
    // Nothing is longer than the longest name.
    std::erase_if(begins, [&](std::size_t begin) {
      return at > begin && at - begin > longest_;
    });
  }
  return known_up_to(argument.size());
}

bool HiddenWording::IsName(std::string_view text) const {
  return names_.contains(text) || names_.contains(WithoutQuotes(text));
}

}  // namespace sigte
