// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

namespace sigte {

/// Where a JSON text's structure lies, found by simdjson's first stage on the
/// vector units of whatever processor it runs on: the position of every brace,
/// bracket, colon and comma outside strings, of every opening quote, and of the
/// first byte of every other token. Knows no grammar.
class StructuralIndex {
 public:
  StructuralIndex();
  ~StructuralIndex();
  StructuralIndex(StructuralIndex&&) noexcept;

  /// False when `text` (kReadPadding readable bytes behind it) is empty or
  /// blank, is not UTF-8, has a control character within a string, or ends
  /// within one.
  bool Build(std::string_view text);

  /// Ascending; the element after the last is text.size(). Valid until the next
  /// Build.
  const std::uint32_t* positions() const;
  std::size_t count() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace sigte
