// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

/// What was worked out of a text before.
namespace sigte {

/// By text, what was found of it. What a submitter gives as a legal basis is
/// short, and the same in row after row.
template <typename Found>
class TextMemo {
 public:
  static constexpr std::size_t kLongest = 200;  ///< bytes of a text to be kept

  /// What Keep made of the same bytes; null: nothing, or it was too long ago.
  /// Valid until the next Prune.
  const Found* Find(std::string_view text) const {
    const auto known = known_.find(text);
    return known == known_.end() ? nullptr : &known->second;
  }

  /// Room, empty, for what is found of `text`, which Find does not know.
  Found& Keep(std::string_view text) { return known_[std::string(text)]; }

  /// To be called where nothing refers to what is kept: forgets it all when it
  /// has become too much.
  void Prune() {
    if (known_.size() >= kTexts) known_.clear();
  }

 private:
  static constexpr std::size_t kTexts = 4096;

  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::unordered_map<std::string, Found, Hash, std::equal_to<>> known_;
};

}  // namespace sigte
