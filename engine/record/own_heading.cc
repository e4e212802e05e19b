// SPDX-License-Identifier: MPL-2.0

#include "engine/record/own_heading.h"

#include <algorithm>

namespace sigte {

std::vector<std::string> NamesInTables(const Layout& layout) {
  std::vector<std::string> names;
  for (const Field& field : layout.fields()) {
    names.push_back(field.name);
    names.insert(names.end(), field.title.in.begin(), field.title.in.end());
    names.insert(names.end(), field.aliases.begin(), field.aliases.end());
  }
  return names;
}

std::string OwnHeading(std::string heading,
                       const std::vector<std::string>& taken) {
  while (std::ranges::find(taken, heading) != taken.end()) {
    heading += " (sigte)";
  }
  return heading;
}

}  // namespace sigte
