// SPDX-License-Identifier: MPL-2.0

#include "engine/decide/described_key.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/canonical_text.h"
#include "engine/base/digest.h"
#include "engine/decide/rule_evidence.h"
#include "engine/record/record_key.h"

namespace sigte {
namespace {

constexpr std::size_t kLetters = 16;

// Digits could look like a private number again.
std::string InLetters(std::string_view hex) {
  std::string letters;
  for (const char digit : hex) {
    letters += static_cast<char>(digit <= '9' ? 'a' + (digit - '0')
                                              : 'k' + (digit - 'a'));
  }
  return letters;
}

std::string DescriptionOf(const Record& record, const Redaction& redaction) {
  const Layout& layout = record.layout();
  std::vector<std::string> lines;
  for (FieldIndex field = 0; field < layout.size(); ++field) {
    lines.push_back(layout[field].name + "=" + CanonicalValue(record, field) +
                    "\n");
    redaction.Apply(&lines.back());
  }
  std::ranges::sort(lines);
  std::string text = "sigte-record-1\n";
  for (const std::string& line : lines) text += line;
  return InLetters(Sha256Hex(text).substr(0, kLetters));
}

}  // namespace

std::optional<RecordKey> DescribedKeyOf(const Record& record,
                                        const Redaction& redaction) {
  const Layout& layout = record.layout();
  if (record.document() == nullptr || layout.id == kNoField) {
    return std::nullopt;
  }
  const auto key = KeyOf(record);
  if (key && !redaction.HidesIn(key->id) && !redaction.HidesIn(key->group)) {
    return std::nullopt;
  }
  RecordKey described;
  if (layout.group != kNoField) {
    const auto group = GroupKeyOf(record);
    if (!group) return std::nullopt;
    described.group = *group;
    redaction.Apply(&described.group);
  }
  if (record[layout.id].node != kNoNode) {
    described.id = CanonicalText(record.Written(layout.id));
    redaction.Apply(&described.id);
  }
  described.id += "#" + DescriptionOf(record, redaction);
  return described;
}

}  // namespace sigte
