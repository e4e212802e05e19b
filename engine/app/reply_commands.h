// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "engine/app/invocation.h"
#include "engine/app/settings.h"

/// What goes to those who submit: the questionnaire, and what came of it.
namespace sigte {

/// `sigte template`: the questionnaire as a workbook.
int RunTemplate(const Settings& settings, const TemplateChoices& options);

/// `sigte letter`: what was decided and found, as a letter.
int RunLetter(const Settings& settings, const LetterOptions& options);

}  // namespace sigte
