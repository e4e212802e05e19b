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
    std::uint32_t count = 0;  // members or elements begun
    bool is_object = false;
    NamesSeen names;
  };

  /// Where the walk is. Loops work on a copy, which the compiler can keep in
  /// registers whatever is written to the nodes.
  struct Walk {
    const char* text = nullptr;
    std::uint32_t size = 0;
    const std::uint32_t* at = nullptr;  // in the index
    Node* nodes = nullptr;
    NodeIndex count = 0;

    char Peek() const { return *at < size ? text[*at] : '\0'; }
    std::string_view Text(std::uint32_t begin, std::uint32_t end) const {
      return {text + begin, end - begin};
    }
    bool EndsAt(std::uint32_t end) const;
    void Put(NodeKind kind, std::uint32_t begin, std::uint32_t end,
             std::string_view value, bool boolean);
  };

  enum class Step : std::uint8_t { kDone, kOpened, kFault };

  Step ReadValue(Walk* walk);
  template <bool kObject>
  bool ReadParts(Frame* frame);
  bool ReadName(Walk* walk, Frame* frame);
  bool ReadString(Walk* walk);
  bool Unescape(Node* node);
  template <typename Rest>
  Step Apart(Walk* walk, Rest rest);
  Step ReadNumber(Walk* walk);
  Step ReadAnyNumber();
  Step Open(bool is_object);
  bool Close();
  template <std::size_t kSize>
  [[gnu::always_inline]] static Step ReadWord(Walk* walk,
                                              const char (&word)[kSize],
                                              NodeKind kind, bool boolean);

  Walk walk_;
  std::uint32_t next_escape_ = 0;  // the first backslash not passed, or size
  Document* document_ = nullptr;
  std::array<Frame, kMaxJsonDepth> stack_;
  std::size_t depth_ = 0;
};

}  // namespace sigte
