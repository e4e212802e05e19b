// SPDX-License-Identifier: MPL-2.0

// The program: everything it does is in commands.h.

#include "engine/app/commands.h"

int main(int argc, char** argv) { return sigte::RunProgram(argc, argv); }
