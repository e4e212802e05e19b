// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "engine/evaluate/evaluator.h"
#include "engine/evaluate/key_digest.h"
#include "engine/evaluate/program.h"

/// What checks over groups need to know of the other records: gathered in a
/// first pass over all of them, asked in the second.
namespace sigte {

class Groups {
 public:
  explicit Groups(const Program& program);  ///< borrowed
  ~Groups();

  /// False when no rule looks at a group: then there is nothing to gather.
  bool needed() const;

  /// Counts `record`; `values` are its evaluation. Keeps a digest of the
  /// group's key (12 bytes), never the texts. A record that lacks a key field
  /// belongs to no group.
  void Gather(const Record& record, const Values& values);

  /// Adds what another thread gathered.
  void Merge(const Groups& other);

  /// The measures for `record`, by Program::group_queries.
  void Ask(const Record& record, std::vector<Value>* measures) const;

 private:
  struct Table;

  void OrderTables();
  /// The record's key by table, nullopt where it lacks one; until the next
  /// call of the thread.
  const std::vector<std::optional<KeyDigest>>& DigestsOf(
      const Record& record) const;

  const Program& program_;
  std::vector<std::unique_ptr<Table>> tables_;
};

}  // namespace sigte
