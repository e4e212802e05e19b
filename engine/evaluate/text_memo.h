// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/record/value.h"

/// What was worked out of a text before.
namespace sigte {

/// By text, the truth values of the steps that read nothing but it. For fields
/// where the same short texts stand in row after row.
class TextMemo {
 public:
  static constexpr std::size_t kLongest = 200;  ///< bytes of a text to be kept

  /// What Keep made of the same bytes; null: nothing, or it was too long ago.
  /// Valid until the next Keep.
  const std::vector<TruthBits>* Find(std::string_view text) const {
    const auto known = known_.find(text);
    return known == known_.end() ? nullptr : &known->second;
  }

  /// Room for the truth values of `text`, empty.
  std::vector<TruthBits>& Keep(std::string_view text) {
    if (known_.size() >= kTexts) known_.clear();
    std::vector<TruthBits>& kept = known_[std::string(text)];
    kept.clear();
    return kept;
  }

 private:
  static constexpr std::size_t kTexts = 1000;

  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::unordered_map<std::string, std::vector<TruthBits>, Hash, std::equal_to<>>
      known_;
};

}  // namespace sigte
