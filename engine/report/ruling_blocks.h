// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/json_writer.h"
#include "engine/decide/decision.h"
#include "engine/report/ruling_tally.h"
#include "engine/report/words.h"

/// Rulings as people read them, and as decisions hold them. Each text ends in a
/// line break, or is empty.
namespace sigte {

/// "waits for approval", of one ruling.
std::string RulingStateWords(RulingState state, Lang lang);

/// One ruling: rule, answer and state, who, why, and its file.
std::string RulingBlock(const RulingNote& note, const Voice& voice);

/// What it says, by whom, and what it is worth, in three lines.
std::string RulingText(const RulingNote& note, const Voice& voice);

/// "= ruling: id"; empty where `id` is.
std::string RulingLine(std::string_view id, const Voice& voice);

/// How many decide, how many do not and why; empty where there are none. A
/// `width` of 0 breaks no line. `hint`: and what shows them one by one.
std::string RulingCountLines(const RulingCounts& counts, Lang lang,
                             std::size_t width, bool hint);

/// The members `rulings` and `without_rulings` of a decision, where it has any.
void WriteRulings(const Decision& decision, const Program& program,
                  JsonWriter* json);

}  // namespace sigte
