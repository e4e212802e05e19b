// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/blank.h"

namespace sigte {

/// Texts that say that there is no answer ("-"), compared without the case of
/// ASCII letters and blanks around. The blank text always does.
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
    const std::string_view trimmed = Trimmed(text);
    if (trimmed.empty()) return true;
    return (sizes_ >> SizeBit(trimmed.size()) & 1) != 0 &&
           firsts_[static_cast<unsigned char>(trimmed.front())] &&
           IsOneOf(trimmed);
  }

 private:
  static unsigned SizeBit(std::size_t size) {
    return size < 63 ? static_cast<unsigned>(size) : 63;
  }
  bool IsOneOf(std::string_view trimmed) const;

  std::vector<std::string> texts_;
  std::uint64_t sizes_ = 0;  // one bit a size in bytes, the last for the rest
  std::array<bool, 256> firsts_{};  // by first byte
};

}  // namespace sigte
