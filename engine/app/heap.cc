// SPDX-License-Identifier: MPL-2.0

#include "engine/app/heap.h"

#include <cstdint>
#include <cstdlib>

#ifdef __GLIBC__

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

namespace sigte {

void UseLargePages() {
  constexpr int kRoom = 32 << 20;
  constexpr std::uintptr_t kPage = 2 << 20;
  // Nothing below kRoom lies elsewhere, and what is freed stays.
  mallopt(M_MMAP_THRESHOLD, kRoom);
  mallopt(M_TRIM_THRESHOLD, 2 * kRoom);
  mallopt(M_TOP_PAD, kRoom);
  char* const first = static_cast<char*>(std::malloc(kPage));
  const auto at = reinterpret_cast<std::uintptr_t>(first);
  const auto end = reinterpret_cast<std::uintptr_t>(sbrk(0));
  // Another allocator's memory lies elsewhere.
  if (at < end && end - at <= 2 * std::uintptr_t{kRoom}) {
    const std::uintptr_t into_page = at % kPage;
    madvise(first - into_page, end - at + into_page, MADV_HUGEPAGE);
  }
  std::free(first);
}

}  // namespace sigte

#else

namespace sigte {
void UseLargePages() {}
}  // namespace sigte

#endif
