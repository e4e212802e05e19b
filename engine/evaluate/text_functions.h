// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/regex_fault.h"
#include "engine/record/value.h"

namespace re2 {
class RE2;
}

/// Regular expressions and what is read out of running text: the functions that
/// are more than an operator.
namespace sigte {

/// A regular expression (RE2 syntax), quiet and with bounded memory; null, with
/// `*fault` (may be null) set, where it is none. Share it among threads.
std::shared_ptr<re2::RE2> MakeRegex(std::string_view pattern,
                                    RegexFault* fault);

/// Whether `regex` is found anywhere in `text`.
bool FindsRegex(std::string_view text, const re2::RE2& regex);

/// Adds the years that `text` names to `*years`, each once, in order: numbers
/// of four digits from 1900 to 2099 that stand alone, and both ends of ranges
/// ("2018-21", "2018/19", "2010–13"). Dates ("2019-12-31") are no ranges.
void AddYears(std::string_view text, std::vector<Value>* years);

}  // namespace sigte
