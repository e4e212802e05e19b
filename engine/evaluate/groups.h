// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/evaluate/evaluator.h"
#include "engine/evaluate/group_members.h"
#include "engine/evaluate/key_digest.h"
#include "engine/evaluate/program.h"

/// What checks over groups need to know of the other records: gathered in a
/// first pass over all of them, asked in the second.
namespace sigte {

/// What the groups of one record say, by Program::group_queries.
struct GroupAnswers {
  std::vector<Value> measures;
  std::vector<std::uint32_t> groups;  ///< of each query the one it is in
};

/// What one record adds to its groups.
struct GroupShare {
  std::vector<std::optional<KeyDigest>> keys;  ///< nullopt: to no group
  std::vector<Value> operands;                 ///< by Program::group_queries
};

class Groups {
 public:
  explicit Groups(const Program& program);  ///< borrowed
  ~Groups();

  /// False when no rule looks at a group: then there is nothing to gather.
  bool needed() const;

  /// Whether a rule names another record of the group, so that Gather needs to
  /// know places.
  bool names_members() const { return names_members_; }

  /// Says what the records of `input` stand in: the file as people call it, and
  /// a workbook's sheet. Before they are gathered.
  void NameInput(std::uint32_t input, std::string_view file,
                 std::string_view sheet);

  /// Counts `record`, which begins at `place` (any, where no members are
  /// named); `values` are its evaluation. Keeps a digest of the group's key (12
  /// bytes), never the texts. A record that lacks a key field belongs to no
  /// group.
  void Gather(const Record& record, const Values& values,
              const RunPlace& place);

  /// Adds what another thread gathered.
  void Merge(const Groups& other);

  /// What the groups of `record` say.
  void Ask(const Record& record, GroupAnswers* answers) const;

  GroupShare ShareOf(const Record& record, const Values& values) const;

  /// The measures for a record that was gathered with the share `was`, had it
  /// been gathered with `now`.
  void AskWith(const GroupShare& was, const GroupShare& now,
               std::vector<Value>* measures) const;

  /// Of the records that `query` (CompiledRule::names_of) counts with the one
  /// that was asked about, the first of the run that does not stand at `place`,
  /// which is that one's; nullopt: it is alone.
  std::optional<GroupMember> OtherOf(const GroupAnswers& asked,
                                     const RunPlace& place,
                                     std::uint32_t query) const;

 private:
  struct Table;

  Table* TableOf(std::uint32_t query) const;
  Value MeasureWith(const Table& table, std::uint32_t group, std::size_t number,
                    const GroupShare* was, const GroupShare& now) const;
  void OrderTables();
  /// The record's key by table, nullopt where it lacks one; until the next
  /// call of the thread.
  const std::vector<std::optional<KeyDigest>>& DigestsOf(
      const Record& record) const;

  const Program& program_;
  std::vector<std::unique_ptr<Table>> tables_;
  bool names_members_ = false;
  GatheredRecords records_;  // none where no members are named
};

}  // namespace sigte
