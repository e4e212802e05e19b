// SPDX-License-Identifier: MPL-2.0

#pragma once

/// The program's command line. Knows the names of things, not how they work.
namespace sigte {

/// Runs `sigte` with main's arguments and gives its exit code (exit_code.h).
/// Throws nothing. To be called once, by main: it takes the process's heap and
/// signals in hand.
int RunProgram(int argc, char** argv);

}  // namespace sigte
