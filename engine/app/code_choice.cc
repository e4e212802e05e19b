// SPDX-License-Identifier: MPL-2.0

#include "engine/app/code_choice.h"

#include <algorithm>
#include <charconv>
#include <string>

namespace sigte {
namespace {

// The code with that number ("2", or "2." as it is shown), or null.
const NamedCode* Numbered(const std::vector<NamedCode>& codes,
                          std::string_view typed) {
  if (typed.ends_with('.')) typed.remove_suffix(1);
  std::size_t number = 0;
  const char* const end = typed.data() + typed.size();
  const auto [stop, fault] = std::from_chars(typed.data(), end, number);
  const bool whole = fault == std::errc() && stop == end;
  return whole && number > 0 && number <= codes.size() ? &codes[number - 1]
                                                       : nullptr;
}

// Code and titles, folded.
std::vector<std::string> NamesOf(const NamedCode& code, const Folder& folder) {
  std::vector<std::string> names = {folder.Fold(code.code.text)};
  for (const std::string& title : code.title.in) {
    names.push_back(folder.Fold(title));
  }
  return names;
}

}  // namespace

std::vector<const NamedCode*> CodesMeant(const std::vector<NamedCode>& codes,
                                         std::string_view typed,
                                         const Folder& folder) {
  for (const NamedCode& code : codes) {
    if (code.code.text == typed) return {&code};
  }
  if (const NamedCode* numbered = Numbered(codes, typed)) return {numbered};
  const std::string folded = folder.Fold(typed);
  std::vector<const NamedCode*> whole;
  std::vector<const NamedCode*> begun;
  for (const NamedCode& code : codes) {
    const std::vector<std::string> names = NamesOf(code, folder);
    if (std::ranges::find(names, folded) != names.end()) whole.push_back(&code);
    const bool begins = std::ranges::any_of(
        names, [&](const auto& name) { return name.starts_with(folded); });
    if (begins && !folded.empty()) begun.push_back(&code);
  }
  return whole.size() == 1 ? whole : begun;
}

}  // namespace sigte
