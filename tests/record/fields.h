// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>
#include <utility>

#include "engine/record/layout.h"

namespace sigte {

inline Field MakeField(std::string name, FieldType type, bool is_list = false,
                       bool of_group = false) {
  Field field;
  field.name = std::move(name);
  field.type = type;
  field.is_list = is_list;
  field.of_group = of_group;
  return field;
}

}  // namespace sigte
