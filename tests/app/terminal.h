// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>
#include <utility>
#include <vector>

#include "tests/app/program_runner.h"

namespace sigte {

/// Runs the program in `work` on a pseudo-terminal. For each step, what it
/// prints is awaited, then the line is typed. Gives all that the terminal
/// showed and the exit code, with `more_environment` set; a text that does not
/// come ends the run.
ProgramRun RunAtTerminal(
    const Workplace& work, std::vector<std::string> arguments,
    const std::vector<std::pair<std::string, std::string>>& steps,
    const std::vector<std::string>& more_environment = {"NO_COLOR=1"});

}  // namespace sigte
