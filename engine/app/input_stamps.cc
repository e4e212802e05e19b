// SPDX-License-Identifier: MPL-2.0

#include "engine/app/input_stamps.h"

#include <sys/stat.h>

namespace sigte {

std::optional<FileStamp> StampOf(int fd) {
  struct stat status {};
  if (fd < 0 || fstat(fd, &status) != 0 || !S_ISREG(status.st_mode)) {
    return std::nullopt;
  }
  return FileStamp{status.st_dev, status.st_ino, status.st_size,
                   status.st_mtim.tv_sec, status.st_mtim.tv_nsec};
}

bool InputStamps::IsAsBefore(std::size_t number, int fd) {
  if (seen_.size() <= number) seen_.resize(number + 1);
  Seen& seen = seen_[number];
  const std::optional<FileStamp> now = StampOf(fd);
  if (!seen.is_known) seen = {true, now};
  return seen.stamp == now;
}

}  // namespace sigte
