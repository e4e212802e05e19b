// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>

#include "engine/decide/decision.h"
#include "engine/evaluate/program.h"
#include "engine/report/words.h"

/// Conditions as people say them.
namespace sigte {

/// Evidence that is worked out: what is reckoned from fields in words ("the
/// number of words in Content" for `words(content) < 3`), or the condition as
/// the rule writes it where one of its parts has no words; then what came out,
/// and what it is compared with. Decimals are cut.
std::string WorkedOutWords(const Evidence& evidence, const Voice& voice);

/// Whether it shows no more than that a field has an answer, or none: `has(x)`.
bool OnlyStands(const Evidence& evidence, const Program& program);

/// Whether it shows a pattern in a text: `x.matches("…")`.
bool FitsPattern(const Evidence& evidence, const Program& program);

}  // namespace sigte
