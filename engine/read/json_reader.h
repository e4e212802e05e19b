// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "engine/base/issue.h"
#include "engine/record/document.h"

namespace sigte {

/// Bytes that must be readable after a text given to JsonReader (simdjson reads
/// past the end). Their contents do not matter.
inline constexpr std::size_t kReadPadding = 64;

/// Parses JSON (RFC 8259) into Documents, strictly: one value and nothing after
/// it, no duplicate member, valid UTF-8, no lone surrogate, at most 256 levels.
/// Numbers keep their text. One a thread; keeps its buffers.
class JsonReader {
 public:
  JsonReader();
  ~JsonReader();
  JsonReader(JsonReader&&) noexcept;

  /// Parses `text` (followed by kReadPadding readable bytes; a leading BOM is
  /// the caller's to strip) into `*document`, which then borrows `text`. False
  /// after adding one error with its place to `issues`, whose Source is
  /// `source` and whose spans are moved by `offset` (where `text` begins in it;
  /// `source` may be null, and `first_line` is then the number of the first
  /// line of `text`, for messages that name a second place).
  bool Read(std::string_view text, const Source* source, std::size_t offset,
            Document* document, IssueList* issues, std::size_t first_line = 1);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// `text` with the padding behind it, for texts that come from elsewhere.
class PaddedText {
 public:
  PaddedText() = default;
  explicit PaddedText(std::string_view text);
  std::string_view text() const { return {bytes_.data(), size_}; }

 private:
  std::string bytes_;
  std::size_t size_ = 0;
};

}  // namespace sigte
