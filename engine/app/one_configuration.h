// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>
#include <vector>

#include "engine/app/invocation.h"

/// One run has one configuration.
namespace sigte {

/// What the command of `of` reads and a configuration holds for.
const std::vector<std::string>& InputsOf(const Invocation& of);

/// The configuration that holds for all of `inputs`, and for the files in those
/// that are folders; `*path` is empty where there is none. Without inputs it is
/// that of the current folder. False after saying which two differ.
bool FindOneConfiguration(const std::vector<std::string>& inputs,
                          const Invocation& invocation, std::string* path);

/// Whether `file` holds for `inputs`, which it names itself: they may lie
/// anywhere, but not under one that is nearer. False after saying so.
bool HoldsForItsInputs(const ConfigurationFile& file,
                       const std::vector<std::string>& inputs, Lang lang);

}  // namespace sigte
