// SPDX-License-Identifier: MPL-2.0

// Which bytes a pattern wants beside the string that is looked for.

#include "engine/text/surroundings.h"

#include <algorithm>
#include <string_view>

namespace sigte {
namespace {

constexpr std::size_t kBytes = 4;

std::uint32_t Load(const char (&bytes)[kBytes]) {
  std::uint32_t loaded;
  std::memcpy(&loaded, bytes, kBytes);
  return loaded;
}

// The end of the word before: "…ort " of "short".
void WantBefore(std::string_view word, Surroundings* wanted) {
  char bytes[kBytes] = {0, 0, 0, ' '};
  char mask[kBytes] = {0, 0, 0, '\xFF'};
  const std::size_t count = std::min(word.size(), kBytes - 1);
  for (std::size_t i = 0; i < count; ++i) {
    bytes[kBytes - 2 - i] = word[word.size() - 1 - i];
    mask[kBytes - 2 - i] = '\xFF';
  }
  wanted->before = Load(bytes);
  wanted->before_mask = Load(mask);
}

// The beginning of the word after: " sho…" of "short".
void WantAfter(std::string_view word, Surroundings* wanted) {
  char bytes[kBytes] = {' ', 0, 0, 0};
  char mask[kBytes] = {'\xFF', 0, 0, 0};
  const std::size_t count = std::min(word.size(), kBytes - 1);
  for (std::size_t i = 0; i < count; ++i) {
    bytes[i + 1] = word[i];
    mask[i + 1] = '\xFF';
  }
  wanted->after = Load(bytes);
  wanted->after_mask = Load(mask);
}

}  // namespace

Surroundings SurroundingsOf(PatternKind kind) {
  using End = Surroundings::End;
  Surroundings wanted;
  switch (kind) {
    case PatternKind::kWord:
    case PatternKind::kTail: wanted.end = End::kEndingFits; break;
    case PatternKind::kExact:
    case PatternKind::kAcronym: wanted.end = End::kPartEnds; break;
    case PatternKind::kHead: wanted.end = End::kWordGoesOn; break;
    default: break;
  }
  return wanted;
}

Surroundings SurroundingsOf(const Phrase& phrase) {
  const Element& anchor = phrase.elements[phrase.anchor];
  Surroundings wanted;
  if (!anchor.open_right) wanted.end = Surroundings::End::kPartEnds;
  wanted.ends_at_hyphen = !anchor.open_right;
  if (phrase.anchor > 0 && !anchor.open_left && anchor.skip == 0) {
    const Element& before = phrase.elements[phrase.anchor - 1];
    if (!before.open_right) WantBefore(before.text, &wanted);
  }
  if (phrase.anchor + 1 < phrase.elements.size()) {
    const Element& after = phrase.elements[phrase.anchor + 1];
    if (!after.open_left && after.skip == 0) WantAfter(after.text, &wanted);
  }
  return wanted;
}

}  // namespace sigte
