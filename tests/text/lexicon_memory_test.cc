// SPDX-License-Identifier: MPL-2.0

// What is built in the background may run out of memory there.
#include <atomic>
#include <cstddef>
#include <cstdlib>
#include <new>
#include <string>
#include <thread>

#include "engine/text/lexicon.h"
#include "gtest/gtest.h"
#include "tests/text/danish.h"

namespace {

std::atomic<bool> is_short_of_memory = false;
std::atomic<std::thread::id> foreground;

}  // namespace

// In the whole test program; fails in other threads while memory is short.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  constexpr std::size_t kSmall = 256;  // what a thread itself needs
  const bool fails = is_short_of_memory && size > kSmall &&
                     std::this_thread::get_id() != foreground.load();
  return fails ? nullptr : std::malloc(size == 0 ? 1 : size);
}
void* operator new(std::size_t size) {
  void* const room = operator new(size, std::nothrow);
  if (room == nullptr) throw std::bad_alloc();
  return room;
}
void operator delete(void* room) noexcept { std::free(room); }
void operator delete(void* room, std::size_t) noexcept { std::free(room); }

namespace sigte {
namespace {

// Half an automaton was read, and the program crashed or found nothing.
TEST(Lexicon, TellsScannersThatItsBuildingFailed) {
  TermSource term = Term("t");
  for (int i = 0; i < 200; ++i) {
    term.words.push_back(Word("tolk" +
                              std::string(1, static_cast<char>('a' + i % 26)) +
                              std::string(1, static_cast<char>('a' + i / 26))));
  }
  foreground = std::this_thread::get_id();
  is_short_of_memory = true;
  const auto lexicon = Compile({term});
  bool failed = false;
  try {
    const TextScanner scanner(*lexicon);
  } catch (const std::bad_alloc&) {
    failed = true;
  }
  is_short_of_memory = false;
  EXPECT_TRUE(failed);
}

}  // namespace
}  // namespace sigte
