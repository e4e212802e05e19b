// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/plain_text.h"

namespace sigte {

/// Texts that say that there is no answer ("-"), compared without the case of
/// ASCII letters, without blanks and signs around, and without what nobody sees
/// (base/plain_text.h): "(Not  known.)" is "not known".
/// Of signs alone are missing all texts that are made of the signs of such
/// markers: with "-" and "?", so are "--" and "-?". The blank text always is.
class MissingMarkers {
 public:
  MissingMarkers() = default;
  MissingMarkers(std::vector<std::string> texts);  // NOLINT: a list of them
  MissingMarkers(std::initializer_list<std::string> texts)
      : MissingMarkers(std::vector<std::string>(texts)) {}

  /// As their author wrote them.
  const std::vector<std::string>& texts() const { return texts_; }

  /// Whether `text` is blank or one of them. Asked of every text of every
  /// record: nearly all are of a size or begin with a byte that no marker has.
  bool Has(std::string_view text) const {
    const std::string_view core = WithoutSigns(text);
    if (core.empty()) return HasSigns(text);
    if (!firsts_[static_cast<unsigned char>(core.front())]) return false;
    if ((sizes_ >> SizeBit(core.size()) & 1) != 0 && IsOneOf(core)) return true;
    return core.size() <= kLongestOdd && !IsPlain(core) &&
           IsOneOf(PlainOf(core));
  }

 private:
  // Of a text that is not plain; no marker is as long.
  static constexpr std::size_t kLongestOdd = 64;

  static unsigned SizeBit(std::size_t size) {
    return size < 63 ? static_cast<unsigned>(size) : 63;
  }
  /// `text` without blanks and punctuation at both ends.
  static std::string_view WithoutSigns(std::string_view text);
  bool HasSigns(std::string_view text) const;
  bool IsOneOf(std::string_view core) const;

  std::vector<std::string> texts_;
  std::vector<std::string> cores_;  // without signs, none of them empty
  std::vector<char32_t> signs_;     // of the markers that are nothing else
  std::uint64_t sizes_ = 0;  // one bit a size in bytes, the last for the rest
  std::array<bool, 256> firsts_{};  // by first byte
};

}  // namespace sigte
