// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>
#include <system_error>

#include "engine/base/messages.h"

/// What the operating system says went wrong, in the language of whoever reads
/// it.
namespace sigte {

/// The words for `error`, an errno; its number where the catalogue has none.
LocalText SystemText(int error);
LocalText SystemText(const std::error_code& error);

/// The same in one language, the one of SetSystemLanguage: for the layers that
/// hand a reason up as a text without knowing who reads it, as they would
/// strerror's. `path`, where it is given, stands before the words in quotes.
std::string SystemWords(int error);
std::string SystemWords(const std::error_code& error);
std::string SystemWords(const std::string& path, int error);

/// The language of SystemWords in this process from now on, as a locale is for
/// strerror; English until somebody says else.
void SetSystemLanguage(Lang lang);
Lang SystemLanguage();

}  // namespace sigte
