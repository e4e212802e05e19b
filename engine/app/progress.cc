// SPDX-License-Identifier: MPL-2.0

#include "engine/app/progress.h"

#include <algorithm>
#include <string>

#include "engine/app/output.h"

namespace sigte {
namespace {

constexpr auto kPatience = std::chrono::milliseconds(500);
constexpr auto kInterval = std::chrono::milliseconds(100);
constexpr std::size_t kWidth = 30;

std::string Bar(std::uint64_t bytes, std::uint64_t total) {
  const std::size_t full = static_cast<std::size_t>(
      std::min<std::uint64_t>(kWidth, bytes * kWidth / total));
  return "[" + std::string(full, '#') + std::string(kWidth - full, '-') + "] ";
}

}  // namespace

Progress::Progress(const Settings& settings)
    : enabled_(MayShowProgress(settings)), next_(Clock::now() + kPatience) {}

void Progress::Tell(std::uint64_t bytes, std::uint64_t total) {
  if (!enabled_ || Clock::now() < next_) return;
  next_ = Clock::now() + kInterval;
  drawn_ = true;
  std::string line = "\r\x1b[K";
  if (total > 0) {
    line += Bar(bytes, total) + std::to_string(100 * bytes / total) + " %";
  } else {
    line += std::to_string(bytes >> 20) + " MiB";
  }
  WriteError(line);
}

void Progress::Erase() {
  if (drawn_) WriteError("\r\x1b[K");
  drawn_ = false;
}

}  // namespace sigte
