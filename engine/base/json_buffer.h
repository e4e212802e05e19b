// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>

/// Room in which JSON is put together from pieces, for what is written too
/// often for JsonWriter. The caller puts commas and keys.
namespace sigte {

class JsonBuffer {
 public:
  JsonBuffer() = default;
  JsonBuffer(const JsonBuffer&) = delete;
  JsonBuffer& operator=(const JsonBuffer&) = delete;

  std::string_view text() const {
    return {room_.get(), static_cast<std::size_t>(at_ - room_.get())};
  }
  void Clear() { at_ = room_.get(); }

  /// JSON as it stands.
  void Put(std::string_view json) {
    std::memcpy(Room(json.size()), json.data(), json.size());
    at_ += json.size();
  }
  /// The same for a literal, whose size the compiler knows.
  template <std::size_t kSize>
  void Put(const char (&json)[kSize]) {
    std::memcpy(Room(kSize), json, kSize);  // the zero byte is written over
    at_ += kSize - 1;
  }

  /// A string: quoted, escaped (json_text.h); invalid UTF-8 → U+FFFD.
  void PutString(std::string_view text);

  void PutNumber(std::uint64_t number) {
    char* const from = Room(kMaxDigits);
    if (number < 1000) {  // most lines and columns
      PutSmall(static_cast<unsigned>(number));
    } else {
      at_ = std::to_chars(from, from + kMaxDigits, number).ptr;
    }
  }

 private:
  static constexpr std::size_t kFirst = 4096;  // bytes of room at first
  static constexpr std::size_t kMaxDigits = 20;

  // `size` bytes behind the text.
  char* Room(std::size_t size) {
    if (static_cast<std::size_t>(end_ - at_) < size) Grow(size);
    return at_;
  }
  void Grow(std::size_t size);
  void PutSmall(unsigned number) {
    if (number >= 100) *at_++ = static_cast<char>('0' + number / 100);
    if (number >= 10) *at_++ = static_cast<char>('0' + number / 10 % 10);
    *at_++ = static_cast<char>('0' + number % 10);
  }

  std::unique_ptr<char[]> room_ = std::make_unique<char[]>(kFirst);
  char* at_ = room_.get();
  char* end_ = room_.get() + kFirst;
};

}  // namespace sigte
