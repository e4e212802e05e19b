// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <unistd.h>

#include <cstdio>
#include <cstdlib>

/// Children of tests. "No child" is -1, and a signal to process -1 goes to
/// every process of the user: where there is no child, the test program ends.
namespace sigte {

inline pid_t ChildOr(const char* what, pid_t child) {
  if (child < 0) {
    std::perror(what);
    std::abort();
  }
  return child;
}

/// As fork(), but it has made a child when it returns.
inline pid_t ForkChild() { return ChildOr("fork", fork()); }

}  // namespace sigte
