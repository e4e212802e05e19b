// SPDX-License-Identifier: MPL-2.0

#include "engine/record/record_key.h"

#include <algorithm>

#include "engine/base/canonical_text.h"
#include "engine/base/decimal.h"

namespace sigte {
namespace {

std::optional<std::string> PartOf(const Record& record, FieldIndex field) {
  const Value& value = record[field].value;
  if (value.is_unknown() || record[field].node == kNoNode) return std::nullopt;
  return CanonicalKey(record.layout()[field].type, record.Written(field));
}

}  // namespace

LocalText TitleOf(const std::vector<NamedCode>& codes, std::string_view code) {
  const auto named = std::ranges::find_if(
      codes, [&](const NamedCode& one) { return one.code.text == code; });
  return named == codes.end() ? LocalText(code) : named->title;
}

std::vector<std::string> TitlesOf(const std::vector<NamedCode>& codes,
                                  Lang lang) {
  std::vector<std::string> titles;
  for (const NamedCode& one : codes) {
    const std::string& title = one.title.In(lang);
    titles.push_back(title.empty() ? one.code.text : title);
  }
  return titles;
}

std::string CanonicalKey(FieldType type, std::string_view written) {
  std::string text = CanonicalText(written);
  if (type == FieldType::kInt || type == FieldType::kDecimal) {
    const std::optional<Decimal> number = Decimal::Parse(text);
    if (number) return number->ToString();
  }
  return text;
}

std::optional<std::string> GroupKeyOf(const Record& record) {
  return PartOf(record, record.layout().group);
}

std::optional<RecordKey> KeyOf(const Record& record) {
  const Layout& layout = record.layout();
  if (record.document() == nullptr || layout.id == kNoField) {
    return std::nullopt;
  }
  RecordKey key;
  const auto id = PartOf(record, layout.id);
  if (!id || id->empty()) return std::nullopt;
  key.id = *id;
  if (layout.group == kNoField) return key;
  const auto group = GroupKeyOf(record);
  if (!group) return std::nullopt;
  key.group = *group;
  return key;
}

}  // namespace sigte
