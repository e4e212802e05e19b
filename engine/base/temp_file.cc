// SPDX-License-Identifier: MPL-2.0

#include "engine/base/temp_file.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

#include "engine/base/system_words.h"

namespace sigte {

int OpenTempFile(std::string* why) {
  const char* folder = std::getenv("TMPDIR");
  std::string path =
      std::string(folder == nullptr || *folder == '\0' ? "/tmp" : folder) +
      "/sigte.XXXXXX";
  const int fd = mkostemp(path.data(), O_CLOEXEC);
  if (fd < 0) {
    *why = SystemWords(errno);
  } else {
    unlink(path.c_str());
  }
  return fd;
}

}  // namespace sigte
