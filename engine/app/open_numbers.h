// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <vector>

#include "engine/base/issue.h"
#include "engine/record/layout.h"
#include "engine/record/record.h"
#include "engine/table/cell_values.h"

/// Numbers in JSON that can be read in two ways: "1.000" is one, but a hand
/// that groups thousands may have meant a thousand.
namespace sigte {

class OpenNumbers {
 public:
  explicit OpenNumbers(const Layout& layout);  ///< borrowed

  /// Those of `record`; after its fields' those within its lists, of which
  /// nothing may be asked.
  std::vector<OpenReading> In(const Record& record) const;

  /// What is told of one; its source is null.
  static Issue IssueOf(const OpenReading& open, const Record& record,
                       Severity severity);

  /// Leaves their fields without an answer until one is given.
  static void LeaveOpen(const std::vector<OpenReading>& open, Record* record);

 private:
  static void Add(FieldIndex field, NodeIndex node, const Document& document,
                  std::vector<OpenReading>* open);

  const Layout& layout_;
  std::vector<FieldIndex> fields_;  // of lists last
};

}  // namespace sigte
