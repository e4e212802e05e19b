// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/messages.h"
#include "engine/evaluate/program.h"

/// What `sigte explain` says of message codes, and the list of all that it can
/// explain.
namespace sigte {

/// Whose way of writing it is: where lines break, and whether in colours.
struct ExplainStyle {
  Lang lang = Lang::kDa;
  bool color = false;
  std::size_t width = 100;  ///< columns
};

/// The message with that code ("R102", in any letter case) or slug
/// ("unknown-key"): what it says and means, what to do, an example. Empty where
/// there is none. Several messages may share a slug; all are told.
std::string ExplainCode(std::string_view code_or_slug,
                        const ExplainStyle& style);

/// Every rule of `program` (null: none can be read) and every code, by topic.
std::string ExplainList(const Program* program, const ExplainStyle& style);

/// `text` with a to z as capitals, as codes are written.
std::string UpperCase(std::string_view text);

/// Every code and slug, for "did you mean".
std::vector<std::string> CodesAndSlugs();

}  // namespace sigte
