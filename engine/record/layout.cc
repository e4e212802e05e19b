// SPDX-License-Identifier: MPL-2.0

// Looking fields up by name. Layouts are small: a scan beats a hash.
#include "engine/record/layout.h"

namespace sigte {

FieldIndex Layout::Find(std::string_view name) const {
  for (std::size_t i = 0; i < fields_.size(); ++i) {
    if (fields_[i].name == name) return static_cast<FieldIndex>(i);
  }
  return kNoField;
}

std::vector<std::string> Layout::Names() const {
  std::vector<std::string> names;
  names.reserve(fields_.size());
  for (const Field& field : fields_) names.push_back(field.name);
  return names;
}

}  // namespace sigte
