// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "engine/base/messages.h"

/// How the program meets what would end it without a word: a closed pipe, a
/// limit on the size of files, no memory.
namespace sigte {

/// To be called once, before anything is written. From now on a write that goes
/// nowhere fails, and no signal is sent for it.
void PrepareProcess();

/// From now on the process ends with kExitFailed, and says so in `lang`, where
/// there is no memory left; on whichever thread that is found out. What was not
/// finished of its files is removed.
void TellNoMemoryIn(Lang lang);

/// Whether a reader who closes standard output ends the process by SIGPIPE, as
/// it ends others of a pipeline. Not where the caller wants that ignored.
bool EndsWithClosedPipe();

/// What `code` the process ends with. Where standard output's reader has left
/// (`| head`) it does not return: the process is gone, by SIGPIPE. To be called
/// when every file is finished or removed.
int EndProcess(int code);

}  // namespace sigte
