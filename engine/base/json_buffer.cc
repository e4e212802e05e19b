// SPDX-License-Identifier: MPL-2.0

#include "engine/base/json_buffer.h"

#include <algorithm>
#include <utility>

#include "engine/base/json_text.h"

namespace sigte {

void JsonBuffer::PutString(std::string_view text) {
  Put("\"");
  std::size_t at = FindUnquotable(text, 0);
  for (; at != text.size(); at = FindUnquotable(text, 0)) {
    Put(text.substr(0, at));
    const QuotedForm form = QuotedFormAt(text, at);
    Put(form.text());
    text.remove_prefix(at + form.taken);
  }
  char* const to = Room(at + 1);
  std::memcpy(to, text.data(), at);
  to[at] = '"';
  at_ = to + at + 1;
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
