// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/json_writer.h"
#include "engine/table/cell_values.h"

namespace sigte {

/// `text` as JSON at the end of `*line`.
inline void AppendString(std::string_view text, std::string* line) {
  JsonWriter(line).String(text);
}

/// Where one value goes, and what is said of it. Borrows all.
struct CellValues::Target {
  FieldIndex field;
  const TableCell& cell;
  CellReading how;
  std::string* line;
  TableRecord* record;

  void Say(MessageKey key, Severity severity,
           std::vector<LocalText> args) const {
    record->findings.emplace_back(
        Issue{key, severity, std::move(args), nullptr, {}, {}, {}}, field,
        cell);
  }
};

}  // namespace sigte
