// SPDX-License-Identifier: MPL-2.0

// Words for values, from the layout and the catalogue.
#include "engine/record/value_words.h"

#include <algorithm>
#include <vector>

#include "engine/base/ascii.h"
#include "engine/base/decimal.h"
#include "engine/base/numbers.h"
#include "engine/record/comparison_words.h"
#include "engine/record/json_literal.h"

namespace sigte {
namespace {

constexpr const char* kCut = "\u2026";

std::string TruthWords(bool truth, Lang lang) {
  return Message(lang,
                 truth ? MessageKey("value.yes") : MessageKey("value.no"));
}

const FieldChoice* ChoiceOf(const Field& field, std::string_view value) {
  const auto it = std::ranges::find(field.choices, value, &FieldChoice::value);
  return it == field.choices.end() ? nullptr : &*it;
}

// 1e3 and 751.0 are numbers, but none that people write.
std::string NumberWords(const Field* field, std::string_view number,
                        Lang lang) {
  const bool plain =
      number.find_first_not_of("-0123456789.") == std::string_view::npos;
  const auto read = Decimal::Parse(number);
  if (!read) return std::string(number);
  const std::string text = plain ? std::string(number) : read->ToString();
  const bool is_amount = field != nullptr && !field->unit.empty();
  return is_amount ? DecimalNumber(lang, text) : UngroupedNumber(lang, text);
}

class LiteralWording {
 public:
  LiteralWording(const Field* field, Lang lang, bool quotes)
      : field_(field), lang_(lang), quotes_(quotes) {}

  std::string Of(const JsonLiteral& literal) const {
    if (literal.kind != JsonLiteral::Kind::kList) return OfItem(literal);
    if (literal.items.empty() && !literal.cut) {
      return Message(lang_, "value.empty-list");
    }
    std::vector<std::string> items;
    for (const JsonLiteral& item : literal.items) {
      items.push_back(OfItem(item));
    }
    const bool in_item = !literal.items.empty() && literal.items.back().cut;
    if (literal.cut && !in_item) items.emplace_back(kCut);
    return Joined(items);
  }

 private:
  // "0,5; 1000,25": where a comma stands in an item, none parts it from others.
  static std::string Joined(const std::vector<std::string>& items) {
    const bool has_comma =
        std::ranges::any_of(items, [](const std::string& item) {
          return item.find(',') != std::string::npos;
        });
    std::string out;
    for (const std::string& item : items) {
      if (&item != &items.front()) out += has_comma ? "; " : ", ";
      out += item;
    }
    return out;
  }

  std::string OfItem(const JsonLiteral& item) const {
    const FieldChoice* choice =
        field_ == nullptr || item.cut ? nullptr : ChoiceOf(*field_, item.text);
    const bool is_called =
        choice != nullptr && !(quotes_ && choice->title.In(lang_).empty());
    if (is_called) return ChoiceLabel(*field_, *choice, lang_);
    switch (item.kind) {
      case JsonLiteral::Kind::kTrue: return TruthWords(true, lang_);
      case JsonLiteral::Kind::kFalse: return TruthWords(false, lang_);
      case JsonLiteral::Kind::kNumber:
        return NumberWords(field_, item.text, lang_);
      case JsonLiteral::Kind::kText: {
        const std::string text = item.text + (item.cut ? kCut : "");
        return quotes_ ? "\"" + text + "\"" : text;
      }
      case JsonLiteral::Kind::kNull: return Message(lang_, "decide.not-stated");
      case JsonLiteral::Kind::kList: break;
    }
    return item.text;
  }

  const Field* field_;
  Lang lang_;
  bool quotes_;
};

// "3–7.5": what stands between numbers stays.
std::string Numbers(const Field& field, std::string_view text, Lang lang) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const bool negative =
        text[at] == '-' && at + 1 < text.size() && IsDigit(text[at + 1]);
    if (!negative && !IsDigit(text[at])) {
      out += text[at++];
      continue;
    }
    const std::size_t end =
        std::min(text.find_first_not_of("0123456789.", at + 1), text.size());
    out += NumberWords(&field, text.substr(at, end - at), lang);
    at = end;
  }
  return out;
}

std::string Words(const Field* field, std::string_view literal, Lang lang,
                  bool quotes) {
  const auto read = ReadJsonLiteral(literal);
  return read ? LiteralWording(field, lang, quotes).Of(*read)
              : std::string(literal);
}

}  // namespace

std::string ChoiceLabel(const Field& field, const FieldChoice& choice,
                        Lang lang) {
  const std::string& title = choice.title.In(lang);
  if (title.empty()) return choice.value;
  const auto same = std::ranges::count_if(
      field.choices,
      [&](const FieldChoice& other) { return other.title.In(lang) == title; });
  return same > 1 ? title + " (" + choice.value + ")" : title;
}

std::string WrittenWords(const Field& field, std::string_view written,
                         Lang lang) {
  if (field.is_list && written.starts_with('[')) {
    return LiteralWords(&field, written, lang);
  }
  if (const FieldChoice* choice = ChoiceOf(field, written)) {
    return ChoiceLabel(field, *choice, lang);
  }
  if (field.type == FieldType::kText) return std::string(written);
  if (field.type != FieldType::kBool) {
    return NumberWords(&field, written, lang);
  }
  const bool is_truth = written == "true" || written == "false";
  return is_truth ? TruthWords(written == "true", lang) : std::string(written);
}

std::string LiteralWords(const Field* field, std::string_view literal,
                         Lang lang) {
  return Words(field, literal, lang, false);
}

std::string OperandWords(const Field* field, std::string_view operand,
                         bool holds, Lang lang) {
  const Comparison comparison = SplitComparison(operand);
  return ComparisonWords(comparison.sign, holds,
                         Words(field, comparison.operand, lang, true), lang);
}

std::string RangeWords(const Field& field, std::string_view range, Lang lang) {
  constexpr std::string_view kBetween = ", ";
  const std::size_t second = range.find(kBetween);
  if (second != range.npos) {
    return Message(
        lang, "value.both",
        {RangeWords(field, range.substr(0, second), lang),
         RangeWords(field, range.substr(second + kBetween.size()), lang)});
  }
  const Comparison bound = SplitComparison(range);
  return ComparisonWords(bound.sign, true, Numbers(field, bound.operand, lang),
                         lang);
}

}  // namespace sigte
