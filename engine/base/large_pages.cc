// SPDX-License-Identifier: MPL-2.0

#include "engine/base/large_pages.h"

#include <atomic>
#include <cstdint>
#include <cstdlib>

// A sanitizer has a heap of its own.
#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__)

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

namespace sigte {
namespace {

constexpr int kRoom = 32 << 20;
constexpr std::uintptr_t kPage = 2 << 20;
// glibc's heaps of threads begin at multiples of it (HEAP_MAX_SIZE).
constexpr std::uintptr_t kHeap = 64 << 20;

std::atomic<bool> wanted = false;
std::atomic<void*> taken;  // the last; nobody wants it back

std::uintptr_t Address(const char* at) {
  return reinterpret_cast<std::uintptr_t>(at);
}

// From the first large page above `end`, which ends what the heap has given
// out. A page of which anything was written stays small, so what is below is
// taken for good, and room is left for the heap's own mark behind it.
void UseLargePagesAbove(char* end) {
  constexpr std::uintptr_t kMark = 4 << 10;
  const std::uintptr_t below = kPage - Address(end) % kPage;
  if (below > 2 * kMark) taken = std::malloc(below - kMark);
  madvise(end + below, kRoom - kPage, MADV_HUGEPAGE);
}

}  // namespace

void UseLargePages() {
  // Nothing below kRoom lies elsewhere, and what is freed stays.
  mallopt(M_MMAP_THRESHOLD, kRoom);
  mallopt(M_TRIM_THRESHOLD, 2 * kRoom);
  mallopt(M_TOP_PAD, kRoom);
  wanted = true;
  // More than the heap has, so that it grows.
  constexpr std::size_t kMore = 512 << 10;
  char* const last = static_cast<char*>(std::malloc(kMore));
  const auto top = reinterpret_cast<std::uintptr_t>(sbrk(0));
  // Another allocator's memory lies elsewhere.
  if (Address(last) < top && top - Address(last) <= 2 * std::uintptr_t{kRoom}) {
    UseLargePagesAbove(last + kMore);
  }
}

void UseLargePagesOfThread() {
  if (!wanted) return;
  constexpr std::size_t kLittle = 1 << 10;
  char* const first = static_cast<char*>(std::malloc(kLittle));
  if (first == nullptr) return;
  const bool is_new = Address(first) % kHeap < (64 << 10);
  if (is_new) UseLargePagesAbove(first + kLittle);
  std::free(first);
}

}  // namespace sigte

#else

namespace sigte {
void UseLargePages() {}
void UseLargePagesOfThread() {}
}  // namespace sigte

#endif
