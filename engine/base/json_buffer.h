// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <array>
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
    char* const to = Room(kMaxDigits);
    if (number < kSmall.size()) {  // most columns
      const SmallNumber& small = kSmall[number];
      std::memcpy(to, &small, sizeof(small));  // what is no digit written over
      at_ = to + small.count;
    } else {
      at_ = std::to_chars(to, to + kMaxDigits, number).ptr;
    }
  }

 private:
  static constexpr std::size_t kFirst = 4096;  // bytes of room at first
  static constexpr std::size_t kMaxDigits = 20;

  struct SmallNumber {
    char digits[3];
    std::uint8_t count;
  };
  static constexpr std::array<SmallNumber, 1000> MakeSmallNumbers() {
    std::array<SmallNumber, 1000> numbers{};
    for (int i = 0; i < 1000; ++i) {
      SmallNumber& small = numbers[static_cast<std::size_t>(i)];
      for (int unit = i < 10 ? 1 : i < 100 ? 10 : 100; unit > 0; unit /= 10) {
        small.digits[small.count++] = static_cast<char>('0' + i / unit % 10);
      }
    }
    return numbers;
  }
  static const std::array<SmallNumber, 1000> kSmall;

  // `size` bytes behind the text.
  char* Room(std::size_t size) {
    if (static_cast<std::size_t>(end_ - at_) < size) Grow(size);
    return at_;
  }
  void Grow(std::size_t size);
  void PutEscaped(std::string_view text);  // a string, a piece at a time

  std::unique_ptr<char[]> room_ = std::make_unique<char[]>(kFirst);
  char* at_ = room_.get();
  char* end_ = room_.get() + kFirst;
};

}  // namespace sigte
