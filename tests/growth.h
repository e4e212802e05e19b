// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <algorithm>
#include <cstddef>
#include <ctime>

/// Whether work grows with its input as it should.
namespace sigte {

/// Between what eight times as much takes where time is in proportion (8) and
/// where it grows with the square (64).
inline constexpr double kLinearGrowth = 24;

/// How many times as long `run(8 * size)` takes as `run(size)`: of this
/// thread's own time, the least of three. What `run` prepares counts too, so it
/// should be little.
template <typename Run>
double Growth(std::size_t size, const Run& run) {
  const auto seconds = [&](std::size_t amount) {
    double least = 1e9;
    for (int round = 0; round < 3; ++round) {
      timespec begin{}, end{};
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &begin);
      run(amount);
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &end);
      least = std::min(
          least, static_cast<double>(end.tv_sec - begin.tv_sec) +
                     1e-9 * static_cast<double>(end.tv_nsec - begin.tv_nsec));
    }
    return least;
  };
  const double once = seconds(size);
  return seconds(8 * size) / once;
}

}  // namespace sigte
