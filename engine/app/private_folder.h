// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <functional>
#include <optional>
#include <string>

/// Work in a folder that is gone afterwards, come what may.
namespace sigte {

/// Makes a folder that only its owner can look into (in TMPDIR, else /tmp),
/// calls `work` with its absolute path in a child process, and removes the
/// folder when that has ended: also when it crashed, and when this process is
/// told to end by SIGINT, SIGTERM, SIGHUP or SIGQUIT, which are passed on.
/// Gives what `work` gives, or 2 where it did not end by itself; nullopt, with
/// `*why`, where there is no folder or no process to be had. Call it while
/// there is only one thread.
std::optional<int> InPrivateFolder(
    const std::function<int(const std::string& folder)>& work,
    std::string* why);

}  // namespace sigte
