// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>
#include <vector>

#include "engine/base/messages.h"
#include "engine/record/layout.h"
#include "engine/record/value.h"

namespace sigte {

/// A field whose value can be read in more ways than one. Its slot in the
/// record is Unknown(kQuestion), and a finding of its own asks which it is.
struct FieldReadings {
  struct Reading {
    std::string text;  ///< as outcomes show it: "1250"
    Value value;
    bool refused = false;  ///< the schema has no such value
  };
  FieldIndex field = kNoField;
  std::vector<Reading> readings;
  std::string code;  ///< of the finding
  std::string slug;
  LocalText ask;
};

}  // namespace sigte
