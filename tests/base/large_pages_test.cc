// SPDX-License-Identifier: MPL-2.0

#include "engine/base/large_pages.h"

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <thread>

#include "gtest/gtest.h"

namespace sigte {
namespace {

// Whether the system was asked for large pages where a new block of 4 MiB ends;
// what Linux says of each mapping in /proc/self/smaps (proc(5)), "hg".
bool NewBlocksAreInLargePages() {
  constexpr std::size_t kSize = 4 << 20;
  void* const block = std::malloc(kSize);
  const auto end = reinterpret_cast<std::uintptr_t>(block) + kSize - 1;
  std::free(block);
  std::ifstream maps("/proc/self/smaps");
  bool within = false;
  for (std::string line; std::getline(maps, line);) {
    std::istringstream words(line);
    std::uintptr_t from = 0;
    std::uintptr_t to = 0;
    char dash = ' ';
    if (words >> std::hex >> from >> dash >> to && dash == '-') {
      within = from <= end && end < to;
    }
    if (within && line.starts_with("VmFlags:")) {
      return (line + " ").find(" hg ") != std::string::npos;
    }
  }
  return false;
}

bool InAThread(bool asks) {
  bool large = false;
  std::thread([&] {
    if (asks) UseLargePagesOfThread();
    large = NewBlocksAreInLargePages();
  }).join();
  return large;
}

// One test, since what a program has asked for holds to its end.
TEST(LargePages, AreOfTheHeapsThatAskAndOfNoOthers) {
#if !defined(__GLIBC__) || defined(__SANITIZE_ADDRESS__)
  GTEST_SKIP() << "another heap";
#endif
  if (!std::filesystem::exists("/sys/kernel/mm/transparent_hugepage")) {
    GTEST_SKIP() << "a system without large pages";
  }
  EXPECT_FALSE(InAThread(true));  // the program has not asked
  UseLargePages();
  EXPECT_TRUE(NewBlocksAreInLargePages());
  std::thread([] {
    // Beside one that is at work, so that none has its heap.
    EXPECT_FALSE(InAThread(false));
    EXPECT_TRUE(InAThread(true));
  }).join();
}

}  // namespace
}  // namespace sigte
