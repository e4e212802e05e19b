// SPDX-License-Identifier: MPL-2.0

#include "engine/base/json_buffer.h"

#include <algorithm>
#include <utility>

#include "engine/base/byte_block.h"
#include "engine/base/json_text.h"

namespace sigte {

constexpr std::array<JsonBuffer::SmallNumber, 1000> JsonBuffer::kSmall =
    MakeSmallNumbers();

// Most texts can be quoted as they are: they are copied before they are looked
// at, with blanks behind them, so that the last block is one like the others.
void JsonBuffer::PutString(std::string_view text) {
  constexpr std::size_t kSize = ByteBlock::kSize;
  char* const to = Room(text.size() + kSize + 2);
  char* const copy = to + 1;
  *to = '"';
  std::memcpy(copy, text.data(), text.size());
  std::memset(copy + text.size(), ' ', kSize);
  std::size_t at = 0;
  while (at < text.size() && ByteBlock(copy + at).Unplain() == 0) at += kSize;
  if (at < text.size() && FindUnquotable(text, at) != text.size()) {
    PutEscaped(text);
    return;
  }
  copy[text.size()] = '"';
  at_ = copy + text.size() + 1;
}

void JsonBuffer::PutEscaped(std::string_view text) {
  Put("\"");
  std::size_t at = FindUnquotable(text, 0);
  for (; at != text.size(); at = FindUnquotable(text, 0)) {
    Put(text.substr(0, at));
    const QuotedForm form = QuotedFormAt(text, at);
    Put(form.text());
    text.remove_prefix(at + form.taken);
  }
  Put(text);
  Put("\"");
}

void JsonBuffer::Grow(std::size_t size) {
  const std::string_view old = text();
  const std::size_t wanted = std::max(
      old.size() + size, 2 * static_cast<std::size_t>(end_ - room_.get()));
  auto room = std::make_unique_for_overwrite<char[]>(wanted);
  std::memcpy(room.get(), old.data(), old.size());
  at_ = room.get() + old.size();
  end_ = room.get() + wanted;
  room_ = std::move(room);
}

}  // namespace sigte
