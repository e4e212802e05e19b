// SPDX-License-Identifier: MPL-2.0

// Laws and provisions that conditions name.
#include <algorithm>

#include "engine/base/nearest.h"
#include "engine/rule/checker_impl.h"

namespace sigte {
namespace {

// Where the law's name ends: before the first digit or mark of a provision.
std::size_t BeginOfProvision(std::string_view text,
                             const CitationMarks& marks) {
  std::size_t at = std::min(text.find_first_of("0123456789"), text.size());
  for (const auto* list : {&marks.section, &marks.chapter}) {
    for (const std::string& mark : *list) {
      at = std::min(at, text.find(" " + mark));
    }
  }
  while (at > 0 && text[at - 1] == ' ') --at;
  return at;
}

}  // namespace

void Checker::CheckLaw(const Expression& argument) {
  if (!ExpectLiteral(argument)) return;
  const LawCatalogue* laws =
      scope_.ruleset == nullptr ? nullptr : scope_.ruleset->laws.get();
  // A catalogue that could not be built has said why.
  if (laws == nullptr && scope_.ruleset != nullptr) return;
  if (laws != nullptr && laws->ReadPattern(argument.text)) return;
  if (laws == nullptr) {
    UnknownName("R240.unknown-law", argument.span, argument.text, {});
  } else {
    ReportLaw(argument, *laws);
  }
}

// The law's name goes up to its provision, which begins with a digit, a sign or
// one of the words for it.
void Checker::ReportLaw(const Expression& argument, const LawCatalogue& laws) {
  const std::string& text = argument.text;
  std::vector<std::string> known = laws.Names();
  for (std::uint32_t l = 0; l < laws.size(); ++l) {
    for (const SpannedText& name : laws.law(l).names) {
      known.push_back(name.text);
    }
    for (const SpannedText& name : laws.law(l).abbreviations) {
      known.push_back(name.text);
    }
  }
  std::string longest;
  for (const std::string& name : known) {
    const bool begins = text.starts_with(name) && text.size() > name.size() &&
                        text[name.size()] == ' ';
    if (begins && name.size() > longest.size()) longest = name;
  }
  if (!longest.empty() && laws.ReadPattern(longest)) {
    Error("R264.unreadable-provision", argument.span,
          {text.substr(longest.size() + 1), longest});
    return;
  }
  const std::size_t provision = BeginOfProvision(text, scope_.ruleset->marks);
  const std::string_view guess =
      Nearest(std::string_view(text).substr(0, provision), known);
  Issue issue{"R240.unknown-law",
              Severity::kError,
              {text},
              source_,
              argument.span,
              {},
              {}};
  if (guess.empty()) {
    const std::vector<std::string> ids = laws.Names();
    issue.known.assign(ids.begin(), ids.end());
  } else {
    issue.guess = std::string(guess) + text.substr(provision);
  }
  issues_->Add(std::move(issue));
}

}  // namespace sigte
