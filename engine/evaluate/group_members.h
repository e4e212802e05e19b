// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

/// Who belongs to a group, as far as a finding has to name another one of it.
namespace sigte {

/// Where in a run a record begins: the file's number, from 0, and line and
/// column, from 1; a table's row is a line, and its column 1. In the order of
/// the run.
struct RunPlace {
  std::uint32_t input = 0;
  std::uint32_t line = 1;
  std::uint32_t column = 1;

  auto operator<=>(const RunPlace&) const = default;
};

/// Texts as the submitter wrote them; valid as long as what they were asked of.
struct GroupMember {
  std::string_view id;     ///< empty: it has none
  std::string_view file;   ///< what people call it
  std::string_view sheet;  ///< a workbook's; else empty
  RunPlace place;
};

/// The records that were gathered, numbered from 0 as they came; 20 bytes each,
/// and the id.
class GatheredRecords {
 public:
  /// Says what the records of `input` stand in; again is no harm.
  void NameInput(std::uint32_t input, std::string_view file,
                 std::string_view sheet);
  std::uint32_t Add(const RunPlace& place, std::string_view id);
  /// Takes over the others' records; what they are numbered from here.
  std::uint32_t Append(const GatheredRecords& other);

  const RunPlace& place(std::uint32_t record) const { return places_[record]; }
  GroupMember Of(std::uint32_t record) const;

 private:
  struct Input {
    std::string file;
    std::string sheet;
  };

  std::vector<Input> inputs_;
  std::vector<RunPlace> places_;
  std::string ids_;  // one after the other
  std::vector<std::size_t> id_ends_;
};

/// The first two records of each group, in the order of the run, in whatever
/// order they are added. Nearly all groups have one.
class FirstMembers {
 public:
  /// `record` is of `group`, which may be new.
  void Add(std::uint32_t group, std::uint32_t record,
           const GatheredRecords& records);
  /// All of group `from` of `other`, whose records were appended to `records`
  /// and are numbered from `base` there.
  void Merge(std::uint32_t group, const FirstMembers& other, std::uint32_t from,
             std::uint32_t base, const GatheredRecords& records);
  /// Of `group` the first that does not stand at `place`.
  std::optional<std::uint32_t> NotAt(const RunPlace& place, std::uint32_t group,
                                     const GatheredRecords& records) const;

 private:
  std::vector<std::uint32_t> firsts_;  // by group
  std::unordered_map<std::uint32_t, std::uint32_t> seconds_;
};

}  // namespace sigte
