// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "engine/read/json_token.h"
#include "engine/read/member_names.h"
#include "engine/read/structural_index.h"
#include "engine/record/document.h"

namespace sigte {

/// Builds the nodes of a JSON text in one walk over its structural index. Says
/// yes or no and nothing else: what is wrong with a text is for FindJsonFault
/// (json_fault.h) to say, which is slower and agrees with it.
class DocumentBuilder {
 public:
  /// False when `text` (kReadPadding readable bytes behind it) is not strict
  /// JSON; `*document` is then of no use.
  bool Build(std::string_view text, const StructuralIndex& index,
             Document* document);

 private:
  struct Frame {
    NodeIndex node = 0;
    std::uint32_t count = 0;
    bool is_object = false;
    MemberNames::Mark names;
  };

  std::uint32_t Here() const { return positions_[at_]; }
  char Peek() const { return Here() < text_.size() ? text_[Here()] : '\0'; }
  bool Take(char c);
  bool EndsAt(std::size_t end) const;

  bool ReadValue();
  bool ReadMember(Frame* frame);
  bool ReadElement(Frame* frame);
  bool ReadName(Frame* frame);
  bool ReadString();
  bool ReadNumber();
  bool ReadWord(std::string_view word, NodeKind kind, bool boolean);
  bool Open(bool is_object);
  bool Close();
  bool Unescape(std::string_view quoted, std::string_view* text);

  std::string_view text_;
  const std::uint32_t* positions_ = nullptr;
  std::size_t at_ = 0;
  std::size_t next_escape_ = 0;  // the first backslash not yet passed, or size
  Document* document_ = nullptr;
  MemberNames names_;
  std::array<Frame, kMaxJsonDepth> stack_;
  std::size_t depth_ = 0;
};

}  // namespace sigte
