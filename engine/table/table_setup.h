// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/issue.h"
#include "engine/base/redaction.h"
#include "engine/record/layout.h"
#include "engine/record/row_origin.h"
#include "engine/table/cell_values.h"
#include "engine/table/names.h"
#include "engine/text/folding.h"

namespace sigte {

/// What a ruleset means for the reading of tables. Immutable; borrows the
/// layout and the redaction.
struct TableSetup {
  TableSetup(const Layout& of, const Language& language,
             const Redaction& hidden)
      : layout(of),
        folder(language),
        headings(of, folder),
        values(of, folder),
        totals(folder),
        redaction(hidden) {}
  TableSetup(const TableSetup&) = delete;
  TableSetup& operator=(const TableSetup&) = delete;

  const Layout& layout;
  Folder folder;
  HeadingNames headings;
  CellValues values;
  TotalNames totals;
  const Redaction& redaction;
  std::string ruleset_id;
  std::string ruleset_version;
};

/// Something about a table's file and no record in particular.
struct TableRemark {
  explicit TableRemark(Issue about) : issue(std::move(about)) {}

  Issue issue;
  std::shared_ptr<const TableOrigin> table;  ///< null: no place
  CellOrigin cell;              ///< column 0: a row; its span is not set
  bool of_all = false;          ///< makes every record of the table invalid
  FieldIndex field = kNoField;  ///< that it is about; or the cell's column's
};

TableRemark RemarkOf(MessageKey key, Severity severity,
                     std::vector<LocalText> args = {});

}  // namespace sigte
