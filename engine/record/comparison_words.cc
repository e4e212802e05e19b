// SPDX-License-Identifier: MPL-2.0

#include "engine/record/comparison_words.h"

#include <algorithm>
#include <array>

namespace sigte {
namespace {

struct Wording {
  std::string_view sign;
  MessageKey holds;
  MessageKey fails;
};

constexpr std::array<Wording, 11> kWordings = {{
    {"==", "value.equals", "value.differs"},
    {"!=", "value.differs", "value.equals"},
    {"<", "value.under", "value.at-least"},
    {"<=", "value.at-most", "value.over"},
    {">", "value.over", "value.at-most"},
    {">=", "value.at-least", "value.under"},
    {"in", "value.one-of", "value.none-of"},
    {"contains", "value.contains", "value.contains-not"},
    {"startsWith", "value.begins", "value.begins-not"},
    {"endsWith", "value.ends", "value.ends-not"},
    {"matches", "value.fits", "value.fits-not"},
}};

const Wording* WordingOf(std::string_view sign) {
  const auto it = std::ranges::find(kWordings, sign, &Wording::sign);
  return it == kWordings.end() ? nullptr : &*it;
}

}  // namespace

std::string ComparisonWords(std::string_view sign, bool holds,
                            const std::string& operand, Lang lang) {
  const Wording* const wording = WordingOf(sign);
  if (wording == nullptr) return operand;
  return Message(lang, holds ? wording->holds : wording->fails, {operand});
}

Comparison SplitComparison(std::string_view written) {
  const std::size_t blank = written.find(' ');
  const std::string_view sign = written.substr(0, blank);
  if (blank == written.npos || WordingOf(sign) == nullptr) return {{}, written};
  return {sign, written.substr(blank + 1)};
}

}  // namespace sigte
