// SPDX-License-Identifier: MPL-2.0

#include "engine/app/line_input.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace sigte {

bool LineInput::Next(std::string* line) {
  std::array<char, 4096> bytes;
  while (true) {
    std::size_t end = buffer_.find('\n');
    const bool full = end == std::string::npos && buffer_.size() >= kMax;
    const bool last = end == std::string::npos && ended_ && !buffer_.empty();
    if (end != std::string::npos || full || last) {
      const std::size_t taken = std::min(end, std::min(buffer_.size(), kMax));
      line->assign(buffer_, 0, taken);
      buffer_.erase(0, taken + (end == taken ? 1 : 0));
      if (line->ends_with('\r')) line->pop_back();
      ++number_;
      return true;
    }
    if (ended_) return false;
    const ssize_t count = read(fd_, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) {
      ended_ = true;
    } else {
      buffer_.append(bytes.data(), static_cast<std::size_t>(count));
    }
  }
}

}  // namespace sigte
