// SPDX-License-Identifier: MPL-2.0

// The program: everything it does is in commands.h.

#include "engine/app/commands.h"
#include "engine/base/large_pages.h"

int main(int argc, char** argv) {
  sigte::UseLargePages();
  return sigte::RunProgram(argc, argv);
}
